//! What this slice says: the door, the days, refusals and broken imports, in the reader's language.
use almanac::lang::Lang as Almanac;
use almanac::lunar::LunarDate;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use kernel::refusal::{Next, Refusal as Says, Said};
use kernel::view::View;
use kernel::words::{Lang, When};

use crate::opening::{DayHours, DayIs, Door};
use crate::rules::division::Division;
use crate::rules::import::{ImportProblem, Why};
use crate::rules::naming::Refusal;

/// The almanac's name for the reader's language.
pub fn almanac_lang(v: &View) -> Almanac {
    if v.lang == Lang::Zh { Almanac::Zh } else { Almanac::En }
}

/// Wall time in the station's zone.
pub fn wall(at: Timestamp, zone: &TimeZone) -> DateTime {
    at.to_zoned_datetime(zone.clone()).datetime()
}

/// 6:00, 22:00
pub fn clock(at: DateTime) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

/// 今早, 今晚, 明早, 周六: the part of the day at which somebody would come.
pub fn day_part(v: &View, when: &When, at: DateTime) -> String {
    let today = when.today();
    let tomorrow = today.tomorrow().is_ok_and(|d| d == at.date());
    match at.hour() {
        17.. if at.date() == today => v.t("stations-tonight"),
        ..12 if at.date() == today => v.t("stations-this-morning"),
        ..12 if tomorrow => v.t("stations-tomorrow-morning"),
        _ => when.day(at.date()),
    }
}

/// 大门开着
pub fn door_title(v: &View, door: Door) -> String {
    v.t(if door.open { "stations-door-open" } else { "stations-door-closed" })
}

/// 今晚到 22:00; 明早 6:00 开
pub fn door_until(v: &View, when: &When, door: Door) -> String {
    let said = match (door.open, door.until) {
        (true, None) => v.t("stations-door-always"),
        (false, None) => v.t("stations-door-never"),
        (open, Some(at)) => {
            let key = if open { "stations-door-until" } else { "stations-door-opens" };
            v.ta(key, &[("day", day_part(v, when, at).into()), ("time", clock(at).into())])
        }
    };
    if door.provisional { format!("{said}{}", v.t("stations-may-change")) } else { said }
}

/// 农历五月初十, with the festival when it is one.
pub fn lunar(v: &View, on: Date) -> Option<String> {
    let lunar = LunarDate::from_date(on).ok()?;
    let name = lunar.name(almanac_lang(v));
    Some(match lunar.festival(almanac_lang(v)) {
        Some(festival) => format!("{name} {festival}"),
        None => name,
    })
}

/// 6:00–22:00, 8:30–12:00 · 14:00–18:00, 不开门
pub fn spans(v: &View, day: &DayHours) -> String {
    if day.spans.is_empty() {
        return v.t("stations-closed-all-day");
    }
    let said: Vec<String> = day.spans.iter().map(|(from, until)| span(v, *from, *until)).collect();
    said.join(&v.t("stations-between-spans"))
}

fn span(v: &View, from: DateTime, until: DateTime) -> String {
    let midnight = until.hour() == 0 && until.minute() == 0;
    match from.date() == until.date() {
        true => format!("{}–{}", clock(from), clock(until)),
        false if midnight && clock(from) == "0:00" => v.t("stations-all-day"),
        false if midnight => format!("{}–24:00", clock(from)),
        false => v.ta("stations-over-midnight", &[("from", clock(from).into()), ("until", clock(until).into())]),
    }
}

/// 国庆节, 调休上班, 节假日还没公布; nothing for an ordinary day.
pub fn day_is(v: &View, day: &DayHours) -> Option<String> {
    match &day.day {
        DayIs::Holiday(name) => Some(almanac_lang(v).pick(&name.zh, &name.en).to_owned()),
        DayIs::MakeUpWorkday => Some(v.t("stations-make-up-workday")),
        DayIs::NotKnownYet => Some(v.t("stations-not-known-yet")),
        DayIs::Ordinary => None,
    }
}

fn next(division: &Division) -> Next {
    let label = format!("{} {} · {}", division.code, division.name, division.within());
    Next { label, href: format!("/directory?q={}", division.code) }
}

impl Says for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoSuchDivision { .. } => "no-such-division",
            Refusal::SlugTaken { .. } => "slug-taken",
            Refusal::TownshipFull => "township-full",
        }
    }

    fn say(&self, v: &View) -> Said {
        match self {
            Refusal::NoSuchDivision { code, near } => Said {
                what: v.ta("stations-no-such-division", &[("code", code.to_string().into())]),
                next: near.iter().map(next).collect(),
            },
            Refusal::SlugTaken { slug, free } => Said::only(
                v.ta("stations-slug-taken", &[("slug", slug.as_str().into()), ("free", free.as_str().into())]),
            ),
            Refusal::TownshipFull => Said::only(v.t("stations-township-full")),
        }
    }
}

/// Why a file was not imported, with the file, the line, the column and what stands there.
pub fn import_problem(v: &View, problem: &ImportProblem) -> String {
    let why = why(v, &problem.why);
    v.ta(
        "stations-import-problem",
        &[
            ("file", problem.file.as_str().into()),
            ("line", problem.line.to_string().into()),
            ("column", problem.column.as_str().into()),
            ("what", problem.what.as_str().into()),
            ("why", why.into()),
        ],
    )
}

fn why(v: &View, why: &Why) -> String {
    let number = |n: usize| n.to_string().into();
    match why {
        Why::Empty => v.t("stations-import-empty"),
        Why::Heading => v.t("stations-import-heading"),
        Why::Columns { found, wanted } => {
            v.ta("stations-import-columns", &[("found", number(*found)), ("wanted", number(*wanted))])
        }
        Why::NotACode { digits } => v.ta("stations-import-not-a-code", &[("digits", number(*digits))]),
        Why::NoName => v.t("stations-import-no-name"),
        Why::LongName => v.t("stations-import-long-name"),
        Why::Twice { first } => v.ta("stations-import-twice", &[("first", first.to_string().into())]),
        Why::OtherTownship => v.t("stations-import-other-township"),
        Why::NoSuchTownship => v.t("stations-import-no-such-township"),
        Why::NotUtf8 => v.t("stations-import-not-utf8"),
        Why::Unreadable(e) => v.ta("stations-import-unreadable", &[("why", e.as_str().into())]),
    }
}
