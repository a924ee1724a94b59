//! Many callers at one moment, on both engines: one winner, and everyone else is told politely.
use std::sync::Arc;

use jiff::SignedDuration;

use super::*;
use crate::ReservationId;
use crate::acts::{self, Actor, Booked, Booker, checks};
use crate::testing::{made_station, make_room};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone, StaffId};
use stations::Station;

pub(super) const CALLERS: i32 = 64;

pub(super) struct Town {
    pub(super) house: TestHouse,
    pub(super) station: Arc<Station>,
}

/// A town with a room of one table, and a hall of two halves.
pub(super) async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(9, 0));
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
    Ok(station)
}

impl Town {
    pub(super) async fn person(&self, n: i32) -> PersonId {
        let (h, phone) = (self.house.house(), phone(n));
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap()
    }

    pub(super) async fn book(&self, slug: &str, ask: Ask, booker: Booker) -> Result<Booked, Not<Refusal>> {
        let v = View::plain(&self.house, Lang::Zh);
        acts::book(&self.house, &self.station, &v, (slug.into(), ask), booker, None).await
    }

    /// Every invariant of the slice, on whatever the race has left behind.
    pub(super) async fn sound(&self) {
        for check in checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

pub(super) fn phone(n: i32) -> Phone {
    format!("138000{:05}", 10_000 + n).parse().unwrap()
}

/// What came of many calls: how many won, and that all others were refused because it is taken.
pub(super) fn winners<T>(outcomes: Vec<Result<T, Not<Refusal>>>) -> usize {
    let all = outcomes.len();
    let won = outcomes.iter().filter(|o| o.is_ok()).count();
    let taken = outcomes.iter().filter(|o| matches!(o, Err(Not::Refused(Refusal::Taken)))).count();
    let odd: Vec<String> = outcomes
        .into_iter()
        .filter_map(|o| match o {
            Err(Not::Refused(Refusal::Taken)) | Ok(_) => None,
            Err(not) => Some(format!("{not:?}")),
        })
        .collect();
    assert_eq!(won + taken, all, "{odd:?}");
    won
}

pub(super) async fn all_at_once<T: Send + 'static>(
    calls: impl Iterator<Item = impl Future<Output = Result<T, Not<Refusal>>> + Send + 'static>,
) -> Vec<Result<T, Not<Refusal>>> {
    let asked: Vec<_> = calls.map(tokio::spawn).collect();
    let mut outcomes = vec![];
    for a in asked {
        outcomes.push(a.await.unwrap());
    }
    outcomes
}

/// A call that owns all it needs.
pub(super) fn call(
    town: &Town,
    slug: &'static str,
    ask: Ask,
    booker: Booker,
) -> impl Future<Output = Result<Booked, Not<Refusal>>> + Send + use<> {
    let (house, station): (House, _) = (town.house.house(), town.station.clone());
    async move {
        let v = View::plain(&house, Lang::Zh);
        acts::book(&house, &station, &v, (slug.into(), ask), booker, None).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_callers_for_one_slot_one_gets_it() {
    for town in towns().await {
        let mut callers = vec![];
        for n in 0..CALLERS {
            callers.push(match n % 3 {
                0 => Booker::Person(town.person(n).await),
                1 => Booker::Stranger(phone(n)),
                _ => Booker::Desk { staff: StaffId(town.house.new_id()), name: Some("张三".into()), phone: None },
            });
        }
        let outcomes = all_at_once(callers.into_iter().map(|b| call(&town, "table", ask(at(19, 0), 60), b))).await;
        assert_eq!(winners(outcomes), 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_who_book_by_themselves_none_takes_the_share_of_those_who_come() {
    for town in towns().await {
        let station = town.station.clone();
        let read = move |c: &mut Conn| crate::store::catalogue(c, station.id);
        let mut half = town.house.db.read(read).await.unwrap().offering("half").unwrap().clone();
        half.policy.walk_ins = 1;
        let staff = StaffId(town.house.new_id());
        acts::edit_offering(&town.house, &town.station, half, staff).await.unwrap();
        let mut callers = vec![];
        for n in 0..CALLERS {
            callers.push(Booker::Person(town.person(n).await));
        }
        let outcomes = all_at_once(callers.into_iter().map(|b| call(&town, "half", ask(at(19, 0), 60), b))).await;
        assert_eq!(winners(outcomes), 1, "of two halves, one stays");
        let desk = Booker::Desk { staff, name: Some("张三".into()), phone: None };
        town.book("half", ask(at(19, 0), 60), desk).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_whole_hall_and_its_halves_are_never_had_by_both() {
    for town in towns().await {
        let mut callers = vec![];
        for n in 0..CALLERS {
            let person = Booker::Person(town.person(n).await);
            let (slug, ask) = match n % 4 {
                0 => ("whole", ask(at(19, 0), 60)),
                1 => ("half", ask(at(19, 0), 60)),
                2 => ("half", ask(at(19, 30), 60)),
                _ => ("whole", ask(at(18, 30), 60)),
            };
            callers.push(call(&town, slug, ask, person));
        }
        let won = winners(all_at_once(callers.into_iter()).await);
        assert!((1..=3).contains(&won), "one whole, or two or three halves: {won}");
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn moves_and_holds_against_each_other_leave_one_winner() {
    for town in towns().await {
        // 16 people have an early slot each and move to 19:00; 16 strangers try to hold it; 16 walk in or book there.
        let mut theirs = vec![];
        for n in 0..16 {
            let person = town.person(n).await;
            let early = on(25, 8, 0) + SignedDuration::from_mins((n * 30).into());
            let booked = town.book("table", ask(early, 30), Booker::Person(person)).await.unwrap();
            theirs.push((booked.id, person));
        }
        let moves = theirs.iter().map(|(id, person)| moved(&town, *id, *person));
        let holds = (100..116).map(|n| call(&town, "table", ask(at(19, 0), 60), Booker::Stranger(phone(n))));
        let moving: Vec<_> = moves.map(tokio::spawn).collect();
        let holding: Vec<_> = holds.map(tokio::spawn).collect();
        let mut won = 0;
        for m in moving {
            won += winners(vec![m.await.unwrap()]);
        }
        for h in holding {
            won += winners(vec![h.await.unwrap()]);
        }
        assert_eq!(won, 1);
        town.sound().await;
    }
}

fn moved(
    town: &Town,
    id: ReservationId,
    person: PersonId,
) -> impl Future<Output = Result<State, Not<Refusal>>> + Send + use<> {
    let (house, station): (House, _) = (town.house.house(), town.station.clone());
    async move { acts::move_to(&house, &station, id, ask(at(19, 0), 60), Actor::Person(person)).await }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_expired_hold_and_a_no_show_are_taken_over_by_exactly_one() {
    for town in towns().await {
        let held = town.book("table", ask(at(19, 0), 60), Booker::Stranger(phone(1))).await.unwrap();
        assert_eq!(held.state, State::Held);
        town.house.wait(SignedDuration::from_mins(11));
        let mut callers = vec![];
        for n in 0..CALLERS {
            callers.push(call(&town, "table", ask(at(19, 0), 60), Booker::Person(town.person(n).await)));
        }
        assert_eq!(winners(all_at_once(callers.into_iter()).await), 1);
        // Whoever won does not come; at 19:16 the rest of the hour is taken by one of many at the door.
        town.house.set_clock(at(19, 16));
        let staff = StaffId(town.house.new_id());
        let calls = (0..CALLERS).map(|_| {
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            async move {
                let v = View::plain(&house, Lang::Zh);
                let door = Booker::Desk { staff, name: None, phone: None };
                let ask = Ask { from: house.now(), minutes: 40, group: 1, said: None };
                acts::walk_in(&house, &station, &v, ("table".into(), ask), door, None).await
            }
        });
        assert_eq!(winners(all_at_once(calls).await), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn the_database_refuses_an_overlap_that_a_rule_forgot() {
    for town in towns().await {
        let first = town.book("table", ask(at(19, 0), 60), Booker::Person(town.person(1).await)).await.unwrap();
        let station = town.station.id;
        let row = format!(
            "INSERT INTO cells SELECT station_id, atom_id, unit, cell, reservation_id FROM cells WHERE station_id = {station}"
        );
        let again = town.house.db.write(move |c| c.run(&row)).await;
        assert!(matches!(again, Err(Fault::AlreadyThere(_))), "{again:?}");
        assert_eq!(first.state, State::Confirmed);
    }
}
