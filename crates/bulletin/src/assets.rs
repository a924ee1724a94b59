//! The style sheet of notices, and the picture that chats show of a notice without photos.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

use crate::drawn;

static FILES: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [
        Asset::css("notices.css", include_str!("../assets/notices.css")),
        Asset::packed("share.png", "image/png", drawn::valley()),
    ]
});

pub fn sheet() -> &'static str {
    FILES[0].url()
}

/// Where the drawn picture is served.
pub fn picture() -> &'static str {
    FILES[1].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}

/// How many bytes the style sheet is as most browsers get it.
#[cfg(test)]
pub fn sent() -> usize {
    FILES[0].sent()
}
