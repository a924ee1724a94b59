//! The style sheet of the desk's pages and of what it prints.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("opinions-desk.css", include_str!("../../assets/opinions-desk.css"))]);

pub fn sheet() -> &'static str {
    FILES[0].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
