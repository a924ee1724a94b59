//! Activities on both engines, with rooms that are a table of their own.
mod rooms;
mod rules;
mod making;
mod changing;
mod ahead;
mod planned;
mod asking;
mod pages;
mod programs;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::StaffId;
use stations::Station;

use crate::acts::{self, Changing, End, OneTime, Ports};
use crate::rules::{Plan, Refusal};
use crate::store::{self, Occurrence, Series};
use crate::{OccurrenceId, SeriesId, signups, testing};

pub const PORTS: Ports = Ports { rooms: rooms::ROOMS, follows: &[] };

/// A station at noon on Saturday 27 June 2026.
pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let now = house.now();
        let made = move |c: &mut Conn| {
            rooms::make_table(c)?;
            stations::testing::made_station(c, now)
        };
        let station = house.db.write(made).await.unwrap();
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

pub fn staff() -> StaffId {
    StaffId(kernel::db::types::Id("00000000-0000-7000-8000-000000000009".parse().unwrap()))
}

pub fn plan(rule: &str, starts_on: Date) -> Plan {
    testing::plan("亲子阅读", rule, starts_on).unwrap()
}

pub const SATURDAYS: &str = "FREQ=WEEKLY;BYDAY=SA";
/// A week after the day on which the tests begin.
pub const JULY_4: Date = date(2026, 7, 4);

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

impl Town {
    pub fn at(&self, on: Date, hour: i8) -> Timestamp {
        self.station.zone.to_timestamp(on.at(hour, 0, 0, 0)).unwrap()
    }

    pub async fn make(&self, plan: Plan, anyway: bool) -> Result<SeriesId, Not<Refusal>> {
        acts::make(&self.house, (PORTS, &self.station), (plan, anyway), (staff(), None)).await
    }

    pub async fn change(&self, id: SeriesId, from: Option<Date>, plan: Plan) -> Result<SeriesId, Not<Refusal>> {
        let going = Changing { id, seen: None, from, plan, anyway: false };
        acts::change(&self.house, (PORTS, &self.station), going, (staff(), None)).await
    }

    pub async fn change_one(&self, id: OccurrenceId, time: OneTime) -> Result<(), Not<Refusal>> {
        acts::change_one(&self.house, (PORTS, &self.station), (id, None, time, false), staff()).await
    }

    pub async fn call_off(&self, id: OccurrenceId) -> Result<(), Not<Refusal>> {
        acts::call_off(&self.house, (PORTS, &self.station), (id, "老师有事".into()), staff()).await
    }

    pub async fn end(&self, id: SeriesId, from: Option<Date>) -> Result<(), Not<Refusal>> {
        let end = End { id, from, reason: "放暑假".into() };
        acts::end(&self.house, (PORTS, &self.station), end, staff()).await
    }

    pub async fn jobs(&self) {
        acts::jobs(&self.house, PORTS).await.unwrap();
    }

    pub async fn series(&self, id: SeriesId) -> Series {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::series(c, station, id)).await.unwrap()
    }

    pub async fn times(&self, id: SeriesId) -> Vec<Occurrence> {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::of_series(c, station, id)).await.unwrap()
    }

    /// So many have a place, as signing up writes it.
    pub async fn taken(&self, id: OccurrenceId, places: i32) {
        let (h, station, now) = (self.house.house(), self.station.id, self.house.now());
        let work = move |c: &mut Conn| {
            let starts_at = store::occurrence(c, station, id)?.starts_at;
            let mut left = i16::try_from(places).map_err(Fault::broken)?;
            while left > 0 {
                let seats = left.min(signups::rules::MOST_SEATS);
                let place = signups::store::take(c, station, id, seats)?.ok_or_else(|| Fault::broken("full"))?;
                let guest = signups::store::Kept {
                    id: signups::SignupId(h.new_id()),
                    occurrence: id,
                    place,
                    entry: None,
                    seats,
                    person: None,
                    child: None,
                    band: None,
                    name_sealed: None,
                    state: signups::rules::State::In,
                    code: None,
                    lapses_at: None,
                    starts_at,
                    reminded: false,
                    came: 0,
                    mood_said: false,
                    made_at: now,
                };
                signups::store::insert(c, station, &guest)?;
                left -= seats;
            }
            Ok::<_, Fault>(())
        };
        self.house.db.write(work).await.unwrap();
    }

    /// What a room is held for, in the order of time: from the fake of this crate's tests.
    pub async fn held(&self, room: i32) -> Vec<Timestamp> {
        self.house.db.read(move |c: &mut Conn| rooms::held(c, room)).await.unwrap()
    }

    /// Somebody else takes a room for an hour.
    pub async fn somebody_takes(&self, room: i32, from: Timestamp) {
        let id = self.house.new_id();
        let work = move |c: &mut Conn| rooms::insert(c, id, (room, from, from + jiff::SignedDuration::from_hours(1)));
        self.house.db.write(work).await.unwrap();
    }

    /// Every invariant of the slice.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken: Result<Vec<String>, Fault> = self.house.db.read(move |c| (check.run)(c)).await;
            assert_eq!(broken.unwrap(), Vec::<String>::new(), "{}", check.name);
        }
    }
}

/// The same time as it is, to be changed in a test.
pub fn as_it_is(one: &Occurrence) -> OneTime {
    OneTime {
        starts_at: one.starts_at,
        ends_at: one.ends_at,
        title: one.title.clone(),
        place: one.place.clone(),
        note: one.note.clone(),
        room: one.room,
        without_room: one.without_room,
        capacity: one.capacity,
    }
}
