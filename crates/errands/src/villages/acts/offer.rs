//! Whoever waits in the hall and lives where an official goes is asked whether they want to be met there.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::tell::{self, Told};
use crate::TicketId;
use crate::acts::{Actor, day_of};
use crate::rules::{Matter, State};
use crate::store::{self as errands, Kept};
use crate::village_days::rules::{Ask, NoVisit, VisitState};
use crate::village_days::store::{self, KeptDay, KeptVisit};
use crate::village_days::{VISITOR, VillageVisitId, Whose, may, record};
use crate::villages::answers;

/// Offers the day to all who wait today for what is done on it and said that they live on its route.
pub(super) fn offer(
    c: &mut Conn,
    house: &House,
    station: &Station,
    day: &KeptDay,
    now: Timestamp,
) -> Result<(), Fault> {
    let mut standing = errands::standing_on(c, station.id, day_of(station, now))?;
    standing.retain(|kept| waits(kept.ticket.state));
    let ids: Vec<TicketId> = standing.iter().map(|kept| kept.id).collect();
    let matters = errands::matters(c, station.id)?;
    for (ticket, village) in store::live_in(c, station.id, &ids, &day.day.villages)? {
        if let Some(kept) = standing.iter().find(|kept| kept.id == ticket) {
            to_one(c, house, station, (day, &matters), (kept, village), now)?;
        }
    }
    Ok(())
}

/// Whoever is called or served is helped already.
fn waits(state: State) -> bool {
    matches!(state, State::Booked | State::Waiting | State::Deferred | State::Held)
}

/// Offers the day to one of them; nothing happens where a rule says no, or where they were asked before.
fn to_one(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (day, matters): (&KeptDay, &[Matter]),
    (ticket, village): (&Kept, i64),
    now: Timestamp,
) -> Result<(), Fault> {
    let another = ticket.ticket.official.is_some_and(|official| official != day.day.official);
    let asked = store::of_ticket(c, station.id, ticket.id)?.iter().any(|visit| visit.day == day.id);
    if another || asked {
        return Ok(());
    }
    let wanted = errands::matters_of(c, station.id, ticket.id)?;
    let done = wanted.iter().filter(|(id, ..)| day.day.matters.contains(id));
    let Some((matter, version)) =
        done.filter_map(|(id, version, _)| Some((matters.iter().find(|m| m.id == *id)?, *version))).next()
    else {
        return Ok(());
    };
    let whose = Whose { person: ticket.person, ..Whose::default() };
    let ask = Ask { village, matter: matter.id, at_home: false };
    let takes = match may(c, station, day, (&ask, matter), (&whose, false), now) {
        Ok(takes) => takes,
        Err(Not::Refused(_)) => return Ok(()),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    let typed = answers::typed_for(house, ticket)?;
    let visit = KeptVisit {
        id: VillageVisitId(house.new_id()),
        day: day.id,
        on: day.day.on,
        village,
        matter: matter.id,
        version,
        takes,
        ticket: Some(ticket.id),
        person: ticket.person,
        name_sealed: typed.map(|name| house.keys.seal(VISITOR, &name, &house.chance)),
        phone_sealed: None,
        phone_hash: None,
        phone_told: false,
        state: VisitState::Offered,
        lapses_at: Some(day.day.asks_until(false)),
        next: None,
        made_at: now,
    };
    store::insert_visit(c, station.id, &visit)?;
    record(c, station, (now, By::Program), (VisitState::Offered, visit.id, day.id))?;
    tell::tell(c, house, station, (&day.day, &visit), Told::Offered, now)
}

/// Whoever holds a ticket says in which village they live, or a clerk says it for them; then they are asked whether they want
/// to be met there. Only the township's villages, and only while they wait for what is done in villages.
pub async fn say_village(
    house: &House,
    station: &Arc<Station>,
    (id, village): (TicketId, i64),
    by: Actor,
) -> Result<(), Not<NoVisit>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let kept = errands::by_id(c, station.id, id)?;
        if !stations::villages(c, &station.division)?.iter().any(|d| d.code == village) {
            return Err(NoVisit::NoVillage.into());
        }
        let matters = errands::matters(c, station.id)?;
        let wanted = errands::matters_of(c, station.id, id)?;
        let doable = wanted.iter().any(|(id, ..)| matters.iter().any(|m| m.id == *id && m.draft.ways.village));
        if kept.day != day_of(&station, now) || !waits(kept.ticket.state) || !doable {
            return Err(NoVisit::NoTicket.into());
        }
        if store::lives_in(c, station.id, id)? == Some(village) {
            return Ok(());
        }
        store::say_village(c, station.id, (id, kept.day), village)?;
        event::record(c, station.id, now, by.by(), "ticket.village-said", &id.to_string(), &serde_json::json!({}))?;
        for known in answers::coming(c, &station, now)? {
            if known.day.villages.contains(&village) {
                let day = store::hold(c, station.id, known.id)?;
                to_one(c, &h, &station, (&day, &matters), (&kept, village), now)?;
            }
        }
        Ok(())
    };
    house.db.write(work).await
}
