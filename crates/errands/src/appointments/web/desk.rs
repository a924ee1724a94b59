//! The list of what is booked, and booking for somebody by name.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Next, Not, Said};
use serde::Deserialize;

use crate::TicketId;
use crate::acts::{Drawn, Holder};
use crate::answers;
use crate::appointments::asked::NewDeskAppointment;
use crate::appointments::pages::desk::{self, BookForm, Page};
use crate::appointments::reads;
use crate::booked::acts;
use crate::booked::rules::No;
use crate::booked::says;
use crate::desk::CALLS;
use crate::desk::here::Here;
use crate::rules::{Matter, Priority, Way};
use crate::store;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    booked: String,
}

pub async fn list(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let list = reads::list(&here.house, &here.desk.station, None, None).await?;
    let done: Option<TicketId> = asked.booked.parse().ok();
    let done = list.all.iter().find(|w| Some(w.kept.id) == done).map(|w| (w.number, w.kept.ticket.order_at));
    let body = desk::list(here.ctx(), &list, done);
    Ok(here.list(CALLS, &here.v.t("booked-desk-title"), StatusCode::OK).body(body).into_response())
}

pub async fn new(here: Here, Query(asked): Query<BookForm>) -> Result<Response, Fault> {
    let form = BookForm { once: here.fresh_once(), ..asked };
    page(&here, &form, &Problems::default()).await
}

async fn page(here: &Here, form: &BookForm, problems: &Problems) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let read = move |c: &mut Conn| Ok::<_, Fault>((store::lines(c, station.id)?, answers::matters(c, &station)?));
    let (lines, matters) = here.house.db.snapshot(read).await?;
    let chosen = matters.iter().any(|m| m.draft.slug == form.matter);
    let cal = match chosen {
        true => {
            Some(reads::calendar(&here.house, &here.desk.station, &form.matter, (form.on.parse().ok(), None)).await?)
        }
        false => None,
    };
    let page = Page { lines: &lines, matters: &matters, cal: cal.as_ref(), form, problems };
    let body = desk::new(here.ctx(), &page);
    let back = (here.v.t("booked-desk-title"), here.ctx().path("/appointments"));
    let page = here.page(CALLS, &here.v.t("booked-desk-new")).back(back.0, back.1);
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn book(here: Here, Form(form): Form<BookForm>) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let matters: Vec<Matter> = here.house.db.read(move |c: &mut Conn| answers::matters(c, &station)).await?;
    let chosen = matters.iter().find(|m| m.draft.slug == form.matter);
    let asked = NewDeskAppointment {
        matters: chosen.map(|m| m.id).into_iter().collect(),
        from: form.from.clone(),
        official: None,
        priority: Priority::ALL.into_iter().find(|p| p.name() == form.priority).unwrap_or_default(),
        name: Some(form.name.clone()),
        phone: Some(form.phone.clone()),
    };
    let problems = match booked(&here, &asked, &form.once).await? {
        Ok(id) => {
            let to = here.ctx().path(&format!("/appointments?booked={id}"));
            return Ok(Redirect::to(&to).into_response());
        }
        Err(problems) => problems,
    };
    let path = here.ctx().path("/appointments/new");
    let form = BookForm { once: here.fresh_once(), ..form };
    page(&here.read_at(path), &form, &problems).await
}

/// Books, as the page and the API do. Of a name or a number only a keyed hash says whether a request is the same.
pub async fn book_for(
    here: &Here,
    asked: &NewDeskAppointment,
    (wish, holder): (acts::Wish, Holder),
    key: &str,
) -> Result<Drawn, Not<No>> {
    let once = here.once(key, &(&wish, here.hashed(asked.name.as_deref()), here.hashed(asked.phone.as_deref())));
    acts::book(&here.house, &here.desk.station, wish, (holder, Way::Desk, None), once).await
}

/// Books, or says what is wrong: with the form, or with the time, and then what works.
async fn booked(here: &Here, asked: &NewDeskAppointment, key: &str) -> Result<Result<TicketId, Problems>, Fault> {
    let (wish, holder) = match asked.checked(&here.desk.station, here.staff()) {
        Ok(read) => read,
        Err(problems) => return Ok(Err(problems)),
    };
    match book_for(here, asked, (wish.clone(), holder), key).await {
        Ok(drawn) => Ok(Ok(drawn.id)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => Ok(Err(Problems::about_the_whole(said(here, &wish, &no).await?))),
    }
}

/// The reason, and the days with the nearest times that are free.
pub async fn said(here: &Here, wish: &acts::Wish, no: &No) -> Result<Said, Fault> {
    let station = &here.desk.station;
    let mut said = says::said(&here.v, &station.zone, no);
    let (at, first) = (station.clone(), wish.matters.first().copied());
    let all = here.house.db.read(move |c: &mut Conn| answers::matters(c, &at)).await?;
    let Some(matter) = all.iter().find(|m| Some(m.id) == first) else { return Ok(said) };
    let slug = kernel::page::query_value(&matter.draft.slug);
    for slot in reads::instead(&here.house, station, (matter, wish.from)).await? {
        let on = stations::wall(slot.span.from, &station.zone).date();
        let label = crate::says::at(&here.v.when(&station.zone), slot.span.from);
        let href = here.ctx().path(&format!("/appointments/new?matter={slug}&on={on}"));
        said.next.push(Next { label, href });
    }
    Ok(said)
}
