//! Saying something.
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use kernel::api::{Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use stations::At;

use super::shapes::{LeftShape, SeenShape};
use crate::acts::{self, Doing};
use crate::answers::Holder;
use crate::failures::{Changing, Looking};
use crate::ports::Ports;
use crate::public::asked::NewOpinion;
use crate::public::reads;
use crate::rules::{Refusal, Source};

/// Hands something in, by nobody. The receipt comes back once, and with it one follows what becomes of it. While far more come than
/// people can write, the answer is `/problems/opinion-busy`, and `fields` have the `challenge` that is worked for (`bits` leading 0
/// bits of SHA-256 of `challenge:nonce`) or waited for (`seconds`), and sent along as `stamp`.
#[utoipa::path(post, path = "/stations/{slug}/opinions", tag = "opinions", operation_id = "leaveOpinion", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewOpinion,
    responses((status = 201, description = "Handed in", body = LeftShape), Looking, Changing))]
pub async fn leave(
    State(house): State<House>,
    Extension(ports): Extension<Ports>,
    v: View,
    (At { station }, peer): (At, Peer),
    headers: HeaderMap,
    Body(new): Body<NewOpinion>,
) -> Result<(StatusCode, Json<LeftShape>), Wrong> {
    // Before anything is read that costs the machine something.
    reads::counted(&house, &peer)?;
    let mut problems = Problems::default();
    let photos = reads::photos(&house, new.files(), (&mut problems, "photos")).await?;
    let read = new.checked(problems, photos, Source::Web).map_err(|problems| Problem::fields(&v, &problems))?;
    let doing = Doing::new(house, station, ports);
    let done = acts::leave(&doing, read, new.stamp, Once::header(&headers)).await;
    let Doing { house, station, .. } = doing;
    let left = done.map_err(|not| wrong(&v, not))?;
    let seen = reads::seen(&house, &station, Holder { id: left.id }).await?;
    let photos = reads::photo_paths(&house, &station, &seen);
    let opinion = SeenShape::of(&v, &station, &seen, photos);
    Ok((StatusCode::CREATED, Json(LeftShape { receipt: left.receipt.digits().to_owned(), opinion })))
}

/// A refusal with what a program needs to do about it.
fn wrong(v: &View, not: Not<Refusal>) -> Wrong {
    match not {
        Not::Refused(refusal @ Refusal::Busy { .. }) => {
            let mut problem = Problem::said(&refusal, refusal.say(v));
            if let Refusal::Busy { challenge, bits, seconds } = refusal {
                let asked = [("challenge", challenge), ("bits", bits.to_string()), ("seconds", seconds.to_string())];
                problem.fields.extend(asked.map(|(name, value)| (name.to_owned(), value)));
            }
            problem.into()
        }
        not => Wrong::of(v, not),
    }
}
