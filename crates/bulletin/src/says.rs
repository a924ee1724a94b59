//! Sections, texts and refusals in words.
use axum::http::StatusCode;
use jiff::Timestamp;
use kernel::markdown;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use kernel::words::{Lang, When};
use stations::Station;

use crate::rules::{Draft, NoNotice, Section, excerpt};

pub fn section<'s>(v: &View, section: &'s Section) -> &'s str {
    v.pick(&section.name_zh, &section.name_en)
}

/// In the reader's language, as far as somebody has written it.
pub fn title<'d>(v: &View, draft: &'d Draft) -> &'d str {
    v.pick(&draft.title, &draft.title_en)
}

/// The Markdown in the reader's language, and which language it is in.
pub fn body<'d>(v: &View, draft: &'d Draft) -> (&'d str, Lang) {
    if v.lang == Lang::En && !draft.body_en.is_empty() { (&draft.body_en, Lang::En) } else { (&draft.body, Lang::Zh) }
}

/// What it is about, in a line or two.
pub fn about(v: &View, draft: &Draft) -> String {
    excerpt(&markdown::plain(body(v, draft).0))
}

/// 6月24日 19:20
pub fn at(when: &When, at: Timestamp) -> String {
    format!("{} {}", when.date_in_full(when.date(at)), when.time(at))
}

/// 6月24日
pub fn on(when: &When, at: Timestamp) -> String {
    when.date_in_full(when.date(at))
}

/// As programs read it: with the station's offset from UTC (RFC 3339).
pub fn written(station: &Station, at: Timestamp) -> String {
    at.display_with_offset(station.zone.to_offset(at)).to_string()
}

impl Refusal for NoNotice {
    fn code(&self) -> &'static str {
        match self {
            NoNotice::Moved => "written-anew",
            NoNotice::SameHand => "second-person-needed",
            NoNotice::NothingNew => "nothing-new",
            NoNotice::NotAsked => "not-asked-for",
            NoNotice::NoWhat => "correction-says-what",
            NoNotice::NotPublic => "not-public",
            NoNotice::DownAsked => "take-down-asked",
            NoNotice::NoDownAsked => "no-take-down-asked",
            NoNotice::SameHandDown => "second-person-takes-down",
            NoNotice::Photos => "enough-photos",
            NoNotice::SectionThere => "section-is-there",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("bulletin-no-{}", self.code())))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoNotice::NoWhat => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
