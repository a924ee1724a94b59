//! A slot is taken, from home or at the desk, and given back.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, Phone, StaffId};
use stations::Station;

use super::keep::{After, begins, keep, made, record};
use super::tell;
use crate::deputies::answers::NAME;
use crate::deputies::rules::{self, LAPSES_AFTER, Refusal, State, Step, Visit};
use crate::deputies::store::{self, Kept, KeptDay};
use crate::deputies::{DayId, VisitId};

/// Whose slot it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Whoever has its address: a slot needs no name.
    Bearer,
    Person(PersonId),
    /// A clerk takes it for somebody: a name is enough, nothing is enough.
    Desk {
        staff: StaffId,
        name: Option<String>,
        phone: Option<Phone>,
    },
}

impl Who {
    pub(super) fn staff(&self) -> Option<StaffId> {
        if let Who::Desk { staff, .. } = self { Some(*staff) } else { None }
    }

    /// Whose it becomes, and the name that a clerk typed, sealed. They are known until everything about it is forgotten.
    pub(super) fn known(
        &self,
        c: &mut Conn,
        house: &House,
        until: Timestamp,
    ) -> Result<(Option<PersonId>, Option<Vec<u8>>), Fault> {
        let (person, name) = match self {
            Who::Bearer => (None, None),
            Who::Person(person) => {
                // Whoever is being forgotten meanwhile takes nothing.
                people::hold(c, *person)?;
                (Some(*person), None)
            }
            Who::Desk { name, phone, .. } => {
                let person = phone.as_ref().map(|p| people::person_by_phone(c, house, p)).transpose()?;
                (person, name.as_ref().map(|name| house.keys.seal(NAME, name, &house.chance)))
            }
        };
        if let Some(person) = person {
            people::keep_until(c, person, until)?;
        }
        Ok((person, name))
    }
}

/// Takes the slot of a day that begins at `at`. One slot, one person: the day is held, and a key stands behind that.
pub async fn take(
    house: &House,
    station: &Arc<Station>,
    (day, at): (DayId, Timestamp),
    (who, once): (Who, Option<Once>),
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold_day(c, station.id, day)?;
            let day = store::day(c, station.id, day)?;
            let lapses_at = day.day.until + LAPSES_AFTER;
            let whose = who.known(c, &h, lapses_at)?;
            let there = store::of_day(c, station.id, day.id)?;
            let stands = |k: &&Kept| k.visit.state != State::Cancelled;
            let taken: Vec<Timestamp> = there.iter().filter(stands).filter_map(|k| k.slot_at).collect();
            let has_one = whose.0.is_some() && there.iter().filter(stands).any(|k| k.person == whose.0);
            rules::take(now, &day.day, at, &taken, has_one)?;
            let new = Kept { slot_at: Some(at), ..begins(&h, day.id, whose, (State::Booked, lapses_at), now) };
            write(c, &h, &station, (&day, &new), (Step::Taken, who.staff()), now)?;
            Ok::<_, Not<Refusal>>(After { id: new.id, steps: 1 })
        })
    };
    house.db.write(work).await
}

/// Writes a new visit with its first step.
pub(super) fn write(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (day, new): (&KeptDay, &Kept),
    (step, by): (Step, Option<StaffId>),
    now: Timestamp,
) -> Result<(), Fault> {
    match store::insert(c, station.id, new) {
        // Somebody was faster: this runs again and finds the slot taken.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
        written => written?,
    }
    store::add_step(c, station.id, new.id, &made(house, new, (step, by), None, now))?;
    if step == Step::Taken {
        tell::taken(c, house, station, (day, new))?;
    }
    record(c, station, (now, by), step, new.id)
}

/// Gives a slot back, by whoever has its address or by staff for them. Given back twice is given back once.
pub async fn give_back(
    house: &House,
    station: &Arc<Station>,
    id: VisitId,
    staff: Option<StaffId>,
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::hold(c, station.id, id)?;
        let mut kept = store::by_id(c, station.id, id)?;
        match rules::seen(now, &kept.visit).state {
            State::Cancelled => return Ok(()),
            State::Booked => {}
            state => return Err(Refusal::Stands(state).into()),
        }
        kept.visit = Visit { state: State::Cancelled, ..kept.visit };
        keep(c, &h, &station, (&mut kept, Step::GivenBack, staff), None, now)?;
        Ok::<_, Not<Refusal>>(())
    };
    house.db.write(work).await
}
