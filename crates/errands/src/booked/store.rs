//! What lines take, and what appointments have beside their tickets.
use diesel::prelude::*;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::rules::{Policy, Taken};
use super::schema::{booking_policies as p, bookings as b};
use crate::TicketId;
use crate::forecast::Span;
use crate::rules::{LineId, OfficialId};
use crate::schema::tickets as t;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

type PolicyRow = (LineId, i16, i16, i16, i32, i16);

/// What each line takes that has a row of its own.
pub fn policies(c: &mut Conn, station: StationId) -> Result<Vec<(LineId, Policy)>, Fault> {
    let rows: Vec<PolicyRow> = on!(c, c => p::table
        .filter(p::station_id.eq(station))
        .select((p::line_id, p::minutes, p::share, p::days, p::notice, p::each))
        .load(c))?;
    let to_one = |(line, minutes, share, days, notice, each)| (line, Policy { minutes, share, days, notice, each });
    Ok(rows.into_iter().map(to_one).collect())
}

pub fn policy(c: &mut Conn, station: StationId, line: LineId) -> Result<Policy, Fault> {
    Ok(policies(c, station)?.into_iter().find(|(id, _)| *id == line).map(|(_, policy)| policy).unwrap_or_default())
}

pub fn keep_policy(c: &mut Conn, station: StationId, line: LineId, new: &Policy) -> Result<(), Fault> {
    let set = (
        (p::minutes.eq(new.minutes), p::share.eq(new.share), p::days.eq(new.days)),
        (p::notice.eq(new.notice), p::each.eq(new.each)),
    );
    let first = (p::station_id.eq(station), p::line_id.eq(line), set);
    on!(c, c => diesel::insert_into(p::table)
        .values(first)
        .on_conflict((p::station_id, p::line_id))
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// What an appointment has beside its ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// So long a desk is kept.
    pub minutes: i16,
    /// A number that was given for messages, sealed, with its hash, until it is forgotten.
    pub phone: Option<(Vec<u8>, Vec<u8>, Timestamp)>,
    pub remind_at: Option<Timestamp>,
    /// The ticket of another day that took its place.
    pub next: Option<TicketId>,
}

impl Booking {
    /// How long the desk is kept.
    pub fn length(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.minutes))
    }
}

type Row = (i16, Option<Vec<u8>>, Option<Vec<u8>>, Option<Ts>, Option<Ts>, Option<TicketId>);

pub fn booking(c: &mut Conn, station: StationId, id: TicketId) -> Result<Option<Booking>, Fault> {
    let row: Option<Row> = on!(c, c => b::table
        .find((station, id))
        .select((b::minutes, b::phone_sealed, b::phone_hash, b::forget_at, b::remind_at, b::next_id))
        .first(c)
        .optional())?;
    Ok(row.map(|(minutes, sealed, hash, forget_at, remind_at, next)| Booking {
        minutes,
        phone: sealed.zip(hash).zip(forget_at).map(|((sealed, hash), at)| (sealed, hash, at.0)),
        remind_at: remind_at.map(|at| at.0),
        next,
    }))
}

pub fn insert(c: &mut Conn, station: StationId, id: TicketId, new: &Booking) -> Result<(), Fault> {
    let phone = new.phone.as_ref();
    let row = (
        (b::station_id.eq(station), b::ticket_id.eq(id), b::minutes.eq(new.minutes)),
        (b::phone_sealed.eq(phone.map(|p| &p.0)), b::phone_hash.eq(phone.map(|p| &p.1))),
        b::forget_at.eq(phone.map(|p| Ts(p.2))),
        (b::remind_at.eq(new.remind_at.map(Ts)), b::next_id.eq(new.next)),
    );
    on!(c, c => diesel::insert_into(b::table).values(row).execute(c))?;
    Ok(())
}

/// Says which ticket of another day took its place.
pub fn point(c: &mut Conn, station: StationId, id: TicketId, next: TicketId) -> Result<(), Fault> {
    on!(c, c => diesel::update(b::table.find((station, id))).set(b::next_id.eq(next)).execute(c))?;
    Ok(())
}

pub fn remind_next(c: &mut Conn, station: StationId, id: TicketId, at: Option<Timestamp>) -> Result<(), Fault> {
    on!(c, c => diesel::update(b::table.find((station, id))).set(b::remind_at.eq(at.map(Ts))).execute(c))?;
    Ok(())
}

type TakenRow = (TicketId, On, Option<Ts>, i16, Option<OfficialId>);

