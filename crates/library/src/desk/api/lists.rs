//! What is put aside, what is overdue, what has to be looked at.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Wrong};
use kernel::db::types::Id;
use kernel::once::Once;
use stations::{Here, Named};

use super::shapes::{
    HeldShape, HoldShape, HoldsShape, LateShape, LoanShape, OverdueShape, PersonShape, TaskShape, TasksShape,
};
use crate::desk::asked::{LibraryTaskSettlement, LibraryTold};
use crate::desk::reads;
use crate::failures::{AtDesk, Changing, Looking};
use crate::lending::acts;
use crate::lending::rules::By;
use crate::{HoldId, TaskId};

/// What is put aside, and for whom.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/holds", tag = "library", operation_id = "holdsAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = HoldsShape, description = "The shelf for holds"), Looking, AtDesk))]
pub async fn holds(here: Here) -> Result<Json<HoldsShape>, Wrong> {
    let all = reads::holds(&here).await?;
    let one = |(hold, person): &(_, _)| HeldShape { hold: HoldShape::of(hold), reader: PersonShape::of(person) };
    Ok(Json(HoldsShape { holds: all.iter().map(one).collect() }))
}

/// Somebody no longer waits. What was put aside for them goes to the next in line.
#[utoipa::path(delete, path = "/stations/{slug}/desk/library/holds/{id}", tag = "library", operation_id = "cancelHoldAtDesk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "They no longer wait"), Looking, AtDesk, Changing))]
pub async fn cancel(
    here: Here,
    Values(Named { id }): Values<Named<HoldId>>,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("cancel", id));
    acts::cancel_hold(&here.house, &here.desk.station, id, By::Staff(here.staff()), once).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A clerk has told somebody that something is put aside for them, or overdue: `id` is of the hold or of the loan. Twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/told/{id}", tag = "library", operation_id = "toldReader",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryTold, responses((status = 204, description = "They know"), Looking, AtDesk, Changing))]
pub async fn told(
    here: Here,
    Values(Named { id }): Values<Named<Id>>,
    headers: HeaderMap,
    Body(_): Body<LibraryTold>,
) -> Result<StatusCode, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("told", id));
    acts::was_told(&here.house, &here.desk.station, id, (here.staff(), once)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What should have come back before today, and who has it.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/overdue", tag = "library", operation_id = "overdueAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = OverdueShape, description = "What is overdue"), Looking, AtDesk))]
pub async fn overdue(here: Here) -> Result<Json<OverdueShape>, Wrong> {
    let all = reads::overdue(&here).await?;
    let one = |(loan, person): &(_, Option<reads::Person>)| LateShape {
        loan: LoanShape::of(loan),
        reader: person.as_ref().map(PersonShape::of),
    };
    Ok(Json(OverdueShape { loans: all.iter().map(one).collect() }))
}

/// What devices noted without a line and did not fit.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/tasks", tag = "library", operation_id = "libraryTasks",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = TasksShape, description = "What a clerk has to look at"), Looking, AtDesk))]
pub async fn tasks(here: Here) -> Result<Json<TasksShape>, Wrong> {
    let all = reads::tasks(&here).await?;
    Ok(Json(TasksShape { tasks: all.iter().map(|one| TaskShape::of(&here.desk.station, one)).collect() }))
}

/// A clerk has looked. Whom it was about is forgotten. Twice is once.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/tasks/{id}/settlement", tag = "library", operation_id = "settleLibraryTask",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryTaskSettlement, responses((status = 204, description = "It is settled"), Looking, AtDesk, Changing))]
pub async fn settle(
    here: Here,
    Values(Named { id }): Values<Named<TaskId>>,
    headers: HeaderMap,
    Body(settled): Body<LibraryTaskSettlement>,
) -> Result<StatusCode, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("settle", id, settled.how));
    let how = (id, settled.how.into());
    acts::settle_task(&here.house, &here.desk.station, how, (here.staff(), once)).await?;
    Ok(StatusCode::NO_CONTENT)
}
