//! Every way in which people take a room (an import is none), all at one moment, on both engines: one gets it.
use std::sync::Arc;

use super::race::{CALLERS, Town, phone, towns};
use super::*;
use crate::ReservationId;
use crate::acts::{self, Actor, Booker, Wish};
use crate::games::acts::{self as games, Coming};
use crate::games::rules::{Entry, NoGame};
use crate::paper::acts::{Line, enter};
use crate::series::acts::{Answered, make_for};
use crate::series::rules::Terms;
use crate::store;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, StaffId};
use stations::Station;

/// One caller's way.
enum Path {
    Public(PersonId),
    Stranger(i32),
    Desk(StaffId),
    WalkIn(StaffId),
    Series(StaffId),
    Game(PersonId),
    Move(ReservationId, PersonId),
    /// Stood on paper, typed in by a clerk.
    Paper(StaffId),
    /// Gives the slot back, for which somebody waits: an offer takes it.
    Offer(ReservationId, PersonId),
}

impl Path {
    /// What becomes of it; that somebody else was faster is none.
    async fn go(self, house: House, station: Arc<Station>) -> Option<()> {
        let v = View::plain(&house, Lang::Zh);
        let (ask, named) = (ask(at(19, 0), 60), Some("张三".to_owned()));
        let wish = ("table".to_owned(), ask.clone());
        let booked = |booker| acts::book(&house, &station, &v, wish.clone(), booker, None);
        match self {
            Path::Public(person) => won(booked(Booker::Person(person)).await),
            Path::Stranger(n) => won(booked(Booker::Stranger(phone(n))).await),
            Path::Desk(staff) => won(booked(Booker::Desk { staff, name: named, phone: None }).await),
            Path::WalkIn(staff) => {
                let door = Booker::Desk { staff, name: None, phone: None };
                won(acts::walk_in(&house, &station, &v, wish, door, None).await)
            }
            Path::Series(staff) => {
                let wish = ("table".to_owned(), one_date(), String::new());
                won(make_for(&house, &station, wish, Answered::Owner { staff, owner: 1 }, None).await)
            }
            Path::Game(person) => {
                let wish = games::Wish {
                    offering: "table".into(),
                    from: ask.from,
                    minutes: Some(60),
                    more: 1,
                    level: None,
                    note: String::new(),
                };
                let coming = Coming { by: Actor::Person(person), entry: Entry::Oneself, name: None };
                match games::post(&house, &station, coming, wish, None).await {
                    Err(Not::Refused(NoGame::Room(refusal))) => won(Err::<(), _>(Not::Refused(refusal))),
                    other => {
                        other.unwrap();
                        Some(())
                    }
                }
            }
            Path::Move(id, person) => won(acts::move_to(&house, &station, id, ask, Actor::Person(person)).await),
            Path::Paper(staff) => {
                let span = Span::of_minutes(ask.from, ask.minutes).unwrap();
                let paper = OnPaper { span, group: Some(1), place: None, came: false };
                let line = Line { offering: wish.0, paper, name: None, others: vec![], as_note: false };
                won(enter(&house, &station, line, staff, None).await)
            }
            Path::Offer(id, person) => {
                acts::cancel(&house, &station, id, Actor::Person(person)).await.unwrap();
                None
            }
        }
    }
}

#[track_caller]
fn won<T: std::fmt::Debug>(outcome: Result<T, Not<Refusal>>) -> Option<()> {
    match outcome {
        Ok(_) => Some(()),
        Err(Not::Refused(Refusal::Taken)) => None,
        odd => panic!("{odd:?}"),
    }
}

/// Today at 19:00, and never again.
fn one_date() -> Terms {
    Terms {
        rule: "FREQ=WEEKLY;COUNT=1".parse().unwrap(),
        starts_on: jiff::civil::date(2026, 6, 24),
        ends_on: None,
        at_minute: 19 * 60,
        minutes: 60,
        group: 1,
        skips_holidays: false,
    }
}

impl Town {
    /// 63 callers; of each way about as many.
    async fn callers(&self) -> Vec<Path> {
        let mut all = vec![];
        for n in 0..CALLERS - 1 {
            let (person, staff) = (self.person(n).await, StaffId(self.house.new_id()));
            all.push(match n % 8 {
                0 => Path::Public(person),
                1 => Path::Stranger(1_000 + n),
                2 => Path::Desk(staff),
                3 => Path::WalkIn(staff),
                4 => Path::Series(staff),
                5 => Path::Game(person),
                6 => Path::Paper(staff),
                _ => {
                    let later = on(25, 8, 0) + jiff::SignedDuration::from_hours((n / 8).into());
                    let early = self.book("table", ask(later, 30), Booker::Person(person)).await.unwrap();
                    Path::Move(early.id, person)
                }
            });
        }
        all
    }

    /// How many went through.
    async fn all_go(&self, paths: Vec<Path>) -> usize {
        let go = |path: Path| tokio::spawn(path.go(self.house.house(), self.station.clone()));
        let going: Vec<_> = paths.into_iter().map(go).collect();
        let mut won = 0;
        for one in going {
            won += usize::from(one.await.unwrap().is_some());
        }
        won
    }

    /// The reservations that have the table at 19:00, and by which way.
    async fn had(&self) -> Vec<Source> {
        let (station, now) = (self.station.id, self.house.now());
        let hour = Span::of_minutes(at(19, 0), 60).unwrap();
        let hit = self.house.db.read(move |c| store::hit_by(c, station, Some(1), &hour, now)).await.unwrap();
        hit.into_iter().map(|r| r.source).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_all_ways_to_take_one_slot_one_gets_it() {
    for town in towns().await {
        let paths = town.callers().await;
        town.house.set_clock(at(19, 0));
        let won = town.all_go(paths).await;
        assert_eq!(won, 1);
        assert_eq!(town.had().await.len(), 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_given_back_amid_all_ways_goes_to_whoever_waits() {
    for town in towns().await {
        let (holder, waits) = (town.person(500).await, town.person(501).await);
        let had = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap().id;
        let wish = Wish { offering: "table".into(), earliest: at(19, 0), latest: at(19, 0), minutes: 60, group: 1 };
        acts::wait(&town.house, &town.station, wish, Booker::Person(waits), None).await.unwrap();
        let mut paths = town.callers().await;
        // Nobody who stands at the door at five is in before seven.
        paths.retain(|path| !matches!(path, Path::WalkIn(_)));
        paths.insert(paths.len() / 2, Path::Offer(had, holder));
        town.house.set_clock(at(17, 0));
        let won = town.all_go(paths).await;
        assert_eq!((won, town.had().await), (0, vec![Source::Offer]), "whoever waits is asked first");
        town.sound().await;
    }
}
