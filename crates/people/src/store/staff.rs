//! Staff and what they may do where.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::{on, session};

use crate::ids::StaffId;
use crate::rules::{Role, StaffAt, StaffRefusal};
use crate::schema::{roles, staff};

/// Events about staff themselves belong to no station.
const DEPLOYMENT: StationId = StationId(0);

/// Somebody who is about to become a member of staff, checked and with the password hashed.
#[derive(Clone)]
pub struct NewStaff {
    pub login: String,
    pub name: String,
    pub password_hash: String,
}

/// What signing in needs to know of a login.
#[derive(Clone)]
pub struct Door {
    pub id: StaffId,
    pub password_hash: String,
}

pub fn add_staff(c: &mut Conn, house: &House, by: By, new: &NewStaff) -> Result<StaffId, Not<StaffRefusal>> {
    let id = StaffId(house.new_id());
    let row = (
        staff::id.eq(id),
        staff::login.eq(&new.login),
        staff::name.eq(&new.name),
        staff::password_hash.eq(&new.password_hash),
        staff::created_at.eq(Ts(house.now())),
    );
    let taken = on!(c, c => staff::table.filter(staff::login.eq(&new.login)).count().get_result::<i64>(c))?;
    if taken > 0 {
        return Err(Not::Refused(StaffRefusal::LoginTaken));
    }
    match on!(c, c => diesel::insert_into(staff::table).values(row).execute(c)).map_err(Fault::from) {
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what).into()),
        kept => kept?,
    };
    event::record(c, DEPLOYMENT, house.now(), by, "staff.added", &id.to_string(), &())?;
    Ok(id)
}

/// Sets a new password and ends all sessions: whoever knew the old one is out.
pub fn set_password(c: &mut Conn, house: &House, by: By, id: StaffId, password_hash: &str) -> Result<(), Fault> {
    let set = staff::password_hash.eq(password_hash);
    found(on!(c, c => diesel::update(staff::table.find(id)).set(set).execute(c))?)?;
    session::close_all(c, session::Kind::Staff, id.0)?;
    event::record(c, DEPLOYMENT, house.now(), by, "staff.password-set", &id.to_string(), &())?;
    Ok(())
}

/// How long after somebody has left what they did keeps their name: disputes about a season's rooms are over by then.
pub const NAME_KEPT: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Lets a member of staff in no more; the password is forgotten. What they did keeps their name for [`NAME_KEPT`].
pub fn disable_staff(c: &mut Conn, house: &House, by: By, id: StaffId) -> Result<(), Fault> {
    let set = (staff::disabled_at.eq(Some(Ts(house.now()))), staff::password_hash.eq(""));
    found(on!(c, c => diesel::update(staff::table.find(id)).set(set).execute(c))?)?;
    session::close_all(c, session::Kind::Staff, id.0)?;
    event::record(c, DEPLOYMENT, house.now(), by, "staff.disabled", &id.to_string(), &())?;
    Ok(())
}

/// Gives a member of staff a role at a station, instead of the one they had there.
pub fn give_role(
    c: &mut Conn,
    house: &House,
    by: By,
    id: StaffId,
    station: StationId,
    role: Role,
    owner: Option<i32>,
) -> Result<(), Fault> {
    let row =
        (roles::station_id.eq(station), roles::staff_id.eq(id), roles::role.eq(role as i16), roles::owner_id.eq(owner));
    let new = (roles::role.eq(role as i16), roles::owner_id.eq(owner));
    on!(c, c => diesel::insert_into(roles::table)
        .values(row)
        .on_conflict((roles::station_id, roles::staff_id))
        .do_update()
        .set(new)
        .execute(c))?;
    let data = serde_json::json!({ "role": role, "owner": owner });
    event::record(c, station, house.now(), by, "role.given", &id.to_string(), &data)?;
    Ok(())
}

pub fn take_role(c: &mut Conn, house: &House, by: By, id: StaffId, station: StationId) -> Result<(), Fault> {
    found(on!(c, c => diesel::delete(roles::table.find((station, id))).execute(c))?)?;
    event::record(c, station, house.now(), by, "role.taken", &id.to_string(), &())?;
    Ok(())
}

fn found(rows: usize) -> Result<(), Fault> {
    if rows == 1 { Ok(()) } else { Err(Fault::NotFound) }
}

/// The member of staff with this login, unless they are let in no more.
pub fn door(c: &mut Conn, login: &str) -> Result<Option<Door>, Fault> {
    let row = on!(c, c => staff::table
        .filter(staff::login.eq(login).and(staff::disabled_at.is_null()))
        .select((staff::id, staff::password_hash))
        .first::<(StaffId, String)>(c)
        .optional())?;
    Ok(row.map(|(id, password_hash)| Door { id, password_hash }))
}

pub fn staff_by_login(c: &mut Conn, login: &str) -> Result<Option<StaffId>, Fault> {
    Ok(on!(c, c => staff::table.filter(staff::login.eq(login)).select(staff::id).first(c).optional())?)
}

