//! Taking a wish up, and giving it back.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Next, Not, Refusal as _, Said};
use kernel::view::View;
use people::Resident;
use stations::{One, Station};

use crate::acts::{self, Who};
use crate::answers::Seen;
use crate::frame::{Frame, wish_path, wishes_path};
use crate::public::forms::PressForm;
use crate::public::pages;
use crate::public::reads;
use crate::rules::NoClaim;
use crate::{ClaimId, WishId};

/// Why somebody did not get a wish, and what they can look at instead: another wish that waits, and what they have themselves.
pub async fn said(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    (id, no): (WishId, &NoClaim),
) -> Result<Said, Fault> {
    let mut said = no.say(v);
    match no {
        NoClaim::Gone | NoClaim::NotOpen => {
            if let Some(card) = reads::another(house, station, id).await? {
                said.next.push(Next { label: card.item.clone(), href: wish_path(station, card.id) });
            }
        }
        NoClaim::Yours => said.next.push(Next { label: v.t("wishes-public-see"), href: wish_path(station, id) }),
        NoClaim::TooMany { .. } => said.next.push(Next { label: v.t("wishes-public-mine-see"), href: "/me".into() }),
    }
    Ok(said)
}

pub async fn claim(
    State(house): State<House>,
    v: View,
    wish: One<WishId>,
    who: Resident,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let path = wish_path(&wish.station, wish.id);
    let once = acts::once(&house, &form.once, &who.id.to_string(), &("claim", wish.id));
    match acts::claim(&house, &wish.station, wish.id, who.id, once).await {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let said = said(&house, &v, &wish.station, (wish.id, &no)).await?;
            instead(&house, &v.at(path), (&wish, who), (&no, &said)).await
        }
    }
}

/// The card once more, with why it was not to be had. One that is withdrawn has no card: all others there are.
async fn instead(
    house: &House,
    v: &View,
    (wish, who): (&One<WishId>, Resident),
    (no, said): (&NoClaim, &Said),
) -> Result<Response, Fault> {
    let f = Frame { v, station: &wish.station };
    let looked = match reads::card(house, &wish.station, wish.id, Some(who.id)).await {
        Err(Fault::NotFound) => return Ok(pages::gone(f, (said, no.status())).into_response()),
        looked => looked?,
    };
    let once = house.new_id().to_string();
    let one = pages::One {
        card: &looked.card,
        claim: looked.claim.as_ref(),
        // The refusal names it already.
        another: looked.another.as_ref().filter(|_| said.next.is_empty() && looked.card.state != Seen::Open),
        signed_in: true,
        once: &once,
        refused: Some((said, no.status())),
    };
    Ok(pages::card(f, &one).into_response())
}

pub async fn give_up(
    State(house): State<House>,
    v: View,
    claim: One<ClaimId>,
    who: Resident,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let once = acts::once(&house, &form.once, &who.id.to_string(), &("give-up", claim.id));
    match acts::give_up(&house, &claim.station, claim.id, Who::Person(who.id), once).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=given-up", wishes_path(&claim.station))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => {
            let f = Frame { v: &v.at(wishes_path(&claim.station)), station: &claim.station };
            Ok(pages::gone(f, (&no.say(&v), no.status())).into_response())
        }
    }
}
