//! All rooms of a station, as they stand now.
use axum::Json;
use axum::extract::State;
use kernel::api::Wrong;
use kernel::house::House;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::failures::Reading;
use super::shapes::{OfferingShape, VenueShape};
use crate::answers::{self, FreeNow};
use crate::public::reads::Here;
use stations::Station;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Venues)]
pub struct VenuesShape {
    pub venues: Vec<VenueShape>,
}

/// All rooms of the station and what is free of them now.
#[utoipa::path(get, path = "/stations/{slug}/venues", tag = "venues", operation_id = "venues",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "The rooms in the order of the station's list", body = VenuesShape), Reading))]
pub async fn venues(State(house): State<House>, at: At) -> Result<Json<VenuesShape>, Wrong> {
    let here = Here::new(&house, &at.station);
    let all = house.db.read(move |c| answers::overview(c, &here.house, &here.station, here.now)).await?;
    Ok(Json(VenuesShape { venues: by_venue(&all, &at.station) }))
}

fn by_venue(all: &[FreeNow], station: &Station) -> Vec<VenueShape> {
    let mut venues: Vec<VenueShape> = vec![];
    for f in all {
        let offering = OfferingShape::of(f, station);
        match venues.iter_mut().find(|v| v.slug == f.venue.slug) {
            Some(venue) => venue.offerings.push(offering),
            None => venues.push(VenueShape {
                slug: f.venue.slug.clone(),
                name: f.venue.name.clone(),
                kind: f.venue.kind,
                hours: f.venue.hours.clone(),
                note: f.venue.note.clone(),
                key: f.venue.key,
                offerings: vec![offering],
            }),
        }
    }
    venues
}
