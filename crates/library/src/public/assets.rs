//! The script of the machine in the hall.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::js("library-machine.js", include_str!("../../assets/machine.js"))]);

pub fn script() -> &'static str {
    FILES[0].url()
}

/// How many bytes the script is as most browsers get it.
#[cfg(test)]
pub fn sent() -> usize {
    FILES[0].sent()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