/// The name of a member of staff, also of one who has left. `None` when that was long ago.
pub fn staff_name(c: &mut Conn, id: StaffId) -> Result<Option<String>, Fault> {
    let name: Option<String> = on!(c, c => staff::table.find(id).select(staff::name).first(c).optional())?;
    Ok(name.filter(|n| !n.is_empty()))
}

/// What somebody types to sign in.
pub fn login_of(c: &mut Conn, id: StaffId) -> Result<String, Fault> {
    Ok(on!(c, c => staff::table.find(id).select(staff::login).first(c))?)
}

/// When somebody began to work here.
pub fn since(c: &mut Conn, id: StaffId) -> Result<Timestamp, Fault> {
    let at: Ts = on!(c, c => staff::table.find(id).select(staff::created_at).first(c))?;
    Ok(at.0)
}

pub fn is_let_in(c: &mut Conn, id: StaffId) -> Result<bool, Fault> {
    let there = staff::table.filter(staff::id.eq(id).and(staff::disabled_at.is_null()));
    Ok(on!(c, c => there.count().get_result::<i64>(c))? == 1)
}

/// Forgets name and login of whoever left longer ago than [`NAME_KEPT`]. Their id stays, so that who decided can be told
/// apart.
pub fn forget_names(c: &mut Conn, now: Timestamp) -> Result<(), Fault> {
    let long_gone = staff::disabled_at.le(Ts(now - NAME_KEPT)).and(staff::name.ne(""));
    let gone: Vec<StaffId> = on!(c, c => staff::table.filter(long_gone).select(staff::id).load(c))?;
    for id in gone {
        let nobody = (staff::name.eq(""), staff::login.eq(id.to_string()));
        on!(c, c => diesel::update(staff::table.find(id)).set(nobody).execute(c))?;
    }
    Ok(())
}

/// Whom a token signs in as staff: id and name.
pub fn signed_in(c: &mut Conn, token: &session::Token, now: Timestamp) -> Result<Option<(StaffId, String)>, Fault> {
    let Some(id) = session::find(c, session::Kind::Staff, token, now)? else { return Ok(None) };
    let row = on!(c, c => staff::table
        .filter(staff::id.eq(StaffId(id)).and(staff::disabled_at.is_null()))
        .select((staff::id, staff::name))
        .first(c)
        .optional())?;
    Ok(row)
}

type Row = (StaffId, String, i16, Option<i32>);

fn to_staff_at((id, name, role, owner): Row) -> Result<StaffAt, Fault> {
    let role = Role::from_number(role).ok_or_else(|| Fault::broken("a stored role is none"))?;
    Ok(StaffAt { id, name, role, owner })
}

/// The member of staff at this station, if they have at least this role there. Otherwise nothing is found: whoever has no
/// role at a station sees nothing of its desk.
pub fn staff_at(c: &mut Conn, id: &StaffId, station: StationId, least: Role) -> Result<StaffAt, Fault> {
    let row = on!(c, c => roles::table
        .inner_join(staff::table.on(staff::id.eq(roles::staff_id)))
        .filter(roles::station_id.eq(station).and(roles::staff_id.eq(*id)).and(staff::disabled_at.is_null()))
        .select((staff::id, staff::name, roles::role, roles::owner_id))
        .first::<Row>(c)
        .optional())?;
    let found = row.map(to_staff_at).transpose()?;
    found.filter(|s| s.role >= least).ok_or(Fault::NotFound)
}

/// Everybody with a role at the station, managers first.
pub fn staff_of(c: &mut Conn, station: StationId) -> Result<Vec<StaffAt>, Fault> {
    let rows: Vec<Row> = on!(c, c => roles::table
        .inner_join(staff::table.on(staff::id.eq(roles::staff_id)))
        .filter(roles::station_id.eq(station).and(staff::disabled_at.is_null()))
        .order((roles::role.desc(), staff::name))
        .select((staff::id, staff::name, roles::role, roles::owner_id))
        .load(c))?;
    rows.into_iter().map(to_staff_at).collect()
}

/// Every role of the deployment: where, whose, and the owner they answer to.
pub fn all_roles(c: &mut Conn) -> Result<Vec<(StationId, StaffId, Option<i32>)>, Fault> {
    let key = (roles::station_id, roles::staff_id);
    Ok(on!(c, c => roles::table.order(key).select((roles::station_id, roles::staff_id, roles::owner_id)).load(c))?)
}

/// The stations where somebody has a role.
pub fn stations_of(c: &mut Conn, id: StaffId) -> Result<Vec<(StationId, Role)>, Fault> {
    let rows: Vec<(StationId, i16)> = on!(c, c => roles::table
        .filter(roles::staff_id.eq(id))
        .order(roles::station_id)
        .select((roles::station_id, roles::role))
        .load(c))?;
    let known = |(station, role)| Role::from_number(role).map(|role| (station, role));
    Ok(rows.into_iter().filter_map(known).collect())
}
