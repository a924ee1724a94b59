//! Reception days: the rules a sentence each; then the acts, a race, the pages and the API, on every engine.
mod rules;
mod days;
mod items;
mod race;
mod pages;
mod programs;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::refusal::Not;
use people::{Role, StaffAt};

use super::acts::{self, NewDay, Said, Who, Wish};
use super::answers::{self, Deputy, Full};
use super::rules::Refusal;
use super::{DayId, VisitId};
use crate::desk::tests::town::{signed_in, works_here};
use crate::rules::Name;
use crate::tests::{Town, at, towns};

/// The Saturday after the Wednesday on which every test begins.
const THEN: Date = date(2026, 6, 27);

/// A town with two offices and two deputies, of whom the second signs in. The first clerk belongs to the second office.
struct Hall {
    town: Town,
    clerk: String,
}

async fn all() -> Vec<Hall> {
    let mut all = vec![];
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        works_here(&town, Role::Clerk, Some(2));
        works_here(&town, Role::Manager, Some(3));
        let (h, station, now) = (town.house.house(), town.station.id, town.house.now());
        let ids = [town.official(1).await.staff, town.official(2).await.staff].map(Option::unwrap);
        let write = move |c: &mut Conn| {
            stations::add_owner(c, station, ("新时代文明实践所", ""), By::Program, now)?;
            people::give_role(c, &h, By::Program, ids[0], station, Role::Clerk, Some(2))?;
            let deputy = |id, name: &str, staff| Deputy { id, name: name.into(), title: Name::default(), staff };
            acts::found(c, station, &[deputy(1, "李桂芳", None), deputy(2, "马占山", Some(ids[1]))])
        };
        town.house.db.write(write).await.unwrap();
        all.push(Hall { town, clerk });
    }
    all
}

fn new_day(deputy: i32) -> NewDay {
    let place = Name { zh: "人大代表联络室".into(), en: String::new() };
    NewDay { deputy, from: THEN.at(9, 0, 0, 0), until: THEN.at(10, 0, 0, 0), minutes: 20, place }
}

/// 9:20 of the reception day.
fn slot(minute: i64) -> Timestamp {
    at(9, 0) + SignedDuration::from_hours(72) + SignedDuration::from_mins(minute)
}

impl Hall {
    /// The staff that an official of the town is: 1 of the second office, 2 the deputy, 3 the manager.
    async fn staff(&self, official: i32) -> StaffAt {
        let (id, at) = (self.town.official(official).await.staff.unwrap(), self.town.station.id);
        self.town.house.db.read(move |c: &mut Conn| people::staff_at(c, &id, at, Role::Clerk)).await.unwrap()
    }

    async fn announced(&self, deputy: i32) -> DayId {
        let by = self.staff(1).await.id;
        acts::announce(&self.town.house, &self.town.station, new_day(deputy), (by, None)).await.unwrap()
    }

    async fn take(&self, day: DayId, at: Timestamp) -> Result<acts::After, Not<Refusal>> {
        acts::take(&self.town.house, &self.town.station, (day, at), (Who::Bearer, None)).await
    }

    /// Somebody who came without a slot on the day.
    async fn received(&self, deputy: i32, phone: Option<&str>) -> VisitId {
        let day = self.announced(deputy).await;
        self.town.house.set_clock(slot(0));
        let staff = self.staff(1).await.id;
        let who = Who::Desk { staff, name: Some("罗大爷".into()), phone: phone.map(|p| p.parse().unwrap()) };
        let said = Said { what: "村口的路灯坏了。".into(), category: None };
        acts::receive(&self.town.house, &self.town.station, (day, said), (who, None)).await.unwrap().id
    }

    async fn press(&self, id: VisitId, official: i32, wish: Wish) -> Result<acts::After, Not<Refusal>> {
        let staff = self.staff(official).await;
        acts::step(&self.town.house, &self.town.station, (id, wish), (staff, None)).await
    }

    async fn full(&self, id: VisitId) -> Full {
        let (h, station, now) = (self.town.house.house(), self.town.station.clone(), self.town.house.now());
        let look = move |c: &mut Conn| answers::full(c, &h, &station, id, now);
        self.town.house.db.snapshot(look).await.unwrap()
    }

    async fn messages(&self) -> Vec<String> {
        let (h, at) = (self.town.house.house(), self.town.station.id);
        let all = self.town.house.db.read(move |c: &mut Conn| kernel::outbox::newest(c, &h, at, 20)).await.unwrap();
        all.into_iter().map(|m| m.text).collect()
    }

    /// Whether some message says so.
    async fn told(&self, words: &str) -> bool {
        self.messages().await.iter().any(|text| text.contains(words))
    }

    /// A session lasts for a day at the desk: signs in anew.
    async fn sign_in(&self, official: i32) -> String {
        signed_in(&self.town, self.staff(official).await.id)
    }

    async fn sound(&self) {
        for check in super::checks() {
            let broken = self.town.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
