//! What a card's code leads to when a phone's camera reads it. The code itself is not looked at: the page is the same for all.
use axum::Router;
use axum::routing::get;
use kernel::house::House;
use kernel::view::View;

use super::sheet;

pub fn routes() -> Router<House> {
    Router::new().route("/card/{code}", get(async |v: View| sheet::told(&v.at("/card".into()))))
}
