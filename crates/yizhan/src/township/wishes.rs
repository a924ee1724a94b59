//! `wishes.toml`: what neighbours wish for and how it stands, how many people of which village could have wished it, and what the
//! months before came to.
mod lived;

use ::wishes::rules::{Band, Consent, Draft, ItemProblem, Kind, LEASE, NewPerson, POOL_DAYS, Share, State};
use ::wishes::rules::{item, names_a_village};
use jiff::civil::Date;
use kernel::words::{Lang, Words};
use people::{Name, Phone};
use serde::Deserialize;
use toml::Spanned;

pub use lived::live;

use super::people::Worker;
use super::wrong::{Why, csv, each, toml};
use super::{Files, Resident, Wrong};

/// All that the file says.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    shares: Vec<(Share, i32)>,
    months: Vec<Month>,
    all: Vec<Wished>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    share: Vec<Spanned<ShareText>>,
    #[serde(default)]
    month: Vec<Spanned<Month>>,
    #[serde(default)]
    wish: Vec<Spanned<One>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareText {
    village: String,
    kind: Kind,
    people: i32,
    source: String,
    days_ago: i32,
}

/// What was counted in a month that is over.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Month {
    /// So many months before this one.
    ago: i32,
    published: usize,
    fulfilled: usize,
    back: usize,
    referred: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    state: State,
    days_ago: i32,
    kind: Kind,
    item: String,
    band: Band,
    village: Option<String>,
    /// Of whoever wishes; for a child, of a guardian.
    name: String,
    phone: Option<String>,
    #[serde(default)]
    for_child: bool,
    consent: Consent,
    /// Logins: who wrote it down, and who looked at it.
    coordinator: String,
    looked: [String; 2],
    #[serde(default)]
    why: String,
    claimer: Option<String>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    referred_to: String,
}

/// One wish, well-formed.
#[derive(Debug, Clone)]
struct Wished {
    state: State,
    days_ago: i32,
    draft: Draft,
    person: NewPerson,
    coordinator: String,
    looked: [String; 2],
    why: String,
    /// A name of `people.csv`.
    claimer: Option<String>,
    place: String,
    referred_to: String,
}

const FILE: &str = "wishes.toml";

/// What the file may name.
struct Known<'a> {
    /// By name, with their codes.
    villages: Vec<(i64, String)>,
    staff: &'a [Worker],
    people: &'a [Resident],
}

#[derive(Deserialize)]
struct Village {
    code: i64,
    name: String,
}

pub fn read(files: &Files, staff: &[Worker], people: &[Resident]) -> Result<Wishes, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(Wishes::default()) };
    let read: Text = toml(FILE, text)?;
    // What is wrong with that file is said when it is imported.
    let villages = csv::<Village>("villages.csv", files.get("villages.csv").unwrap_or_default()).unwrap_or_default();
    let villages = villages.into_iter().map(|(_, village)| (village.code, village.name)).collect();
    let known = Known { villages, staff, people };
    let mut wrong = vec![];
    let shares = each((FILE, text), "share", read.share, |one| known.share(one), &mut wrong);
    let months = each((FILE, text), "month", read.month, month, &mut wrong);
    let all = each((FILE, text), "wish", read.wish, |one| known.wish(one), &mut wrong);
    if wrong.is_empty() { Ok(Wishes { shares, months, all }) } else { Err(wrong) }
}

fn past_day(ago: i32) -> Result<(), Why> {
    (1..=730).contains(&ago).then_some(()).ok_or_else(|| ("days_ago", "it is from 1 to 730".to_owned()))
}

fn month(one: Month) -> Result<Month, Why> {
    let all = [one.published, one.fulfilled, one.back, one.referred];
    match () {
        () if !(1..=24).contains(&one.ago) => Err(("ago", "it is from 1 to 24: this month is not over".into())),
        () if all.into_iter().any(|n| n > 500) => Err(("published", "500 at most".into())),
        () => Ok(one),
    }
}

