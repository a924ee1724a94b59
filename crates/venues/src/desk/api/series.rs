use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::SeriesId;
use crate::desk::asked::whose;
use crate::desk::here::Here;
use crate::desk::seen::{self, Held};
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::api::series::{shape, wanted};
use crate::public::api::series_shapes::{NewSeriesShape, SeriesShape};
use crate::series::steps::Asking;

/// A running series in the list of a station.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesEntry {
    #[schema(value_type = String, format = "uuid")]
    id: SeriesId,
    offering: String,
    title: String,
    rule: String,
    at: String,
    minutes: i32,
    /// The next day that its rule names.
    #[schema(value_type = Option<String>, format = Date)]
    next: Option<Date>,
    /// Dates to come that have no room.
    clashes: usize,
    /// Who holds it, if anybody said.
    name: Option<String>,
    /// The number, masked.
    #[schema(example = "138****5521")]
    phone: Option<String>,
}

impl SeriesEntry {
    fn of(held: Held) -> SeriesEntry {
        let (s, l) = (&held.listed.series, &held.listed);
        SeriesEntry {
            id: s.id,
            offering: l.offering.slug.clone(),
            title: s.title.clone(),
            rule: s.terms.rule.to_string(),
            at: s.terms.time().strftime("%H:%M").to_string(),
            minutes: s.terms.minutes,
            next: l.next,
            clashes: l.clashes,
            name: held.guest.name.clone(),
            phone: held.guest.phone.as_ref().map(ToString::to_string),
        }
    }
}

/// The series of the station that go on, by venue.
#[utoipa::path(get, path = "/stations/{slug}/desk/series", tag = "desk", operation_id = "runningSeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<SeriesEntry>, description = "Running series"), Reading, SignedIn))]
pub async fn list(here: Here) -> Result<Json<Vec<SeriesEntry>>, Wrong> {
    let (house, station, v, now) = (here.house.clone(), here.desk.station.clone(), here.v.clone(), here.now());
    let read = move |c: &mut Conn| seen::running(c, &house, &station, &v, now);
    let all = here.house.db.snapshot(read).await?;
    Ok(Json(all.into_iter().map(SeriesEntry::of).collect()))
}

/// A series for somebody, or for an office that shares the station.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeriesFor {
    series: NewSeriesShape,
    /// The number of the office; with it, nobody's name is needed.
    #[serde(default)]
    owner: Option<i32>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    phone: Option<String>,
}

/// Makes a series for somebody (a name or a phone is enough) or for an office. No quota counts.
#[utoipa::path(post, path = "/stations/{slug}/desk/series", tag = "desk", operation_id = "makeSeriesForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSeriesFor,
    responses((status = 201, body = SeriesShape, description = "Made"), Reading, SignedIn, Changing))]
pub async fn make(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewSeriesFor>,
) -> Result<(StatusCode, Json<SeriesShape>), Wrong> {
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let asking = Asking { house, station, actor: here.actor() };
    let wanted = wanted(&asking, &here.v, &new.series).await?;
    let id = here.desk.station.id;
    let owners = here.house.db.read(move |c| stations::owners(c, id)).await?;
    let known: Vec<i32> = owners.iter().map(|o| o.id).collect();
    let whose = whose(here.staff(), (new.owner, &known), (new.name.as_deref(), new.phone.as_deref()));
    let whose = whose.map_err(|p| Problem::fields(&here.v, &p))?;
    // Of names and numbers only a keyed hash is kept.
    let hashed = here.house.keys.lookup("series-once", &format!("{:?}/{:?}", new.name, new.phone));
    let key = Once::header(&headers).unwrap_or_default();
    let once = asking.once(key, &(&new.series, new.owner, hashed));
    let made = asking.make(&wanted, whose, once).await;
    let id = made.map_err(|not| wrong(&here.v, &here.desk.station, not, vec![]))?;
    Ok((StatusCode::CREATED, Json(shape(&asking, &here.v, id).await?)))
}
