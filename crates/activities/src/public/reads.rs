//! What pages and programs read, each in one snapshot.
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::{At, Owner, Room, Station};

use crate::acts::Ports;
use crate::answers::{self, Look, Seen};
use crate::{OccurrenceId, SeriesId};

/// Somebody who reads at a station.
#[derive(Clone)]
pub struct Reading {
    pub house: House,
    pub station: Arc<Station>,
    pub ports: Ports,
}

impl FromRequestParts<House> for Reading {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Reading, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let ports = parts.extensions.get::<Ports>().copied();
        let ports = ports.ok_or_else(|| Fault::broken("activities are served without their ports"))?;
        Ok(Reading { house: house.clone(), station, ports })
    }
}

/// So many of what is next.
pub const NEXT: i64 = 24;

impl Reading {
    pub fn today(&self) -> Date {
        stations::wall(self.house.now(), &self.station.zone).date()
    }

    async fn snapshot<T: Send + 'static>(
        &self,
        read: impl Fn(&mut Conn, &Reading) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let reading = self.clone();
        self.house.db.snapshot(move |c| read(c, &reading)).await
    }

    /// What is on now and next.
    pub async fn coming(&self, most: i64) -> Result<Vec<Seen>, Fault> {
        self.snapshot(move |c, r| answers::coming(c, r.ports.rooms, &r.station, r.house.now(), most)).await
    }

    /// What is on in so many days from `from` on.
    pub async fn days(&self, from: Date, days: i32) -> Result<Vec<Seen>, Fault> {
        let stretch = answers::stretch(&self.station, from, from.saturating_add(days.days()))?;
        self.snapshot(move |c, r| answers::between(c, r.ports.rooms, &r.station, stretch)).await
    }

    pub async fn look(&self, id: SeriesId) -> Result<Look, Fault> {
        self.snapshot(move |c, r| answers::look(c, r.ports.rooms, &r.station, id)).await
    }

    pub async fn one(&self, id: OccurrenceId) -> Result<Seen, Fault> {
        self.snapshot(move |c, r| answers::one(c, r.ports.rooms, &r.station, id)).await
    }

    /// What was on last, one time of each activity.
    pub async fn past(&self, most: usize) -> Result<Vec<Seen>, Fault> {
        self.snapshot(move |c, r| answers::past(c, r.ports.rooms, &r.station, r.house.now(), most)).await
    }

    /// The rooms that can be held, and the offices.
    pub async fn ground(&self) -> Result<(Vec<Room>, Vec<Owner>), Fault> {
        self.snapshot(|c, r| Ok(((r.ports.rooms.offered)(c, r.station.id)?, stations::owners(c, r.station.id)?))).await
    }
}
