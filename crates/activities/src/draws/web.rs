//! The addresses of draws.
use std::sync::Arc;

use axum::Router;
use axum::extract::{Form, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use serde::Deserialize;
use stations::{At, One, Station};

use super::answers;
use super::pages::{self, Again};
use super::rules::{Published as _, Sheet, verify_any};
use crate::OccurrenceId;
use crate::frame::Frame;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/occurrences/{id}/draw", get(draw))
        .route("/s/{slug}/occurrences/{id}/draw/sheet.json", get(file))
        .route("/s/{slug}/draws/verify", get(verify).post(verified))
}

pub async fn read(house: &House, station: &Arc<Station>, id: OccurrenceId) -> Result<Sheet, Fault> {
    let station = station.clone();
    house.db.snapshot(move |c| answers::sheet(c, &station, id)).await
}

async fn draw(State(house): State<House>, v: View, time: One<OccurrenceId>) -> Result<HtmlPage, Fault> {
    let sheet = read(&house, &time.station, time.id).await?;
    Ok(pages::draw(Frame { v: &v, station: &time.station }, &sheet))
}

/// The bytes that anybody draws again.
async fn file(State(house): State<House>, time: One<OccurrenceId>) -> Result<Response, Fault> {
    let sheet = read(&house, &time.station, time.id).await?;
    let name = format!("attachment; filename=\"draw-{}-{}.json\"", time.station.slug, time.id);
    Ok(([(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, name)], sheet.text()).into_response())
}

async fn verify(v: View, at: At) -> HtmlPage {
    pages::verify(Frame { v: &v, station: &at.station }, &Again::default())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pasted {
    sheet: String,
}

async fn verified(v: View, at: At, Form(pasted): Form<Pasted>) -> HtmlPage {
    let v = v.at(at.station.path("/draws/verify"));
    let f = Frame { v: &v, station: &at.station };
    let typed = pasted.sheet.trim();
    match verify_any(typed) {
        Ok(found) => pages::verify(f, &Again { typed, found: Some(&found), ..Again::default() }),
        Err(_) => {
            let mut problems = Problems::default();
            problems.add("sheet", "draw-no-sheet");
            pages::verify(f, &Again { typed, found: None, problems })
        }
    }
}
