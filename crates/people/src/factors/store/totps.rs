//! Secrets of apps: one to a person, sealed.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;

use crate::factors::schema::totps;
use crate::ids::StaffId;

#[derive(Debug, Clone)]
pub struct Totp {
    pub secret_sealed: Vec<u8>,
    pub made_at: Timestamp,
    /// Whether digits have shown that the app has it.
    pub proved: bool,
    pub last_step: Option<i64>,
}

type Row = (Vec<u8>, Ts, Option<Ts>, Option<i64>);

/// What is kept of somebody. That digits are used once, [`note_step`] sees to.
pub fn totp_of(c: &mut Conn, staff: StaffId) -> Result<Option<Totp>, Fault> {
    let row: Option<Row> = on!(c, c => totps::table
        .find(staff)
        .select((totps::secret_sealed, totps::made_at, totps::proved_at, totps::last_step))
        .first(c)
        .optional())?;
    Ok(row.map(|(secret_sealed, made_at, proved_at, last_step)| Totp {
        secret_sealed,
        made_at: made_at.0,
        proved: proved_at.is_some(),
        last_step,
    }))
}

/// Keeps a new secret that counts once it is proved.
pub fn keep_totp(c: &mut Conn, staff: StaffId, secret_sealed: &[u8], now: Timestamp) -> Result<(), Fault> {
    remove_totp(c, staff)?;
    let row = (totps::staff_id.eq(staff), totps::secret_sealed.eq(secret_sealed), totps::made_at.eq(Ts(now)));
    on!(c, c => diesel::insert_into(totps::table).values(row).execute(c))?;
    Ok(())
}

pub fn prove_totp(c: &mut Conn, staff: StaffId, now: Timestamp) -> Result<(), Fault> {
    let proved = totps::proved_at.eq(Some(Ts(now)));
    on!(c, c => diesel::update(totps::table.find(staff)).set(proved).execute(c))?;
    Ok(())
}

/// Uses the digits of `step` up. `false` if they, or later ones, were used meanwhile.
pub fn note_step(c: &mut Conn, staff: StaffId, step: i64) -> Result<bool, Fault> {
    let fresh = totps::last_step.is_null().or(totps::last_step.lt(step));
    let used = on!(c, c => diesel::update(totps::table.filter(totps::staff_id.eq(staff)).filter(fresh))
        .set(totps::last_step.eq(Some(step)))
        .execute(c))?;
    Ok(used == 1)
}

pub fn remove_totp(c: &mut Conn, staff: StaffId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(totps::table.find(staff)).execute(c))?;
    Ok(())
}
