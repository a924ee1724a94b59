//! What staff hide. Rows are added and ended, never removed.
use std::collections::HashMap;

use diesel::prelude::*;
use jiff::Timestamp;

use crate::ClubId;
use crate::clubs::rules;
use crate::clubs::schema::club_hidings as h;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// A hiding that has not ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Hiding {
    pub id: Id,
    pub reason: String,
    pub asked_by: StaffId,
    pub asked_at: Timestamp,
    pub agreed_at: Option<Timestamp>,
    pub appeal: String,
}

impl Hiding {
    pub fn rule(&self) -> rules::Hiding {
        rules::Hiding { asked_by: self.asked_by, agreed: self.is_agreed() }
    }

    /// Whether two have agreed: only then anything is hidden.
    pub fn is_agreed(&self) -> bool {
        self.agreed_at.is_some()
    }
}

type Columns = (Id, ClubId, String, StaffId, Ts, Option<Ts>, String);

fn to_hiding((id, _, reason, asked_by, asked_at, agreed_at, appeal): Columns) -> Hiding {
    Hiding { id, reason, asked_by, asked_at: asked_at.0, agreed_at: agreed_at.map(|t| t.0), appeal }
}

macro_rules! columns {
    () => {
        (h::id, h::club_id, h::reason, h::asked_by, h::asked_at, h::agreed_at, h::appeal)
    };
}

/// The hiding of a club that has not ended, if there is one.
pub fn open_of(c: &mut Conn, station: StationId, club: ClubId) -> Result<Option<Hiding>, Fault> {
    let row: Option<Columns> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::club_id.eq(club)).and(h::ended_at.is_null()))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_hiding))
}

/// The same for every club of a station.
pub fn open_of_all(c: &mut Conn, station: StationId) -> Result<HashMap<ClubId, Hiding>, Fault> {
    let rows: Vec<Columns> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::ended_at.is_null()))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(|row| (row.1, to_hiding(row))).collect())
}

/// One member of staff asks for it.
pub fn ask(
    c: &mut Conn,
    station: StationId,
    (id, club): (Id, ClubId),
    (staff, reason): (StaffId, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (h::station_id.eq(station), h::id.eq(id), h::club_id.eq(club), h::reason.eq(reason)),
        (h::asked_by.eq(staff), h::asked_at.eq(Ts(now)), h::appeal.eq("")),
    );
    on!(c, c => diesel::insert_into(h::table).values(row).execute(c))?;
    Ok(())
}

/// A second one agrees.
pub fn agree(c: &mut Conn, station: StationId, id: Id, staff: StaffId, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(h::table.find((station, id)))
        .set((h::agreed_by.eq(Some(staff)), h::agreed_at.eq(Some(Ts(now)))))
        .execute(c))?;
    Ok(())
}

/// What the leader says to it.
pub fn answer(c: &mut Conn, station: StationId, id: Id, words: &str) -> Result<(), Fault> {
    on!(c, c => diesel::update(h::table.find((station, id))).set(h::appeal.eq(words)).execute(c))?;
    Ok(())
}

pub fn end(c: &mut Conn, station: StationId, id: Id, staff: StaffId, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(h::table.find((station, id)))
        .set((h::ended_by.eq(Some(staff)), h::ended_at.eq(Some(Ts(now)))))
        .execute(c))?;
    Ok(())
}
