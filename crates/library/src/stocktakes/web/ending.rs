//! A walk is looked at as a whole, and ends; or it is given up.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Not;
use stations::{Here, Named};

use super::frame;
use crate::StocktakeId;
use crate::frame::TAB;
use crate::stocktakes::asked::WalkForm;
use crate::stocktakes::rules::NoStocktake;
use crate::stocktakes::{acts, answers, pages, says};

type Id = Values<Named<StocktakeId>>;

async fn page(here: &Here, id: StocktakeId, problems: &Problems) -> Result<Response, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let read = move |c: &mut Conn| answers::ending(c, &house, &station, id);
    let (walk, ending) = here.house.db.snapshot(read).await?;
    let path = says::path(&here.desk.station, id);
    if walk.walk.stocktake.ended_at.is_some() {
        return Ok(Redirect::to(&path).into_response());
    }
    let shell = here.page(TAB, &here.v.t("stocktakes-end-title"));
    let shell = shell.back(says::along(&here.v, walk.walk.shelf.as_ref()), path);
    let body = pages::ending(frame(here), &walk, &ending, (problems, &here.fresh_once()));
    Ok(shell.status(problems.status()).body(body).into_response())
}

pub async fn show(here: Here, Values(Named { id }): Id) -> Result<Response, Fault> {
    page(&here, id, &Problems::default()).await
}

pub async fn end(here: Here, Values(Named { id }): Id, Form(form): Form<WalkForm>) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("end", id, &form.read));
    let done = acts::end(&here.house, &here.desk.station, (id, form.read), (here.staff(), once)).await;
    let path = format!("{}?done=1", says::path(&here.desk.station, id));
    after(here, id, (path, done.map(|_| ()))).await
}

pub async fn give_up(here: Here, Values(Named { id }): Id, Form(form): Form<WalkForm>) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("give-up", id));
    let done = acts::give_up(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    let path = format!("{}?done=1", says::top(&here.desk.station));
    after(here, id, (path, done)).await
}

/// Where a change leads, or the page of the ending once more with why there was none.
async fn after(
    here: Here,
    id: StocktakeId,
    (leads, done): (String, Result<(), Not<NoStocktake>>),
) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&leads).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(&here.v, &here.desk.station, &no));
            let path = format!("{}/end", says::path(&here.desk.station, id));
            page(&here.read_at(path), id, &problems).await
        }
    }
}
