//! Times, places and refusals in words.
use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::page::Kind;
use kernel::refusal::{Refusal as Says, Said};
use kernel::view::View;
use kernel::words::When;
use stations::{NoRoom, Room, Station, almanac_lang};

use crate::answers::{Places, Seen, Stands};
use crate::rules::{Ages, Refusal, Terms};

/// 7月3日 周五
pub fn day(when: &When, on: Date) -> String {
    format!("{} {}", when.date_in_full(on), when.weekday(on))
}

/// 7月3日 周五 · 农历五月十九
pub fn day_with_moon(v: &View, when: &When, on: Date) -> String {
    match stations::lunar(v, on) {
        Some(lunar) => format!("{} · {lunar}", day(when, on)),
        None => day(when, on),
    }
}

/// 7月3日 周五 9:00–10:00; over days each with its own.
pub fn time(when: &When, seen: &Seen) -> String {
    let (from, until) = (seen.one.starts_at, seen.one.ends_at);
    format!("{} {}", day(when, when.date(from)), when.times(from, until))
}

/// 2026-07-03T09:00:00+08:00, for programs.
pub fn written(station: &Station, at: Timestamp) -> String {
    at.display_with_offset(station.zone.to_offset(at)).to_string()
}

/// 每周星期六 10:00; once is its day.
pub fn rule(v: &View, station: &Station, terms: &Terms) -> String {
    let when = v.when(&station.zone);
    let times = terms.span_on(terms.starts_on, &station.zone).map(|(from, until)| when.times(from, until));
    let days = match &terms.rule {
        Some(rule) => rule.describe(terms.starts_on, almanac_lang(v)).unwrap_or_else(|_| rule.to_string()),
        None => day_with_moon(v, &when, terms.starts_on),
    };
    format!("{days} {}", times.unwrap_or_default())
}

pub fn room<'r>(v: &View, room: &'r Room) -> &'r str {
    v.pick(&room.name_zh, &room.name_en)
}

/// 二楼会议室 · 请从侧门进
pub fn place(v: &View, seen: &Seen) -> String {
    let room = seen.room.as_ref().filter(|_| !seen.lacks_room()).map(|r| room(v, r));
    match (room.unwrap_or_default(), seen.place()) {
        (room, "") => room.to_owned(),
        // Whoever wrote where it is has mostly named the room.
        (room, place) if place.contains(room) => place.to_owned(),
        (room, place) => format!("{room} · {place}"),
    }
}

/// How it stands, and whether there is a place.
pub fn stands(v: &View, when: &When, seen: &Seen) -> (Kind, String) {
    let t = |key: &str| v.t(&format!("activities-{key}"));
    match seen.stands(v.now()) {
        Stands::CalledOff => return (Kind::Stop, t("called-off")),
        Stands::Over => return (Kind::Shut, t("over")),
        Stands::Now if matches!(seen.places(v.now()), Places::JustCome) => return (Kind::Ok, t("now")),
        Stands::Now => return (Kind::Ok, t("now-signed-up")),
        Stands::ToCome => {}
    }
    match seen.places(v.now()) {
        Places::JustCome => (Kind::Ok, t("just-come")),
        Places::Opens(at) => {
            let at = format!("{} {}", when.day(when.date(at)), when.time(at));
            (Kind::Away, v.ta("activities-opens", &[("at", at.into())]))
        }
        Places::Left(n) => (Kind::Ok, v.ta("activities-left", &[("n", n.into())])),
        Places::Open => (Kind::Ok, t("open")),
        Places::Full => (Kind::Away, t("full")),
        Places::Draw(until) => {
            let until = format!("{} {}", when.day(when.date(until)), when.time(until));
            (Kind::Ok, v.ta("activities-draw-until", &[("until", until.into())]))
        }
        Places::Closed => (Kind::Shut, t("closed")),
    }
}

/// 6–12 岁，8 岁以下要大人陪; empty if everybody may come.
pub fn ages(v: &View, ages: &Ages) -> String {
    let band = match (ages.min, ages.max) {
        (Some(min), Some(max)) => v.ta("activities-ages-between", &[("min", min.into()), ("max", max.into())]),
        (Some(min), None) => v.ta("activities-ages-from", &[("min", min.into())]),
        (None, Some(max)) => v.ta("activities-ages-to", &[("max", max.into())]),
        (None, None) => String::new(),
    };
    let guardian = ages.guardian_under.map(|age| v.ta("activities-guardian", &[("age", age.into())]));
    [band, guardian.unwrap_or_default()]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(&v.t("activities-and"))
}

/// Why a time has no room.
pub fn no_room(v: &View, why: &NoRoom) -> String {
    let t = |key: &str| v.t(&format!("activities-room-{key}"));
    match why {
        NoRoom::Taken => t("taken"),
        NoRoom::Closed { zh, en } if zh.is_empty() && en.is_empty() => t("closed"),
        NoRoom::Closed { zh, en } => v.ta("activities-room-closed-for", &[("reason", v.pick(zh, en).into())]),
        NoRoom::Rules => t("rules"),
        NoRoom::Past => t("past"),
        NoRoom::NotThere => t("not-there"),
        NoRoom::Lost => t("lost"),
    }
}

/// `clashes` of `of` times have no room, the first on the day `on` because of `why`.
pub fn clash(v: &View, (on, why): (String, &NoRoom), (clashes, of): (usize, usize)) -> String {
    let args = [("on", on.into()), ("why", no_room(v, why).into()), ("n", clashes.into()), ("of", of.into())];
    v.ta(if of == 1 { "activities-no-room-clash" } else { "activities-no-room-clashes" }, &args)
}

impl Says for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoDates => "no-dates",
            Refusal::Begun => "begun",
            Refusal::CalledOff => "called-off",
            Refusal::Fuller { .. } => "fuller",
            Refusal::Changed => "changed",
            Refusal::Clash { .. } => "room-clash",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            Refusal::Fuller { taken } => v.ta("activities-no-fuller", &[("n", (*taken).into())]),
            Refusal::Clash { on, why, clashes, of, .. } => clash(v, (on.to_string(), why), (*clashes, *of)),
            other => v.t(&format!("activities-no-{}", other.code())),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NoDates => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
