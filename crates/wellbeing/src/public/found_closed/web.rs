//! The addresses of the button.
use axum::Router;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::At;

use super::pages::{self, DoorPage, Frame};
use super::path;
use crate::door::{self, answers};

pub fn routes() -> Router<House> {
    Router::new().route("/s/{slug}/door", get(show)).route("/s/{slug}/door/found-closed", post(found).get(nothing_here))
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    done: String,
}

/// The button.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PressForm {
    once: String,
}

async fn show(State(house): State<House>, v: View, at: At, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&house, &v, &at, (!chosen.done.is_empty(), None))
}

fn page(
    house: &House,
    v: &View,
    at: &At,
    (done, refused): (bool, Option<&door::NotPromised>),
) -> Result<Response, Fault> {
    let promise = answers::promise(house, &at.station, house.now())?;
    let said = refused.map(|no| (no.say(v), no.status()));
    let once = house.new_id().to_string();
    let shown = DoorPage { promise: &promise, done, refused: said.as_ref(), once: &once };
    Ok(pages::door(Frame { v, station: &at.station }, &shown).into_response())
}

async fn found(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    match door::found_closed(&house, &at.station, (peer, Some(&form.once))).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", path(&at.station))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => page(&house, &v.at(path(&at.station)), &at, (false, Some(&no))),
    }
}

/// Whoever comes back to the form's address is led to the page.
async fn nothing_here(at: At) -> Redirect {
    Redirect::to(&path(&at.station))
}
