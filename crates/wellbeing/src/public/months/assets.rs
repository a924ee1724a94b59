//! The style sheet of the month on paper. Pages on a screen are dressed by what all pages share.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static SHEET: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("months.css", include_str!("../../../assets/months.css"))]);

/// Where it is served.
pub fn sheet() -> &'static str {
    SHEET.first().map_or("", Asset::url)
}

pub fn routes() -> Router<House> {
    assets::serve(&*SHEET)
}

/// How many bytes the sheet is as most browsers get it.
#[cfg(test)]
pub fn sent() -> usize {
    SHEET.first().map_or(0, Asset::sent)
}
