//! Lines, desks, the end of the day: managers only.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use crate::acts;
use crate::answers::{self, Board};
use crate::desk::asked::{MOST_IN_A_REASON, line};
use crate::desk::here::{Here, Manager, Named};
use crate::desk::pages::lines::{self, Page};
use crate::desk::{LINES, act};
use crate::rules::{DeskId, LineId};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
    closed: String,
}

async fn board(here: &Here) -> Result<Board, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    here.house.db.snapshot(move |c: &mut Conn| answers::board(c, &station, now)).await
}

pub async fn show(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(&here, &asked, &Problems::default()).await
}

async fn page(here: &Here, asked: &Asked, problems: &Problems) -> Result<Response, Fault> {
    let board = board(here).await?;
    let page = Page { board: &board, kept: asked.kept.parse().ok(), closed: asked.closed.parse().ok(), problems };
    let body = lines::body(here.ctx(), &page);
    Ok(here.page(LINES, &here.v.t("errands-desk-lines-title")).status(problems.status()).body(body).into_response())
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<DeskId>>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let chosen = |(name, value): &(String, String)| (name == "line").then(|| value.parse().ok()).flatten();
    let lines: Vec<LineId> = form.iter().filter_map(chosen).collect();
    let done = acts::edit_desk(&here.house, &here.desk.station, (id, lines), here.staff()).await;
    let path = here.ctx().path("/lines");
    match here.or_problems(done)? {
        Ok(()) => Ok(Redirect::to(&format!("{path}?kept={id}")).into_response()),
        Err(problems) => page(&here.read_at(path), &Asked::default(), &problems).await,
    }
}

pub async fn closing(Manager(here): Manager) -> Result<Response, Fault> {
    closing_page(&here, "", &Problems::default()).await
}

async fn closing_page(here: &Here, reason: &str, problems: &Problems) -> Result<Response, Fault> {
    let (board, once) = (board(here).await?, here.fresh_once());
    let body = lines::closing(here.ctx(), &board, (&once, reason), problems);
    let page =
        here.page(LINES, &here.v.t("errands-desk-closing-title")).back(here.v.t(LINES), here.ctx().path("/lines"));
    Ok(page.status(problems.status()).body(body).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Closing {
    once: String,
    reason: String,
}

pub async fn close(Manager(here): Manager, Form(form): Form<Closing>) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &form.reason, MOST_IN_A_REASON);
    if reason.is_empty() {
        problems.add("reason", "errands-no-no-reason");
    }
    if problems.none() {
        match here.or_said(act::close_day(&here, &reason, &form.once).await)? {
            Ok(n) => return Ok(Redirect::to(&here.ctx().path(&format!("/lines?closed={n}"))).into_response()),
            Err(said) => problems = Problems::about_the_whole(said),
        }
    }
    let path = here.ctx().path("/lines/closing");
    closing_page(&here.read_at(path), &form.reason, &problems).await
}
