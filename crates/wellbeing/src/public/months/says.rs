//! Months, figures, sources, gaps and changes in words: what pages say stands here once, for the screen and for paper.
use jiff::civil::Date;
use kernel::view::View;
use kernel::words::Lang;

use crate::months::rules::LATE_FACTS;
use crate::rules::contact::Kind;
use crate::rules::dictionary::{In, find};
use crate::rules::figure::{Ends, Figure, Indicator, Unit, printed, printed_high, printed_low};
use crate::rules::flags::{Flag, Mode};
use crate::rules::fullest::{Fullest, Part};
use crate::rules::period::Days;
use crate::rules::sheet::{Changed, Word};

/// 六月
pub fn name(v: &View, month: Date) -> String {
    v.t(&format!("months-name-{}", month.month()))
}

/// 2026年6月
pub fn month(v: &View, month: Date) -> String {
    let args = [
        ("year", month.year().to_string().into()),
        ("nr", month.month().to_string().into()),
        ("name", name(v, month).into()),
    ];
    v.ta("months-month", &args)
}

/// 六月的驿站
pub fn title(v: &View, month: Date) -> String {
    v.ta("months-title", &[("name", name(v, month).into())])
}

/// 大门常开
pub fn indicator(v: &View, indicator: Indicator) -> String {
    v.t(&format!("months-of-{}", indicator.word()))
}

/// 开门, as the head of a narrow column.
pub fn short(v: &View, indicator: Indicator) -> String {
    v.t(&format!("months-short-{}", indicator.word()))
}

/// 窗口办事
pub fn kind(v: &View, kind: Kind) -> String {
    v.t(&format!("months-contact-{}", kind.word()))
}

/// 手机或电脑上
pub fn mode(v: &View, mode: Mode) -> String {
    v.t(&format!("wellbeing-mode-{}", mode.word()))
}

/// 6月1日–7日; 6月29日–7月5日
pub fn week(v: &View, name: &str) -> String {
    let Some(days) = Days::named(name) else { return name.to_owned() };
    let (from, last) = (days.from, days.last());
    let same = from.month() == last.month();
    let form = match (v.lang, same) {
        (Lang::Zh, true) => ("%-m月%-d日", "%-d日"),
        (Lang::Zh, false) => ("%-m月%-d日", "%-m月%-d日"),
        (Lang::En, true) => ("%-d", "%-d %b"),
        (Lang::En, false) => ("%-d %b", "%-d %b"),
    };
    format!("{}–{}", from.strftime(form.0), last.strftime(form.1))
}

/// 6月1日 and 6月28日: when the first of some weeks begins and the last one ends.
pub fn from_to<'a>(v: &View, weeks: impl Iterator<Item = &'a str>) -> (String, String) {
    let days: Vec<Days> = weeks.filter_map(Days::named).collect();
    let form = if v.lang == Lang::Zh { "%-m月%-d日" } else { "%-d %b" };
    let said = |on: Option<Date>| on.map(|on| on.strftime(form).to_string()).unwrap_or_default();
    (said(days.first().map(|d| d.from)), said(days.last().map(|d| d.last())))
}

/// How a number is rounded: a value to what is nearest, the ends of a range outwards.
type Print = fn(f64, u8) -> String;

/// 62, 2.3, 57, 7.13.
fn number(unit: Unit, x: f64, print: Print) -> String {
    match unit {
        // Of a hundred hours, of a hundred activities, of a hundred answers.
        Unit::Share => print(100.0 * x, 0),
        Unit::Per100 => print(x, 1),
        Unit::Count => print(x, 0),
        Unit::Points => print(x, 2),
    }
}

/// Both ends of a range. Where they are one number there is no outwards: two of three are 67 of a hundred, not 66 to 67.
fn numbers(unit: Unit, low: f64, high: f64) -> (String, String) {
    match low.total_cmp(&high) {
        std::cmp::Ordering::Equal => (number(unit, low, printed), number(unit, low, printed)),
        _ => (number(unit, low, printed_low), number(unit, high, printed_high)),
    }
}

