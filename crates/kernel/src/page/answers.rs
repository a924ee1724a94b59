//! The answer to what somebody came for, and the slip that they keep.
use maud::{Markup, Render, html};

use super::parts::{Kind, status};

/// A large answer: how it stands, what to do, and the button that does it.
#[derive(Clone)]
pub struct Answer {
    kind: Kind,
    word: String,
    title: String,
    under: Option<String>,
    actions: Option<Markup>,
}

impl Answer {
    pub fn new(kind: Kind, word: impl Into<String>, title: impl Into<String>) -> Answer {
        Answer { kind, word: word.into(), title: title.into(), under: None, actions: None }
    }
    pub fn under(self, words: impl Into<String>) -> Answer {
        Answer { under: Some(words.into()), ..self }
    }
    pub fn actions(self, buttons: Markup) -> Answer {
        Answer { actions: Some(buttons), ..self }
    }
}

impl Render for Answer {
    fn render(&self) -> Markup {
        html! {
            section class={ "card best" (self.kind.class()) } {
                p { (status(self.kind, &self.word)) }
                h2 { (self.title) }
                @if let Some(words) = &self.under { p { (words) } }
                @if let Some(buttons) = &self.actions { div class="acts" { (buttons) } }
            }
        }
    }
}

/// A slip to keep: one large thing, where it holds, and what is below the perforation.
#[derive(Clone, Default)]
pub struct Receipt {
    label: String,
    big: String,
    place: String,
    status: Option<Markup>,
    code: Option<(String, String)>,
    below: Option<Markup>,
}

impl Receipt {
    /// `label` names the slip, `big` is what one looks for: `20:00`, `A017`.
    pub fn new(label: impl Into<String>, big: impl Into<String>, place: impl Into<String>) -> Receipt {
        Receipt { label: label.into(), big: big.into(), place: place.into(), ..Receipt::default() }
    }
    pub fn status(self, kind: Kind, words: &str) -> Receipt {
        Receipt { status: Some(status(kind, words)), ..self }
    }
    /// A code to show at the door, with its name.
    pub fn code(self, label: impl Into<String>, code: impl Into<String>) -> Receipt {
        Receipt { code: Some((label.into(), code.into())), ..self }
    }
    pub fn below(self, body: Markup) -> Receipt {
        Receipt { below: Some(body), ..self }
    }
}

impl Render for Receipt {
    fn render(&self) -> Markup {
        let torn = self.code.is_some() || self.below.is_some();
        html! {
            section class="card slip" aria-label=(self.label) {
                h2 { (self.label) }
                p class="no" { (self.big) }
                p class="at" { (self.place) }
                @if let Some(words) = &self.status { p { (words) } }
                @if torn { hr; }
                @if let Some((label, code)) = &self.code { p class="code" { (label) b { (code) } } }
                @if let Some(body) = &self.below { (body) }
            }
        }
    }
}
