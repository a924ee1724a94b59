//! The style sheet of these pages: ballots on paper, and eleven answers side by side.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static SHEET: LazyLock<[Asset; 1]> =
    LazyLock::new(|| [Asset::css("survey-desk.css", include_str!("../../../assets/survey-desk.css"))]);

/// Where it is served.
pub fn sheet() -> &'static str {
    SHEET.first().map_or("", Asset::url)
}

pub fn routes() -> Router<House> {
    assets::serve(&*SHEET)
}
