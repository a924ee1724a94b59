//! 号: one row each, changed only from the version that was read.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::TicketId;
use crate::rules::{
    Candidate, DeskId, LineId, MatterId, OfficialId, Outcome, Place, Priority, State, Ticket, Way, is_due,
};
use crate::schema::{ticket_matters as x, tickets as t};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A ticket as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: TicketId,
    pub day: Date,
    /// The line of its number.
    pub line: LineId,
    pub number: i32,
    pub person: Option<PersonId>,
    /// A name that a clerk typed.
    pub name_sealed: Option<Vec<u8>>,
    pub way: Way,
    pub drawn_at: Timestamp,
    /// When their appointment begins, if they have one.
    pub booked_at: Option<Timestamp>,
    pub ticket: Ticket,
}

impl Kept {
    /// Whether their appointment has begun, and they still have its place in the order.
    pub fn is_due(&self, now: Timestamp) -> bool {
        is_due(self.booked_at, self.ticket.order_at, now)
    }
}

/// A ticket that is being drawn.
pub type NewTicket = Kept;

type Row = (
    (TicketId, On, LineId, i32, Option<PersonId>, Option<Vec<u8>>),
    (i16, i16, i16, bool, LineId, Option<OfficialId>, Option<DeskId>),
    (Ts, Ts, Ts, Option<Ts>, i16, i16, i32, String),
    Option<Ts>,
);

macro_rules! columns {
    () => {
        (
            (t::id, t::on_day, t::line_id, t::number, t::person_id, t::name_sealed),
            (t::priority, t::way, t::state, t::on_site, t::waits_in, t::official_id, t::desk_id),
            (t::drawn_at, t::order_at, t::since, t::until_at, t::calls, t::misses, t::version, t::reason),
            t::booked_at,
        )
    };
}

fn to_kept((ids, stands, times, booked_at): Row) -> Result<Kept, Fault> {
    let (id, day, line, number, person, name_sealed) = ids;
    let (priority, way, state, on_site, waits_in, official, desk) = stands;
    let (drawn_at, order_at, since, until_at, calls, misses, version, reason) = times;
    let odd = || Fault::broken(format!("ticket {id} has a row that makes no sense; run `yizhan check`"));
    let ticket = Ticket {
        state: State::of(state).ok_or_else(odd)?,
        place: if on_site { Place::OnSite } else { Place::Remote },
        priority: Priority::of(priority).ok_or_else(odd)?,
        waits_in,
        official,
        desk,
        order_at: order_at.0,
        since: since.0,
        until_at: until_at.map(|at| at.0),
        calls,
        misses,
        version,
        reason,
    };
    let way = Way::of(way).ok_or_else(odd)?;
    let (drawn_at, booked_at) = (drawn_at.0, booked_at.map(|at| at.0));
    Ok(Kept { id, day: day.0, line, number, person, name_sealed, way, drawn_at, booked_at, ticket })
}

fn all(rows: Vec<Row>) -> Result<Vec<Kept>, Fault> {
    rows.into_iter().map(to_kept).collect()
}

/// Writes a new ticket with what it is for: matters with the versions of their checklists.
pub fn insert(c: &mut Conn, station: StationId, new: &NewTicket, matters: &[(MatterId, i32)]) -> Result<(), Fault> {
    let k = &new.ticket;
    let row = (
        (t::station_id.eq(station), t::id.eq(new.id), t::on_day.eq(On(new.day)), t::line_id.eq(new.line)),
        (t::number.eq(new.number), t::person_id.eq(new.person), t::name_sealed.eq(&new.name_sealed)),
        (t::priority.eq(k.priority as i16), t::way.eq(new.way as i16)),
        (t::state.eq(k.state as i16), t::on_site.eq(k.place == Place::OnSite), t::waits_in.eq(k.waits_in)),
        (t::official_id.eq(k.official), t::desk_id.eq(k.desk), t::drawn_at.eq(Ts(new.drawn_at))),
        (t::order_at.eq(Ts(k.order_at)), t::since.eq(Ts(k.since)), t::until_at.eq(k.until_at.map(Ts))),
        (t::calls.eq(k.calls), t::misses.eq(k.misses), t::version.eq(k.version), t::reason.eq(&k.reason)),
        (t::counted.eq(false), t::booked_at.eq(new.booked_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    for (matter, version) in matters {
        let row = (
            (x::station_id.eq(station), x::ticket_id.eq(new.id), x::matter_id.eq(*matter), x::version.eq(*version)),
            x::outcome.eq(Outcome::Open as i16),
        );
        on!(c, c => diesel::insert_into(x::table).values(row).execute(c))?;
    }
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: TicketId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => t::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

pub fn by_number(
    c: &mut Conn,
    station: StationId,
    day: Date,
    (line, number): (LineId, i32),
) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))))
        .filter(t::line_id.eq(line).and(t::number.eq(number)))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_kept).transpose()
}

