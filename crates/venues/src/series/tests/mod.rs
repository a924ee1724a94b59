//! Series on both engines: what becomes of their dates, and that nothing ever overlaps.
mod making;
mod changing;
mod ahead;
mod race;
mod forms;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::acts::{self, Actor, Booker};
use crate::rules::{Ask, Mode, Policy, Refusal, State};
use crate::series::acts::{Answered, Wish, make_for};
use crate::series::answers::{self, Look, Stands};
use crate::series::rules::Terms;
use crate::testing::{made_station, make_room};
use crate::{ReservationId, SeriesId, checks};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone, StaffId};
use stations::Station;

/// A station with a table that persons may book for eight dates, and a hall of two halves.
struct Town {
    house: TestHouse,
    station: Arc<Station>,
}

/// Wednesday 24 June 2026, nine in the morning.
fn at(on: Date, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
    zone.to_timestamp(on.at(hour, minute, 0, 0)).unwrap()
}

async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(date(2026, 6, 24), 9, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.unwrap();
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "table"), &[1], &[(1, "table", Mode::AnyOne)])?;
    make_room(c, station.id, (2, "hall"), &[2, 3], &[(2, "whole", Mode::All), (3, "half", Mode::AnyOne)])?;
    set_policy(c, &station, "table", Policy { series_own: Some(8), per_week: Some(3), ..Policy::default() })?;
    Ok(station)
}

fn set_policy(c: &mut Conn, station: &Station, slug: &str, policy: Policy) -> Result<(), Fault> {
    let offering = crate::store::offering_by_slug(c, station.id, slug)?.unwrap();
    let kept = crate::store::update_offering(c, station.id, &crate::rules::Offering { policy, ..offering })?;
    assert!(kept);
    Ok(())
}

fn phone(n: i32) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().unwrap()
}

/// An hour at `hour`, by a rule from a day on.
fn terms(rule: &str, starts_on: Date, hour: i32) -> Terms {
    Terms {
        rule: rule.parse().unwrap(),
        starts_on,
        ends_on: None,
        at_minute: hour * 60,
        minutes: 60,
        group: 1,
        skips_holidays: false,
    }
}

fn wish(slug: &str, terms: Terms) -> Wish {
    (slug.to_owned(), terms, String::new())
}

impl Town {
    async fn person(&self, n: i32) -> PersonId {
        let (h, phone) = (self.house.house(), phone(n));
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap()
    }

    fn clerk(&self) -> StaffId {
        StaffId(self.house.new_id())
    }

    fn for_owner(&self) -> Answered {
        Answered::Owner { staff: self.clerk(), owner: 1 }
    }

    async fn make(&self, slug: &str, terms: Terms, whose: Answered) -> Result<SeriesId, Not<Refusal>> {
        make_for(&self.house, &self.station, wish(slug, terms), whose, None).await
    }

    async fn book(&self, slug: &str, from: Timestamp, booker: Booker) -> Result<ReservationId, Not<Refusal>> {
        let v = View::plain(&self.house, Lang::Zh);
        let ask = Ask { from, minutes: 60, group: 1, said: None };
        acts::book(&self.house, &self.station, &v, (slug.into(), ask), booker, None).await.map(|b| b.id)
    }

    /// A clerk books for somebody.
    async fn taken(&self, slug: &str, from: Timestamp) -> ReservationId {
        let booker = Booker::Desk { staff: self.clerk(), name: Some("张三".into()), phone: None };
        self.book(slug, from, booker).await.unwrap()
    }

    async fn look(&self, id: SeriesId) -> Look {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        self.house.db.read(move |c| answers::one(c, &h, &station, id, now)).await.unwrap()
    }

    /// How each date that has its outcome stands: `("07-02", Booked)`.
    async fn stands(&self, id: SeriesId) -> Vec<(String, Stands)> {
        let look = self.look(id).await;
        let known = look.lines.iter().filter(|l| l.stands != Stands::Later);
        known.map(|l| (l.on.strftime("%m-%d").to_string(), l.stands)).collect()
    }

    async fn jobs(&self) {
        crate::jobs(&self.house).await.unwrap();
    }

    /// Every invariant of the slice.
    async fn sound(&self) {
        for check in checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}
