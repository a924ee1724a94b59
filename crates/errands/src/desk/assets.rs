//! The one style sheet of these pages.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("calls.css", include_str!("../../assets/calls.css"))]);

pub fn url() -> &'static str {
    FILES[0].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