impl Known<'_> {
    fn village(&self, name: &str) -> Result<i64, Why> {
        let found = self.villages.iter().find(|(_, known)| known == name).map(|(code, _)| *code);
        found.ok_or_else(|| ("village", format!("villages.csv has no village “{name}”")))
    }

    fn share(&self, one: ShareText) -> Result<(Share, i32), Why> {
        past_day(one.days_ago)?;
        let (village, kind) = (self.village(&one.village)?, one.kind);
        if one.people < 0 || one.source.trim().is_empty() {
            return Err(("people", "so many people, 0 or more, and by which source".into()));
        }
        // The day is found when the files are loaded.
        let share = Share { village, kind, people: one.people, source: one.source, counted_on: Date::ZERO };
        Ok((share, one.days_ago))
    }

    fn login(&self, field: &'static str, login: &str) -> Result<(), Why> {
        let known = self.staff.iter().any(|worker| worker.login == login);
        known.then_some(()).ok_or_else(|| (field, format!("staff.csv has no login “{login}”")))
    }

    fn wish(&self, one: One) -> Result<Wished, Why> {
        past_day(one.days_ago)?;
        let village = one.village.as_ref().map(|name| self.village(name)).transpose()?;
        let thing = item(&one.item).map_err(|problem| ("item", told(&problem)))?;
        let names: Vec<&str> = self.villages.iter().map(|(_, name)| name.as_str()).collect();
        if let Some(word) = names_a_village(&thing, &names) {
            return Err(("item", format!("it names a village: “{word}”")));
        }
        self.login("coordinator", &one.coordinator)?;
        one.looked.iter().try_for_each(|login| self.login("looked", login))?;
        let taken = one.state.is_taken() || one.state == State::Fulfilled;
        let brought = matches!(one.state, State::Delivered | State::Fulfilled);
        let lease = i32::try_from(LEASE.as_hours() / 24).unwrap_or(0);
        let needs = [
            (
                "looked",
                one.looked[0] == one.looked[1] || one.looked.contains(&one.coordinator),
                "two others look at it",
            ),
            ("why", (one.state == State::Refused) == one.why.trim().is_empty(), "it goes with the state refused"),
            ("claimer", taken != one.claimer.is_some(), "somebody has what is taken, and nothing else"),
            ("place", brought == one.place.trim().is_empty(), "it goes with the states delivered and fulfilled"),
            (
                "referred_to",
                (one.state == State::Referred) == one.referred_to.trim().is_empty(),
                "it goes with the state referred",
            ),
            (
                "days_ago",
                one.state.is_leased() && one.days_ago >= lease,
                "by now it would have gone back to the others",
            ),
            ("days_ago", one.state == State::Open && one.days_ago >= POOL_DAYS, "by now it would be overdue"),
        ];
        if let Some((field, _, why)) = needs.into_iter().find(|(_, wrong, _)| *wrong) {
            return Err((field, why.to_owned()));
        }
        if let Some(name) = one.claimer.as_ref().filter(|name| !self.people.iter().any(|p| p.name.as_str() == **name)) {
            return Err(("claimer", format!("people.csv has no “{name}”")));
        }
        let name: Name = one.name.parse().map_err(|_| ("name", format!("“{}” is no name", one.name)))?;
        let phone = one.phone.map(|text| {
            let number = text.parse::<Phone>();
            number.map_err(|_| ("phone", format!("“{text}” is no phone number of mainland China")))
        });
        let (phone, minor, guardian) = (phone.transpose()?, one.for_child, one.for_child);
        Ok(Wished {
            state: one.state,
            days_ago: one.days_ago,
            draft: Draft { kind: one.kind, item: thing, band: one.band, village }.settled(),
            person: NewPerson { name, phone, minor, guardian, consent: one.consent },
            coordinator: one.coordinator,
            looked: one.looked,
            why: one.why,
            claimer: one.claimer,
            place: one.place,
            referred_to: one.referred_to,
        })
    }
}

/// As the desk says it.
fn told(problem: &ItemProblem) -> String {
    let word = problem.word().unwrap_or_default();
    let say = |words: Words| words.say(Lang::En, problem.key(), &[("word", word.into())]);
    Words::new(&::wishes::texts()).map_or_else(|fault| fault.to_string(), say)
}
