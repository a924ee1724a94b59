//! `duty.toml`: posts, the roster of this week, and questions that are open.
use std::sync::Arc;

use ::errands::duty::acts::{self, Founding, NewQuestion, Standing, Whom};
use ::errands::duty::answers::{Post, monday};
use ::errands::duty::rules::MOST_DAYS;
use ::errands::rules::{Draft, MatterId, Name};
use jiff::civil::{Time, Weekday};
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::hall::{each, time};
use super::matters::matter_number;
use super::{Why, nth};
use crate::township::habits::weekdays;
use crate::township::load::NotLoaded;
use crate::township::wrong::toml;
use crate::township::{Files, Worker, Wrong};

#[derive(Debug, Clone, Default)]
pub struct Duty {
    pub posts: Vec<Post>,
    pub shifts: Vec<Shift>,
    pub questions: Vec<Asked>,
}

/// Who stands at a post on some days of the week of loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    pub post: i32,
    pub days: Vec<Weekday>,
    pub from: Time,
    pub until: Time,
    pub who: Who,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Of `staff.csv`.
    Login(String),
    Volunteer(String),
}

/// What was asked so many days before the day of loading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub days_ago: i64,
    pub at: Time,
    pub what: String,
    pub matter: Option<MatterId>,
    pub name: Option<String>,
    pub owner: String,
    pub days: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    post: Vec<Spanned<PostText>>,
    #[serde(default)]
    shift: Vec<Spanned<ShiftText>>,
    #[serde(default)]
    question: Vec<Spanned<QuestionText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostText {
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    place_en: String,
    hours: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShiftText {
    post: String,
    days: String,
    from: String,
    until: String,
    who: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    asked_days_ago: i64,
    at: String,
    what: String,
    matter: Option<String>,
    name: Option<String>,
    owner: String,
    working_days: i16,
}

const FILE: &str = "duty.toml";
/// The demo's story begins no earlier.
const LONGEST_AGO: i64 = 14;

pub fn read(files: &Files, staff: &[Worker], matters: &[Draft]) -> Result<Duty, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Duty::default()) };
    let read: Text = toml(FILE, text)?;
    let posts = each((FILE, text), "post", read.post, post)?;
    let shifts = each((FILE, text), "shift", read.shift, |_, one, so_far| shift(one, (&posts, staff), so_far))?;
    let questions = each((FILE, text), "question", read.question, |_, one, _| question(one, staff, matters))?;
    Ok(Duty { posts, shifts, questions })
}

fn post(n: usize, one: PostText, so_far: &[Post]) -> Result<Post, Why> {
    if one.name.trim().is_empty() || so_far.iter().any(|p| p.name.zh == one.name) {
        return Err(("name", format!("“{}” is empty or stands further up too", one.name)));
    }
    one.hours.parse::<almanac::hours::Hours>().map_err(|e| ("hours", e.to_string()))?;
    let (name, place) = (Name { zh: one.name, en: one.name_en }, Name { zh: one.place, en: one.place_en });
    Ok(Post { id: nth(n), name, place, hours: one.hours })
}

fn login(staff: &[Worker], login: &str) -> Option<String> {
    staff.iter().find(|w| w.login == login).map(|w| w.login.clone())
}

fn shift(one: ShiftText, (posts, staff): (&[Post], &[Worker]), so_far: &[Shift]) -> Result<Shift, Why> {
    let post = posts.iter().find(|p| p.name.zh == one.post).map(|p| p.id);
    let post = post.ok_or_else(|| ("post", format!("there is no post “{}”", one.post)))?;
    let (from, until) = (time("from", &one.from)?, time("until", &one.until)?);
    if until <= from {
        return Err(("until", format!("{until} is not after {from}")));
    }
    let days = weekdays(&one.days)?;
    let who = login(staff, &one.who).map_or(Who::Volunteer(one.who), Who::Login);
    let meets =
        |s: &&Shift| s.who == who && s.from < until && from < s.until && s.days.iter().any(|d| days.contains(d));
    if matches!(who, Who::Login(_)) && so_far.iter().any(|s| meets(&s)) {
        return Err(("who", "they stand at another post then".to_owned()));
    }
    Ok(Shift { post, days, from, until, who })
}

fn question(one: QuestionText, staff: &[Worker], matters: &[Draft]) -> Result<Asked, Why> {
    if !(1..=LONGEST_AGO).contains(&one.asked_days_ago) {
        return Err(("asked_days_ago", format!("{} is not between 1 and {LONGEST_AGO}", one.asked_days_ago)));
    }
    let number = |slug: &String| matter_number(matters, slug).map_err(|why| ("matter", why));
    let matter = one.matter.as_ref().map(number).transpose()?;
    let owner = login(staff, &one.owner);
    let owner = owner.ok_or_else(|| ("owner", format!("staff.csv has no login “{}”", one.owner)))?;
    let (at, days) = (time("at", &one.at)?, one.working_days);
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(("working_days", format!("{days} is not between 1 and {MOST_DAYS}")));
    }
    let (days_ago, what, name) = (one.asked_days_ago, one.what, one.name);
    Ok(Asked { days_ago, at, what, matter, name, owner, days })
}

async fn staff(past: &House, login: &str) -> Result<StaffId, Fault> {
    let wanted = login.to_owned();
    let found = past.db.read(move |c: &mut Conn| people::staff_by_login(c, &wanted)).await?;
    found.ok_or_else(|| Fault::broken(format!("{FILE}: staff.csv names no {login}")))
}

/// Writes the roster of this week down, and lives through the questions, each on its own day.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    all: &Duty,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    let monday = monday(today);
    let mut founding = Founding { posts: all.posts.clone(), shifts: vec![] };
    for shift in &all.shifts {
        let whom = match &shift.who {
            Who::Login(login) => Whom::Staff(staff(past, login).await?),
            Who::Volunteer(name) => Whom::Volunteer(name.clone()),
        };
        for day in &shift.days {
            let on = monday.saturating_add(i64::from(day.to_monday_zero_offset()).days());
            let (from, until) = (on.to_datetime(shift.from), on.to_datetime(shift.until));
            founding.shifts.push(Standing { post: shift.post, from, until, whom: whom.clone() });
        }
    }
    let (h, at) = (past.clone(), station.clone());
    past.db.write(move |c: &mut Conn| acts::found(c, &h, &at, &founding, monday)).await?;
    for asked in &all.questions {
        let on = today.saturating_sub(asked.days_ago.days());
        hand.move_to(::errands::answers::instant(station, on.to_datetime(asked.at))?);
        let new = NewQuestion {
            what: asked.what.clone(),
            matter: asked.matter,
            name: asked.name.clone(),
            phone: None,
            days: asked.days,
        };
        acts::ask(past, station, new, (staff(past, &asked.owner).await?, None)).await?;
    }
    hand.move_to(now);
    Ok(())
}
