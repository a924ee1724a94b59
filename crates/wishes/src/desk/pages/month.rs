//! 心愿月报: four sums of a month that is over, each of ten or more or not told at all.
use jiff::civil::Date;
use kernel::page::{empty, section, table};
use maud::{Markup, html};

use crate::desk::reads::Month;
use crate::frame::Frame;
use crate::rules::PUBLISHED_FROM;

/// 2026-06, as addresses have it.
fn name(month: Date) -> String {
    month.strftime("%Y-%m").to_string()
}

/// 2026年6月
fn said(f: Frame<'_>, month: Date) -> String {
    let (year, month) = (month.year().to_string(), month.month().to_string());
    f.v.ta("wishes-desk-month-of", &[("year", year.into()), ("month", month.into())])
}

pub fn month(f: Frame<'_>, m: &Month) -> Markup {
    let v = f.v;
    html! {
        @match &m.told {
            None => (empty("chart-bar", &v.t("wishes-desk-month-none"), None)),
            Some(told) => {
                @let sums = [("published", told.published), ("fulfilled", told.fulfilled), ("back", told.back), ("referred", told.referred)];
                (table(&said(f, m.first), &[&v.t("wishes-desk-month-what"), &v.t("wishes-desk-month-n")], &sums.map(|(key, n)| sum(f, key, n))))
            }
        }
        p class="sec note" { (v.ta("wishes-desk-month-how", &[("n", PUBLISHED_FROM.into())])) }
        @if m.months.len() > 1 { (section("h-months", &v.t("wishes-desk-months"), None, others(f, m))) }
    }
}

fn sum(f: Frame<'_>, key: &str, n: Option<usize>) -> Vec<Markup> {
    let said = n.map_or_else(|| f.v.t("wishes-desk-month-withheld"), |n| n.to_string());
    vec![html! { (f.v.t(&format!("wishes-desk-month-{key}"))) }, html! { (said) }]
}

fn others(f: Frame<'_>, m: &Month) -> Markup {
    let path = f.station.path("/desk/wishes/month");
    html! {
        ul class="chips" {
            @for month in &m.months {
                @let here = *month == m.first;
                li {
                    a class={ "pill" @if here { " go" } } href={ (path) "?month=" (name(*month)) }
                        aria-current=[here.then_some("page")] { (said(f, *month)) }
                }
            }
        }
    }
}
