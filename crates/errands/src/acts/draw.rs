//! Drawing a number: from home, at the kiosk, by a clerk for somebody, from the paper pad.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Actor, away, day_of, step};
use crate::TicketId;
use crate::answers;
use crate::expected;
use crate::rules::{Drawing, LineId, Number, Place, Refusal, State, Step, Ticket, Way};
use crate::store::{self, NewTicket};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, Phone, StaffId};
use stations::Station;

/// Whose ticket it becomes.
#[derive(Debug, Clone)]
pub enum Holder {
    /// Whoever has the slip or the page. A ticket needs no name.
    Bearer,
    Person(PersonId),
    /// A clerk draws it: a name is enough, nothing is enough.
    Desk {
        staff: StaffId,
        name: Option<String>,
        phone: Option<Phone>,
    },
}

impl Holder {
    pub(crate) fn actor(&self) -> Actor {
        match self {
            Holder::Bearer => Actor::Bearer,
            Holder::Person(person) => Actor::Person(*person),
            Holder::Desk { staff, .. } => Actor::Staff(*staff),
        }
    }
}

/// What was drawn.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Drawn {
    pub id: TicketId,
    pub letter: char,
    pub number: i32,
}

impl Drawn {
    pub fn number(&self) -> Number {
        Number { letter: self.letter, number: self.number }
    }
}

/// The purpose under which a name typed by a clerk is sealed.
pub(crate) const NAME: &str = "ticket-name";
/// The purpose under which the name of whoever comes for somebody else is sealed.
pub(crate) const CARRIER: &str = "ticket-carrier";

/// Draws the next number of a line. Numbers of a day are 1, 2, 3 … without gaps: what is not kept is not counted.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    drawing: Drawing,
    (holder, way): (Holder, Way),
    once: Option<Once>,
) -> Result<Drawn, Not<Refusal>> {
    let (h, at, station, now) = (house.clone(), station.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| draw_in(c, &h, &station, (&drawing, &holder, way), now))
    };
    let drawn = house.db.write(work).await?;
    tell(house, &at, drawn.id).await;
    Ok(drawn)
}

/// What they are told is learnt from later; a ticket without it is a ticket.
pub(crate) async fn tell(house: &House, station: &Arc<Station>, id: TicketId) {
    if let Err(fault) = expected::tell(house, station, id).await {
        tracing::warn!(%fault, "a ticket was drawn and not told when");
    }
}

/// The same inside another change; whoever draws so says [`tell`] afterwards.
pub(crate) fn draw_in(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (drawing, holder, way): (&Drawing, &Holder, Way),
    now: Timestamp,
) -> Result<Drawn, Not<Refusal>> {
    let (line, matters) = answers::what_for(c, station, drawing)?;
    let day = day_of(station, now);
    answers::may_draw(house, station, &line, now)?;
    let (person, name_sealed) = whose(c, house, holder)?;
    store::hold(c, station.id, day, &[line.id])?;
    still_used(c, station, line.id)?;
    if has_one(c, station, person, (day, line.id))? {
        return Err(Refusal::HasOne.into());
    }
    let number = store::count(c, station.id, day, line.id)?;
    let drawn_at = not_before_the_last(c, station, (day, line.id, number), now)?;
    let new = NewTicket {
        id: TicketId(house.new_id()),
        day,
        line: line.id,
        number,
        person,
        name_sealed,
        way,
        drawn_at,
        booked_at: None,
        ticket: Ticket { order_at: drawn_at, ..fresh(drawing, line.id, now) },
    };
    store::insert(c, station.id, &new, &matters)?;
    let by = holder.actor().by();
    store::add_step(c, station.id, new.id, (Step::Draw, &new.ticket), (now, by))?;
    step::record(c, station, (now, by), Step::Draw, new.id)?;
    if let Some(official) = drawing.official {
        away::tell_return(c, (house, station), (new.id, official), (now, by))?;
    }
    Ok(Drawn { id: new.id, letter: line.letter, number })
}

/// Whoever holds the day of a line sees whether it was retired meanwhile.
pub(crate) fn still_used(c: &mut Conn, station: &Station, line: LineId) -> Result<(), Not<Refusal>> {
    if store::is_used(c, station.id, line)? { Ok(()) } else { Err(Refusal::NoMatter.into()) }
}

/// When a number counts as drawn: not before the number in front of it. Two who ask at once are counted in the order in which they
/// hold the line, not in that of their clocks, and a clock may be put back: whoever has the lower number is called first.
pub(crate) fn not_before_the_last(
    c: &mut Conn,
    station: &Station,
    (day, line, number): (Date, LineId, i32),
    now: Timestamp,
) -> Result<Timestamp, Fault> {
    let before = store::by_number(c, station.id, day, (line, number - 1))?;
    Ok(before.map_or(now, |last| last.drawn_at.max(now)))
}

pub(crate) fn fresh(drawing: &Drawing, line: LineId, now: Timestamp) -> Ticket {
    Ticket {
        state: State::Waiting,
        place: if drawing.on_site { Place::OnSite } else { Place::Remote },
        priority: drawing.priority,
        waits_in: line,
        official: drawing.official,
        desk: None,
        order_at: now,
        since: now,
        until_at: None,
        calls: 0,
        misses: 0,
        version: 1,
        reason: String::new(),
    }
}

/// Whose it becomes, and the name that a clerk typed, sealed.
pub(crate) fn whose(
    c: &mut Conn,
    house: &House,
    holder: &Holder,
) -> Result<(Option<PersonId>, Option<Vec<u8>>), Fault> {
    Ok(match holder {
        Holder::Bearer => (None, None),
        Holder::Person(person) => {
            // Whoever is being forgotten meanwhile draws nothing: nothing of theirs may be left behind.
            people::hold(c, *person)?;
            (Some(*person), None)
        }
        Holder::Desk { name, phone, .. } => {
            let person = phone.as_ref().map(|p| people::person_by_phone(c, house, p)).transpose()?;
            (person, name.as_ref().map(|name| house.keys.seal(NAME, name, &house.chance)))
        }
    })
}

/// Somebody who has a standing ticket in the line goes on with that.
pub(crate) fn has_one(
    c: &mut Conn,
    station: &Station,
    person: Option<PersonId>,
    (day, line): (Date, LineId),
) -> Result<bool, Fault> {
    let Some(person) = person else { return Ok(false) };
    let theirs = store::theirs(c, person, day)?;
    Ok(theirs.iter().any(|(at, k)| *at == station.id && k.day == day && k.line == line && k.ticket.state.stands()))
}
