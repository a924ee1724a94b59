//! Looking: all rounds, one, and the file with which anybody can do it again.
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::MaybeResident;
use serde::Deserialize;
use stations::At;

use crate::RoundId;
use crate::desk::here::Named;
use crate::public::pages::Frame;
use crate::seasons::pages::{self, Shown};
use crate::seasons::reads;
use crate::seasons::rules::Published as _;

pub async fn list(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let all = reads::all(&house, &at.station).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &all))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    sent: String,
}

pub async fn round(
    State(house): State<House>,
    v: View,
    at: At,
    who: MaybeResident,
    Values(Named { id }): Values<Named<RoundId>>,
    Query(sent): Query<Sent>,
) -> Result<HtmlPage, Fault> {
    let look = reads::look(&house, &at.station, id).await?;
    let mine = who.0.and_then(|person| look.of(person));
    let shown = Shown { mine, sent: !sent.sent.is_empty() && mine.is_some(), refused: None };
    Ok(pages::round(Frame { v: &v, station: &at.station }, &look, shown))
}

/// Exactly the bytes whose hash the page shows.
pub async fn file(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<Response, Fault> {
    let look = reads::look(&house, &at.station, id).await?;
    let name = format!("attachment; filename=\"season-{}-{id}.json\"", at.station.slug);
    let headers = [
        (CONTENT_TYPE, "application/json".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, look.sheet(&at.station).text()).into_response())
}
