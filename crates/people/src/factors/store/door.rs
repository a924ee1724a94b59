//! Who stands at the door: the password was right, the second factor has not been shown.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use crate::factors::schema::at_the_door as d;
use crate::ids::StaffId;

/// Time enough to set up an app.
const LASTS: SignedDuration = SignedDuration::from_mins(15);
/// Wrong this often, and the password is asked for again: one chance in 60,000 to guess digits that are good in three steps.
const MOST_TRIES: i16 = 5;

fn hash(house: &House, token: &str) -> Vec<u8> {
    house.keys.lookup("at-the-door", token).to_vec()
}

/// Lets somebody wait at the door. The token is what they come back with.
pub fn open_door(c: &mut Conn, house: &House, staff: StaffId) -> Result<String, Fault> {
    let token = data_encoding::BASE32_NOPAD.encode(&house.chance.bytes::<20>()).to_ascii_lowercase();
    let row = (
        d::token_hash.eq(hash(house, &token)),
        d::staff_id.eq(staff),
        d::tries.eq(0),
        d::expires_at.eq(Ts(house.now() + LASTS)),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    Ok(token)
}

/// Somebody at the door.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub staff: StaffId,
    pub tries_left: i16,
    /// The request that was let in already.
    pub let_in_once: Option<Vec<u8>>,
}

/// Who waits with this token.
pub fn at_door(c: &mut Conn, house: &House, token: &str) -> Result<Option<Waiting>, Fault> {
    let row: Option<(StaffId, i16, Option<Vec<u8>>)> = on!(c, c => d::table
        .find(hash(house, token))
        .filter(d::expires_at.gt(Ts(house.now())))
        .select((d::staff_id, d::tries, d::let_in_once))
        .first(c)
        .optional())?;
    Ok(row.map(|(staff, tries, let_in_once)| Waiting { staff, tries_left: MOST_TRIES - tries, let_in_once }))
}

/// Counts a try before anything is compared, and holds the row: tries come one after the other. `false` if none are left.
pub fn count_try(c: &mut Conn, house: &House, token: &str) -> Result<bool, Fault> {
    let open = d::table.filter(d::token_hash.eq(hash(house, token)).and(d::tries.lt(MOST_TRIES)));
    Ok(on!(c, c => diesel::update(open).set(d::tries.eq(d::tries + 1)).execute(c))? == 1)
}

/// Notes which request was let in: no other is.
pub fn let_in(c: &mut Conn, house: &House, token: &str, once: &[u8]) -> Result<(), Fault> {
    let row = d::table.find(hash(house, token));
    on!(c, c => diesel::update(row).set(d::let_in_once.eq(Some(once))).execute(c))?;
    Ok(())
}

/// Nobody of this name waits any more.
pub fn leave_door(c: &mut Conn, staff: StaffId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(d::table.filter(d::staff_id.eq(staff))).execute(c))?;
    Ok(())
}

pub fn forget_over(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(d::table.filter(d::expires_at.le(Ts(now)))).execute(c))?)
}
