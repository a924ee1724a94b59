//! The acts on series for whoever is signed in: a person on what is theirs, staff on all of their station.
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::change::{Change, change_from};
use super::doing::{Doing, named};
use super::end::{end_from, give_up};
use super::make::{NewSeries, make};
use super::place::{Placing, place};
use super::tell;
use crate::acts::Actor;
use crate::rules::{Refusal, Source};
use crate::series::rules::Terms;
use crate::series::store::{self as kept, Holder, Series};
use crate::{ReservationId, SeriesId};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, Phone, StaffId};
use stations::Station;

/// Whose it shall be, and who asks for it.
#[derive(Debug, Clone)]
pub enum Answered {
    /// A person for themselves.
    Me(PersonId),
    /// A clerk for somebody.
    For { staff: StaffId, name: Option<String>, phone: Option<Phone> },
    /// A member of staff for an office that shares the station.
    Owner { staff: StaffId, owner: i32 },
}

impl Answered {
    fn actor(&self) -> Actor {
        match self {
            Answered::Me(person) => Actor::Person(*person),
            Answered::For { staff, .. } | Answered::Owner { staff, .. } => Actor::Staff(*staff),
        }
    }

    fn holder(&self, c: &mut Conn, house: &House) -> Result<Holder, Fault> {
        match self {
            Answered::Me(person) => Ok(Holder::Person(*person)),
            Answered::For { name, phone, .. } => named(c, house, name.as_deref(), phone.as_ref()),
            Answered::Owner { owner, .. } => Ok(Holder::Owner(*owner)),
        }
    }
}

/// What is asked for: the offering, the terms, what it is for.
pub type Wish = (String, Terms, String);

/// Makes a series.
pub async fn make_for(
    house: &House,
    station: &Arc<Station>,
    (offering, terms, title): Wish,
    whose: Answered,
    once: Option<Once>,
) -> Result<SeriesId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let doing = Doing { house: &h, station: &station, now, by: whose.actor().by() };
            let new = NewSeries {
                offering: offering.clone(),
                terms: terms.clone(),
                holder: whose.holder(c, &h)?,
                title: title.clone(),
                source: Source::Series,
                self_made: matches!(whose, Answered::Me(_)),
            };
            make(c, &doing, &new)
        })
    };
    house.db.write(work).await
}

/// Runs `act` on a series that the actor may see, in a transaction of its own.
async fn on_theirs<T, A>(
    house: &House,
    station: &Arc<Station>,
    (id, actor): (SeriesId, Actor),
    once: Option<Once>,
    act: A,
) -> Result<T, Not<Refusal>>
where
    T: Serialize + for<'a> Deserialize<'a> + Send + 'static,
    A: Fn(&mut Conn, &Doing<'_>, &Series) -> Result<T, Not<Refusal>> + Send + 'static,
{
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let doing = Doing { house: &h, station: &station, now, by: actor.by() };
            let series = theirs(c, &station, id, actor)?;
            act(c, &doing, &series)
        })
    };
    house.db.write(work).await
}

/// Loads a series through what the actor may see.
pub fn theirs(c: &mut Conn, station: &Station, id: SeriesId, actor: Actor) -> Result<Series, Fault> {
    let series = kept::by_id(c, station.id, id)?;
    match actor {
        Actor::Person(person) if series.holder.person() != Some(person) => Err(Fault::NotFound),
        _ => Ok(series),
    }
}

/// Gives a date of a series a time.
pub async fn place_of(
    house: &House,
    station: &Arc<Station>,
    id: SeriesId,
    placing: Placing,
    actor: Actor,
) -> Result<ReservationId, Not<Refusal>> {
    let placing = Placing { by_holder: !actor.is_staff(), ..placing };
    on_theirs(house, station, (id, actor), None, move |c, doing, _| place(c, doing, id, placing)).await
}

/// Does without a date.
pub async fn give_up_of(
    house: &House,
    station: &Arc<Station>,
    (id, on): (SeriesId, Date),
    actor: Actor,
) -> Result<(), Not<Refusal>> {
    let work = move |c: &mut Conn, doing: &Doing<'_>, _: &Series| give_up(c, doing, id, (on, !actor.is_staff()));
    on_theirs(house, station, (id, actor), None, work).await
}

/// Ends a series: what is to come from the day `from` on (`None` = from now on) goes back.
pub async fn end_of(
    house: &House,
    station: &Arc<Station>,
    (id, from): (SeriesId, Option<Date>),
    actor: Actor,
) -> Result<Vec<ReservationId>, Not<Refusal>> {
    let work = move |c: &mut Conn, doing: &Doing<'_>, series: &Series| {
        let by_holder = !actor.is_staff();
        let back = end_from(c, doing, id, (from.unwrap_or(doing.today()), by_holder))?;
        if actor.is_staff() && !back.is_empty() {
            tell::about_end(c, doing, series)?;
        }
        Ok(back)
    };
    on_theirs(house, station, (id, actor), None, work).await
}

/// Changes a series from a day on. What staff have made for a person, staff change.
pub async fn change_of(
    house: &House,
    station: &Arc<Station>,
    (id, from, change): (SeriesId, Date, Change),
    actor: Actor,
    once: Option<Once>,
) -> Result<SeriesId, Not<Refusal>> {
    let work = move |c: &mut Conn, doing: &Doing<'_>, series: &Series| {
        if !actor.is_staff() && !series.self_made {
            return Err(Refusal::StaffOnly.into());
        }
        let goes_on = change_from(c, doing, id, (from, &change))?;
        if actor.is_staff() {
            let changed = kept::by_id(c, doing.station.id, goes_on)?;
            tell::about_change(c, doing, &changed)?;
        }
        Ok(goes_on)
    };
    on_theirs(house, station, (id, actor), once, work).await
}
