//! One walk, scan by scan. A scan that is sent again does nothing more, so the page that it answers with may be renewed.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::query_value;
use kernel::refusal::Not;
use stations::{Here, Named};

use super::frame;
use crate::StocktakeId;
use crate::frame::TAB;
use crate::stocktakes::acts::{self, Scanned};
use crate::stocktakes::answers::{self, Listed};
use crate::stocktakes::asked::{Chosen, WalkForm, shelf_label};
use crate::stocktakes::pages::{self, WalkPage};
use crate::stocktakes::says;

type Id = Values<Named<StocktakeId>>;

/// What a walk is, and what its shelves miss if it is over.
async fn read(here: &Here, id: StocktakeId) -> Result<(answers::Here, Vec<Listed>), Fault> {
    let station = here.desk.station.clone();
    let read = move |c: &mut Conn| {
        let walk = answers::here(c, &station, id)?;
        let over = walk.walk.stocktake.ended_at.is_some();
        let missing = if over { answers::still_missing(c, &station, &walk.walk.stocktake)? } else { vec![] };
        Ok::<_, Fault>((walk, missing))
    };
    here.house.db.snapshot(read).await
}

async fn page(
    here: &Here,
    id: StocktakeId,
    (shelf, done): (&str, bool),
    (scanned, problems): (&[Scanned], &Problems),
) -> Result<Response, Fault> {
    let (walk, missing) = read(here, id).await?;
    let f = frame(here);
    let at = walk.shelves.iter().find(|s| s.code.eq_ignore_ascii_case(shelf));
    let body = match walk.walk.stocktake.ended_at {
        Some(_) => pages::over(f, &walk, &missing, (done, problems)),
        None => pages::walk(f, &WalkPage { here: &walk, at, scanned, problems, once: &here.fresh_once() }),
    };
    let shell = here.page(TAB, &says::along(&here.v, walk.walk.shelf.as_ref()));
    let shell = shell.back(here.v.t("stocktakes-title"), says::top(&here.desk.station));
    Ok(shell.status(problems.status()).body(body).into_response())
}

pub async fn show(here: Here, Values(Named { id }): Id, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    page(&here, id, (&chosen.shelf, !chosen.done.is_empty()), (&[], &Problems::default())).await
}

pub async fn scan(here: Here, Values(Named { id }): Id, Form(form): Form<WalkForm>) -> Result<Response, Fault> {
    let path = says::path(&here.desk.station, id);
    let (walk, _) = read(&here, id).await?;
    if let Some(shelf) = shelf_label(&form.barcode, &walk.shelves).filter(|_| walk.walk.shelf.is_none()) {
        return Ok(Redirect::to(&format!("{path}?shelf={}", query_value(&shelf.code))).into_response());
    }
    let here = here.read_at(format!("{path}?shelf={}", query_value(&form.shelf)));
    let (shelf, barcodes) = match form.scans().checked(&walk.shelves) {
        Ok(scans) => scans,
        Err(problems) => return page(&here, id, (&form.shelf, false), (&[], &problems)).await,
    };
    match acts::scan(&here.house, &here.desk.station, (id, shelf), barcodes).await {
        Ok(scanned) => page(&here, id, (&form.shelf, false), (&scanned, &Problems::default())).await,
        Err(Not::Fault(fault)) => Err(fault),
        // It was ended meanwhile: the page of what is over says so.
        Err(Not::Refused(no)) => {
            let problems = Problems::about_the_whole(says::said(&here.v, &here.desk.station, &no));
            page(&here, id, (&form.shelf, false), (&[], &problems)).await
        }
    }
}
