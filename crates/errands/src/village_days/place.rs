//! A place on a day: whether there is one for somebody, and taking it.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::rules::{self, Ask, Day, DayState, NoVisit, Takes, VisitState};
use super::store::{self, KeptDay, KeptVisit};
use super::visit::{no_news, promise, record};
use super::whose::{Whose, known_until};
use super::{VillageDayId, VillageVisitId};
use crate::TicketId;
use crate::answers;
use crate::rules::{Matter, OfficialId, village as called};
use crate::store as errands;

/// So many coming days are looked through; nobody plans more.
const MOST: i64 = 200;

/// Whether the official still is on the trip that made the day; a planned day needs no declaration.
pub fn still_goes(c: &mut Conn, station: &Station, day: &Day) -> Result<bool, Fault> {
    let Some(number) = day.trip else { return Ok(true) };
    Ok(errands::last(c, station.id, day.official)?.is_some_and(|last| last.number == number))
}

/// Whether somebody can be met on the day that is held.
pub fn may(
    c: &mut Conn,
    station: &Station,
    held: &KeptDay,
    (ask, matter): (&Ask, &Matter),
    (whose, by_desk): (&Whose, bool),
    now: Timestamp,
) -> Result<Takes, Not<NoVisit>> {
    if !still_goes(c, station, &held.day)? {
        return Err(NoVisit::Over.into());
    }
    let has = store::has_place(c, station.id, held.day.on, (whose.person, whose.phone_hash.as_deref()))?;
    Ok(rules::ask(now, &held.day, ask, (matter.draft.ways, matter.draft.minutes), (by_desk, has))?)
}

/// Where and when somebody who waits in the hall could be met instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub day: VillageDayId,
    /// Who goes there.
    pub official: OfficialId,
    pub from: Timestamp,
    pub until: Timestamp,
    /// As people say it.
    pub village: String,
    pub ticket: TicketId,
    pub ask: Ask,
    /// Of the checklist that they saw.
    pub version: i32,
    pub whose: Whose,
    /// They were asked about it already, and have not answered.
    pub offer: Option<VillageVisitId>,
}

/// The soonest day on which whoever holds a ticket can be met in the village in which they said that they live: for the one
/// thing that they wait for, by somebody other than `away`, or by `away` once they are back at `back`. A day that they have
/// said no to is not asked about again.
pub fn soonest(
    c: &mut Conn,
    station: &Station,
    (ticket, matters): (TicketId, &[Matter]),
    (village, whose): (i64, &Whose),
    (away, back): (OfficialId, Timestamp),
    now: Timestamp,
) -> Result<Option<Meeting>, Fault> {
    // A place is for one thing; whoever waits for several waits on for the others.
    let [(id, version, _)] = errands::matters_of(c, station.id, ticket)?[..] else { return Ok(None) };
    let Some(matter) = matters.iter().find(|m| m.id == id) else { return Ok(None) };
    let asked = store::of_ticket(c, station.id, ticket)?;
    let ask = Ask { village, matter: id, at_home: false };
    for kept in store::days_from(c, station.id, answers::wall(station, now).date(), MOST)? {
        let offer = asked.iter().find(|visit| visit.day == kept.id);
        let open = offer.is_none_or(|visit| visit.state_at(now) == VisitState::Offered);
        let goes = kept.day.official != away || back <= kept.day.from;
        if !open || !goes || kept.day.state != DayState::Planned {
            continue;
        }
        match may(c, station, &kept, (&ask, matter), (whose, false), now) {
            Ok(_) => {}
            Err(Not::Refused(_)) => continue,
            Err(Not::Fault(fault)) => return Err(fault),
        }
        let name = stations::division(c, village)?.map(|d| called(&d.name).to_owned());
        return Ok(Some(Meeting {
            day: kept.id,
            official: kept.day.official,
            from: kept.day.from,
            until: kept.day.until,
            village: name.unwrap_or_default(),
            ticket,
            ask,
            version,
            whose: whose.clone(),
            offer: offer.map(|visit| visit.id),
        }));
    }
    Ok(None)
}

/// Takes the place that was found, inside another change; nothing, if somebody else has taken it or they have answered meanwhile.
/// The ticket is not touched.
pub fn give(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (meeting, matter): (&Meeting, &Matter),
    (now, by): (Timestamp, By),
) -> Result<Option<VillageVisitId>, Fault> {
    let (mut held, whose) = (store::hold(c, station.id, meeting.day)?, &meeting.whose);
    // They may have answered since, and nobody accepts for them what they declined.
    if let Some(offer) = meeting.offer
        && store::visit(c, station.id, offer)?.state_at(now) != VisitState::Offered
    {
        return Ok(None);
    }
    let takes = match may(c, station, &held, (&meeting.ask, matter), (whose, false), now) {
        Ok(takes) => takes,
        Err(Not::Refused(_)) => return Ok(None),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    if let Some(person) = whose.person {
        people::keep_until(c, person, known_until(station, held.day.on)?)?;
    }
    let id = meeting.offer.unwrap_or_else(|| VillageVisitId(house.new_id()));
    let kept = match meeting.offer {
        Some(_) => {
            no_news(c, station, id)?;
            store::set_visit(c, station.id, id, (VisitState::Accepted, None))
        }
        None => store::insert_visit(c, station.id, &visit(id, &held, meeting, (takes, now))),
    };
    match kept {
        // On another official's route, at the same moment: it is judged anew.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
        kept => kept?,
    }
    promise(c, station, &mut held, (takes, true))?;
    record(c, station, (now, by), (VisitState::Accepted, id, held.id))?;
    Ok(Some(id))
}

fn visit(id: VillageVisitId, held: &KeptDay, meeting: &Meeting, (takes, now): (Takes, Timestamp)) -> KeptVisit {
    let whose = meeting.whose.clone();
    KeptVisit {
        id,
        day: held.id,
        on: held.day.on,
        village: meeting.ask.village,
        matter: meeting.ask.matter,
        version: meeting.version,
        takes,
        ticket: Some(meeting.ticket),
        person: whose.person,
        name_sealed: whose.name_sealed,
        phone_sealed: whose.phone_sealed,
        phone_hash: whose.phone_hash,
        phone_told: false,
        state: VisitState::Accepted,
        lapses_at: None,
        next: None,
        made_at: now,
    }
}

/// The place on a day that has taken the place of a ticket.
pub fn of_ticket(c: &mut Conn, station: &Station, ticket: TicketId) -> Result<Option<VillageVisitId>, Fault> {
    let all = store::of_ticket(c, station.id, ticket)?;
    Ok(all.into_iter().find(|visit| visit.state == VisitState::Accepted).map(|visit| visit.id))
}
