//! The script of the counter, and what keeps its page without a line.
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, Response};
use axum::routing::get;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{Asset, assets};

const WORKER: &str =
    concat!("const version = '", env!("CARGO_PKG_VERSION"), "'\n", include_str!("../../assets/counter-worker.js"));

static FILES: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [Asset::js("counter.js", include_str!("../../assets/counter.js")), Asset::js("counter-worker.js", WORKER)]
});

pub fn script() -> &'static str {
    FILES[0].url()
}

/// Below the station's desk: beside the counter and not below it, or the browser would not let it keep the counter's own page.
pub const WORKER_BELOW: &str = "/desk/library-worker.js";

/// What keeps the counter for when there is no line: under a name that stays, so that the next version takes its place.
async fn worker(headers: HeaderMap) -> Result<Response<Body>, Fault> {
    let mut response = FILES[1].answer(&headers);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES).route(&format!("/s/{{slug}}{WORKER_BELOW}"), get(worker))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_scripts_are_small_enough_for_an_old_machine() {
        for file in &*super::FILES {
            assert!(file.sent() <= 2048, "{}: {} bytes", file.name(), file.sent());
        }
    }
}
