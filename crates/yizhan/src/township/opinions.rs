//! `opinions.toml`: what people said, and what became of it.
use std::collections::BTreeMap;
use std::sync::Arc;

use ::opinions::acts::{self, CategoryDraft, Doing, New, PublicText};
use ::opinions::answers::{self, Holder};
use ::opinions::rules::{Choice, Clocks, Satisfied, Source};
use ::opinions::{CategoryId, OpinionId};
use jiff::civil::{Time, Weekday};
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};
use serde::Deserialize;
use stations::Station;
use toml::Spanned;

use super::load::NotLoaded;
use super::people::Worker;
use super::wrong::{line_at, toml};
use super::{Files, Wrong};
use crate::slices::OF_OPINIONS;

/// All that the file says.
#[derive(Debug, Clone, Default)]
pub struct Opinions {
    categories: Vec<CategoryDraft>,
    templates: Vec<Template>,
    all: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    category: Vec<CategoryText>,
    #[serde(default)]
    template: Vec<Template>,
    #[serde(default)]
    opinion: Vec<Spanned<Said>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryText {
    slug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    screen_days: u8,
    answer_days: u8,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    name: String,
    text: String,
}

/// One opinion, from its coming to what became of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    days_ago: i32,
    at: Time,
    category: Option<String>,
    text: String,
    /// The full name of an official whom it is about.
    about: Option<String>,
    /// The login of who has it.
    to: Option<String>,
    question: Option<String>,
    /// Days after it came.
    answered: Option<i32>,
    answer: Option<String>,
    outcome: Option<Outcome>,
    satisfied: Option<i16>,
    disputed_because: Option<String>,
    title: Option<String>,
    masked: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Solved,
    Disputed,
}

const FILE: &str = "opinions.toml";

pub fn read(files: &Files, staff: &[Worker]) -> Result<Opinions, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Opinions::default()) };
    let read: Text = toml(FILE, text)?;
    let categories: Vec<CategoryDraft> = read.category.into_iter().map(category).collect();
    let (mut all, mut wrong) = (vec![], vec![]);
    for one in read.opinion {
        let line = line_at(text, one.span().start);
        match checked(one.into_inner(), &categories, staff) {
            Ok(said) => all.push(said),
            Err((field, why)) => wrong.push(Wrong::new(FILE, line, format!("opinion {field}"), why)),
        }
    }
    if wrong.is_empty() { Ok(Opinions { categories, templates: read.template, all }) } else { Err(wrong) }
}

fn category(one: CategoryText) -> CategoryDraft {
    CategoryDraft {
        slug: one.slug,
        name_zh: one.name,
        name_en: one.name_en,
        clocks: Clocks { screen_days: one.screen_days, answer_days: one.answer_days },
        elsewhere_zh: String::new(),
        elsewhere_en: String::new(),
        retired: false,
    }
}

fn checked(said: Said, categories: &[CategoryDraft], staff: &[Worker]) -> Result<Said, (&'static str, String)> {
    let known = |slug: &String| categories.iter().any(|c| c.slug == *slug);
    if let Some(slug) = said.category.as_ref().filter(|slug| !known(slug)) {
        return Err(("category", format!("there is no category “{slug}” above")));
    }
    if let Some(login) = said.to.as_ref().filter(|login| !staff.iter().any(|w| w.login == **login)) {
        return Err(("to", format!("staff.csv has no login “{login}”")));
    }
    let needs = [
        ("answer", said.answered.is_some() != said.answer.is_some(), "write answered and answer, or neither"),
        ("answered", said.answered.is_some() && said.to.is_none(), "only whoever has it can answer: write to"),
        ("outcome", said.outcome.is_some() && said.answer.is_none(), "without an answer there is none"),
        (
            "disputed_because",
            (said.outcome == Some(Outcome::Disputed)) != said.disputed_because.is_some(),
            "it goes with the outcome disputed",
        ),
        ("masked", said.title.is_some() != said.masked.is_some(), "write title and masked, or neither"),
        ("satisfied", said.satisfied.is_some_and(|level| level_of(level).is_none()), "it is from 1 to 5"),
    ];
    match needs.into_iter().find(|(_, wrong, _)| *wrong) {
        Some((field, _, why)) => Err((field, why.to_owned())),
        None => Ok(said),
    }
}

fn level_of(level: i16) -> Option<Satisfied> {
    let all = [Satisfied::Not, Satisfied::Little, Satisfied::Mostly, Satisfied::Yes, Satisfied::Very];
    all.into_iter().find(|s| *s as i16 == level)
}

/// What happens, in the order in which it does on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Comes,
    IsGiven,
    IsAsked,
    IsAnswered,
    IsMasked,
    Echoes,
    /// The weekly batch and all else that time decides.
    TimePasses,
}

/// Lives through it: each act at its own time.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    opinions: &Opinions,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    if opinions.categories.is_empty() && opinions.templates.is_empty() && opinions.all.is_empty() {
        return Ok(());
    }
    let life = Life::new(past, station, opinions).await?;
    let mut left = BTreeMap::new();
    for (at, step, n) in steps(station, opinions, now)? {
        hand.move_to(at);
        life.step(step, n, &mut left).await?;
    }
    hand.move_to(now);
    Ok(())
}

