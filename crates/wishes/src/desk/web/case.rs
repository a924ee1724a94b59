//! One wish at the desk.
use axum::response::{IntoResponse, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use stations::{Here, Named};

use super::{frame, top};
use crate::WishId;
use crate::desk::forms::{CaseForm, Chosen};
use crate::desk::pages::{self, CasePage};
use crate::desk::{TAB, reads};
use crate::frame::desk_path;

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<WishId>>,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    page(&here, id, (&CaseForm::default(), &Problems::default()), !chosen.kept.is_empty()).await
}

/// The same after something that was not done: what was typed stays.
pub async fn again(here: Here, id: WishId, form: &CaseForm, problems: &Problems) -> Result<Response, Fault> {
    let path = desk_path(&here.desk.station, id);
    page(&here.read_at(path), id, (form, problems), false).await
}

async fn page(
    here: &Here,
    id: WishId,
    (form, problems): (&CaseForm, &Problems),
    kept: bool,
) -> Result<Response, Fault> {
    let whole = reads::whole(here, id).await?;
    let once = here.fresh_once();
    let body = pages::whole(frame(here), &CasePage { whole: &whole, form, problems, once: &once, kept });
    let page = here.page(TAB, &here.v.t("wishes-desk-one"));
    let page = page.back(here.v.t("wishes-desk-title"), top(&here.desk.station));
    Ok(page.status(problems.status()).body(body).into_response())
}
