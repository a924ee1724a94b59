//! What everybody may look at, and the photos of somebody's own opinion.
use axum::extract::State;
use axum::response::Response;
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use serde::Deserialize;
use stations::{At, One};

use crate::frame::{self, Frame};
use crate::public::paths::new_path;
use crate::public::{pages, reads};
use crate::{PostId, answers};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// From 1.
    page: usize,
}

pub async fn list(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Ask(wanted): Ask<Wanted>,
) -> Result<HtmlPage, Fault> {
    let number = wanted.page.clamp(1, 1000);
    let read = reads::overview(&house, &station, number - 1).await?;
    let older = number * reads::PAGE < read.page.total;
    let listed = pages::Listed { posts: &read.page.posts, page: number, older, figures: &read.figures };
    Ok(pages::list(Frame { v: &v, station: &station }, &listed))
}

pub async fn post(State(house): State<House>, v: View, one: One<PostId>) -> Result<HtmlPage, Fault> {
    let post = reads::post(&house, &one.station, one.id).await?;
    Ok(pages::post(Frame { v: &v, station: &one.station }, &post))
}

pub async fn paper(State(house): State<House>, v: View, At { station }: At) -> Result<HtmlPage, Fault> {
    let categories = reads::categories(&house, &station).await?;
    let address = format!("{}{}", house.settings.public_url, new_path(&station));
    pages::paper(Frame { v: &v, station: &station }, &categories, &address)
}

#[derive(Deserialize)]
pub struct Link {
    link: String,
}

/// A photo of one's own opinion: its page had to be asked with the receipt, and what it links to ends after ten minutes.
pub async fn photo(
    State(house): State<House>,
    At { station }: At,
    Values(Link { link }): Values<Link>,
) -> Result<Response, Fault> {
    let (h, id) = (house.clone(), station.id);
    let read = move |c: &mut Conn| answers::photo_by_link(c, &h, id, &link, h.now());
    house.db.read(read).await.map(frame::photo)
}
