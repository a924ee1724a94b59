//! Passkeys: public keys, which are no secret.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;

use crate::factors::rules::webauthn::Made;
use crate::factors::schema::passkeys as p;
use crate::ids::{PasskeyId, StaffId};

#[derive(Debug, Clone)]
pub struct Passkey {
    pub id: PasskeyId,
    pub staff: StaffId,
    pub credential: Vec<u8>,
    pub public_key: Vec<u8>,
    pub uses: u32,
    pub called: String,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

type Row = (PasskeyId, StaffId, Vec<u8>, Vec<u8>, i64, String, Ts, Option<Ts>);

macro_rules! columns {
    () => {
        (p::id, p::staff_id, p::credential, p::public_key, p::uses, p::called, p::made_at, p::used_at)
    };
}

fn to_passkey((id, staff, credential, public_key, uses, called, made_at, used_at): Row) -> Passkey {
    let uses = u32::try_from(uses).unwrap_or(u32::MAX);
    Passkey { id, staff, credential, public_key, uses, called, made_at: made_at.0, used_at: used_at.map(|t| t.0) }
}

/// The oldest first.
pub fn passkeys_of(c: &mut Conn, staff: StaffId) -> Result<Vec<Passkey>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table.filter(p::staff_id.eq(staff)).order(p::id).select(columns!()).load(c))?;
    Ok(rows.into_iter().map(to_passkey).collect())
}

/// The passkey that an authenticator calls so; held, so that two uses are counted one after the other.
pub fn by_credential(c: &mut Conn, credential: &[u8]) -> Result<Option<Passkey>, Fault> {
    kernel::hold!(c, p::table.filter(p::credential.eq(credential)).select(p::id))?;
    let row: Option<Row> =
        on!(c, c => p::table.filter(p::credential.eq(credential)).select(columns!()).first(c).optional())?;
    Ok(row.map(to_passkey))
}

pub fn add_passkey(
    c: &mut Conn,
    (id, staff): (PasskeyId, StaffId),
    made: &Made,
    called: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        p::id.eq(id),
        p::staff_id.eq(staff),
        p::credential.eq(&made.id),
        p::public_key.eq(&made.key),
        p::uses.eq(i64::from(made.count)),
        p::called.eq(called),
        p::made_at.eq(Ts(now)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

pub fn note_use(c: &mut Conn, id: PasskeyId, uses: u32, now: Timestamp) -> Result<(), Fault> {
    let used = (p::uses.eq(i64::from(uses)), p::used_at.eq(Some(Ts(now))));
    on!(c, c => diesel::update(p::table.find(id)).set(used).execute(c))?;
    Ok(())
}

/// Removes one of somebody's own. `false` if they have no such one.
pub fn remove_passkey(c: &mut Conn, staff: StaffId, id: PasskeyId) -> Result<bool, Fault> {
    let theirs = p::table.filter(p::id.eq(id).and(p::staff_id.eq(staff)));
    Ok(on!(c, c => diesel::delete(theirs).execute(c))? == 1)
}
