//! The desk for programs. Paths are relative to `/api/v1`; whoever calls is signed in as staff with a role at the station.
pub mod bodies;
mod agenda;
pub mod taking;
mod series;
mod openings;
mod venues;
mod changes;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(agenda::agenda))
        .routes(routes!(taking::walk_in))
        .routes(routes!(taking::book))
        .routes(routes!(taking::approve))
        .routes(routes!(taking::refuse))
        .routes(routes!(series::list, series::make))
        .routes(routes!(openings::list, openings::lay))
        .routes(routes!(openings::hit))
        .routes(routes!(openings::revoke))
        .routes(routes!(venues::venue, venues::change_venue))
        .routes(routes!(venues::change_offering))
        .routes(routes!(changes::changes))
}
