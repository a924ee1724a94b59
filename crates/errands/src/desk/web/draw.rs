//! Drawing for somebody.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;

use crate::TicketId;
use crate::answers;
use crate::desk::asked::NewDeskTicket;
use crate::desk::here::Here;
use crate::desk::pages::draw::{self, DrawForm, Page};
use crate::desk::{DRAW, act};
use crate::rules::{MatterId, Priority};
use crate::store;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    drawn: String,
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let form = DrawForm { once: here.fresh_once(), from: "hall".into(), ..DrawForm::default() };
    page(&here, &form, &Problems::default(), asked.drawn.parse().ok()).await
}

async fn page(here: &Here, form: &DrawForm, problems: &Problems, drawn: Option<TicketId>) -> Result<Response, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let board = answers::board(c, &station, now)?;
        let drawn = drawn.map(|id| store::by_id(c, station.id, id)).transpose()?;
        let drawn = drawn.map(|kept| (kept.id, board.number(&kept), board.ahead(&kept)));
        Ok::<_, Fault>((store::matters(c, station.id)?, board.lines, drawn))
    };
    let (matters, lines, drawn) = here.house.db.snapshot(read).await?;
    let page = Page { lines: &lines, matters: &matters, form, problems, drawn };
    let body = draw::body(here.ctx(), &page);
    Ok(here.page(DRAW, &here.v.t("errands-desk-draw-title")).status(problems.status()).body(body).into_response())
}

fn matter(chosen: &str) -> Option<MatterId> {
    chosen.strip_prefix("matter:")?.parse().ok()
}

pub async fn draw(here: Here, Form(form): Form<DrawForm>) -> Result<Response, Fault> {
    let asked = NewDeskTicket {
        matters: [matter(&form.what), matter(&form.also)].into_iter().flatten().collect(),
        line: form.what.strip_prefix("line:").and_then(|id| id.parse().ok()),
        official: None,
        priority: Priority::ALL.into_iter().find(|p| p.name() == form.priority).unwrap_or_default(),
        on_site: form.from != "home",
        name: Some(form.name.clone()),
        phone: Some(form.phone.clone()),
    };
    let path = here.ctx().path("/tickets/new");
    let problems = match asked.checked() {
        Err(problems) => problems,
        Ok(taking) => match here.or_said(act::draw(&here, &taking, &form.once).await)? {
            Ok(drawn) => return Ok(Redirect::to(&format!("{path}?drawn={}", drawn.id)).into_response()),
            Err(said) => Problems::about_the_whole(said),
        },
    };
    let form = DrawForm { once: here.fresh_once(), ..form };
    page(&here.read_at(path), &form, &problems, None).await
}
