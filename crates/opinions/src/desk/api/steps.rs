//! What staff do with one opinion. Each call does one thing, once for each `Idempotency-Key`, and answers nothing: some of them make
//! the opinion somebody else's.
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::refusal::Not;
use stations::Named;

use crate::desk::asked::{
    self, OpinionAssignment, OpinionElsewhere, OpinionLifting, OpinionMerge, OpinionNaming, OpinionScreening,
    OpinionWords,
};
use crate::desk::here::{Here, Manager};
use crate::failures::{AtDesk, Changing, Looking};
use crate::rules::{MOST_IN_NAME, Refusal};
use crate::{OpinionId, acts};

type Of = Values<Named<OpinionId>>;

/// One text that must be there.
fn read(here: &Here, (field, typed): (&'static str, &str)) -> Result<String, Wrong> {
    asked::text(field, typed).map_err(|p| Problem::fields(&here.v, &p).into())
}

/// Nothing, once it is done.
pub fn answered<T>(here: &Here, done: Result<T, Not<Refusal>>) -> Result<StatusCode, Wrong> {
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says what it is about, and perhaps who looks after it. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/screening", tag = "opinions", operation_id = "screenOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionScreening,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn screen(
    Manager(here): Manager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionScreening>,
) -> Result<StatusCode, Wrong> {
    let done = acts::screen(&here.doing(), here.me(), (id, body.category, body.to), Once::header(&headers)).await;
    answered(&here, done)
}

/// Gives it to somebody whom it is not about; its clock goes on. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/assignments", tag = "opinions", operation_id = "assignOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionAssignment,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn assign(
    Manager(here): Manager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionAssignment>,
) -> Result<StatusCode, Wrong> {
    let done = acts::assign(&here.doing(), here.me(), (id, body.to), Once::header(&headers)).await;
    answered(&here, done)
}

/// Begins: whoever said it reads that somebody is on it.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/beginnings", tag = "opinions", operation_id = "beginOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn take_up(here: Here, Values(Named { id }): Of, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let done = acts::take_up(&here.doing(), here.me(), id, Once::header(&headers)).await;
    answered(&here, done)
}

/// Asks whoever said it something; they may reply with the receipt.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/questions", tag = "opinions", operation_id = "askAboutOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionWords,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn ask(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionWords>,
) -> Result<StatusCode, Wrong> {
    let text = read(&here, ("text", &body.text))?;
    let done = acts::ask(&here.doing(), here.me(), (id, text), Once::header(&headers)).await;
    answered(&here, done)
}

/// Answers. Whoever said it reads it with the receipt and says whether it is solved.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/answers", tag = "opinions", operation_id = "answerOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionWords,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn answer(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionWords>,
) -> Result<StatusCode, Wrong> {
    let text = read(&here, ("text", &body.text))?;
    let done = acts::answer(&here.doing(), here.me(), (id, text), Once::header(&headers)).await;
    answered(&here, done)
}

/// It is not for the station: says where to turn.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/elsewhere", tag = "opinions", operation_id = "sendOpinionElsewhere",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionElsewhere,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn elsewhere(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionElsewhere>,
) -> Result<StatusCode, Wrong> {
    let text = read(&here, ("elsewhere", &body.elsewhere))?;
    let done = acts::out_of_scope(&here.doing(), here.me(), (id, text), Once::header(&headers)).await;
    answered(&here, done)
}

/// It is the same as another: both are handled as one. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/merging", tag = "opinions", operation_id = "mergeOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionMerge,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn merge(
    Manager(here): Manager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionMerge>,
) -> Result<StatusCode, Wrong> {
    let done = acts::merge(&here.doing(), here.me(), (id, body.into), Once::header(&headers)).await;
    answered(&here, done)
}

/// Notes something for colleagues.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/notes", tag = "opinions", operation_id = "noteOnOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionWords,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn note(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionWords>,
) -> Result<StatusCode, Wrong> {
    let text = read(&here, ("text", &body.text))?;
    let done = acts::note(&here.doing(), here.me(), (id, text), Once::header(&headers)).await;
    answered(&here, done)
}

/// It is about somebody: from then on it is not there for them.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/named", tag = "opinions", operation_id = "nameInOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionNaming,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn name(
    here: Here,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionNaming>,
) -> Result<StatusCode, Wrong> {
    let mut problems = Problems::default();
    if body.about.name().trim().is_empty() {
        problems.add("about", "opinions-desk-wrong-choice");
    } else if body.about.name().chars().count() > MOST_IN_NAME {
        problems.add("about", "opinions-desk-wrong-name");
    }
    let about = problems.or_else_all(Some(body.about)).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::add_named(&here.doing(), here.me(), (id, about), Once::header(&headers)).await;
    answered(&here, done)
}

/// It is not about somebody after all. Whom the reporter named stays. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/named/lifting", tag = "opinions", operation_id = "liftNameInOpinion",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionLifting,
    responses((status = 204, description = "Done"), Looking, AtDesk, Changing))]
pub async fn lift(
    Manager(here): Manager,
    Values(Named { id }): Of,
    headers: HeaderMap,
    Body(body): Body<OpinionLifting>,
) -> Result<StatusCode, Wrong> {
    let done = acts::unlike(&here.doing(), here.me(), (id, body.named), Once::header(&headers)).await;
    answered(&here, done)
}
