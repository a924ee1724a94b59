//! A door as the manager sets it up.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use serde::Serialize;
use utoipa::ToSchema;

use crate::desk::here::{Here, Manager, Named};
use crate::door::acts;
use crate::door::answers;
use crate::door::forms::LockForm;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::rules::Key;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ManagedDoor)]
pub struct DoorShape {
    /// How one gets in; codes are made only for `code`.
    key: Key,
    /// Where the lock is told; empty = nowhere.
    lock_url: String,
    /// Whether a keypad has a key here.
    has_key: bool,
    /// Where the code beside the door leads, and the sheet with it.
    page: String,
    poster: String,
}

async fn shape(here: &Here, id: i32) -> Result<Json<DoorShape>, Fault> {
    let station = here.desk.station.clone();
    let door = here.house.db.read(move |c: &mut Conn| answers::managed(c, &station, id)).await?;
    let page = here.desk.station.path(&format!("/doors/{}", door.venue.slug));
    let poster = format!("{page}/poster");
    Ok(Json(DoorShape { key: door.venue.key, lock_url: door.lock_url, has_key: door.has_key, page, poster }))
}

/// What stands at the door of a venue. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/venues/{id}/door", tag = "doors", operation_id = "door",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    responses((status = 200, body = DoorShape, description = "As it is now"), Reading, SignedIn))]
pub async fn door(Manager(here): Manager, At(named): At<Named<i32>>) -> Result<Json<DoorShape>, Wrong> {
    Ok(shape(&here, named.id).await?)
}

/// Sets where the lock of a door is told. All codes are made anew, because the lock knows none of them. Managers only.
///
/// The lock gets `{"id", "station", "venue", "reservation", "kind", "code", "from", "until", "made_at"}` by POST; `kind` is
/// `granted`, `moved` (without `code`) or `revoked` (without code and times). The same `id` on every try; for one reservation
/// in order. With a key, the header `Yizhan-Signature` is the HMAC-SHA-256 of the body in hexadecimal digits.
#[utoipa::path(put, path = "/stations/{slug}/venues/{id}/door", tag = "doors", operation_id = "changeDoor",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = LockForm,
    responses((status = 200, body = DoorShape, description = "As it is now"), Reading, SignedIn, Changing))]
pub async fn change(
    Manager(here): Manager,
    At(named): At<Named<i32>>,
    Body(edit): Body<LockForm>,
) -> Result<Json<DoorShape>, Wrong> {
    let url = edit.read().map_err(|p| Problem::fields(&here.v, &p))?;
    acts::set_lock(&here.house, &here.desk.station, named.id, url, here.staff()).await?;
    Ok(shape(&here, named.id).await?)
}

/// A key for the keypad, shown this once; it also signs what the lock is told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorKey)]
pub struct KeyShape {
    key: String,
}

/// Gives a door a new key; the old one is good no more. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/venues/{id}/door/keys", tag = "doors", operation_id = "newDoorKey",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = i32, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = KeyShape, description = "The key"), Reading, SignedIn, Changing))]
pub async fn new_key(
    Manager(here): Manager,
    At(named): At<Named<i32>>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<KeyShape>), Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("door-key", named.id));
    let key = acts::new_key(&here.house, &here.desk.station, named.id, here.staff(), once).await?;
    Ok((StatusCode::CREATED, Json(KeyShape { key })))
}
