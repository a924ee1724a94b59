//! The line at the desk, and what a closure has done.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;

use crate::acts::{self, Booker};
use crate::desk::here::{Here, Manager, Named};
use crate::desk::{OPENINGS, seen};
use crate::public::forms::{instant, written};
use crate::waiting::forms::WaitForm;
use crate::waiting::pages::{self, Line};
use crate::waiting::parts::LINE;
use crate::waiting::{line, parts};
use crate::{ReservationId, WaitId};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: Option<String>,
    did: Option<String>,
    #[serde(flatten)]
    form: WaitForm,
}

impl Asked {
    fn day(&self, here: &Here) -> Date {
        seen::day_asked(self.on.as_deref(), &here.desk.station, here.now())
    }
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let form = WaitForm { once: here.fresh_once(), ..asked.form.clone() };
    page(&here, (asked.day(&here), asked.did.as_deref()), (&form, &Problems::default(), StatusCode::OK)).await
}

async fn page(
    here: &Here,
    (on, did): (Date, Option<&str>),
    (form, problems, status): (&WaitForm, &Problems, StatusCode),
) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| parts::line_of(c, &house, &station, on, now);
    let (waits, kept, offerings) = here.house.db.snapshot(read).await?;
    let page = here.page(LINE, &here.v.t("waiting-desk-title")).status(status);
    let line = Line { on, waits: &waits, kept: &kept, offerings: &offerings, form, problems, did };
    Ok(page.body(pages::desk_line(here.ctx(), &line)).into_response())
}

fn back(here: &Here, on: Date, did: &str) -> Response {
    Redirect::to(&here.ctx().path(&format!("/waits?on={on}&did={did}"))).into_response()
}

pub async fn stand(here: Here, Form(asked): Form<Asked>) -> Result<Response, Fault> {
    let on = asked.day(&here);
    let here = here.clone().read_at(here.ctx().path(&format!("/waits?on={on}")));
    let typed = asked.form;
    let wished = dated(&typed, on, &here).read(&here.desk.station.zone);
    let whom = typed.whom();
    let (wished, (name, phone)) = match (wished, whom) {
        (Ok(wished), Ok(whom)) => (wished, whom),
        (Err(problems), _) | (_, Err(problems)) => {
            return page(&here, (on, None), (&typed, &problems, StatusCode::UNPROCESSABLE_ENTITY)).await;
        }
    };
    let booker = Booker::Desk { staff: here.staff(), name, phone };
    let by = here.staff().to_string();
    match line::stand(&here.house, &here.desk.station, &wished, booker, (Some(&typed.once), &by)).await {
        Ok(_) => Ok(back(&here, on, "asked")),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(here.said(&refusal));
            let typed = WaitForm { once: here.fresh_once(), ..typed };
            page(&here, (on, None), (&typed, &problems, refusal.status())).await
        }
    }
}

/// A clerk types clock times; the day is the page's.
fn dated(typed: &WaitForm, on: Date, here: &Here) -> WaitForm {
    let zone = &here.desk.station.zone;
    let at = |clock: &str| match clock.trim() {
        "" => String::new(),
        clock => instant(&format!("{on}T{clock}"), zone).map_or_else(|| clock.to_owned(), |at| written(at, zone)),
    };
    WaitForm { from: at(&typed.from), last: at(&typed.last), ..typed.clone() }
}

pub async fn stop(here: Here, At(Named { id }): At<Named<WaitId>>) -> Result<Response, Fault> {
    let (house, station) = (&here.house, &here.desk.station);
    let seen = line::seen(house, station, id, here.actor()).await?;
    let on = here.v.when(&station.zone).date(seen.wait.earliest);
    match acts::stop_waiting(house, station, id, here.actor()).await {
        Ok(_) | Err(Not::Refused(_)) => Ok(back(&here, on, "stopped")),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    answer: String,
}

/// What somebody who was called has said.
pub async fn answer(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Fault> {
    let (house, station) = (&here.house, &here.desk.station);
    let (done, did) = match form.answer.as_str() {
        "acceptance" => (acts::accept_offer(house, station, id, here.actor()).await, "accepted"),
        "refusal" => (acts::decline_offer(house, station, id, here.actor()).await, "refused"),
        _ => return Err(Fault::NotFound),
    };
    let made = line::made(house, station, id).await?;
    let on = here.v.when(&station.zone).date(made.offer.receipt.reservation.span.from);
    match here.or_said(done)? {
        Ok(_) => Ok(back(&here, on, did)),
        Err((refusal, said)) => {
            let here = here.clone().read_at(here.ctx().path(&format!("/waits?on={on}")));
            let problems = Problems::about_the_whole(said);
            let form = WaitForm { once: here.fresh_once(), ..WaitForm::default() };
            page(&here, (on, None), (&form, &problems, refusal.status())).await
        }
    }
}

/// Whom a closure has hit, and what became of them.
pub async fn displaced(Manager(here): Manager, At(Named { id }): At<Named<Id>>) -> Result<Response, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| parts::displaced(c, &house, &station, id, now);
    let all = here.house.db.snapshot(read).await?;
    let page = here.page(OPENINGS, &here.v.t("waiting-desk-displaced-title"));
    let page = page.back(here.v.t(OPENINGS), here.ctx().path("/openings"));
    Ok(page.body(pages::displaced(here.ctx(), &all)).into_response())
}
