//! A station with a room of two chess boards, a ball court and a gym for five, on every engine there is.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::{PersonId, Phone, StaffId};
use stations::Station;

use super::at;
use crate::ReservationId;
use crate::acts::Actor;
use crate::games::acts::{self, Coming, Wish};
use crate::games::answers::{self, OpenGame};
use crate::games::rules::{Entry, NoGame, Stands};
use crate::rules::{Mode, State, Takes};
use crate::store;
use crate::testing::{made_station, make_room};
use jiff::Timestamp;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

pub fn tables() -> Vec<&'static [kernel::db::Migration]> {
    vec![kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS]
}

pub fn texts() -> Vec<kernel::words::Texts> {
    vec![kernel::TEXTS, people::TEXTS, stations::TEXTS, crate::TEXTS, crate::DESK_TEXTS, crate::GAMES_TEXTS]
}

/// At nine in the morning.
pub async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for house in houses(&tables(), &texts()) {
        house.set_clock(at(9, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.expect("a town can be made");
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "chess"), &[1, 2], &[(1, "chess", Mode::AnyOne)])?;
    make_room(c, station.id, (2, "court"), &[3], &[(2, "court", Mode::All)])?;
    make_room(c, station.id, (3, "gym"), &[4], &[(3, "gym", Mode::AnyOne)])?;
    c.run("UPDATE atoms SET units = 5 WHERE id = 4")?;
    let mut gym = store::catalogue(c, station.id)?.offering("gym").cloned().ok_or(Fault::NotFound)?;
    gym.takes = Takes::UnitPerPerson;
    let takes = serde_json::to_value(gym.takes).map_err(Fault::broken)?;
    c.run(&format!("UPDATE offerings SET takes = '{}' WHERE id = 3", takes.as_str().unwrap_or_default()))?;
    Ok(station)
}

pub fn phone(n: i32) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().expect("a number")
}

pub fn wish(offering: &str, from: Timestamp, more: i32) -> Wish {
    Wish { offering: offering.into(), from, minutes: Some(60), more, level: None, note: String::new() }
}

pub fn oneself(person: PersonId) -> Coming {
    Coming { by: Actor::Person(person), entry: Entry::Oneself, name: None }
}

pub fn child(person: PersonId, band: crate::games::rules::Band, along: bool) -> Coming {
    Coming { by: Actor::Person(person), entry: Entry::Child { band, along }, name: Some("罗小明".into()) }
}

/// What came of a wish that a rule refused.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(result: Result<T, Not<NoGame>>) -> NoGame {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

impl Town {
    pub fn person(&self, n: i32) -> impl Future<Output = PersonId> + use<> {
        let (h, phone): (House, _) = (self.house.house(), phone(n));
        async move {
            let keys = h.clone();
            let found = h.db.write(move |c| people::person_by_phone(c, &keys, &phone)).await;
            found.expect("a person by phone")
        }
    }

    pub fn clerk(&self, name: &str) -> Coming {
        let by = Actor::Staff(StaffId(self.house.new_id()));
        Coming { by, entry: Entry::Guest, name: Some(name.into()) }
    }

    pub async fn post(&self, coming: Coming, wish: Wish) -> Result<ReservationId, Not<NoGame>> {
        acts::post(&self.house, &self.station, coming, wish, None).await
    }

    pub fn join(
        &self,
        id: ReservationId,
        coming: Coming,
    ) -> impl Future<Output = Result<Stands, Not<NoGame>>> + Send + use<> {
        let (house, station): (House, _) = (self.house.house(), self.station.clone());
        async move { acts::join(&house, &station, id, coming, None).await }
    }

    pub async fn leave(&self, id: ReservationId, person: PersonId) -> Result<Stands, Not<NoGame>> {
        acts::leave(&self.house, &self.station, (id, None), Actor::Person(person)).await
    }

    pub async fn game(&self, id: ReservationId) -> OpenGame {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let read = self.house.db.read(move |c| answers::game(c, &h, &station, id, now));
        read.await.expect("the game is there")
    }

    /// The games that somebody can join.
    pub async fn open(&self, viewer: Option<PersonId>) -> Vec<ReservationId> {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let read = self.house.db.read(move |c| answers::open(c, &h, &station, viewer, now));
        read.await.expect("games can be read").into_iter().map(|g| g.game.id).collect()
    }

    pub async fn reservation(&self, id: ReservationId) -> State {
        let (station, now) = (self.station.id, self.house.now());
        let read = self.house.db.read(move |c| store::by_id(c, station, id).map(|r| r.state_at(now)));
        read.await.expect("the reservation is there")
    }

    pub async fn jobs(&self) {
        crate::jobs(&self.house).await.expect("the periodic work is done");
    }

    /// The kinds of the messages that went to a person's phone, the newest first.
    pub async fn told(&self, n: i32) -> Vec<String> {
        let (h, station, to) = (self.house.house(), self.station.id, phone(n));
        let read = self.house.db.read(move |c| outbox::newest(c, &h, station, 200));
        let all = read.await.expect("the outbox is readable");
        all.into_iter().filter(|m| m.to == to.full()).map(|m| m.kind).collect()
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.expect("the check runs");
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

/// How many of many calls won, and that all others were told that it cannot be joined.
pub async fn winners<T: Send + std::fmt::Debug + 'static>(
    calls: Vec<impl Future<Output = Result<T, Not<NoGame>>> + Send + 'static>,
    lost: fn(&NoGame) -> bool,
) -> usize {
    let asked: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let mut won = 0;
    for one in asked {
        match one.await.expect("nobody panics") {
            Ok(_) => won += 1,
            Err(Not::Refused(refusal)) if lost(&refusal) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    won
}
