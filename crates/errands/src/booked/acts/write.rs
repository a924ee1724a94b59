//! What booking and moving have in common: what somebody wants, judged, and a ticket of a later time written down.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use crate::TicketId;
use crate::acts::{fresh, has_one, not_before_the_last, record_step};
use crate::answers::{self, Kept};
use crate::booked::answers::{Ground, length, who_of};
use crate::booked::rules::{self, No, Wanted, Who};
use crate::booked::store::{self, Booking};
use crate::forecast::Span;
use crate::promises::{self, Kind, NewPromise};
use crate::reach::About;
use crate::rules::{Drawing, GRACE, Line, MatterId, OfficialId, Place, Priority, Refusal, State, Step, Ticket, Way};
use crate::store as kept_store;

/// A number that was given for messages is of no use any more a day after the appointment.
const PHONE_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What is true when somebody asks for a time.
pub(super) struct Facts<'a> {
    pub ground: Ground<'a>,
    /// With the versions of their checklists.
    pub matters: Vec<(MatterId, i32)>,
    pub wanted: Wanted,
}

/// A refusal of a ticket is one of an appointment.
pub(super) fn of_ticket(not: Not<Refusal>) -> Not<No> {
    match not {
        Not::Refused(refusal) => Not::Refused(No::Ticket(refusal)),
        Not::Fault(fault) => Not::Fault(fault),
    }
}

/// Gathers them, and refuses what is not to be had whoever works then: nothing is written for a day that nobody can book. The day
/// is held before anybody looks who works then, with that of the appointment that moves, if one does, and with today: an official
/// who leaves holds today too, so that either they see the appointment or whoever books sees that they are away.
pub(super) fn facts<'a>(
    c: &mut Conn,
    (house, station): (&'a House, &'a Station),
    (matters, from, before): (&[MatterId], Timestamp, Option<Date>),
    official: Option<OfficialId>,
    now: Timestamp,
) -> Result<Facts<'a>, Not<No>> {
    let drawing = Drawing { matters: matters.to_vec(), official, ..Drawing::default() };
    let (line, versions): (Line, _) = answers::what_for(c, station, &drawing).map_err(of_ticket)?;
    let all = answers::matters(c, station)?;
    let theirs: Vec<_> = versions.iter().filter_map(|(id, _)| all.iter().find(|m| m.id == *id)).collect();
    let policy = store::policy(c, station.id, line.id)?;
    let who = theirs.first().map_or(Who::Anybody, |first| who_of(first, official));
    let wanted = Wanted {
        from,
        length: length(&policy, &theirs),
        who,
        now,
        on: answers::wall(station, from).date(),
        today: answers::wall(station, now).date(),
    };
    wanted.in_time(&policy)?;
    // Whoever holds several days holds them in one order.
    let mut days: Vec<Date> = [wanted.today, wanted.on].into_iter().chain(before).collect();
    days.sort_unstable();
    for day in days {
        kept_store::hold(c, station.id, day, &[line.id])?;
    }
    let ground = Ground::of(c, house, station, line)?;
    Ok(Facts { ground, matters: versions, wanted })
}

impl Facts<'_> {
    /// Decides, while the day is held. `but` is the appointment that moves: its old time is free for it.
    pub fn judge(&self, c: &mut Conn, station: &Station, but: Option<TicketId>) -> Result<rules::Slot, Not<No>> {
        let on = self.wanted.on;
        let taken = store::taken(c, station.id, self.ground.line.id, (on, on))?;
        let others = taken.into_iter().filter(|(id, ..)| Some(*id) != but).map(|(_, _, taken)| taken);
        let day = self.ground.day(on, others.collect())?;
        Ok(rules::judge(&day, &self.ground.policy, &self.wanted)?)
    }

    /// One person, or whoever gave one number, does not take a whole day.
    pub fn limits(
        &self,
        c: &mut Conn,
        station: &Station,
        (person, phone_hash): (Option<PersonId>, Option<&[u8]>),
    ) -> Result<(), Not<No>> {
        let on = self.wanted.on;
        if has_one(c, station, person, (on, self.ground.line.id))? {
            return Err(No::Ticket(Refusal::HasOne).into());
        }
        if person.is_none() && phone_hash.is_none() {
            return Ok(());
        }
        let theirs = store::count_of(c, station.id, on, (person, phone_hash))?;
        if theirs >= i64::from(self.ground.policy.each) { Err(No::TooMany.into()) } else { Ok(()) }
    }
}

/// Whose it becomes, as rows keep it.
pub(super) struct Whose {
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    /// A number for messages, sealed, and its hash.
    pub phone: Option<(Vec<u8>, Vec<u8>)>,
    pub priority: Priority,
    pub way: Way,
}

/// Writes a ticket of a later time, with the next number of its day's line, which is held.
pub(super) fn ticket(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (line, on, matters): (i32, Date, &[(MatterId, i32)]),
    (span, official): (Span, Option<OfficialId>),
    (whose, now, by): (Whose, Timestamp, By),
) -> Result<Kept, Fault> {
    let drawing = Drawing { official, priority: whose.priority, ..Drawing::default() };
    let ticket = Ticket {
        state: State::Booked,
        place: Place::Remote,
        order_at: span.from,
        until_at: Some(span.from + GRACE),
        ..fresh(&drawing, line, now)
    };
    let number = kept_store::count(c, station.id, on, line)?;
    let new = Kept {
        id: TicketId(house.new_id()),
        day: on,
        line,
        number,
        person: whose.person,
        name_sealed: whose.name_sealed,
        way: whose.way,
        drawn_at: not_before_the_last(c, station, (on, line, number), now)?,
        booked_at: Some(span.from),
        ticket,
    };
    kept_store::insert(c, station.id, &new, matters)?;
    let booking = Booking {
        minutes: i16::try_from(span.until.duration_since(span.from).as_mins()).map_err(Fault::broken)?,
        phone: whose.phone.map(|(sealed, hash)| (sealed, hash, span.until + PHONE_KEPT)),
        remind_at: rules::next_reminder(now, span.from, &station.zone),
        next: None,
    };
    store::insert(c, station.id, new.id, &booking)?;
    kept_store::add_step(c, station.id, new.id, (Step::Book, &new.ticket), (now, by))?;
    record_step(c, station, (now, by), Step::Book, new.id)?;
    Ok(new)
}

/// The time that is promised with it.
pub(super) fn slot(kept: &Kept) -> NewPromise {
    NewPromise {
        about: About::Ticket(kept.id),
        kind: Kind::Slot,
        official: kept.ticket.official,
        due_at: kept.ticket.order_at,
    }
}

pub(super) fn promise(
    c: &mut Conn,
    (house, station): (&House, &Station),
    kept: &Kept,
    how: (Timestamp, By),
) -> Result<(), Fault> {
    promises::make(c, house, station, slot(kept), how).map(|_| ())
}
