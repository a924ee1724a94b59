//! The reading room is furnished and used: each act at its own time, through the same rules as everybody's.
use std::collections::BTreeMap;
use std::sync::Arc;

use ::library::catalogue::acts::{import_within, shelf_within};
use ::library::catalogue::answers as catalogue;
use ::library::catalogue::imports::Record;
use ::library::catalogue::rules::NewTitle;
use ::library::lending::acts::{self, Lending, LentOut};
use ::library::lending::answers::{CopyState, copy_states};
use ::library::lending::rules::{By, Hand};
use ::library::rules::{Copy, Title};
use ::library::{CopyId, TitleId};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{PersonId, StaffId};
use stations::Station;

use super::{FILE, Hold, Library, Loan, months};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// When the room is furnished, on its day.
const FURNISHED: Time = Time::constant(9, 0, 0, 0);

/// Furnishes the room as it was on the days that the file says, and lives through what happened there. The clock stands where it stood.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Library,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    if all.records.is_empty() && all.shelves.is_empty() {
        return Ok(());
    }
    let (began, today) = (past.now(), stations::wall(now, &station.zone).date());
    furnish(past, hand, station, all, (today, now)).await?;
    months_before(past, station, all, today).await?;
    let life = Life { past, station, people, all };
    let mut taken = BTreeMap::new();
    for (at, step, n) in steps(station, all, (today, now))? {
        hand.move_to(at);
        life.step(step, n, &mut taken).await?;
    }
    hand.move_to(now);
    // Whoever has something that is due soon, or over, has heard of it.
    ::library::jobs(past).await?;
    hand.move_to(began);
    Ok(())
}

/// Rules, shelves and titles, as each came.
async fn furnish(
    past: &House,
    hand: &Rehearsal,
    station: &Arc<Station>,
    all: &Library,
    (today, now): (Date, Timestamp),
) -> Result<(), NotLoaded> {
    let at = |days: i32| {
        let day = today.saturating_sub(days.days()).to_datetime(FURNISHED);
        errands::answers::instant(station, day).map(|at| at.min(now))
    };
    let later =
        |record: &Record| all.arrivals.iter().find(|a| a.titles.contains(&record.new.title)).map(|a| a.days_ago);
    let mut by_day: BTreeMap<i32, Vec<Record>> = BTreeMap::from([(-all.opened, vec![])]);
    for record in &all.records {
        by_day.entry(-later(record).unwrap_or(all.opened)).or_default().push(record.clone());
    }
    for (ago, records) in by_day {
        hand.move_to(at(-ago)?);
        let (h, station, first) = (past.clone(), station.clone(), -ago == all.opened);
        let (rules, shelves) = (all.rules.clone(), all.shelves.clone());
        let work = move |c: &mut Conn| {
            let by = (event::By::Program, h.now());
            if first {
                rules.iter().try_for_each(|rules| catalogue::set_settings(c, station.id, rules))?;
                for shelf in &shelves {
                    shelf_within(c, &station, shelf, by).map_err(|not| odd(&shelf.code, not))?;
                }
            }
            import_within(c, &h, &station, &records, (None, by.0, by.1), &mut |_, _| {})
        };
        let came = past.db.write(work).await?;
        if let Some(bad) = came.refused.first() {
            return Err(NotLoaded::Refused(format!("titles.csv line {}: {:?} “{}”", bad.at, bad.why, bad.typed)));
        }
    }
    Ok(())
}

/// A rule said no to what a file wants.
fn odd<R: std::fmt::Debug>(what: &str, not: Not<R>) -> Fault {
    match not {
        Not::Fault(fault) => fault,
        Not::Refused(refusal) => Fault::broken(format!("{FILE}: {what}: {refusal:?}")),
    }
}

/// What was counted before the first loan that anybody still has.
async fn months_before(past: &House, station: &Arc<Station>, all: &Library, today: Date) -> Result<(), Fault> {
    let (h, station, months) = (past.clone(), station.clone(), all.months.clone());
    let (dusty, since) = (all.dusty.clone(), today.saturating_sub(all.opened.days()));
    let new: Vec<String> = all.arrivals.iter().flat_map(|arrival| arrival.titles.clone()).collect();
    let work = move |c: &mut Conn| {
        let mut copies: Vec<(Copy, Title)> = vec![];
        for shelf in catalogue::shelves(c, station.id)? {
            copies.extend(catalogue::on_shelf(c, station.id, shelf.id)?);
        }
        copies.retain(|(_, title)| !dusty.contains(&title.title) && !new.contains(&title.title));
        let mut begin = 0;
        let mut in_order = months.clone();
        in_order.sort_by_key(|month| month.first(today));
        for month in &in_order {
            let of = (month, month.first(today), since);
            months::record(c, (&h, &station), of, (&mut copies, begin))?;
            begin += month.issues();
        }
        for (copy, _) in copies.iter().filter(|(copy, _)| copy.last_lent_on.is_some()) {
            catalogue::set_copy(c, station.id, copy)?;
        }
        Ok::<_, Fault>(())
    };
    past.db.write(work).await
}

