//! Fields of a form: each with its name above, a hint, what was typed, and what is wrong with it.
use maud::{Markup, html};

use super::icons::icon;
use super::said::refused;
use crate::form::Problems;
use crate::view::View;

/// A hidden token that makes sending a form twice do one thing.
pub fn once(token: &str) -> Markup {
    html! { input type="hidden" name="once" value=(token); }
}

/// One field.
#[derive(Debug, Clone, Default)]
pub struct Field<'f> {
    name: &'f str,
    label: String,
    value: &'f str,
    hint: Option<String>,
    autocomplete: Option<&'f str>,
    range: Option<(String, String)>,
    step: Option<u32>,
    longest: Option<u32>,
    optional: bool,
}

impl<'f> Field<'f> {
    pub fn new(name: &'f str, label: impl Into<String>) -> Field<'f> {
        Field { name, label: label.into(), ..Field::default() }
    }
    /// What was typed, or what it is now.
    pub fn value(self, value: &'f str) -> Field<'f> {
        Field { value, ..self }
    }
    pub fn hint(self, words: impl Into<String>) -> Field<'f> {
        Field { hint: Some(words.into()), ..self }
    }
    /// What browsers may fill in (HTML, 4.10.18.7): `name`, `username`, `current-password`, …
    pub fn autocomplete(self, what: &'f str) -> Field<'f> {
        Field { autocomplete: Some(what), ..self }
    }
    /// The smallest and largest value, as the field writes them.
    pub fn range(self, min: impl ToString, max: impl ToString) -> Field<'f> {
        Field { range: Some((min.to_string(), max.to_string())), ..self }
    }
    /// Steps between values: seconds for a time, units for a number.
    pub fn step(self, step: u32) -> Field<'f> {
        Field { step: Some(step), ..self }
    }
    pub fn longest(self, characters: u32) -> Field<'f> {
        Field { longest: Some(characters), ..self }
    }
    /// May be left empty, which the label then says.
    pub fn optional(self) -> Field<'f> {
        Field { optional: true, ..self }
    }
}

/// Draws fields in the reader's language with what is wrong beside them.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub v: &'a View,
    pub problems: &'a Problems,
}

