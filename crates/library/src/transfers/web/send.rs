//! Sending what nobody has asked for.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use stations::Here;

use super::{frame, other};
use crate::frame::TAB;
use crate::transfers::acts::{self, Sending};
use crate::transfers::asked::{Chosen, TransferForm};
use crate::transfers::pages::{self, SendPage};
use crate::transfers::{answers, says};

pub async fn show(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&here, (&chosen.barcode, ""), &Problems::default()).await
}

async fn page(here: &Here, (barcode, to): (&str, &str), problems: &Problems) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let near = here.house.db.snapshot(move |c: &mut Conn| answers::near(c, &station)).await?;
    let shown = SendPage { near: &near, barcode, to, problems, once: &here.fresh_once() };
    let shell = here.page(TAB, &here.v.t("transfers-send-title"));
    let shell = shell.back(here.v.t("transfers-title"), says::top(&here.desk.station)).status(problems.status());
    Ok(shell.body(pages::send(frame(here), &shown)).into_response())
}

pub async fn send(here: Here, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let (station, typed) = (here.desk.station.id, form.barcode.clone());
    let copy = here.house.db.read(move |c: &mut Conn| answers::own_copy(c, station, &typed)).await?;
    let copy = problems.take("barcode", copy.ok_or(()), "transfers-not-ours");
    let to = other(&here, form.other()).await?;
    let field = if form.slug.trim().is_empty() { "to" } else { "slug" };
    let to = problems.take(field, to.ok_or(()), "transfers-no-such-station");
    let typed = (form.barcode.as_str(), form.other());
    let path = format!("{}/send", says::top(&here.desk.station));
    let here = here.read_at(path);
    let (copy, to) = match problems.or_else_all(copy.zip(to)) {
        Ok(both) => both,
        Err(problems) => return page(&here, typed, &problems).await,
    };
    let once = here.once(&form.once, &("send", copy.0.id, to.id));
    let sending = Sending::Unasked(to.id, copy.0.id);
    match acts::send(&here.house, &here.desk.station, sending, (here.staff(), once)).await {
        Ok(id) => Ok(Redirect::to(&format!("{}?done=1", says::path(&here.desk.station, id))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(frame(&here), &no));
            page(&here, typed, &problems).await
        }
    }
}
