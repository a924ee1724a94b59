//! Deputies: who receives here. The name is public, as the office is.
use diesel::prelude::*;

use crate::deputies::schema::deputies as d;
use crate::rules::Name;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    pub id: i32,
    pub name: String,
    /// 镇人大代表
    pub title: Name,
    /// With what they sign in; nobody = staff write down what they say.
    pub staff: Option<StaffId>,
}

type Row = (i32, String, String, String, Option<StaffId>);

fn to_deputy((id, name, zh, en, staff): Row) -> Deputy {
    Deputy { id, name, title: Name { zh, en }, staff }
}

/// Who receives at the station, in the order in which they were written down.
pub fn all(c: &mut Conn, station: StationId) -> Result<Vec<Deputy>, Fault> {
    let rows: Vec<Row> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::retired.eq(false)))
        .order(d::id)
        .select((d::id, d::name, d::title_zh, d::title_en, d::staff_id))
        .load(c))?;
    Ok(rows.into_iter().map(to_deputy).collect())
}

/// Also one who receives no more: their days stay.
pub fn by_id(c: &mut Conn, station: StationId, id: i32) -> Result<Deputy, Fault> {
    let row: Row = on!(c, c => d::table
        .find((station, id))
        .select((d::id, d::name, d::title_zh, d::title_en, d::staff_id))
        .first(c))?;
    Ok(to_deputy(row))
}

/// Until the transaction ends nobody else writes deputies of this station or announces their days: nobody receives in two places.
pub fn hold(c: &mut Conn, station: StationId) -> Result<(), Fault> {
    let rows = d::table.filter(d::station_id.eq(station)).order(d::id).select(d::id);
    Ok(kernel::hold!(c, rows)?)
}

/// The largest number of a deputy; 0 without any.
pub fn last(c: &mut Conn, station: StationId) -> Result<i32, Fault> {
    let last: Option<i32> = on!(c, c => d::table
        .filter(d::station_id.eq(station))
        .order(d::id.desc())
        .select(d::id)
        .first(c)
        .optional())?;
    Ok(last.unwrap_or(0))
}

/// [`Fault::AlreadyThere`] if the login is another deputy's.
pub fn add(c: &mut Conn, station: StationId, deputy: &Deputy) -> Result<(), Fault> {
    let row = (
        (d::station_id.eq(station), d::id.eq(deputy.id), d::name.eq(&deputy.name), d::retired.eq(false)),
        (d::title_zh.eq(&deputy.title.zh), d::title_en.eq(&deputy.title.en), d::staff_id.eq(deputy.staff)),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(())
}

/// Writes a deputy anew. With `retired` they receive no more, and the login is nobody's.
pub fn edit(c: &mut Conn, station: StationId, deputy: &Deputy, retired: bool) -> Result<(), Fault> {
    let staff = deputy.staff.filter(|_| !retired);
    on!(c, c => diesel::update(d::table.find((station, deputy.id)))
        .set((
            (d::name.eq(&deputy.name), d::title_zh.eq(&deputy.title.zh), d::title_en.eq(&deputy.title.en)),
            (d::staff_id.eq(staff), d::retired.eq(retired)),
        ))
        .execute(c))?;
    Ok(())
}
