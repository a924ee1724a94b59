//! The list of wishes, who would like to be called, and the month.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use people::Role;
use stations::{Here, Named};

use super::{frame, top};
use crate::desk::forms::{CaseForm, Chosen};
use crate::desk::pages::{self, ListPage};
use crate::desk::{TAB, by, reads};
use crate::{AskId, acts};

pub async fn list(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let desk = reads::desk(&here).await?;
    let done = match chosen.kept.as_str() {
        "" => None,
        "erased" => Some("wishes-desk-erased"),
        _ => Some("wishes-desk-kept"),
    };
    let manager = here.desk.staff.role >= Role::Manager;
    let once = here.fresh_once();
    let body = pages::list(frame(&here), &ListPage { desk: &desk, manager, done, once: &once });
    let page = here.page(TAB, &here.v.t("wishes-desk-title"));
    Ok(here.renewed(page, StatusCode::OK).body(body).into_response())
}

/// Somebody was called: their name and number are of no use any more.
pub async fn asked(
    here: Here,
    Values(Named { id }): Values<Named<AskId>>,
    Form(form): Form<CaseForm>,
) -> Result<Response, Fault> {
    acts::ask_done(&here.house, &here.desk.station, id, by(&here, &form.once, &("asked", id))).await?;
    Ok(Redirect::to(&format!("{}?kept=1", top(&here.desk.station))).into_response())
}

pub async fn month(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let month = reads::month(&here, reads::read_month(&chosen.month)).await?;
    let body = pages::month(frame(&here), &month);
    let page = here.page(TAB, &here.v.t("wishes-desk-month"));
    Ok(page.back(here.v.t("wishes-desk-title"), top(&here.desk.station)).body(body).into_response())
}
