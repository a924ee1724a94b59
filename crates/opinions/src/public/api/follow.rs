//! What whoever has the receipt asks and does.
use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::{Peer, View};
use stations::At;

use super::shapes::SeenShape;
use crate::acts::Doing;
use crate::answers::Holder;
use crate::failures::{Changing, Looking, WithReceipt};
use crate::ports::Ports;
use crate::public::asked::{
    self, OpinionDispute, OpinionPhone, OpinionPublication, OpinionReceipt, OpinionReply, OpinionSolved,
};
use crate::public::made::{Made, make};
use crate::public::reads::{self, Opened};

/// One request.
pub struct Here {
    doing: Doing,
    v: View,
    peer: Peer,
    headers: HeaderMap,
}

impl FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Here, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let Ok(peer) = Peer::from_request_parts(parts, house).await;
        let v = View::of(house, &parts.headers, "/".into());
        let doing = Doing::new(house.clone(), station, Ports::of(parts)?);
        Ok(Here { doing, v, peer, headers: parts.headers.clone() })
    }
}

impl Here {
    async fn open(&self, receipt: &str) -> Result<Holder, Wrong> {
        match reads::opened(&self.doing.house, &self.doing.station, receipt, &self.peer).await? {
            Opened::With(_, holder) => Ok(holder),
            Opened::Not(problems) => Err(Problem::fields(&self.v, &problems).into()),
        }
    }

    async fn seen(&self, holder: Holder) -> Result<Json<SeenShape>, Wrong> {
        let seen = reads::seen(&self.doing.house, &self.doing.station, holder).await?;
        let photos = reads::photo_paths(&self.doing.house, &self.doing.station, &seen);
        Ok(Json(SeenShape::of(&self.v, &self.doing.station, &seen, photos)))
    }

    async fn make(&self, holder: Holder, made: Result<Made, Problems>) -> Result<Json<SeenShape>, Wrong> {
        let made = made.map_err(|problems| Problem::fields(&self.v, &problems))?;
        let done = make(&self.doing, (holder, made), Once::header(&self.headers)).await;
        done.map_err(|not| Wrong::of(&self.v, not))?;
        self.seen(holder).await
    }
}

/// How an opinion stands, for whoever has its receipt.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow", tag = "opinions", operation_id = "followOpinion", security(()),
    params(("slug" = String, Path, description = "The station's slug")),
    request_body = OpinionReceipt,
    responses((status = 200, description = "As it stands", body = SeenShape), Looking, WithReceipt))]
pub async fn look(here: Here, Body(asked): Body<OpinionReceipt>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.seen(holder).await
}

/// Answers what the station has asked.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/replies", tag = "opinions", operation_id = "replyToQuestion", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionReply,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn reply(here: Here, Body(asked): Body<OpinionReply>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Made::reply(&asked.text)).await
}

/// Says that it is solved, and if wanted how satisfied one is.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/solved", tag = "opinions", operation_id = "opinionSolved", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionSolved,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn solved(here: Here, Body(asked): Body<OpinionSolved>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Ok(Made::Solved(asked.satisfied))).await
}

/// Says that it is not solved. It is worked on again, and the clock never stopped.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/disputes", tag = "opinions", operation_id = "disputeOpinion", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionDispute,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn dispute(here: Here, Body(asked): Body<OpinionDispute>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    let mut problems = Problems::default();
    let photos = reads::photos(&here.doing.house, asked::decoded(&asked.photos), (&mut problems, "photos")).await?;
    here.make(holder, Made::dispute(&asked.text, photos, problems)).await
}

/// Says why a post should not be hidden. Somebody other than whoever asked for hiding it decides.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/appeals", tag = "opinions", operation_id = "appealHiding", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionReply,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn appeal(here: Here, Body(asked): Body<OpinionReply>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Made::appeal((&asked.text, "text"))).await
}

/// Allows that a masked version is published, or takes that back.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/publication", tag = "opinions", operation_id = "allowPublication", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionPublication,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn publication(here: Here, Body(asked): Body<OpinionPublication>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Ok(Made::Publication(asked.allow))).await
}

/// Leaves a number for messages that say that there is news and nothing else, or erases it.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/phone", tag = "opinions", operation_id = "setOpinionPhone", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionPhone,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn phone(here: Here, Body(asked): Body<OpinionPhone>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Made::phone(asked.phone.as_deref())).await
}

/// Takes the opinion back: its text, photos, messages and number are erased.
#[utoipa::path(post, path = "/stations/{slug}/opinions/follow/withdrawal", tag = "opinions", operation_id = "withdrawOpinion", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = OpinionReceipt,
    responses((status = 200, description = "As it stands now", body = SeenShape), Looking, Changing))]
pub async fn withdrawal(here: Here, Body(asked): Body<OpinionReceipt>) -> Result<Json<SeenShape>, Wrong> {
    let holder = here.open(&asked.receipt).await?;
    here.make(holder, Ok(Made::Withdrawal)).await
}
