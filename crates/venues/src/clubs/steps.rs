//! What pages and the API know of a request about a club: of somebody for themselves, and of whoever leads it, which is its
//! leader, or staff in the leader's place.
use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use jiff::SignedDuration;
use jiff::civil::{Date, Time};

use super::acts::{self, Meeting, of_room};
use super::asked::{NewMember, keyed};
use super::reads;
use super::rules::NoClub;
use super::says::club_path;
use crate::acts::Actor;
use crate::public::who::Caller;
use crate::rules::{Offering, Refusal};
use crate::series::acts::{Change, Placing};
use crate::series::answers::Line;
use crate::series::forms::{NewTime, Wanted};
use crate::series::steps::Asking;
use crate::{ClubId, ReservationId, SeriesId};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;
use people::{PersonId, Resident};
use serde::Deserialize;
use stations::{At, Station};

/// What a path names beside a club.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfMember {
    pub member: Id,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfMeeting {
    pub reservation: ReservationId,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfSeries {
    pub series: SeriesId,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfDate {
    pub series: SeriesId,
    pub on: Date,
}

/// The club that a path names as `{id}`, at its station, and how its pages are read.
async fn named(parts: &mut Parts, house: &House) -> Result<(Arc<Station>, ClubId, View), Fault> {
    let At { station } = At::from_request_parts(parts, house).await?;
    let path = Path::<HashMap<String, String>>::from_request_parts(parts, house).await;
    let Path(values) = path.map_err(|_| Fault::NotFound)?;
    let id = values.get("id").and_then(|id| id.parse().ok()).ok_or(Fault::NotFound)?;
    let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
    Ok((station, id, View::of(house, &parts.headers, here)))
}

/// One request of somebody for themselves: to be in, to leave, to lead.
pub struct Asker {
    pub house: House,
    pub v: View,
    pub station: Arc<Station>,
    pub id: ClubId,
    pub person: PersonId,
}

impl FromRequestParts<House> for Asker {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Asker, Fault> {
        let (station, id, v) = named(parts, house).await?;
        let Resident { id: person } = Resident::from_request_parts(parts, house).await?;
        Ok(Asker { house: house.clone(), v, station, id, person })
    }
}

impl Asker {
    /// The key of a request to be in, bound to who sends it, to the club and to whom it is about.
    pub fn once(&self, key: &str, member: &NewMember) -> Option<Once> {
        let request = (self.id, keyed(&self.house, member));
        (!key.is_empty()).then(|| Once::new(key, &self.person.to_string(), &request))
    }
}

/// One request of somebody who acts for a club: whoever leads it, and for a few acts another member.
pub struct Led {
    pub v: View,
    pub club: Leading,
}

impl FromRequestParts<House> for Led {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Led, Fault> {
        let (station, id, v) = named(parts, house).await?;
        let caller = Caller::from_request_parts(parts, house).await?;
        Ok(Led { v, club: Leading::of(house.clone(), station, caller, id).await? })
    }
}

impl Led {
    /// The page at `below` that answers a form is read as if it were asked for.
    pub fn at(&self, below: &str) -> View {
        self.v.at(self.club.path(below))
    }
}

/// Somebody who acts for a club. Whether they may, every act and every read looks itself.
#[derive(Clone)]
pub struct Leading {
    pub house: House,
    pub station: Arc<Station>,
    pub id: ClubId,
    pub actor: Actor,
}

impl Leading {
    pub async fn of(house: House, station: Arc<Station>, caller: Caller, id: ClubId) -> Result<Leading, Fault> {
        let actor = caller.actor(&house, &station).await?;
        Ok(Leading { house, station, id, actor })
    }

    pub fn is_staff(&self) -> bool {
        self.actor.is_staff()
    }

    pub fn path(&self, below: &str) -> String {
        format!("{}{below}", club_path(&self.station, self.id))
    }

    pub async fn read(&self) -> Result<reads::Led, Fault> {
        reads::led(&self.house, &self.station, self.id, self.actor).await
    }

    /// The same person where it is about series as such.
    pub fn asking(&self) -> Asking {
        Asking { house: self.house.clone(), station: self.station.clone(), actor: self.actor }
    }

    pub fn today(&self) -> Date {
        self.asking().today()
    }

    pub async fn offering(&self, slug: &str) -> Result<Offering, Not<NoClub>> {
        of_room(self.asking().offering(slug).await)
    }

    /// A request's key, bound to who sends it, to the club and to what it asks.
    pub fn once(&self, key: &str, request: &impl serde::Serialize) -> Option<Once> {
        self.asking().once(key, &(self.id, request))
    }

    pub async fn preview(&self, wanted: &Wanted) -> Result<Vec<Line>, Not<NoClub>> {
        acts::preview(&self.house, &self.station, (self.id, self.actor), meeting(wanted)).await
    }

    pub async fn meet(&self, wanted: &Wanted, once: Option<Once>) -> Result<SeriesId, Not<NoClub>> {
        acts::meet(&self.house, &self.station, (self.id, self.actor), meeting(wanted), once).await
    }

    /// Another time for one date, or for it and all later ones. Returns the series that the date belongs to then.
    pub async fn set_time(
        &self,
        series: SeriesId,
        of: Date,
        new: NewTime,
        once: Option<Once>,
    ) -> Result<SeriesId, Not<NoClub>> {
        if new.later_too {
            let (at_minute, minutes) = (Some(new.at_minute), Some(new.minutes));
            return self.change(series, (of, Change { at_minute, minutes, ..Change::default() }), once).await;
        }
        let time = Time::midnight() + SignedDuration::from_mins(new.at_minute.into());
        let from = self.station.zone.to_ambiguous_timestamp(new.on.to_datetime(time)).compatible();
        let from = from.map_err(|_| NoClub::Room(Refusal::EndsBeforeStart))?;
        let placing = Placing { on: of, from, minutes: new.minutes, by_holder: true };
        acts::place(&self.house, &self.station, (self.id, series, self.actor), placing).await?;
        Ok(series)
    }

    pub async fn change(
        &self,
        series: SeriesId,
        change: (Date, Change),
        once: Option<Once>,
    ) -> Result<SeriesId, Not<NoClub>> {
        acts::change(&self.house, &self.station, (self.id, series, self.actor), change, once).await
    }

    pub async fn give_up(&self, series: SeriesId, on: Date) -> Result<(), Not<NoClub>> {
        acts::give_up(&self.house, &self.station, (self.id, series, self.actor), on).await
    }

    pub async fn end(&self, series: SeriesId, from: Option<Date>) -> Result<(), Not<NoClub>> {
        acts::end(&self.house, &self.station, (self.id, series, self.actor), from).await
    }
}

fn meeting(wanted: &Wanted) -> Meeting {
    Meeting { offering: wanted.offering.clone(), terms: wanted.terms.clone() }
}
