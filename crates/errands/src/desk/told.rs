//! Small things that the desk's pages say in the same words.
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use stations::Station;

use crate::acts::NotKept;
use crate::rules::NotAMatter;

impl NotKept {
    /// The field of the form that it is about, and the key of the text that says it.
    fn of(self) -> (Option<&'static str>, &'static str) {
        match self {
            NotKept::Matter(NotAMatter::NoName) => (Some("name_zh"), "errands-desk-no-name"),
            NotKept::Matter(NotAMatter::Minutes) => (Some("minutes"), "errands-desk-minutes-wrong"),
            NotKept::Matter(NotAMatter::StandIn) => (Some("stand_in"), "errands-desk-stand-in-wrong"),
            NotKept::Matter(NotAMatter::Paper) => (Some("papers"), "errands-desk-paper-no-name"),
            NotKept::NoLine => (Some("line"), "errands-desk-choose"),
            NotKept::NoOfficial => (Some("official"), "errands-desk-choose"),
            NotKept::NoDesk => (Some("desk"), "errands-desk-choose"),
            NotKept::SlugTaken => (Some("slug"), "errands-desk-slug-taken"),
            NotKept::LetterTaken => (Some("letter"), "setup-letter-taken"),
            NotKept::DeskThere => (Some("id"), "setup-desk-there"),
            NotKept::StaffTaken => (Some("staff"), "errands-desk-staff-taken"),
            NotKept::PhoneTaken => (Some("phone"), "errands-desk-phone-taken"),
            NotKept::Changed => (None, "errands-desk-changed"),
        }
    }
}

impl Refusal for NotKept {
    fn code(&self) -> &'static str {
        match self {
            NotKept::Matter(_) => "not-a-matter",
            NotKept::NoLine => "no-such-line",
            NotKept::NoOfficial => "no-such-official",
            NotKept::NoDesk => "no-such-desk",
            NotKept::SlugTaken => "slug-taken",
            NotKept::LetterTaken => "letter-taken",
            NotKept::DeskThere => "desk-there",
            NotKept::StaffTaken => "login-taken",
            NotKept::PhoneTaken => "phone-taken",
            NotKept::Changed => "changed-meanwhile",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(self.of().1))
    }

    fn status(&self) -> StatusCode {
        match self {
            NotKept::Matter(_) | NotKept::NoLine | NotKept::NoOfficial | NotKept::NoDesk => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            _ => StatusCode::CONFLICT,
        }
    }
}

/// Why an edit was not kept, at the field it is about.
pub fn problems(v: &View, not: NotKept) -> Problems {
    match not.of() {
        (Some(field), key) => {
            let mut problems = Problems::default();
            problems.add(field, key);
            problems
        }
        (None, _) => Problems::about_the_whole(not.say(v)),
    }
}

/// 4 分钟; less than one is said as such.
pub fn minutes(v: &View, station: &Station, length: SignedDuration) -> String {
    match length.as_mins() {
        ..1 => v.t("errands-desk-just-now"),
        n => v.when(&station.zone).length(n),
    }
}

/// How long ago something was, seen now.
pub fn since(v: &View, at: Timestamp) -> SignedDuration {
    v.now().duration_since(at).max(SignedDuration::ZERO)
}
