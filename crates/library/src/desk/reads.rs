//! What the desk's pages and programs read, each in one snapshot.
use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{PersonId, Phone};
use stations::{Here, Station};

use super::who;
use crate::TitleId;
use crate::catalogue::answers::{self as catalogue, Found};
use crate::lending::answers::{self as lending, CopyState, HoldSeen, LoanSeen, Reader, Task, day_of};
use crate::rules::{Copy, Settings, Shelf, Stands, Title};

/// So many titles that fit are shown at the counter; whoever finds more types more.
const MOST_FOUND: i64 = 12;
/// So many rows stand on a page.
pub const MOST_OVERDUE: i64 = 300;

/// Somebody as the desk may know them: a name to call and a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

pub fn person(c: &mut Conn, house: &House, id: PersonId) -> Result<Person, Fault> {
    Ok(Person { name: people::name_of(c, house, id)?, phone: people::phone_of(c, house, id)? })
}

/// Whoever stands at the counter, and what they have.
pub struct AtCounter {
    pub person: Person,
    /// By which the next page knows them again.
    pub held: String,
    pub reader: Reader,
}

pub fn at_counter(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (counter, id): (who::Counter, PersonId),
) -> Result<AtCounter, Fault> {
    let (person, reader) = (person(c, house, id)?, lending::at_reader(c, house, station, id)?);
    Ok(AtCounter { person, held: who::seal(house, counter, id), reader })
}

/// What waits on the other pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Board {
    pub ready: usize,
    pub overdue: usize,
    pub tasks: usize,
}

pub fn board(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Board, Fault> {
    Ok(Board {
        ready: lending::ready_holds(c, station.id)?.len(),
        overdue: lending::overdue(c, station.id, day_of(station, now), MOST_OVERDUE)?.len(),
        tasks: lending::open_tasks(c, station.id)?.len(),
    })
}

/// A title that fits what was typed, with its copies.
#[derive(Debug, Clone)]
pub struct Hit {
    pub found: Found,
    pub copies: Vec<Piece>,
}

/// A copy, where it belongs, and how it stands.
#[derive(Debug, Clone)]
pub struct Piece {
    pub copy: Copy,
    pub shelf: Option<Shelf>,
    pub state: CopyState,
}

pub fn hits(c: &mut Conn, station: StationId, typed: &str) -> Result<Vec<Hit>, Fault> {
    let shelves = catalogue::shelves(c, station)?;
    let mut all = vec![];
    for found in catalogue::search(c, station, typed, MOST_FOUND)? {
        let copies = catalogue::copies_of(c, station, found.title.id)?;
        let states = lending::copy_states(c, station, &copies)?;
        let pieces = copies.into_iter().zip(states).filter(|(copy, _)| copy.stands != Stands::Gone);
        let piece = |(copy, state): (Copy, CopyState)| {
            let shelf = shelves.iter().find(|shelf| shelf.id == copy.shelf).cloned();
            Piece { copy, shelf, state }
        };
        all.push(Hit { copies: pieces.map(piece).collect(), found });
    }
    Ok(all)
}

pub fn title(c: &mut Conn, station: StationId, id: TitleId) -> Result<Title, Fault> {
    catalogue::title(c, station, id)
}

/// The shelf of that number; a shelf is never taken away.
pub fn shelf(c: &mut Conn, station: StationId, id: i32) -> Result<Option<Shelf>, Fault> {
    Ok(catalogue::shelves(c, station)?.into_iter().find(|shelf| shelf.id == id))
}

/// So many of one name are asked about.
const MOST_OF_A_NAME: usize = 8;

/// Those who have something of the station or for whom something is put aside, and who are called so.
pub fn called(c: &mut Conn, house: &House, station: StationId, name: &str) -> Result<Vec<PersonId>, Fault> {
    // Everything that is lent is due before the end of time.
    let lent = lending::overdue(c, station, Date::MAX, i64::MAX)?.into_iter().filter_map(|(_, person)| person);
    let aside = lending::ready_holds(c, station)?.into_iter().map(|(_, person)| person);
    let known: BTreeSet<PersonId> = lent.chain(aside).collect();
    let mut all = vec![];
    for id in known {
        if all.len() < MOST_OF_A_NAME && people::name_of(c, house, id)?.is_some_and(|theirs| theirs == name) {
            all.push(id);
        }
    }
    Ok(all)
}

/// What is put aside, and for whom.
pub async fn holds(here: &Here) -> Result<Vec<(HoldSeen, Person)>, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.id);
    let read = move |c: &mut Conn| {
        let all = lending::ready_holds(c, station)?;
        all.into_iter().map(|(hold, id)| Ok((hold, person(c, &house, id)?))).collect()
    };
    here.house.db.snapshot(read).await
}

/// What should be back, the oldest first, and who has it: nobody, once they have asked to be forgotten.
pub async fn overdue(here: &Here) -> Result<Vec<(LoanSeen, Option<Person>)>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let all = lending::overdue(c, station.id, day_of(&station, now), MOST_OVERDUE)?;
        let with = |id: Option<PersonId>, c: &mut Conn| id.map(|id| person(c, &house, id)).transpose();
        all.into_iter().map(|(loan, id)| Ok((loan, with(id, c)?))).collect()
    };
    here.house.db.snapshot(read).await
}

/// What has to be looked at, with the names of those whom it is about.
pub struct Looked {
    pub task: Task,
    /// Whose card it was, or who brought it.
    pub person: Option<Person>,
    /// Who has it, by what is written down.
    pub with: Option<Person>,
}

pub async fn tasks(here: &Here) -> Result<Vec<Looked>, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.id);
    let read = move |c: &mut Conn| {
        let mut all = vec![];
        for task in lending::open_tasks(c, station)? {
            let named = |id: Option<PersonId>, c: &mut Conn| id.map(|id| person(c, &house, id)).transpose();
            let (about, with) = (named(task.person, c)?, named(task.with, c)?);
            all.push(Looked { person: about, with, task });
        }
        Ok(all)
    };
    here.house.db.snapshot(read).await
}

pub async fn settings(here: &Here) -> Result<Settings, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| catalogue::settings(c, station)).await
}
