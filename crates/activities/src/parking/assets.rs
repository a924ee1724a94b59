//! The style sheets of the sign and of the page that marshals count on, and its script.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 3]> = LazyLock::new(|| {
    [
        Asset::css("parking-sign.css", include_str!("../../assets/parking-sign.css")),
        Asset::css("marshal.css", include_str!("../../assets/marshal.css")),
        Asset::js("marshal.js", include_str!("../../assets/marshal.js")),
    ]
});

/// Where a file of ours is served.
pub fn url(name: &str) -> &'static str {
    FILES.iter().find(|a| a.name() == name).map_or("/assets/unknown", |a| a.url())
}

/// How many bytes it is as most browsers get it.
#[cfg(test)]
pub(super) fn sent(name: &str) -> usize {
    FILES.iter().find(|a| a.name() == name).map_or(usize::MAX, Asset::sent)
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
