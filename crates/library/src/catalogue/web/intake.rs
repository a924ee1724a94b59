//! A book comes in.
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::upload::Upload;
use stations::Here;

use super::common::{cover, frame, problems, top};
use crate::TitleId;
use crate::catalogue::asked::NewLibraryTitle;
use crate::catalogue::forms::{Chosen, CopiesForm, TitleForm};
use crate::catalogue::reads::{self, Known};
use crate::catalogue::rules::{Of, isbn};
use crate::catalogue::{acts, answers, assets, pages};
use crate::frame::TAB;
use crate::rules::{Shelf, Title};

fn shell(here: &Here, problems: &Problems, body: maud::Markup) -> Response {
    let page = here.page(TAB, &here.v.t("catalogue-new-title")).back(here.v.t("catalogue-titles"), top(here));
    page.status(problems.status()).script(assets::script()).body(body).into_response()
}

/// The first step, after another book or not.
async fn ask(here: &Here, chosen: &Chosen, (shelves, problems): (&[Shelf], &Problems)) -> Result<Response, Fault> {
    let done = match chosen.done.parse::<TitleId>() {
        Ok(id) => {
            let station = here.desk.station.id;
            here.house.db.read(move |c: &mut Conn| answers::titles(c, station, &[id])).await?.pop()
        }
        Err(_) => None,
    };
    let step = pages::Step { typed: &chosen.isbn, problems, done: done.as_ref(), shelf: !shelves.is_empty() };
    Ok(shell(here, problems, pages::ask_isbn(frame(here), &step)))
}

struct Found<'a> {
    form: &'a TitleForm,
    found: Option<(&'static str, Option<&'static str>)>,
    there: Option<&'a Title>,
}

fn second(here: &Here, found: &Found<'_>, (shelves, problems): (&[Shelf], &Problems)) -> Response {
    let Found { form, found, there } = *found;
    let page = pages::Intake { form, problems, shelves, found, there };
    shell(here, problems, pages::intake(frame(here), &page))
}

pub async fn new(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let (shelves, fine) = (reads::shelves(&here).await?, Problems::default());
    if shelves.is_empty() || chosen.isbn.trim().is_empty() && chosen.plain.is_empty() {
        return ask(&here, &chosen, (&shelves, &fine)).await;
    }
    let once = here.fresh_once();
    let number = match isbn::read(&chosen.isbn) {
        _ if chosen.isbn.trim().is_empty() => {
            let form = TitleForm::fresh(once, "", &shelves);
            return Ok(second(&here, &Found { form: &form, found: None, there: None }, (&shelves, &fine)));
        }
        Ok(number) => number,
        Err(_) => {
            let typed = NewLibraryTitle { isbn: Some(chosen.isbn.clone()), title: "-".into(), ..Default::default() };
            let wrong = typed.checked().err().unwrap_or_default();
            return ask(&here, &chosen, (&shelves, &wrong)).await;
        }
    };
    let known = reads::known(&here, &number).await?;
    let (form, found) = match &known {
        Known::Here(title) => (
            TitleForm { shelf: first(&shelves), count: "1".into(), ..TitleForm::of(once, title) },
            ("catalogue-known-here", Some("catalogue-known-here-how")),
        ),
        Known::Pack(new) => (TitleForm::known(once, new, &shelves), ("catalogue-known-pack", None)),
        Known::Nowhere => (
            TitleForm::fresh(once, number.as_str(), &shelves),
            ("catalogue-known-nowhere", Some("catalogue-known-nowhere-how")),
        ),
    };
    let there = if let Known::Here(title) = &known { Some(title) } else { None };
    Ok(second(&here, &Found { form: &form, found: Some(found), there }, (&shelves, &fine)))
}

fn first(shelves: &[Shelf]) -> String {
    CopiesForm::fresh(String::new(), shelves).shelf
}

pub async fn take_in(here: Here, upload: Upload<TitleForm>) -> Result<Response, Fault> {
    let (form, shelves) = (upload.form, reads::shelves(&here).await?);
    let mut wrong = Problems::default();
    let photo = cover(&here, upload.files, &mut wrong).await?;
    let checked = match form.take_in(&shelves) {
        Ok(read) => wrong.or_else_all(Some(read)),
        Err(problems) => Err(problems),
    };
    let wrong = match checked {
        Err(problems) => problems,
        Ok((title, copies)) => {
            let size = photo.as_ref().map_or(0, |photo| photo.bytes.len());
            let once = here.once(&form.once, &("take-in", &title, &copies, size));
            let (station, of) = (&here.desk.station, Of::New(title));
            match acts::take_in(&here.house, station, of, copies, photo, (&here.desk.staff, once)).await {
                Ok(taken) => {
                    let next = format!("{}/new?done={}", top(&here), taken.title);
                    return Ok(Redirect::to(&next).into_response());
                }
                Err(not) => problems(&here, not)?,
            }
        }
    };
    let here = here.clone().read_at(format!("{}/new", top(&here)));
    Ok(second(&here, &Found { form: &form, found: None, there: None }, (&shelves, &wrong)))
}
