use axum::Json;
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;

use super::bodies::{OfferingBody, VenueBody};
use super::taking::refused;
use crate::answers;
use crate::desk::act;
use crate::desk::asked::{OfferingEdit, VenueEdit};
use crate::desk::here::{Here, Manager, Named};
use crate::public::api::failures::{Changing, Reading, SignedIn};

/// A venue with its hours, its places and the rules of what one can book there. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/venues/{id}", tag = "desk", operation_id = "venue",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    responses((status = 200, body = VenueBody, description = "As it is now"), Reading, SignedIn))]
pub async fn venue(Manager(here): Manager, At(named): At<Named<i32>>) -> Result<Json<VenueBody>, Wrong> {
    whole(&here, named.id).await
}

async fn whole(here: &Here, id: i32) -> Result<Json<VenueBody>, Wrong> {
    let station = here.desk.station.clone();
    let all = here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?;
    let venue = all.venue(id).ok_or(Fault::NotFound)?;
    Ok(Json(VenueBody::of(venue, &all.atoms_of(id), all.offerings_of(id))))
}

/// Changes a venue. An edit of an older version than the present one is refused. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/venues/{id}", tag = "desk", operation_id = "changeVenue",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = VenueEdit,
    responses((status = 200, body = VenueBody, description = "As it is now"), Reading, SignedIn, Changing))]
pub async fn change_venue(
    Manager(here): Manager,
    At(named): At<Named<i32>>,
    Body(edit): Body<VenueEdit>,
) -> Result<Json<VenueBody>, Wrong> {
    let old = act::venue_now(&here, named.id).await?;
    let station = here.desk.station.id;
    let owners = here.house.db.read(move |c: &mut Conn| stations::owners(c, station)).await?;
    let owners: Vec<i32> = owners.iter().map(|o| o.id).collect();
    let venue = edit.checked(&old, &owners).map_err(|p| Problem::fields(&here.v, &p))?;
    match act::edit_venue(&here, venue).await {
        Ok(()) => whole(&here, named.id).await,
        Err(not) => Err(refused(&here, None, not).await),
    }
}

/// Changes the name and the rules of an offering. Reservations that stand keep theirs. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/offerings/{id}", tag = "desk", operation_id = "changeOffering",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = OfferingEdit,
    responses((status = 200, body = OfferingBody, description = "As it is now"), Reading, SignedIn, Changing))]
pub async fn change_offering(
    Manager(here): Manager,
    At(named): At<Named<i32>>,
    Body(edit): Body<OfferingEdit>,
) -> Result<Json<OfferingBody>, Wrong> {
    let old = act::offering_now(&here, named.id).await?;
    let offering = edit.checked(&old).map_err(|p| Problem::fields(&here.v, &p))?;
    match act::edit_offering(&here, offering).await {
        Ok(()) => Ok(Json(OfferingBody::of(&act::offering_now(&here, named.id).await?))),
        Err(not) => Err(refused(&here, None, not).await),
    }
}
