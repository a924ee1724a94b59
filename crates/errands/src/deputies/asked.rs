//! What people and staff ask for, well-typed: the bodies of the API, and what the forms of the pages become.
use jiff::Timestamp;
use kernel::form::Problems;
use people::{Phone, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{NewDay, Said, Wish};
use super::answers::Deputy;
use super::rules::{Category, MOST_DAYS, SLOT_MINUTES, USUAL_DAYS};
use crate::desk::asked::{MOST_IN_A_NAME, MOST_IN_A_REASON, line};
use crate::duty::asked::{asker, clock, day, typed, words};
use crate::rules::Name;

/// A deputy as a manager writes them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeputyEdit {
    /// How it stood when it was read. Empty for a new one.
    #[serde(default)]
    pub seen: String,
    #[schema(min_length = 1, max_length = 30, example = "李桂芳")]
    pub name: String,
    #[serde(default)]
    pub title: Name,
    /// With what they sign in, if they do. Whoever signs in so neither answers nor closes what an office has.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub staff: Option<StaffId>,
    /// They receive no more; their days stay.
    #[serde(default)]
    pub retired: bool,
}

impl DeputyEdit {
    pub fn of(seen: String, deputy: &Deputy) -> DeputyEdit {
        let Deputy { name, title, staff, .. } = deputy.clone();
        DeputyEdit { seen, name, title, staff, retired: false }
    }

    pub fn checked(&self, id: i32) -> Result<Deputy, Problems> {
        let mut problems = Problems::default();
        let name = line(&mut problems, "name", &self.name, MOST_IN_A_NAME);
        if name.is_empty() {
            problems.add("name", "people-name-empty");
        }
        let title = both(&mut problems, ["title_zh", "title_en"], &self.title);
        problems.or_else_all(Some(Deputy { id, name, title, staff: self.staff }))
    }
}

fn both(problems: &mut Problems, [zh, en]: [&'static str; 2], name: &Name) -> Name {
    Name { zh: line(problems, zh, &name.zh, MOST_IN_A_NAME), en: line(problems, en, &name.en, 2 * MOST_IN_A_NAME) }
}

/// A reception day to be announced.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReceptionDay {
    pub deputy: i32,
    /// At least three days ahead.
    #[schema(format = Date, example = "2026-06-30")]
    pub on: String,
    /// Wall times of that day; the end does not belong to it.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "09:00")]
    pub from: String,
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "11:00")]
    pub until: String,
    /// How long each has.
    #[schema(minimum = 5, maximum = 120, example = 20)]
    pub minutes: i16,
    pub place: Name,
}

impl NewReceptionDay {
    pub fn checked(&self) -> Result<NewDay, Problems> {
        let mut problems = Problems::default();
        let on = day(&mut problems, "on", &self.on);
        let (from, until) = (clock(&mut problems, "from", &self.from), clock(&mut problems, "until", &self.until));
        if !SLOT_MINUTES.contains(&self.minutes) {
            problems.add("minutes", "deputies-minutes-wrong");
        }
        let place = both(&mut problems, ["place_zh", "place_en"], &self.place);
        if place.zh.is_empty() {
            problems.add("place_zh", "deputies-place-missing");
        }
        let (deputy, minutes) = (self.deputy, self.minutes);
        let new = on.zip(from.zip(until)).map(|(on, (from, until))| NewDay {
            deputy,
            from: on.to_datetime(from),
            until: on.to_datetime(until),
            minutes,
            place,
        });
        problems.or_else_all(new)
    }
}

/// Why a day is called off.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCallingOff {
    /// Whoever has a slot reads it.
    #[schema(min_length = 1, max_length = 60, example = "代表去县里开会")]
    pub reason: String,
}

impl NewCallingOff {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let reason = line(&mut problems, "reason", &self.reason, MOST_IN_A_REASON);
        if reason.is_empty() {
            problems.add("reason", "errands-no-no-reason");
        }
        problems.or_else_all(Some(reason))
    }
}

/// A slot to take.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReceptionSlot {
    /// When it begins, as the day's list says it.
    #[schema(format = DateTime, example = "2026-06-30T09:20:00+08:00")]
    pub at: String,
}

