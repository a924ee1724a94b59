//! Who relies on an official: what was promised of them, whom their leaving would hit, and whom a clerk has to tell by voice.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use people::Phone;
use stations::{Station, ToCall};

use super::seen::{GIVEN_UP_FOR, Look, Waits};
use crate::acts::{self, Hit};
use crate::answers;
use crate::promises::{self, LATE, Promise};
use crate::reach::{self, About};
use crate::rules::{Number, OfficialId};
use crate::store;

/// So many are shown; nobody telephones more people than that before the list changes.
const MOST_SHOWN: i64 = 100;

/// Somebody whom an official's leaving would hit, as the desk sees them.
#[derive(Debug, Clone)]
pub struct HitSeen {
    pub waits: Waits,
    pub hit: Hit,
    /// The name of who would do it instead.
    pub stand_in: Option<String>,
    /// The name of who would meet them in their village.
    pub goes: Option<String>,
}

/// Whom an absence until `back` would hit, in the order in which they wait.
pub fn hits(
    c: &mut Conn,
    at: (&House, &Station),
    official: OfficialId,
    back: Option<Timestamp>,
    now: Timestamp,
) -> Result<Vec<HitSeen>, Fault> {
    let (house, station) = at;
    let all = acts::hit(c, at, official, back, now)?;
    if all.is_empty() {
        return Ok(vec![]);
    }
    let board = answers::board(c, station, now)?;
    let (look, officials) = (Look::new(c, house, station, &board)?, store::officials(c, station.id)?);
    let name = |id| officials.iter().find(|o| Some(o.id) == id).map(|o| o.name.clone());
    let seen = |hit: Hit| {
        let waits = look.waits(c, hit.kept.clone())?;
        let goes = name(hit.meeting.as_ref().map(|meeting| meeting.official));
        Ok(HitSeen { waits, stand_in: name(hit.case.stand_in), goes, hit })
    };
    all.into_iter().map(seen).collect()
}

/// A time that somebody was told and that hangs on an official.
#[derive(Debug, Clone)]
pub struct Promised {
    pub promise: Promise,
    /// Nothing, if it is not about a ticket.
    pub waits: Option<Waits>,
}

/// What an official has to be there for, the first first. What time has decided already is not among them.
pub fn promised(
    c: &mut Conn,
    (house, station): (&House, &Station),
    official: OfficialId,
    now: Timestamp,
) -> Result<Vec<Promised>, Fault> {
    let open = promises::open_of_official(c, station.id, official, (now - LATE, Timestamp::MAX))?;
    if open.is_empty() {
        return Ok(vec![]);
    }
    let board = answers::board(c, station, now)?;
    let look = Look::new(c, house, station, &board)?;
    let seen = |promise: Promise| {
        let waits = match promise.about {
            About::Ticket(id) => Some(store::by_id(c, station.id, id).and_then(|kept| look.waits(c, kept))?),
            _ => None,
        };
        Ok(Promised { promise, waits })
    };
    open.into_iter().map(seen).collect()
}

/// Somebody whom a clerk tells something.
#[derive(Debug, Clone)]
pub struct ToTell {
    pub id: Id,
    pub number: Option<Number>,
    pub name: Option<String>,
    /// Of a message that no channel took.
    pub phone: Option<Phone>,
    pub text: String,
    pub since: Timestamp,
    /// Afterwards it is of no use any more; nothing for a message that is late already.
    pub until: Option<Timestamp>,
    /// Where a clerk answers for them, and what; nothing where they are only told.
    pub answers: Option<Answers>,
}

/// What somebody may answer: in words, and as it is sent to an address below the station's.
#[derive(Debug, Clone)]
pub struct Answers {
    pub at: String,
    pub all: Vec<(String, &'static str)>,
}

impl ToTell {
    fn of(one: ToCall) -> ToTell {
        ToTell {
            id: one.id,
            number: None,
            name: one.name,
            phone: one.phone,
            text: one.text,
            since: one.since,
            until: Some(one.until),
            answers: Some(Answers { at: one.answered_at, all: one.answers }),
        }
    }
}

/// Whom a clerk has to tell by voice: what a message did not bring, then everybody else, the most urgent first. `asked` are whom
/// other slices know.
pub fn to_tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (asked, now): (Vec<ToCall>, Timestamp),
) -> Result<Vec<ToTell>, Fault> {
    let lines = store::lines(c, station.id)?;
    let mut all = vec![];
    for m in outbox::given_up(c, house, station.id, now - GIVEN_UP_FOR, MOST_SHOWN)? {
        let phone: Option<Phone> = m.to.parse().ok();
        let text = reach::for_ears(&m.text);
        let one =
            ToTell { id: m.id, number: None, name: None, phone, text, since: m.made_at, until: None, answers: None };
        all.push(one);
    }
    for entry in reach::open_of(c, house, station.id, now)? {
        let number = match entry.about {
            About::Ticket(id) => {
                let kept = store::by_id(c, station.id, id)?;
                let letter = lines.iter().find(|l| l.id == kept.line).map_or('?', |l| l.letter);
                Some(Number { letter, number: kept.number })
            }
            _ => None,
        };
        let (since, until) = (entry.made_at, Some(entry.due_at));
        let (name, text) = (entry.name, entry.text);
        all.push(ToTell { id: entry.id, number, name, phone: None, text, since, until, answers: None });
    }
    all.extend(asked.into_iter().map(ToTell::of));
    // What is late already stands first.
    all.sort_by_key(|one| one.until);
    Ok(all)
}
