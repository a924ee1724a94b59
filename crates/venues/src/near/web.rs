//! The page of what is free around somebody.
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderValue;
use axum::http::header::HeaderName;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;

use super::forms::{NearQuery, Whence};
use super::pages::{self, Near};
use super::rules::Wish;
use super::whence::Of;
use super::{reads, whence};

pub fn routes() -> Router<House> {
    Router::new().route("/near", get(near))
}

/// Of all pages only this one may ask the browser where somebody is, and it does when they tap for it.
const MAY_ASK: (HeaderName, HeaderValue) = (
    HeaderName::from_static("permissions-policy"),
    HeaderValue::from_static("camera=(), microphone=(), geolocation=(self), payment=(), usb=()"),
);

/// What cannot be read of the link is left out, and without an activity the first one around is meant: once it is known
/// from where, the page always answers something.
async fn near(State(house): State<House>, v: View, Query(query): Query<NearQuery>) -> Result<Response, Fault> {
    let (wish, _) = query.wish();
    let asked = query.whence().ok().flatten();
    if let Some(Whence::Point(point)) = asked
        && point != point.coarse()
    {
        // What is more exact than needed stands in no address for longer than this.
        return Ok(Redirect::to(&pages::path(Some(&Of::Here(point.coarse())), &wish)).into_response());
    }
    let (h, now, wanted) = (house.clone(), house.now(), wish.clone());
    let read = move |c: &mut Conn| {
        let stand = match asked.map(|asked| whence::stand(c, asked)).transpose()?.flatten() {
            Some(stand) => stand,
            None => match whence::meant(c, &query.q)? {
                Ok(stand) => stand,
                Err(choices) => return Ok::<_, Fault>(Err(choices)),
            },
        };
        let activities = reads::activities(c, stand.origin, wanted.within)?;
        let first = || activities.first().map(|a| a.word.clone()).unwrap_or_default();
        let activity = if wanted.activity.is_empty() { first() } else { wanted.activity.clone() };
        let wish = Wish { activity, ..wanted.clone() };
        let found = reads::find(c, &h, stand.origin, &wish, now)?;
        Ok(Ok(Near { stand, wish, activities, found }))
    };
    let page = match house.db.snapshot(read).await? {
        Ok(near) => pages::near(&v, &near),
        Err(choices) => pages::choose(&v, &wish, &choices),
    };
    Ok(([MAY_ASK], page).into_response())
}
