//! The script that tells a mood without loading the page again. Without it the form does the same.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> = LazyLock::new(|| [Asset::js("moods.js", include_str!("../../assets/moods.js"))]);

/// Where it is served; for the page of a notice.
pub fn script() -> &'static str {
    FILES[0].url()
}

/// How many bytes it is as most browsers get it.
#[cfg(test)]
pub(super) fn sent() -> usize {
    FILES[0].sent()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
