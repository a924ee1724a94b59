//! The style sheet of tickets.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("ticket.css", include_str!("../../assets/ticket.css"))]);

/// Where the sheet is served.
pub fn sheet() -> &'static str {
    FILES[0].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
