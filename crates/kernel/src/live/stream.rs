//! Server-sent events (HTML, 9.2): the number of the last change and nothing else, so that there is nothing to leak.
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use http_body::Frame;

use super::news::{Heard, Listener, Live, listen};
use super::seats::{Bound, Seat};
use crate::BoxFuture;
use crate::db::types::StationId;
use crate::fault::Fault;
use crate::house::House;

const NO_STORE: (HeaderName, HeaderValue) = (CACHE_CONTROL, HeaderValue::from_static("no-store"));

/// A stream of the station's numbers for whoever stays within `bounds`: `data: 17`, and `event: beat` every few seconds.
pub async fn stream(house: &House, station: StationId, bounds: &[Bound]) -> Result<Response, Fault> {
    let seat = house.shelf::<Live>().seats.take(bounds)?;
    let listener = listen(house, station).await?;
    // After a restart not all pages come back in the same moment.
    let [spread] = house.chance.bytes::<1>();
    let first = format!("retry: {}\n\n", 1000 + 12 * u32::from(spread));
    let body = Body::new(Events { first: Some(first), next: said(listener), _seat: seat });
    let media = (CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // Proxies that collect answers would hold the numbers back.
    let at_once = (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(([media, NO_STORE, at_once], body).into_response())
}

/// The number by itself, for browsers that know no streams.
pub fn number(last: i64) -> Response {
    ([NO_STORE], last.to_string()).into_response()
}

/// The next piece, and the listener back.
type Said = BoxFuture<'static, Option<(String, Listener)>>;

fn said(mut listener: Listener) -> Said {
    Box::pin(async move {
        let piece = match listener.next().await? {
            Heard::Change(n) => format!("id: {n}\ndata: {n}\n\n"),
            Heard::Beat(n) => format!("event: beat\ndata: {n}\n\n"),
        };
        Some((piece, listener))
    })
}

/// The body of the answer. It goes when the connection goes, and its seat with it.
struct Events {
    first: Option<String>,
    next: Said,
    _seat: Seat,
}

impl HttpBody for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first.into()))));
        }
        let Poll::Ready(said_now) = self.next.as_mut().poll(cx) else { return Poll::Pending };
        Poll::Ready(said_now.map(|(piece, listener)| {
            self.next = said(listener);
            Ok(Frame::data(piece.into()))
        }))
    }
}