/// Makes `new` of the ticket whose version is the one before it: one statement that compares and sets. `false` if somebody
/// else was faster.
pub fn set(c: &mut Conn, station: StationId, id: TicketId, new: &Ticket) -> Result<bool, Fault> {
    // While somebody has not come, their place in the order is the beginning of their appointment, wherever it moves.
    let booked_at = (new.state == State::Booked).then_some(Some(Ts(new.order_at)));
    let row = t::table.find((station, id)).filter(t::version.eq(new.version - 1));
    let changed = on!(c, c => diesel::update(row)
        .set((
            (t::state.eq(new.state as i16), t::on_site.eq(new.place == Place::OnSite), t::waits_in.eq(new.waits_in)),
            (t::official_id.eq(new.official), t::desk_id.eq(new.desk), t::order_at.eq(Ts(new.order_at))),
            (t::since.eq(Ts(new.since)), t::until_at.eq(new.until_at.map(Ts)), t::calls.eq(new.calls)),
            (t::misses.eq(new.misses), t::version.eq(new.version), t::reason.eq(&new.reason)),
            (t::priority.eq(new.priority as i16), booked_at.map(|at| t::booked_at.eq(at))),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

/// Which of those who wait are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// Whose appointment has begun.
    Due,
    Priority,
    Other,
}

/// Who waits in the hall in `line` for whoever `official` is at `now`: the first of each kind that [`crate::rules::next`] asks for.
pub fn candidates(
    c: &mut Conn,
    station: StationId,
    line: LineId,
    (official, now): (Option<OfficialId>, Timestamp),
) -> Result<Vec<Candidate<TicketId>>, Fault> {
    let mut found: Vec<Candidate<TicketId>> = vec![];
    for first in [First::Due, First::Priority, First::Other] {
        let rows: Vec<(TicketId, i16, Ts, i32, Option<Ts>)> = on!(c, c => {
            let waiting = t::table
                .filter(t::station_id.eq(station).and(t::waits_in.eq(line)).and(t::state.eq(Lit::<1>)))
                .filter(t::on_site.eq(true).and(t::official_id.is_null().or(t::official_id.eq(official))))
                .order((t::order_at, t::number))
                .select((t::id, t::priority, t::order_at, t::number, t::booked_at))
                .limit(1);
            let in_its_place = t::booked_at.eq(t::order_at.nullable()).and(t::order_at.le(Ts(now)));
            match first {
                First::Due => waiting.filter(t::booked_at.is_not_null().and(in_its_place)).load(c),
                First::Priority => waiting.filter(t::priority.gt(Lit::<0>)).load(c),
                First::Other => {
                    let not_due = t::booked_at.is_null().or(t::booked_at.ne(t::order_at.nullable())).or(t::order_at.gt(Ts(now)));
                    waiting.filter(t::priority.eq(Lit::<0>)).filter(not_due).load(c)
                }
            }
        })?;
        let odd = |id| Fault::broken(format!("ticket {id} has a priority that there is not"));
        for (id, priority, order_at, number, booked_at) in rows {
            let priority = Priority::of(priority).ok_or_else(|| odd(id))?;
            let due = is_due(booked_at.map(|at| at.0), order_at.0, now);
            if !found.iter().any(|one| one.id == id) {
                found.push(Candidate { id, priority, due, order_at: order_at.0, number });
            }
        }
    }
    Ok(found)
}

/// The order instants of the first `most` who wait in `line`, in the hall or on their way.
pub fn orders_waiting(c: &mut Conn, station: StationId, line: LineId, most: i64) -> Result<Vec<Timestamp>, Fault> {
    let rows: Vec<Ts> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::waits_in.eq(line)).and(t::state.eq(Lit::<1>)))
        .filter(t::on_site.eq(true))
        .order((t::order_at, t::number))
        .limit(most)
        .select(t::order_at)
        .load(c))?;
    Ok(rows.into_iter().map(|at| at.0).collect())
}

