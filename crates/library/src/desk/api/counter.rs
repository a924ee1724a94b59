//! Lent, renewed, given back, waited for.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use people::PersonId;
use serde::Serialize;
use stations::{Here, Named};

use super::shapes::{BackShape, LentShape, PlacedShape, ReaderShape, RenewedShape};
use crate::catalogue::answers as catalogue;
use crate::desk::asked::{LibraryHoldAtDesk, LibraryLoanAtDesk, LibraryReaderWanted, LibraryReturnAtDesk};
use crate::desk::who::{self, Found, Typed};
use crate::desk::{reads, serving};
use crate::failures::{AtDesk, Changing, Looking};
use crate::lending::acts::{self, Lending};
use crate::lending::answers::at_reader;
use crate::lending::rules::{By, Hand};
use crate::{CopyId, LoanId};

fn key(here: &Here, headers: &HeaderMap, request: &impl Serialize) -> Option<Once> {
    here.once(Once::header(headers).unwrap_or_default(), request)
}

fn wrong(here: &Here, field: &'static str, why: &'static str) -> Wrong {
    let mut problems = Problems::default();
    problems.add(field, why);
    Problem::fields(&here.v, &problems).into()
}

/// Whoever it is for; new ones are made, once for a key.
async fn person(here: &Here, headers: &HeaderMap, typed: Typed) -> Result<PersonId, Wrong> {
    let once = Once::header(headers).and_then(|key| here.once(&format!("{key}-reader"), &"reader"));
    let found = serving::reader(here, typed, once).await?;
    found.ok_or_else(|| wrong(here, "card", "library-desk-no-card"))
}

/// The copy with that barcode.
async fn copy(here: &Here, code: String) -> Result<CopyId, Wrong> {
    let station = here.desk.station.id;
    let read = move |c: &mut Conn| catalogue::copy_by_barcode(c, station, &code);
    let found = here.house.db.read(read).await?;
    Ok(found.map(|copy| copy.id).ok_or(Fault::NotFound)?)
}

/// What somebody at the counter has and waits for. Nothing is written down: nobody counts who shows a card.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/reader", tag = "library", operation_id = "readerAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = LibraryReaderWanted,
    responses((status = 200, body = ReaderShape, description = "The reader; somebody new has nothing"), Looking, AtDesk, Changing))]
pub async fn reader(here: Here, Body(wanted): Body<LibraryReaderWanted>) -> Result<Json<ReaderShape>, Wrong> {
    let typed = wanted.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let read = move |c: &mut Conn| match who::find(c, &house, &typed)? {
        Found::Person(id) => Ok(Some((reads::person(c, &house, id)?, Some(at_reader(c, &house, &station, id)?)))),
        Found::Nobody => Ok(Some((reads::Person::default(), None))),
        Found::NoCard => Ok::<_, Fault>(None),
    };
    let found = here.house.db.snapshot(read).await?;
    let (person, reader) = found.ok_or_else(|| wrong(&here, "card", "library-desk-no-card"))?;
    Ok(Json(match &reader {
        Some(reader) => ReaderShape::of(&person, reader),
        None => ReaderShape { name: None, phone: None, loans: vec![], holds: vec![], blocked_since: None },
    }))
}

/// Lends a copy to somebody at the counter.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/loans", tag = "library", operation_id = "lendAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryLoanAtDesk,
    responses((status = 201, body = LentShape, description = "It is lent"), Looking, AtDesk, Changing))]
pub async fn lend(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<LibraryLoanAtDesk>,
) -> Result<(StatusCode, Json<LentShape>), Wrong> {
    let (typed, code) = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let copy = copy(&here, code).await?;
    let person = person(&here, &headers, typed).await?;
    let lending = Lending { copy, person, despite: new.despite };
    let once = key(&here, &headers, &("lend", copy, acts::unnamed(&here.house, person), new.despite));
    let done = acts::lend(&here.house, &here.desk.station, lending, (Hand::Desk(here.staff()), once)).await;
    let lent = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(LentShape::of(&lent))))
}

/// Renews what somebody has.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/loans/{id}/renewal", tag = "library", operation_id = "renewAtDesk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = RenewedShape, description = "It is renewed"), Looking, AtDesk, Changing))]
pub async fn renew(
    here: Here,
    Values(Named { id }): Values<Named<LoanId>>,
    headers: HeaderMap,
) -> Result<Json<RenewedShape>, Wrong> {
    let once = key(&here, &headers, &("renew", id));
    let done = acts::renew(&here.house, &here.desk.station, id, By::Staff(here.staff()), once).await;
    let due_on = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(Json(RenewedShape { due_on }))
}

/// Takes a copy back, whoever brings it.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/returns", tag = "library", operation_id = "takeBackAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryReturnAtDesk,
    responses((status = 200, body = BackShape, description = "It is back"), Looking, AtDesk, Changing))]
pub async fn take_back(
    here: Here,
    headers: HeaderMap,
    Body(brought): Body<LibraryReturnAtDesk>,
) -> Result<Json<BackShape>, Wrong> {
    let code = brought.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let copy = copy(&here, code).await?;
    let once = key(&here, &headers, &("back", copy));
    let back = acts::give_back(&here.house, &here.desk.station, copy, (Hand::Desk(here.staff()), once)).await?;
    Ok(Json(BackShape::of(&back)))
}

/// Puts somebody at the counter in line for a title.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/holds", tag = "library", operation_id = "placeHoldAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = LibraryHoldAtDesk,
    responses((status = 201, body = PlacedShape, description = "They wait"), Looking, AtDesk, Changing))]
pub async fn hold(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<LibraryHoldAtDesk>,
) -> Result<(StatusCode, Json<PlacedShape>), Wrong> {
    let typed = new.reader.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| catalogue::title(c, station, new.title)).await?;
    let person = person(&here, &headers, typed).await?;
    let once = key(&here, &headers, &("hold", new.title, acts::unnamed(&here.house, person)));
    let hand = (Hand::Desk(here.staff()), once);
    let done = acts::hold(&here.house, &here.desk.station, (new.title, person), hand).await;
    let hold = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(PlacedShape { hold })))
}
