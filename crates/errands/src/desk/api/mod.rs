//! The desk for programs. Paths are relative to `/api/v1`; whoever calls is signed in as staff with a role at the station,
//! but for the text messages that a gateway passes on.
pub(crate) mod failures;
pub(crate) mod shapes;
mod calls;
mod tickets;
mod promises;
mod presence;
mod to_tell;
mod day;
mod written;
mod texts;
mod lounge;
mod week;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(calls::board))
        .routes(routes!(calls::call_next))
        .routes(routes!(tickets::step))
        .routes(routes!(tickets::undo))
        .routes(routes!(tickets::draw))
        .routes(routes!(presence::declare))
        .routes(routes!(promises::promises))
        .routes(routes!(to_tell::list))
        .routes(routes!(to_tell::note))
        .routes(routes!(day::hit, day::close))
        .routes(routes!(written::desk))
        .routes(routes!(written::matters, written::add_matter))
        .routes(routes!(written::edit_matter))
        .routes(routes!(written::officials, written::add_official))
        .routes(routes!(written::edit_official))
        .routes(routes!(texts::text))
        .routes(routes!(lounge::seats, lounge::furnish))
        .routes(routes!(lounge::look))
        .routes(routes!(week::my_week))
}

#[cfg(test)]
pub(super) use texts::heard;
