//! Numbers, figures and flags of surveys in words.
use jiff::civil::Date;
use kernel::share::Sure;
use kernel::view::View;
use kernel::words::{Lang, When};

use crate::rules::figure::{Figure, Indicator, Unit, printed};
use crate::rules::flags::Flag;
use crate::rules::waves::Survey;
use crate::says::mode;

/// 7月1日–7月31日
pub fn days(when: &When, survey: &Survey) -> String {
    format!("{}–{}", day(when, survey.new.opens_on), day(when, survey.new.closes_on))
}

pub fn day(when: &When, on: Date) -> String {
    when.date_in_full(on)
}

/// 71%（58%–81%）
pub fn share(v: &View, sure: Sure) -> String {
    let percent = |x: f64| format!("{}%", printed(100.0 * x, 0));
    with_range(v, percent(sure.value), (percent(sure.low), percent(sure.high)))
}

fn with_range(v: &View, value: String, (low, high): (String, String)) -> String {
    v.ta("survey-with-range", &[("value", value.into()), ("range", format!("{low}–{high}").into())])
}

/// What a figure of a result is about.
pub fn figure(v: &View, figure: &Figure) -> String {
    match (figure.indicator, figure.part.as_str()) {
        (Indicator::Response, _) => v.t("survey-figure-response"),
        (_, "") => v.t("survey-figure-mean"),
        (_, "bounds") => v.t("survey-figure-bounds"),
        (_, "bootstrap") => v.t("survey-figure-bootstrap"),
        (_, group) => v.ta("survey-figure-group", &[("group", group.replace('-', "–").into())]),
    }
}

/// Its value with its range, or its range alone.
pub fn ends(v: &View, figure: &Figure) -> String {
    let number = |x: f64| match figure.unit {
        Unit::Share => format!("{}%", printed(100.0 * x, 0)),
        _ => printed(x, 2),
    };
    let e = figure.ends();
    match e.value {
        Some(value) => with_range(v, number(value), (number(e.low), number(e.high))),
        None => format!("{}–{}", number(e.low), number(e.high)),
    }
}

/// What a reader should know, in one sentence that accuses nobody.
pub fn flag(v: &View, flag: Flag) -> String {
    let number = |n: u64| n.to_string();
    match flag {
        Flag::Burst { mode: Some(way), n: Some(n) } => {
            v.ta("survey-flag-burst-n", &[("mode", mode(v, way).into()), ("n", number(n).into())])
        }
        Flag::Burst { .. } => v.t("survey-flag-burst"),
        Flag::AllTens { mode: Some(way), n: Some(n), tens: Some(tens) } => {
            let args = [("mode", mode(v, way).into()), ("n", number(n).into()), ("tens", number(tens).into())];
            v.ta("survey-flag-tens-n", &args)
        }
        Flag::AllTens { mode: Some(way), .. } => v.ta("survey-flag-tens-mode", &[("mode", mode(v, way).into())]),
        Flag::AllTens { .. } => v.t("survey-flag-tens"),
        Flag::Suggested { n: Some(n) } => v.ta("survey-flag-suggested-n", &[("n", number(n).into())]),
        Flag::Suggested { n: None } => v.t("survey-flag-suggested"),
    }
}

/// How to read it.
pub fn about_flag(v: &View, flag: Flag) -> String {
    v.t(if matches!(flag, Flag::Suggested { .. }) { "survey-flag-suggested-how" } else { "survey-flag-how" })
}

/// The same reader in the other language: a ballot speaks both.
pub fn in_lang(v: &View, lang: Lang) -> View {
    let mut other = v.clone();
    other.lang = lang;
    other
}
