//! The month on one sheet of A4, to be hung up in the hall: the same numbers and sentences in smaller letters, with sources and gaps
//! folded into the foot. Longer lists are cut to what fits, and the sheet says where the rest is.
use kernel::page::HtmlPage;
use kernel::view::View;
use maud::{Markup, html};

use super::chart;
use super::four::{FOUR, why_not};
use super::frame::{Frame, figure, first_day};
use super::{after, contact, survey};
use crate::public::months::reads::Month;
use crate::public::months::{assets, says};
use crate::rules::figure::{Figure, Indicator};
use crate::rules::sheet::{Correction, MonthSheet};

/// So many corrections fit.
const CORRECTIONS: usize = 3;
/// So many flags of the survey fit.
const FLAGS: usize = 3;

/// `public_url` is where the station is found from outside: whoever stands in front of the sheet types it.
pub fn paper(f: Frame<'_>, of: &Month, public_url: &str) -> HtmlPage {
    let (v, sheet) = (f.v, &of.sheet);
    let title = says::title(v, first_day(sheet));
    let page = f.page(title.clone()).print().sheet_at(assets::sheet());
    page.body(html! {
        p class="screen-only" { a href=(f.path(of, "")) { (v.t("months-back")) } " " (v.t("months-print-how")) }
        article class="month" {
            header { h1 { (title) } p { (f.station.name(v)) br; (after::revision_line(f, of)) } }
            div class="four" { @for indicator in FOUR { (card(v, sheet, indicator)) } }
            @if let Some(fullest) = &sheet.fullest { p class="full" { (says::fullest(v, fullest)) } }
            div class="both" { (contacts(f, sheet)) (life(f, sheet)) }
            (moved(f, of))
            (foot(f, of, public_url))
        }
    })
}

fn card(v: &View, sheet: &MonthSheet, indicator: Indicator) -> Markup {
    html! {
        section {
            h2 { (says::indicator(v, indicator)) }
            @match figure(sheet, indicator, "") {
                Some(f) => (drawn(v, f)),
                None => p { (why_not(v, sheet, indicator)) },
            }
            @if indicator == Indicator::Visits {
                @if let Some(hours) = figure(sheet, Indicator::VisitedHours, "") {
                    p { b { (says::range(v, hours)) } " " (says::sentence(v, hours)) }
                }
            }
        }
    }
}

fn drawn(v: &View, f: &Figure) -> Markup {
    html! {
        @if f.indicator == Indicator::Visits { (chart::open_ended(v, f)) } @else { (chart::share(v, f)) }
        p { (says::sentence(v, f)) }
        p class="of" { (says::of_how_many(v, f)) }
    }
}

fn contacts(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let first = sheet.figures.iter().find(|f| f.indicator == Indicator::Contact);
    let (head, rows) = contact::by_kind(f, sheet);
    html! {
        section {
            h2 { (says::indicator(v, Indicator::Contact)) }
            @match first {
                None => p { (v.t("months-none-contact")) },
                Some(first) => {
                    table {
                        thead { tr { @for h in &head { th scope="col" { (h) } } } }
                        tbody { @for row in &rows { tr { @for (n, cell) in row.iter().enumerate() {
                            @if n == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                        } } } }
                    }
                    p { (says::sentence(v, first)) }
                    p class="of" { (says::gaps(v, first)) }
                },
            }
        }
    }
}

fn life(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    html! {
        section {
            h2 { (says::indicator(v, Indicator::Satisfaction)) }
            @match (&sheet.survey, figure(sheet, Indicator::Satisfaction, "")) {
                (None, _) => p { (v.t("months-unknown-survey")) },
                (Some(basis), None) => p { (v.t(survey::why_no_mean(basis))) },
                (Some(_), Some(mean)) => { (survey::picture(f, sheet, mean)) p { (says::sentence(v, mean)) } p class="of" { (says::of_how_many(v, mean)) } },
            }
            @if let Some(r) = figure(sheet, Indicator::Response, "") { p { (says::sentence(v, r)) } }
            @if let Some(bounds) = figure(sheet, Indicator::Satisfaction, "bounds") { p class="of" { (says::sentence(v, bounds)) } }
            @for flag in sheet.survey.iter().flat_map(|s| s.flags.iter()).take(FLAGS) { p class="of" { (says::flag(v, flag)) } }
        }
    }
}

/// What changed and what was corrected.
fn moved(f: Frame<'_>, of: &Month) -> Markup {
    let (v, sheet) = (f.v, &of.sheet);
    let changes: Vec<String> = sheet
        .changes
        .iter()
        .map(|c| format!("{} {}{}", says::indicator(v, c.indicator), says::arrow(c.word), says::changed(v, c)))
        .collect();
    let shown = sheet.corrections.len().saturating_sub(CORRECTIONS);
    let one = |c: &Correction| {
        let said = |ends| says::corrected(v, (c.indicator, &c.part), ends);
        format!("{} {} → {}", says::indicator(v, c.indicator), said(c.was), said(c.is))
    };
    let corrections: Vec<String> = sheet.corrections.iter().skip(shown).map(one).collect();
    html! {
        section class="moved" {
            p {
                b { (v.t("months-changed")) } " "
                @if sheet.before.is_none() { (v.t("months-changed-no-before")) }
                @else if changes.is_empty() { (v.t("months-changed-nothing")) }
                @else { (changes.join(&v.t("months-and"))) }
            }
            p {
                b { (v.t("months-corrections")) } " "
                @if corrections.is_empty() { (after::none_corrected(v, sheet)) } @else { (corrections.join(&v.t("months-and"))) }
                @if shown > 0 { " " (v.ta("months-corrections-more", &[("n", shown.into())])) }
            }
        }
    }
}

/// What each number sees and does not see, once each, and how to calculate it all again.
fn foot(f: Frame<'_>, of: &Month, public_url: &str) -> Markup {
    let (v, sheet) = (f.v, &of.sheet);
    let mut seen: Vec<&str> = vec![];
    let mut lines = vec![];
    for figure in &sheet.figures {
        if !seen.contains(&figure.source.as_str()) {
            seen.push(&figure.source);
            let (what, source) = (says::indicator(v, figure.indicator), says::source(v, figure));
            // What contact does not see stands under its table.
            let gaps = if figure.indicator == Indicator::Contact { String::new() } else { says::gaps(v, figure) };
            lines.push(format!("{what} — {source} {gaps}"));
        }
    }
    html! {
        footer {
            p { @for line in &lines { (line) " " } @for line in after::unknown(f, sheet) { (line) " " } @if !sheet.weeks.is_empty() { (v.t("months-weeks-which")) } }
            p {
                (v.t("months-data-verify")) " " code { "yizhan wellbeing verify " (sheet.month) ".json" } " · "
                (public_url) (f.path(of, "")) " · "
                (v.ta("months-sum", &[("sum", sheet.sum.as_str().into())]))
            }
        }
    }
}
