//! "Ask them to come to me too": a place on a day, for whoever asks first.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::guest::Guest;
use crate::acts::Actor;
use crate::rules::{Matter, MatterId};
use crate::store as errands;
use crate::village_days::rules::{Ask, NoVisit, VisitState};
use crate::village_days::store::{self, KeptVisit};
use crate::village_days::{VillageDayId, VillageVisitId, may, promise, record};

#[derive(Debug, Clone)]
pub struct NewVisit {
    pub day: VillageDayId,
    pub ask: Ask,
    pub guest: Guest,
}

/// Asks for a place. The day is held before anything is read: of many who want the last one, one gets it.
pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    new: NewVisit,
    once: Option<Once>,
) -> Result<VillageVisitId, Not<NoVisit>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, &new, now));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: &NewVisit,
    now: Timestamp,
) -> Result<VillageVisitId, Not<NoVisit>> {
    let mut held = store::hold(c, station.id, new.day)?;
    let matter = matter(c, station, new.ask.matter)?;
    let whose = new.guest.kept(c, house, (station, held.day.on))?;
    let by_desk = matches!(new.guest.by, Actor::Staff(_));
    let takes = may(c, station, &held, (&new.ask, &matter), (&whose, by_desk), now)?;
    let visit = KeptVisit {
        id: VillageVisitId(house.new_id()),
        day: held.id,
        on: held.day.on,
        village: new.ask.village,
        matter: matter.id,
        version: matter.version,
        takes,
        ticket: None,
        person: whose.person,
        name_sealed: whose.name_sealed,
        phone_sealed: whose.phone_sealed,
        phone_hash: whose.phone_hash,
        phone_told: new.guest.phone_told,
        state: VisitState::Accepted,
        lapses_at: None,
        next: None,
        made_at: now,
    };
    match store::insert_visit(c, station.id, &visit) {
        // On another official's route, at the same moment.
        Err(Fault::AlreadyThere(_)) => return Err(NoVisit::HasPlace.into()),
        kept => kept?,
    }
    promise(c, station, &mut held, (takes, true))?;
    record(c, station, (now, new.guest.by.by()), (VisitState::Accepted, visit.id, held.id))?;
    Ok(visit.id)
}

pub(super) fn matter(c: &mut Conn, station: &Station, id: MatterId) -> Result<Matter, Not<NoVisit>> {
    let all = errands::matters(c, station.id)?;
    Ok(all.into_iter().find(|m| m.id == id).ok_or(NoVisit::NoMatter)?)
}
