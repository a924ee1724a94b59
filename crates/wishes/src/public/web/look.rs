//! Looking at wishes.
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::MaybeResident;
use stations::{At, One};

use crate::WishId;
use crate::answers::Filter;
use crate::frame::{Frame, wishes_path};
use crate::public::forms::Chosen;
use crate::public::pages::{self, List};
use crate::public::reads::{self, AT_ONCE};
use crate::rules::{Band, Kind};

/// The keys of what may have been done on the way to the list.
const DONE: [(&str, &str); 2] = [("given-up", "wishes-public-given-up"), ("asked", "wishes-public-asked")];

pub async fn list(
    State(house): State<House>,
    v: View,
    at: At,
    MaybeResident(person): MaybeResident,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    let (kind, band) = (Kind::of_word(&chosen.kind), Band::of_word(&chosen.band));
    // A choice that there is not leads to all.
    if kind.is_none() && !chosen.kind.is_empty() || band.is_none() && !chosen.band.is_empty() {
        return Ok(Redirect::to(&wishes_path(&at.station)).into_response());
    }
    let filter = Filter { kind, band };
    let before = chosen.before.parse().ok();
    let found = reads::pool(&house, &at.station, filter, (before, AT_ONCE)).await?;
    let done = DONE.into_iter().find(|(word, _)| *word == chosen.done).map(|(_, key)| key);
    let once = person.map(|_| house.new_id().to_string());
    let later = before.is_some();
    let shown = List { filter, cards: &found.cards, more: found.more, later, once: once.as_deref(), done };
    Ok(pages::list(Frame { v: &v, station: &at.station }, &shown).into_response())
}

pub async fn card(
    State(house): State<House>,
    v: View,
    wish: One<WishId>,
    MaybeResident(person): MaybeResident,
) -> Result<HtmlPage, Fault> {
    let looked = reads::card(&house, &wish.station, wish.id, person).await?;
    let once = house.new_id().to_string();
    let one = pages::One {
        card: &looked.card,
        claim: looked.claim.as_ref(),
        another: looked.another.as_ref(),
        signed_in: person.is_some(),
        once: &once,
        refused: None,
    };
    Ok(pages::card(Frame { v: &v, station: &wish.station }, &one))
}
