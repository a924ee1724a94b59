//! What the door needs beside the pages: the script that keeps taps, and the style sheet of the roster.
use std::sync::LazyLock;

use axum::Router;
use kernel::house::House;
use kernel::page::{Asset, assets};

static FILES: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [
        Asset::js("arrivals.js", include_str!("../../assets/arrivals.js")),
        Asset::css("roster.css", include_str!("../../assets/roster.css")),
    ]
});

pub fn script() -> &'static str {
    FILES[0].url()
}

pub fn sheet() -> &'static str {
    FILES[1].url()
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_script_is_small_enough_for_a_cheap_phone() {
        assert!(super::FILES[0].sent() <= 2048, "{} bytes", super::FILES[0].sent());
    }
}
