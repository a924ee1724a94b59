//! Looking: all open games, one, the screen in the hall, one's own list of whom one keeps away from.
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFRESH};
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::{MaybeResident, Resident};
use stations::At;

use crate::games::forms::PlaceForm;
use crate::games::pages::{self, Tried};
use crate::games::{acts, answers, reads};
use crate::public::calendar::Feed;
use crate::public::pages::Frame;
use crate::public::who::Named;

pub async fn list(State(house): State<House>, v: View, at: At, who: MaybeResident) -> Result<HtmlPage, Fault> {
    let open = reads::open(&house, &at.station, who.0).await?;
    Ok(pages::list(Frame { v: &v, station: &at.station }, &open, who.0))
}

/// A screen asks again by itself: it has nobody to do it, and no script that must run.
const AGAIN: HeaderValue = HeaderValue::from_static("30");

pub async fn hall(State(house): State<House>, v: View, at: At) -> Result<Response, Fault> {
    let open = reads::open(&house, &at.station, None).await?;
    let page = pages::hall(Frame { v: &v, station: &at.station }, &open);
    Ok(([(REFRESH, AGAIN)], page).into_response())
}

pub async fn game(State(house): State<House>, v: View, named: Named, who: MaybeResident) -> Result<HtmlPage, Fault> {
    let page = reads::page(&house, &named.station, named.id, who.0).await?;
    let once = house.new_id().to_string();
    let (form, problems) = (PlaceForm::default(), Problems::default());
    let tried = Tried { form: &form, problems: &problems, refused: None, once: &once };
    Ok(pages::game(Frame { v: &v, station: &named.station }, &page, tried))
}

/// The game in a player's calendar: it is its reservation there.
pub async fn calendar(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Response, Fault> {
    let (h, station, id, now) = (house.clone(), named.station.clone(), named.id, house.now());
    let read = move |c: &mut kernel::db::Conn| {
        let game = answers::game(c, &h, &station, id, now)?;
        if !game.is_in(who.id) {
            return Err(Fault::NotFound);
        }
        answers::receipt(c, &station, id, now)
    };
    let receipt = house.db.read(read).await?;
    let feed = Feed { v: &v, station: &named.station, public_url: &house.settings.public_url };
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "private, no-store")];
    Ok((headers, feed.reservation(&receipt)).into_response())
}

pub async fn apart(State(house): State<House>, v: View, at: At, who: Resident) -> Result<HtmlPage, Fault> {
    let all = acts::blocks(&house, who.id).await?;
    Ok(pages::apart(Frame { v: &v, station: &at.station }, &all))
}
