//! Recovery codes: a hash each, used once.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;

use crate::factors::schema::recovery_codes as codes;
use crate::ids::StaffId;

/// Keeps these in place of all that there were.
pub fn replace_codes(c: &mut Conn, staff: StaffId, hashes: &[Vec<u8>], now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::delete(codes::table.filter(codes::staff_id.eq(staff))).execute(c))?;
    for hash in hashes {
        let row = (codes::staff_id.eq(staff), codes::code_hash.eq(hash), codes::made_at.eq(Ts(now)));
        on!(c, c => diesel::insert_into(codes::table).values(row).execute(c))?;
    }
    Ok(())
}

/// Uses a code up. `false` if there is none like it that is unused.
pub fn use_code(c: &mut Conn, staff: StaffId, hash: &[u8], now: Timestamp) -> Result<bool, Fault> {
    let unused =
        codes::table.filter(codes::staff_id.eq(staff).and(codes::code_hash.eq(hash)).and(codes::used_at.is_null()));
    Ok(on!(c, c => diesel::update(unused).set(codes::used_at.eq(Some(Ts(now)))).execute(c))? == 1)
}

/// How many are left.
pub fn unused(c: &mut Conn, staff: StaffId) -> Result<usize, Fault> {
    let left: i64 = on!(c, c => codes::table
        .filter(codes::staff_id.eq(staff).and(codes::used_at.is_null()))
        .count()
        .get_result(c))?;
    Ok(usize::try_from(left).unwrap_or(0))
}
