//! What pages and programs read, each in one snapshot.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

use crate::WishId;
use crate::answers::{self, Card, Claim, Filter, Seen};
use crate::rules::State;

/// So many stand on a page.
pub const AT_ONCE: usize = 10;

/// Some of the wishes that wait, the newest first.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub cards: Vec<Card>,
    pub more: bool,
}

pub async fn pool(
    house: &House,
    station: &Arc<Station>,
    filter: Filter,
    (before, most): (Option<WishId>, usize),
) -> Result<Found, Fault> {
    let (h, at) = (house.clone(), station.clone());
    let read = move |c: &mut Conn| {
        let mut cards = answers::pool(c, &h, &at, filter, before, most + 1)?;
        let more = cards.len() > most;
        cards.truncate(most);
        Ok(Found { cards, more })
    };
    house.db.snapshot(read).await
}

/// The first few.
pub async fn first(house: &House, station: &Arc<Station>, few: usize) -> Result<Vec<Card>, Fault> {
    Ok(pool(house, station, Filter::default(), (None, few)).await?.cards)
}

/// How many wait.
pub async fn how_many(house: &House, station: &Arc<Station>) -> Result<i64, Fault> {
    let (h, at) = (house.clone(), station.clone());
    house.db.read(move |c: &mut Conn| answers::how_many(c, &h, &at)).await
}

/// One card, as somebody sees it.
pub struct Looked {
    pub card: Card,
    /// Theirs, if they have taken it up.
    pub claim: Option<Claim>,
    /// Another that waits, where this one does not and is not theirs to bring.
    pub another: Option<Card>,
}

pub async fn card(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    person: Option<PersonId>,
) -> Result<Looked, Fault> {
    let (h, at) = (house.clone(), station.clone());
    let read = move |c: &mut Conn| {
        let card = answers::card(c, &h, &at, id)?;
        let claim = match person {
            Some(person) => answers::claim_of(c, at.id, person, id)?,
            None => None,
        };
        let done = claim.as_ref().is_some_and(|claim| claim.state == State::Fulfilled);
        let another = match card.state {
            Seen::Open => None,
            _ if claim.is_some() && !done => None,
            _ => answers::another(c, &h, &at, &[id], (Some(card.kind), Some(card.band)))?,
        };
        Ok(Looked { card, claim, another })
    };
    house.db.snapshot(read).await
}

/// Another wish for whoever was not the fastest: like it if there is one.
pub async fn another(house: &House, station: &Arc<Station>, than: WishId) -> Result<Option<Card>, Fault> {
    let (h, at) = (house.clone(), station.clone());
    let read = move |c: &mut Conn| {
        // One that is withdrawn has no kind any more.
        let like = match answers::card(c, &h, &at, than) {
            Err(Fault::NotFound) => None,
            read => Some(read?),
        };
        let (kind, band) = (like.as_ref().map(|card| card.kind), like.as_ref().map(|card| card.band));
        answers::another(c, &h, &at, &[than], (kind, band))
    };
    house.db.snapshot(read).await
}

/// What somebody has taken up, station by station.
pub async fn claims_everywhere(house: &House, person: PersonId) -> Result<Vec<(Station, Vec<Claim>)>, Fault> {
    let read = move |c: &mut Conn| {
        let mut by_station: Vec<(Station, Vec<Claim>)> = vec![];
        for (id, claim) in answers::claims_of(c, person)? {
            match by_station.iter_mut().find(|(at, _)| at.id == id) {
                Some((_, claims)) => claims.push(claim),
                None => by_station.push((stations::by_id(c, id)?, vec![claim])),
            }
        }
        Ok(by_station)
    };
    house.db.snapshot(read).await
}
