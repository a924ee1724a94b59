//! 幸福指数: how many answered, the mean with its interval or why there is none, what silence could change, and what should make a
//! reader careful.
use kernel::page::section;
use maud::{Markup, html};

use super::chart::Bar;
use super::four::origin;
use super::frame::{Cells, Frame, figure, lines};
use crate::public::months::says;
use crate::rules::figure::{Figure, Indicator, printed};
use crate::rules::sheet::MonthSheet;
use crate::rules::survey::{GROUPS, SurveyBasis};

/// The answers go from 0 to 10.
const TOP: f64 = 10.0;

/// Nothing where no survey was closed in the month: the page says so elsewhere.
pub fn survey(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let (v, Some(survey)) = (f.v, &sheet.survey) else { return html! {} };
    let about = [
        ("day", f.when().date_in_full(survey.closed_on).into()),
        ("frame", survey.frame_size.into()),
        ("asked", survey.response.asked().into()),
        ("answered", survey.response.answered.into()),
    ];
    let title = says::indicator(v, Indicator::Satisfaction);
    section(
        "h-survey",
        &title,
        Some((&v.t("months-survey-more"), &f.station.path("/survey"))),
        html! {
            div class="card pad text" {
                p { (v.t("months-survey-question")) }
                @match figure(sheet, Indicator::Satisfaction, "") {
                    Some(mean) => (the_mean(f, sheet, survey, mean)),
                    None => p { b { (v.t(why_no_mean(survey))) } },
                }
                p class="note" { (v.ta("months-survey-about", &about)) }
                @if let Some(r) = figure(sheet, Indicator::Response, "") { p { b { (says::range(v, r)) } " " (says::sentence(v, r)) } p class="note" { (says::of_how_many(v, r)) } }
            }
            div class="text" {
                (groups(f, sheet, survey))
                (careful(f, survey))
                (ways(f, survey))
                @if let Some(first) = sheet.figures.iter().find(|f| f.indicator == Indicator::Satisfaction) { (origin(v, first)) }
                @else if let Some(r) = figure(sheet, Indicator::Response, "") { (origin(v, r)) }
            }
        },
    )
}

/// Why only the response is published.
pub fn why_no_mean(survey: &SurveyBasis) -> &'static str {
    if survey.response.is_enough() { "months-survey-no-mean" } else { "months-survey-too-few" }
}

/// The mean on its scale.
pub fn picture(f: Frame<'_>, sheet: &MonthSheet, mean: &Figure) -> Markup {
    let ends = |f: &Figure| (f.low / TOP, f.high / TOP);
    let bar = Bar {
        title: says::indicator(f.v, Indicator::Satisfaction),
        big: says::range(f.v, mean),
        range: ends(mean),
        wide: figure(sheet, Indicator::Satisfaction, "bounds").map(ends),
        dot: mean.value.map(|x| x / TOP),
        marks: ["0", "5", "10"].map(String::from),
    };
    bar.draw()
}

fn the_mean(f: Frame<'_>, sheet: &MonthSheet, survey: &SurveyBasis, mean: &Figure) -> Markup {
    let v = f.v;
    let effective = survey.estimate().map(|e| printed(e.effective_n, 0));
    html! {
        (picture(f, sheet, mean))
        p { (says::sentence(v, mean)) }
        p class="note" {
            (says::of_how_many(v, mean))
            @if let Some(n) = effective { " " (v.ta("months-survey-effective", &[("n", n.into())])) }
        }
        @for part in ["bounds", "bootstrap"] {
            @if let Some(f) = figure(sheet, Indicator::Satisfaction, part) { p class="note" { b { (says::range(v, f)) } " " (says::sentence(v, f)) } }
        }
    }
}

/// How many chose what; a group that is too small, or would tell one that is, is hidden.
fn groups(f: Frame<'_>, sheet: &MonthSheet, survey: &SurveyBasis) -> Markup {
    let v = f.v;
    if figure(sheet, Indicator::Satisfaction, "").is_none() {
        return html! {};
    }
    // What each means stands below: beside it, in large letters on a phone, it would be a column of single words.
    let (mut rows, mut means): (Vec<Vec<Markup>>, Vec<String>) = (vec![], vec![]);
    for ((name, ..), count) in GROUPS.iter().zip(survey.groups) {
        let said = figure(sheet, Indicator::Satisfaction, name).map(|f| (says::range(v, f), says::sentence(v, f)));
        let (range, mean) = match (said, count) {
            (Some(said), _) => said,
            (None, Some(n)) => (n.to_string(), v.ta("months-answers", &[("n", n.into())])),
            (None, None) => (v.t("months-contact-none"), v.t("months-survey-hidden")),
        };
        rows.push(vec![html! { (name.replace('-', "–")) }, html! { (range) }]);
        if !means.contains(&mean) {
            means.push(mean);
        }
    }
    let head = [v.t("months-survey-chose"), v.t("months-survey-how-many")];
    html! {
        (lines(&v.t("months-survey-groups"), Cells::Whole, &head, &rows))
        @for mean in &means { p class="note" { (mean) } }
    }
}

/// The flags, in words. A flag accuses nobody.
fn careful(f: Frame<'_>, survey: &SurveyBasis) -> Markup {
    let v = f.v;
    html! {
        @if survey.flags.is_empty() { p class="note" { (v.t("months-flag-none")) } }
        @else {
            p { b { (v.t("months-flags")) } }
            @for flag in &survey.flags { p { (says::flag(v, flag)) } }
            p class="note" { (v.t("months-flags-accuse-nobody")) }
        }
    }
}

/// How many came in which way, and from which parts: where it is not hidden.
fn ways(f: Frame<'_>, survey: &SurveyBasis) -> Markup {
    let v = f.v;
    let said = |n: Option<u64>| n.map_or_else(|| v.t("months-contact-none"), |n| n.to_string());
    let way = |(mode, n): &(crate::rules::flags::Mode, Option<u64>)| format!("{} {}", says::mode(v, *mode), said(*n));
    let ways: Vec<String> = survey.modes.iter().map(way).collect();
    let parts: Vec<String> = survey.strata.iter().map(|(name, s)| format!("{name} {}", s.n)).collect();
    html! {
        @if !survey.strata.is_empty() {
            p class="note" { (v.ta("months-survey-ways", &[("ways", ways.join(&v.t("months-and")).into())])) }
            p class="note" { (v.ta("months-survey-parts", &[("parts", parts.join(&v.t("months-and")).into())])) }
        }
    }
}
