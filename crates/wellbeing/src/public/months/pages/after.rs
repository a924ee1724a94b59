//! What stands after the numbers: what changed, what was corrected, what is not known, and the open data.
use kernel::page::{Button, section};
use kernel::view::View;
use maud::{Markup, html};

use super::four::{FOUR, why_not};
use super::frame::{Cells, Frame, figure, first_day, lines};
use crate::public::months::reads::Month;
use crate::public::months::{says, top};
use crate::rules::figure::Indicator;
use crate::rules::period::Days;
use crate::rules::sheet::{Changed, Correction, MonthSheet, Word};

/// An arrow only where the ranges say so.
pub fn changed(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let before = sheet.before.as_ref().and_then(|b| Days::named(&b.month)).map(|days| says::month(v, days.from));
    let row = |c: &Changed| {
        html! {
            div {
                dt { (says::indicator(v, c.indicator)) }
                dd {
                    @if c.word != Word::NotSure { b aria-hidden="true" { (says::arrow(c.word)) } " " }
                    (says::changed(v, c))
                }
            }
        }
    };
    section(
        "h-changed",
        &v.t("months-changed"),
        None,
        html! {
            @match before {
                None => p { (v.t("months-changed-no-before")) },
                Some(_) if sheet.changes.is_empty() => p { (v.t("months-changed-nothing")) },
                Some(before) => {
                    p { (v.ta("months-changed-how", &[("before", before.into())])) }
                    dl class="card kv" { @for c in &sheet.changes { (row(c)) } }
                },
            }
        },
    )
}

/// Every correction, the newest last; none is ever taken out.
pub fn corrections(f: Frame<'_>, of: &Month) -> Markup {
    let (v, all) = (f.v, &of.sheet.corrections);
    let when = f.when();
    let row = |c: &Correction| {
        let said = |ends| says::corrected(v, (c.indicator, &c.part), ends);
        vec![
            html! { (says::indicator(v, c.indicator)) " · " (says::part(v, &c.part)) },
            html! { (said(c.was)) },
            html! { b { (said(c.is)) } },
            html! { (says::why(v, &c.why)) },
            html! { (when.date_in_full(when.date(c.at))) },
        ]
    };
    let head = ["figure", "was", "is", "why", "when"].map(|key| corrections_head(v, key));
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    section(
        "h-corrections",
        &v.t("months-corrections"),
        None,
        html! {
            @if all.is_empty() { p { (none_corrected(v, &of.sheet)) } }
            @else { (lines(&v.t("months-corrections-how"), Cells::Words, &head, &rows)) }
        },
    )
}

/// That no figure was corrected; what they are made of may have been.
pub fn none_corrected(v: &View, sheet: &MonthSheet) -> String {
    v.t(if sheet.revision > 1 { "months-corrections-beneath" } else { "months-corrections-none" })
}

fn corrections_head(v: &View, key: &str) -> String {
    match key {
        "was" => v.t("months-correction-was"),
        "is" => v.t("months-correction-is"),
        "why" => v.t("months-correction-why"),
        "when" => v.t("months-correction-when"),
        _ => v.t("months-correction-figure"),
    }
}

/// What the page does not know. Nothing counted is not zero.
pub fn unknown(f: Frame<'_>, sheet: &MonthSheet) -> Vec<String> {
    let v = f.v;
    let absent = |i: &Indicator| figure(sheet, *i, "").is_none();
    let mut all: Vec<String> = FOUR
        .into_iter()
        .filter(absent)
        .map(|i| {
            let args = [("what", says::indicator(v, i).into()), ("why", why_not(v, sheet, i).into())];
            v.ta("months-unknown-one", &args)
        })
        .collect();
    if sheet.survey.is_none() {
        all.push(v.t("months-unknown-survey"));
    }
    all.push(v.t("months-unknown-nobody"));
    all
}

pub fn not_known(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    section(
        "h-unknown",
        &f.v.t("months-unknown"),
        None,
        html! {
            div class="text" { @for line in unknown(f, sheet) { p class="note" { (line) } } }
        },
    )
}

/// The files, and how to calculate everything again.
pub fn data(f: Frame<'_>, of: &Month) -> Markup {
    let v = f.v;
    let file = |label: &str, ending: &str| Button::new(label).small(false).href(f.path(of, ending));
    section(
        "h-data",
        &v.t("months-data"),
        None,
        html! {
            p { (v.t("months-data-verify")) " " code { "yizhan wellbeing verify " (of.sheet.month) ".json" } }
            p class="chips" {
                (file("JSON", ".json"))
                (file(&v.t("months-data-figures"), ".csv"))
                (file(&v.t("months-data-counted"), ".counted.csv"))
                (Button::new(v.t("months-dictionary")).small(false).href(format!("{}/dictionary", top(f.station))))
            }
            p class="note" { (v.ta("months-sum", &[("sum", of.sheet.sum.as_str().into())])) }
        },
    )
}

/// Which revision it is and when it was made; where an earlier one is looked at, the way to the newest.
pub fn revision(f: Frame<'_>, of: &Month) -> Markup {
    let (v, sheet) = (f.v, &of.sheet);
    html! {
        p class="note" { (revision_line(f, of)) }
        @if sheet.revision < of.newest {
            p { (v.t("months-earlier")) " " a href=(format!("{}/{}", top(f.station), sheet.month)) { (v.t("months-see-newest")) } }
        }
    }
}

/// 2026年6月 · 第 1 版，7月1日算的
pub fn revision_line(f: Frame<'_>, of: &Month) -> String {
    let (v, sheet, when) = (f.v, &of.sheet, f.when());
    let args = [
        ("month", says::month(v, first_day(sheet)).into()),
        ("nr", sheet.revision.into()),
        ("day", when.date_in_full(when.date(sheet.made_at)).into()),
    ];
    v.ta("months-revision", &args)
}
