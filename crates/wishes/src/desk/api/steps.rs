//! What staff do with one wish. Each call does one thing, once for each `Idempotency-Key`, and answers nothing.
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::refusal::{Not, Refusal};
use stations::{Here, Named};

use crate::acts::Who;
use crate::asked::{
    NewWishClaim, Told, WishAppeal, WishAppealDecision, WishHandover, WishPlace, WishRead, WishReferral, WishReview,
    WishTold,
};
use crate::desk::by;
use crate::failures::{AtDesk, Changing, Looking};
use crate::{AppealId, CallId, ClaimId, WishId, acts};

type Of = Values<Named<WishId>>;

/// The request's key.
fn key(headers: &HeaderMap) -> &str {
    Once::header(headers).unwrap_or_default()
}

/// Nothing, once it is done.
fn answered<T, R: Refusal>(here: &Here, done: Result<T, Not<R>>) -> Result<StatusCode, Wrong> {
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks two others to look at the version that was read.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/second-look", tag = "wishes", operation_id = "askWishLook",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishRead,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn ask(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishRead>,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("ask", id, body.version));
    answered(&here, acts::ask(&here.house, &here.desk.station, (id, body.version), by).await)
}

/// Says yes or no to the version that was read. Whoever wrote it down does not look at it themselves; two different yes let everybody
/// see it, one no refuses it and says why.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/reviews", tag = "wishes", operation_id = "reviewWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishReview,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn review(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishReview>,
) -> Result<StatusCode, Wrong> {
    let why = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("review", id, &body));
    answered(&here, acts::review(&here.house, &here.desk.station, (id, body.version, body.yes, why), by).await)
}

/// Whoever wishes does not accept a no. Somebody decides who has not said no before.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/appeals", tag = "wishes", operation_id = "appealWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishAppeal,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn appeal(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishAppeal>,
) -> Result<StatusCode, Wrong> {
    let why = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("appeal", id, &body));
    answered(&here, acts::appeal(&here.house, &here.desk.station, (id, why), by).await)
}

/// Somebody at the desk takes a wish up who does not sign in.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/claims", tag = "wishes", operation_id = "claimWishFor",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewWishClaim,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn claim(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<NewWishClaim>,
) -> Result<StatusCode, Wrong> {
    let claimer = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("claim", id, &body));
    answered(&here, acts::claim_for(&here.house, &here.desk.station, (id, claimer), by).await)
}

/// Whoever has it does not bring it, or brought what cannot be handed over: it waits for others again.
#[utoipa::path(delete, path = "/stations/{slug}/desk/wishes/claims/{id}", tag = "wishes", operation_id = "giveWishBackFor",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn give_up(
    here: Here,
    Values(Named { id: claim }): Values<Named<ClaimId>>,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let (staff, once) = by(&here, key(&headers), &("give-up", claim));
    answered(&here, acts::give_up(&here.house, &here.desk.station, claim, Who::Staff(staff.id), once).await)
}

/// The coordinator has spoken to both: once, seven days are added.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/contact", tag = "wishes", operation_id = "wishContacted",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn contacted(here: Here, Values(Named { id }): Of, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("contacted", id));
    answered(&here, acts::contacted(&here.house, &here.desk.station, id, by).await)
}

/// It was handed in at the station and lies there. Whoever wishes is told.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/delivery", tag = "wishes", operation_id = "deliverWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishPlace,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn deliver(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishPlace>,
) -> Result<StatusCode, Wrong> {
    let place = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("deliver", id, &body));
    answered(&here, acts::deliver(&here.house, &here.desk.station, (id, place), by).await)
}

/// Whoever wishes was told by voice that it is there.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/told", tag = "wishes", operation_id = "wishTold",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishTold,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn tell(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(WishTold { answer: Told::Told }): Body<WishTold>,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("told", id));
    answered(&here, acts::told(&here.house, &here.desk.station, id, by).await)
}

/// Whoever stands on the list of those to call was told that something is there.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/calls/{id}/told", tag = "wishes", operation_id = "wishCalled",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishTold,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn called(
    here: Here,
    Values(Named { id }): Values<Named<CallId>>,
    headers: HeaderMap,
    Body(WishTold { answer: Told::Told }): Body<WishTold>,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("called", id));
    acts::called(&here.house, &here.desk.station, id, by).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Hands it over to whoever has the six digits. After five wrong ones a new code is made.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/handover", tag = "wishes", operation_id = "handWishOver",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishHandover,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn hand_over(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishHandover>,
) -> Result<StatusCode, Wrong> {
    let code = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("hand-over", id, &body));
    answered(&here, acts::hand_over(&here.house, &here.desk.station, (id, code), by).await)
}

/// Nobody took it up in 90 days: somebody else helps.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/{id}/referral", tag = "wishes", operation_id = "referWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishReferral,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn refer(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<WishReferral>,
) -> Result<StatusCode, Wrong> {
    let to = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("refer", id, &body));
    answered(&here, acts::refer(&here.house, &here.desk.station, (id, to), by).await)
}

/// Decides whether a no was right. Whoever said no, or wrote the wish down, does not.
#[utoipa::path(post, path = "/stations/{slug}/desk/wishes/appeals/{id}/decision", tag = "wishes",
    operation_id = "decideWishAppeal", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header)),
    request_body = WishAppealDecision,
    responses((status = 204, description = "Decided"), Looking, AtDesk, Changing))]
pub async fn decide_appeal(
    here: Here,
    Values(Named { id: appeal }): Values<Named<AppealId>>,
    headers: HeaderMap,
    Body(body): Body<WishAppealDecision>,
) -> Result<StatusCode, Wrong> {
    let words = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, key(&headers), &("decide", appeal, &body));
    answered(&here, acts::decide_appeal(&here.house, &here.desk.station, (appeal, body.upheld, words), by).await)
}

/// Erases a wish at the word of whoever wishes, however it stands: what it was, whose it was, what was said about it. Whoever has it is
/// told kindly.
#[utoipa::path(delete, path = "/stations/{slug}/desk/wishes/{id}", tag = "wishes", operation_id = "withdrawWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Erased"), Looking, AtDesk, Changing))]
pub async fn withdraw(here: Here, Values(Named { id }): Of, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let by = by(&here, key(&headers), &("withdraw", id));
    acts::withdraw(&here.house, &here.desk.station, id, by).await?;
    Ok(StatusCode::NO_CONTENT)
}
