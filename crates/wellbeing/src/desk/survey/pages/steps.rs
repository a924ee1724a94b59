//! The forms of one survey: a list, the draw, ballots, houses where nobody lives.
use kernel::page::{Button, Field, Fields, Tone, actions, notice, once};
use maud::{Markup, html};

use super::Frame;
use super::survey::SurveyPage;
use crate::desk::survey::{MOST_PRINTED, path_of};

fn below(f: Frame<'_>, p: &SurveyPage<'_>, what: &str) -> String {
    format!("{}/{what}", path_of(f.station, p.far.survey().id))
}

/// How many households it has, and where another one is handed in.
pub fn list(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, survey) = (f.v, p.far.survey());
    let go =
        Button::new(v.t(if survey.households.is_some() { "survey-list-again" } else { "survey-list-go" })).icon("list");
    let go = if survey.households.is_some() { go.secondary() } else { go };
    html! {
        @match survey.households {
            Some(n) => p { (v.ta("survey-list-has", &[("n", n.into())])) },
            None => p { (v.t("survey-list-none")) },
        }
        (actions(html! { (go.href(below(f, p, "list"))) }))
    }
}

/// It is done once; what fixes its outcome is said before.
pub fn draw(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, survey) = (f.v, p.far.survey());
    let args = [("wanted", survey.new.wanted.into()), ("n", survey.households.unwrap_or(0).into())];
    html! {
        p { (v.ta("survey-draw-what", &args)) }
        p class="note" { (v.t("survey-draw-once")) }
        form method="post" action=(below(f, p, "draw")) {
            (once(&(p.once)()))
            (actions(html! { (Button::new(v.t("survey-draw-go")).icon("refresh")) }))
        }
    }
}

/// Whom to visit.
pub fn homes(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let v = f.v;
    html! {
        p { (v.t("survey-homes-what")) }
        (actions(html! { (Button::new(v.t("survey-homes-go")).secondary().icon("printer").href(below(f, p, "households"))) }))
    }
}

/// Printed at once in a window of its own: the codes are shown this once.
pub fn ballots(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, far) = (f.v, &p.far.progress);
    let fields = Fields::new(v, p.problems);
    let most = far.can_print.min(MOST_PRINTED);
    let n = most.to_string();
    let args =
        [("printed", far.survey.printed.into()), ("unspent", far.unspent.into()), ("left", far.can_print.into())];
    html! {
        p { (v.ta("survey-ballots-how-many", &args)) }
        @if most > 0 {
            (notice(Tone::Lamp, &v.t("survey-ballots-once"), html! { p { (v.t("survey-ballots-once-how")) } }))
            form method="post" action=(below(f, p, "ballots")) target="_blank" {
                (once(&(p.once)()))
                (fields.number_field(Field::new("n", v.t("survey-field-ballots")).value(&n).range(1, most)))
                (actions(html! { (Button::new(v.t("survey-ballots-go")).icon("printer")) }))
            }
        }
    }
}

pub fn take_back(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, unspent) = (f.v, p.far.progress.unspent);
    html! {
        @if unspent > 0 {
            details {
                summary { (v.t("survey-back")) }
                p { (v.ta("survey-back-what", &[("n", unspent.into())])) }
                form method="post" action=(below(f, p, "taken-back")) {
                    (once(&(p.once)()))
                    (actions(html! { (Button::new(v.t("survey-back-go")).danger().icon("ban")) }))
                }
            }
        }
    }
}

pub fn empties(f: Frame<'_>, p: &SurveyPage<'_>) -> Markup {
    let (v, survey) = (f.v, p.far.survey());
    let n = survey.not_eligible.to_string();
    html! {
        p { (v.t("survey-empty-what")) }
        form method="post" action=(below(f, p, "empty")) {
            (once(&(p.once)()))
            (Fields::new(v, p.problems).number_field(Field::new("empty", v.t("survey-field-empty")).value(&n).range(0, survey.drawn())))
            (actions(html! { (Button::new(v.t("survey-empty-go")).secondary().icon("check")) }))
        }
    }
}
