//! The manager's page of who works here, and what they come in with.
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, SecondFactors, StaffAt, StaffId};

use crate::desk::AtDesk;

pub use api::api;
pub use pages::samples;
pub use web::routes;

/// Somebody who works here, and what they have set up.
#[derive(Debug, Clone)]
pub struct Member {
    pub staff: StaffAt,
    pub has: SecondFactors,
}

fn members(c: &mut Conn, desk: &AtDesk) -> Result<Vec<Member>, Fault> {
    let all = people::staff_of(c, desk.station.id)?;
    all.into_iter().map(|staff| Ok(Member { has: people::second_factors(c, staff.id)?, staff })).collect()
}

/// Takes a clerk's second factors away: their phone is lost. Another manager's, only the administrator takes.
fn reset(c: &mut Conn, house: &House, desk: &AtDesk, id: StaffId) -> Result<(), Fault> {
    let found = people::staff_at(c, &id, desk.station.id, Role::Clerk)?;
    if found.role != Role::Clerk {
        return Err(Fault::NotFound);
    }
    people::reset_second_factors(c, house, By::Staff(desk.staff.id.0), id)
}
