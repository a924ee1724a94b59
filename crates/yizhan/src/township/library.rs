//! `library.toml` and `titles.csv`: the reading room, what stands in it, who has what and waits for what, and what the months before
//! came to.
mod months;
mod lived;

use std::collections::BTreeSet;

use ::library::catalogue::asked::NewLibraryShelf;
use ::library::catalogue::imports::{self, Bad, Record};
use ::library::catalogue::rules::NewShelf;
use ::library::rules::{DueMode, Kind, Kinds, SettingProblem, Settings};
use kernel::form::Problems;
use kernel::words::{Lang, Words};
use serde::Deserialize;
use toml::Spanned;

pub use lived::live;
pub use months::Month;

use super::wrong::{Why, each, toml};
use super::{Files, Resident, Wrong};

/// All that the files say.
#[derive(Debug, Clone, Default)]
pub struct Library {
    rules: Option<Settings>,
    shelves: Vec<NewShelf>,
    records: Vec<Record>,
    /// How long ago the room opened, in days.
    opened: i32,
    arrivals: Vec<Arrival>,
    months: Vec<Month>,
    /// Titles that nobody took in those months.
    dusty: BTreeSet<String>,
    loans: Vec<Loan>,
    holds: Vec<Hold>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    rules: Option<Spanned<Rules>>,
    #[serde(default)]
    shelf: Vec<Spanned<Shelf>>,
    opened_days_ago: Option<i32>,
    #[serde(default)]
    arrival: Vec<Spanned<Arrival>>,
    #[serde(default)]
    month: Vec<Spanned<Month>>,
    #[serde(default)]
    dusty: Vec<Spanned<String>>,
    #[serde(default)]
    loan: Vec<Spanned<Loan>>,
    #[serde(default)]
    hold: Vec<Spanned<Hold>>,
}

/// What is left out is as usual.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Rules {
    most_items: i16,
    loan_days: i16,
    renewals: i16,
    hold_days: i16,
    kinds: Vec<Kind>,
    /// 0: whoever is late gets something all the same.
    block_days: i16,
    due_mode: String,
    history: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        let usual = Settings::default();
        Rules {
            most_items: usual.most_items,
            loan_days: usual.loan_days,
            renewals: usual.renewals,
            hold_days: usual.hold_days,
            kinds: Kind::ALL.into(),
            block_days: usual.block_days.unwrap_or(0),
            due_mode: usual.due_mode.word().to_owned(),
            history: usual.history,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shelf {
    code: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    honesty: bool,
}

/// Titles that came in later than the others.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Arrival {
    days_ago: i32,
    titles: Vec<String>,
}

/// Somebody of `people.csv` took a copy home.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Loan {
    who: String,
    title: String,
    days_ago: i32,
    /// When they asked to keep it for longer, and when they brought it back: days ago.
    renewed: Option<i32>,
    back: Option<i32>,
}

/// Somebody of `people.csv` waits for a title.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hold {
    who: String,
    title: String,
    days_ago: i32,
}

const FILE: &str = "library.toml";
const TITLES: &str = "titles.csv";
/// Without another word the room opened today.
const OPENED: i32 = 0;

pub fn read(files: &Files, people: &[Resident]) -> Result<Library, Vec<Wrong>> {
    // What builds on a list with a mistake is not looked at.
    let records = files.get(TITLES).map_or(Ok(vec![]), titles)?;
    let Some(text) = files.get(FILE) else { return Ok(Library { records, ..Library::default() }) };
    let read: Text = toml(FILE, text)?;
    let mut wrong = vec![];
    let known = Known {
        titles: records.iter().map(|record| record.new.title.as_str()).collect(),
        people: people.iter().map(|one| one.name.as_str()).collect(),
    };
    let (from, opened) = ((FILE, text), read.opened_days_ago.unwrap_or(OPENED));
    let rules = each(from, "rules", read.rules.into_iter().collect(), settings, &mut wrong).pop();
    let (named, mut place) = (read.shelf.len(), 0);
    let numbered = |one: Shelf| {
        place += 1;
        shelf(one, place)
    };
    let shelves = each(from, "shelf", read.shelf, numbered, &mut wrong);
    let arrivals = each(from, "arrival", read.arrival, |one| known.arrival(one, opened), &mut wrong);
    let months = each(from, "month", read.month, Month::checked, &mut wrong);
    let dusty = each(from, "dusty", read.dusty, |title: String| known.title(&title).map(|()| title), &mut wrong);
    let loans = each(from, "loan", read.loan, |one| known.loan(one, opened), &mut wrong);
    let holds = each(from, "hold", read.hold, |one| known.hold(one, opened), &mut wrong);
    let astray = |record: &&Record| !record.shelf.is_empty() && !shelves.iter().any(|s| is(s, &record.shelf));
    // A shelf with a mistake is none that titles could name, and was said already.
    for record in records.iter().filter(astray).filter(|_| !shelves.is_empty() && shelves.len() == named) {
        let why = format!("library.toml has no shelf “{}”", record.shelf);
        wrong.push(Wrong::new(TITLES, record.at, "column shelf", why));
    }
    let dusty = dusty.into_iter().collect();
    match wrong.is_empty() {
        true => Ok(Library { rules, shelves, records, opened, arrivals, months, dusty, loans, holds }),
        false => Err(wrong),
    }
}

