//! The files of these pages: the script that reads bars with a camera, and the sheet of labels.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [
        Asset::js("catalogue.js", include_str!("../../assets/catalogue.js")),
        Asset::css("labels.css", include_str!("../../assets/labels.css")),
    ]
});

/// Where the script is served.
pub fn script() -> &'static str {
    FILES[0].url()
}

/// Where the sheet of labels is served.
pub fn labels() -> &'static str {
    FILES[1].url()
}

/// As most browsers get it, in bytes.
#[cfg(test)]
pub fn script_size() -> usize {
    FILES[0].sent()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
