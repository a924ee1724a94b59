//! Who stands where now, for everybody.
use axum::extract::State;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use stations::At;

use crate::duty::{answers, pages};
use crate::public::pages::Frame;

pub async fn posts(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let posts = house.db.snapshot(move |c: &mut Conn| answers::posts_now(c, &h, &station, now)).await?;
    Ok(pages::public_posts(Frame { v: &v, station: &at.station }, &posts))
}
