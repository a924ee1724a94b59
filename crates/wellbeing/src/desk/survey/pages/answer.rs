//! Typing in a ballot of paper, fast and one after the other; and the question on a page of its own, to be read aloud or handed over.
//! Both come back empty: nothing of an answer stays on the screen.
use kernel::form::Problems;
use kernel::page::{
    Button, Choice, Dock, Field, Fields, HtmlPage, Tone, actions, notice, once, radio_cards, read_aloud,
};
use maud::{Markup, html};

use super::Frame;
use crate::desk::survey::forms::AnswerForm;
use crate::desk::survey::{assets, top};
use crate::rules::waves::{Band, TOP_SCORE};

pub struct AnswerPage<'a> {
    pub bands: &'a [Band],
    pub form: &'a AnswerForm,
    pub problems: &'a Problems,
    /// One was just taken.
    pub kept: bool,
    /// A fresh token.
    pub once: &'a str,
}

/// For whoever has a stack of ballots and a keyboard.
pub fn paper(f: Frame<'_>, p: &AnswerPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let score = Field::new("score", v.t("survey-field-score")).value(&p.form.score).range(0, TOP_SCORE);
    html! {
        (fields.summary())
        @if p.kept { (notice(Tone::Ok, &v.t("survey-paper-kept"), html! {})) }
        p class="note" { (v.t("survey-paper-what")) }
        form method="post" action=(format!("{}/paper", top(f.station))) autocomplete="off" {
            (once(p.once))
            (code(f, p, true))
            (fields.number_field(score.autocomplete("off").hint(v.t("survey-field-score-how"))))
            (bands(&fields, p, &v.t("survey-field-age")))
            (actions(html! { (Button::new(v.t("survey-paper-keep")).icon("check")) }))
        }
        p class="note" { (v.t("survey-paper-after")) }
    }
}

/// The question with nothing around it.
pub fn ask(f: Frame<'_>, p: &AnswerPage<'_>) -> HtmlPage {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let choice = |score: u8| {
        let value = score.to_string();
        Choice::new(&value, &value).chosen(p.form.score.trim() == value)
    };
    let scores: Vec<Choice> = (0..=TOP_SCORE).map(choice).collect();
    let body = html! {
        (fields.summary())
        div id="question" class="sec" {
            h2 { (v.t("survey-question")) }
            p { (v.t("survey-question-low")) br; (v.t("survey-question-high")) }
            p class="note" { (v.t("survey-ask-nobody")) }
        }
        p class="chips" { (read_aloud(v, "question")) }
        form method="post" action=(format!("{}/ask", top(f.station))) autocomplete="off" {
            (once(p.once))
            div class="elevens" { (radio_cards(&fields, "score", &v.t("survey-field-answer"), &scores)) }
            (bands(&fields, p, &v.t("survey-question-band")))
            (code(f, p, false))
            (actions(html! { (Button::new(v.t("survey-ask-keep")).huge().icon("check")) }))
        }
    };
    f.bare(v.t("survey-ask")).dock(Dock::None).sheet_at(assets::sheet()).status(p.problems.status()).body(body)
}

/// After an answer to whoever was asked: nothing of it, and the way to the next.
pub fn thanks(f: Frame<'_>) -> HtmlPage {
    let v = f.v;
    let body = html! {
        (notice(Tone::Ok, &v.t("survey-ask-thanks"), html! { p { (v.t("survey-ask-nobody")) } }))
        (actions(html! {
            (Button::new(v.t("survey-ask-next")).secondary().href(format!("{}/ask", top(f.station))))
            (Button::new(v.t("survey-ask-back")).flat().href(top(f.station)))
        }))
    };
    f.bare(v.t("survey-ask")).dock(Dock::None).body(body)
}

fn bands(fields: &Fields<'_>, p: &AnswerPage<'_>, legend: &str) -> Markup {
    let choice = |(at, band): (usize, &Band)| {
        let value = at.to_string();
        let chosen = p.form.band.trim() == value;
        Choice::new(value, &band.band).chosen(chosen)
    };
    let all: Vec<Choice> = p.bands.iter().enumerate().map(choice).collect();
    radio_cards(fields, "band", legend, &all)
}

/// The code of the ballot; the cursor is in it where one is typed after the other.
fn code(f: Frame<'_>, p: &AnswerPage<'_>, first: bool) -> Markup {
    let v = f.v;
    let wrong = p.problems.of(v, "code");
    html! {
        div class="fld" {
            label for="f-code" { (v.t("survey-field-code")) }
            p class="note" id="h-code" { (v.t("survey-field-code-how")) }
            @if let Some(words) = &wrong { p class="err" id="p-code" { (words) } }
            input id="f-code" type="text" name="code" value=(p.form.code) required autofocus[first] autocapitalize="characters"
                spellcheck="false" maxlength="24" aria-describedby={ @if wrong.is_some() { "p-code " } "h-code" }
                aria-invalid=[wrong.as_ref().map(|_| "true")];
        }
    }
}
