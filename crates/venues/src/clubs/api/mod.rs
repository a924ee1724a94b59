//! The JSON API of clubs, as the pages have it.
mod shapes;
mod look;
mod found;
mod steps;
mod lead;
mod meetings;

use kernel::api::Api;
use kernel::routes;

pub use shapes::{MemberShape, refused};

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new()
        .routes(routes!(look::clubs, found::found))
        .routes(routes!(look::club))
        .routes(routes!(lead::members, steps::join))
        .routes(routes!(steps::leave))
        .routes(routes!(steps::lead))
        .routes(routes!(steps::arrive))
        .routes(routes!(steps::appeal))
        .routes(routes!(lead::admit))
        .routes(routes!(lead::remove))
        .routes(routes!(lead::ask_to_lead, lead::take_back))
        .routes(routes!(lead::notices, lead::tell))
        .routes(routes!(lead::set_text))
        .routes(routes!(lead::close))
        .routes(routes!(meetings::all, meetings::make))
        .routes(routes!(meetings::preview))
        .routes(routes!(meetings::one))
        .routes(routes!(meetings::set_time))
        .routes(routes!(meetings::give_up))
        .routes(routes!(meetings::change))
        .routes(routes!(meetings::end))
}
