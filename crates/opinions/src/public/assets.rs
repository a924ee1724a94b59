//! The style sheet of receipts, photos and paper, and the script of forms that ask for a stamp.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [
        Asset::css("opinions.css", include_str!("../../assets/opinions.css")),
        Asset::js("opinions.js", include_str!("../../assets/opinions.js")),
    ]
});

pub fn sheet() -> &'static str {
    FILES[0].url()
}

pub fn script() -> &'static str {
    FILES[1].url()
}

/// How many bytes the sheet and the script are as most browsers get them.
#[cfg(test)]
pub fn sent() -> [usize; 2] {
    [FILES[0].sent(), FILES[1].sent()]
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
