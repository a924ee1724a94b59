//! A paper that is typed in. The receipt is in the answer to the form and in no address.
use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};

use super::private;
use crate::acts;
use crate::desk::forms::PaperForm;
use crate::desk::here::Here;
use crate::desk::{pages, reads};
use crate::public::paths::{follow_path, slip_path};

pub async fn form(here: Here) -> Result<Response, Fault> {
    page(&here, PaperForm::default(), &Problems::default()).await
}

async fn page(here: &Here, mut form: PaperForm, problems: &Problems) -> Result<Response, Fault> {
    let (categories, officials) = reads::choices(here).await?;
    form.once = here.fresh_once();
    let shown = pages::Paper { form: &form, problems, categories: &categories, officials: &officials };
    let page = here.leaf(&here.v.t("opinions-desk-paper-title")).status(problems.status());
    Ok(private(page.body(pages::paper(here.ctx(), &shown)).into_response()))
}

pub async fn leave(here: Here, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = PaperForm::of(pairs);
    let path = here.ctx().path("/new");
    let new = match form.read().and_then(|paper| paper.checked()) {
        Err(problems) => return page(&here.read_at(path), form, &problems).await,
        Ok(new) => new,
    };
    match acts::leave(&here.doing(), new, None, Some(&form.once)).await {
        Ok(left) => {
            let here = here.read_at(path);
            let station = &here.desk.station;
            let follow = format!("{}{}", here.house.settings.public_url, follow_path(station));
            let body = pages::receipt(here.ctx(), &left.receipt, &slip_path(station), &follow)?;
            let page = here.leaf(&here.v.t("opinions-desk-slip-title"));
            Ok(private(page.body(body).into_response()))
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            page(&here.read_at(path), form, &problems).await
        }
    }
}