impl NewReceptionSlot {
    pub fn checked(&self) -> Result<Timestamp, Problems> {
        let mut problems = Problems::default();
        let read: Result<Timestamp, _> = self.at.trim().parse();
        let read = problems.take("at", read, "deputies-choose-a-slot");
        problems.or_else_all(read)
    }
}

/// Somebody for whom a clerk takes a slot, or who came without one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewDeskReception {
    /// When the slot begins; null = they are here without one.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<String>,
    #[schema(max_length = 30)]
    pub name: Option<String>,
    #[schema(max_length = 30)]
    pub phone: Option<String>,
    /// What they say, of somebody who is here without a slot.
    #[schema(max_length = 200)]
    pub what: String,
    pub category: Option<Category>,
}

/// What a clerk does for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtDesk {
    Slot(Timestamp),
    Here(Said),
}

/// Name and phone, if they were given.
pub type Named = (Option<String>, Option<Phone>);

impl NewDeskReception {
    pub fn checked(&self) -> Result<(AtDesk, Named), Problems> {
        let mut problems = Problems::default();
        let given = asker(&mut problems, self.name.as_deref(), self.phone.as_deref());
        let wanted = match typed(self.at.as_deref()) {
            Some(at) => {
                let read: Result<Timestamp, _> = at.parse();
                problems.take("at", read, "deputies-choose-a-slot").map(AtDesk::Slot)
            }
            None => Some(AtDesk::Here(said(&mut problems, &self.what, self.category))),
        };
        problems.or_else_all(wanted.map(|wanted| (wanted, given)))
    }
}

fn said(problems: &mut Problems, what: &str, category: Option<Category>) -> Said {
    Said { what: words(problems, "what", what, "deputies-what-missing"), category }
}

/// What is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceptionPress)]
pub enum Pressed {
    Register,
    Route,
    Answer,
    Comment,
    NotSettled,
    Close,
    Settle,
}

impl Pressed {
    pub const ALL: [Pressed; 7] = [
        Pressed::Register,
        Pressed::Route,
        Pressed::Answer,
        Pressed::Comment,
        Pressed::NotSettled,
        Pressed::Close,
        Pressed::Settle,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Pressed::Register => "register",
            Pressed::Route => "route",
            Pressed::Answer => "answer",
            Pressed::Comment => "comment",
            Pressed::NotSettled => "not-settled",
            Pressed::Close => "close",
            Pressed::Settle => "settle",
        }
    }
}

/// One press about what somebody said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReceptionStep {
    pub press: Pressed,
    /// Of `register`: what they say. Of `answer`, `comment` and `not-settled`: the words.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub words: String,
    /// Of `register`.
    #[serde(default)]
    pub category: Option<Category>,
    /// Of `route`: the number of the office.
    #[serde(default)]
    pub office: Option<i32>,
    /// Of `route` and `not-settled`: working days until the office replies.
    #[serde(default = "usual")]
    #[schema(minimum = 1, maximum = 30, default = 5)]
    pub days: i16,
}

fn usual() -> i16 {
    USUAL_DAYS
}

impl NewReceptionStep {
    pub fn checked(&self) -> Result<Wish, Problems> {
        let mut problems = Problems::default();
        if !(1..=MOST_DAYS).contains(&self.days) {
            problems.add("days", "deputies-days-wrong");
        }
        let mut written = |missing| words(&mut problems, "words", &self.words, missing);
        let wish = match self.press {
            Pressed::Register => {
                Some(Wish::Register(Said { what: written("deputies-what-missing"), category: self.category }))
            }
            Pressed::Answer => Some(Wish::Answer(written("deputies-words-missing"))),
            Pressed::Comment => Some(Wish::Comment(written("deputies-words-missing"))),
            Pressed::NotSettled => Some(Wish::NotSettled { words: written("deputies-words-missing"), days: self.days }),
            Pressed::Route => {
                let office = problems.take("office", self.office.ok_or(()), "errands-desk-choose");
                office.map(|office| Wish::Route { office, days: self.days })
            }
            Pressed::Close => Some(Wish::Close),
            Pressed::Settle => Some(Wish::Settle),
        };
        problems.or_else_all(wish)
    }
}
