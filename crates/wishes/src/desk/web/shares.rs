//! The counts by which a village is shown, for managers.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::{Here, HereAsManager};

use super::{frame, top};
use crate::acts;
use crate::desk::forms::{Chosen, OnceForm, ShareForm};
use crate::desk::pages::{self, SharesPage};
use crate::desk::{TAB, by, reads};
use crate::rules::Kind;

fn path(here: &Here) -> String {
    format!("{}/shares", top(&here.desk.station))
}

async fn page(here: &Here, (form, problems): (&ShareForm, &Problems), kept: bool) -> Result<Response, Fault> {
    let (shares, villages) = (reads::shares(here).await?, reads::villages(here).await?);
    let body = pages::shares(frame(here), &SharesPage { shares: &shares, villages: &villages, form, problems, kept });
    let page = here.page(TAB, &here.v.t("wishes-desk-shares"));
    let page = page.back(here.v.t("wishes-desk-title"), top(&here.desk.station));
    Ok(page.status(problems.status()).body(body).into_response())
}

pub async fn all(HereAsManager(here): HereAsManager, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let form = ShareForm { once: here.fresh_once(), ..ShareForm::default() };
    page(&here, (&form, &Problems::default()), !chosen.kept.is_empty()).await
}

pub async fn set(HereAsManager(here): HereAsManager, Form(form): Form<ShareForm>) -> Result<Response, Fault> {
    let (villages, today) = (reads::villages(&here).await?, here.v.when(&here.desk.station.zone).today());
    match form.read().and_then(|new| new.checked(&villages, today)) {
        Err(problems) => {
            let path = path(&here);
            page(&here.read_at(path), (&form, &problems), false).await
        }
        Ok(share) => {
            let by = by(&here, &form.once, &form.asked());
            match acts::set_share(&here.house, &here.desk.station, share, by).await {
                Ok(()) => Ok(Redirect::to(&format!("{}?kept=1", path(&here))).into_response()),
                Err(Not::Fault(fault)) => Err(fault),
                Err(Not::Refused(no)) => {
                    let problems = Problems::about_the_whole(no.say(&here.v));
                    let path = path(&here);
                    page(&here.read_at(path), (&form, &problems), false).await
                }
            }
        }
    }
}

/// Of which village and kind.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfVillage {
    village: i64,
    kind: Kind,
}

pub async fn remove(
    HereAsManager(here): HereAsManager,
    Values(OfVillage { village, kind }): Values<OfVillage>,
    Form(form): Form<OnceForm>,
) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("remove", village, kind));
    acts::remove_share(&here.house, &here.desk.station, (village, kind), by).await?;
    Ok(Redirect::to(&format!("{}?kept=1", path(&here))).into_response())
}
