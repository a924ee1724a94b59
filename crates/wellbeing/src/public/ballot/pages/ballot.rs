//! The ballot itself: one question, eleven numbers, a band of age, and the code from the paper.
use kernel::form::Problems;
use kernel::page::{Answer, Button, Choice, Fields, HtmlPage, Kind, actions, icon, once, radio_cards, read_aloud};
use maud::{Markup, html};

use super::about::{about, draw, results};
use super::frame::Frame;
use crate::answers::Public;
use crate::public::ballot::forms::BallotForm;
use crate::public::ballot::reads::Asked;
use crate::rules::ballot::Code;
use crate::rules::waves::TOP_SCORE;

pub struct BallotPage<'a> {
    pub asked: &'a Asked,
    pub form: &'a BallotForm,
    pub problems: &'a Problems,
    /// A fresh token.
    pub once: &'a str,
}

pub fn ballot(f: Frame<'_>, p: &BallotPage<'_>) -> HtmlPage {
    let (v, title) = (f.v, f.v.t("ballot-title"));
    let fields = Fields::new(v, p.problems);
    f.shell(&title, true).status(p.problems.status()).body(html! {
        (f.head(&title))
        (fields.summary())
        @match p.asked.open() {
            Some(survey) if asks_code(f, p) => (code_first(f, p, survey)),
            Some(survey) => (question(f, p, survey)),
            None => (not_open(f, p.asked)),
        }
        (f.leave())
        @if !f.is_machine() {
            (about(f, p.asked))
            (draw(f, p.asked))
            (results(f, p.asked))
            @if p.asked.open().is_some() {
                p class="sec note" { a href=(f.path("/tip")) { (v.t("ballot-tip-way")) } }
            }
        }
    })
}

/// On the screen the code comes first, on a page of its own: a scanner types it and presses Enter.
fn asks_code(f: Frame<'_>, p: &BallotPage<'_>) -> bool {
    // A code that is spent, or never was, is asked for anew.
    f.is_machine() && (!is_code(p.form) || p.problems.whole.is_some())
}

fn is_code(form: &BallotForm) -> bool {
    Code::typed(&form.code).is_ok()
}

/// How it stands while there is nothing to answer.
fn not_open(f: Frame<'_>, asked: &Asked) -> Markup {
    let (v, today) = (f.v, f.when().today());
    match &asked.now {
        None => {
            html! { (Answer::new(Kind::Shut, v.t("ballot-shut"), v.t("ballot-none")).under(v.t("ballot-none-how"))) }
        }
        Some(survey) if today > survey.closes_on => {
            html! { (Answer::new(Kind::Shut, v.t("ballot-shut"), v.t("ballot-over")).under(v.t("ballot-over-how"))) }
        }
        // Whose first day is past and whose households are not drawn cannot say when it opens.
        Some(survey) if today >= survey.opens_on => {
            html! { (Answer::new(Kind::Away, v.t("ballot-soon"), v.t("ballot-late")).under(v.t("ballot-opens-how"))) }
        }
        Some(survey) => {
            let opens = v.ta("ballot-opens", &[("day", f.day(survey.opens_on).into())]);
            html! { (Answer::new(Kind::Away, v.t("ballot-soon"), opens).under(v.t("ballot-opens-how"))) }
        }
    }
}

fn until(f: Frame<'_>, survey: &Public) -> String {
    f.v.ta("ballot-until", &[("day", f.day(survey.closes_on).into())])
}

fn code_first(f: Frame<'_>, p: &BallotPage<'_>, survey: &Public) -> Markup {
    let v = f.v;
    html! {
        p { (v.t("ballot-machine-what")) " " (until(f, survey)) }
        form method="post" action=(f.path("")) autocomplete="off" {
            (code(f, p, true))
            (actions(html! { (Button::new(v.t("ballot-next")).huge().icon("arrow-right")) }))
        }
    }
}

/// The question above its answers. Where the code came with the picture, it is folded away below: they need not read it.
fn question(f: Frame<'_>, p: &BallotPage<'_>, survey: &Public) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let known = is_code(p.form) && p.problems.whole.is_none();
    html! {
        div id="question" class="sec" {
            h2 { (v.t("survey-question")) }
            p { (v.t("survey-question-low")) (v.t("ballot-and")) (v.t("survey-question-high")) }
        }
        p class="chips" { (read_aloud(v, "question")) }
        form method="post" action=(f.path("")) autocomplete="off" {
            (once(p.once))
            @if !known { (code(f, p, false)) }
            (scores(f, p))
            (bands(&fields, p, survey, &v.t("survey-question-band")))
            @if known && f.is_machine() { input type="hidden" name="code" value=(p.form.code); }
            @else if known { details { summary { (v.t("ballot-code-known")) } (code(f, p, false)) } }
            (actions(html! { (Button::new(v.t("ballot-send")).huge().icon("check")) }))
        }
        p class="note" { (v.t("ballot-nobody")) " " (until(f, survey)) }
    }
}

/// Eleven of them, each as wide as a thumb on the smallest phone.
fn scores(f: Frame<'_>, p: &BallotPage<'_>) -> Markup {
    let wrong = p.problems.of(f.v, "score");
    html! {
        fieldset class="fld" id="f-score" {
            legend { (f.v.t("ballot-choose")) }
            @if let Some(words) = &wrong { p class="err" id="p-score" { (icon("alert-triangle")) (words) } }
            div class="days scale" {
                @for score in 0..=TOP_SCORE {
                    label class="dayc" {
                        input class="vh" type="radio" name="score" value=(score)
                            checked[p.form.score.trim() == score.to_string()];
                        b { (score) }
                    }
                }
            }
        }
    }
}

fn bands(fields: &Fields<'_>, p: &BallotPage<'_>, survey: &Public, legend: &str) -> Markup {
    let choice = |(at, band): (usize, &String)| {
        let value = at.to_string();
        let chosen = p.form.band.trim() == value;
        Choice::new(value, band).chosen(chosen)
    };
    let all: Vec<Choice> = survey.bands.iter().enumerate().map(choice).collect();
    radio_cards(fields, "band", legend, &all)
}

fn code(f: Frame<'_>, p: &BallotPage<'_>, first: bool) -> Markup {
    let v = f.v;
    let wrong = p.problems.of(v, "code");
    let how = v.t(if f.is_machine() { "ballot-machine-code-how" } else { "survey-field-code-how" });
    html! {
        div class="fld" {
            label for="f-code" { (v.t("survey-field-code")) }
            p class="note" id="h-code" { (how) }
            @if let Some(words) = &wrong { p class="err" id="p-code" { (icon("alert-triangle")) (words) } }
            input id="f-code" type="text" name="code" value=(p.form.code) required autofocus[first] autocomplete="off"
                autocapitalize="characters" spellcheck="false" maxlength="300"
                aria-describedby={ @if wrong.is_some() { "p-code " } "h-code" } aria-invalid=[wrong.as_ref().map(|_| "true")];
        }
    }
}
