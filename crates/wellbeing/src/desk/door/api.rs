//! The door at the desk for programs: the same acts as the page has, by the same rules. Paths are relative to `/api/v1`.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use kernel::api::{Api, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::routes;
use serde::{Deserialize, Serialize};
use stations::{Here, HereAsManager};
use utoipa::ToSchema;

use super::{Desk, by, pressed, read};
use crate::door::{self, PromiseShape};

pub fn api() -> Api {
    Api::new().routes(routes!(today, say)).routes(routes!(take_back))
}

kernel::failures! {
    /// What every call may answer.
    pub AtDesk {
        401: "Nobody of staff is signed in",
        404: "There is no such station, or you do not work there, or may not do this",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What saying something may answer beside that.
    pub Saying {
        400: "The request cannot be read",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "There is no such word; `fields` say so. Or the key was used for another request",
    }

    /// What taking something back may answer beside that.
    pub TakingBack {
        409: "Nothing was said today, somebody else said the last thing, or it is longer ago than ten minutes",
        422: "The key was used for another request",
    }
}

/// Something that was said of the door, or showed that it is open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorSign)]
pub struct SignShape {
    /// Of what others saw: when its quarter of an hour began.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// `opened`, `closed` or `seen-open`.
    #[schema(example = "opened")]
    pub sign: &'static str,
    /// Whether staff pressed it; otherwise a ticket was called or somebody was let in.
    pub said: bool,
}

/// The door today.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorToday)]
pub struct TodayShape {
    pub promise: PromiseShape,
    /// Whether the last word is that it is open; null while nobody said anything.
    pub open: Option<bool>,
    /// In the order in which it was.
    pub signs: Vec<SignShape>,
    /// Whether you may take back the last word.
    pub may_take_back: bool,
}

impl TodayShape {
    fn of(desk: &Desk) -> TodayShape {
        let signs = desk.today.signs.iter();
        TodayShape {
            promise: PromiseShape::of(&desk.today.promise),
            open: desk.today.is_open(),
            signs: signs.map(|one| SignShape { at: one.at, sign: one.sign.word(), said: one.said.is_some() }).collect(),
            may_take_back: desk.slip.is_some(),
        }
    }
}

/// What staff say of the door.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = NewDoorSign)]
pub struct NewSign {
    /// `opened`, `closed` or `seen-open`.
    #[schema(example = "opened")]
    pub sign: String,
}

/// What was said of the door today, and what is promised.
#[utoipa::path(get, path = "/stations/{slug}/desk/door", tag = "wellbeing", operation_id = "doorToday",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = TodayShape, description = "The day so far"), AtDesk))]
async fn today(here: Here) -> Result<Json<TodayShape>, Wrong> {
    Ok(Json(TodayShape::of(&read(&here).await?)))
}

/// Says that the door was opened or closed just now, or is open. The same word again in the same quarter of an hour is taken once.
#[utoipa::path(post, path = "/stations/{slug}/desk/door", tag = "wellbeing", operation_id = "sayDoor",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewSign, responses((status = 204, description = "Noted"), AtDesk, Saying))]
async fn say(here: Here, headers: HeaderMap, Body(new): Body<NewSign>) -> Result<StatusCode, Wrong> {
    let mut problems = Problems::default();
    let sign = problems.take("sign", pressed(&new.sign).ok_or(()), "door-say-wrong-sign");
    let sign = problems.or_else_all(sign).map_err(|problems| Problem::fields(&here.v, &problems))?;
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("say", sign));
    door::say(&here.house, &here.desk.station, sign, by).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes back the last word, if it was yours and is no older than ten minutes. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/door/taking-back", tag = "wellbeing", operation_id = "takeBackDoorSign",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 204, description = "It was not said"), AtDesk, TakingBack))]
async fn take_back(HereAsManager(here): HereAsManager, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &"take back");
    let done = door::take_back(&here.house, &here.desk.station, by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
