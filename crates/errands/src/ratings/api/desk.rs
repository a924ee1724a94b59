//! Call-backs for programs of managers.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::civil::Date;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use serde::Serialize;
use stations::{AtDesk, AtDeskAsManager, Named};
use utoipa::ToSchema;

use super::failures::{Changing, Looking, SignedIn};
use crate::ratings::acts;
use crate::ratings::answers::{self, ToCall};
use crate::ratings::asked::{CallBackAnswer, CallBackDays};
use crate::ratings::rules::{Level, Outcome, RatingId};
use crate::ratings::web::answering;
use crate::rules::Name;

/// The call-backs of the last thirty days.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallBacks)]
pub struct CallBacksShape {
    /// In how many working days the station calls back.
    #[schema(minimum = 1, maximum = 15)]
    pub days: i16,
    /// Those that are open first, by their deadline.
    pub call_backs: Vec<CallBackShape>,
}

/// Somebody to be called back. Who served them is not told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallBack)]
pub struct CallBackShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: RatingId,
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    #[schema(example = "A014")]
    pub number: String,
    pub matters: Vec<Name>,
    pub level: Level,
    pub words: String,
    pub name: Option<String>,
    /// Without one, whoever has the ticket reads the answer on its page.
    pub phone: Option<String>,
    /// Until the end of this working day.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// The holidays of that year are not published yet: the day may move.
    pub provisional: bool,
    pub overdue: bool,
    /// Null: nobody was called yet.
    pub outcome: Option<Outcome>,
    pub answer: String,
}

impl CallBackShape {
    fn of(b: ToCall) -> CallBackShape {
        CallBackShape {
            id: b.id,
            day: b.day,
            number: b.number.to_string(),
            matters: b.matters,
            level: b.level,
            words: b.words,
            name: b.name,
            phone: b.phone.map(|p| p.e164()),
            due: b.due.date,
            provisional: b.due.provisional,
            overdue: b.overdue,
            outcome: b.outcome,
            answer: b.answer,
        }
    }
}

async fn all(house: &House, desk: &AtDesk) -> Result<Json<CallBacksShape>, Fault> {
    let (h, station, now) = (house.clone(), desk.station.clone(), house.now());
    let read =
        move |c: &mut Conn| Ok::<_, Fault>((answers::call_backs(c, &h, &station, now)?, answers::days(c, &station)?));
    let (all, days) = house.db.snapshot(read).await?;
    Ok(Json(CallBacksShape { days, call_backs: all.into_iter().map(CallBackShape::of).collect() }))
}

/// Whom to call back until when. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/call-backs", tag = "desk", operation_id = "callBacks",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = CallBacksShape, description = "The call-backs"), Looking, SignedIn))]
pub async fn call_backs(
    State(house): State<House>,
    AtDeskAsManager(desk): AtDeskAsManager,
) -> Result<Json<CallBacksShape>, Wrong> {
    Ok(all(&house, &desk).await?)
}

/// How one ended. Somebody who was not reached may be called again. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/call-backs/{id}", tag = "desk", operation_id = "answerCallBack",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = CallBackAnswer,
    responses((status = 200, body = CallBacksShape, description = "As they stand now"), Looking, Changing, SignedIn))]
pub async fn answer(
    State(house): State<House>,
    v: View,
    (AtDeskAsManager(desk), Values(Named { id })): (AtDeskAsManager, Values<Named<RatingId>>),
    headers: HeaderMap,
    Body(new): Body<CallBackAnswer>,
) -> Result<Json<CallBacksShape>, Wrong> {
    let (outcome, words) = new.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    let key = Once::header(&headers).unwrap_or_default();
    let by = answering(&house, &desk, (id, outcome, &words), key);
    let kept = acts::answer(&house, &desk.station, id, (outcome, words), by).await;
    kept.map_err(|not| Wrong::of(&v, not))?;
    Ok(all(&house, &desk).await?)
}

/// In how many working days the station calls back from now on; those that are open keep theirs. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/call-back-days", tag = "desk", operation_id = "setCallBackDays",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = CallBackDays,
    responses((status = 200, body = CallBacksShape, description = "As they stand now"), Looking, Changing, SignedIn))]
pub async fn set_days(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Body(new): Body<CallBackDays>,
) -> Result<Json<CallBacksShape>, Wrong> {
    let days = new.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    acts::set_days(&house, &desk.station, days, desk.staff.id).await?;
    Ok(all(&house, &desk).await?)
}
