//! The style sheets of the sign and of the page that marshals count on, its script, and what keeps it without a line.
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{Asset, assets};

const WORKER: &str =
    concat!("const version = '", env!("CARGO_PKG_VERSION"), "'\n", include_str!("../../assets/marshal-worker.js"));

static FILES: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    [
        Asset::css("parking-sign.css", include_str!("../../assets/parking-sign.css")),
        Asset::css("marshal.css", include_str!("../../assets/marshal.css")),
        Asset::js("marshal.js", include_str!("../../assets/marshal.js")),
        Asset::js("marshal-worker.js", WORKER),
    ]
});

fn file(name: &str) -> Option<&'static Asset> {
    FILES.iter().find(|a| a.name() == name)
}

/// Where a file of ours is served.
pub fn url(name: &str) -> &'static str {
    file(name).map_or("/assets/unknown", Asset::url)
}

/// What keeps the page of marshals for when there is no line. It stands beside them, so that it is asked for nothing else, and under
/// a name that stays, so that the next version takes its place.
pub async fn worker(headers: HeaderMap) -> Result<Response<Body>, Fault> {
    let mut response = file("marshal-worker.js").ok_or(Fault::NotFound)?.answer(&headers);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

/// How many bytes it is as most browsers get it.
#[cfg(test)]
pub(super) fn sent(name: &str) -> usize {
    file(name).map_or(usize::MAX, Asset::sent)
}

pub fn routes() -> Router<House> {
    assets::serve(&*FILES)
}
