//! A form keeps what was typed and says what is wrong next to the field.
use std::collections::BTreeMap;

use axum::http::StatusCode;
use fluent_bundle::FluentValue;

use crate::refusal::Said;
use crate::view::View;
use crate::words::{Lang, Words};

/// What is wrong with a form: field by field, as keys of texts with their values, and about the whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problems {
    pub whole: Option<Said>,
    fields: BTreeMap<&'static str, Problem>,
}

/// One thing that is wrong with one field: the key of a text, and the values that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub key: &'static str,
    pub shown: Vec<(&'static str, String)>,
}

impl Problems {
    pub fn about_the_whole(said: Said) -> Problems {
        Problems { whole: Some(said), ..Problems::default() }
    }

    /// Notes that `field` is wrong; the first problem of a field is the one that is shown.
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.add_with(field, key, vec![]);
    }

    pub fn add_with(&mut self, field: &'static str, key: &'static str, shown: Vec<(&'static str, String)>) {
        self.fields.entry(field).or_insert(Problem { key, shown });
    }

    /// The parsed value, or `None` with the problem noted.
    pub fn take<T, E>(&mut self, field: &'static str, parsed: Result<T, E>, key: &'static str) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(_) => {
                self.add(field, key);
                None
            }
        }
    }

    pub fn none(&self) -> bool {
        self.whole.is_none() && self.fields.is_empty()
    }

    /// What a page that shows them answers: a form that has problems is a request that cannot be processed; a rule that says
    /// no depends on how things stand.
    pub fn status(&self) -> StatusCode {
        match (&self.whole, self.none()) {
            (_, true) => StatusCode::OK,
            (Some(_), _) => StatusCode::CONFLICT,
            (None, _) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// What is wrong with `field`, in the reader's language.
    pub fn of(&self, v: &View, field: &str) -> Option<String> {
        self.fields.get(field).map(|p| p.say(v))
    }

    pub fn fields<'p>(&'p self, v: &'p View) -> impl Iterator<Item = (&'static str, String)> + 'p {
        self.fields.iter().map(move |(field, p)| (*field, p.say(v)))
    }

    /// The same for whoever reads a file and has no page.
    pub fn said<'p>(&'p self, words: &'p Words, lang: Lang) -> impl Iterator<Item = (&'static str, String)> + 'p {
        self.fields.iter().map(move |(field, p)| (*field, words.say(lang, p.key, &p.args())))
    }

    /// Ends the reading of a form: `Ok` if nothing is wrong.
    pub fn or_else_all<T>(self, read: Option<T>) -> Result<T, Problems> {
        match read {
            Some(value) if self.none() => Ok(value),
            _ => Err(self),
        }
    }
}

impl Problem {
    fn args(&self) -> Vec<(&str, FluentValue<'_>)> {
        self.shown.iter().map(|(k, shown)| (*k, shown.as_str().into())).collect()
    }

    fn say(&self, v: &View) -> String {
        v.ta(self.key, &self.args())
    }
}
