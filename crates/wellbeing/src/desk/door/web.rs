//! The addresses of the door at the desk.
use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _, Said};
use serde::Deserialize;
use stations::{Here, HereAsManager};

use super::pages::{self, DeskPage, Frame};
use super::{TAB, by, pressed, read, top};
use crate::door;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/door", get(show).post(say))
        .route("/s/{slug}/desk/door/taking-back", post(take_back).get(nothing_here))
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    kept: String,
}

/// One of the buttons.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SignForm {
    once: String,
    sign: String,
}

async fn show(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let done = match chosen.kept.as_str() {
        "" => None,
        "taken-back" => Some("door-say-kept-back"),
        _ => Some("door-say-kept"),
    };
    page(&here, (done, None)).await
}

async fn page(
    here: &Here,
    (done, refused): (Option<&'static str>, Option<&(Said, StatusCode)>),
) -> Result<Response, Fault> {
    let (desk, once) = (read(here).await?, here.fresh_once());
    let shown = DeskPage { desk: &desk, done, refused: refused.map(|(said, _)| said), once: &once };
    let body = pages::door(Frame { v: &here.v, station: &here.desk.station }, &shown);
    let page = here.page(TAB.key, &here.v.t("door-say-title"));
    let status = refused.map_or(StatusCode::OK, |(_, status)| *status);
    Ok(here.renewed(page, status).body(body).into_response())
}

async fn say(here: Here, Form(form): Form<SignForm>) -> Result<Response, Fault> {
    let sign = pressed(&form.sign).ok_or(Fault::NotFound)?;
    door::say(&here.house, &here.desk.station, sign, by(&here, &form.once, &("say", sign))).await?;
    Ok(Redirect::to(&format!("{}?kept=said", top(&here.desk.station))).into_response())
}

async fn take_back(HereAsManager(here): HereAsManager, Form(form): Form<SignForm>) -> Result<Response, Fault> {
    match door::take_back(&here.house, &here.desk.station, by(&here, &form.once, &"take back")).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?kept=taken-back", top(&here.desk.station))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let path = top(&here.desk.station);
            let here = here.read_at(path);
            let refused = (no.say(&here.v), no.status());
            page(&here, (None, Some(&refused))).await
        }
    }
}

/// Whoever comes back to the form's address is led to the page.
async fn nothing_here(here: Here) -> Redirect {
    Redirect::to(&top(&here.desk.station))
}