impl<'a> Fields<'a> {
    pub fn new(v: &'a View, problems: &'a Problems) -> Fields<'a> {
        Fields { v, problems }
    }

    pub fn text_field(&self, f: Field<'_>) -> Markup {
        self.input(&f, "text", None)
    }
    pub fn tel_field(&self, f: Field<'_>) -> Markup {
        self.input(&Field { autocomplete: f.autocomplete.or(Some("tel")), ..f }, "tel", Some("tel"))
    }
    /// A one-time code: phones offer what has just come by message.
    pub fn code_field(&self, f: Field<'_>) -> Markup {
        self.input(&Field { autocomplete: Some("one-time-code"), ..f }, "text", Some("numeric"))
    }
    /// A password; what was typed is never sent back.
    pub fn password_field(&self, f: Field<'_>) -> Markup {
        let autocomplete = f.autocomplete.or(Some("current-password"));
        self.input(&Field { value: "", autocomplete, ..f }, "password", None)
    }
    pub fn date_field(&self, f: Field<'_>) -> Markup {
        self.input(&f, "date", None)
    }
    pub fn time_field(&self, f: Field<'_>) -> Markup {
        self.input(&f, "time", None)
    }
    pub fn number_field(&self, f: Field<'_>) -> Markup {
        self.input(&f, "number", Some("numeric"))
    }
    pub fn search_field(&self, f: Field<'_>) -> Markup {
        self.input(&f, "search", None)
    }

    /// Photos, chosen or taken at once; the form is sent as `multipart/form-data`. `several` may be chosen together.
    pub fn photo_field(&self, f: Field<'_>, several: bool) -> Markup {
        let (about, wrong) = self.about(&f);
        let control = html! {
            input id=(id(f.name)) type="file" name=(f.name) accept="image/jpeg,image/png" multiple[several]
                required[!f.optional] aria-describedby=[about] aria-invalid=[wrong];
        };
        self.around(&f, control)
    }

    pub fn textarea(&self, f: Field<'_>) -> Markup {
        let (about, wrong) = self.about(&f);
        let control = html! {
            textarea id=(id(f.name)) name=(f.name) rows="4" maxlength=[f.longest] required[!f.optional]
                aria-describedby=[about] aria-invalid=[wrong] { (f.value) }
        };
        self.around(&f, control)
    }

    /// One of a list that is too long for cards: (value, words).
    pub fn select<'o>(&self, f: Field<'_>, options: impl IntoIterator<Item = (&'o str, &'o str)>) -> Markup {
        let (about, wrong) = self.about(&f);
        let control = html! {
            select id=(id(f.name)) name=(f.name) required[!f.optional] aria-describedby=[about] aria-invalid=[wrong] {
                @for (value, words) in options { option value=(value) selected[value == f.value] { (words) } }
            }
        };
        self.around(&f, control)
    }

    /// A box to tick, with a note below its words.
    pub fn checkbox(&self, f: Field<'_>, checked: bool) -> Markup {
        let value = if f.value.is_empty() { "1" } else { f.value };
        let (about, wrong) = self.about(&Field { hint: None, ..f.clone() });
        html! {
            div class="fld" {
                label class="chk" {
                    input type="checkbox" id=(id(f.name)) name=(f.name) value=(value) checked[checked]
                        aria-describedby=[about] aria-invalid=[wrong];
                    span class="box" aria-hidden="true" { (icon("check")) }
                    span { b { (f.label) } @if let Some(hint) = &f.hint { span class="note" { (hint) } } }
                }
                (self.wrong(f.name))
            }
        }
    }

    /// What is wrong with the form as a whole, and links to each field that is wrong. Nothing when nothing is.
    pub fn summary(&self) -> Markup {
        problems_summary(self.v, self.problems)
    }

    fn input(&self, f: &Field<'_>, kind: &str, inputmode: Option<&str>) -> Markup {
        let (about, wrong) = self.about(f);
        let (min, max) = f.range.as_ref().map(|(a, b)| (a, b)).unzip();
        let control = html! {
            input id=(id(f.name)) type=(kind) name=(f.name) value=(f.value) inputmode=[inputmode]
                autocomplete=[f.autocomplete] min=[min] max=[max] step=[f.step] maxlength=[f.longest]
                required[!f.optional] aria-describedby=[about] aria-invalid=[wrong];
        };
        self.around(f, control)
    }

    /// The ids of hint and problem, and whether there is a problem, for the control's ARIA attributes.
    fn about(&self, f: &Field<'_>) -> (Option<String>, Option<&'static str>) {
        let wrong = self.problems.of(self.v, f.name).is_some();
        let hint = f.hint.as_ref().map(|_| format!("h-{}", f.name));
        let problem = wrong.then(|| format!("p-{}", f.name));
        let ids: Vec<String> = problem.into_iter().chain(hint).collect();
        ((!ids.is_empty()).then(|| ids.join(" ")), wrong.then_some("true"))
    }

    fn around(&self, f: &Field<'_>, control: Markup) -> Markup {
        html! {
            div class="fld" {
                label for=(id(f.name)) {
                    (f.label)
                    @if f.optional { small { (self.v.t("form-optional")) } }
                }
                @if let Some(hint) = &f.hint { p class="note" id={ "h-" (f.name) } { (hint) } }
                (self.wrong(f.name))
                (control)
            }
        }
    }

    pub(super) fn wrong(&self, name: &str) -> Markup {
        html! {
            @if let Some(words) = self.problems.of(self.v, name) {
                p class="err" id={ "p-" (name) } { (icon("alert-triangle")) (words) }
            }
        }
    }
}

/// The id of a field's control, which the summary links to.
pub(super) fn id(name: &str) -> String {
    format!("f-{name}")
}

pub fn problems_summary(v: &View, problems: &Problems) -> Markup {
    let fields: Vec<_> = problems.fields(v).collect();
    html! {
        @if let Some(said) = &problems.whole { (refused(v, said)) }
        @if !fields.is_empty() {
            div class="tip bad" role="alert" {
                (icon("alert-triangle"))
                div {
                    b { (v.ta("form-look-again", &[("n", fields.len().into())])) }
                    ul { @for (name, words) in &fields { li { a href={ "#" (id(name)) } { (words) } } } }
                }
            }
        }
    }
}
