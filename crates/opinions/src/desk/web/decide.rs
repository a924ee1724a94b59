//! A hiding or an appeal that waits for somebody who did not ask first.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::Named;

use super::private;
use crate::PostId;
use crate::desk::decide::{self, Decision};
use crate::desk::here::Here;
use crate::desk::{pages, reads};

pub async fn show(here: Here, Values(Named { id }): Values<Named<PostId>>) -> Result<Response, Fault> {
    page(&here, id, &Problems::default()).await
}

async fn page(here: &Here, id: PostId, problems: &Problems) -> Result<Response, Fault> {
    let post = reads::to_decide(here, id).await?;
    let once = here.fresh_once();
    let page = here.leaf(&here.v.t("opinions-desk-decide")).status(problems.status());
    Ok(private(page.body(pages::decide(here.ctx(), &post, problems, &once)).into_response()))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    once: String,
    hidden: String,
    appeal: String,
}

pub async fn decide(
    here: Here,
    Values(Named { id }): Values<Named<PostId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let decision = Decision { post: id, hidden: typed.hidden == "1", appeal: !typed.appeal.is_empty() };
    match decide::decide(&here, decision, Some(&typed.once)).await {
        Ok(()) => Ok(Redirect::to(&here.ctx().path("?kept=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            let path = here.ctx().path(&format!("/decisions/{id}"));
            page(&here.read_at(path), id, &problems).await
        }
    }
}
