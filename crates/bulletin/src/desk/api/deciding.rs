//! Notices are looked at, published, and taken down.
use axum::Json;
use axum::http::HeaderMap;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::refusal::Not;
use stations::{Here, Named};

use super::shapes::WholeShape;
use super::writing::whole;
use crate::asked::{NoticeDown, NoticeDownRead, NoticeRead};
use crate::failures::{AtDesk, Changing, Looking};
use crate::rules::NoNotice;
use crate::{NoticeId, acts};

type One = Values<Named<NoticeId>>;

async fn after(here: &Here, id: NoticeId, done: Result<(), Not<NoNotice>>) -> Result<Json<WholeShape>, Wrong> {
    done.map_err(|not| Wrong::of(&here.v, not))?;
    whole(here, id).await
}

/// Asks somebody else to look at the version that was read. Twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/second-look", tag = "notices", operation_id = "askSecondLook",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NoticeRead, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn ask(
    here: Here,
    Values(Named { id }): One,
    Body(read): Body<NoticeRead>,
) -> Result<Json<WholeShape>, Wrong> {
    let done = acts::ask(&here.house, &here.desk.station, (id, read.version), here.staff()).await;
    after(&here, id, done).await
}

/// Publishes the version that was read, or a correction. Whoever wrote it cannot, unless a manager works here alone.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/publication", tag = "notices", operation_id = "publishNotice",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NoticeRead, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn publish(
    here: Here,
    Values(Named { id }): One,
    headers: HeaderMap,
    Body(read): Body<NoticeRead>,
) -> Result<Json<WholeShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("publish", id, read.version));
    let at = (id, read.version);
    let done = acts::publish(&here.house, &here.desk.station, at, (&here.desk.staff, once)).await;
    after(&here, id, done).await
}

/// Asks to take a notice down, and says why. Another person decides.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/take-down", tag = "notices", operation_id = "askToTakeNoticeDown",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NoticeDown, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn ask_down(
    here: Here,
    Values(Named { id }): One,
    headers: HeaderMap,
    Body(down): Body<NoticeDown>,
) -> Result<Json<WholeShape>, Wrong> {
    let why = down.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("ask-down", id, &why));
    let done = acts::ask_down(&here.house, &here.desk.station, (id, why), (here.staff(), once)).await;
    after(&here, id, done).await
}

/// Takes down what somebody else has asked to take down: that it was there, why it is not and since when stays to be read.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/take-down/confirmation", tag = "notices", operation_id = "takeNoticeDown",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NoticeDownRead, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn confirm_down(
    here: Here,
    Values(Named { id }): One,
    headers: HeaderMap,
    Body(read): Body<NoticeDownRead>,
) -> Result<Json<WholeShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("confirm-down", id, read.nr));
    let done = acts::confirm_down(&here.house, &here.desk.station, (id, read.nr), (here.staff(), once)).await;
    after(&here, id, done).await
}

/// Leaves a notice as it is that somebody has asked to take down.
#[utoipa::path(post, path = "/stations/{slug}/desk/notices/{id}/take-down/refusal", tag = "notices", operation_id = "keepNoticeUp",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NoticeDownRead, responses((status = 200, body = WholeShape, description = "The notice"), Looking, AtDesk, Changing))]
pub async fn keep_up(
    here: Here,
    Values(Named { id }): One,
    Body(read): Body<NoticeDownRead>,
) -> Result<Json<WholeShape>, Wrong> {
    let done = acts::keep_up(&here.house, &here.desk.station, (id, read.nr), here.staff()).await;
    after(&here, id, done).await
}
