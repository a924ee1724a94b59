//! What staff ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use kernel::form::Problems;
use people::{Phone, StaffId, plain_line};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{NewQuestion, Standing, Whom, Wish};
use super::answers::Post;
use super::rules::{MOST_DAYS, USUAL_DAYS};
use crate::desk::asked::{MOST_IN_A_NAME, MOST_IN_A_NOTE, line, wall};
use crate::rules::{MatterId, Name};

/// A post as a manager writes it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyPostEdit {
    /// How it stood when it was read. Empty for a new one.
    #[serde(default)]
    pub seen: String,
    pub name: Name,
    /// Where in the building it is.
    #[serde(default)]
    pub place: Name,
    /// When somebody stands there, as promised: OpenStreetMap `opening_hours`.
    #[schema(min_length = 1, max_length = 500, example = "Mo-Fr 08:30-12:00,14:00-18:00")]
    pub hours: String,
    /// It is no more; its past stays.
    #[serde(default)]
    pub retired: bool,
}

impl DutyPostEdit {
    pub fn of(seen: String, post: &Post) -> DutyPostEdit {
        let Post { name, place, hours, .. } = post.clone();
        DutyPostEdit { seen, name, place, hours, retired: false }
    }

    pub fn checked(&self, id: i32) -> Result<Post, Problems> {
        let mut problems = Problems::default();
        let mut text = |field: &'static str, typed: &str, most: u32| line(&mut problems, field, typed, most);
        let name = Name {
            zh: text("name_zh", &self.name.zh, MOST_IN_A_NAME),
            en: text("name_en", &self.name.en, 2 * MOST_IN_A_NAME),
        };
        let place = Name {
            zh: text("place_zh", &self.place.zh, MOST_IN_A_NAME),
            en: text("place_en", &self.place.en, 2 * MOST_IN_A_NAME),
        };
        if name.zh.is_empty() {
            problems.add("name_zh", "errands-desk-no-name");
        }
        let hours = stations::hours(&mut problems, &self.hours).map(|h| h.text().to_owned());
        problems.or_else_all(hours.map(|hours| Post { id, name, place, hours }))
    }
}

/// Who stands there: somebody of the staff, or a volunteer by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DutyWho {
    #[schema(value_type = Option<String>, format = Uuid)]
    pub staff: Option<StaffId>,
    #[schema(max_length = 30)]
    pub volunteer: Option<String>,
}

impl DutyWho {
    pub fn read(&self, problems: &mut Problems) -> Option<Whom> {
        match (self.staff, typed(self.volunteer.as_deref())) {
            (Some(_), Some(_)) => {
                problems.add("volunteer", "duty-one-of-both");
                None
            }
            (Some(staff), None) => Some(Whom::Staff(staff)),
            (None, Some(name)) => called(problems, "volunteer", name).map(Whom::Volunteer),
            (None, None) => {
                problems.add("staff", "duty-who-missing");
                None
            }
        }
    }
}

/// What was typed, if anything was.
pub fn typed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}

/// What to call somebody, in one line.
fn called(problems: &mut Problems, field: &'static str, typed: &str) -> Option<String> {
    let read = plain_line(typed, usize::try_from(MOST_IN_A_NAME).unwrap_or(usize::MAX));
    read.map_err(|problem| problems.add(field, problem.key())).ok()
}

/// Name and number of whoever asks, as far as they were given.
pub fn asker(problems: &mut Problems, name: Option<&str>, phone: Option<&str>) -> (Option<String>, Option<Phone>) {
    let name = typed(name).and_then(|name| called(problems, "name", name));
    let phone = typed(phone).and_then(|phone| {
        let read: Result<Phone, _> = phone.parse();
        read.map_err(|problem| problems.add("phone", problem.key())).ok()
    });
    (name, phone)
}

/// A shift to be written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDutyShift {
    #[schema(format = Date, example = "2026-06-24")]
    pub on: String,
    /// Wall times of that day; the end does not belong to it.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "14:00")]
    pub from: String,
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "17:30")]
    pub until: String,
    pub who: DutyWho,
}

