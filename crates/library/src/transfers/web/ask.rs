//! Another station's titles, and asking for one.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::query_value;
use kernel::refusal::Not;
use stations::{Here, Station};

use super::{frame, other};
use crate::TitleId;
use crate::frame::TAB;
use crate::transfers::answers::{self, Other};
use crate::transfers::asked::{Chosen, TransferForm};
use crate::transfers::pages::{self, AskPage};
use crate::transfers::{acts, says};

pub async fn show(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    match other(&here, &chosen.from).await? {
        Some(from) => theirs(&here, &from, (&chosen.q, &Problems::default())).await,
        None => which(&here, &chosen.from).await,
    }
}

/// Which station. One that was typed and is not there is said.
async fn which(here: &Here, typed: &str) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let near = here.house.db.snapshot(move |c: &mut Conn| answers::near(c, &station)).await?;
    let mut problems = Problems::default();
    if !typed.trim().is_empty() {
        problems.add("from", "transfers-no-such-station");
    }
    let shell = here.page(TAB, &here.v.t("transfers-ask-title"));
    let shell = shell.back(here.v.t("transfers-title"), says::top(&here.desk.station)).status(problems.status());
    Ok(shell.body(pages::stations(frame(here), &near, (typed, &problems))).into_response())
}

async fn theirs(here: &Here, from: &Station, (typed, problems): (&str, &Problems)) -> Result<Response, Fault> {
    let (id, words) = (from.id, typed.to_owned());
    let found = here.house.db.snapshot(move |c: &mut Conn| answers::offered(c, id, &words)).await?;
    let from = Other::of(from.clone());
    let page = AskPage { from: &from, typed, found: &found, problems, once: &here.fresh_once() };
    let name = says::name(&here.v, &from).to_owned();
    let shell = here.page(TAB, &here.v.ta("transfers-theirs", &[("station", name.into())]));
    let new = format!("{}/new", says::top(&here.desk.station));
    let shell = shell.back(here.v.t("transfers-ask-title"), new).status(problems.status());
    Ok(shell.body(pages::ask(frame(here), &page)).into_response())
}

pub async fn ask(here: Here, Form(form): Form<TransferForm>) -> Result<Response, Fault> {
    let from = other(&here, &form.from).await?.ok_or(Fault::NotFound)?;
    let title: TitleId = form.title.parse().map_err(|_| Fault::NotFound)?;
    let once = here.once(&form.once, &("ask", from.id, title));
    match acts::ask(&here.house, &here.desk.station, (from.id, title), (here.staff(), once)).await {
        Ok(id) => Ok(Redirect::to(&format!("{}?done=1", says::path(&here.desk.station, id))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(frame(&here), &no));
            let path = format!("{}/new?from={}", says::top(&here.desk.station), query_value(&from.slug));
            theirs(&here.read_at(path), &from, ("", &problems)).await
        }
    }
}
