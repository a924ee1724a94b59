//! Months, figures and reasons in words.
use jiff::civil::Date;
use kernel::view::View;
use kernel::words::When;

use crate::months::rules::LATE_FACTS;
use crate::rules::figure::{Ends, Indicator, printed};
use crate::rules::period::Days;

/// 2026年6月
pub fn month(v: &View, month: Date) -> String {
    v.ta("county-month", &[("year", month.year().to_string().into()), ("month", month.month().into())])
}

/// 大门常开
pub fn indicator(v: &View, indicator: Indicator) -> String {
    v.t(&format!("county-of-{}", indicator.word()))
}

/// Which part of a month a figure is about: 全月; 6月1日–7日; 6月1日–7日 · 窗口办事.
pub fn part(v: &View, when: &When, part: &str) -> String {
    let (first, rest) = part.split_once('/').map_or((part, None), |(first, rest)| (first, Some(rest)));
    let said = match (first, Days::named(first)) {
        ("", _) => v.t("county-part-month"),
        (_, Some(days)) => span(when, days),
        ("bounds", _) => v.t("county-part-bounds"),
        ("bootstrap", _) => v.t("county-part-bootstrap"),
        (group, _) => v.ta("county-part-group", &[("group", group.replace('-', "–").into())]),
    };
    match rest {
        Some(kind) => format!("{said} · {}", v.t(&format!("county-contact-{kind}"))),
        None => said,
    }
}

/// 6月1日–7日; 6月29日–7月5日
fn span(when: &When, days: Days) -> String {
    let (from, last) = (days.from, days.last());
    let end = if from.month() == last.month() { when.short_date(last) } else { when.date_in_full(last) };
    format!("{}–{end}", when.date_in_full(from))
}

/// A range, or one number with its range, in what the figure is counted in: 62%–81%, 7.1（6.8–7.4）.
pub fn ends(v: &View, (indicator, part): (Indicator, &str), ends: Option<Ends>) -> String {
    let Some(e) = ends else { return v.t("county-no-figure") };
    // Of the survey's figures those of a group of answers are shares; all others are points of the scale.
    let group = part.starts_with(|c: char| c.is_ascii_digit());
    let number = |x: f64| match indicator {
        Indicator::Satisfaction if !group => printed(x, 2),
        Indicator::Visits => printed(x, 1),
        Indicator::Contact => printed(x, 0),
        _ => format!("{}%", printed(100.0 * x, 0)),
    };
    let range = format!("{}–{}", number(e.low), number(e.high));
    let said = match e.value {
        Some(value) => v.ta("county-value", &[("value", number(value).into()), ("range", range.into())]),
        None => range,
    };
    if indicator == Indicator::Visits { v.ta("county-per-100", &[("said", said.into())]) } else { said }
}

/// Why a month was corrected. Corrections that the program makes by itself have a word instead of a sentence.
pub fn why(v: &View, why: &str) -> String {
    if why == LATE_FACTS { v.t("county-why-late-facts") } else { why.to_owned() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use kernel::words::Lang;

    use super::*;
    use crate::rules::contact::Kind;

    fn in_chinese(test: impl Fn(&View, &When)) {
        let house = kernel::testing::on_sqlite(&[], &[kernel::TEXTS, crate::COUNTY_TEXTS]);
        let v = View::plain(&house, Lang::Zh);
        let when = v.when(&TimeZone::get("Asia/Shanghai").expect("a zone"));
        test(&v, &when);
    }

    #[test]
    fn a_range_is_said_in_what_it_is_counted_in() {
        in_chinese(|v, _| {
            let said = |i, part, value| ends(v, (i, part), Some(Ends::new(0.62, value, 0.81)));
            assert_eq!(said(Indicator::Open, "", None), "62%–81%");
            assert_eq!(said(Indicator::Satisfaction, "9-10", Some(0.7)), "70%（62%–81%）");
            let points = ends(v, (Indicator::Satisfaction, ""), Some(Ends::new(6.81, Some(7.125), 7.4)));
            assert_eq!(points, "7.13（6.81–7.40）");
            let visits = ends(v, (Indicator::Visits, "2026-W23"), Some(Ends::new(2.275, None, 3.725)));
            assert_eq!(visits, "每 100 人 2.3–3.7 次");
            let contact = ends(v, (Indicator::Contact, "2026-W23/desk"), Some(Ends::new(43.2, Some(57.0), 73.9)));
            assert_eq!(contact, "57（43–74）");
            assert_eq!(ends(v, (Indicator::Held, ""), None), "没有");
        });
    }

    #[test]
    fn each_part_of_a_month_has_a_name() {
        in_chinese(|v, when| {
            assert_eq!(month(v, date(2026, 6, 1)), "2026年6月");
            assert_eq!(part(v, when, ""), "全月");
            assert!(part(v, when, "2026-W23").ends_with("6月1日–7日"));
            assert!(part(v, when, "2026-W27").ends_with("7月5日"), "over the end of a month");
            assert_eq!(part(v, when, "0-4"), "选 0–4 的");
            for kind in Kind::ALL {
                let said = part(v, when, &format!("2026-W23/{}", kind.word()));
                assert!(!said.contains("county-"), "{said}");
            }
            for one in Indicator::ALL {
                assert!(!indicator(v, one).contains("county-"), "{one:?}");
            }
            assert_eq!(why(v, "late-facts"), "晚到的记录算进来了");
            assert_eq!(why(v, "补录了三天"), "补录了三天");
        });
    }
}
