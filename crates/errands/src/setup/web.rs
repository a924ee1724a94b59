//! The desk's addresses of lines, desks, the kiosk and what is retired: managers only.
use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _, Said};
use serde::Deserialize;

use super::acts;
use super::asked::{DeskEdit, LineEdit, NewDesk, NewLine};
use super::pages::{self, DeskForm, LineForm};
use super::rules::What;
use crate::acts::seen;
use crate::desk::LINES;
use crate::desk::here::{Here, Manager, Named};
use crate::kiosk;
use crate::rules::{DeskId, Line, LineId, Name};
use crate::store::{self, Desk};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/lines/new", get(new_line).post(add_line))
        .route("/s/{slug}/desk/lines/{id}", get(show_line).post(keep_line))
        .route("/s/{slug}/desk/lines/desks/new", get(new_desk).post(add_desk))
        .route("/s/{slug}/desk/lines/desks/{id}/note", get(show_desk).post(keep_desk))
        .route("/s/{slug}/desk/lines/retired", get(retired).post(retire))
        .route("/s/{slug}/desk/lines/kiosk", get(show_kiosk).post(set_kiosk))
}

fn page(here: &Here, title: &str, status: StatusCode, body: maud::Markup) -> Response {
    let page = here.page(LINES, title).back(here.v.t(LINES), here.ctx().path("/lines"));
    page.status(status).body(body).into_response()
}

fn kept(here: &Here, what: &str) -> Response {
    Redirect::to(&here.ctx().path(&format!("/lines{what}"))).into_response()
}

async fn lines(here: &Here) -> Result<Vec<Line>, Fault> {
    let at = here.desk.station.id;
    here.house.db.read(move |c| store::lines(c, at)).await
}

fn line_page(here: &Here, of: Option<LineId>, form: &LineForm, problems: &Problems) -> Response {
    let title = here.v.t(if of.is_some() { "setup-line" } else { "setup-new-line" });
    page(here, &title, problems.status(), pages::line(here.ctx(), of, form, problems))
}

async fn new_line(Manager(here): Manager) -> Response {
    line_page(&here, None, &LineForm { once: here.fresh_once(), ..LineForm::default() }, &Problems::default())
}

async fn add_line(Manager(here): Manager, Form(form): Form<LineForm>) -> Result<Response, Fault> {
    let name = Name { zh: form.name_zh.clone(), en: form.name_en.clone() };
    let new = NewLine { slug: form.slug.clone(), letter: form.letter.clone(), name, hours: form.hours.clone() };
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok(line) => {
            let once = here.once(&form.once, &new);
            let done = acts::add_line(&here.house, &here.desk.station, line, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(_) => return Ok(kept(&here, "")),
                Err(problems) => problems,
            }
        }
    };
    let form = LineForm { once: here.fresh_once(), ..form };
    Ok(line_page(&here, None, &form, &problems))
}

async fn show_line(Manager(here): Manager, At(Named { id }): At<Named<LineId>>) -> Result<Response, Fault> {
    let line = lines(&here).await?.into_iter().find(|l| l.id == id).ok_or(Fault::NotFound)?;
    let form = LineForm {
        once: here.fresh_once(),
        seen: seen(&here.house, &line),
        name_zh: line.name.zh,
        name_en: line.name.en,
        hours: line.hours,
        ..LineForm::default()
    };
    Ok(line_page(&here, Some(id), &form, &Problems::default()))
}

async fn keep_line(
    Manager(here): Manager,
    At(Named { id }): At<Named<LineId>>,
    Form(form): Form<LineForm>,
) -> Result<Response, Fault> {
    let name = Name { zh: form.name_zh.clone(), en: form.name_en.clone() };
    let edit = LineEdit { seen: form.seen.clone(), name, hours: form.hours.clone() };
    let problems = match edit.checked() {
        Err(problems) => problems,
        Ok(written) => {
            let seen = (id, edit.seen);
            let done = acts::edit_line(&here.house, &here.desk.station, seen, written, here.staff()).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(kept(&here, "")),
                Err(problems) => problems,
            }
        }
    };
    Ok(line_page(&here, Some(id), &LineForm { once: here.fresh_once(), ..form }, &problems))
}

async fn desk_page(here: &Here, of: Option<DeskId>, form: &DeskForm, problems: &Problems) -> Result<Response, Fault> {
    let title = match of {
        Some(id) => here.v.ta("errands-desk-desk", &[("n", id.into())]),
        None => here.v.t("setup-new-desk"),
    };
    let lines = lines(here).await?;
    Ok(page(here, &title, problems.status(), pages::desk(here.ctx(), of, (form, &lines), problems)))
}

async fn new_desk(Manager(here): Manager) -> Result<Response, Fault> {
    desk_page(&here, None, &DeskForm { once: here.fresh_once(), ..DeskForm::default() }, &Problems::default()).await
}

