//! The public addresses.
mod look;
mod press;
mod machine;

pub use machine::{AtMachine, known};
pub use press::once_of;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

use super::assets;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/library", get(look::list))
        .route("/s/{slug}/library/titles/{id}", get(look::title))
        .route("/s/{slug}/library/titles/{id}/cover", get(look::cover))
        .route("/s/{slug}/library/titles/{id}/hold", post(press::hold))
        .route("/s/{slug}/library/copies/{barcode}", get(look::copy))
        .route("/s/{slug}/library/copies/{barcode}/loan", post(press::borrow))
        .route("/s/{slug}/library/shelves/{code}", get(look::shelf))
        .route("/s/{slug}/library/shelves/{code}/tally", post(press::tally))
        .route("/s/{slug}/library/loans/{id}/renewal", post(press::renew))
        .route("/s/{slug}/library/holds/{id}/cancellation", post(press::cancel))
        .route("/s/{slug}/library/history", get(look::history).post(press::history))
        .route("/s/{slug}/kiosk/library", get(machine::start).post(machine::scan))
        .merge(assets::routes())
}
