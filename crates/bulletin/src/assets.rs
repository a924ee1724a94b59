//! The picture that chats show of a notice without photos.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

use crate::drawn;

static FILES: LazyLock<[Asset; 1]> = LazyLock::new(|| [Asset::packed("share.png", "image/png", drawn::valley())]);

/// Where the drawn picture is served.
pub fn picture() -> &'static str {
    FILES[0].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
