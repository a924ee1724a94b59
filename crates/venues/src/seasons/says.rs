//! What rounds say on all pages and in messages: slots, how one stands, refusals, and why somebody got what they got.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::page;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;

use super::rules::{Answer, Kind, NoSeason, Outcome, Points, Sheet, Slot, Stands, Stronger};
use crate::says as rooms;

/// 星期二 19:30–21:00
pub fn slot_time(v: &View, slot: &Slot) -> String {
    format!("{} {}–{}", weekday(v, slot.weekday), clock(slot.from_minute), clock(slot.until_minute()))
}

/// 星期二 19:30–21:00 小礼堂
pub fn slot(v: &View, slot: &Slot) -> String {
    format!("{} {}", slot_time(v, slot), rooms::name(v, &slot.name))
}

pub fn weekday(v: &View, n: i32) -> String {
    let place = usize::try_from(n).unwrap_or(0).min(6);
    v.t(&format!("venues-series-day-{}", ["mo", "tu", "we", "th", "fr", "sa", "su"][place]))
}

/// 19:30; 24:00 is the end of the day.
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

pub fn kind(v: &View, kind: Kind) -> String {
    v.t(&format!("seasons-kind-{}", kind.name()))
}

pub fn stands(v: &View, stands: Stands) -> (page::Kind, String) {
    let kind = match stands {
        Stands::Open => page::Kind::Ok,
        Stands::Locked | Stands::Allocated => page::Kind::Away,
        Stands::Confirmed => page::Kind::Shut,
        Stands::CalledOff => page::Kind::Stop,
    };
    (kind, v.t(&format!("seasons-stands-{}", stands.name())))
}

/// 50 分：老年 20、坐满 20、轮到 10
pub fn points(v: &View, of: Kind, p: &Points) -> String {
    let terms = [
        (kind(v, of), p.kind),
        (v.t("seasons-term-fit"), p.fit),
        (v.t("seasons-term-continuity"), p.continuity),
        (v.t("seasons-term-turn"), p.turn),
    ];
    let parts = terms.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}"));
    let parts = parts.collect::<Vec<_>>().join(&v.t("venues-and"));
    v.ta("seasons-points", &[("n", p.sum.into()), ("parts", parts.into())])
}

/// What became of a wish, and why.
pub fn outcome(v: &View, sheet: &Sheet, answer: &Answer) -> String {
    let of_slot = |number: i32| sheet.terms.slot(number).map(|s| slot_time(v, s)).unwrap_or_default();
    match &answer.outcome {
        Outcome::Got { pick } => v.ta("seasons-got", &[("pick", (*pick).into())]),
        Outcome::SameTime { slot } => v.ta("seasons-same-time", &[("slot", of_slot(*slot).into())]),
        Outcome::Enough => v.t("seasons-enough"),
        Outcome::Taken { by, .. } => {
            let holder = |h: &super::rules::Holder| {
                let key = match h.why {
                    Stronger::EarlierPick => "seasons-by-earlier-pick",
                    Stronger::MorePoints => "seasons-by-more-points",
                    Stronger::Lottery => "seasons-by-lottery",
                };
                let name = name(sheet, h.application);
                v.ta(key, &[("name", name.into()), ("n", h.points.into())])
            };
            by.iter().map(holder).collect::<Vec<_>>().join(&v.t("seasons-then"))
        }
    }
}

pub fn outcome_kind(outcome: &Outcome) -> page::Kind {
    match outcome {
        Outcome::Got { .. } => page::Kind::Ok,
        Outcome::Taken { .. } => page::Kind::Stop,
        Outcome::SameTime { .. } | Outcome::Enough => page::Kind::Shut,
    }
}

/// The public name of whoever applied.
pub fn name(sheet: &Sheet, application: kernel::db::types::Id) -> String {
    let found = sheet.applications.iter().find(|a| a.id == application);
    found.map_or_else(String::new, |a| a.applicant.name().to_owned())
}

/// Its place in the lottery, counted from 1.
pub fn place_in_lottery(sheet: &Sheet, application: kernel::db::types::Id) -> Option<usize> {
    let mut all: Vec<_> = sheet.allocation.as_ref()?.positions.iter().collect();
    all.sort_by(|a, b| a.position.cmp(&b.position));
    all.iter().position(|p| p.application == application).map(|n| n + 1)
}

impl Refuses for NoSeason {
    fn code(&self) -> &'static str {
        match self {
            NoSeason::Closed { .. } => "season-closed",
            NoSeason::StillOpen { .. } => "season-still-open",
            NoSeason::NotNow => "season-not-now",
            NoSeason::Wishes { .. } => "season-wishes",
            NoSeason::Wants { .. } => "season-wants",
            NoSeason::NoSuchSlot { .. } => "season-no-such-slot",
            NoSeason::WishedTwice { .. } => "season-wished-twice",
            NoSeason::Size { .. } => "season-size",
            NoSeason::NotTheirs => "season-not-theirs",
            NoSeason::TheirsAlready => "season-theirs-already",
            NoSeason::Full { .. } => "season-full",
            NoSeason::NoSuchOwner => "season-no-such-owner",
            NoSeason::NoOffering { .. } => "season-no-offering",
            NoSeason::Shared { .. } => "season-shared",
            NoSeason::OffGrid { .. } => "season-off-grid",
            NoSeason::OverMidnight { .. } => "season-over-midnight",
            NoSeason::Overlap { .. } => "season-overlap",
            NoSeason::NoSlots { .. } => "season-no-slots",
            NoSeason::Dates => "season-dates",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}

/// A refusal in words, with times in the station's zone.
pub fn said(v: &View, zone: &TimeZone, refusal: &NoSeason) -> Said {
    let when = v.when(zone);
    let key = format!("seasons-no-{}", refusal.code().trim_start_matches("season-"));
    let most = |n: usize| vec![("most", i32::try_from(n).unwrap_or(i32::MAX).into())];
    let args = match refusal {
        NoSeason::Closed { since: at } | NoSeason::StillOpen { until: at } => {
            vec![("at", rooms::at(&when, *at).into())]
        }
        NoSeason::Wishes { most: n } | NoSeason::NoSlots { most: n } => most(*n),
        NoSeason::Wants { most } => vec![("most", (*most).into())],
        NoSeason::NoSuchSlot { number } | NoSeason::WishedTwice { number } | NoSeason::Full { number } => {
            vec![("number", (*number).into())]
        }
        NoSeason::Size { number, from, to } => {
            vec![("number", (*number).into()), ("from", (*from).into()), ("to", (*to).into())]
        }
        NoSeason::NoOffering { line } | NoSeason::Shared { line } | NoSeason::OverMidnight { line } => {
            vec![("line", (*line).into())]
        }
        NoSeason::OffGrid { line, grid, shortest, longest } => vec![
            ("line", (*line).into()),
            ("grid", (*grid).into()),
            ("shortest", (*shortest).into()),
            ("longest", (*longest).into()),
        ],
        NoSeason::Overlap { line, other } => vec![("line", (*line).into()), ("other", (*other).into())],
        NoSeason::NotNow | NoSeason::NotTheirs | NoSeason::TheirsAlready | NoSeason::NoSuchOwner | NoSeason::Dates => {
            vec![]
        }
    };
    Said::only(v.ta(&key, &args))
}