/// The appointments of a line that stand, from the day `from` up to and including `until`, each with its ticket.
pub fn taken(
    c: &mut Conn,
    station: StationId,
    line: LineId,
    (from, until): (Date, Date),
) -> Result<Vec<(TicketId, Date, Taken)>, Fault> {
    let rows: Vec<TakenRow> = on!(c, c => t::table
        .inner_join(b::table.on(b::station_id.eq(t::station_id).and(b::ticket_id.eq(t::id))))
        .filter(t::station_id.eq(station).and(t::line_id.eq(line)).and(t::state.lt(Lit::<8>)))
        .filter(t::on_day.ge(On(from)).and(t::on_day.le(On(until))).and(t::booked_at.is_not_null()))
        .order((t::on_day, t::booked_at, t::number))
        .select((t::id, t::on_day, t::booked_at, b::minutes, t::official_id))
        .load(c))?;
    let to_one = |(id, on, at, minutes, official): TakenRow| {
        let from = at?.0;
        let until = from + SignedDuration::from_mins(i64::from(minutes));
        Some((id, on.0, Taken { span: Span { from, until }, official }))
    };
    Ok(rows.into_iter().filter_map(to_one).collect())
}

/// The tickets of a station that stand booked, from the day `from` on: of one official, or of all; the first first.
pub fn standing(
    c: &mut Conn,
    station: StationId,
    official: Option<OfficialId>,
    (from, until): (Date, Date),
) -> Result<Vec<TicketId>, Fault> {
    let rows: Vec<TicketId> = on!(c, c => {
        let all = t::table
            .filter(t::station_id.eq(station).and(t::state.eq(Lit::<0>)))
            .filter(t::on_day.ge(On(from)).and(t::on_day.le(On(until))))
            .order((t::booked_at, t::line_id, t::number))
            .select(t::id);
        match official {
            Some(id) => all.filter(t::official_id.eq(id)).load(c),
            None => all.load(c),
        }
    })?;
    Ok(rows)
}

/// How many appointments of a day stand for a person, or for whoever gave this number.
pub fn count_of(
    c: &mut Conn,
    station: StationId,
    day: Date,
    (person, phone_hash): (Option<PersonId>, Option<&[u8]>),
) -> Result<i64, Fault> {
    Ok(on!(c, c => t::table
        .inner_join(b::table.on(b::station_id.eq(t::station_id).and(b::ticket_id.eq(t::id))))
        .filter(t::station_id.eq(station).and(t::on_day.eq(On(day))).and(t::state.lt(Lit::<8>)))
        .filter(t::person_id.eq(person).or(b::phone_hash.eq(phone_hash)))
        .count()
        .get_result(c))?)
}

/// Up to `most` appointments of all stations of which somebody is to be reminded now.
pub fn to_remind(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, TicketId, Timestamp)>, Fault> {
    let rows: Vec<(StationId, TicketId, Option<Ts>)> = on!(c, c => b::table
        .filter(b::remind_at.le(Ts(now)))
        .order((b::remind_at, b::station_id, b::ticket_id))
        .limit(most)
        .select((b::station_id, b::ticket_id, b::remind_at))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(at, id, remind)| Some((at, id, remind?.0))).collect())
}

/// Forgets the numbers of which nothing more is to be told at `now`. Returns how many.
pub fn forget_phones(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::update(b::table.filter(b::forget_at.le(Ts(now))))
        .set((
            (b::phone_sealed.eq(None::<Vec<u8>>), b::phone_hash.eq(None::<Vec<u8>>)),
            b::forget_at.eq(None::<Ts>),
        ))
        .execute(c))?)
}

/// Of all stations: for which appointments this number was given.
pub fn of_phone(c: &mut Conn, hash: &[u8]) -> Result<Vec<(StationId, TicketId)>, Fault> {
    Ok(on!(c, c => b::table
        .filter(b::phone_hash.eq(hash))
        .order((b::station_id, b::ticket_id))
        .select((b::station_id, b::ticket_id))
        .load(c))?)
}

pub fn forget_phone(c: &mut Conn, station: StationId, id: TicketId) -> Result<(), Fault> {
    on!(c, c => diesel::update(b::table.find((station, id)))
        .set((
            (b::phone_sealed.eq(None::<Vec<u8>>), b::phone_hash.eq(None::<Vec<u8>>)),
            b::forget_at.eq(None::<Ts>),
        ))
        .execute(c))?;
    Ok(())
}
