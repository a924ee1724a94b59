//! What time decides: offers lapse, places are drawn, whoever comes tomorrow is reminded, and names are forgotten.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;

use super::draw;
use super::fill::{fill, held};
use super::follow::follow;
use super::guest::kept;
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::draws;
use crate::signups::answers;
use crate::signups::rules::{NoSignup, reminds_from};
use crate::signups::store;

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;
/// No reminder is due longer before the start.
const SOONEST: SignedDuration = SignedDuration::from_hours(36);

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    draws::acts::jobs(house).await?;
    let called_off = house.db.read(move |c| store::called_off(c, AT_ONCE)).await?;
    let moved = house.db.read(move |c| store::moved(c, now, AT_ONCE)).await?;
    let undrawn = house.db.read(move |c| store::no_longer_drawn(c, now, AT_ONCE)).await?;
    for (station, id) in called_off.into_iter().chain(moved).chain(undrawn) {
        let h = house.clone();
        house.db.write(move |c| at(c, station, |c, station| follow(c, &h, station, id, now))).await?;
    }
    let lapsing = house.db.read(move |c| store::lapsing(c, now, AT_ONCE)).await?;
    let roomy = house.db.read(move |c| store::for_whom_places_are_free(c, now, AT_ONCE)).await?;
    for (station, id) in lapsing.into_iter().chain(roomy) {
        settle(house, (station, id), now).await?;
    }
    draw_what_has_closed(house, now).await?;
    while remind(house, now).await? {}
    let before = now - kept(house);
    house.db.write(move |c| store::forget_before(c, before)).await?;
    Ok(())
}

fn at<T>(
    c: &mut Conn,
    station: StationId,
    work: impl Fn(&mut Conn, &stations::Station) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let station = stations::by_id(c, station)?;
    work(c, &station)
}

async fn settle(house: &House, (station, id): (StationId, OccurrenceId), now: Timestamp) -> Result<(), Fault> {
    let h = house.clone();
    let work = move |c: &mut Conn| {
        at(c, station, |c, station| {
            let known = held(c, &h, station, id, now)?;
            fill(c, &h, station, &known, now)
        })
    };
    house.db.write(work).await
}

async fn draw_what_has_closed(house: &House, now: Timestamp) -> Result<(), Fault> {
    let closed = house.db.read(move |c| draws::answers::to_draw(c, now, AT_ONCE as usize)).await?;
    for (station, id) in closed {
        let h = house.clone();
        let work = move |c: &mut Conn| {
            let station = stations::by_id(c, station)?;
            match draw::keep(c, &h, &station, id, (now, By::Program)) {
                // Changed meanwhile.
                Err(Not::Refused(NoSignup::NotYet(_) | NoSignup::CalledOff | NoSignup::JustCome)) | Ok(()) => Ok(()),
                Err(Not::Refused(other)) => Err(Fault::broken(format!("a draw was refused: {other:?}"))),
                Err(Not::Fault(fault)) => Err(fault),
            }
        };
        house.db.write(work).await?;
    }
    Ok(())
}

/// Whether there may be more.
async fn remind(house: &House, now: Timestamp) -> Result<bool, Fault> {
    let h = house.clone();
    let work = move |c: &mut Conn| {
        let mut told = 0;
        let due = store::reminding(c, (now, now + SOONEST), AT_ONCE)?;
        for (station, signup) in &due {
            let station = stations::by_id(c, *station)?;
            if now < reminds_from(signup.starts_at, &station.zone) || !store::set_reminded(c, station.id, signup.id)? {
                continue;
            }
            let known = answers::known(c, &station, signup.occurrence)?;
            tell(c, &h, &station, (&known, signup), (Told::Reminder, now))?;
            told += 1;
        }
        Ok::<_, Fault>(told > 0 && due.len() as i64 == AT_ONCE)
    };
    house.db.write(work).await
}
