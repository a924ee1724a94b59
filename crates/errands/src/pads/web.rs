//! The desk's address of the pad.
use axum::Router;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;

use super::acts::{self, Entered};
use super::answers;
use super::asked::keyed;
use super::forms::{PadForm, Row, SAME};
use super::pages::{self, Typed, Wrong};
use super::rules::NoSheet;
use crate::desk::DRAW;
use crate::desk::here::Here;

pub fn routes() -> Router<House> {
    Router::new().route("/s/{slug}/desk/tickets/pads", get(show).post(enter))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    on: String,
}

fn day(here: &Here, asked: &str) -> Date {
    asked.trim().parse().unwrap_or_else(|_| crate::answers::wall(&here.desk.station, here.now()).date())
}

async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&here, day(&here, &asked.on), (&[], &[])).await
}

async fn page(here: &Here, on: Date, (kept, wrong): (&[Entered], &[Wrong])) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let lately = here.house.db.snapshot(move |c| answers::lately(c, &station, now)).await?;
    let fresh = || here.fresh_once();
    let typed = Typed { on, kept, wrong, fresh: &fresh };
    let status = match (wrong.is_empty(), wrong.iter().any(|w| w.said.is_some())) {
        (true, _) => StatusCode::OK,
        (false, true) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = here.page(DRAW, &here.v.t("pads-title")).back(here.v.t(DRAW), here.ctx().path("/tickets/new"));
    Ok(page.status(status).body(pages::body(here.ctx(), &typed, &lately)).into_response())
}

/// Row by row, each a change of its own: one that does not work keeps none of the others from being kept.
async fn enter(here: Here, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = PadForm::of(pairs);
    let on = day(&here, &form.on);
    let (mut kept, mut wrong) = (vec![], vec![]);
    // A sheet that was typed in before is in.
    for row in form.rows.into_iter().filter(|row| row.way != SAME) {
        match one(&here, on, row).await {
            Ok(entered) => kept.push(entered),
            Err(not) => wrong.push(*not),
        }
    }
    let path = here.ctx().path(&format!("/tickets/pads?on={on}"));
    page(&here.read_at(path), on, (&kept, &wrong)).await
}

async fn one(here: &Here, on: Date, row: Row) -> Result<Entered, Box<Wrong>> {
    let entry = match row.read(on, &here.desk.station.zone) {
        Ok(entry) => entry,
        Err(problems) => return Err(Box::new(Wrong { row, problems, said: None, clash: false })),
    };
    let once = here.once(&row.once, &keyed(&here.house, &entry));
    let not = match acts::enter(&here.house, &here.desk.station, entry, here.staff(), once).await {
        Ok(entered) => return Ok(entered),
        Err(not) => not,
    };
    let (said, clash, again) = match not {
        Not::Refused(no) => (no.say(&here.v).what, matches!(no, NoSheet::Entered { .. }), true),
        // What was typed stays whatever has happened; sent once more with its key, it is typed in at most once.
        Not::Fault(Fault::KeyReused) => (here.v.t("pads-row-kept-before"), false, true),
        Not::Fault(fault) => {
            tracing::error!(%fault, "a sheet of the pad was not kept");
            (here.v.t("pads-row-fault"), false, false)
        }
    };
    let once = if again { here.fresh_once() } else { row.once.clone() };
    let way = if clash { row.way.clone() } else { String::new() };
    Err(Box::new(Wrong { row: Row { once, way, ..row }, problems: Problems::default(), said: Some(said), clash }))
}
