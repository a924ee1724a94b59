//! A station with a room of two tables whose door codes open, on every engine there is.
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone, StaffId};
use stations::Station;

use super::at;
use crate::ReservationId;
use crate::acts::{self as rooms, Actor, Booker};
use crate::door::acts::{self, Shown, Who};
use crate::door::lock::{Call, Lock, Where};
use crate::door::rules::{Door, NoArrival};
use crate::rules::{Ask, Mode, Refusal, State};
use crate::store;
use crate::testing::{made_station, make_room};

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

pub const ROOM: i32 = 1;

/// At nine in the morning.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(9, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.expect("a town can be made");
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (ROOM, "tables"), &[1, 2], &[(1, "table", Mode::AnyOne)])?;
    make_room(c, station.id, (2, "hall"), &[3], &[(2, "hall", Mode::All)])?;
    c.run("UPDATE venues SET key_kind = 'code' WHERE id = 1")?;
    Ok(station)
}

/// Two numbers with the same last digits are `n` and `n + 10000`.
pub fn phone(n: i32) -> Phone {
    format!("138{:08}", 10_000_000 + n).parse().expect("a number")
}

impl Town {
    pub async fn person(&self, n: i32) -> PersonId {
        let h = self.house.house();
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone(n))).await.expect("a person by phone")
    }

    pub async fn book(&self, n: i32, from: Timestamp) -> ReservationId {
        let booker = Booker::Person(self.person(n).await);
        self.book_as(booker, "table", from).await
    }

    pub async fn book_as(&self, booker: Booker, slug: &str, from: Timestamp) -> ReservationId {
        let v = View::plain(&self.house, Lang::Zh);
        let wish = (slug.to_owned(), Ask { from, minutes: 60, group: 1, said: None });
        rooms::book(&self.house, &self.station, &v, wish, booker, None).await.expect("it is free").id
    }

    pub async fn move_to(&self, id: ReservationId, n: i32, from: Timestamp) {
        let actor = Actor::Person(self.person(n).await);
        let ask = Ask { from, minutes: 60, group: 1, said: None };
        rooms::move_to(&self.house, &self.station, id, ask, actor).await.expect("it can be moved");
    }

    pub async fn cancel(&self, id: ReservationId) {
        rooms::cancel(&self.house, &self.station, id, self.staff()).await.expect("it can be given back");
    }

    pub fn staff(&self) -> Actor {
        Actor::Staff(StaffId(self.house.new_id()))
    }

    pub async fn arrive(&self, room: &str, who: Who) -> Result<ReservationId, NoArrival> {
        match acts::arrive(&self.house, &self.station, room.to_owned(), who).await {
            Ok(id) => Ok(id),
            Err(Not::Refused(refusal)) => Err(refusal),
            Err(Not::Fault(fault)) => panic!("{fault}"),
        }
    }

    pub async fn by_digits(&self, digits: &str) -> Result<ReservationId, NoArrival> {
        self.arrive("tables", Who::Digits(digits.to_owned())).await
    }

    pub async fn state(&self, id: ReservationId) -> State {
        let (station, now) = (self.station.id, self.house.now());
        let read = self.house.db.read(move |c| store::by_id(c, station, id).map(|r| r.state_at(now)));
        read.await.expect("the reservation is there")
    }

    pub async fn jobs(&self) {
        crate::jobs(&self.house).await.expect("the periodic work is done");
    }

    pub async fn key(&self) -> String {
        let staff = StaffId(self.house.new_id());
        acts::new_key(&self.house, &self.station, ROOM, staff, None).await.expect("a key")
    }

    pub async fn lock_at(&self, url: &str) {
        let staff = StaffId(self.house.new_id());
        acts::set_lock(&self.house, &self.station, ROOM, url.to_owned(), staff).await.expect("an address");
    }

    pub async fn enter(&self, key: &str, digits: &str) -> Result<Door, Fault> {
        acts::enter(&self.house, &self.station, ("tables".into(), key.to_owned()), digits.to_owned()).await
    }

    pub async fn show(&self, id: ReservationId, actor: Actor) -> Result<Shown, Not<Refusal>> {
        acts::show_code(&self.house, &self.station, id, actor, None).await
    }

    /// The texts of the messages about door codes to a person's phone, the newest first.
    pub async fn told(&self, n: i32) -> Vec<String> {
        let (h, station, to) = (self.house.house(), self.station.id, phone(n));
        let read = self.house.db.read(move |c| outbox::newest(c, &h, station, 200));
        let all = read.await.expect("the outbox is readable");
        all.into_iter().filter(|m| m.kind == "door-code" && m.to == to.full()).map(|m| m.text).collect()
    }

    /// The digits in the newest message about a door code.
    pub async fn digits_told(&self, n: i32) -> String {
        let told = self.told(n).await;
        let text = told.first().expect("a message");
        text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).expect("six digits").to_owned()
    }

    /// Every invariant of the slice.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.expect("the check runs");
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

/// A lock that notes what it is told, and refuses as often as it was asked to.
#[derive(Default)]
pub struct Heard {
    pub calls: Mutex<Vec<(Where, Call)>>,
    pub refuse: Mutex<usize>,
}

impl Lock for Heard {
    fn tell(&self, at: &Where, call: &Call) -> Result<(), String> {
        let mut refuse = self.refuse.lock().map_err(|e| e.to_string())?;
        self.calls.lock().map_err(|e| e.to_string())?.push((at.clone(), call.clone()));
        if *refuse > 0 {
            *refuse -= 1;
            return Err("not now".into());
        }
        Ok(())
    }
}
