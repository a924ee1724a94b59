//! Typing a sheet in: it becomes the next number of its line.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::rules::{self, NoSheet, Sheet};
use super::store::{self as own, Pad};
use crate::TicketId;
use crate::acts::{NAME, OUTAGE, day_of, record_step};
use crate::answers;
use crate::rules::{Drawing, Line, MatterId, Number, Step, Way};
use crate::store::{self, NewTicket};
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// A sheet, and what it is for.
#[derive(Debug, Clone)]
pub struct Entry {
    pub sheet: Sheet,
    /// They were in the hall, whatever it says.
    pub what: Drawing,
    /// A name that stood on it.
    pub name: Option<String>,
}

/// The number that a sheet became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    pub pad: i32,
    pub id: TicketId,
    pub letter: char,
    pub number: i32,
    /// They still wait, and have to be told their number.
    pub waits: bool,
}

impl Entered {
    pub fn number(&self) -> Number {
        Number { letter: self.letter, number: self.number }
    }
}

/// Types one sheet in. Sent twice with one key, it is typed in once.
pub async fn enter(
    house: &House,
    station: &Arc<Station>,
    entry: Entry,
    staff: StaffId,
    once: Option<Once>,
) -> Result<Entered, Not<NoSheet>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let by = By::Staff(staff.0);
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, &entry, (now, by)));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    entry: &Entry,
    (now, by): (Timestamp, By),
) -> Result<Entered, Not<NoSheet>> {
    let sheet = &entry.sheet;
    // Before its day is held: PostgreSQL has no date for some that can be typed.
    rules::remembered(now, sheet.came)?;
    let (line, matters) = answers::what_for(c, station, &entry.what).map_err(|not| match not {
        // Nothing else can be wrong with what it is for.
        Not::Refused(_) => Not::Refused(NoSheet::NoMatter),
        Not::Fault(fault) => Not::Fault(fault),
    })?;
    let (today, day) = (day_of(station, now), day_of(station, sheet.came));
    store::hold(c, station.id, day, &[line.id])?;
    if !store::is_used(c, station.id, line.id)? {
        return Err(NoSheet::NoMatter.into());
    }
    let of_line = |number| Number { letter: line.letter, number };
    let entered = own::entered(c, station.id, (day, line.id), sheet.pad)?;
    let entered: Vec<Number> = entered.into_iter().map(of_line).collect();
    let copy = rules::judge(now, (today, day), sheet, &entered)?;
    let new = NewTicket {
        id: TicketId(house.new_id()),
        day,
        line: line.id,
        number: store::count(c, station.id, day, line.id)?,
        person: None,
        name_sealed: entry.name.as_ref().map(|name| house.keys.seal(NAME, name, &house.chance)),
        way: Way::Pad,
        drawn_at: sheet.came,
        booked_at: None,
        ticket: rules::ticket(now, sheet, (line.id, entry.what.priority), OUTAGE),
    };
    insert(c, station, (&new, &matters), sheet, by)?;
    own::insert(c, station.id, Pad { day, line: line.id, pad: sheet.pad, copy }, new.id, now)?;
    record_step(c, station, (now, by), Step::Draw, new.id)?;
    Ok(told(&line, sheet, &new))
}

/// The ticket as it is from the first: its log begins when they came, and ends there if it was over before it was typed in.
fn insert(
    c: &mut Conn,
    station: &Station,
    (new, matters): (&NewTicket, &[(MatterId, i32)]),
    sheet: &Sheet,
    by: By,
) -> Result<(), Fault> {
    store::insert(c, station.id, new, matters)?;
    store::add_step(c, station.id, new.id, (Step::Draw, &new.ticket), (sheet.came, by))?;
    let Some(outcome) = sheet.became.outcome() else { return Ok(()) };
    for (matter, _) in matters {
        store::set_outcome(c, station.id, (new.id, *matter), outcome)?;
    }
    Ok(())
}

fn told(line: &Line, sheet: &Sheet, new: &NewTicket) -> Entered {
    let waits = new.ticket.state.stands();
    Entered { pad: sheet.pad, id: new.id, letter: line.letter, number: new.number, waits }
}

pub const CHECKS: &[Check] = &[Check { name: "a sheet of the pad is a ticket of its day and line", run: sheets }];

fn sheets(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'sheet ' || p.pad || ' of line ' || p.line_id || ' on ' || p.on_day || ' is no ticket of them' \
         AS said FROM pad_numbers p LEFT JOIN tickets t ON t.station_id = p.station_id AND t.id = p.ticket_id \
         WHERE t.id IS NULL OR t.line_id <> p.line_id OR t.on_day <> p.on_day OR t.way <> 3 OR p.copy < 1",
    )
}
