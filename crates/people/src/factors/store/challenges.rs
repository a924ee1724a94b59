//! Challenges: random bytes that a passkey signs, each good once and for five minutes.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use crate::factors::schema::challenges as ch;
use crate::ids::{ChallengeId, StaffId};

/// Time enough to find the key and to type its PIN.
const LASTS: SignedDuration = SignedDuration::from_mins(5);

#[derive(Debug, Clone)]
pub struct Challenge {
    pub id: ChallengeId,
    pub bytes: Vec<u8>,
}

/// A new challenge: for `staff` to make a passkey, or for somebody who wants in.
pub fn make_challenge(c: &mut Conn, house: &House, staff: Option<StaffId>) -> Result<Challenge, Fault> {
    let made = Challenge { id: ChallengeId(house.new_id()), bytes: house.chance.bytes::<32>().to_vec() };
    let row = (
        ch::id.eq(made.id),
        ch::bytes.eq(&made.bytes),
        ch::staff_id.eq(staff),
        ch::expires_at.eq(Ts(house.now() + LASTS)),
    );
    on!(c, c => diesel::insert_into(ch::table).values(row).execute(c))?;
    Ok(made)
}

/// Uses a challenge up: whatever comes of it, it is not good again. `None` if it is over, used, or somebody else's.
pub fn take_challenge(
    c: &mut Conn,
    id: ChallengeId,
    staff: Option<StaffId>,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, Fault> {
    let found: Option<(Vec<u8>, Option<StaffId>, Ts)> =
        on!(c, c => ch::table.find(id).select((ch::bytes, ch::staff_id, ch::expires_at)).first(c).optional())?;
    let taken = on!(c, c => diesel::delete(ch::table.find(id)).execute(c))?;
    // Of two requests at once, one deletes the row.
    let good = found.filter(|(_, whose, until)| *whose == staff && now < until.0 && taken == 1);
    Ok(good.map(|(bytes, ..)| bytes))
}

pub fn forget_over(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(ch::table.filter(ch::expires_at.le(Ts(now)))).execute(c))?)
}
