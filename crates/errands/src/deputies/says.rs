//! Reception days and what was said there, in words.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::page::Kind;
use kernel::refusal::{Next, Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use super::answers::{DayOf, Item, Told};
use super::rules::{Refusal, State, Step};
use super::{DayId, VisitId};
use crate::says::name;

pub fn day_path(station: &Station, id: DayId) -> String {
    station.path(&format!("/deputies/{id}"))
}

pub fn visit_path(station: &Station, id: VisitId) -> String {
    station.path(&format!("/receptions/{id}"))
}

/// 6月30日 周二 9:00–11:00
pub fn when_of(when: &When, d: &DayOf) -> String {
    let day = &d.kept.day;
    format!("{} {} {}", when.date_in_full(day.on), when.weekday(day.on), when.times(day.from, day.until))
}

/// 李桂芳 · 镇人大代表
pub fn deputy(v: &View, d: &DayOf) -> String {
    let title = name(v, &d.deputy.title);
    if title.is_empty() { d.deputy.name.clone() } else { format!("{} · {title}", d.deputy.name) }
}

/// Whether one can still come, on one line of a list.
pub fn free(v: &View, d: &DayOf) -> (Kind, String) {
    match (d.kept.day.called_off, d.free.len()) {
        (true, _) => (Kind::Stop, v.ta("deputies-called-off", &[("reason", d.kept.reason.as_str().into())])),
        (false, 0) => (Kind::Shut, v.t("deputies-full")),
        (false, n) => (Kind::Ok, v.ta("deputies-free", &[("n", n.into())])),
    }
}

/// How a visit stands: for whoever has its address, and for staff.
pub fn stands(v: &View, when: &When, item: &Item) -> (Kind, String) {
    let visit = &item.visit;
    let office = item.office.as_ref().map(|o| o.name(v).to_owned()).unwrap_or_default();
    let by = visit.reply_by.map(|on| when.day(on)).unwrap_or_default();
    let routed = |key: &str| v.ta(key, &[("office", office.as_str().into()), ("day", by.as_str().into())]);
    match visit.state {
        State::Routed if visit.is_overdue(when.today()) => (Kind::Stop, routed("deputies-overdue")),
        State::Routed if visit.reopened => (Kind::Away, routed("deputies-again")),
        State::Routed => (Kind::Ok, routed("deputies-routed")),
        State::Answered => (Kind::Away, routed("deputies-answered")),
        State::Booked => (Kind::Ok, v.t("deputies-state-booked")),
        State::Registered => (Kind::Away, v.t("deputies-state-registered")),
        State::Cancelled | State::Missed | State::Closed => {
            (Kind::Shut, v.t(&format!("deputies-state-{}", visit.state.name())))
        }
    }
}

/// What a step was.
pub fn step(v: &View, when: &When, told: &Told) -> String {
    let office = told.office.as_ref().map(|o| o.name(v).to_owned()).unwrap_or_default();
    let day = told.made.reply_by.map(|on| when.day(on)).unwrap_or_default();
    v.ta(&format!("deputies-step-{}", told.made.step.name()), &[("office", office.into()), ("day", day.into())])
}

/// Whose words a step carries.
pub fn is_the_deputys(step: Step) -> bool {
    matches!(step, Step::Comment | Step::NotSettled)
}

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoDeputy => "no-such-deputy",
            Refusal::NoOffice => "no-such-office",
            Refusal::TooSoon { .. } => "announced-too-late",
            Refusal::Backwards => "no-room-for-a-slot",
            Refusal::TooLong => "too-long",
            Refusal::Elsewhere { .. } => "receives-elsewhere",
            Refusal::CalledOff => "called-off",
            Refusal::NoSlot => "no-such-slot",
            Refusal::SlotOver => "slot-over",
            Refusal::Taken { .. } => "slot-taken",
            Refusal::HasOne => "has-a-slot",
            Refusal::Stands(_) => "does-not-follow",
            Refusal::NotYet => "not-yet",
            Refusal::DeputyCannot => "deputies-do-not-close",
            Refusal::NotYourOffice => "not-your-office",
            Refusal::NotTheDeputy => "not-the-deputy",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, (&TimeZone::fixed(offset(8)), None), self)
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NoDeputy | Refusal::NoOffice | Refusal::Backwards | Refusal::TooLong | Refusal::NoSlot => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words, with times in `zone`; what is still free leads to `page`, the day's own.
pub fn said(v: &View, (zone, page): (&TimeZone, Option<&str>), refusal: &Refusal) -> Said {
    let when = v.when(zone);
    match refusal {
        Refusal::Taken { free } => {
            let next = |at: &jiff::Timestamp| Some(Next { label: when.time(*at), href: page?.to_owned() });
            Said { what: v.t("deputies-no-slot-taken"), next: free.iter().filter_map(next).collect() }
        }
        Refusal::TooSoon { earliest } => {
            Said::only(v.ta("deputies-no-announced-too-late", &[("day", when.date_in_full(*earliest).into())]))
        }
        Refusal::Elsewhere { from, until } => {
            let then = when.times(*from, *until);
            Said::only(v.ta("deputies-no-receives-elsewhere", &[("times", then.into())]))
        }
        Refusal::Stands(state) => {
            let state = v.t(&format!("deputies-state-{}", state.name()));
            Said::only(v.ta("deputies-no-does-not-follow", &[("state", state.into())]))
        }
        other => Said::only(v.t(&format!("deputies-no-{}", other.code()))),
    }
}
