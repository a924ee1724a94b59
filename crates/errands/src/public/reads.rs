//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::answer::{Answer, LineNow, Person};
use crate::TicketId;
use crate::acts::{self, Case};
use crate::answers::{self, Board, InNow, Kept};
use crate::booked::answers as booked;
use crate::expected;
use crate::forecast::Forecast;
use crate::lounge::{self, Seats};
use crate::promises::{self, Promise};
use crate::ratings::answers::{self as ratings, OfTicket};
use crate::reach::About;
use crate::rules::{Index, Line, LineId, Matter, MatterId, Number, Paper, State, village as called};
use crate::store;
use crate::village_days::{self, VillageVisitId};

/// A station's errands as they stand now.
#[derive(Debug, Clone)]
pub struct Hall {
    /// Now, in the station's zone.
    pub at: DateTime,
    /// The number of the station's last change.
    pub seen: i64,
    pub board: Board,
    pub lines: Vec<LineNow>,
    pub people: Vec<Person>,
    pub matters: Vec<Matter>,
}

impl Hall {
    pub fn line(&self, id: LineId) -> Option<&LineNow> {
        self.lines.iter().find(|l| l.line.id == id)
    }

    pub fn matter(&self, slug: &str) -> Option<&Matter> {
        self.matters.iter().find(|m| m.draft.slug == slug)
    }

    pub fn person(&self, id: Option<i32>) -> Option<&Person> {
        self.people.iter().find(|p| Some(p.official.id) == id)
    }

    /// The answer to a matter. One whose line is gone is not done now.
    pub fn answer(&self, matter: &Matter) -> Answer<'_> {
        match self.line(matter.draft.line) {
            Some(line) => Answer::of(matter, line, &self.people),
            None => Answer::Shut(None),
        }
    }

    /// What was asked for, the best first.
    pub fn find(&self, asked: &str) -> Vec<&Matter> {
        let found = Index::new(&self.matters).find(asked);
        found.iter().filter_map(|f| self.matters.iter().find(|m| m.id == f.id)).collect()
    }

    /// What an official does, as the first or in their stead.
    pub fn done_by(&self, person: &Person) -> impl Iterator<Item = &Matter> {
        let id = Some(person.official.id);
        self.matters.iter().filter(move |m| m.draft.official == id || m.draft.stand_in == id)
    }

    /// Who stands in for somebody, and is in now.
    pub fn stand_ins(&self, person: &Person) -> Vec<&Person> {
        let mine = |m: &&Matter| m.draft.official == Some(person.official.id);
        let mut all: Vec<&Person> = vec![];
        for other in self.matters.iter().filter(mine).filter_map(|m| self.person(m.draft.stand_in)) {
            if other.shown.is_in() && !all.iter().any(|p| p.official.id == other.official.id) {
                all.push(other);
            }
        }
        all
    }
}

pub async fn hall(house: &House, station: &Arc<Station>) -> Result<Hall, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| gather(c, &h, &station, now)).await
}

