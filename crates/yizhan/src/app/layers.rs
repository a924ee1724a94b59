//! What stands around every route, from the outside in: counting, headers, compression, plain pages for failures, panics
//! caught, a time limit, no changes from other sites, no flood of changes from one address, no huge bodies.
use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::page::Wordy;
use kernel::page::dress::dress;
use kernel::page::headers::headers;
use kernel::settings::Settings;
use kernel::upload;
use kernel::view::Peer;
use kernel::watch;
use tokio::sync::Semaphore;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;

/// Forms of the station are small; files come with slices that set a limit of their own.
const MOST_BODY: usize = 256 * 1024;
/// Whoever waits longer has gone; what they asked for may still be done, and the page says so.
const MOST_TIME: Duration = Duration::from_secs(20);
/// Three photos over the slowest line that is left in the mountains, 1 Mbit/s upwards.
const MOST_TIME_OF_FILES: Duration = Duration::from_secs(300);
/// Requests with files that are answered at once: each is in memory, as long as [`upload::MOST_BYTES`], a third more as JSON.
const MOST_AT_ONCE: usize = 24;
static FILES: Semaphore = Semaphore::const_new(MOST_AT_ONCE);
/// Below this a compressed answer is hardly shorter.
const WORTH_COMPRESSING: u64 = 512;

/// `files` are in memory, compressed already and the same for everybody: they need only the outermost two.
pub fn around(routes: Router<House>, files: Router<House>, house: &House) -> Result<Router<House>, Fault> {
    Ok(routes
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(from_fn_with_state(house.clone(), no_flood))
        .layer(from_elsewhere(&house.settings)?)
        .layer(from_fn(in_good_time))
        .layer(CatchPanicLayer::custom(caught))
        .layer(from_fn_with_state(house.clone(), dress))
        .layer(compression_of_data())
        .layer(compression_of_wordy())
        .layer(compression())
        .merge(files)
        .layer(from_fn(headers))
        .layer(from_fn_with_state(house.watch.clone(), watch::requests)))
}

/// A change must come from a page of ours (`Sec-Fetch-Site`, `Origin`) or from a program that is no browser. Behind a proxy
/// that renames the host, the public address is the one that browsers know.
fn from_elsewhere(settings: &Settings) -> Result<CsrfLayer, Fault> {
    let wrong = |e| Fault::broken(format!("public_url {} is no address of a site: {e}", settings.public_url));
    CsrfLayer::new().add_trusted_origin(&settings.public_url).map_err(wrong)
}

/// Ends what takes too long. Files may take longer: most of it is the way here. Only so many are on it at once.
async fn in_good_time(request: Request, next: Next) -> Result<Response, Fault> {
    let place = match brings_files(&request) {
        true => Some(FILES.try_acquire().map_err(|_| Fault::Busy)?),
        false => None,
    };
    let most = if place.is_some() { MOST_TIME_OF_FILES } else { MOST_TIME };
    let answer = tokio::time::timeout(most, next.run(request)).await;
    Ok(answer.unwrap_or_else(|_| StatusCode::GATEWAY_TIMEOUT.into_response()))
}

/// Photos come in forms, and in bodies of programs that are longer than any other.
fn brings_files(request: &Request) -> bool {
    let length = request.headers().get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    let brings = upload::brings_files(request.headers()) || length.is_some_and(|bytes| bytes > MOST_BODY);
    brings && !request.method().is_safe()
}

/// Counts changes by address; a village behind one address stays far below. Programs on this machine are not counted: a proxy
/// there is named in `trusted_proxies`, and then it is the address behind it that counts.
async fn no_flood(State(house): State<House>, peer: Peer, request: Request, next: Next) -> Result<Response, Fault> {
    if !request.method().is_safe() && !peer.0.is_loopback() {
        house.limits.count(Act::ChangeFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))?;
    }
    Ok(next.run(request).await)
}

fn caught(panic: Box<dyn Any + Send>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    tracing::error!(said, "a request panicked");
    Fault::broken("a request panicked").into_response()
}

/// Pages and documents are compressed on the way out.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth_it = SizeAbove::new(WORTH_COMPRESSING)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::SSE)
        .and(NotForContentType::const_new("font/"));
    CompressionLayer::new().compress_when(worth_it)
}

/// A page that says so: a sixth shorter for twice the time, about half a millisecond.
fn compression_of_wordy() -> CompressionLayer<impl Predicate> {
    let says_so = |_: StatusCode, _: Version, _: &HeaderMap, marks: &Extensions| marks.get::<Wordy>().is_some();
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(7))
        .compress_when(SizeAbove::new(WORTH_COMPRESSING).and(says_so))
}

/// What programs read is compressed the quick way: it is read once, and shorter by a few hundred bytes costs four times as
/// much of the machine's time.
fn compression_of_data() -> CompressionLayer<impl Predicate> {
    let is_data = |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        let media = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        media.contains("json")
    };
    let worth_it = SizeAbove::new(WORTH_COMPRESSING).and(is_data);
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::body::Body;
    use axum::routing::post;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn only_so_many_requests_bring_files_at_once_and_others_go_on() {
        let gate = Arc::new(Semaphore::new(0));
        let held = gate.clone();
        let waiting = async move || drop(held.acquire().await);
        let app =
            Router::new().route("/", post(waiting)).route("/other", post(async || ())).layer(from_fn(in_good_time));
        let ask = |path: &str, media: &str| {
            let request = Request::builder().method("POST").uri(path).header(CONTENT_TYPE, media);
            app.clone().oneshot(request.body(Body::empty()).expect("a request"))
        };
        let files = "multipart/form-data; boundary=x";
        let on_the_way: Vec<_> = (0..MOST_AT_ONCE).map(|_| tokio::spawn(ask("/", files))).collect();
        while FILES.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let status = async |path, media| ask(path, media).await.expect("an answer").status();
        assert_eq!(status("/", files).await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(status("/other", "application/x-www-form-urlencoded").await, StatusCode::OK);
        gate.add_permits(MOST_AT_ONCE + 1);
        for one in on_the_way {
            assert_eq!(one.await.expect("it ends").expect("an answer").status(), StatusCode::OK);
        }
        assert_eq!(status("/", files).await, StatusCode::OK, "there is a place again");
    }
}
