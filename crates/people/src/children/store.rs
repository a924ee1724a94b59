//! Children: found by their guardian only.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use super::rules::Band;
use super::schema::children as ch;
use crate::ids::{ChildId, PersonId};
use crate::rules::Name;

/// The purpose under which nicknames are sealed.
const NICKNAME: &str = "child-nickname";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    pub id: ChildId,
    pub nickname: String,
    pub band: Band,
    pub made_at: Timestamp,
    pub forget_at: Timestamp,
}

pub fn add(
    c: &mut Conn,
    house: &House,
    (id, guardian): (ChildId, PersonId),
    (nickname, band): (&Name, Band),
) -> Result<(), Fault> {
    let now = house.now();
    let row = (
        ch::id.eq(id),
        ch::guardian_id.eq(guardian),
        ch::nickname_sealed.eq(house.keys.seal(NICKNAME, nickname.as_str(), &house.chance)),
        ch::band.eq(band as i16),
        ch::made_at.eq(Ts(now)),
        ch::forget_at.eq(Ts(band.over(now))),
    );
    on!(c, c => diesel::insert_into(ch::table).values(row).execute(c))?;
    Ok(())
}

type Row = (ChildId, Vec<u8>, i16, Ts, Ts);

/// The first that was written down first.
pub fn load(c: &mut Conn, house: &House, guardian: PersonId) -> Result<Vec<Child>, Fault> {
    let rows: Vec<Row> = on!(c, c => ch::table
        .filter(ch::guardian_id.eq(guardian))
        .order(ch::id)
        .select((ch::id, ch::nickname_sealed, ch::band, ch::made_at, ch::forget_at))
        .load(c))?;
    let child = |(id, sealed, band, made_at, forget_at): Row| {
        let nickname = house.keys.open(NICKNAME, &sealed).map_err(Fault::broken)?;
        let band = Band::from_number(band).ok_or_else(|| Fault::broken("a stored age band is none"))?;
        Ok(Child { id, nickname, band, made_at: made_at.0, forget_at: forget_at.0 })
    };
    rows.into_iter().map(child).collect()
}

/// Forgets one of a guardian's own. One that is not there is fine.
pub fn remove(c: &mut Conn, guardian: PersonId, id: ChildId) -> Result<(), Fault> {
    let theirs = ch::table.filter(ch::id.eq(id).and(ch::guardian_id.eq(guardian)));
    on!(c, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}

pub fn remove_all(c: &mut Conn, guardian: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(ch::table.filter(ch::guardian_id.eq(guardian))).execute(c))?;
    Ok(())
}

/// Forgets children whose band is surely no longer right.
pub fn forget_over(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(ch::table.filter(ch::forget_at.le(Ts(now)))).execute(c))?)
}

/// Guardians of children, for the check.
pub fn guardians(c: &mut Conn) -> Result<Vec<PersonId>, Fault> {
    Ok(on!(c, c => ch::table.select(ch::guardian_id).distinct().load(c))?)
}
