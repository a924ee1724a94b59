//! The same for programs.
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::api::{Api, At, Problem, Wrong};
use kernel::house::House;
use kernel::routes;
use people::{Role, StaffId};
use serde::Serialize;
use utoipa::ToSchema;

use super::Member;
use super::web::Which;
use crate::desk::AtDeskAsManager;

pub fn api() -> Api {
    Api::new().routes(routes!(team)).routes(routes!(reset_factors))
}

/// Somebody who works at the station.
#[derive(Serialize, ToSchema)]
struct TeamMember {
    #[schema(value_type = String, format = "uuid")]
    id: StaffId,
    name: String,
    manager: bool,
    /// Whether digits of an app are asked for.
    app: bool,
    passkeys: usize,
}

impl TeamMember {
    fn of(m: Member) -> TeamMember {
        let manager = m.staff.role == Role::Manager;
        TeamMember { id: m.staff.id, name: m.staff.name, manager, app: m.has.totp, passkeys: m.has.passkeys }
    }
}

/// Who works here, managers first. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/team", tag = "desk", operation_id = "team",
    params(("slug" = String, Path)),
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = [TeamMember]),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json",
            description = "There is no such station where you are a manager")))]
async fn team(
    State(house): State<House>,
    AtDeskAsManager(desk): AtDeskAsManager,
) -> Result<Json<Vec<TeamMember>>, Wrong> {
    let members = house.db.snapshot(move |c| super::members(c, &desk)).await?;
    Ok(Json(members.into_iter().map(TeamMember::of).collect()))
}

/// Takes a clerk's second factors away and signs them out: their phone is lost. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/team/{staff}/second-factors", tag = "desk",
    operation_id = "resetSecondFactors",
    params(("slug" = String, Path), ("staff" = String, Path, description = "Their id", format = "uuid")),
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 204, description = "Gone"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json",
            description = "There is no such clerk at a station where you are a manager")))]
async fn reset_factors(
    State(house): State<House>,
    AtDeskAsManager(desk): AtDeskAsManager,
    At(which): At<Which>,
) -> Result<StatusCode, Wrong> {
    let h = house.clone();
    house.db.write(move |c| super::reset(c, &h, &desk, which.staff)).await?;
    Ok(StatusCode::NO_CONTENT)
}