/// A clock time without seconds.
pub fn clock(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Time> {
    let read: Result<Time, _> = typed.trim().parse();
    let read = read.ok().filter(|_| typed.trim().len() == "14:00".len());
    problems.take(field, read.ok_or(()), "errands-desk-not-a-time")
}

/// Nobody plans beyond what a calendar holds.
fn is_near(on: Date) -> bool {
    (2000..=2199).contains(&on.year())
}

pub fn day(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Date> {
    let near = |on: &Date| is_near(*on) && typed.trim().len() == "2026-06-24".len();
    let read: Result<Date, _> = typed.trim().parse();
    problems.take(field, read.ok().filter(near).ok_or(()), "errands-desk-not-a-time")
}

impl NewDutyShift {
    pub fn checked(&self, post: i32) -> Result<Standing, Problems> {
        let mut problems = Problems::default();
        let on = day(&mut problems, "on", &self.on);
        let from = clock(&mut problems, "from", &self.from);
        let until = clock(&mut problems, "until", &self.until);
        let whom = self.who.read(&mut problems);
        let at = |on: Date, time: Time| on.to_datetime(time);
        let read = on.zip(from.zip(until)).zip(whom);
        let standing =
            read.map(|((on, (from, until)), whom)| Standing { post, from: at(on, from), until: at(on, until), whom });
        problems.or_else_all(standing)
    }
}

/// A question that somebody was asked.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFirstAsked {
    #[schema(min_length = 1, max_length = 200, example = "低保什么时候发？")]
    pub what: String,
    #[serde(default)]
    pub matter: Option<MatterId>,
    /// What to call them.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub name: Option<String>,
    /// The answer goes there by itself if it is a mobile number.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub phone: Option<String>,
    /// Working days until there is an answer.
    #[serde(default = "usual")]
    #[schema(minimum = 1, maximum = 10, default = 2)]
    pub days: i16,
}

fn usual() -> i16 {
    USUAL_DAYS
}

/// A line that somebody has to write.
pub fn words(problems: &mut Problems, field: &'static str, typed: &str, missing: &'static str) -> String {
    let text = line(problems, field, typed, MOST_IN_A_NOTE);
    if text.is_empty() {
        problems.add(field, missing);
    }
    text
}

impl NewFirstAsked {
    pub fn checked(&self) -> Result<NewQuestion, Problems> {
        let mut problems = Problems::default();
        let what = words(&mut problems, "what", &self.what, "duty-what-missing");
        let (name, phone) = asker(&mut problems, self.name.as_deref(), self.phone.as_deref());
        if !(1..=MOST_DAYS).contains(&self.days) {
            problems.add("days", "duty-days-wrong");
        }
        problems.or_else_all(Some(NewQuestion { what, matter: self.matter, name, phone, days: self.days }))
    }
}

/// What is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FirstAskedPress)]
pub enum Pressed {
    Offer,
    TakeBack,
    Accept,
    Decline,
    Answer,
    AnotherDay,
    Kept,
    NobodyCame,
    Told,
    Withdraw,
}

impl Pressed {
    pub const ALL: [Pressed; 10] = [
        Pressed::Offer,
        Pressed::TakeBack,
        Pressed::Accept,
        Pressed::Decline,
        Pressed::Answer,
        Pressed::AnotherDay,
        Pressed::Kept,
        Pressed::NobodyCame,
        Pressed::Told,
        Pressed::Withdraw,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Pressed::Offer => "offer",
            Pressed::TakeBack => "take-back",
            Pressed::Accept => "accept",
            Pressed::Decline => "decline",
            Pressed::Answer => "answer",
            Pressed::AnotherDay => "another-day",
            Pressed::Kept => "kept",
            Pressed::NobodyCame => "nobody-came",
            Pressed::Told => "told",
            Pressed::Withdraw => "withdraw",
        }
    }
}

/// One press about a question.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFirstAskedStep {
    pub press: Pressed,
    /// Of `offer`: who is asked to take it over. Of `another-day`: who is there then.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub staff: Option<StaffId>,
    /// Of `another-day`. Without an offset it is the station's time.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-06-25T14:00")]
    pub at: Option<String>,
    /// Of `answer`: what the asker is told.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub words: String,
}

impl NewFirstAskedStep {
    pub fn checked(&self, zone: &TimeZone) -> Result<Wish, Problems> {
        let mut problems = Problems::default();
        let wish = match self.press {
            Pressed::Offer => problems.take("staff", self.staff.ok_or(()), "duty-who-missing").map(Wish::Offer),
            Pressed::TakeBack => Some(Wish::TakeBack),
            Pressed::Accept => Some(Wish::Accept),
            Pressed::Decline => Some(Wish::Decline),
            Pressed::Answer => Some(Wish::Answer(words(&mut problems, "words", &self.words, "duty-answer-missing"))),
            Pressed::AnotherDay => {
                let at = typed(self.at.as_deref()).map(|at| wall(at, zone).filter(|at| is_near(at.date())));
                if at == Some(None) {
                    problems.add("at", "errands-desk-not-a-time");
                }
                // Without a time, or without somebody who is there, it is no promise: the rule says so.
                Some(Wish::AnotherDay(at.flatten().zip(self.staff)))
            }
            Pressed::Kept => Some(Wish::Kept),
            Pressed::NobodyCame => Some(Wish::NobodyCame),
            Pressed::Told => Some(Wish::Told),
            Pressed::Withdraw => Some(Wish::Withdraw),
        };
        problems.or_else_all(wish)
    }
}
