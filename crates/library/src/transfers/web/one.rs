//! One transfer: what is done about it, by whoever has the copy and by whoever gets it.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use stations::{Here, Named};

use super::frame;
use crate::frame::TAB;
use crate::transfers::acts::{self, Sending};
use crate::transfers::answers::{self, One};
use crate::transfers::asked::{Chosen, TransferArrival, TransferForm, TransferRefusal};
use crate::transfers::pages::{self, OnePage};
use crate::transfers::rules::NoTransfer;
use crate::transfers::says;
use crate::{CopyId, TransferId};

type Id = Values<Named<TransferId>>;

async fn read(here: &Here, id: TransferId) -> Result<One, Fault> {
    let station = here.desk.station.id;
    here.house.db.snapshot(move |c: &mut Conn| answers::one(c, station, id)).await
}

async fn page(
    here: &Here,
    id: TransferId,
    (why, problems): (&str, &Problems),
    (done, fresh): (bool, Option<CopyId>),
) -> Result<Response, Fault> {
    let one = read(here, id).await?;
    let shown = OnePage { one: &one, why, problems, once: &here.fresh_once(), done, fresh };
    let shell = here.page(TAB, &one.seen.title.title);
    let shell = shell.back(here.v.t("transfers-title"), says::top(&here.desk.station)).status(problems.status());
    Ok(shell.body(pages::one(frame(here), &shown)).into_response())
}

pub async fn show(here: Here, Values(Named { id }): Id, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let done = (!chosen.done.is_empty(), chosen.copy.parse().ok());
    page(&here, id, ("", &Problems::default()), done).await
}

/// Its page once more: with what was done, or with why nothing was.
async fn after(here: Here, id: TransferId, why: &str, done: Result<(), Not<NoTransfer>>) -> Result<Response, Fault> {
    let path = says::path(&here.desk.station, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(frame(&here), &no));
            page(&here.read_at(path), id, (why, &problems), (false, None)).await
        }
    }
}

pub async fn send(here: Here, Values(Named { id }): Id, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let copy: CopyId = form.copy.parse().map_err(|_| Fault::NotFound)?;
    let once = here.once(&form.once, &("send", id, copy));
    let sending = Sending::Asked(id, copy);
    let done = acts::send(&here.house, &here.desk.station, sending, (here.staff(), once)).await;
    after(here, id, "", done.map(|_| ())).await
}

pub async fn decline(here: Here, Values(Named { id }): Id, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    match (TransferRefusal { why: form.why.clone() }).checked() {
        Err(problems) => {
            let path = says::path(&here.desk.station, id);
            page(&here.read_at(path), id, (&form.why, &problems), (false, None)).await
        }
        Ok(why) => {
            let once = here.once(&form.once, &("decline", id, &why));
            let done = acts::decline(&here.house, &here.desk.station, (id, why), (here.staff(), once)).await;
            after(here, id, &form.why, done).await
        }
    }
}

pub async fn call_back(
    here: Here,
    Values(Named { id }): Id,
    Form(form): Form<TransferForm>,
) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("call-back", id));
    let done = acts::call_back(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    after(here, id, "", done).await
}

pub async fn withdraw(here: Here, Values(Named { id }): Id, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("withdraw", id));
    let done = acts::withdraw(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    after(here, id, "", done).await
}

pub async fn arrive(here: Here, Values(Named { id }): Id, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let shelves = read(&here, id).await?.shelves;
    match (TransferArrival { shelf: form.shelf.clone() }).checked(&shelves) {
        Err(problems) => {
            let path = says::path(&here.desk.station, id);
            page(&here.read_at(path), id, ("", &problems), (false, None)).await
        }
        Ok(shelf) => {
            let once = here.once(&form.once, &("arrive", id, shelf));
            let done = acts::arrive(&here.house, &here.desk.station, (id, shelf), (here.staff(), once)).await;
            match done {
                Ok(arrived) => {
                    let path = says::path(&here.desk.station, id);
                    Ok(Redirect::to(&format!("{path}?done=1&copy={}", arrived.copy)).into_response())
                }
                Err(not) => after(here, id, "", Err(not)).await,
            }
        }
    }
}