fn gather(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Hall, Fault> {
    let seen = event::last(c, station.id)?;
    let board = answers::board(c, station, now)?;
    let policies = booked::policies(c, station)?;
    let mut lines = vec![];
    for line in &board.lines {
        let books = policies.iter().find(|(id, _)| *id == line.id).is_none_or(|(_, policy)| policy.takes());
        lines.push(line_now(house, station, (&board, line, books), now)?);
    }
    let mut people = vec![];
    for in_now in answers::who_is_in(c, station, now)? {
        people.push(person(c, in_now)?);
    }
    let matters = answers::matters(c, station)?;
    Ok(Hall { at: answers::wall(station, now), seen, board, lines, people, matters })
}

fn line_now(
    house: &House,
    station: &Station,
    (board, line, books): (&Board, &Line, bool),
    now: Timestamp,
) -> Result<LineNow, Fault> {
    let (hours, calendar, at) =
        (answers::hours_of(station, line)?, stations::calendar(house), answers::wall(station, now));
    let open = hours.state_at(at, &calendar).open;
    let draws = match answers::may_draw(house, station, line, now) {
        Ok(()) => true,
        Err(Not::Refused(_)) => false,
        Err(Not::Fault(fault)) => return Err(fault),
    };
    Ok(LineNow {
        line: line.clone(),
        open,
        opens: if open { None } else { hours.next_opening(at, &calendar) },
        ends: hours.intervals(at.date(), &calendar).last().map(|(_, until)| *until),
        draws,
        books,
        waiting: board.waiting(line.id).count(),
        desks: board.desks_of(line.id).map(|d| d.id).collect(),
    })
}

fn person(c: &mut Conn, in_now: InNow) -> Result<Person, Fault> {
    let InNow { official, shown, place, village } = in_now;
    if !Person::may_say_where(shown) {
        return Ok(Person { official, shown, place: None });
    }
    let division = village.map(|code| stations::division(c, code)).transpose()?.flatten();
    Ok(Person { official, shown, place: division.map(|d| called(&d.name).to_owned()).or(place) })
}

/// A ticket as whoever holds it sees it.
#[derive(Debug, Clone)]
pub struct Mine {
    pub hall: Hall,
    pub id: TicketId,
    pub kept: Kept,
    pub number: Number,
    /// What it is for, each with the papers of the list that they saw when they drew.
    pub matters: Vec<(Matter, Vec<Paper>)>,
    /// It is of a day that is over.
    pub past: bool,
    /// When they will be called, or why that cannot be said; only while they wait.
    pub expected: Option<Forecast>,
    /// Whether there is a seat to wait in; only while they wait.
    pub lounge: Option<Seats>,
    /// What was said of it; only once it is done.
    pub rating: Option<OfTicket>,
    /// Every time that they were told, the oldest first.
    pub promises: Vec<Promise>,
    /// What they can choose instead of waiting for an official.
    pub instead: Case,
    /// The ticket of another day to which their appointment has moved.
    pub next: Option<TicketId>,
    /// Where they are met in their village instead.
    pub village_visit: Option<VillageVisitId>,
}

impl Mine {
    /// How many are called before it, while it waits.
    pub fn ahead(&self) -> Option<usize> {
        (self.kept.ticket.state == State::Waiting).then(|| self.hall.board.ahead(&self.kept))
    }

    pub fn line(&self) -> Option<&LineNow> {
        self.hall.line(self.kept.ticket.waits_in)
    }

    /// An appointment of a day that is still to come.
    pub fn is_later(&self) -> bool {
        self.kept.ticket.state == State::Booked && self.kept.day > self.hall.at.date()
    }

    /// For whom they wait.
    pub fn official(&self) -> Option<&Person> {
        self.hall.person(self.kept.ticket.official)
    }
}

pub async fn ticket(house: &House, station: &Arc<Station>, id: TicketId) -> Result<Mine, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let hall = gather(c, &h, &station, now)?;
        let kept = store::by_id(c, station.id, id)?;
        let today = mine(c, &station, hall, kept)?;
        let waits = today.kept.ticket.state == State::Waiting && !today.past;
        let expected = waits.then(|| expected::expected(c, &h, &station, id, now)).transpose()?;
        let lounge = if waits { lounge::seats(c, &station, now)? } else { None };
        let done = today.kept.ticket.state == State::Done;
        let rating = done.then(|| ratings::of_ticket(c, &h, &station, &today.kept, now)).transpose()?;
        let instead = acts::ways(c, (&h, &station), &today.kept, now)?;
        Ok(Mine { expected, lounge, rating, instead, ..today })
    };
    house.db.snapshot(read).await
}

fn mine(c: &mut Conn, station: &Station, hall: Hall, kept: Kept) -> Result<Mine, Fault> {
    let mut matters = vec![];
    for (id, version, _) in store::matters_of(c, station.id, kept.id)? {
        if let Some(matter) = hall.matters.iter().find(|m| m.id == id) {
            matters.push((matter.clone(), store::papers_of(c, station.id, id, version)?));
        }
    }
    let (number, past) = (hall.board.number(&kept), kept.day < hall.at.date());
    let promises = promises::about(c, station.id, About::Ticket(kept.id))?;
    let (next, instead) = (booked::moved_to(c, station, &kept)?, Case::default());
    let stands = kept.ticket.state.stands();
    let village_visit = if stands { None } else { village_days::of_ticket(c, station, kept.id)? };
    let (expected, lounge, rating) = (None, None, None);
    Ok(Mine {
        id: kept.id,
        number,
        past,
        matters,
        hall,
        kept,
        expected,
        lounge,
        rating,
        promises,
        instead,
        next,
        village_visit,
    })
}

/// What is left of a person's tickets of today, and their appointments of later, station by station.
pub async fn todays(house: &House, person: PersonId) -> Result<Vec<(Arc<Station>, Mine)>, Fault> {
    let (h, now) = (house.clone(), house.now());
    house.db.snapshot(move |c| todays_of(c, &h, person, now)).await
}

fn todays_of(
    c: &mut Conn,
    house: &House,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<(Arc<Station>, Mine)>, Fault> {
    // No zone is further than a day from UTC: what is too old is left out below, by the station's own day.
    let yesterday = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().yesterday().map_err(Fault::broken)?;
    let mut all = vec![];
    for (at, kept) in store::theirs(c, person, yesterday)? {
        if !kept.ticket.state.stands() {
            continue;
        }
        let station = Arc::new(stations::by_id(c, at)?);
        if answers::wall(&station, now).date() <= kept.day {
            let hall = gather(c, house, &station, now)?;
            all.push((station.clone(), mine(c, &station, hall, kept)?));
        }
    }
    Ok(all)
}

/// The standing ticket of a person in the line of a matter, for whom a second one was refused.
pub async fn standing(
    house: &House,
    station: &Arc<Station>,
    (person, line): (PersonId, LineId),
) -> Result<Option<Mine>, Fault> {
    let all = todays(house, person).await?;
    let here = |(at, mine): &(Arc<Station>, Mine)| {
        at.id == station.id && mine.kept.line == line && mine.kept.day == mine.hall.at.date()
    };
    Ok(all.into_iter().find(here).map(|(_, mine)| mine))
}

/// The line in which a ticket for these matters waits: that of the first.
pub fn line_of(hall: &Hall, matters: &[MatterId]) -> Option<LineId> {
    let first = matters.first()?;
    hall.matters.iter().find(|m| m.id == *first).map(|m| m.draft.line)
}
