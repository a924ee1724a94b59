//! Refusals and states in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use kernel::words::{Lang, Words};

use super::imports::{Bad, NotAFile};
use super::rules::NoIntake;
use crate::rules::Stands;

impl Refusal for NoIntake {
    fn code(&self) -> &'static str {
        match self {
            NoIntake::NoShelf => "no-such-shelf",
            NoIntake::IsbnThere { .. } => "isbn-is-there",
            NoIntake::CodeThere => "shelf-is-there",
            NoIntake::Lent => "copy-is-lent",
            NoIntake::KeptForSomebody => "copy-is-kept",
            NoIntake::OnTheWay => "copy-is-on-the-way",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("catalogue-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoIntake::NoShelf => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// 在架
pub fn stands(v: &View, stands: Stands) -> String {
    v.t(&format!("catalogue-stands-{}", stands.word()))
}

/// 第 12 行：书号不对
pub fn bad(v: &View, bad: &Bad) -> String {
    v.ta("catalogue-bad-line", &[("at", bad.at.into()), ("why", why(v, bad).into())])
}

/// The same without the line.
pub fn why(v: &View, bad: &Bad) -> String {
    v.ta(bad.why.key(), &[("typed", bad.typed.as_str().into())])
}

/// The same for whoever reads a file and has no page.
pub fn bad_in(words: &Words, lang: Lang, bad: &Bad) -> String {
    words.say(lang, bad.why.key(), &[("typed", bad.typed.as_str().into())])
}

/// Why nothing of a file can be read.
pub fn not_a_file(words: &Words, lang: Lang, why: NotAFile) -> String {
    words.say(lang, why.key(), &[("line", why.line().to_string().into())])
}
