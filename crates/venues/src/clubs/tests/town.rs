//! A station with a room of two desks that people may book eight times by themselves, and a hall that only staff give, on
//! every engine there is.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox::{self, Message};
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::{PersonId, Phone, StaffId};
use stations::Station;

use super::on;
use crate::acts::Actor;
use crate::clubs::acts::{self, Coming, Founder, Joined, Meeting, Text};
use crate::clubs::answers::{self, Seen};
use crate::clubs::rules::{Entry, NoClub};
use crate::clubs::store::{self, Member};
use crate::games::rules::Band;
use crate::rules::{Mode, Offering, Policy};
use crate::series::answers::Stands;
use crate::series::rules::Terms;
use crate::testing::{made_station, make_room};
use crate::{ClubId, SeriesId};

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

pub fn tables() -> Vec<&'static [kernel::db::Migration]> {
    vec![kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS]
}

pub fn texts() -> Vec<kernel::words::Texts> {
    [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat()
}

/// At nine in the morning of the 24th.
pub async fn towns() -> Vec<Town> {
    let mut all = vec![];
    for house in houses(&tables(), &texts()) {
        house.set_clock(on(24, 9, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.expect("a town can be made");
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "desks"), &[1, 2], &[(1, "desk", Mode::AnyOne)])?;
    make_room(c, station.id, (2, "hall"), &[3], &[(2, "hall", Mode::All)])?;
    let desk = crate::store::offering_by_slug(c, station.id, "desk")?.ok_or(Fault::NotFound)?;
    let policy = Policy { series_own: Some(8), ..desk.policy.clone() };
    crate::store::update_offering(c, station.id, &Offering { policy, ..desk })?;
    Ok(station)
}

pub fn phone(n: i32) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().expect("a number")
}

pub fn text(name: &str, opens: bool) -> Text {
    Text { name: name.into(), about: "一起临帖".into(), opens }
}

pub fn oneself(person: PersonId) -> Coming {
    Coming { person, entry: Entry::Oneself, name: None }
}

pub fn child(person: PersonId, name: &str) -> Coming {
    Coming { person, entry: Entry::Child(Band::Under13), name: Some(name.parse().expect("a name")) }
}

/// An hour by a rule from tomorrow on.
pub fn meeting(offering: &str, rule: &str, hour: i32) -> Meeting {
    let terms = Terms {
        rule: rule.parse().expect("a rule"),
        starts_on: date(2026, 6, 25),
        ends_on: None,
        at_minute: hour * 60,
        minutes: 60,
        group: 1,
        skips_holidays: true,
    };
    Meeting { offering: offering.into(), terms }
}

/// What came of a wish that a rule refused.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(result: Result<T, Not<NoClub>>) -> NoClub {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// That it is not there, to whoever asked.
#[track_caller]
pub fn is_not_there<T: std::fmt::Debug>(result: Result<T, Not<NoClub>>) {
    assert!(matches!(result, Err(Not::Fault(Fault::NotFound))), "{result:?}");
}

impl Town {
    pub async fn person(&self, n: i32) -> PersonId {
        let (h, phone): (House, _) = (self.house.house(), phone(n));
        let keys = h.clone();
        h.db.write(move |c| people::person_by_phone(c, &keys, &phone)).await.expect("a person by phone")
    }

    pub fn staff(&self) -> StaffId {
        StaffId(self.house.new_id())
    }

    pub fn clerk(&self) -> Actor {
        Actor::Staff(self.staff())
    }

    pub async fn found(&self, leader: PersonId, name: &str, opens: bool) -> Result<ClubId, Not<NoClub>> {
        let founder = Founder::Me { person: leader, name: None };
        acts::found(&self.house, &self.station, (text(name, opens), founder), None).await
    }

    pub async fn join(&self, id: ClubId, coming: Coming) -> Result<Joined, Not<NoClub>> {
        acts::join(&self.house, &self.station, (id, coming), None).await
    }

    pub async fn leave(&self, id: ClubId, person: PersonId) -> Result<(), Not<NoClub>> {
        acts::leave(&self.house, &self.station, (id, None), person).await
    }

    pub async fn admit(&self, id: ClubId, person: PersonId, by: Actor) -> Result<(), Not<NoClub>> {
        acts::admit(&self.house, &self.station, (id, self.entry(id, person).await, by)).await
    }

    pub async fn members(&self, id: ClubId) -> Vec<Member> {
        let station = self.station.id;
        self.house.db.read(move |c| store::of_club(c, station, id)).await.expect("members can be read")
    }

    /// Somebody's first entry.
    pub async fn entry(&self, id: ClubId, person: PersonId) -> Id {
        let members = self.members(id).await;
        members.iter().find(|m| m.person == person).expect("they are there").id
    }

    pub async fn notice(&self, id: ClubId, by: Actor, words: &str) -> Result<Id, Not<NoClub>> {
        acts::notice(&self.house, &self.station, (id, by, words.to_owned()), None).await
    }

    pub async fn meet(&self, id: ClubId, by: Actor, meeting: Meeting) -> Result<SeriesId, Not<NoClub>> {
        acts::meet(&self.house, &self.station, (id, by), meeting, None).await
    }

    pub async fn close(&self, id: ClubId, by: Actor) -> Result<(), Not<NoClub>> {
        acts::close(&self.house, &self.station, (id, by, String::new())).await
    }

    pub async fn seen(&self, id: ClubId) -> Seen {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        self.house.db.read(move |c| answers::one(c, &h, &station, id, now)).await.expect("the club is there")
    }

    /// The dates of a club's meetings and how they stand: `("06-27", Booked)`.
    pub async fn dates(&self, id: ClubId) -> Vec<(String, Stands)> {
        let seen = self.seen(id).await;
        let coming = seen.coming(self.house.now());
        coming.iter().map(|(_, l)| (l.on.strftime("%m-%d").to_string(), l.stands)).collect()
    }

    pub async fn jobs(&self) {
        crate::jobs(&self.house).await.expect("the periodic work is done");
    }

    /// What went or will go to a person's phone, the newest first.
    pub async fn messages(&self, n: i32) -> Vec<Message> {
        let (h, station, to) = (self.house.house(), self.station.id, phone(n));
        let read = self.house.db.read(move |c| outbox::newest(c, &h, station, 500));
        let all = read.await.expect("the outbox is readable");
        all.into_iter().filter(|m| m.to == to.full()).collect()
    }

    /// The kinds of them, in the order of the alphabet: of one instant none is newer than another.
    pub async fn told(&self, n: i32) -> Vec<String> {
        let mut kinds: Vec<String> = self.messages(n).await.into_iter().map(|m| m.kind).collect();
        kinds.sort_unstable();
        kinds
    }

    /// The kinds of the changes of the station, the newest first.
    pub async fn events(&self) -> Vec<String> {
        let station = self.station.id;
        let read = self.house.db.read(move |c| event::latest(c, station, i64::MAX, 500));
        read.await.expect("events can be read").into_iter().map(|e| e.kind).collect()
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.expect("the check runs");
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}
