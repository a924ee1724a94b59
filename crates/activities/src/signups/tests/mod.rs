//! Signups on a small station: an activity tomorrow at nine, with so many places.
mod joining;
mod line;
mod drawing;
mod following;
mod race;
mod forgetting;

use std::sync::Arc;

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone, StaffId};
use stations::Station;
use stations::testing::made_station;

use super::acts::{self, Actor, Guest, NewSignup, SignedUp};
use super::rules::{Answer, NoSignup, State};
use super::store::{self, Kept};
use super::{SignupId, answers, to_call};
use crate::OccurrenceId;
use crate::rules::{Joining, Plan};
use crate::store::{self as core, Occurrence};
use crate::testing::{made, plan};

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    /// Tomorrow at nine.
    pub occurrence: OccurrenceId,
}

/// Friday 26 June 2026 in Sanhe; the activity is on Saturday.
pub fn friday(hour: i64) -> Timestamp {
    Timestamp::from_second(1_782_403_200).expect("an instant") + SignedDuration::from_hours(hour)
}

/// Places for so many, first come first served, until an hour before it begins.
pub fn for_(capacity: i32) -> Plan {
    let plan = plan("亲子阅读", "", date(2026, 6, 27)).expect("a plan");
    Plan { capacity: Some(capacity), joining: Joining::SignUp, ..plan }
}

/// At nine on Friday.
pub async fn towns(plan: Plan) -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(friday(9));
        let (h, now, plan) = (house.house(), house.now(), plan.clone());
        let work = move |c: &mut Conn| {
            let station = made_station(c, now)?;
            let (_, times) = made(c, &h, &station, (&plan, 1), now)?;
            Ok::<_, Fault>((station, times[0].id))
        };
        let (station, occurrence) = house.db.write(work).await.unwrap();
        all.push(Town { house, station: Arc::new(station), occurrence });
    }
    all
}

pub fn staff(n: i32) -> StaffId {
    StaffId(Id(format!("00000000-0000-7000-8000-{n:012}").parse().expect("an id")))
}

pub fn phone(n: usize) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().expect("a number")
}

/// Somebody for whom a clerk types.
pub fn named(name: &str) -> Guest {
    Guest::Desk { staff: staff(1), name: Some(name.parse().expect("a name")), phone: None }
}

impl Town {
    pub async fn person(&self, n: usize) -> PersonId {
        let h = self.house.house();
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone(n))).await.unwrap()
    }

    pub fn wish(&self, guest: Guest, seats: i16) -> NewSignup {
        NewSignup { occurrence: self.occurrence, guest, child: None, band: None, seats }
    }

    pub async fn try_joins(&self, new: NewSignup) -> Result<SignedUp, Not<NoSignup>> {
        let v = View::plain(&self.house, Lang::Zh);
        acts::join(&self.house, &self.station, &v, new, None).await
    }

    /// Person `n` asks for so many places.
    pub async fn joins(&self, n: usize, seats: i16) -> SignupId {
        let guest = Guest::Person(self.person(n).await);
        self.try_joins(self.wish(guest, seats)).await.unwrap().id
    }

    pub async fn says(&self, id: SignupId, said: Answer) -> Result<State, Not<NoSignup>> {
        acts::answer(&self.house, &self.station, (id, said), (Actor::Bearer, None)).await
    }

    pub async fn signup(&self, id: SignupId) -> Kept {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::by_id(c, station, id)).await.unwrap()
    }

    pub async fn state(&self, id: SignupId) -> State {
        self.signup(id).await.state_at(self.house.now())
    }

    pub async fn states(&self, ids: &[SignupId]) -> Vec<State> {
        let mut all = vec![];
        for id in ids {
            all.push(self.state(*id).await);
        }
        all
    }

    pub async fn at(&self) -> Occurrence {
        let (station, id) = (self.station.id, self.occurrence);
        self.house.db.read(move |c: &mut Conn| core::occurrence(c, station, id)).await.unwrap()
    }

    /// Changes the time itself, as whoever plans it does.
    pub async fn changes(&self, change: fn(&mut Occurrence)) {
        let (station, id) = (self.station.id, self.occurrence);
        let work = move |c: &mut Conn| {
            let mut one = core::hold_occurrence(c, station, id)?;
            change(&mut one);
            core::set_occurrence(c, station, &one)
        };
        self.house.db.write(work).await.unwrap();
    }

    /// The kinds of all messages so far, the oldest first, and what the last one said.
    pub async fn told(&self) -> (Vec<String>, String) {
        let (h, station) = (self.house.house(), self.station.id);
        let mut all = self.house.db.read(move |c| outbox::newest(c, &h, station, 1000)).await.unwrap();
        all.reverse();
        let last = all.last().map(|m| m.text.clone()).unwrap_or_default();
        (all.into_iter().map(|m| m.kind).collect(), last)
    }

    /// The digits that went out last.
    pub async fn digits(&self) -> String {
        let (_, text) = self.told().await;
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.get(..6).expect("a message with a code").to_owned()
    }

    pub async fn jobs(&self) {
        acts::jobs(&self.house).await.unwrap();
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

#[track_caller]
pub fn refused<T>(result: Result<T, Not<NoSignup>>) -> NoSignup {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        Err(Not::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("not refused"),
    }
}
