//! The link that makes a device the kiosk, for programs. Managers only.
use axum::Json;
use axum::http::StatusCode;
use kernel::api::Wrong;
use serde::Serialize;
use utoipa::ToSchema;

use crate::desk::api::failures::{Changing, Reading};
use crate::desk::api::shapes::written;
use crate::desk::here::{Here, Manager};
use crate::kiosk::{self, acts};

/// Whether the station's kiosks work.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KioskLink)]
pub struct KioskShape {
    /// Since when the link holds by which they were opened; null = there is none, and no kiosk works.
    #[schema(format = DateTime)]
    since: Option<String>,
}

/// A link that was just made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KioskLinkMade)]
pub struct MadeShape {
    /// It is told this once.
    secret: String,
    /// What is opened on the machine.
    page: String,
}

async fn shown(here: &Here) -> Result<Json<KioskShape>, Wrong> {
    let at = here.desk.station.id;
    let since = here.house.db.read(move |c| kiosk::since(c, at)).await?;
    Ok(Json(KioskShape { since: since.map(|at| written(at, &here.desk.station.zone)) }))
}

/// Whether a kiosk can be opened, and since when. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/kiosk-link", tag = "desk", operation_id = "kioskLink",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = KioskShape, description = "As it is now"), Reading))]
pub async fn look(Manager(here): Manager) -> Result<Json<KioskShape>, Wrong> {
    shown(&here).await
}

/// Makes a link that is opened once on each kiosk of the hall. The one before holds no more. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/kiosk-link", tag = "desk", operation_id = "makeKioskLink",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 201, body = MadeShape, description = "The link"), Reading, Changing))]
pub async fn make(Manager(here): Manager) -> Result<(StatusCode, Json<MadeShape>), Wrong> {
    let secret = acts::renew(&here.house, &here.desk.station, here.staff()).await?;
    let page = kiosk::link_path(&here.desk.station, &secret);
    Ok((StatusCode::CREATED, Json(MadeShape { secret, page })))
}

/// Closes all kiosks. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/desk/kiosk-link", tag = "desk", operation_id = "closeKiosks",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = KioskShape, description = "As it is now"), Reading, Changing))]
pub async fn close(Manager(here): Manager) -> Result<Json<KioskShape>, Wrong> {
    acts::close(&here.house, &here.desk.station, here.staff()).await?;
    shown(&here).await
}
