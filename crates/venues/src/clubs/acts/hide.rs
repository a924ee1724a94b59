//! What a club says of itself is hidden by two of staff, with a reason that its leader reads and may answer.
use std::sync::Arc;

use crate::ClubId;
use crate::clubs::rules::{self, NoClub};
use crate::clubs::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{PersonId, StaffId};
use stations::Station;

use super::load::{held, record};
use super::tell::{self, News};

/// One member of staff asks that it be hidden. Doing it twice is fine.
pub async fn ask_to_hide(
    house: &House,
    station: &Arc<Station>,
    (id, staff, reason): (ClubId, StaffId, String),
) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        rules::stands(&held.rule())?;
        if held.hiding.is_some() {
            return Ok(());
        }
        store::ask(c, station.id, (h.new_id(), id), (staff, &reason), now)?;
        Ok(record(c, &station, (now, By::Staff(staff.0)), "club.hiding-asked", id)?)
    };
    house.db.write(work).await
}

/// Another one agrees: from now on it is hidden, and the leader told why. Doing it twice is fine.
pub async fn agree(house: &House, station: &Arc<Station>, id: ClubId, staff: StaffId) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        rules::stands(&held.rule())?;
        let Some(hiding) = &held.hiding else { return Err(NoClub::NotHidden.into()) };
        if !rules::agree(hiding.rule(), staff)? {
            return Ok(());
        }
        store::agree(c, station.id, hiding.id, staff, now)?;
        tell::people(c, &h, &station, held.club.leader.as_slice(), (&held.club.name, News::Hidden(&hiding.reason)))?;
        Ok(record(c, &station, (now, By::Staff(staff.0)), "club.hidden", id)?)
    };
    house.db.write(work).await
}

/// The leader says something to it; the last word counts.
pub async fn appeal(
    house: &House,
    station: &Arc<Station>,
    (id, person, words): (ClubId, PersonId, String),
) -> Result<(), Not<NoClub>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        if held.club.leader != Some(person) {
            return Err(Fault::NotFound.into());
        }
        let Some(hiding) = held.hiding.as_ref().filter(|h| h.is_agreed()) else { return Err(NoClub::NotHidden.into()) };
        store::answer(c, station.id, hiding.id, &words)?;
        Ok(record(c, &station, (now, By::Resident), "club.appealed", id)?)
    };
    house.db.write(work).await
}

/// It is shown again, or nobody asks any more that it be hidden. Doing it twice is fine.
pub async fn show_again(house: &House, station: &Arc<Station>, id: ClubId, staff: StaffId) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        let Some(hiding) = &held.hiding else { return Ok(()) };
        store::end(c, station.id, hiding.id, staff, now)?;
        if hiding.is_agreed() {
            tell::people(c, &h, &station, held.club.leader.as_slice(), (&held.club.name, News::Shown))?;
        }
        Ok(record(c, &station, (now, By::Staff(staff.0)), "club.shown", id)?)
    };
    house.db.write(work).await
}
