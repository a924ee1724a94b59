//! What the survey is, how its households were drawn, and what came of earlier ones.
use kernel::page::{Row, facts, rows, section};
use maud::{Markup, html};

use super::frame::Frame;
use crate::answers::Public;
use crate::public::ballot::reads::{Asked, Over};
use crate::rules::figure::printed;
use crate::rules::survey::SurveyBasis;

/// On the station's home page, while answers are taken.
pub fn home(f: Frame<'_>, survey: &Public) -> Markup {
    let v = f.v;
    let until = v.ta("ballot-home-until", &[("day", f.day(survey.closes_on).into())]);
    let row = Row::new(v.t("ballot-home")).icon("message-circle").note(&until);
    section("survey", &v.t("ballot-title"), None, rows([row.link(f.path(""), &v.t("ballot-home-go"), false)]))
}

/// Who is asked, what is kept, and how somebody without a phone answers.
pub fn about(f: Frame<'_>, asked: &Asked) -> Markup {
    let v = f.v;
    let far = asked.now.as_ref().and_then(|survey| survey.answered);
    let far = far.map(|n| Row::new(v.ta("ballot-far", &[("n", n.into())])).icon("chart-bar"));
    let told = [
        Row::new(v.t("ballot-who")).icon("users").note(&v.t("ballot-who-how")),
        Row::new(v.t("ballot-secret")).icon("lock").note(&v.t("ballot-secret-how")),
        Row::new(v.t("ballot-ways")).icon("writing").note(&v.t("ballot-ways-how")),
        Row::new(v.t("ballot-use")).icon("calendar").note(&v.t("ballot-use-how")).leads_to(f.station.path("/months")),
    ];
    section("h-about", &v.t("ballot-about"), None, rows(told.into_iter().chain(far)))
}

/// The draw of the survey that is not over: what was fixed before the list, and how anybody draws again.
pub fn draw(f: Frame<'_>, asked: &Asked) -> Markup {
    let v = f.v;
    let Some(survey) = &asked.now else { return html! {} };
    let drawn = survey.seed.is_some();
    html! {
        (section("h-draw", &v.t("ballot-draw"), None, html! {
            p { (v.t(if drawn { "ballot-draw-what" } else { "ballot-draw-before" })) }
            (numbers(f, survey))
            p class="note" { (v.t("ballot-draw-again")) }
            p { a href=(f.path("/draw.json")) { (v.t("ballot-draw-sheet")) } }
        }))
    }
}

fn numbers(f: Frame<'_>, survey: &Public) -> Markup {
    let v = f.v;
    let households = |n: u32| html! { (v.ta("ballot-n-households", &[("n", n.into())])) };
    let of = |key: &str, value: Option<Markup>| value.map(|value| (v.t(key), value));
    let all: Vec<(String, Markup)> = [
        of("ballot-draw-list", survey.households.map(households)),
        of("ballot-draw-asked", survey.households.map(|_| households(survey.drawn))),
        of("ballot-draw-hash", Some(html! { (survey.commitment) })),
        of("ballot-draw-seed", survey.seed.as_ref().map(|seed| html! { (seed) })),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts(all.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

/// Earlier ones, each with how many answered before what they said.
pub fn results(f: Frame<'_>, asked: &Asked) -> Markup {
    let v = f.v;
    if asked.over.is_empty() {
        return html! {};
    }
    html! {
        (section("h-results", &v.t("ballot-results"), None, rows(asked.over.iter().map(|one| result(f, one)))))
        p class="note" { (v.t("ballot-results-how")) }
    }
}

fn result(f: Frame<'_>, one: &Over) -> Row {
    let v = f.v;
    let title = v.ta("ballot-result-of", &[("day", f.day(one.basis.closed_on).into())]);
    let row = Row::new(title).icon("chart-bar").note(&answered(f, &one.basis)).note(&mean(f, &one.basis));
    match &one.month {
        Some(month) => row.leads_to(f.station.path(&format!("/months/{month}"))),
        None => row.note(&v.t("ballot-result-month-later")),
    }
}

/// 问了 117 户，76 户回答了，65%（56%–73%）
fn answered(f: Frame<'_>, basis: &SurveyBasis) -> String {
    let (v, r) = (f.v, basis.response);
    let counts = [("asked", r.asked().into()), ("answered", r.answered.into())];
    let said = v.ta("ballot-result-answered", &counts);
    let percent = |x: f64| format!("{}%", printed(100.0 * x, 0));
    match r.share().published() {
        None => said,
        Some(s) => {
            let ends =
                [("value", percent(s.value).into()), ("low", percent(s.low).into()), ("high", percent(s.high).into())];
            said + &v.ta("ballot-result-share", &ends)
        }
    }
}

/// 平均 7.13；有九成五的把握在 6.71 到 7.52 之间。Or why there is none.
fn mean(f: Frame<'_>, basis: &SurveyBasis) -> String {
    let two = |x: f64| printed(x, 2);
    match basis.estimate() {
        None => f.v.t("ballot-result-no-mean"),
        Some(e) => {
            let ends = [("mean", two(e.mean).into()), ("low", two(e.low).into()), ("high", two(e.high).into())];
            f.v.ta("ballot-result-mean", &ends)
        }
    }
}
