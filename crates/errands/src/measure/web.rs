//! The page for everybody, the same at the desk with the call-backs that wait, and the file.
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::{Dock, HtmlPage, Page, Row, rows};
use kernel::view::View;
use maud::html;
use serde::Deserialize;
use stations::{At, AtDeskAsManager, DeskPage, Station};

use super::answers::{self, Measured};
use super::rules::Period;
use super::{TAB, asked, file, pages};
use crate::answers::wall;
use crate::ratings;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/measure", get(public))
        .route("/s/{slug}/measure.csv", get(csv))
        .route("/s/{slug}/desk/measure", get(desk))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    month: String,
}

async fn read(house: &House, station: &Arc<Station>, asked: &Asked) -> Result<(Measured, Vec<Period>), Fault> {
    let (station, now) = (station.clone(), house.now());
    let period = asked::month(&asked.month, wall(&station, now).date());
    let read =
        move |c: &mut Conn| Ok((answers::measured(c, &station, period, now)?, answers::months(c, &station, now)?));
    house.db.snapshot(read).await
}

async fn public(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Query(asked): Query<Asked>,
) -> Result<HtmlPage, Fault> {
    let (measured, months) = read(&house, &station, &asked).await?;
    let shown = pages::Page { measured: &measured, months: &months, path: "/measure" };
    let page = Page::new(&v, v.t("measure-title")).place(station.place(&v)).describe(&v.t("measure-describe"));
    let page = page.back(v.t("public-title"), station.path("/errands")).dock(Dock::Elsewhere);
    Ok(page.body(pages::body(&v, &station, &shown)))
}

async fn desk(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(asked): Query<Asked>,
) -> Result<HtmlPage, Fault> {
    let (measured, months) = read(&house, &desk.station, &asked).await?;
    let (h, station, now) = (house.clone(), desk.station.clone(), house.now());
    let open = house.db.snapshot(move |c: &mut Conn| ratings::answers::call_backs(c, &h, &station, now)).await?;
    let (kind, words) = ratings::pages::open_line(&v, &open);
    let call_backs = Row::new(v.t("ratings-desk-title")).icon("phone").status(kind, &words);
    let call_backs = call_backs.leads_to(desk.station.path("/desk/call-backs"));
    let shown = pages::Page { measured: &measured, months: &months, path: "/desk/measure" };
    let page = DeskPage::new(&v, &desk, TAB, v.t("measure-title"));
    Ok(page.body(html! { (rows([call_backs])) (pages::body(&v, &desk.station, &shown)) }))
}

async fn csv(State(house): State<House>, At { station }: At, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (measured, _) = read(&house, &station, &asked).await?;
    let name = format!("attachment; filename=\"errands-{}-{}.csv\"", station.slug, measured.period.name());
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, file::csv(&station, &measured)?).into_response())
}
