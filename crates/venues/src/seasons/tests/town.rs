//! A station with a hall and a table, and a round that one can live through, on both engines.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::rules::{Mode, Offering, Policy};
use crate::seasons::acts::{self, Applying, NewChange, NewRound};
use crate::seasons::answers::{self, Look};
use crate::seasons::rules::{Asked, Kind, NewSlot, NoSeason, Weights};
use crate::testing::{made_station, make_room};
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::db::Migration;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::words::Texts;
use people::{PersonId, Phone, StaffId};
use stations::Station;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

pub fn at(on: Date, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
    zone.to_timestamp(on.at(hour, minute, 0, 0)).unwrap()
}

pub fn tables() -> [&'static [Migration]; 4] {
    [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS]
}

pub fn texts() -> Vec<Texts> {
    [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat()
}

/// Wednesday 24 June 2026, nine in the morning; applications until 1 July, the season is the four weeks after the sixth.
pub async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for house in houses(&tables(), &texts()) {
        house.set_clock(at(date(2026, 6, 24), 9, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.unwrap();
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "hall"), &[1, 2], &[(1, "hall", Mode::All), (2, "half", Mode::AnyOne)])?;
    for slug in ["hall", "half"] {
        let offering = crate::store::offering_by_slug(c, station.id, slug)?.unwrap();
        let policy = Policy { largest_group: 40, ..offering.policy.clone() };
        assert!(crate::store::update_offering(c, station.id, &Offering { policy, ..offering })?);
    }
    Ok(station)
}

pub const WEIGHTS: Weights =
    Weights { youth: 20, elderly: 20, beginners: 20, other: 10, office: 10, fit: 20, continuity: 10, turn: 20 };

pub fn phone(n: i32) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().unwrap()
}

pub fn asked(kind: Kind, size: i32, wishes: &[i32]) -> Asked {
    Asked { kind, size, wants: 2, wishes: wishes.to_vec() }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoSeason>>) -> NoSeason {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

impl Town {
    pub async fn person(&self, n: i32) -> PersonId {
        let (h, phone) = (self.house.house(), phone(n));
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap()
    }

    pub fn staff(&self) -> StaffId {
        StaffId(self.house.new_id())
    }

    /// The hall on Tuesdays at seven and half past eight.
    pub fn new_round(&self) -> NewRound {
        let slot = |line, from_minute| NewSlot { line, offering: "hall".into(), weekday: 1, from_minute, minutes: 90 };
        NewRound {
            title: "七月的礼堂".into(),
            starts_on: date(2026, 7, 7),
            ends_on: date(2026, 8, 3),
            apply_until: at(date(2026, 7, 1), 18, 0),
            limit: 2,
            weights: WEIGHTS,
            slots: vec![slot(1, 19 * 60), slot(2, 20 * 60 + 30)],
        }
    }

    pub async fn open(&self, new: NewRound) -> RoundId {
        acts::open(&self.house, &self.station, new, self.staff(), None).await.unwrap()
    }

    pub async fn apply(&self, round: RoundId, n: i32, asked: Asked) -> Result<ApplicationId, Not<NoSeason>> {
        let person = self.person(n).await;
        let who = Applying::Leader { person, name: format!("第{n}队") };
        acts::apply(&self.house, &self.station, (round, who, asked), None).await
    }

    pub async fn apply_as_office(&self, round: RoundId, asked: Asked) -> ApplicationId {
        let who = Applying::Office { staff: self.staff(), owner: 1 };
        acts::apply(&self.house, &self.station, (round, who, asked), None).await.unwrap()
    }

    /// The deadline is over, and the rule applied.
    pub async fn allocate(&self, round: RoundId) {
        self.house.set_clock(at(date(2026, 7, 1), 18, 0));
        acts::allocate(&self.house, &self.station, round, self.staff()).await.unwrap();
    }

    pub async fn change(
        &self,
        round: RoundId,
        (application, slot, gives): (ApplicationId, i32, bool),
    ) -> Result<(), Not<NoSeason>> {
        let new = NewChange { application, slot, gives, reason: "舞台不够大".into() };
        acts::change(&self.house, &self.station, (round, new), self.staff(), None).await
    }

    pub async fn confirm(&self, round: RoundId) {
        acts::confirm(&self.house, &self.station, round, self.staff()).await.unwrap();
    }

    pub async fn look(&self, round: RoundId) -> Look {
        let (station, now) = (self.station.clone(), self.house.now());
        self.house.db.read(move |c| answers::look(c, &station, round, now)).await.unwrap()
    }

    /// Every invariant of the slice.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}
