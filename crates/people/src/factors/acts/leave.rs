//! A phone is lost, or somebody leaves.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session::{self, Kind};

use super::note;
use crate::factors::store;
use crate::ids::StaffId;
use crate::store::staff;

/// Takes all second factors of somebody away and signs them out: the next time the password is enough to set up new ones,
/// or to come in if none are asked of them. Who may do this, the caller has to know.
pub fn reset(c: &mut Conn, house: &House, by: By, id: StaffId) -> Result<(), Fault> {
    store::remove_all(c, id)?;
    session::close_all(c, Kind::Staff, id.0)?;
    note(c, house, by, "staff.factors-reset", id)
}

/// Lets a member of staff in no more, and forgets at once what they came in with. What they did keeps their name for as long
/// as [`staff::NAME_KEPT`].
pub fn disable_staff(c: &mut Conn, house: &House, by: By, id: StaffId) -> Result<(), Fault> {
    staff::disable_staff(c, house, by, id)?;
    store::remove_all(c, id)
}

/// Forgets challenges and waits at the door that are over.
pub fn forget_over(c: &mut Conn, now: Timestamp) -> Result<(), Fault> {
    store::forget_challenges(c, now)?;
    store::forget_at_door(c, now)?;
    Ok(())
}
