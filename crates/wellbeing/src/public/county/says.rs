//! Months, figures, sources and gaps in words.
use jiff::civil::Date;
use kernel::view::View;
use kernel::words::Lang;

use crate::rules::county::{CountyFigure, CountySheet};
use crate::rules::dictionary::{In, find};
use crate::rules::figure::{Figure, Indicator, Unit, printed, printed_high, printed_low};
use crate::rules::period::Days;

/// 2026年6月
pub fn month(v: &View, month: Date) -> String {
    v.ta("county-month", &[("year", month.year().to_string().into()), ("month", month.month().into())])
}

/// The month of a sheet, as above.
pub fn month_of(v: &View, sheet: &CountySheet) -> String {
    Days::named(&sheet.month).map_or_else(|| sheet.month.clone(), |days| month(v, days.from))
}

/// 大门常开
pub fn indicator(v: &View, indicator: Indicator) -> String {
    v.t(&format!("county-of-{}", indicator.word()))
}

/// 6月1日–7日; 6月29日–7月5日
pub fn week(v: &View, name: &str) -> String {
    let Some(days) = Days::named(name) else { return name.to_owned() };
    let (from, last) = (days.from, days.last());
    let day = |on: Date, form| on.strftime(form).to_string();
    match v.lang {
        Lang::Zh if from.month() == last.month() => format!("{}–{}", day(from, "%-m月%-d日"), day(last, "%-d日")),
        Lang::Zh => format!("{}–{}", day(from, "%-m月%-d日"), day(last, "%-m月%-d日")),
        Lang::En => format!("{}–{}", day(from, "%-d %b"), day(last, "%-d %b")),
    }
}

type Print = fn(f64, u8) -> String;

/// How the ends of a range are printed. Where they are one number there is no outwards: two of three are 67 of a hundred.
fn outwards(f: &Figure) -> (Print, Print) {
    if f.low.total_cmp(&f.high).is_eq() { (printed, printed) } else { (printed_low, printed_high) }
}

/// 62%, 2.3, 57. A value is rounded to what is nearest, the ends of a range outwards.
fn end(unit: Unit, x: f64, print: Print) -> String {
    match unit {
        Unit::Share => format!("{}%", print(100.0 * x, 0)),
        Unit::Per100 => print(x, 1),
        Unit::Count => print(x, 0),
        Unit::Points => print(x, 2),
    }
}

/// 62%–81%, or 57（43–74） where it has a value; one number where both ends are printed the same.
pub fn range(v: &View, f: &Figure) -> String {
    let (down, up) = outwards(f);
    let (low, high) = (end(f.unit, f.low, down), end(f.unit, f.high, up));
    let range = if low == high { low } else { format!("{low}–{high}") };
    match f.value {
        Some(value) => v.ta("county-value", &[("value", end(f.unit, value, printed).into()), ("range", range.into())]),
        None => range,
    }
}

/// What a figure means, for somebody who does not deal with statistics.
pub fn sentence(v: &View, f: &Figure) -> String {
    // Of a hundred hours, of a hundred activities; visits are few enough to need a decimal.
    let (scale, decimals) = match f.unit {
        Unit::Share => (100.0, 0),
        Unit::Per100 => (1.0, 1),
        Unit::Count | Unit::Points => (1.0, 0),
    };
    let (down, up) = outwards(f);
    let (low, high) = (down(scale * f.low, decimals), up(scale * f.high, decimals));
    let word = f.indicator.word();
    let (first, kind) = f.part.split_once('/').unwrap_or((&f.part, ""));
    // Nobody says “at least 30 and at most 30”.
    let key = match f.value {
        None if low == high => format!("county-say-{word}-one"),
        _ => format!("county-say-{word}"),
    };
    let args = [
        ("low", low.into()),
        ("high", high.into()),
        ("value", f.value.map(|x| end(f.unit, x, printed)).unwrap_or_default().into()),
        ("week", week(v, first).into()),
        ("kind", if kind.is_empty() { String::new() } else { v.t(&format!("county-contact-{kind}")) }.into()),
    ];
    v.ta(&key, &args)
}

/// 共 270 个开门日，9 个驿站
pub fn of_how_many(v: &View, f: &CountyFigure) -> String {
    let args = [("n", f.figure.n.into()), ("stations", f.stations.into())];
    v.ta(&format!("county-n-{}", f.figure.indicator.word()), &args)
}

/// Where it comes from, by the data dictionary.
pub fn source(v: &View, f: &Figure) -> String {
    v.ta("county-source", &[("source", by_dictionary(v, In::Source, &f.source).into())])
}

/// What it does not see, by the data dictionary.
pub fn gaps(v: &View, f: &Figure) -> String {
    let all: Vec<String> = f.gaps.iter().map(|gap| by_dictionary(v, In::Gap, gap)).collect();
    v.ta("county-gaps", &[("gaps", all.join(&v.t("county-and")).into())])
}

fn by_dictionary(v: &View, of: In, name: &str) -> String {
    let row = find(of, name);
    row.map_or_else(|| name.to_owned(), |row| if v.lang == Lang::Zh { row.zh } else { row.en }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::pages::sample_sheet;
    use super::*;

    #[test]
    fn a_week_over_the_end_of_a_month_names_both() {
        let house = kernel::testing::on_sqlite(&[], &[kernel::TEXTS, crate::COUNTY_TEXTS]);
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang));
        assert_eq!((week(&zh, "2026-W23"), week(&zh, "2026-W27")), ("6月1日–7日".into(), "6月29日–7月5日".into()));
        assert_eq!((week(&en, "2026-W23"), week(&en, "2026-W27")), ("1 Jun–7 Jun".into(), "29 Jun–5 Jul".into()));
        assert_eq!(
            (month(&zh, jiff::civil::date(2026, 6, 1)), month(&en, jiff::civil::date(2026, 6, 1))),
            ("2026年6月".into(), "June 2026".into())
        );
    }

    #[test]
    fn every_figure_has_a_sentence_a_source_its_gaps_and_an_n() {
        let house = kernel::testing::on_sqlite(&[], &[kernel::TEXTS, crate::COUNTY_TEXTS]);
        let sheet = sample_sheet().expect("five stations");
        assert!(!sheet.figures.is_empty());
        for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
            for f in &sheet.figures {
                let n = of_how_many(&v, f);
                assert!(n.contains(&f.figure.n.to_string()) && n.contains(&f.stations.to_string()), "{n}");
                for said in [sentence(&v, &f.figure), source(&v, &f.figure), gaps(&v, &f.figure), n] {
                    assert!(!said.contains("county-") && !said.contains("{ $"), "{said}");
                }
                assert!(f.figure.gaps.iter().all(|gap| find(In::Gap, gap).is_some()));
            }
        }
    }
}