/// What happens, in the order in which it does on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Lent,
    Renewed,
    Back,
    Waits,
}

impl Step {
    fn hour(self) -> i8 {
        match self {
            Step::Lent => 10,
            Step::Renewed => 16,
            Step::Back => 17,
            Step::Waits => 19,
        }
    }
}

/// Every step of every loan, and each wait, that has come by now.
fn steps(
    station: &Station,
    all: &Library,
    (today, now): (Date, Timestamp),
) -> Result<Vec<(Timestamp, Step, usize)>, Fault> {
    let mut plan: Vec<(i32, Step, usize)> = vec![];
    for (n, loan) in all.loans.iter().enumerate() {
        plan.push((loan.days_ago, Step::Lent, n));
        plan.extend(loan.renewed.map(|days| (days, Step::Renewed, n)));
        plan.extend(loan.back.map(|days| (days, Step::Back, n)));
    }
    plan.extend(all.holds.iter().enumerate().map(|(n, hold)| (hold.days_ago, Step::Waits, n)));
    let mut steps = vec![];
    for (days, step, n) in plan {
        let minute = i8::try_from(n % 60).unwrap_or(0);
        let wall = today.saturating_sub(days.days()).at(step.hour(), minute, 0, 0);
        steps.push((errands::answers::instant(station, wall)?, step, n));
    }
    steps.sort();
    Ok(steps.into_iter().take_while(|(at, ..)| *at <= now).collect())
}

/// Who does it, and with what.
struct Life<'a> {
    past: &'a House,
    station: &'a Arc<Station>,
    people: &'a People,
    all: &'a Library,
}

impl Life<'_> {
    async fn step(&self, step: Step, n: usize, taken: &mut BTreeMap<usize, LentOut>) -> Result<(), NotLoaded> {
        match step {
            Step::Lent => {
                let loan = &self.all.loans[n];
                taken.insert(n, self.lent(loan).await?);
            }
            Step::Waits => self.waits(&self.all.holds[n]).await?,
            Step::Renewed => {
                let Some(lent) = taken.get(&n) else { return Ok(()) };
                let by = By::Staff(self.clerk()?);
                let done = acts::renew(self.past, self.station, lent.loan, by, None).await;
                done.map_err(|not| self.refused(&self.all.loans[n].title, not))?;
            }
            Step::Back => {
                let Some(lent) = taken.get(&n) else { return Ok(()) };
                acts::give_back(self.past, self.station, lent.copy, (self.hand()?, None)).await?;
            }
        }
        Ok(())
    }

    async fn lent(&self, loan: &Loan) -> Result<LentOut, NotLoaded> {
        let (_, copy) = self.find(&loan.title).await?;
        let copy =
            copy.ok_or_else(|| NotLoaded::Refused(format!("{FILE}: nobody has brought “{}” back", loan.title)))?;
        let lending = Lending { copy, person: self.person(&loan.who)?, despite: false };
        let done = acts::lend(self.past, self.station, lending, (self.hand()?, None)).await;
        done.map_err(|not| self.refused(&loan.title, not))
    }

    async fn waits(&self, hold: &Hold) -> Result<(), NotLoaded> {
        let (title, _) = self.find(&hold.title).await?;
        let person = self.person(&hold.who)?;
        let done = acts::hold(self.past, self.station, (title, person), (self.hand()?, None)).await;
        done.map(|_| ()).map_err(|not| self.refused(&hold.title, not))
    }

    fn refused<R: std::fmt::Debug>(&self, title: &str, not: Not<R>) -> NotLoaded {
        match not {
            Not::Fault(fault) => fault.into(),
            Not::Refused(refusal) => NotLoaded::Refused(format!("{FILE}: “{title}”: {refusal:?}")),
        }
    }

    fn person(&self, name: &str) -> Result<PersonId, Fault> {
        self.people.find(name).ok_or_else(|| Fault::broken(format!("people.csv has no “{name}”")))
    }

    fn clerk(&self) -> Result<StaffId, NotLoaded> {
        let nobody = || NotLoaded::Refused(format!("{FILE} needs a clerk in staff.csv"));
        self.people.at_the_desk().ok_or_else(nobody)
    }

    fn hand(&self) -> Result<Hand, NotLoaded> {
        self.clerk().map(Hand::Desk)
    }

    /// The title, and one of its copies that stands there.
    async fn find(&self, title: &str) -> Result<(TitleId, Option<CopyId>), Fault> {
        let record = self.all.records.iter().find(|record| record.new.title == title);
        let new: NewTitle = record.map(|record| record.new.clone()).ok_or(Fault::NotFound)?;
        let at = self.station.id;
        let read = move |c: &mut Conn| {
            let title = catalogue::same_title(c, at, &new)?.ok_or(Fault::NotFound)?;
            let copies = catalogue::copies_of(c, at, title.id)?;
            let states = copy_states(c, at, &copies)?;
            let free = copies.iter().zip(states).find(|(_, state)| *state == CopyState::Free);
            Ok((title.id, free.map(|(copy, _)| copy.id)))
        };
        self.past.db.read(read).await
    }
}
