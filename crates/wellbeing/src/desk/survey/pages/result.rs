//! What came of a survey that is over: how many answered before what they said, each number with its interval, or why there is no mean.
use kernel::page::{Tone, facts, notice, section, table};
use maud::{Markup, html};

use super::Frame;
use crate::desk::survey::says;
use crate::rules::survey::{GROUPS, SurveyBasis};
use crate::rules::waves::Survey;

pub fn result(f: Frame<'_>, survey: &Survey) -> Markup {
    let v = f.v;
    let Some(basis) = &survey.result else { return html! {} };
    html! {
        (section("h-result", &v.t("survey-result"), None, html! {
            (counts(f, basis))
            @if basis.estimate().is_none() {
                (notice(Tone::Lamp, &v.t("survey-no-mean"), html! { p { (v.t("survey-no-mean-why")) } }))
            }
            (figures(f, basis))
            @for flag in &basis.flags { (notice(Tone::Lamp, &says::flag(v, *flag), html! { p { (says::about_flag(v, *flag)) } })) }
        }))
        @if basis.estimate().is_some() {
            (section("h-parts", &v.t("survey-parts"), None, parts(f, basis)))
            (section("h-ways", &v.t("survey-ways"), None, ways(f, basis)))
        }
    }
}

fn counts(f: Frame<'_>, basis: &SurveyBasis) -> Markup {
    let (v, r) = (f.v, basis.response);
    let labels =
        ["survey-listed", "survey-drawn", "survey-not-eligible", "survey-asked", "survey-answered"].map(|key| v.t(key));
    let n = [basis.frame_size, r.drawn, r.not_eligible, r.asked(), r.answered];
    facts(labels.iter().zip(n).map(|(label, n)| (label.as_str(), html! { (n) })))
}

fn figures(f: Frame<'_>, basis: &SurveyBasis) -> Markup {
    let v = f.v;
    let head = ["survey-figure", "survey-value", "survey-n"].map(|key| v.t(key));
    let row = |one: &crate::rules::figure::Figure| {
        vec![html! { (says::figure(v, one)) }, html! { b { (says::ends(v, one)) } }, html! { (one.n) }]
    };
    let mut rows: Vec<Vec<Markup>> = basis.figures().iter().map(row).collect();
    let of_mean = basis.estimate().filter(|_| basis.groups.iter().any(Option::is_none));
    for ((name, ..), _) in GROUPS.iter().zip(basis.groups).filter(|(_, n)| n.is_none() && of_mean.is_some()) {
        let group = v.ta("survey-figure-group", &[("group", name.replace('-', "–").into())]);
        rows.push(vec![html! { (group) }, html! { (v.t("survey-hidden")) }, html! {}]);
    }
    html! {
        @if !rows.is_empty() {
            (table(&v.t("survey-figures-how"), &head.each_ref().map(String::as_str), &rows))
            @if let Some(e) = basis.estimate() {
                p class="note" { (v.ta("survey-effective", &[("n", e.n.into()), ("effective", e.effective_n.floor().into())])) }
            }
        }
    }
}

/// The bands as they were joined until each had ten answers.
fn parts(f: Frame<'_>, basis: &SurveyBasis) -> Markup {
    let v = f.v;
    let head = ["survey-field-band", "survey-field-people", "survey-answered"].map(|key| v.t(key));
    let rows: Vec<Vec<Markup>> = basis
        .strata
        .iter()
        .map(|(name, s)| vec![html! { (name) }, html! { (s.population) }, html! { (s.n) }])
        .collect();
    table(&v.t("survey-parts-how"), &head.each_ref().map(String::as_str), &rows)
}

fn ways(f: Frame<'_>, basis: &SurveyBasis) -> Markup {
    let v = f.v;
    let head = ["survey-way", "survey-answered"].map(|key| v.t(key));
    let row = |(mode, n): &(crate::rules::flags::Mode, Option<u64>)| {
        let n = n.map_or_else(|| v.t("survey-hidden"), |n| n.to_string());
        vec![html! { (crate::says::mode(v, *mode)) }, html! { (n) }]
    };
    let rows: Vec<Vec<Markup>> = basis.modes.iter().map(row).collect();
    table(&v.t("survey-ways-how"), &head.each_ref().map(String::as_str), &rows)
}
