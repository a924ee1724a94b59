//! What everybody reads, and the news that open pages follow.
use axum::extract::State;
use axum::response::Response;
use kernel::api::Ask;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::live::{self, Bound};
use kernel::page::HtmlPage;
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::At;

use crate::fairday::Frame;
use crate::parking::forms::Chosen;
use crate::parking::{pages, reads};

/// Streams of one address: a village that looks for a bay behind one address.
const OF_ADDRESS: u32 = 500;

pub async fn now(State(house): State<House>, v: View, at: At, Ask(chosen): Ask<Chosen>) -> Result<HtmlPage, Fault> {
    let found = reads::now(&house, &at.station).await?;
    Ok(pages::now(Frame { v: &v, station: &at.station }, &found, chosen.class()))
}

pub async fn sign(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let found = reads::now(&house, &at.station).await?;
    Ok(pages::sign(Frame { v: &v, station: &at.station }, &found))
}

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    once: Option<String>,
}

/// The number of the station's last change and nothing else: whoever hears a new one asks for the page again.
pub async fn news(
    State(house): State<House>,
    At { station }: At,
    peer: Peer,
    Ask(asked): Ask<Asked>,
) -> Result<Response, Fault> {
    if asked.once.is_some() {
        let id = station.id;
        return Ok(live::number(house.db.read(move |c| event::last(c, id)).await?));
    }
    // A proxy on this machine that is not named as one would make everybody one address.
    let bounds = match peer.0.is_loopback() {
        true => vec![],
        false => vec![Bound { of: house.keys.lookup("peer", &peer.0.to_string()), most: OF_ADDRESS }],
    };
    live::stream(&house, station.id, &bounds).await
}
