//! Door codes and the reservations that they belong to.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::door::schema::door_codes as k;
use crate::rules::{LONGEST, Span, VenueId};
use crate::schema::{reservations as r, venues};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

/// A code as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorCode {
    pub reservation: ReservationId,
    pub unseen_sealed: Option<Vec<u8>>,
    /// The reservation's time as the lock knows it.
    pub span: Span,
}

/// The digits as they are kept: without the key file, nobody can try out the million.
pub fn digits_hash(house: &House, station: StationId, venue: VenueId, digits: &str) -> Vec<u8> {
    house.keys.lookup("door-code", &format!("{}/{venue}/{digits}", station.0)).to_vec()
}

/// The venues of all stations whose doors codes open or have opened, in the order in which venues are held.
pub fn venues_with_codes(c: &mut Conn) -> Result<Vec<(StationId, VenueId)>, Fault> {
    // The word stands in the text, so that the partial index is used.
    let with_codes = diesel::dsl::sql::<diesel::sql_types::Bool>("key_kind = 'code'");
    let mut all: Vec<(StationId, VenueId)> = on!(c, c => venues::table
        .filter(with_codes.clone())
        .select((venues::station_id, venues::id))
        .load(c))?;
    let had: Vec<(StationId, VenueId)> = on!(c, c => k::table.select((k::station_id, k::venue_id)).distinct().load(c))?;
    all.extend(had);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

type Row = (ReservationId, Option<Vec<u8>>, Ts, Ts);

macro_rules! columns {
    () => {
        (k::reservation_id, k::unseen_sealed, k::starts_at, k::ends_at)
    };
}

fn to_code((reservation, unseen_sealed, from, until): Row) -> Result<DoorCode, Fault> {
    let span = Span::new(from.0, until.0).ok_or_else(|| Fault::broken(format!("the door code of {reservation}")))?;
    Ok(DoorCode { reservation, unseen_sealed, span })
}

pub fn codes_of(c: &mut Conn, station: StationId, venue: VenueId) -> Result<Vec<DoorCode>, Fault> {
    let rows: Vec<Row> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::venue_id.eq(venue)))
        .order(k::reservation_id)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_code).collect()
}

pub fn code_of(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Option<DoorCode>, Fault> {
    let row: Option<Row> = on!(c, c => k::table.find((station, id)).select(columns!()).first(c).optional())?;
    row.map(to_code).transpose()
}

/// Whose code it is.
pub fn by_hash(c: &mut Conn, station: StationId, venue: VenueId, hash: &[u8]) -> Result<Option<ReservationId>, Fault> {
    Ok(on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::venue_id.eq(venue)).and(k::code_hash.eq(hash)))
        .select(k::reservation_id)
        .first(c)
        .optional())?)
}

pub fn insert_code(
    c: &mut Conn,
    station: StationId,
    of: &Reservation,
    (hash, unseen_sealed): (&[u8], Option<&[u8]>),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (k::station_id.eq(station), k::reservation_id.eq(of.id), k::venue_id.eq(of.venue)),
        (k::code_hash.eq(hash), k::unseen_sealed.eq(unseen_sealed), k::made_at.eq(Ts(now))),
        (k::starts_at.eq(Ts(of.span.from)), k::ends_at.eq(Ts(of.span.until))),
    );
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

/// Other digits in place of those before.
pub fn set_digits(c: &mut Conn, station: StationId, id: ReservationId, hash: &[u8]) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id)))
        .set((k::code_hash.eq(hash), k::unseen_sealed.eq(None::<Vec<u8>>)))
        .execute(c))?;
    Ok(())
}

/// The digits were shown: nobody can read them here again.
pub fn seen(c: &mut Conn, station: StationId, id: ReservationId) -> Result<(), Fault> {
    let row = k::table.find((station, id));
    on!(c, c => diesel::update(row).set(k::unseen_sealed.eq(None::<Vec<u8>>)).execute(c))?;
    Ok(())
}

pub fn set_time(c: &mut Conn, station: StationId, id: ReservationId, span: &Span) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id)))
        .set((k::starts_at.eq(Ts(span.from)), k::ends_at.eq(Ts(span.until))))
        .execute(c))?;
    Ok(())
}

pub fn delete_code(c: &mut Conn, station: StationId, id: ReservationId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(k::table.find((station, id))).execute(c))?;
    Ok(())
}

/// All codes of a venue.
pub fn delete_codes_of(c: &mut Conn, station: StationId, venue: VenueId) -> Result<(), Fault> {
    let all = k::table.filter(k::station_id.eq(station).and(k::venue_id.eq(venue)));
    on!(c, c => diesel::delete(all).execute(c))?;
    Ok(())
}

/// No use that runs began earlier than this before now.
const LONGEST_USE: SignedDuration = SignedDuration::from_mins(LONGEST as i64);

/// Reservations of a venue that are not over, as far as their rows say: those that may have a code.
pub fn with_room(c: &mut Conn, station: StationId, venue: VenueId, now: Timestamp) -> Result<Vec<Reservation>, Fault> {
    let ids: Vec<ReservationId> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::venue_id.eq(venue)).and(r::state.lt(Lit::<3>)))
        .filter(r::starts_at.gt(Ts(now - LONGEST_USE)).and(r::ends_at.gt(Ts(now))))
        .order((r::starts_at, r::id))
        .select(r::id)
        .load(c))?;
    ids.into_iter().map(|id| store::by_id(c, station, id)).collect()
}

/// Reservations of a venue that run, or begin within `ahead`: also those that were let go.
pub fn around_now(
    c: &mut Conn,
    station: StationId,
    venue: VenueId,
    (now, ahead): (Timestamp, SignedDuration),
) -> Result<Vec<Reservation>, Fault> {
    let ids: Vec<ReservationId> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::venue_id.eq(venue)))
        .filter(r::starts_at.gt(Ts(now - LONGEST_USE)).and(r::starts_at.le(Ts(now + ahead))))
        .filter(r::ends_at.gt(Ts(now)))
        .order((r::starts_at, r::id))
        .select(r::id)
        .load(c))?;
    ids.into_iter().map(|id| store::by_id(c, station, id)).collect()
}
