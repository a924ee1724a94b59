//! Founding a club.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::Resident;
use stations::At;

use super::look::shape;
use super::shapes::{ClubShape, refused};
use crate::clubs::acts::{self, Founder};
use crate::clubs::asked::{NewClub, keyed};
use crate::public::api::failures::{Changing, Reading, SignedIn};

/// Founds a club, which you lead. At most three of them.
#[utoipa::path(post, path = "/stations/{slug}/clubs", tag = "venues", operation_id = "foundClub",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewClub,
    responses((status = 201, description = "Founded", body = ClubShape), Reading, SignedIn, Changing))]
pub async fn found(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewClub>,
) -> Result<(StatusCode, Json<ClubShape>), Wrong> {
    let (text, name) = new.checked().map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &keyed(&house, &new)));
    let founder = Founder::Me { person: who.id, name };
    let done = acts::found(&house, &at.station, (text, founder), once).await;
    let id = done.map_err(|not| refused(&v, &at.station, not))?;
    Ok((StatusCode::CREATED, Json(shape(&house, &v, &at.station, (id, Some(who.id))).await?)))
}
