//! What whoever is signed in does, and what they have.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use people::{PersonId, Resident};
use stations::{At, One, Station};

use super::look::OfCopy;
use super::shapes::{HistoryShape, HoldShape, LoanShape, MineAtShape, MineShape};
use crate::catalogue::rules::barcode;
use crate::failures::{Changing, Looking, SignedIn};
use crate::lending::acts::{self, Lending};
use crate::lending::rules::{By, Hand};
use crate::lending::says;
use crate::public::asked::HistoryWanted;
use crate::public::reads;
use crate::public::web::once_of;
use crate::{HoldId, LoanId, TitleId};

fn key(headers: &HeaderMap) -> &str {
    Once::header(headers).unwrap_or_default()
}

/// One of their loans here.
async fn loan(house: &House, station: &Station, (me, id): (PersonId, LoanId)) -> Result<LoanShape, Wrong> {
    let all = reads::mine(house, me).await?;
    let here = all.iter().find(|mine| mine.station.id == station.id);
    let loan = here.and_then(|mine| mine.loans.iter().find(|loan| loan.loan == id)).ok_or(Fault::NotFound)?;
    Ok(LoanShape::of(station, loan))
}

/// Takes home a piece that one holds in one's hands.
#[utoipa::path(post, path = "/stations/{slug}/library/copies/{barcode}/loan", tag = "library", operation_id = "borrow",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("barcode" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 201, description = "It is with whoever asked", body = LoanShape), Looking, SignedIn, Changing))]
pub async fn borrow(
    State(house): State<House>,
    v: View,
    (at, me): (At, Resident),
    Values(of): Values<OfCopy>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<LoanShape>), Wrong> {
    let barcode = barcode::read(&of.barcode).ok_or(Fault::NotFound)?;
    let copy = reads::piece(&house, &at.station, (barcode, None)).await?.piece.copy;
    let once = once_of(&house, key(&headers), me.id, &("loan", copy.id));
    let lending = Lending { copy: copy.id, person: me.id, despite: false };
    let out = acts::lend(&house, &at.station, lending, (Hand::Phone, once)).await;
    let out = out.map_err(|not| Wrong::said(not, |no| says::no_loan(&v, &at.station, no)))?;
    Ok((StatusCode::CREATED, Json(loan(&house, &at.station, (me.id, out.loan)).await?)))
}

/// Waits for a title: the next piece that comes back is put aside.
#[utoipa::path(post, path = "/stations/{slug}/library/titles/{id}/holds", tag = "library", operation_id = "holdTitle",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 201, description = "Waiting", body = HoldShape), Looking, SignedIn, Changing))]
pub async fn hold(
    State(house): State<House>,
    v: View,
    (one, me): (One<TitleId>, Resident),
    headers: HeaderMap,
) -> Result<(StatusCode, Json<HoldShape>), Wrong> {
    let once = once_of(&house, key(&headers), me.id, &("hold", one.id));
    let held = acts::hold(&house, &one.station, (one.id, me.id), (Hand::Phone, once)).await;
    let id = held.map_err(|not| Wrong::said(not, |no| says::no_hold(&v, &one.station, (no, one.id))))?;
    let seen = reads::title(&house, &one.station, (one.id, Some(me.id))).await?;
    let hold = seen.hold.filter(|hold| hold.hold == id).ok_or(Fault::NotFound)?;
    Ok((StatusCode::CREATED, Json(HoldShape::of(&one.station, &hold))))
}

/// Waits no more. A wait that has ended is not found; with the same key the answer is the same.
#[utoipa::path(delete, path = "/stations/{slug}/library/holds/{id}", tag = "library", operation_id = "cancelHold",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 204, description = "Waits no more"), Looking, SignedIn, Changing))]
pub async fn cancel(
    State(house): State<House>,
    (one, me): (One<HoldId>, Resident),
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let once = once_of(&house, key(&headers), me.id, &("cancel", one.id));
    acts::cancel_hold(&house, &one.station, one.id, By::Person(me.id), once).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Keeps something for longer.
#[utoipa::path(post, path = "/stations/{slug}/library/loans/{id}/renewal", tag = "library", operation_id = "renewLoan",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 200, description = "With its new day", body = LoanShape), Looking, SignedIn, Changing))]
pub async fn renew(
    State(house): State<House>,
    v: View,
    (one, me): (One<LoanId>, Resident),
    headers: HeaderMap,
) -> Result<Json<LoanShape>, Wrong> {
    let once = once_of(&house, key(&headers), me.id, &("renew", one.id));
    let done = acts::renew(&house, &one.station, one.id, By::Person(me.id), once).await;
    done.map_err(|not| Wrong::said(not, |no| says::no_renewal(&v, no)))?;
    Ok(Json(loan(&house, &one.station, (me.id, one.id)).await?))
}

/// What one has and waits for, at all stations.
#[utoipa::path(get, path = "/me/library", tag = "library", operation_id = "myLibrary",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, description = "Loans and holds", body = MineShape), Looking, SignedIn))]
pub async fn mine(State(house): State<House>, me: Resident) -> Result<Json<MineShape>, Wrong> {
    let at = |mine: &reads::Mine| MineAtShape {
        station: mine.station.slug.to_string(),
        loans: mine.loans.iter().map(|loan| LoanShape::of(&mine.station, loan)).collect(),
        holds: mine.holds.iter().map(|hold| HoldShape::of(&mine.station, hold)).collect(),
    };
    let stations = reads::mine(&house, me.id).await?.iter().map(at).collect();
    Ok(Json(MineShape { stations }))
}

/// What one has read here, if one wants it to be remembered. Where the station offers no such list, there is none.
#[utoipa::path(get, path = "/stations/{slug}/library/history", tag = "library", operation_id = "readingHistory",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "The list", body = HistoryShape), Looking, SignedIn))]
pub async fn history(State(house): State<House>, (at, me): (At, Resident)) -> Result<Json<HistoryShape>, Wrong> {
    let (wanted, all) = reads::history(&house, &at.station, me.id).await?;
    Ok(Json(HistoryShape::of(&at.station, (wanted, &all))))
}

/// Turns that list on for what is read from now on, or off: then it is erased at once. Sent again it changes nothing.
#[utoipa::path(put, path = "/stations/{slug}/library/history", tag = "library", operation_id = "wantReadingHistory",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")),
    request_body = HistoryWanted,
    responses((status = 200, description = "The list as it is now", body = HistoryShape), Looking, SignedIn, Changing))]
pub async fn want_history(
    State(house): State<House>,
    (at, me): (At, Resident),
    Body(wanted): Body<HistoryWanted>,
) -> Result<Json<HistoryShape>, Wrong> {
    reads::history(&house, &at.station, me.id).await?;
    acts::want_history(&house, &at.station, me.id, wanted.history).await?;
    let (wanted, all) = reads::history(&house, &at.station, me.id).await?;
    Ok(Json(HistoryShape::of(&at.station, (wanted, &all))))
}
