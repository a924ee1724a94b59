//! Paper for programs. Paths are relative to `/api/v1`; whoever calls is signed in as staff with a role at the station.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::tz::TimeZone;
use kernel::api::{Api, Ask, At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::once::Once;
use kernel::routes;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::acts::{self, Became};
use super::answers::{self, Noted};
use super::asked::{NewOutage, NewPaperEntry, keyed};
use super::rules::Outage;
use crate::desk::api::bodies::AgendaEntry;
use crate::desk::here::{Here, Named};
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::forms::written;
use crate::rules::Name;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(enter))
        .routes(routes!(clashes))
        .routes(routes!(notes))
        .routes(routes!(outages, declare))
        .routes(routes!(take_back))
}

/// What became of a line of paper.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperEntry {
    /// The reservation, or the note.
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    became: PaperBecame,
    /// How the reservation stands; null for a note.
    #[schema(value_type = Option<crate::rules::State>)]
    state: Option<crate::rules::State>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum PaperBecame {
    /// A reservation of its own.
    Reservation,
    /// It was a reservation that stood already.
    Theirs,
    Note,
}

impl From<Became> for PaperEntry {
    fn from(became: Became) -> PaperEntry {
        match became {
            Became::Entered { id, state } => {
                PaperEntry { id: id.0, became: PaperBecame::Reservation, state: Some(state) }
            }
            Became::Theirs { id, state } => PaperEntry { id: id.0, became: PaperBecame::Theirs, state: Some(state) },
            Became::Noted { id } => PaperEntry { id, became: PaperBecame::Note, state: None },
        }
    }
}

/// Types in one line of paper. Whoever sends the lines of a sheet gives each a key of its own.
#[utoipa::path(post, path = "/stations/{slug}/desk/paper-entries", tag = "desk", operation_id = "enterFromPaper",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewPaperEntry,
    responses((status = 201, body = PaperEntry, description = "Entered"), Reading, SignedIn, Changing))]
pub async fn enter(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewPaperEntry>,
) -> Result<(StatusCode, Json<PaperEntry>), Wrong> {
    let station = &here.desk.station;
    let line = new.checked(&station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &keyed(&here.house, &line));
    match acts::enter(&here.house, station, line, here.staff(), once).await {
        Ok(became) => Ok((StatusCode::CREATED, Json(became.into()))),
        Err(not) => Err(wrong(&here.v, station, not, vec![])),
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ForLine {
    /// The slug of the offering.
    #[param(max_length = 60, example = "table-tennis")]
    offering: String,
    /// The number of the table; without it, all of the offering.
    #[param(minimum = 1, maximum = 2_147_483_647)]
    place: Option<i32>,
    #[param(max_length = 40, format = DateTime, example = "2026-06-24T14:00:00+08:00")]
    from: String,
    #[param(max_length = 40, format = DateTime, example = "2026-06-24T15:00:00+08:00")]
    until: String,
}

/// Who is in the place of a line, and which tables were free instead.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperClash {
    in_the_way: Vec<AgendaEntry>,
    free: Vec<FreePlace>,
}

#[derive(Debug, Serialize, ToSchema)]
struct FreePlace {
    place: i32,
    name: Name,
}

/// Who is in the place of a line, and what is free instead.
#[utoipa::path(get, path = "/stations/{slug}/desk/paper-clashes", tag = "desk", operation_id = "paperClashes",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ForLine),
    responses((status = 200, body = PaperClash, description = "Names and masked numbers, as the desk sees them"),
    Reading, SignedIn))]
