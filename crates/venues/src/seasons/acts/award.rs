//! Each award becomes a series in a transaction of its own, so that one that cannot be had holds up no other.
use std::sync::Arc;

use almanac::recur::{ByDay, End, Freq, Rule, Scale};
use jiff::Timestamp;
use jiff::civil::Weekday;

use super::load::{held, record};
use crate::rules::{Refusal, Source};
use crate::seasons::rules::{Applicant, NoSeason, Slot, Stands, Terms};
use crate::seasons::store::{self, Filed};
use crate::series::acts::{Doing, NewSeries, make};
use crate::series::rules as series;
use crate::series::store::Holder;
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use stations::Station;

/// What stands for an award whose group has nobody who leads it any more.
pub const NOBODY: &str = "nobody-leads";

/// What a program that was stopped has left to be made.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let left = house.db.read(store::unfinished).await?;
    for (station, round) in left {
        let station = house.db.read(move |c| stations::by_id(c, station)).await?;
        make_awards(house, &Arc::new(station), round, By::Program).await?;
    }
    Ok(())
}

/// Makes all awards of a confirmed round that were not tried yet.
pub async fn make_awards(house: &House, station: &Arc<Station>, id: RoundId, by: By) -> Result<(), Fault> {
    let at = station.id;
    while let Some(next) = house.db.read(move |c| store::to_make(c, at, id)).await? {
        let (h, place, now) = (house.clone(), station.clone(), house.now());
        let made = house.db.write(move |c| make_one(c, &h, &place, (id, next), (now, by))).await;
        match made {
            Ok(()) => {}
            Err(Not::Fault(fault)) => return Err(fault),
            // What was refused is undone; that it was refused is kept.
            Err(Not::Refused(refusal)) => {
                let (now, code) = (house.now(), refusal.code());
                house.db.write(move |c| refused(c, (at, id), next, (code, now))).await?;
            }
        }
    }
    Ok(())
}

type Next = (ApplicationId, i32);

fn make_one(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, (application, number)): (RoundId, Next),
    (now, by): (Timestamp, By),
) -> Result<(), Not<Refusal>> {
    let (round, stands) = held(c, station, id, now)?;
    // Somebody else may have made it since it was looked for.
    if stands != Stands::Confirmed || !is_to_make(c, station.id, id, (application, number))? {
        return Ok(());
    }
    let filed = store::application(c, station.id, id, application)?;
    let key = (station.id, id, application, number);
    let slot = round.terms.slot(number).ok_or_else(|| Fault::broken("an award of no slot; run `yizhan check`"))?;
    let Some(holder) = holder(&filed) else {
        return Ok(store::set_tried(c, key, (None, Some(NOBODY)), Some(now))?);
    };
    let doing = Doing { house, station, now, by };
    let new = NewSeries {
        offering: slot.offering.clone(),
        terms: terms(&round.terms, slot, filed.application.size),
        holder,
        title: filed.application.applicant.name().to_owned(),
        source: Source::Season,
        self_made: false,
    };
    let series = make(c, &doing, &new)?;
    store::set_tried(c, key, (Some(series), None), Some(now))?;
    let data = serde_json::json!({ "application": application, "slot": number, "series": series });
    record(c, station, (now, by), "season.awarded", (id, &data))?;
    Ok(())
}

fn is_to_make(c: &mut Conn, station: StationId, id: RoundId, next: Next) -> Result<bool, Fault> {
    Ok(store::to_make(c, station, id)?.is_some_and(|found| found == next))
}

fn holder(filed: &Filed) -> Option<Holder> {
    match filed.application.applicant {
        Applicant::Office { number, .. } => Some(Holder::Owner(number)),
        Applicant::Group { .. } => filed.person.map(Holder::Person),
    }
}

/// Every week of the season on that weekday, not on public holidays.
fn terms(round: &Terms, slot: &Slot, size: i32) -> series::Terms {
    let weekday = i8::try_from(slot.weekday).ok().and_then(|n| Weekday::from_monday_zero_offset(n).ok());
    let mut rule = Rule::new(Scale::Gregorian, Freq::Weekly);
    rule.by_day = weekday.map(|weekday| ByDay { nth: None, weekday }).into_iter().collect();
    rule.end = End::Until(round.ends_on);
    series::Terms {
        rule,
        starts_on: round.starts_on,
        ends_on: None,
        at_minute: slot.from_minute,
        minutes: slot.minutes,
        group: size,
        skips_holidays: true,
    }
}

fn refused(
    c: &mut Conn,
    (station, id): (StationId, RoundId),
    next: Next,
    (code, now): (&'static str, Timestamp),
) -> Result<(), Fault> {
    store::hold(c, station, id)?;
    if !is_to_make(c, station, id, next)? {
        return Ok(());
    }
    store::set_tried(c, (station, id, next.0, next.1), (None, Some(code)), Some(now))
}

/// Tries again what could not be had: the desk has made room since.
pub async fn try_again(house: &House, station: &Arc<Station>, id: RoundId, by: By) -> Result<(), Not<NoSeason>> {
    let (at, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (_, stands) = held(c, &at, id, now)?;
        if stands != Stands::Confirmed {
            return Err(NoSeason::NotNow.into());
        }
        for given in store::awards_of(c, at.id, id)?.into_iter().filter(|g| g.problem.is_some()) {
            store::set_tried(c, (at.id, id, given.application, given.slot), (None, None), None)?;
        }
        Ok::<_, Not<NoSeason>>(())
    };
    house.db.write(work).await?;
    Ok(make_awards(house, station, id, by).await?)
}
