//! A list of titles is taken in.
use axum::Json;
use kernel::api::{Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use stations::Here;

use super::shapes::ImportedShape;
use crate::catalogue::asked::FileToTakeIn;
use crate::catalogue::imports;
use crate::catalogue::{acts, reads};
use crate::failures::{AtDesk, Changing, Looking};

/// Takes in what a file has, or only says what would come in. The same file again adds nothing, so no key is needed.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/import", tag = "library", operation_id = "importTitles",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    request_body = FileToTakeIn, responses((status = 200, body = ImportedShape, description = "What became of its lines"), Looking, AtDesk, Changing))]
pub async fn import(here: Here, Body(asked): Body<FileToTakeIn>) -> Result<Json<ImportedShape>, Wrong> {
    let bytes = asked.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let shelves = reads::shelves(&here).await?;
    let mut problems = Problems::default();
    let shelf = asked.shelf.as_ref().map(|code| shelves.iter().find(|one| one.code == *code).map(|one| one.id));
    if shelf == Some(None) {
        problems.add("shelf", "catalogue-no-such-shelf-field");
    }
    let read = tokio::task::spawn_blocking(move || imports::read(&bytes)).await.map_err(Fault::broken)?;
    let read = read.map_err(|why| problems.add_with("file", why.key(), vec![("line", why.line().to_string())])).ok();
    let found = problems.or_else_all(read).map_err(|p| Problem::fields(&here.v, &p))?;
    let (station, shelf, records) = (&here.desk.station, shelf.flatten(), found.records);
    let mut imported = match asked.look {
        true => {
            let id = station.id;
            let look = move |c: &mut Conn| acts::look(c, id, &records, shelf);
            here.house.db.snapshot(look).await?
        }
        false => acts::import(&here.house, station, records, (&here.desk.staff, shelf), |_, _| {}).await?,
    };
    imported.refused.extend(found.bad);
    imported.refused.sort_by_key(|bad| bad.at);
    Ok(Json(ImportedShape::of(&here.v, &imported)))
}
