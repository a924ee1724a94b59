//! Days, visits and refusals in words.
use axum::http::StatusCode;
use jiff::Timestamp;
use kernel::page::Kind;
use kernel::refusal::{Next, Refusal, Said};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use super::answers::Known;
use crate::rules::Matter;
use crate::says::{name, ways};
use crate::village_days::rules::{MOST_STOPS, NoVisit, NotAPlan, VisitState};

/// 6月26日 周五 上午
pub fn day(v: &View, when: &When, from: Timestamp, until: Timestamp) -> String {
    let on = when.date(from);
    format!("{} {} {}", when.date_in_full(on), when.weekday(on), part(v, when, from, until))
}

/// 上午 before noon, 下午 after it, 全天 over it.
fn part(v: &View, when: &When, from: Timestamp, until: Timestamp) -> String {
    let hour = |at: Timestamp| stations::wall(at, &when.zone).hour();
    v.t(match (hour(from) < 12, hour(until) < 13) {
        (true, true) => "village-morning",
        (true, false) => "village-whole-day",
        (false, _) => "village-afternoon",
    })
}

/// 祁新庄村、张其寨村
pub fn villages(v: &View, known: &Known) -> String {
    known.villages.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(&v.t("village-and"))
}

pub fn matters(v: &View, known: &Known) -> String {
    known.matters.iter().map(|m| name(v, &m.draft.name)).collect::<Vec<_>>().join(&v.t("village-and"))
}

/// 6月26日 周五 上午 祁海燕 到 祁新庄村、张其寨村
pub fn whole(v: &View, when: &When, known: &Known) -> String {
    v.ta(
        "village-day-line",
        &[
            ("day", day(v, when, known.day.from, known.day.until).into()),
            ("official", known.official.as_str().into()),
            ("villages", villages(v, known).into()),
        ],
    )
}

/// The shape and the words of a visit.
pub fn state(v: &View, state: VisitState) -> (Kind, String) {
    let kind = match state {
        VisitState::Accepted | VisitState::Done => Kind::Ok,
        VisitState::Offered => Kind::Away,
        _ => Kind::Shut,
    };
    (kind, v.t(&format!("village-state-{}", state.name())))
}

impl Refusal for NoVisit {
    fn code(&self) -> &'static str {
        match self {
            NoVisit::Over => "village-day-over",
            NoVisit::NotThere => "not-on-the-route",
            NoVisit::NotThatDay => "not-that-day",
            NoVisit::NoSuchWay(_) => "not-in-a-village",
            NoVisit::Full => "village-day-full",
            NoVisit::HasPlace => "has-a-place",
            NoVisit::Lapsed => "offer-lapsed",
            NoVisit::NotNow(_) => "visit-not-now",
            NoVisit::NotBegun => "village-day-not-begun",
            NoVisit::NoTicket => "ticket-not-for-villages",
            NoVisit::NoVillage => "no-such-village",
            NoVisit::NoMatter => "no-such-matter",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoVisit::NotNow(state) => v.ta("village-no-visit-not-now", &[("state", self::state(v, *state).1.into())]),
            NoVisit::NoSuchWay(has) => match ways(v, *has) {
                none if none.is_empty() => v.t("village-no-way"),
                all => v.ta("village-no-such-way", &[("ways", all.into())]),
            },
            other => v.t(&format!("village-no-{}", other.code())),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoVisit::NotThere | NoVisit::NoVillage | NoVisit::NoMatter => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal with what works: other days for that matter and village, or else how the matter is done.
pub fn said(v: &View, station: &Station, refusal: &NoVisit, (others, matter): (&[Known], Option<&Matter>)) -> Said {
    let when = v.when(&station.zone);
    let day = |known: &Known| Next { label: whole(v, &when, known), href: day_path(station, known) };
    let instead = matter.filter(|_| others.is_empty()).map(|m| Next {
        label: v.ta("village-how-else", &[("matter", name(v, &m.draft.name).into())]),
        href: station.path(&format!("/matters/{}", m.draft.slug)),
    });
    let helps = !matches!(refusal, NoVisit::NotNow(_) | NoVisit::NotBegun | NoVisit::HasPlace);
    let next = others.iter().map(day).chain(instead).take(if helps { 3 } else { 0 }).collect();
    Said { next, ..refusal.say(v) }
}

pub fn day_path(station: &Station, known: &Known) -> String {
    station.path(&format!("/village-days/{}", known.id))
}

impl NotAPlan {
    /// The field of the form that it is about.
    pub fn field(self) -> &'static str {
        match self {
            NotAPlan::Villages => "villages",
            NotAPlan::Matters => "matters",
            NotAPlan::Backwards => "until",
            NotAPlan::Travel | NotAPlan::TooShort => "travel",
            NotAPlan::Over | NotAPlan::TooFar => "on",
            NotAPlan::Busy => "official",
        }
    }

    /// The key of the text that says it.
    pub fn key(self) -> &'static str {
        match self {
            NotAPlan::Villages => "village-plan-villages",
            NotAPlan::Matters => "village-plan-matters",
            NotAPlan::Backwards => "village-plan-backwards",
            NotAPlan::Travel => "village-plan-travel",
            NotAPlan::Over => "village-plan-over",
            NotAPlan::TooFar => "village-plan-too-far",
            NotAPlan::TooShort => "village-plan-too-short",
            NotAPlan::Busy => "village-plan-busy",
        }
    }
}

impl Refusal for NotAPlan {
    fn code(&self) -> &'static str {
        match self {
            NotAPlan::Villages => "no-such-villages",
            NotAPlan::Matters => "no-such-matters",
            NotAPlan::Backwards => "backwards",
            NotAPlan::Travel => "travel",
            NotAPlan::Over => "over",
            NotAPlan::TooFar => "too-far",
            NotAPlan::TooShort => "too-short",
            NotAPlan::Busy => "on-another-route",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.ta(self.key(), &[("most", i32::try_from(MOST_STOPS).unwrap_or(0).into())]))
    }

    fn status(&self) -> StatusCode {
        if *self == NotAPlan::Busy { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}
