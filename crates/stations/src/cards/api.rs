//! The same for programs: a kiosk, a desk's own software.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::View;
use people::{CardId, Household, Issued};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::forms;
use crate::desk::AtDesk;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(issue_card))
        .routes(routes!(scan_card))
        .routes(routes!(show_card, revoke_card))
        .routes(routes!(replace_card))
}

/// Whom a card is for. Never a number of an identity card.
#[derive(Deserialize, ToSchema)]
struct NewCard {
    /// What to call them.
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    name: String,
    #[schema(max_length = 40)]
    phone: Option<String>,
    /// That they have agreed to the station keeping this.
    agrees: bool,
}

/// A card that was just made.
#[derive(Serialize, ToSchema)]
struct IssuedCard {
    #[schema(value_type = String, format = "uuid")]
    id: CardId,
    name: String,
    /// What the printed code says. It is told once and stored nowhere.
    address: String,
}

impl IssuedCard {
    fn of(house: &House, issued: Issued) -> (StatusCode, Json<IssuedCard>) {
        let address = format!("{}/card/{}", house.settings.public_url, issued.code);
        (StatusCode::CREATED, Json(IssuedCard { id: issued.card, name: issued.name, address }))
    }
}

/// A household, as the desk may know it.
#[derive(Serialize, ToSchema)]
struct HouseholdBody {
    #[schema(value_type = String, format = "uuid")]
    card: CardId,
    /// What to call them.
    name: Option<String>,
    /// Their number, masked.
    phone: Option<String>,
    #[schema(value_type = String, format = "date-time")]
    good_until: jiff::Timestamp,
    good: bool,
}

impl HouseholdBody {
    fn of(house: &House, seen: Household) -> HouseholdBody {
        let good = seen.card.is_good(house.now());
        let phone = seen.phone.as_ref().map(ToString::to_string);
        HouseholdBody { card: seen.card.id, name: seen.name, phone, good_until: seen.card.expires_at, good }
    }
}

#[derive(Deserialize)]
struct Which {
    card: CardId,
}

/// Makes a card for a household. Cards that it had are good no more.
#[utoipa::path(post, path = "/stations/{slug}/cards", tag = "desk", operation_id = "issueCard",
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewCard,
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 201, body = IssuedCard, description = "To be printed now"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The body is not JSON"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No such station where you work"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Something in the body cannot be")))]
async fn issue_card(
    State(house): State<House>,
    v: View,
    desk: AtDesk,
    headers: HeaderMap,
    Body(new): Body<NewCard>,
) -> Result<(StatusCode, Json<IssuedCard>), Wrong> {
    let read = forms::household(&new.name, new.phone.as_deref().unwrap_or_default(), new.agrees);
    let new = read.map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| super::once_of(key, &desk, &house, &new));
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    let issued = house.db.write(move |c| people::issue_card(c, &h, at, &new, once.as_ref())).await?;
    Ok(IssuedCard::of(&house, issued))
}

/// What a scanner read.
#[derive(Deserialize, ToSchema)]
struct Scan {
    /// The address on the card, or the letters under it.
    #[schema(max_length = 300)]
    code: String,
}

/// Whose card this is. Nothing is written down: nobody counts who shows a card.
#[utoipa::path(post, path = "/stations/{slug}/card-scans", tag = "desk", operation_id = "scanCard",
    params(("slug" = String, Path)), request_body = Scan,
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = HouseholdBody, description = "The household"),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The body is not JSON"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No card that is good has this code"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Something in the body cannot be")))]
async fn scan_card(
    State(house): State<House>,
    _: AtDesk,
    Body(scan): Body<Scan>,
) -> Result<Json<HouseholdBody>, Wrong> {
    let h = house.clone();
    let found = house.db.snapshot(move |c| people::scanned_card(c, &h, &scan.code)).await?;
    Ok(Json(HouseholdBody::of(&house, found.ok_or(Fault::NotFound)?)))
}

/// A card that was issued here.
#[utoipa::path(get, path = "/stations/{slug}/cards/{card}", tag = "desk", operation_id = "showCard",
    params(("slug" = String, Path), ("card" = String, Path, description = "Its id", format = "uuid")),
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, body = HouseholdBody, description = "The household"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No such card here")))]
async fn show_card(
    State(house): State<House>,
    desk: AtDesk,
    At(which): At<Which>,
) -> Result<Json<HouseholdBody>, Wrong> {
    let (h, station) = (house.clone(), desk.station.id);
    let found = house.db.snapshot(move |c| people::household(c, &h, station, which.card)).await?;
    Ok(Json(HouseholdBody::of(&house, found)))
}

/// Makes a new card in place of one that is lost or worn.
#[utoipa::path(post, path = "/stations/{slug}/cards/{card}/replacement", tag = "desk", operation_id = "replaceCard",
    params(("slug" = String, Path), ("card" = String, Path, description = "Its id", format = "uuid")),
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 201, body = IssuedCard, description = "To be printed now; the old one is good no more"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No such card here")))]
async fn replace_card(
    State(house): State<House>,
    desk: AtDesk,
    At(which): At<Which>,
) -> Result<(StatusCode, Json<IssuedCard>), Wrong> {
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    let issued = house.db.write(move |c| people::reissue_card(c, &h, at, which.card)).await?;
    Ok(IssuedCard::of(&house, issued))
}

/// Makes a card good no more.
#[utoipa::path(delete, path = "/stations/{slug}/cards/{card}", tag = "desk", operation_id = "revokeCard",
    params(("slug" = String, Path), ("card" = String, Path, description = "Its id", format = "uuid")),
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 204, description = "Good no more"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Nobody is signed in as staff"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No such card here")))]
async fn revoke_card(State(house): State<House>, desk: AtDesk, At(which): At<Which>) -> Result<StatusCode, Wrong> {
    let (h, at) = (house.clone(), (desk.station.id, desk.staff.id));
    house.db.write(move |c| people::revoke_card(c, &h, at, which.card)).await?;
    Ok(StatusCode::NO_CONTENT)
}
