//! The call list for programs.
use axum::Json;
use axum::http::StatusCode;
use kernel::api::{At, Body, Wrong};
use kernel::db::types::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::failures::{Changing, Reading};
use super::shapes::written;
use crate::acts;
use crate::desk::act;
use crate::desk::here::{Here, Named};
use crate::desk::relied::ToTell;
use stations::Station;

/// Somebody whom a clerk tells something by voice.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonToTell)]
pub struct ToTellShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    /// The number of their ticket, if it is about one.
    #[schema(example = "A014")]
    number: Option<String>,
    name: Option<String>,
    /// Of a message that no channel took.
    phone: Option<String>,
    /// What to say.
    text: String,
    #[schema(format = DateTime)]
    since: String,
    /// Afterwards it is of no use any more.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// Where they are asked something: the address below `/api/v1` to which their answer is sent for them.
    #[schema(example = "/stations/sanhe/desk/signups/019b76da-a800-7000-8000-000000000001/answer")]
    answered_at: Option<String>,
    /// What `answer` may be there.
    #[schema(example = json!(["accept", "give-back"]))]
    answers: Vec<&'static str>,
}

impl ToTellShape {
    fn of(one: ToTell, station: &Station) -> ToTellShape {
        let zone = &station.zone;
        let (at, answers) = one.answers.map(|a| (a.at, a.all)).unzip();
        ToTellShape {
            id: one.id,
            number: one.number.map(|n| n.to_string()),
            name: one.name,
            phone: one.phone.map(|p| p.full().to_owned()),
            text: one.text,
            since: written(one.since, zone),
            until: one.until.map(|at| written(at, zone)),
            answered_at: at.map(|at| format!("/stations/{}{at}", station.slug)),
            answers: answers.unwrap_or_default().into_iter().map(|(_, answer)| answer).collect(),
        }
    }
}

/// Whom a clerk has to tell by voice, the most urgent first: no message reaches them.
#[utoipa::path(get, path = "/stations/{slug}/desk/call-list", tag = "desk", operation_id = "callList",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ToTellShape>, description = "As it is now"), Reading))]
pub async fn list(here: Here) -> Result<Json<Vec<ToTellShape>>, Wrong> {
    let all = act::to_tell(&here).await?;
    Ok(Json(all.into_iter().map(|one| ToTellShape::of(one, &here.desk.station)).collect()))
}

/// What became of a call.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CallOutcome)]
enum Outcome {
    Told,
    NotReached,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCallOutcome)]
pub struct Noted {
    outcome: Outcome,
}

/// Notes what became of a call. What was noted first stays.
#[utoipa::path(put, path = "/stations/{slug}/desk/call-list/{id}", tag = "desk", operation_id = "settleCall",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Noted,
    responses((status = 204, description = "Noted"), Reading, Changing))]
pub async fn note(here: Here, At(Named { id }): At<Named<Id>>, Body(noted): Body<Noted>) -> Result<StatusCode, Wrong> {
    let told = matches!(noted.outcome, Outcome::Told);
    acts::settle_call(&here.house, &here.desk.station, (id, told), here.staff()).await?;
    Ok(StatusCode::NO_CONTENT)
}
