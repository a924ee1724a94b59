//! The wishes that somebody has taken on.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::PersonId;

use super::cards::taken_card;
use super::types::Claim;
use crate::WishId;
use crate::rules::{self, Wish};
use crate::store::{claims, wishes};

fn to_claim(claim: rules::Claim, wish: &Wish) -> Claim {
    Claim { id: claim.id, card: taken_card(wish), state: wish.state, until: claim.until, place: claim.place }
}

/// All of somebody, at whatever station, what ends first first; also what was handed over, for a month.
pub fn claims_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Claim)>, Fault> {
    let all = claims::of_person(c, person)?;
    let whole = |(station, claim): (StationId, rules::Claim)| {
        let wish = wishes::by_id(c, station, claim.wish)?;
        Ok((station, to_claim(claim, &wish)))
    };
    all.into_iter().map(whole).collect()
}

/// Theirs of one wish, if they have it.
pub fn claim_of(c: &mut Conn, station: StationId, person: PersonId, id: WishId) -> Result<Option<Claim>, Fault> {
    let claim = claims::of_wish(c, station, id)?.filter(|claim| claim.person == Some(person));
    let Some(claim) = claim else { return Ok(None) };
    let wish = wishes::by_id(c, station, id)?;
    Ok(Some(to_claim(claim, &wish)))
}
