//! The desk's routes of household cards.
use axum::Router;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::{CardId, Issued};
use serde::Deserialize;

use super::forms::{IssueForm, ScanForm};
use super::pages::{self, CARDS};
use crate::desk::AtDesk;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/cards", get(begin).post(issue))
        .route("/s/{slug}/desk/cards/scans", post(scan))
        .route("/s/{slug}/desk/cards/{card}", get(show))
        .route("/s/{slug}/desk/cards/{card}/replacement", post(replace))
        .route("/s/{slug}/desk/cards/{card}/revocation", post(revoke))
}

#[derive(Deserialize)]
struct Which {
    card: CardId,
}

fn fresh(house: &House) -> IssueForm {
    IssueForm { once: house.new_id().to_string(), ..IssueForm::default() }
}

async fn begin(State(house): State<House>, v: View, desk: AtDesk) -> HtmlPage {
    pages::begin(&v, &desk, &fresh(&house), &Problems::default())
}

/// The sheet to print. Its code is told once, so it is the answer itself and no page that one could come back to.
fn printed(house: &House, v: &View, desk: &AtDesk, issued: &Issued) -> Result<Response, Fault> {
    let sheet = people::card_sheet(v, (desk.station.name(v), &house.settings.public_url), issued)?;
    Ok(sheet.into_response())
}

async fn issue(
    State(house): State<House>,
    v: View,
    desk: AtDesk,
    Form(form): Form<IssueForm>,
) -> Result<Response, Fault> {
    let new = match form.read() {
        Ok(new) => new,
        Err(problems) => return Ok(pages::begin(&v, &desk, &form, &problems).into_response()),
    };
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    let once = (!form.once.is_empty()).then(|| super::once_of(&form.once, &desk, &h, &new));
    let issued = house.db.write(move |c| people::issue_card(c, &h, at, &new, once.as_ref())).await?;
    printed(&house, &v, &desk, &issued)
}

async fn scan(
    State(house): State<House>,
    v: View,
    desk: AtDesk,
    Form(form): Form<ScanForm>,
) -> Result<Response, Fault> {
    let h = house.clone();
    match house.db.snapshot(move |c| people::scanned_card(c, &h, &form.code)).await? {
        // The address names the card and not its code: addresses stay in histories.
        Some(found) if found.card.station == desk.station.id => {
            Ok(Redirect::to(&desk.station.path(&format!("{CARDS}/{}", found.card.id))).into_response())
        }
        // One of another station is good here too, for its name to call.
        Some(found) => Ok(pages::household(&v, &desk, &found).into_response()),
        None => {
            let mut problems = Problems::default();
            problems.add("code", "stations-cards-unknown");
            Ok(pages::begin(&v, &desk, &fresh(&house), &problems).into_response())
        }
    }
}

async fn show(State(house): State<House>, v: View, desk: AtDesk, At(which): At<Which>) -> Result<HtmlPage, Fault> {
    let (h, station) = (house.clone(), desk.station.id);
    let found = house.db.snapshot(move |c| people::household(c, &h, station, which.card)).await?;
    Ok(pages::household(&v, &desk, &found))
}

async fn replace(State(house): State<House>, v: View, desk: AtDesk, At(which): At<Which>) -> Result<Response, Fault> {
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    let issued = house.db.write(move |c| people::reissue_card(c, &h, at, which.card)).await?;
    printed(&house, &v, &desk, &issued)
}

async fn revoke(State(house): State<House>, desk: AtDesk, At(which): At<Which>) -> Result<Redirect, Fault> {
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    house.db.write(move |c| people::revoke_card(c, &h, at, which.card)).await?;
    Ok(Redirect::to(&desk.station.path(CARDS)))
}
