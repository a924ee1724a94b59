//! What stands at the door of a venue.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::door::rules::Guesses;
use crate::door::schema::doors as d;
use crate::rules::VenueId;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// A door as its row says; without a row, nothing stands there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DoorRow {
    pub lock_url: String,
    pub key_sealed: Option<Vec<u8>>,
    pub guesses: Guesses,
}

pub fn door(c: &mut Conn, station: StationId, venue: VenueId) -> Result<Option<DoorRow>, Fault> {
    type Row = (String, Option<Vec<u8>>, i16, Option<Ts>);
    let row: Option<Row> = on!(c, c => d::table
        .find((station, venue))
        .select((d::lock_url, d::key_sealed, d::wrong, d::wrong_at))
        .first(c)
        .optional())?;
    Ok(row.map(|(lock_url, key_sealed, wrong, wrong_at)| {
        let guesses = Guesses { wrong, last_at: wrong_at.map(|t| t.0) };
        DoorRow { lock_url, key_sealed, guesses }
    }))
}

/// Keeps address and key of a door; guesses begin anew.
pub fn keep_door(
    c: &mut Conn,
    station: StationId,
    venue: VenueId,
    door: &DoorRow,
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (d::lock_url.eq(&door.lock_url), d::key_sealed.eq(&door.key_sealed), d::wrong.eq(0)),
        (d::wrong_at.eq(None::<Ts>), d::changed_at.eq(Ts(now))),
    );
    let changed = on!(c, c => diesel::update(d::table.find((station, venue))).set(row).execute(c))?;
    if changed == 0 {
        let row = (d::station_id.eq(station), d::venue_id.eq(venue), row);
        on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    }
    Ok(())
}

pub fn set_guesses(c: &mut Conn, station: StationId, venue: VenueId, guesses: Guesses) -> Result<(), Fault> {
    on!(c, c => diesel::update(d::table.find((station, venue)))
        .set((d::wrong.eq(guesses.wrong), d::wrong_at.eq(guesses.last_at.map(Ts))))
        .execute(c))?;
    Ok(())
}
