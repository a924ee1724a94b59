//! Every state that a ticket was in, as intervals, with all that a step back needs.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::TicketId;
use crate::rules::{DeskId, LineId, OfficialId, Place, Priority, State, Step, Ticket};
use crate::schema::ticket_steps as s;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::on;

/// A step as its row says, with the ticket as it was after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub step: Step,
    pub from_at: Timestamp,
    pub until_at: Option<Timestamp>,
    pub undone: bool,
    pub by_kind: i16,
    pub by: Option<Id>,
    /// Its priority is the ticket's: no step changes it.
    pub after: Ticket,
}

type Row = (
    (i32, i16, i16, bool, LineId, Option<OfficialId>, Option<DeskId>),
    (Ts, Option<Ts>, i16, i16, String, Ts),
    (Ts, Option<Ts>, bool, i16, Option<Id>),
);

macro_rules! columns {
    () => {
        (
            (s::number, s::kind, s::state, s::on_site, s::waits_in, s::official_id, s::desk_id),
            (s::order_at, s::due_at, s::calls, s::misses, s::reason, s::since),
            (s::from_at, s::until_at, s::undone, s::by_kind, s::by_id),
        )
    };
}

fn to_made((stands, rest, how): Row, priority: Priority) -> Result<Made, Fault> {
    let (version, kind, state, on_site, waits_in, official, desk) = stands;
    let (order_at, due_at, calls, misses, reason, since) = rest;
    let (from_at, until_at, undone, by_kind, by) = how;
    let odd = || Fault::broken("a step of a ticket has a row that makes no sense; run `yizhan check`");
    let after = Ticket {
        state: State::of(state).ok_or_else(odd)?,
        place: if on_site { Place::OnSite } else { Place::Remote },
        priority,
        waits_in,
        official,
        desk,
        order_at: order_at.0,
        since: since.0,
        until_at: due_at.map(|at| at.0),
        calls,
        misses,
        version,
        reason,
    };
    let step = Step::of(kind).ok_or_else(odd)?;
    Ok(Made { step, from_at: from_at.0, until_at: until_at.map(|at| at.0), undone, by_kind, by, after })
}

/// Ends the interval that is open and begins the next: `ticket` is how it stands from `now` on.
pub fn add(
    c: &mut Conn,
    station: StationId,
    id: TicketId,
    (step, ticket): (Step, &Ticket),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    let open = s::table.find((station, id, ticket.version - 1));
    on!(c, c => diesel::update(open).set(s::until_at.eq(Ts(now))).execute(c))?;
    let (by_kind, by_id) = by.columns();
    let row = (
        (s::station_id.eq(station), s::ticket_id.eq(id), s::number.eq(ticket.version), s::kind.eq(step as i16)),
        (
            s::state.eq(ticket.state as i16),
            s::on_site.eq(ticket.place == Place::OnSite),
            s::waits_in.eq(ticket.waits_in),
        ),
        (s::official_id.eq(ticket.official), s::desk_id.eq(ticket.desk), s::order_at.eq(Ts(ticket.order_at))),
        (s::due_at.eq(ticket.until_at.map(Ts)), s::calls.eq(ticket.calls), s::misses.eq(ticket.misses)),
        (s::reason.eq(&ticket.reason), s::since.eq(Ts(ticket.since)), s::from_at.eq(Ts(now))),
        (s::undone.eq(false), s::by_kind.eq(by_kind), s::by_id.eq(by_id)),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// The last two steps that count, the newest first: what would be taken back, and how the ticket stood before.
pub fn last(c: &mut Conn, station: StationId, id: TicketId, priority: Priority) -> Result<Vec<Made>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::ticket_id.eq(id)))
        .filter(s::undone.eq(false))
        .order(s::number.desc())
        .limit(2)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(|row| to_made(row, priority)).collect()
}

/// All of a ticket, the oldest first.
pub fn of_ticket(c: &mut Conn, station: StationId, id: TicketId, priority: Priority) -> Result<Vec<Made>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::ticket_id.eq(id)))
        .order(s::number)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(|row| to_made(row, priority)).collect()
}

/// Marks a step as taken back. It stays, so that the log tells what happened.
pub fn undo(c: &mut Conn, station: StationId, id: TicketId, number: i32) -> Result<(), Fault> {
    let row = s::table.find((station, id, number));
    on!(c, c => diesel::update(row).set(s::undone.eq(true)).execute(c))?;
    Ok(())
}
