//! What goes and comes; what has arrived is scanned.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use stations::Here;

use super::frame;
use crate::frame::TAB;
use crate::transfers::asked::{Chosen, TransferForm};
use crate::transfers::pages::{self, ListPage};
use crate::transfers::{answers, says};

pub async fn show(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&here, ("", &Problems::default()), !chosen.done.is_empty()).await
}

async fn page(here: &Here, (barcode, problems): (&str, &Problems), done: bool) -> Result<Response, Fault> {
    let station = here.desk.station.id;
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::overview(c, station)).await?;
    let shell = here.page(TAB, &here.v.t("transfers-title"));
    let shell = shell.back(here.v.t(TAB), here.desk.station.path("/desk/library"));
    let body = pages::list(frame(here), &ListPage { all: &all, barcode, problems, done });
    Ok(here.renewed(shell, problems.status()).body(body).into_response())
}

/// The label that it came with leads to it.
pub async fn scan(here: Here, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let (station, typed) = (here.desk.station.id, form.barcode.clone());
    let found = here.house.db.read(move |c: &mut Conn| answers::coming_as(c, station, &typed)).await?;
    let mut problems = Problems::default();
    match found.as_slice() {
        [one] => return Ok(Redirect::to(&says::path(&here.desk.station, *one)).into_response()),
        [] => problems.add("barcode", "transfers-not-coming"),
        _ => problems.add("barcode", "transfers-several-coming"),
    }
    let top = says::top(&here.desk.station);
    page(&here.read_at(top), (&form.barcode, &problems), false).await
}