pub async fn clashes(here: Here, Ask(asked): Ask<ForLine>) -> Result<Json<PaperClash>, Wrong> {
    let ForLine { offering, place, from, until } = asked;
    let new = NewPaperEntry {
        offering,
        place,
        from,
        until,
        group: None,
        name: None,
        came: true,
        others: vec![],
        as_note: false,
    };
    let line = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| answers::clash(c, &house, &station, &line, now);
    let clash = match here.house.db.snapshot(read).await {
        Ok(clash) => clash,
        Err(not) => return Err(wrong(&here.v, &here.desk.station, not, vec![])),
    };
    Ok(Json(PaperClash {
        in_the_way: clash.in_the_way.iter().map(|s| AgendaEntry::of(s, &here.desk.station)).collect(),
        free: clash.free.into_iter().map(|a| FreePlace { place: a.id, name: a.name }).collect(),
    }))
}

/// A line of paper that was kept as it stood.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperNote {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    /// The number of the offering.
    offering: i32,
    place: Option<i32>,
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
    group: i32,
    came: bool,
    /// Of somebody who did not come it is told to managers only, once the day is over.
    name: Option<String>,
}

impl PaperNote {
    fn of(noted: &Noted, zone: &TimeZone) -> PaperNote {
        let (note, paper) = (&noted.note, &noted.note.paper);
        PaperNote {
            id: note.id,
            offering: note.offering,
            place: paper.place,
            from: written(paper.span.from, zone),
            until: written(paper.span.until, zone),
            group: paper.group.unwrap_or(1),
            came: paper.came,
            name: noted.name.clone(),
        }
    }
}

/// The lines of paper that were kept as notes, of the last 31 days.
#[utoipa::path(get, path = "/stations/{slug}/desk/paper-notes", tag = "desk", operation_id = "paperNotes",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<PaperNote>, description = "At most 50, the newest first"), Reading, SignedIn))]
pub async fn notes(here: Here) -> Result<Json<Vec<PaperNote>>, Wrong> {
    let zone = &here.desk.station.zone;
    Ok(Json(super::web::lately(&here, None).await?.notes.iter().map(|n| PaperNote::of(n, zone)).collect()))
}

/// When the program was away.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutageShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
}

impl OutageShape {
    fn of(outage: &Outage, zone: &TimeZone) -> OutageShape {
        let span = outage.span;
        OutageShape { id: outage.id, from: written(span.from, zone), until: written(span.until, zone) }
    }
}

/// When the program was away in the last 31 days, as far as somebody said so.
#[utoipa::path(get, path = "/stations/{slug}/desk/outages", tag = "desk", operation_id = "outages",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<OutageShape>, description = "The earliest first"), Reading, SignedIn))]
pub async fn outages(here: Here) -> Result<Json<Vec<OutageShape>>, Wrong> {
    let zone = &here.desk.station.zone;
    Ok(Json(super::web::lately(&here, None).await?.outages.iter().map(|o| OutageShape::of(o, zone)).collect()))
}

/// Declares that the program was away: it explains gaps to whoever counts.
#[utoipa::path(post, path = "/stations/{slug}/desk/outages", tag = "desk", operation_id = "declareOutage",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewOutage,
    responses((status = 201, body = OutageShape, description = "Declared"), Reading, SignedIn, Changing))]
pub async fn declare(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewOutage>,
) -> Result<(StatusCode, Json<OutageShape>), Wrong> {
    let station = &here.desk.station;
    let span = new.checked(&station.zone, here.now()).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &span);
    match acts::declare(&here.house, station, span, here.staff(), once).await {
        Ok(id) => Ok((StatusCode::CREATED, Json(OutageShape::of(&Outage { id, span }, &station.zone)))),
        Err(not) => Err(wrong(&here.v, station, not, vec![])),
    }
}

/// Takes an outage back that was declared by mistake.
#[utoipa::path(delete, path = "/stations/{slug}/desk/outages/{id}", tag = "desk", operation_id = "takeOutageBack",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Taken back"), Reading, SignedIn, Changing))]
pub async fn take_back(here: Here, At(Named { id }): At<Named<Id>>) -> Result<StatusCode, Wrong> {
    acts::take_back(&here.house, &here.desk.station, id, here.staff()).await?;
    Ok(StatusCode::NO_CONTENT)
}
