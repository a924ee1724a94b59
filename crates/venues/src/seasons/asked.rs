//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::{NewChange, NewRound};
use super::rules::{Asked, Kind, MOST_PER_APPLICANT, MOST_POINTS, NewSlot, Weights};
use crate::ApplicationId;
use crate::public::forms::{instant, near_enough};
use kernel::form::Problems;

/// The longest name of a group, title of a round and reason, in characters.
pub const LONGEST_NAME: u16 = 20;
pub const LONGEST_TITLE: u16 = 30;
pub const LONGEST_REASON: u16 = 60;

/// What a group asks for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeasonApplication)]
pub struct NewApplication {
    /// Everybody reads it: the group's name, no person's.
    #[schema(min_length = 1, max_length = 20, example = "三合太极队")]
    pub name: String,
    /// Not `office`.
    pub kind: Kind,
    /// How many usually come.
    #[schema(minimum = 1, maximum = 1000)]
    pub size: i32,
    /// How many slots you would like.
    #[schema(minimum = 1, maximum = 7)]
    pub wants: i32,
    /// Numbers of slots, the dearest first.
    #[schema(min_items = 1, max_items = 10)]
    pub wishes: Vec<i32>,
}

impl NewApplication {
    pub fn checked(&self) -> Result<(String, Asked), Problems> {
        let mut problems = Problems::default();
        let name = line(&mut problems, "name", &self.name, (LONGEST_NAME, "seasons-form-name"));
        if self.kind == Kind::Office {
            problems.add("kind", "seasons-form-kind");
        }
        let asked = asked(&mut problems, self.kind, (self.size, self.wants), &self.wishes);
        problems.or_else_all(name.map(|name| (name, asked)))
    }
}

/// What an office asks for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeasonOfficeApplication)]
pub struct NewOfficeApplication {
    /// The office by its number.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub owner: i32,
    #[schema(minimum = 1, maximum = 1000)]
    pub size: i32,
    #[schema(minimum = 1, maximum = 7)]
    pub wants: i32,
    #[schema(min_items = 1, max_items = 10)]
    pub wishes: Vec<i32>,
}

impl NewOfficeApplication {
    pub fn checked(&self) -> Result<Asked, Problems> {
        let mut problems = Problems::default();
        let asked = asked(&mut problems, Kind::Office, (self.size, self.wants), &self.wishes);
        problems.or_else_all(Some(asked))
    }
}

fn asked(problems: &mut Problems, kind: Kind, (size, wants): (i32, i32), wishes: &[i32]) -> Asked {
    if !(1..=1000).contains(&size) {
        problems.add("size", "seasons-form-size");
    }
    if !(1..=MOST_PER_APPLICANT).contains(&wants) {
        problems.add("wants", "seasons-form-wants");
    }
    if wishes.is_empty() {
        problems.add("wishes", "seasons-form-wishes");
    }
    Asked { kind, size, wants, wishes: wishes.to_vec() }
}

/// A weekly time to give away.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeasonSlot)]
pub struct NewSlotShape {
    /// The slug of an offering that groups have for themselves.
    #[schema(max_length = 100, example = "hall")]
    pub offering: String,
    /// 0 = Monday.
    #[schema(minimum = 0, maximum = 6)]
    pub weekday: i32,
    #[schema(example = "19:30", pattern = "^[0-9]{2}:[0-9]{2}$")]
    pub from: String,
    #[schema(minimum = 5, maximum = 1440, example = 90)]
    pub minutes: i32,
}

/// A round to open.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeasonRound)]
pub struct NewRoundShape {
    #[schema(min_length = 1, max_length = 30, example = "秋季场地")]
    pub title: String,
    /// The first and the last day of the season.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example = "2026-09-01")]
    pub starts_on: String,
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example = "2026-12-31")]
    pub ends_on: String,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-08-20T18:00:00+08:00")]
    pub apply_until: String,
    /// How many slots one applicant can get.
    #[schema(minimum = 1, maximum = 7)]
    pub limit: i32,
    pub weights: Weights,
    #[schema(min_items = 1, max_items = 200)]
    pub slots: Vec<NewSlotShape>,
}