/// Whom a desk has called or serves: at most one, by a unique index.
pub fn at_desk(c: &mut Conn, station: StationId, desk: DeskId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::desk_id.eq(desk)))
        .filter(t::state.eq(Lit::<2>).or(t::state.eq(Lit::<3>)))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_kept).transpose()
}

/// The tickets of a day that still stand, in the order in which they are called.
pub fn standing_on(c: &mut Conn, station: StationId, day: Date) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))).and(t::state.lt(Lit::<8>)))
        .order((t::waits_in, t::order_at, t::number))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// A person's tickets of all stations from `day` on, the newest last.
pub fn theirs(c: &mut Conn, person: PersonId, day: Date) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => t::table
        .filter(t::person_id.eq(person).and(t::on_day.ge(On(day))))
        .order((t::on_day, t::drawn_at))
        .select((t::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// What a ticket is for: matters, the versions that they saw, and what became of each.
pub fn matters_of(c: &mut Conn, station: StationId, id: TicketId) -> Result<Vec<(MatterId, i32, Outcome)>, Fault> {
    let rows: Vec<(MatterId, i32, i16)> = on!(c, c => x::table
        .filter(x::station_id.eq(station).and(x::ticket_id.eq(id)))
        .order(x::matter_id)
        .select((x::matter_id, x::version, x::outcome))
        .load(c))?;
    let odd = |matter| Fault::broken(format!("matter {matter} of ticket {id} has an outcome that there is not"));
    let to_one = |(matter, version, outcome)| Ok((matter, version, Outcome::of(outcome).ok_or_else(|| odd(matter))?));
    rows.into_iter().map(to_one).collect()
}

pub fn set_outcome(
    c: &mut Conn,
    station: StationId,
    (ticket, matter): (TicketId, MatterId),
    outcome: Outcome,
) -> Result<(), Fault> {
    let row = x::table.find((station, ticket, matter));
    on!(c, c => diesel::update(row).set(x::outcome.eq(outcome as i16)).execute(c))?;
    Ok(())
}

/// Up to `most` tickets of all stations that are due at `now`: deferred until then, missed and not come back, booked and not
/// come for.
pub fn due(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => t::table
        .filter(t::until_at.le(Ts(now)).and(t::state.lt(Lit::<8>)))
        .order((t::until_at, t::station_id, t::id))
        .limit(most)
        .select((t::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// Up to `most` tickets of all stations and of days before `day` that nobody has counted.
pub fn uncounted(c: &mut Conn, day: Date, most: i64) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => t::table
        .filter(t::on_day.lt(On(day)).and(t::counted.eq(false)))
        .order((t::on_day, t::station_id, t::id))
        .limit(most)
        .select((t::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

pub fn mark_counted(c: &mut Conn, station: StationId, id: TicketId) -> Result<(), Fault> {
    on!(c, c => diesel::update(t::table.find((station, id))).set(t::counted.eq(true)).execute(c))?;
    Ok(())
}

/// Takes out who had the tickets of days before `day`; what was counted stays. Returns how many rows named somebody.
pub fn forget_names(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    let named = t::person_id.is_not_null().or(t::name_sealed.is_not_null());
    let old = t::table.filter(t::on_day.lt(On(day)).and(t::counted.eq(true))).filter(named);
    Ok(on!(c, c => diesel::update(old)
        .set((
            t::person_id.eq(None::<PersonId>),
            t::name_sealed.eq(None::<Vec<u8>>),
        ))
        .execute(c))?)
}

/// All tickets of a person, of all stations, the newest last.
pub fn all_theirs(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => t::table
        .filter(t::person_id.eq(person))
        .order((t::on_day, t::drawn_at))
        .select((t::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// Takes a person out of all their tickets, with the name that a clerk typed for them.
pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    let theirs = t::table.filter(t::person_id.eq(person));
    on!(c, c => diesel::update(theirs)
        .set((
            t::person_id.eq(None::<PersonId>),
            t::name_sealed.eq(None::<Vec<u8>>),
        ))
        .execute(c))?;
    Ok(())
}

/// The tickets of a day whose state began at `since` or later, the newest first.
pub fn moved_since(c: &mut Conn, station: StationId, day: Date, since: Timestamp) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))).and(t::since.ge(Ts(since))))
        .order((t::since.desc(), t::number))
        .select(columns!())
        .load(c))?;
    all(rows)
}