/// 62%, 2.3, 57, 7.13.
fn with_unit(unit: Unit, number: String) -> String {
    if unit == Unit::Share { format!("{number}%") } else { number }
}

/// A value: 62%, 2.3, 57, 7.13.
pub fn end(unit: Unit, x: f64) -> String {
    with_unit(unit, number(unit, x, printed))
}

/// 62%–81%; one number where both ends are printed the same.
pub fn between(unit: Unit, low: f64, high: f64) -> String {
    let (low, high) = numbers(unit, low, high);
    let (low, high) = (with_unit(unit, low), with_unit(unit, high));
    if low == high { low } else { format!("{low}–{high}") }
}

/// 62%–81%, or 57（43–74） where it has a value.
pub fn range(v: &View, f: &Figure) -> String {
    ends(v, f.unit, f.ends())
}

fn ends(v: &View, unit: Unit, e: Ends) -> String {
    let range = between(unit, e.low, e.high);
    match e.value {
        Some(value) => v.ta("months-value", &[("value", end(unit, value).into()), ("range", range.into())]),
        None => range,
    }
}

/// The unit of an indicator's part: a correction names none.
fn unit(indicator: Indicator, part: &str) -> Unit {
    match indicator {
        Indicator::Visits => Unit::Per100,
        Indicator::Contact => Unit::Count,
        // Of the survey's figures those of a group of answers are shares; all others are points of the scale.
        Indicator::Satisfaction if !part.starts_with(|c: char| c.is_ascii_digit()) => Unit::Points,
        _ => Unit::Share,
    }
}

/// What a corrected figure was or is.
pub fn corrected(v: &View, (indicator, part): (Indicator, &str), e: Option<Ends>) -> String {
    e.map_or_else(|| v.t("months-no-figure"), |e| ends(v, unit(indicator, part), e))
}

/// Which part of a month a figure is about: 全月; 6月1日–7日; 6月1日–7日 · 窗口办事.
pub fn part(v: &View, part: &str) -> String {
    let (first, rest) = part.split_once('/').map_or((part, None), |(first, rest)| (first, Some(rest)));
    let said = match first {
        "" => v.t("months-part-whole"),
        "bounds" => v.t("months-part-bounds"),
        "bootstrap" => v.t("months-part-bootstrap"),
        _ if Days::named(first).is_some() => week(v, first),
        group => v.ta("months-part-group", &[("group", group.replace('-', "–").into())]),
    };
    match rest {
        Some(kind) => format!("{said} · {}", v.t(&format!("months-contact-{kind}"))),
        None => said,
    }
}

/// What a figure means, for somebody who does not deal with statistics.
pub fn sentence(v: &View, f: &Figure) -> String {
    let (low, high) = numbers(f.unit, f.low, f.high);
    let value = f.value.map(|x| number(f.unit, x, printed)).unwrap_or_default();
    let (first, last) = f.part.split_once('/').unwrap_or((&f.part, ""));
    let args = [
        ("low", low.as_str().into()),
        ("high", high.as_str().into()),
        ("value", value.into()),
        ("n", f.n.into()),
        ("group", f.part.replace('-', "–").into()),
        ("week", week(v, first).into()),
        ("kind", if last.is_empty() { String::new() } else { v.t(&format!("months-contact-{last}")) }.into()),
    ];
    let word = f.indicator.word();
    let key = match (f.indicator, f.part.as_str()) {
        (Indicator::Satisfaction, "bounds" | "bootstrap") => format!("months-say-{}", f.part),
        (Indicator::Satisfaction, group) if !group.is_empty() => "months-say-group".to_owned(),
        (Indicator::Contact | Indicator::Satisfaction | Indicator::Response, _) => format!("months-say-{word}"),
        _ if low == high => format!("months-say-{word}-one"),
        _ => format!("months-say-{word}"),
    };
    v.ta(&key, &args)
}

