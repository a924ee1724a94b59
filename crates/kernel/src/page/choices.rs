//! One of a few: as a strip of short words, or as cards.
use maud::{Markup, html};

use super::fields::{Fields, id};
use super::icons::icon;

/// One choice of several.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub note: Option<String>,
    pub icon: Option<&'static str>,
    pub chosen: bool,
    /// Shown, but not to be had now.
    pub shut: bool,
    /// In a strip of the desk: too long a word to stand beside the others on a phone.
    pub wide: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into(), ..Choice::default() }
    }
    pub fn note(self, words: impl Into<String>) -> Choice {
        Choice { note: Some(words.into()), ..self }
    }
    pub fn icon(self, name: &'static str) -> Choice {
        Choice { icon: Some(name), ..self }
    }
    pub fn chosen(self, chosen: bool) -> Choice {
        Choice { chosen, ..self }
    }
    pub fn shut(self, shut: bool) -> Choice {
        Choice { shut, ..self }
    }
    pub fn wide(self, wide: bool) -> Choice {
        Choice { wide, ..self }
    }
}

/// A strip of short choices: half an hour, an hour, …
pub fn segmented(name: &str, legend: &str, choices: &[Choice]) -> Markup {
    html! {
        fieldset class="sec" {
            legend { (legend) }
            div class="segs" {
                @for c in choices {
                    label.seg.wide[c.wide] {
                        input class="vh" type="radio" name=(name) value=(c.value) data-l=(c.label) checked[c.chosen]
                            disabled[c.shut];
                        span { (c.label) }
                    }
                }
            }
        }
    }
}

/// Choices that need a word of explanation or an icon.
pub fn radio_cards(fields: &Fields<'_>, name: &str, legend: &str, choices: &[Choice]) -> Markup {
    let wrong = fields.wrong(name);
    html! {
        fieldset class="fld" id=(id(name)) {
            legend { (legend) }
            (wrong)
            div class="cards" {
                @for c in choices {
                    label class={ "rc" @if c.icon.is_some() { " ic" } } {
                        input class="vh" type="radio" name=(name) value=(c.value) data-l=(c.label) checked[c.chosen]
                            disabled[c.shut];
                        @if let Some(name) = c.icon { (icon(name)) }
                        b { (c.label) }
                        @if let Some(words) = &c.note { span class="note" { (words) } }
                    }
                }
            }
        }
    }
}
