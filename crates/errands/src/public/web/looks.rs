//! Looking: what is done here, one matter, who is in, one's ticket.
use axum::extract::{Path, State};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use stations::At;

use crate::public::forms::SearchQuery;
use crate::public::pages::{self, Frame, Tried};
use crate::public::reads;
use crate::public::who::Named;

pub async fn errands(
    State(house): State<House>,
    v: View,
    at: At,
    Ask(query): Ask<SearchQuery>,
) -> Result<HtmlPage, Fault> {
    let hall = reads::hall(&house, &at.station).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &hall, query.q.trim(), None))
}

pub async fn matter(
    State(house): State<House>,
    v: View,
    at: At,
    Path((_, slug)): Path<(String, String)>,
) -> Result<HtmlPage, Fault> {
    let hall = reads::hall(&house, &at.station).await?;
    let matter = hall.matter(&slug).ok_or(Fault::NotFound)?;
    let once = house.new_id().to_string();
    Ok(pages::matter(Frame { v: &v, station: &at.station }, &hall, matter, None, &once))
}

pub async fn officials(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let hall = reads::hall(&house, &at.station).await?;
    Ok(pages::officials(Frame { v: &v, station: &at.station }, &hall))
}

pub async fn ticket(State(house): State<House>, v: View, named: Named) -> Result<HtmlPage, Fault> {
    let mine = reads::ticket(&house, &named.station, named.id).await?;
    let once = house.new_id().to_string();
    let tried = Tried { refused: None, once: &once };
    Ok(pages::ticket(Frame { v: &v, station: &named.station }, &mine, tried))
}