impl NewRoundShape {
    pub fn checked(&self, zone: &TimeZone) -> Result<NewRound, Problems> {
        let mut problems = Problems::default();
        let title = line(&mut problems, "title", &self.title, (LONGEST_TITLE, "seasons-form-title"));
        let starts_on = day(&mut problems, "starts_on", &self.starts_on);
        let ends_on = day(&mut problems, "ends_on", &self.ends_on);
        let until = instant(&self.apply_until, zone).map(near_enough);
        let until = problems.take("apply_until", until.ok_or(()), "seasons-form-apply-until");
        if !(1..=MOST_PER_APPLICANT).contains(&self.limit) {
            problems.add("limit", "seasons-form-limit");
        }
        for (name, weight) in self.weights.all() {
            if !(0..=MOST_POINTS).contains(&weight) {
                problems.add(name, "seasons-form-weights");
            }
        }
        let slots: Vec<NewSlot> = (1..).zip(&self.slots).filter_map(|(n, s)| s.checked(&mut problems, n)).collect();
        let all = title.zip(starts_on.zip(ends_on)).zip(until);
        problems.or_else_all(all.map(|((title, (starts_on, ends_on)), apply_until)| NewRound {
            title,
            starts_on,
            ends_on,
            apply_until,
            limit: self.limit,
            weights: self.weights.clone(),
            slots,
        }))
    }
}

impl NewSlotShape {
    fn checked(&self, problems: &mut Problems, line: i32) -> Option<NewSlot> {
        if !(0..=6).contains(&self.weekday) {
            problems.add("slots", "seasons-form-weekday");
        }
        if !(5..=24 * 60).contains(&self.minutes) {
            problems.add("slots", "venues-series-not-a-number");
        }
        let from = minute(&self.from);
        let from_minute = problems.take("slots", from.ok_or(()), "venues-series-not-a-time")?;
        let (offering, weekday, minutes) = (self.offering.trim().to_owned(), self.weekday, self.minutes);
        Some(NewSlot { line, offering, weekday, from_minute, minutes })
    }
}

/// Minutes after midnight of a clock time.
fn minute(typed: &str) -> Option<i32> {
    let time = Time::strptime("%H:%M", typed.trim().replace('：', ":")).ok()?;
    Some(i32::from(time.hour()) * 60 + i32::from(time.minute()))
}

fn day(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Date> {
    crate::series::forms::date(problems, field, typed)
}

/// A change of the result.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeasonChange)]
pub struct NewChangeShape {
    #[schema(value_type = String, format = Uuid)]
    pub application: ApplicationId,
    #[schema(minimum = 1, maximum = 200)]
    pub slot: i32,
    /// Given to them, or taken from them.
    pub gives: bool,
    /// Everybody reads it.
    #[schema(min_length = 1, max_length = 60, example = "合唱队自己退出")]
    pub reason: String,
}

impl NewChangeShape {
    pub fn checked(&self) -> Result<NewChange, Problems> {
        let mut problems = Problems::default();
        let reason = line(&mut problems, "reason", &self.reason, (LONGEST_REASON, "seasons-form-reason"));
        let Self { application, slot, gives, .. } = *self;
        problems.or_else_all(reason.map(|reason| NewChange { application, slot, gives, reason }))
    }
}

/// Why a round is called off.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonReason)]
pub struct WhyOff {
    /// Everybody reads it.
    #[schema(min_length = 1, max_length = 60, example = "礼堂要大修")]
    pub reason: String,
}

impl WhyOff {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let reason = line(&mut problems, "reason", &self.reason, (LONGEST_REASON, "seasons-form-reason"));
        problems.or_else_all(reason)
    }
}

/// One line that everybody reads, not empty.
fn line(
    problems: &mut Problems,
    field: &'static str,
    typed: &str,
    (longest, key): (u16, &'static str),
) -> Option<String> {
    let read = people::plain_line(typed, longest.into()).ok().filter(|text| !text.is_empty());
    problems.take(field, read.ok_or(()), key)
}
