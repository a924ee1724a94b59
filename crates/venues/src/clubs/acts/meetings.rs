//! When a club meets: series that it holds. The leader makes them where people may make series of their own, and as long;
//! staff are bound by neither.
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::acts::Actor;
use crate::clubs::rules::{self, NoClub};
use crate::rules::{Refusal, Source};
use crate::series::acts::{self as series, Change, Doing, NewSeries, Placing};
use crate::series::answers::Line;
use crate::series::rules::Terms;
use crate::series::steps::PREVIEWED;
use crate::series::store::{self as kept, Holder, Series};
use crate::{ClubId, ReservationId, SeriesId};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

use super::load::{led, of_room};

/// Of what, and when.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The slug of the offering.
    pub offering: String,
    pub terms: Terms,
}

impl Meeting {
    fn series(&self, (club, name): (ClubId, &str), actor: Actor) -> NewSeries {
        NewSeries {
            offering: self.offering.clone(),
            terms: self.terms.clone(),
            holder: Holder::Club(club.0),
            title: name.to_owned(),
            source: Source::Series,
            self_made: !actor.is_staff(),
        }
    }
}

/// What would become of the next dates. Changes nothing.
pub async fn preview(
    house: &House,
    station: &Arc<Station>,
    (id, actor): (ClubId, Actor),
    meeting: Meeting,
) -> Result<Vec<Line>, Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let club = crate::clubs::store::by_id(c, station.id, id)?;
        if !super::is_led(&club, actor) {
            return Err(Fault::NotFound.into());
        }
        let doing = Doing { house: &h, station: &station, now, by: By::Program };
        of_room(series::preview(c, &doing, &meeting.series((id, &club.name), actor), PREVIEWED))
    };
    house.db.snapshot(read).await
}

/// Makes a series of meetings.
pub async fn meet(
    house: &House,
    station: &Arc<Station>,
    (id, actor): (ClubId, Actor),
    meeting: Meeting,
    once: Option<Once>,
) -> Result<SeriesId, Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let held = led(c, &station, id, actor)?;
            rules::stands(&held.rule())?;
            let doing = Doing { house: &h, station: &station, now, by: actor.by() };
            if !actor.is_staff() {
                let all = kept::of_club(c, station.id, id.0)?;
                let runs = |s: &&Series| s.self_made && !s.terms.is_over(doing.today());
                rules::meet(all.iter().filter(runs).count())?;
            }
            of_room(series::make(c, &doing, &meeting.series((id, &held.club.name), actor)))
        })
    };
    house.db.write(work).await
}

/// Runs `act` on a series that the club holds, for its leader or staff, in a transaction of its own.
async fn on_theirs<T, A>(
    house: &House,
    station: &Arc<Station>,
    (club, id, actor): (ClubId, SeriesId, Actor),
    once: Option<Once>,
    act: A,
) -> Result<T, Not<NoClub>>
where
    T: Serialize + DeserializeOwned + Send + 'static,
    A: Fn(&mut Conn, &Doing<'_>, &Series) -> Result<T, Not<Refusal>> + Send + 'static,
{
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            led(c, &station, club, actor)?;
            let series = kept::by_id(c, station.id, id)?;
            if series.holder != Holder::Club(club.0) {
                return Err(Fault::NotFound.into());
            }
            let doing = Doing { house: &h, station: &station, now, by: actor.by() };
            of_room(act(c, &doing, &series))
        })
    };
    house.db.write(work).await
}

/// Gives one date a time.
pub async fn place(
    house: &House,
    station: &Arc<Station>,
    of: (ClubId, SeriesId, Actor),
    placing: Placing,
) -> Result<ReservationId, Not<NoClub>> {
    let (_, id, actor) = of;
    let placing = Placing { by_holder: !actor.is_staff(), ..placing };
    on_theirs(house, station, of, None, move |c, doing, _| series::place(c, doing, id, placing)).await
}

/// Does without one date.
pub async fn give_up(
    house: &House,
    station: &Arc<Station>,
    of: (ClubId, SeriesId, Actor),
    on: Date,
) -> Result<(), Not<NoClub>> {
    let (_, id, actor) = of;
    let act = move |c: &mut Conn, doing: &Doing<'_>, _: &Series| series::give_up(c, doing, id, (on, !actor.is_staff()));
    on_theirs(house, station, of, None, act).await
}

/// Changes a date and all later ones. What staff have made for the club, staff change.
pub async fn change(
    house: &House,
    station: &Arc<Station>,
    of: (ClubId, SeriesId, Actor),
    (from, change): (Date, Change),
    once: Option<Once>,
) -> Result<SeriesId, Not<NoClub>> {
    let (_, id, actor) = of;
    let act = move |c: &mut Conn, doing: &Doing<'_>, made: &Series| {
        if !actor.is_staff() && !made.self_made {
            return Err(Refusal::StaffOnly.into());
        }
        series::change_from(c, doing, id, (from, &change))
    };
    on_theirs(house, station, of, once, act).await
}

/// Ends a series from a day on (`None` = from now on): what is to come goes back.
pub async fn end(
    house: &House,
    station: &Arc<Station>,
    of: (ClubId, SeriesId, Actor),
    from: Option<Date>,
) -> Result<(), Not<NoClub>> {
    let (_, id, actor) = of;
    let act = move |c: &mut Conn, doing: &Doing<'_>, _: &Series| {
        series::end_from(c, doing, id, (from.unwrap_or(doing.today()), !actor.is_staff())).map(|_| ())
    };
    on_theirs(house, station, of, None, act).await
}
