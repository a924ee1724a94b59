//! Whom opinions are about.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::rules::NamedBy;
use crate::schema::opinion_named as n;
use crate::{NamedId, OpinionId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: NamedId,
    pub staff: Option<StaffId>,
    pub name_sealed: Vec<u8>,
    pub name_hash: Vec<u8>,
    pub by: NamedBy,
    pub lifted: bool,
}

type Row = (NamedId, Option<StaffId>, Vec<u8>, Vec<u8>, i16, Option<Ts>);

pub fn named(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Vec<Named>, Fault> {
    let rows: Vec<Row> = on!(c, c => n::table
        .filter(n::station_id.eq(station).and(n::opinion_id.eq(opinion)))
        .order(n::id)
        .select((n::id, n::staff_id, n::name_sealed, n::name_hash, n::source, n::lifted_at))
        .load(c))?;
    let to = |(id, staff, name_sealed, name_hash, source, lifted): Row| {
        let by = NamedBy::of(source).ok_or_else(|| Fault::broken("somebody is named in a way that there is not"))?;
        Ok(Named { id, staff, name_sealed, name_hash, by, lifted: lifted.is_some() })
    };
    rows.into_iter().map(to).collect()
}

/// Names somebody. Who is named already stays so, by whoever did it first; who was lifted is named again.
pub fn add(c: &mut Conn, station: StationId, opinion: OpinionId, new: &Named) -> Result<(), Fault> {
    let row = (
        (n::station_id.eq(station), n::id.eq(new.id), n::opinion_id.eq(opinion), n::staff_id.eq(new.staff)),
        (n::name_sealed.eq(&new.name_sealed), n::name_hash.eq(&new.name_hash), n::source.eq(new.by as i16)),
    );
    on!(c, c => diesel::insert_into(n::table)
        .values(row)
        .on_conflict((n::station_id, n::opinion_id, n::name_hash))
        .do_update()
        .set((n::lifted_by.eq(None::<StaffId>), n::lifted_at.eq(None::<Ts>)))
        .execute(c))?;
    Ok(())
}

/// Whether somebody was named under that key, and is no more.
pub fn lift(
    c: &mut Conn,
    station: StationId,
    (opinion, id): (OpinionId, NamedId),
    (by, now): (StaffId, Timestamp),
) -> Result<bool, Fault> {
    let row = n::table.find((station, id)).filter(n::opinion_id.eq(opinion).and(n::lifted_at.is_null()));
    let to = (n::lifted_by.eq(Some(by)), n::lifted_at.eq(Some(Ts(now))));
    Ok(on!(c, c => diesel::update(row).set(to).execute(c))? == 1)
}

/// Whether an opinion is about somebody of staff: by their key, or by their name.
pub fn of_staff(
    c: &mut Conn,
    station: StationId,
    opinion: OpinionId,
    (staff, name_hash): (StaffId, &[u8]),
) -> Result<bool, Fault> {
    let about = n::table
        .filter(n::station_id.eq(station).and(n::opinion_id.eq(opinion)).and(n::lifted_at.is_null()))
        .filter(n::staff_id.eq(staff).or(n::name_hash.eq(name_hash).nullable()));
    Ok(on!(c, c => about.count().get_result::<i64>(c))? > 0)
}

/// All opinions that are about somebody of staff.
pub fn opinions_of(
    c: &mut Conn,
    station: StationId,
    (staff, name_hash): (StaffId, &[u8]),
) -> Result<Vec<OpinionId>, Fault> {
    Ok(on!(c, c => n::table
        .filter(n::station_id.eq(station).and(n::lifted_at.is_null()))
        .filter(n::staff_id.eq(staff).or(n::name_hash.eq(name_hash).nullable()))
        .select(n::opinion_id)
        .distinct()
        .load(c))?)
}

/// Nobody is named any more.
pub fn forget(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<(), Fault> {
    let of = n::table.filter(n::station_id.eq(station).and(n::opinion_id.eq(opinion)));
    on!(c, c => diesel::delete(of).execute(c))?;
    Ok(())
}
