//! Changing a station.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::{Body, Problem, Wrong};
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bodies::StationWithOwners;
use crate::desk::AtDeskAsManager;
use crate::forms::StationForm;
use crate::station::Station;
use crate::{acts, memory};

/// What is to be different; what is left out stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationChange {
    #[schema(max_length = 40)]
    name_zh: Option<String>,
    /// Empty for none.
    #[schema(max_length = 40)]
    name_en: Option<String>,
    #[schema(max_length = 120)]
    address: Option<String>,
    /// Empty for none.
    phone: Option<String>,
    /// Degrees north and east: `36.42, 102.03`. Empty for unknown.
    at: Option<String>,
    /// IANA time zone.
    zone: Option<String>,
    /// OpenStreetMap `opening_hours`.
    #[schema(max_length = 500)]
    hours: Option<String>,
}

impl StationChange {
    fn over(&self, station: &Station) -> StationForm {
        let now = StationForm::of(station);
        let pick = |new: &Option<String>, old: String| new.clone().unwrap_or(old);
        StationForm {
            name_zh: pick(&self.name_zh, now.name_zh),
            name_en: pick(&self.name_en, now.name_en),
            address: pick(&self.address, now.address),
            phone: pick(&self.phone, now.phone),
            at: pick(&self.at, now.at),
            zone: pick(&self.zone, now.zone),
            hours: pick(&self.hours, now.hours),
            ..StationForm::default()
        }
    }
}

/// Changes a station. Managers only.
#[utoipa::path(patch, path = "/stations/{slug}", tag = "stations", operation_id = "changeStation",
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationChange,
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = StationWithOwners, description = "As it is now"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The body is not JSON"),
        (status = 404, body = Problem, content_type = "application/problem+json",
            description = "There is no such station where you are a manager"),
        (status = 422, body = Problem, content_type = "application/problem+json",
            description = "Something in the body cannot be; `fields` say what and why")))]
pub async fn change_station(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    headers: HeaderMap,
    Body(change): Body<StationChange>,
) -> Result<Json<StationWithOwners>, Wrong> {
    let draft = change.over(&desk.station).read().map_err(|problems| Problem::fields(&v, &problems))?;
    let (id, by, now) = (desk.station.id, By::Staff(desk.staff.id.0), house.now());
    let once = Once::header(&headers).map(|key| Once::new(key, &desk.staff.id.to_string(), &change));
    let changed = move |c: &mut kernel::db::Conn| {
        only_once(c, id, once.as_ref(), now, |c| acts::change_station(c, id, &draft, by, now))
    };
    house.db.write(changed).await?;
    memory::forget(&house, &desk.station.slug);
    let station = memory::station(&house, &desk.station.slug).await?;
    Ok(Json(StationWithOwners::of(&house, &station).await?))
}
