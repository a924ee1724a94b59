//! One survey as managers see it: what comes next stands first.
use kernel::form::Problems;
use kernel::page::{Fields, Tone, notice, section};
use maud::{Markup, html};

use super::list::how_far;
use super::steps::{ballots, draw, empties, homes, list, take_back};
use super::{Frame, result};
use crate::desk::survey::reads::Far;
use crate::desk::survey::{path_of, says};
use crate::rules::waves::State;

pub struct SurveyPage<'a> {
    pub far: &'a Far,
    /// A fresh token for each form of the page.
    pub once: &'a dyn Fn() -> String,
    pub problems: &'a Problems,
    /// The key of what was just done.
    pub done: Option<&'static str>,
}

pub fn survey(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, state) = (f.v, p.far.survey().state);
    html! {
        (Fields::new(v, p.problems).summary())
        @if let Some(done) = p.done { (notice(Tone::Ok, &v.t(done), html! {})) }
        @if state == State::Closed { (result::result(f, p.far.survey())) }
        @else {
            @if matches!(state, State::Made | State::Listed) { (section("h-list", &v.t("survey-list"), None, list(f, p))) }
            @if state == State::Listed { (section("h-draw", &v.t("survey-draw"), None, draw(f, p))) }
            (section("h-far", &v.t("survey-far"), None, how_far(f, p.far)))
            @if state == State::Drawn {
                (section("h-homes", &v.t("survey-homes"), None, homes(f, p)))
                (section("h-ballots", &v.t("survey-ballots"), None, html! { (ballots(f, p)) (take_back(f, p)) }))
                (section("h-empty", &v.t("survey-empty"), None, empties(f, p)))
            }
        }
        (section("h-seed", &v.t("survey-seed"), None, seed(f, p)))
        @if state != State::Closed { (section("h-kept", &v.t("survey-kept-what"), None, kept(f))) }
    }
}

/// What was fixed before there was a list, and where everybody draws again.
fn seed(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, survey) = (f.v, p.far.survey());
    let how = if survey.drawn_at.is_some() { "survey-seed-drawn" } else { "survey-seed-how" };
    html! {
        p { (v.t(how)) }
        p { code { (survey.commitment) } }
        p { a href=(format!("{}/draw.json", path_of(f.station, survey.id))) { (v.t("survey-seed-sheet")) } }
    }
}

/// What is kept, and until when.
fn kept(f: Frame<'_>) -> Markup {
    let keys = ["survey-kept-list", "survey-kept-codes", "survey-kept-answers", "survey-kept-nobody"];
    html! { ul { @for key in keys { li { (f.v.t(key)) } } } }
}

/// The heading of the page: 7月1日–7月31日的调查
pub fn title(f: Frame<'_>, far: &Far) -> String {
    f.v.ta("survey-title-of", &[("days", says::days(&f.when(), far.survey()).into())])
}