/// The fields of a form, of which `line` may come several times.
fn typed(pairs: &[(String, String)]) -> DeskForm {
    let text = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    DeskForm {
        once: text("once"),
        seen: text("seen"),
        id: text("id"),
        note_zh: text("note_zh"),
        note_en: text("note_en"),
        lines: pairs.iter().filter(|(n, _)| n == "line").filter_map(|(_, v)| v.parse().ok()).collect(),
    }
}

fn note(form: &DeskForm) -> Name {
    Name { zh: form.note_zh.clone(), en: form.note_en.clone() }
}

async fn add_desk(Manager(here): Manager, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = typed(&pairs);
    // What is no number is no sign.
    let id = form.id.trim().parse().unwrap_or(0);
    let new = NewDesk { id, note: note(&form), lines: form.lines.clone() };
    let problems = match new.checked() {
        Err(problems) => problems,
        Ok(desk) => {
            let once = here.once(&form.once, &new);
            let done = acts::add_desk(&here.house, &here.desk.station, desk, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(id) => return Ok(kept(&here, &format!("?kept={id}"))),
                Err(problems) => problems,
            }
        }
    };
    desk_page(&here, None, &DeskForm { once: here.fresh_once(), ..form }, &problems).await
}

async fn show_desk(Manager(here): Manager, At(Named { id }): At<Named<DeskId>>) -> Result<Response, Fault> {
    let at = here.desk.station.id;
    let Desk { note, .. } = here.house.db.read(move |c| store::desk(c, at, id)).await?;
    let form = DeskForm {
        once: here.fresh_once(),
        seen: seen(&here.house, &note),
        note_zh: note.zh,
        note_en: note.en,
        ..DeskForm::default()
    };
    desk_page(&here, Some(id), &form, &Problems::default()).await
}

async fn keep_desk(
    Manager(here): Manager,
    At(Named { id }): At<Named<DeskId>>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let form = typed(&pairs);
    let edit = DeskEdit { seen: form.seen.clone(), note: note(&form) };
    let problems = match edit.checked() {
        Err(problems) => problems,
        Ok(note) => {
            let seen = (id, edit.seen);
            let done = acts::rename_desk(&here.house, &here.desk.station, seen, note, here.staff()).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(kept(&here, &format!("?kept={id}"))),
                Err(problems) => problems,
            }
        }
    };
    desk_page(&here, Some(id), &DeskForm { once: here.fresh_once(), ..form }, &problems).await
}

async fn retired(Manager(here): Manager) -> Result<Response, Fault> {
    retired_page(&here, None).await
}

async fn retired_page(here: &Here, no: Option<&Said>) -> Result<Response, Fault> {
    let (all, once) = (acts::retired(&here.house, &here.desk.station).await?, here.fresh_once());
    let status = if no.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(page(here, &here.v.t("setup-retired"), status, pages::list(here.ctx(), (&all, &once), no)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pressed {
    what: String,
    id: String,
    /// Bring it back; otherwise retire it.
    back: String,
}

/// Both are done once however often they are asked for: whoever is retired is, and a form needs no key.
async fn retire(Manager(here): Manager, Form(form): Form<Pressed>) -> Result<Response, Fault> {
    let what = What::ALL.into_iter().find(|w| w.name() == form.what).ok_or(Fault::NotFound)?;
    let which = (what, form.id.parse().map_err(|_| Fault::NotFound)?);
    let (house, station, staff) = (&here.house, &here.desk.station, here.staff());
    let done = match form.back.is_empty() {
        true => acts::retire(house, station, which, staff).await,
        false => acts::bring_back(house, station, which, staff).await,
    };
    let path = here.ctx().path("/lines/retired");
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let said = no.say(&here.v);
            retired_page(&here.read_at(path), Some(&said)).await
        }
    }
}

async fn kiosk_page(here: &Here, made: Option<&str>) -> Result<Response, Fault> {
    let at = here.desk.station.id;
    let since = here.house.db.read(move |c| kiosk::since(c, at)).await?;
    let body = pages::kiosk(here.ctx(), since, made)?;
    Ok(page(here, &here.v.t("kiosk-desk"), StatusCode::OK, body))
}

async fn show_kiosk(Manager(here): Manager) -> Result<Response, Fault> {
    kiosk_page(&here, None).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct KioskForm {
    r#do: String,
}

/// A link is told once, so the answer shows it: a second tap makes another one, which takes its place.
async fn set_kiosk(Manager(here): Manager, Form(form): Form<KioskForm>) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let path = here.ctx().path("/lines/kiosk");
    match form.r#do.as_str() {
        "close" => {
            kiosk::acts::close(&here.house, station, here.staff()).await?;
            Ok(Redirect::to(&path).into_response())
        }
        "renew" => {
            let secret = kiosk::acts::renew(&here.house, station, here.staff()).await?;
            let link = format!("{}{}", here.house.settings.public_url, kiosk::link_path(station, &secret));
            kiosk_page(&here.read_at(path), Some(&link)).await
        }
        _ => Err(Fault::NotFound),
    }
}
