//! What series say on all pages and in messages: the rule in words, what became of a date and why.
use almanac::lang::Lang as Almanac;
use jiff::civil::Date;
use kernel::page::Kind;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

use super::answers::{Line, Stands};
use super::rules::{Terms, Why};

/// The almanac's name for the reader's language.
pub fn almanac_lang(v: &View) -> Almanac {
    if v.lang == Lang::Zh { Almanac::Zh } else { Almanac::En }
}

/// 每周星期二 19:00–20:00
pub fn rule_and_time(v: &View, station: &Station, terms: &Terms) -> String {
    let when = v.when(&station.zone);
    let times = terms.span_on(terms.starts_on, &station.zone).map(|s| when.times(s.from, s.until));
    format!("{} {}", rule(v, terms), times.unwrap_or_default())
}

/// 每周星期二
pub fn rule(v: &View, terms: &Terms) -> String {
    terms.rule.describe(terms.starts_on, almanac_lang(v)).unwrap_or_else(|_| terms.rule.to_string())
}

/// Why a date has no room: 国庆节; 设备检修; 已经有人订了.
pub fn why(v: &View, why: &Why) -> String {
    match why {
        Why::Holiday(name) => v.ta("venues-series-why-holiday", &[("name", crate::says::name(v, name).into())]),
        Why::Closed(Some(reason)) => {
            v.ta("venues-series-why-closed-for", &[("reason", crate::says::name(v, reason).into())])
        }
        Why::Closed(None) => v.t("venues-series-why-closed"),
        Why::Taken => v.t("venues-series-why-taken"),
        Why::QuotaOfDay => v.t("venues-series-why-quota-day"),
        Why::QuotaOfWeek => v.t("venues-series-why-quota-week"),
        Why::Rules => v.t("venues-series-why-rules"),
        Why::GivenUp => v.t("venues-series-why-given-up"),
    }
}

/// What became of a date, and how that looks.
pub fn stands(v: &View, line: &Line) -> (Kind, String) {
    let word = |key: &str| v.t(&format!("venues-series-{key}"));
    match &line.stands {
        Stands::Booked => (Kind::Ok, word("booked")),
        Stands::Free => (Kind::Ok, word("free")),
        Stands::Over(state) => (Kind::Shut, v.t(&format!("venues-state-{}", state.name()))),
        Stands::Skipped => (Kind::Shut, word("skipped")),
        Stands::Clash => (Kind::Stop, word("clash")),
        Stands::NotKnown => (Kind::Away, word("not-known")),
        Stands::Later => (Kind::Away, word("later")),
        Stands::Past => (Kind::Shut, word("past")),
    }
}

/// 7月3日 周五
pub fn day(v: &View, station: &Station, on: Date) -> String {
    let when = v.when(&station.zone);
    format!("{} {}", when.date_in_full(on), when.weekday(on))
}
