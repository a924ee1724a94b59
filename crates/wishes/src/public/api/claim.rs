//! Taking a wish up, giving it back, and what one has.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;
use people::Resident;
use stations::One;

use super::shapes::{ClaimShape, ClaimsShape};
use crate::acts::{self, Who};
use crate::answers::Claim;
use crate::failures::{Changing, Looking, SignedIn};
use crate::public::reads;
use crate::public::web::said;
use crate::rules;
use crate::{ClaimId, WishId};

/// Takes a wish up: from then on nobody else has it. It is brought to the station within seven days; you never learn whose it is.
/// Whoever is not the fastest is told so, and `next` leads to another that waits.
#[utoipa::path(post, path = "/stations/{slug}/wishes/{id}/claim", tag = "wishes", operation_id = "claimWish",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 201, description = "It is yours", body = ClaimShape), Looking, SignedIn, Changing))]
pub async fn claim(
    State(house): State<House>,
    v: View,
    wish: One<WishId>,
    who: Resident,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<ClaimShape>), Wrong> {
    let key = Once::header(&headers).unwrap_or_default();
    let once = acts::once(&house, key, &who.id.to_string(), &("claim", wish.id));
    match acts::claim(&house, &wish.station, wish.id, who.id, once).await {
        Ok(done) => {
            let looked = reads::card(&house, &wish.station, wish.id, Some(who.id)).await?;
            // A request that is repeated after the wish was given back gets the answer that it had.
            let (id, until) = (done.claim, done.until);
            let was = Claim { id, card: looked.card, state: rules::State::Claimed, until, place: String::new() };
            let claim = looked.claim.filter(|claim| claim.id == id).unwrap_or(was);
            Ok((StatusCode::CREATED, Json(ClaimShape::of(&wish.station, &claim))))
        }
        Err(Not::Fault(fault)) => Err(fault.into()),
        Err(Not::Refused(no)) => {
            let said = said(&house, &v, &wish.station, (wish.id, &no)).await?;
            Err(Problem::said(&no, said).into())
        }
    }
}

/// Gives a wish back: it waits for others again. Not once it is handed in.
#[utoipa::path(delete, path = "/stations/{slug}/wishes/claims/{id}", tag = "wishes", operation_id = "giveWishBack",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 204, description = "Given back"), Looking, SignedIn, Changing))]
pub async fn give_up(
    State(house): State<House>,
    v: View,
    claim: One<ClaimId>,
    who: Resident,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let key = Once::header(&headers).unwrap_or_default();
    let once = acts::once(&house, key, &who.id.to_string(), &("give-up", claim.id));
    let done = acts::give_up(&house, &claim.station, claim.id, Who::Person(who.id), once).await;
    done.map_err(|not| Wrong::of(&v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// What you have taken up, at all stations.
#[utoipa::path(get, path = "/me/wishes", tag = "wishes", operation_id = "myWishes",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, description = "Yours", body = ClaimsShape), Looking, SignedIn))]
pub async fn mine(State(house): State<House>, who: Resident) -> Result<Json<ClaimsShape>, Wrong> {
    let all = reads::claims_everywhere(&house, who.id).await?;
    let mut mine = vec![];
    for (station, claims) in &all {
        mine.extend(claims.iter().map(|claim| ClaimShape::of(station, claim)));
    }
    Ok(Json(ClaimsShape { claims: mine }))
}
