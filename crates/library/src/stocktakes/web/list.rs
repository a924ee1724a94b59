//! Which walks run, and a new one.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use stations::Here;

use super::frame;
use crate::frame::TAB;
use crate::stocktakes::asked::{Chosen, WalkForm};
use crate::stocktakes::pages::{self, ListPage};
use crate::stocktakes::{acts, answers, says};

pub async fn show(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&here, (&chosen.shelf, &Problems::default()), !chosen.done.is_empty()).await
}

async fn page(here: &Here, (shelf, problems): (&str, &Problems), done: bool) -> Result<Response, Fault> {
    let station = here.desk.station.clone();
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::overview(c, &station)).await?;
    let shown = ListPage { all: &all, shelf, problems, once: &here.fresh_once(), done };
    let shell = here.page(TAB, &here.v.t("stocktakes-title"));
    let shell = shell.back(here.v.t(TAB), here.desk.station.path("/desk/library"));
    Ok(shell.status(problems.status()).body(pages::list(frame(here), &shown)).into_response())
}

pub async fn begin(here: Here, Form(form): Form<WalkForm>) -> Result<Response, Fault> {
    let station = here.desk.station.id;
    let shelves = here.house.db.read(move |c: &mut Conn| crate::catalogue::answers::shelves(c, station)).await?;
    let top = says::top(&here.desk.station);
    let new = form.new_stocktake();
    let shelf = match new.checked(&shelves) {
        Ok(shelf) => shelf,
        Err(problems) => return page(&here.read_at(top), (&form.shelf, &problems), false).await,
    };
    let once = here.once(&form.once, &("begin", &new));
    match acts::begin(&here.house, &here.desk.station, shelf, (here.staff(), once)).await {
        Ok(id) => Ok(Redirect::to(&says::path(&here.desk.station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(&here.v, &here.desk.station, &no));
            page(&here.read_at(top), (&form.shelf, &problems), false).await
        }
    }
}
