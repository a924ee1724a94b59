//! What is held about a resident: as somebody who has a wish to fulfil, as somebody who wished, and as somebody who would like to be
//! called. The last two are found by the number.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use super::doing::returned;
use super::end::erased;
use super::tell;
use crate::ClaimId;
use crate::answers::{WHY, claims_of, fresh_id, phone_hash};
use crate::rules::Claim;
use crate::store::{appeals, asks, claims, people as whose, reviews, wishes};

pub fn holdings() -> Vec<Holding> {
    vec![
        Holding { name: "wish_claims", export: claimed, erase: forget_claims },
        Holding { name: "wishes", export: wished, erase: forget_wishes },
        Holding { name: "wish_asks", export: asked, erase: forget_asks },
    ]
}

fn claimed(c: &mut Conn, _: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (station, claim) in claims_of(c, person)? {
        let station = stations::by_id(c, station)?;
        all.push(json!({
            "station": station.name_zh,
            "kind": claim.card.kind.word(),
            "item": claim.card.item,
            "state": claim.state.word(),
            "until": claim.until.to_string(),
        }));
    }
    Ok(json!(all))
}

/// What was not brought goes back to the others; what was brought stays, and nobody brought it.
fn forget_claims(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (station, claim) in claims::of_person(c, person)? {
        let station = stations::by_id(c, station)?;
        let wish = match wishes::held(c, station.id, claim.wish) {
            // Taken back meanwhile.
            Err(Fault::NotFound) => continue,
            held => held?,
        };
        // It may have gone back meanwhile.
        let held = claims::of_wish(c, station.id, claim.wish)?.filter(|held| held.person == Some(person));
        let Some(held) = held else { continue };
        match wish.state {
            leased if leased.is_leased() => {
                tell::forget_reminder(c, house, &station, &held)?;
                returned(c, house, &station, wish, now)?;
            }
            ended if ended.has_ended() => claims::remove(c, station.id, claim.wish)?,
            _ => claims::set(c, station.id, &Claim { id: ClaimId(fresh_id(house)), person: None, ..held })?,
        }
    }
    Ok(())
}

/// The keyed hash of somebody's number.
fn hash_of(c: &mut Conn, house: &House, person: PersonId) -> Result<Option<Vec<u8>>, Fault> {
    Ok(people::phone_of(c, house, person)?.map(|phone| phone_hash(house, &phone)))
}

fn wished(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let Some(hash) = hash_of(c, house, person)? else { return Ok(json!([])) };
    let mut all = vec![];
    for (station, id, minor) in whose::of_phone(c, &hash)? {
        let wish = wishes::by_id(c, station, id)?;
        let Some(kept) = whose::of_wish(c, station, id)? else { continue };
        let mut noes = vec![];
        for one in reviews::of_wish(c, station, id)?.into_iter().filter(|one| !one.yes) {
            noes.push(json!({ "why": one.why, "at": one.at.to_string() }));
        }
        let mut objections = vec![];
        for one in appeals::of_wish(c, station, id)? {
            let why = house.keys.open(WHY, &appeals::why(c, station, one.id)?).map_err(Fault::broken)?;
            let decided = one.decided.map(|d| json!({ "at": d.at.to_string(), "upheld": d.upheld, "words": d.words }));
            objections.push(json!({ "why": why, "made_at": one.made_at.to_string(), "decided": decided }));
        }
        let station = stations::by_id(c, station)?;
        let villages = stations::villages(c, &station.division)?;
        let village = villages.into_iter().find(|v| Some(v.code) == wish.draft.village).map(|v| v.name);
        all.push(json!({
            "station": station.name_zh,
            "kind": wish.draft.kind.word(),
            "item": wish.draft.item.as_str(),
            "state": wish.state.word(),
            "for_a_child": minor,
            "village": village,
            "consent": kept.consent.word(),
            "consent_at": kept.consent_at.to_string(),
            "refused": noes,
            "appeals": objections,
            "written_at": wish.made_at.to_string(),
        }));
    }
    Ok(json!(all))
}

/// As if they had taken it back.
fn forget_wishes(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    let Some(hash) = hash_of(c, house, person)? else { return Ok(()) };
    for (station, id, _) in whose::of_phone(c, &hash)? {
        let station = stations::by_id(c, station)?;
        let wish = match wishes::held(c, station.id, id) {
            // Taken back meanwhile.
            Err(Fault::NotFound) => continue,
            held => held?,
        };
        erased(c, house, &station, &wish, now)?;
    }
    Ok(())
}

fn asked(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let Some(hash) = hash_of(c, house, person)? else { return Ok(json!([])) };
    let mut all = vec![];
    for (station, _, at) in asks::of_phone(c, &hash)? {
        let station = stations::by_id(c, station)?;
        all.push(json!({ "station": station.name_zh, "asked_at": at.to_string() }));
    }
    Ok(json!(all))
}

fn forget_asks(c: &mut Conn, house: &House, person: PersonId, _: Timestamp) -> Result<(), Fault> {
    let Some(hash) = hash_of(c, house, person)? else { return Ok(()) };
    for (station, id, _) in asks::of_phone(c, &hash)? {
        asks::remove(c, station, id)?;
    }
    Ok(())
}
