//! The style sheet of a signup that shows its code.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("signup.css", include_str!("../../assets/signup.css"))]);

pub fn sheet() -> &'static str {
    FILES[0].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
