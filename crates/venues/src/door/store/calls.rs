//! What locks are still to be told.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::ReservationId;
use crate::door::lock::Call;
use crate::door::schema::lock_calls as l;
use crate::rules::VenueId;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

/// The purpose under which calls are sealed: they hold digits that open a door.
const BODY: &str = "lock-call";
/// After so many tries it is given up; the waits double from 10 s, so that is three quarters of an hour.
const TRIES: i16 = 8;
/// While one sender tries, no other takes it.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// What was given up stays for a day, for whoever looks why a lock knows nothing.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// When the last call that waits for a reservation was made, if one does.
pub fn last_made(c: &mut Conn, station: StationId, reservation: ReservationId) -> Result<Option<Timestamp>, Fault> {
    let of_it = l::table.filter(l::station_id.eq(station).and(l::reservation_id.eq(reservation)));
    let waiting = of_it.filter(l::state.eq(Lit::<0>)).order(l::id.desc()).select(l::made_at);
    let found: Option<Ts> = on!(c, c => waiting.first(c).optional())?;
    Ok(found.map(|t| t.0))
}

/// A call that is due.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub station: StationId,
    pub venue: VenueId,
    pub call: Call,
    /// Which try this is, from 1 on.
    pub tries: i16,
}

pub fn insert_call(
    c: &mut Conn,
    house: &House,
    (station, venue): (StationId, VenueId),
    call: &Call,
) -> Result<(), Fault> {
    let body = serde_json::to_string(call).map_err(Fault::broken)?;
    let row = (
        (l::station_id.eq(station), l::id.eq(call.id), l::venue_id.eq(venue)),
        (l::reservation_id.eq(call.reservation), l::body_sealed.eq(house.keys.seal(BODY, &body, &house.chance))),
        (l::made_at.eq(Ts(call.made_at)), l::due_at.eq(Ts(house.now())), l::state.eq(0), l::tries.eq(0)),
    );
    on!(c, c => diesel::insert_into(l::table).values(row).execute(c))?;
    Ok(())
}

/// Takes up to `most` calls that are due and keeps others from taking them for a minute. Of one reservation only the first
/// that waits.
pub fn take_due(c: &mut Conn, house: &House, most: i64) -> Result<Vec<Waiting>, Fault> {
    let now = house.now();
    // In the query and not after it: calls that have to wait for an earlier one must not fill the batch, or one lock that does
    // not answer keeps all others waiting.
    let first = diesel::dsl::sql::<diesel::sql_types::Bool>(
        "NOT EXISTS (SELECT 1 FROM lock_calls e WHERE e.station_id = lock_calls.station_id \
         AND e.reservation_id = lock_calls.reservation_id AND e.state = 0 AND e.id < lock_calls.id)",
    );
    type Row = (StationId, Id, VenueId, Vec<u8>, i16);
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::state.eq(Lit::<0>).and(l::due_at.le(Ts(now))))
        .filter(first.clone())
        .order((l::due_at, l::id))
        .limit(most)
        .select((l::station_id, l::id, l::venue_id, l::body_sealed, l::tries))
        .load(c))?;
    let mut taken = vec![];
    for (station, id, venue, body, tries) in rows {
        let one = l::table.find((station, id)).filter(l::tries.eq(tries).and(l::state.eq(Lit::<0>)));
        let mine = on!(c, c => diesel::update(one)
            .set((l::tries.eq(tries + 1), l::due_at.eq(Ts(now + LEASE))))
            .execute(c))?;
        if mine == 1 {
            let body = house.keys.open(BODY, &body).map_err(Fault::broken)?;
            let call: Call = serde_json::from_str(&body).map_err(Fault::broken)?;
            taken.push(Waiting { station, venue, call, tries: tries + 1 });
        }
    }
    Ok(taken)
}

/// Notes what became of a try. What was taken is gone: it held digits that open a door.
pub fn settle_call(c: &mut Conn, waiting: &Waiting, taken: bool, now: Timestamp) -> Result<(), Fault> {
    let row = l::table.find((waiting.station, waiting.call.id));
    if taken {
        on!(c, c => diesel::delete(row).execute(c))?;
        return Ok(());
    }
    let (state, wait) = match waiting.tries >= TRIES {
        true => (2, SignedDuration::ZERO),
        false => (0, SignedDuration::from_secs(10 << waiting.tries.clamp(0, 10))),
    };
    on!(c, c => diesel::update(row).set((l::state.eq(state), l::due_at.eq(Ts(now + wait)))).execute(c))?;
    Ok(())
}

/// Forgets what was given up a day ago. Returns how many.
pub fn forget_given_up(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    let old = l::table.filter(l::state.eq(Lit::<2>).and(l::made_at.le(Ts(now - KEPT))));
    Ok(on!(c, c => diesel::delete(old).execute(c))?)
}