/// Each step of each opinion that has come by now, and every Monday morning.
fn steps(station: &Station, opinions: &Opinions, now: Timestamp) -> Result<Vec<(Timestamp, Step, usize)>, Fault> {
    let today = stations::wall(now, &station.zone).date();
    let mut all = vec![];
    for (n, said) in opinions.all.iter().enumerate() {
        let day = today.saturating_sub(said.days_ago.days());
        let after = |days: i32, hour| day.saturating_add(days.days()).at(hour, 0, 0, 0);
        all.push((day.to_datetime(said.at), Step::Comes, n));
        all.extend(said.to.as_ref().map(|_| (after(1, 9), Step::IsGiven, n)));
        all.extend(said.question.as_ref().map(|_| (after(1, 15), Step::IsAsked, n)));
        if let Some(days) = said.answered {
            all.push((after(days, 16), Step::IsAnswered, n));
            all.extend(said.title.as_ref().map(|_| (after(days, 17), Step::IsMasked, n)));
            all.extend(said.outcome.map(|_| (after(days, 20), Step::Echoes, n)));
        }
    }
    let first = all.iter().map(|(at, ..)| at.date()).min().unwrap_or(today);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(|day| *day <= today);
    let mondays = days.filter(|day| day.weekday() == Weekday::Monday);
    all.extend(mondays.map(|monday| (monday.at(9, 5, 0, 0), Step::TimePasses, 0)));
    all.sort();
    let instant = |(at, step, n)| Ok((errands::answers::instant(station, at)?, step, n));
    let all: Vec<_> = all.into_iter().map(instant).collect::<Result<_, Fault>>()?;
    Ok(all.into_iter().take_while(|(at, ..)| *at <= now).collect())
}

/// What is done with opinions, and who does it.
struct Life<'a> {
    doing: Doing,
    opinions: &'a Opinions,
    manager: StaffAt,
    staff: Vec<(String, StaffAt)>,
    categories: BTreeMap<String, CategoryId>,
}

impl<'a> Life<'a> {
    async fn new(past: &House, station: &Arc<Station>, opinions: &'a Opinions) -> Result<Life<'a>, NotLoaded> {
        let logins: Vec<String> = opinions.all.iter().filter_map(|said| said.to.clone()).collect();
        let at = station.id;
        let read = move |c: &mut Conn| {
            let here = people::staff_of(c, at)?;
            let mut staff = vec![];
            for login in &logins {
                let id = people::staff_by_login(c, login)?;
                staff.extend(here.iter().find(|s| Some(s.id) == id).map(|s| (login.clone(), s.clone())));
            }
            let manager = here.into_iter().find(|s| s.role == Role::Manager);
            Ok::<_, Fault>((staff, manager))
        };
        let (staff, manager) = past.db.write(read).await?;
        let nobody = || NotLoaded::Refused("opinions.toml needs a manager in staff.csv".to_owned());
        let manager = manager.ok_or_else(nobody)?;
        let doing = Doing::new(past.clone(), station.clone(), OF_OPINIONS);
        let mut categories = BTreeMap::new();
        for draft in &opinions.categories {
            let id = acts::set_category(&doing, &manager, (None, draft.clone()), None).await?;
            categories.insert(draft.slug.clone(), id);
        }
        for one in &opinions.templates {
            acts::set_template(&doing, &manager, (None, one.name.clone(), one.text.clone()), None).await?;
        }
        Ok(Life { doing, opinions, manager, staff, categories })
    }

    async fn step(
        &self,
        step: Step,
        n: usize,
        left: &mut BTreeMap<usize, (OpinionId, Holder)>,
    ) -> Result<(), NotLoaded> {
        if step == Step::TimePasses {
            return Ok(::opinions::jobs(&self.doing.house, OF_OPINIONS).await?);
        }
        let said = &self.opinions.all[n];
        if step == Step::Comes {
            let came = acts::leave(&self.doing, self.new_one(said), None, None).await?;
            let holder = answers::open(&self.doing.house, &self.doing.station, &came.receipt, None).await?;
            left.insert(n, (came.id, holder));
            return Ok(());
        }
        let Some((id, holder)) = left.get(&n) else { return Ok(()) };
        let owner = self.owner(said);
        match step {
            Step::IsGiven => {
                let about = said.category.as_ref().and_then(|slug| self.categories.get(slug)).copied();
                acts::screen(&self.doing, &self.manager, (*id, about, Some(owner.id)), None).await?;
                acts::take_up(&self.doing, owner, *id, None).await?;
            }
            Step::IsAsked => {
                let text = said.question.clone().unwrap_or_default();
                acts::ask(&self.doing, owner, (*id, text), None).await?;
            }
            Step::IsAnswered => {
                let text = said.answer.clone().unwrap_or_default();
                acts::answer(&self.doing, owner, (*id, text), None).await?;
            }
            Step::IsMasked => {
                acts::write_public(&self.doing, &self.manager, (*id, public(said)), None).await?;
            }
            Step::Echoes => match &said.disputed_because {
                Some(why) => acts::dispute(&self.doing, holder, (why.clone(), vec![]), None).await?,
                None => acts::solved(&self.doing, holder, said.satisfied.and_then(level_of)).await?,
            },
            Step::Comes | Step::TimePasses => {}
        }
        Ok(())
    }

    fn owner(&self, said: &Said) -> &StaffAt {
        let found = self.staff.iter().find(|(login, _)| said.to.as_ref() == Some(login));
        found.map_or(&self.manager, |(_, staff)| staff)
    }

    fn new_one(&self, said: &Said) -> New {
        New {
            text: said.text.clone(),
            category: said.category.as_ref().and_then(|slug| self.categories.get(slug)).copied(),
            place: None,
            point: None,
            about: said.about.iter().map(|name| Choice::Person(name.clone())).collect(),
            photos: vec![],
            phone: None,
            may_publish: said.title.is_some(),
            source: Source::Web,
            partner: None,
        }
    }
}

fn public(said: &Said) -> PublicText {
    PublicText {
        title: said.title.clone().unwrap_or_default(),
        text: said.masked.clone().unwrap_or_default(),
        answer: said.answer.clone(),
        address: String::new(),
        with_point: false,
    }
}
