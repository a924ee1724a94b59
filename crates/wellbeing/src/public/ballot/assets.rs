//! The script of the ballot on the screen in the hall. A phone is sent none.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::js("ballot-machine.js", include_str!("../../../assets/ballot-machine.js"))]);

/// Where it is served.
pub fn script() -> &'static str {
    FILES.first().map_or("", Asset::url)
}

/// How many bytes the script is as most browsers get it.
#[cfg(test)]
pub fn sent() -> usize {
    FILES.first().map_or(0, Asset::sent)
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
