//! Applying, asking for something else, and withdrawing: until the deadline.
use std::sync::Arc;

use jiff::Timestamp;

use super::load::record;
use crate::acts::Actor;
use crate::seasons::rules::{Applicant, Asked, Kind, NoSeason, Stands, fits};
use crate::seasons::store::{self, NewApplication, Round};
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, StaffId};
use stations::Station;

/// Who applies.
#[derive(Debug, Clone)]
pub enum Applying {
    /// Whoever leads a group, for it.
    Leader { person: PersonId, name: String },
    /// A member of staff for an office.
    Office { staff: StaffId, owner: i32 },
}

impl Applying {
    fn actor(&self) -> Actor {
        match self {
            Applying::Leader { person, .. } => Actor::Person(*person),
            Applying::Office { staff, .. } => Actor::Staff(*staff),
        }
    }

    /// By whom an earlier application is found.
    fn whose(&self) -> (Option<PersonId>, Option<i32>) {
        match self {
            Applying::Leader { person, .. } => (Some(*person), None),
            Applying::Office { owner, .. } => (None, Some(*owner)),
        }
    }

    fn applicant(&self, c: &mut Conn, station: &Station) -> Result<Applicant, Not<NoSeason>> {
        match self {
            Applying::Leader { name, .. } => Ok(Applicant::Group { name: name.clone() }),
            Applying::Office { owner, .. } => {
                let owners = stations::owners(c, station.id)?;
                let found = owners.into_iter().find(|o| o.id == *owner).ok_or(NoSeason::NoSuchOwner)?;
                Ok(Applicant::Office { number: found.id, name: found.name_zh })
            }
        }
    }
}

/// Applies, or asks for something else than before: an office, and whoever leads a group, has one application in a round.
pub async fn apply(
    house: &House,
    station: &Arc<Station>,
    (round, who, asked): (RoundId, Applying, Asked),
    once: Option<Once>,
) -> Result<ApplicationId, Not<NoSeason>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (round, &who, &asked), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, who, asked): (RoundId, &Applying, &Asked),
    now: Timestamp,
) -> Result<ApplicationId, Not<NoSeason>> {
    let round = still_open(c, house, station, id)?;
    let applicant = who.applicant(c, station)?;
    let kind = if matches!(applicant, Applicant::Office { .. }) { Kind::Office } else { asked.kind };
    let asked = Asked { kind, ..asked.clone() };
    fits(&round.terms, &asked)?;
    let there = store::find_of(c, station.id, id, who.whose())?;
    let kept = match &there {
        Some(filed) => {
            store::set_asked(c, (station.id, id, filed.id), (applicant.name(), &asked), now)?;
            filed.id
        }
        None => {
            let new = ApplicationId(house.new_id());
            let person = who.whose().0;
            let row = NewApplication { id: new, person, applicant: &applicant, asked: &asked };
            store::insert_application(c, station.id, id, &row, now)?;
            new
        }
    };
    if let Applying::Leader { person, .. } = who {
        people::keep_until(c, *person, crate::rules::days(&station.zone, round.terms.ends_on, 1).until)?;
    }
    let data = serde_json::json!({ "application": kept, "again": there.is_some() });
    record(c, station, (now, who.actor().by()), "season.applied", (id, &data))?;
    Ok(kept)
}

/// The round, held, as long as one can apply. The clock is read when it is held: whoever waited for it until the time was over
/// is too late.
fn still_open(c: &mut Conn, house: &House, station: &Station, id: RoundId) -> Result<Round, Not<NoSeason>> {
    store::hold(c, station.id, id)?;
    let round = store::by_id(c, station.id, id)?;
    match round.stands(house.now()) {
        Stands::Open => Ok(round),
        Stands::CalledOff => Err(NoSeason::NotNow.into()),
        _ => Err(NoSeason::Closed { since: round.terms.apply_until }.into()),
    }
}

/// Withdraws an application: a leader their group's, staff an office's. Doing it twice is fine.
pub async fn withdraw(
    house: &House,
    station: &Arc<Station>,
    (round, application): (RoundId, Option<ApplicationId>),
    by: Actor,
) -> Result<(), Not<NoSeason>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        still_open(c, &h, &station, round)?;
        let found = match (by, application) {
            (Actor::Person(person), _) => store::find_of(c, station.id, round, (Some(person), None))?,
            (Actor::Staff(_), Some(id)) => match store::application(c, station.id, round, id) {
                Ok(filed) if matches!(filed.application.applicant, Applicant::Office { .. }) => Some(filed),
                Ok(_) => return Err(Fault::NotFound.into()),
                Err(Fault::NotFound) => None,
                Err(fault) => return Err(fault.into()),
            },
            (Actor::Staff(_), None) => return Err(Fault::NotFound.into()),
        };
        let Some(filed) = found else { return Ok(()) };
        store::delete(c, (station.id, round, filed.id))?;
        let data = serde_json::json!({ "application": filed.id });
        record(c, &station, (now, by.by()), "season.withdrawn", (round, &data))?;
        Ok::<_, Not<NoSeason>>(())
    };
    house.db.write(work).await
}
