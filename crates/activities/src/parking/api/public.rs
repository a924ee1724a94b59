//! What everybody asks, and what marshals' devices send.
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use stations::{At, Here};

use super::shapes::{CountedShape, NowShape};
use crate::failures::{Changing, Looking};
use crate::parking::acts::{self, By};
use crate::parking::asked::NewParkingTaps;
use crate::parking::reads;
use crate::parking::rules::NoParking;

/// The lots of the fair that is on or comes next, and where cars are sent now.
#[utoipa::path(get, path = "/stations/{slug}/parking", tag = "parking", operation_id = "parkingNow",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Lots", body = NowShape), Looking))]
pub async fn now(State(house): State<House>, v: View, at: At) -> Result<Json<NowShape>, Wrong> {
    let found = reads::now(&house, &at.station).await?;
    Ok(Json(NowShape::of(&v, &at.station, found.ground.as_ref())))
}

/// Somebody who is signed in as staff here, if they are.
pub struct MaybeHere(Option<Here>);

impl FromRequestParts<House> for MaybeHere {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<MaybeHere, Fault> {
        Ok(MaybeHere(Here::from_request_parts(parts, house).await.ok()))
    }
}

/// Takes what a marshal's device has to tell. Sent again it counts once: a device sends all that it is not sure of, in order.
/// Whoever has a link names its secret; staff name the lot.
#[utoipa::path(post, path = "/stations/{slug}/parking/taps", tag = "parking", operation_id = "countParking",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug")), request_body = NewParkingTaps,
    responses((status = 200, description = "Every class of the lot with its count now", body = CountedShape),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "A lot is named by nobody of staff"),
        Looking, Changing))]
pub async fn taps(
    State(house): State<House>,
    v: View,
    (at, here): (At, MaybeHere),
    Body(sent): Body<NewParkingTaps>,
) -> Result<Json<CountedShape>, Wrong> {
    let (lot, by) = match (&sent.pass, sent.lot, &here.0) {
        (Some(secret), _, _) => {
            let pass = acts::bearer(&house, &at.station, secret).await?;
            if !pass.holds(house.now()) {
                return Err(Problem::refused(&v, &NoParking::Withdrawn).into());
            }
            (pass.lot, By::Marshal(pass.id))
        }
        (None, Some(lot), Some(here)) => (lot, By::Staff(here.staff())),
        (None, Some(_), None) => return Err(Fault::StaffSignInFirst.into()),
        (None, None, _) => return Err(Fault::NotFound.into()),
    };
    let taps = sent.checked(house.now()).map_err(|p| Problem::fields(&v, &p))?;
    let counted = acts::count(&house, &at.station, (lot, taps), by).await.map_err(|not| Wrong::of(&v, not))?;
    Ok(Json(CountedShape::of(&counted)))
}
