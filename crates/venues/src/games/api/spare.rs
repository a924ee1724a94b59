//! When you can play. Nobody else reads it; you are told of games that fit.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::types::Id;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::Resident;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::shapes::refused;
use crate::desk::here::Named;
use crate::games::acts;
use crate::games::asked::NewSpareTime;
use crate::games::pages::clock;
use crate::games::store::Spare;
use crate::public::api::failures::{Changing, Reading, SignedIn};

/// A weekly time in which you can play.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SpareTime)]
pub struct SpareShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    activity: String,
    /// 0 = Monday.
    weekday: i16,
    #[schema(example = "18:00")]
    from: String,
    #[schema(example = "22:00")]
    until: String,
    #[schema(format = Date)]
    ends_on: String,
}

impl SpareShape {
    fn of(spare: &Spare) -> SpareShape {
        let w = spare.weekly;
        SpareShape {
            id: spare.id,
            activity: spare.activity.clone(),
            weekday: w.weekday,
            from: clock(w.from),
            until: clock(w.until),
            ends_on: w.ends_on.to_string(),
        }
    }
}

/// Your weekly times here.
#[utoipa::path(get, path = "/stations/{slug}/spare-times", tag = "venues", operation_id = "spareTimes",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, description = "Your times, by weekday", body = Vec<SpareShape>), Reading, SignedIn))]
pub async fn times(State(house): State<House>, at: At, who: Resident) -> Result<Json<Vec<SpareShape>>, Wrong> {
    let all = acts::times(&house, &at.station, who.id).await?;
    Ok(Json(all.iter().map(SpareShape::of).collect()))
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SpareTimeKept)]
pub struct KeptShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
}

/// Adds a weekly time. The same one again is renewed.
#[utoipa::path(post, path = "/stations/{slug}/spare-times", tag = "venues", operation_id = "addSpareTime",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSpareTime,
    responses((status = 201, description = "Kept", body = KeptShape), Reading, SignedIn, Changing))]
pub async fn add(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewSpareTime>,
) -> Result<(StatusCode, Json<KeptShape>), Wrong> {
    let wish = new.checked(v.when(&at.station.zone).today()).map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &new));
    let kept = acts::add(&house, &at.station, who.id, wish, once).await;
    let id = kept.map_err(|not| refused(&v, &at.station, not, vec![]))?;
    Ok((StatusCode::CREATED, Json(KeptShape { id })))
}

/// Lets a time last twelve weeks from today.
#[utoipa::path(post, path = "/stations/{slug}/spare-times/{id}/renewal", tag = "venues", operation_id = "renewSpareTime",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Renewed"), Reading, SignedIn, Changing))]
pub async fn renew(
    State(house): State<House>,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<Id>>,
) -> Result<StatusCode, Wrong> {
    acts::renew(&house, &at.station, who.id, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a time back. Doing it twice is fine.
#[utoipa::path(delete, path = "/stations/{slug}/spare-times/{id}", tag = "venues", operation_id = "removeSpareTime",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Gone"), Reading, SignedIn, Changing))]
pub async fn remove(
    State(house): State<House>,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<Id>>,
) -> Result<StatusCode, Wrong> {
    acts::forget(&house, &at.station, who.id, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