/// What the file may name.
struct Known<'a> {
    titles: BTreeSet<&'a str>,
    people: BTreeSet<&'a str>,
}

impl Known<'_> {
    fn title(&self, title: &str) -> Result<(), Why> {
        let missing = || ("title", format!("titles.csv has no title “{title}”"));
        self.titles.contains(title).then_some(()).ok_or_else(missing)
    }

    fn person(&self, name: &str) -> Result<(), Why> {
        let missing = || ("who", format!("people.csv has no “{name}”"));
        self.people.contains(name).then_some(()).ok_or_else(missing)
    }

    fn arrival(&self, one: Arrival, opened: i32) -> Result<Arrival, Why> {
        days(one.days_ago, opened)?;
        one.titles.iter().try_for_each(|title| self.title(title))?;
        Ok(one)
    }

    fn hold(&self, one: Hold, opened: i32) -> Result<Hold, Why> {
        self.title(&one.title)?;
        self.person(&one.who)?;
        days(one.days_ago, opened)?;
        Ok(one)
    }

    fn loan(&self, one: Loan, opened: i32) -> Result<Loan, Why> {
        self.title(&one.title)?;
        self.person(&one.who)?;
        days(one.days_ago, opened)?;
        let later = |days: Option<i32>| days.is_none_or(|days| (1..one.days_ago).contains(&days));
        let after = one.renewed.is_none_or(|renewed| one.back.is_none_or(|back| back < renewed));
        match () {
            () if !later(one.renewed) || !after => {
                Err(("renewed", "it is after the loan and before it is back".into()))
            }
            () if !later(one.back) => Err(("back", "it is after the loan, and not today".into())),
            () => Ok(one),
        }
    }
}

fn days(ago: i32, opened: i32) -> Result<(), Why> {
    let odd = || ("days_ago", format!("it is from 1 to {opened}: the room opened then"));
    (1..=opened).contains(&ago).then_some(()).ok_or_else(odd)
}

fn is(shelf: &NewShelf, named: &str) -> bool {
    shelf.code == named.to_lowercase() || shelf.name_zh == named || shelf.name_en == named
}

fn settings(rules: Rules) -> Result<Settings, Why> {
    let due_mode = DueMode::ALL.into_iter().find(|mode| mode.word() == rules.due_mode);
    let due_mode = due_mode.ok_or(("due_mode", "it is calendar, skip-closed or next-open-day".to_owned()))?;
    let settings = Settings {
        most_items: rules.most_items,
        loan_days: rules.loan_days,
        renewals: rules.renewals,
        hold_days: rules.hold_days,
        kinds: Kinds::of(rules.kinds),
        block_days: (rules.block_days != 0).then_some(rules.block_days),
        due_mode,
        history: rules.history,
    };
    settings.checked().map_err(|problem| match problem {
        SettingProblem::MostItems => ("most_items", "it is from 1 to 50".into()),
        SettingProblem::LoanDays => ("loan_days", "it is from 1 to 365".into()),
        SettingProblem::Renewals => ("renewals", "it is from 0 to 9".into()),
        SettingProblem::HoldDays => ("hold_days", "it is from 1 to 30".into()),
        SettingProblem::BlockDays => ("block_days", "it is from 0 to 365".into()),
        SettingProblem::NoKind => ("kinds", "nothing would be lent at all".into()),
    })
}

/// A shelf as the desk's form takes it; it stands where the file has it.
fn shelf(one: Shelf, place: i16) -> Result<NewShelf, Why> {
    let Shelf { code, name: name_zh, name_en, honesty } = one;
    NewLibraryShelf { code, name_zh, name_en, honesty, place }.checked().map_err(|problems| first(&problems))
}

/// The first that is wrong, as the desk says it.
fn first(problems: &Problems) -> Why {
    match Words::new(&::library::texts()) {
        Ok(words) => problems.said(&words, Lang::En).next().unwrap_or_default(),
        Err(fault) => ("", fault.to_string()),
    }
}

/// The lines of `titles.csv`, read as the desk's import reads them.
fn titles(text: &str) -> Result<Vec<Record>, Vec<Wrong>> {
    match imports::read(text.as_bytes()) {
        Ok(read) if read.bad.is_empty() => Ok(read.records),
        Ok(read) => Err(read.bad.iter().map(bad).collect()),
        Err(not) => Err(vec![Wrong::new(TITLES, not.line().max(1), "", said(not.key(), not.line()))]),
    }
}

fn bad(bad: &Bad) -> Wrong {
    Wrong::new(TITLES, bad.at, bad.typed.clone(), said(bad.why.key(), bad.at))
}

/// As the desk says it.
fn said(key: &str, line: usize) -> String {
    let say = |words: Words| words.say(Lang::En, key, &[("line", line.into())]);
    Words::new(&::library::texts()).map_or_else(|fault| fault.to_string(), say)
}