/// 从 30 个开门的日子里数的
pub fn of_how_many(v: &View, f: &Figure) -> String {
    v.ta(&format!("months-n-{}", f.indicator.word()), &[("n", f.n.into())])
}

/// Where it comes from, by the data dictionary.
pub fn source(v: &View, f: &Figure) -> String {
    v.ta("months-source", &[("source", meaning(v, In::Source, &f.source).into())])
}

/// What it does not see, by the data dictionary.
pub fn gaps(v: &View, f: &Figure) -> String {
    let all: Vec<String> = f.gaps.iter().map(|gap| meaning(v, In::Gap, gap)).collect();
    v.ta("months-gaps", &[("gaps", all.join(&v.t("months-and")).into())])
}

/// What a name of the dictionary means.
pub fn meaning(v: &View, of: In, name: &str) -> String {
    find(of, name).map_or_else(|| name.to_owned(), |row| v.pick(row.zh, row.en).to_owned())
}

/// 星期三晚上的乒乓球室最满：开放的 100 分钟里有 84 分钟有人用
pub fn fullest(v: &View, f: &Fullest) -> String {
    let part = match f.part {
        Part::Morning => v.t("months-morning"),
        Part::Afternoon => v.t("months-afternoon"),
        Part::Evening => v.t("months-evening"),
    };
    let used = 100.0 * f.used_min.clamp(0, f.open_min) as f64 / f.open_min.max(1) as f64;
    let args = [
        ("day", v.t(&format!("months-day-{}", f.weekday.to_monday_one_offset())).into()),
        ("part", part.into()),
        ("what", v.pick(&f.offering, &f.offering_en).into()),
        ("used", printed(used, 0).into()),
        ("uses", f.uses.into()),
    ];
    v.ta("months-fullest", &args)
}

/// ↑, ↓ or nothing: an arrow only where the range says so.
pub fn arrow(word: Word) -> &'static str {
    match word {
        Word::Rose => "↑",
        Word::Fell => "↓",
        Word::NotSure => "",
    }
}

/// 多了; 少了; 看不出变化
pub fn changed(v: &View, c: &Changed) -> String {
    let said = match c.word {
        Word::Rose => v.t("months-rose"),
        Word::Fell => v.t("months-fell"),
        Word::NotSure => v.t("months-not-sure"),
    };
    match c.by {
        Some(by) => format!("{said} {}", v.ta("months-by", &[("by", ends(v, Unit::Points, by).into())])),
        None => said,
    }
}

/// Why a month was corrected. Corrections that the program makes by itself have a word instead of a sentence.
pub fn why(v: &View, why: &str) -> String {
    if why == LATE_FACTS { v.t("months-why-late-facts") } else { why.to_owned() }
}

/// What should make a reader careful.
pub fn flag(v: &View, flag: &Flag) -> String {
    let way = |one: &Option<Mode>| one.map_or_else(|| v.t("months-flag-some-way"), |one| mode(v, one));
    match flag {
        Flag::Burst { mode, n: Some(n) } => {
            v.ta("months-flag-burst-n", &[("way", way(mode).into()), ("n", (*n).into())])
        }
        Flag::Burst { mode, n: None } => v.ta("months-flag-burst", &[("way", way(mode).into())]),
        Flag::AllTens { mode, n: Some(n), tens: Some(tens) } => {
            v.ta("months-flag-tens-n", &[("way", way(mode).into()), ("n", (*n).into()), ("tens", (*tens).into())])
        }
        Flag::AllTens { mode, .. } => v.ta("months-flag-tens", &[("way", way(mode).into())]),
        Flag::Suggested { n: Some(n) } => v.ta("months-flag-suggested-n", &[("n", (*n).into())]),
        Flag::Suggested { n: None } => v.t("months-flag-suggested"),
    }
}
