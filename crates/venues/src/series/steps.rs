//! What pages and the API do with series, for whoever is signed in.
use std::sync::Arc;

use jiff::civil::Date;

use super::acts::{self, Answered, Change, Doing, NewSeries, Placing, theirs};
use super::answers::{self, Line, Look};
use super::forms::{NewTime, Wanted};
use super::store::Holder;
use crate::acts::Actor;
use crate::rules::{Offering, Refusal, Source};
use crate::{SeriesId, answers as rooms};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use stations::Station;

/// Who asks, and where.
#[derive(Clone)]
pub struct Asking {
    pub house: House,
    pub station: Arc<Station>,
    pub actor: Actor,
}

/// So many dates are shown before a series is made.
pub const PREVIEWED: usize = 8;

impl Asking {
    pub fn today(&self) -> Date {
        self.house.now().to_zoned_datetime(self.station.zone.clone()).date()
    }

    /// A series with its dates, if they may see it.
    pub async fn look(&self, id: SeriesId) -> Result<Look, Fault> {
        let Asking { house, station, actor } = self.clone();
        let (h, now) = (house.clone(), house.now());
        let read = move |c: &mut Conn| {
            let series = theirs(c, &station, id, actor)?;
            answers::look(c, &h, &station, series, now)
        };
        house.db.snapshot(read).await
    }

    pub async fn offering(&self, slug: &str) -> Result<Offering, Not<Refusal>> {
        let (station, slug) = (self.station.clone(), slug.to_owned());
        self.house.db.read(move |c| rooms::offering(c, &station, &slug)).await
    }

    /// What would become of the next dates.
    pub async fn preview(&self, wanted: &Wanted) -> Result<Vec<Line>, Not<Refusal>> {
        let Asking { house, station, actor } = self.clone();
        let (holder, self_made) = match actor {
            Actor::Person(person) => (Holder::Person(person), true),
            // Whoever it will be for, the dates are the same.
            Actor::Staff(_) => (Holder::Owner(0), false),
        };
        let new = NewSeries {
            offering: wanted.offering.clone(),
            terms: wanted.terms.clone(),
            holder,
            title: String::new(),
            source: Source::Series,
            self_made,
        };
        let (h, now) = (house.clone(), house.now());
        let read = move |c: &mut Conn| {
            let doing = Doing { house: &h, station: &station, now, by: By::Program };
            acts::preview(c, &doing, &new, PREVIEWED)
        };
        house.db.snapshot(read).await
    }

    /// Makes it. The same request sent again gets the same series.
    pub async fn make(&self, wanted: &Wanted, whose: Answered, once: Option<Once>) -> Result<SeriesId, Not<Refusal>> {
        let wish = (wanted.offering.clone(), wanted.terms.clone(), wanted.title.clone());
        acts::make_for(&self.house, &self.station, wish, whose, once).await
    }

    /// Another time for one date, or for it and all later ones. Returns the series that the date belongs to then.
    pub async fn set_time(
        &self,
        id: SeriesId,
        of: Date,
        new: NewTime,
        once: Option<Once>,
    ) -> Result<SeriesId, Not<Refusal>> {
        if new.later_too {
            let (at_minute, minutes) = (Some(new.at_minute), Some(new.minutes));
            let change = Change { at_minute, minutes, ..Change::default() };
            return self.change(id, of, change, once).await;
        }
        let time = jiff::civil::Time::midnight() + jiff::SignedDuration::from_mins(new.at_minute.into());
        let from = self.station.zone.to_ambiguous_timestamp(new.on.to_datetime(time)).compatible();
        let from = from.map_err(|_| Refusal::EndsBeforeStart)?;
        let placing = Placing { on: of, from, minutes: new.minutes, by_holder: true };
        acts::place_of(&self.house, &self.station, id, placing, self.actor).await?;
        Ok(id)
    }

    pub async fn change(
        &self,
        id: SeriesId,
        from: Date,
        change: Change,
        once: Option<Once>,
    ) -> Result<SeriesId, Not<Refusal>> {
        acts::change_of(&self.house, &self.station, (id, from, change), self.actor, once).await
    }

    pub async fn give_up(&self, id: SeriesId, on: Date) -> Result<(), Not<Refusal>> {
        acts::give_up_of(&self.house, &self.station, (id, on), self.actor).await
    }

    pub async fn end(&self, id: SeriesId, from: Option<Date>) -> Result<usize, Not<Refusal>> {
        acts::end_of(&self.house, &self.station, (id, from), self.actor).await.map(|back| back.len())
    }

    /// A request's key, bound to who sends it and to what it asks.
    pub fn once(&self, key: &str, request: &impl serde::Serialize) -> Option<Once> {
        (!key.is_empty()).then(|| Once::new(key, &format!("{:?}", self.actor), request))
    }
}
