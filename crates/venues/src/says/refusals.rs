//! Every refusal in words that say why; the pages add the nearest times that work.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::refusal::{Next, Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::When;

use crate::rules::{Period, Refusal};

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownOffering { .. } => "unknown-offering",
            Refusal::EndsBeforeStart => "ends-before-start",
            Refusal::Past => "past",
            Refusal::TooSoon { .. } => "too-soon",
            Refusal::TooFar { .. } => "too-far",
            Refusal::OffGrid { .. } => "off-grid",
            Refusal::TooShort { .. } => "too-short",
            Refusal::TooLong { .. } => "too-long",
            Refusal::Closed { .. } => "closed",
            Refusal::Taken => "slot-taken",
            Refusal::KeptFor { .. } => "kept-for",
            Refusal::NotFull => "not-full",
            Refusal::Quota { .. } => "quota",
            Refusal::GroupSize { .. } => "group-size",
            Refusal::StaffOnly => "staff-only",
            Refusal::WalkInOnly => "walk-in-only",
            Refusal::NotNow { .. } => "not-now",
            Refusal::CancelTooLate { .. } => "cancel-too-late",
            Refusal::CheckInTooEarly { .. } => "check-in-too-early",
            Refusal::Code(code) => code.code(),
            Refusal::AgreedTime => "agreed-time",
            Refusal::ChangedMeanwhile => "changed-meanwhile",
            Refusal::NoDates => "no-dates",
            Refusal::SeriesNotOffered => "series-not-offered",
            Refusal::TooManyDates { .. } => "too-many-dates",
            Refusal::OneSeries => "one-series",
            Refusal::SeriesOverQuota => "series-over-quota",
            Refusal::SeriesOver => "series-over",
            Refusal::TooLongAgo { .. } => "too-long-ago",
            Refusal::OutageKnown => "outage-known",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    /// The request was well-formed; it is the rules, as things stand, that say no.
    fn status(&self) -> StatusCode {
        match self {
            Refusal::UnknownOffering { .. } => StatusCode::NOT_FOUND,
            Refusal::Code(code) => code.status(),
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words, with times in the station's zone.
pub fn said(v: &View, zone: &TimeZone, refusal: &Refusal) -> Said {
    let when = v.when(zone);
    match refusal {
        Refusal::Code(code) => code.say(v),
        Refusal::Quota { .. } => Said {
            what: words(v, &when, refusal),
            next: vec![Next { label: v.t("venues-see-mine"), href: super::MINE.into() }],
        },
        refusal => Said::only(words(v, &when, refusal)),
    }
}

fn words(v: &View, when: &When, refusal: &Refusal) -> String {
    let key = format!("venues-no-{}", refusal.code());
    let length = |minutes: &i32| when.length(i64::from(*minutes));
    match refusal {
        Refusal::UnknownOffering { asked, known } => {
            v.ta(&key, &[("asked", asked.as_str().into()), ("known", known.join(&v.t("venues-and")).into())])
        }
        Refusal::TooSoon { earliest: at }
        | Refusal::CancelTooLate { until: at }
        | Refusal::CheckInTooEarly { from: at } => v.ta(&key, &[("at", super::at(when, *at).into())]),
        Refusal::TooFar { last_day } => v.ta(&key, &[("day", when.date_in_full(*last_day).into())]),
        Refusal::OffGrid { minutes } | Refusal::TooShort { minutes } | Refusal::TooLong { minutes } => {
            v.ta(&key, &[("length", length(minutes).into())])
        }
        Refusal::KeptFor { whom, reason, opens_at } => {
            let told = [("whom", whom.name().into()), ("reason", super::name(v, reason).into())];
            let rest = match opens_at {
                Some(at) => v.ta("venues-no-kept-for-until", &[("at", super::at(when, *at).into())]),
                None => v.t("venues-priority-come"),
            };
            format!("{}{rest}", v.ta(&key, &told))
        }
        Refusal::Closed { reason, opens_at } => closed(v, when, reason.as_ref(), *opens_at),
        Refusal::Quota { most, per: Period::Day } => v.ta("venues-no-quota-day", &[("most", (*most).into())]),
        Refusal::Quota { most, per: Period::Week } => v.ta("venues-no-quota-week", &[("most", (*most).into())]),
        Refusal::TooManyDates { most } => v.ta(&key, &[("most", (*most).into())]),
        Refusal::TooLongAgo { hours } => v.ta(&key, &[("hours", (*hours).into())]),
        Refusal::GroupSize { from, to } => v.ta(&key, &[("from", (*from).into()), ("to", (*to).into())]),
        Refusal::NotNow { state } => v.ta(&key, &[("state", state.name().into())]),
        _ => v.t(&key),
    }
}

fn closed(v: &View, when: &When, reason: Option<&crate::rules::Name>, opens_at: Option<jiff::Timestamp>) -> String {
    let why = match reason {
        Some(reason) => v.ta("venues-no-closed-for", &[("reason", super::name(v, reason).into())]),
        None => v.t("venues-no-closed"),
    };
    match opens_at {
        Some(at) => format!("{why}{}", v.ta("venues-no-closed-opens", &[("at", super::at(when, at).into())])),
        None => why,
    }
}
