//! Posts: who stands there now, and what a manager writes.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::shapes::{ManagedPost, PostNowShape};
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::{Here, Manager, Named};
use crate::duty::acts;
use crate::duty::answers;
use crate::duty::asked::DutyPostEdit;
use crate::public::api::failures::Looking;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutyPostsNow)]
pub struct PostsNow {
    pub posts: Vec<PostNowShape>,
}

/// Who stands at which post now, by surname; honestly when nobody does.
#[utoipa::path(get, path = "/stations/{slug}/duty", tag = "duty", operation_id = "dutyNow",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Posts", body = PostsNow), Looking))]
pub async fn now(State(house): State<House>, v: View, at: At) -> Result<Json<PostsNow>, Wrong> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let posts = house.db.snapshot(move |c: &mut Conn| answers::posts_now(c, &h, &station, now)).await?;
    Ok(Json(PostsNow { posts: posts.iter().map(|p| PostNowShape::of(&v, &at.station, p)).collect() }))
}

async fn all(here: &Here) -> Result<Vec<ManagedPost>, Fault> {
    let at = here.desk.station.id;
    let posts = here.house.db.read(move |c: &mut Conn| answers::posts(c, at)).await?;
    Ok(posts.iter().map(|p| ManagedPost::of(&here.house, p)).collect())
}

async fn one(here: &Here, id: i32) -> Result<ManagedPost, Fault> {
    all(here).await?.into_iter().find(|p| p.id == id).ok_or(Fault::NotFound)
}

/// All posts as they are written down. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/duty-posts", tag = "duty", operation_id = "dutyPosts",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<ManagedPost>, description = "In the order in which they were written down"), Reading))]
pub async fn posts(Manager(here): Manager) -> Result<Json<Vec<ManagedPost>>, Wrong> {
    Ok(Json(all(&here).await?))
}

/// A new post. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/duty-posts", tag = "duty", operation_id = "addDutyPost",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = DutyPostEdit,
    responses((status = 201, body = ManagedPost, description = "Written down"), Reading, Changing))]
pub async fn add(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(new): Body<DutyPostEdit>,
) -> Result<(StatusCode, Json<ManagedPost>), Wrong> {
    let post = new.checked(0).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::add_post(&here.house, &here.desk.station, post, (here.staff(), once)).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(one(&here, id).await?)))
}

/// Writes a post anew. `seen` must be as it was read; with `retired` it is no more. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/duty-posts/{id}", tag = "duty", operation_id = "editDutyPost",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = DutyPostEdit,
    responses((status = 200, body = Vec<ManagedPost>, description = "All posts as they are now"), Reading, Changing))]
pub async fn edit(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<i32>>,
    Body(edit): Body<DutyPostEdit>,
) -> Result<Json<Vec<ManagedPost>>, Wrong> {
    let post = edit.checked(id).map_err(|p| Problem::fields(&here.v, &p))?;
    let how = (edit.seen, here.staff());
    let done = acts::edit_post(&here.house, &here.desk.station, (post, edit.retired), how).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(all(&here).await?))
}
