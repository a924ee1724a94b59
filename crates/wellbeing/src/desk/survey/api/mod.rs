//! The calls of surveys at the desk: the same acts as the pages have, by the same rules. Paths are relative to `/api/v1`.
mod shapes;
mod manage;
mod ballots;

use axum::Json;
use kernel::api::{Api, Wrong};
use kernel::house::House;
use kernel::routes;
use kernel::upload;
use kernel::utoipa_axum::router::UtoipaMethodRouter;
use stations::Here;

use super::reads;
use shapes::{DeskShape, ProgressShape, SurveyShape};

pub fn api() -> Api {
    Api::new()
        .routes(routes!(all, manage::make))
        .routes(routes!(ballots::type_in))
        .routes(routes!(manage::one))
        .routes(list)
        .routes(routes!(manage::draw, manage::sheet))
        .routes(routes!(manage::homes))
        .routes(routes!(ballots::print))
        .routes(routes!(ballots::take_back))
        .routes(routes!(manage::empty))
}

/// A list of households is larger than what other calls are sent.
fn list() -> UtoipaMethodRouter<House> {
    let (shapes, paths, methods) = kernel::utoipa_axum::routes!(manage::list);
    (shapes, paths, methods.layer(upload::limit()))
}

kernel::failures! {
    /// What every call may answer.
    pub AtDesk {
        400: "The request cannot be read",
        401: "Nobody of staff is signed in",
        404: "There is no such station or survey, or you have not the role for it",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every change may answer beside that.
    pub Changing {
        409: "As the survey stands this is not done; the problem says why",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "A value cannot be so. Or the key was used for another request",
    }
}

/// The survey that runs, how far it is, and those that are over.
#[utoipa::path(get, path = "/stations/{slug}/desk/surveys", tag = "wellbeing", operation_id = "deskSurveys",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = DeskShape, description = "The surveys"), AtDesk))]
async fn all(here: Here) -> Result<Json<DeskShape>, Wrong> {
    let desk = reads::desk(&here).await?;
    Ok(Json(DeskShape {
        running: desk.running.as_ref().map(ProgressShape::of),
        over: desk.over.iter().map(|one| SurveyShape::of(one, one.state)).collect(),
    }))
}
