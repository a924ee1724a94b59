//! Lines of paper on both engines: what becomes of each, and that nothing overlaps.
use std::sync::Arc;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::acts::{self, Actor, Booker};
use crate::paper::acts::{Became, Line, Other, enter};
use crate::paper::answers;
use crate::rules::{Ask, Mode, OnPaper, Refusal, Source, Span, State};
use crate::store::{self, Reservation};
use crate::testing::{made_station, make_room};
use crate::{ReservationId, checks};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use stations::Station;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub clerk: StaffId,
}

/// A time of Wednesday 24 June 2026 in Sanhe.
pub fn at(hour: i8, minute: i8) -> Timestamp {
    on(24, hour, minute)
}

pub fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    TimeZone::get("Asia/Shanghai").unwrap().to_timestamp(date(2026, 6, day).at(hour, minute, 0, 0)).unwrap()
}

/// A room of two tables and a hall of two halves, at five in the afternoon.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(17, 0));
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.unwrap();
        let clerk = StaffId(house.new_id());
        all.push(Town { house, station: Arc::new(station), clerk });
    }
    all
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "table"), &[1, 2], &[(1, "table", Mode::AnyOne)])?;
    make_room(c, station.id, (2, "hall"), &[3, 4], &[(2, "whole", Mode::All), (3, "half", Mode::AnyOne)])?;
    Ok(station)
}

/// Somebody who came to a table.
pub fn line(place: Option<i32>, from: Timestamp, minutes: i32, name: &str) -> Line {
    Line {
        offering: "table".into(),
        paper: OnPaper { span: Span::of_minutes(from, minutes).unwrap(), group: None, place, came: true },
        name: (!name.is_empty()).then(|| name.to_owned()),
        others: vec![],
        as_note: false,
    }
}

fn missed(line: Line) -> Line {
    Line { paper: OnPaper { came: false, ..line.paper }, ..line }
}

impl Town {
    pub async fn enter(&self, line: Line) -> Result<Became, Not<Refusal>> {
        enter(&self.house, &self.station, line, self.clerk, None).await
    }

    pub async fn booked(&self, from: Timestamp, name: &str) -> ReservationId {
        let v = View::plain(&self.house, Lang::Zh);
        let booker = Booker::Desk { staff: self.clerk, name: Some(name.into()), phone: None };
        let ask = Ask { from, minutes: 60, group: 1, said: None };
        acts::book(&self.house, &self.station, &v, ("table".into(), ask), booker, None).await.unwrap().id
    }

    async fn row(&self, id: ReservationId) -> Reservation {
        let station = self.station.id;
        self.house.db.read(move |c| store::by_id(c, station, id)).await.unwrap()
    }

    async fn table(&self, id: ReservationId) -> Vec<i32> {
        let station = self.station.id;
        let units = self.house.db.read(move |c| store::units_of(c, station, id)).await.unwrap();
        units.into_iter().map(|u| u.atom).collect()
    }

    async fn facts(&self, kind: &'static str) -> usize {
        let station = self.station.id;
        let of_june = (date(2026, 6, 1), date(2026, 7, 1));
        let facts = self.house.db.read(move |c| fact::between(c, station, kind, of_june.0, of_june.1));
        facts.await.unwrap().len()
    }

    /// Every invariant of the slice, with what time decides written down.
    pub async fn sound(&self) {
        crate::jobs(&self.house).await.unwrap();
        for check in checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn entered(became: Result<Became, Not<Refusal>>) -> (ReservationId, State) {
    match became {
        Ok(Became::Entered { id, state }) => (id, state),
        other => panic!("not entered: {other:?}"),
    }
}

fn theirs(became: Result<Became, Not<Refusal>>) -> (ReservationId, State) {
    match became {
        Ok(Became::Theirs { id, state }) => (id, state),
        other => panic!("not theirs: {other:?}"),
    }
}

#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_line_becomes_what_it_was_used_in_use_missed_or_to_come() {
    for town in towns().await {
        let (past, state) = entered(town.enter(line(None, at(14, 0), 60, "罗大爷")).await);
        assert_eq!((state, town.row(past).await.source), (State::Completed, Source::Outage));
        let (_, state) = entered(town.enter(line(None, at(16, 30), 60, "")).await);
        assert_eq!(state, State::CheckedIn);
        let (gone, state) = entered(town.enter(missed(line(None, at(14, 0), 60, "马先生"))).await);
        assert_eq!(state, State::Released);
        assert!(town.table(gone).await.is_empty(), "whoever did not come has taken nothing");
        let (_, state) = entered(town.enter(missed(line(None, at(19, 0), 60, "祁女士"))).await);
        assert_eq!(state, State::Confirmed);
        assert_eq!((town.facts("venue.used").await, town.facts("venue.not-come").await), (1, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_has_happened_is_not_refused_for_hours_or_gaps_and_what_is_to_come_is() {
    for town in towns().await {
        // The station opens at six; somebody was let in at five.
        entered(town.enter(line(None, at(5, 0), 60, "")).await);
        let night = missed(line(None, on(25, 23, 0), 60, "张三"));
        assert!(matches!(refused(town.enter(night).await), Refusal::Closed { .. }));
        let long_ago = line(None, on(21, 16, 55), 60, "");
        assert_eq!(refused(town.enter(long_ago).await), Refusal::TooLongAgo { hours: 72 });
        entered(town.enter(line(None, on(21, 17, 0), 60, "")).await);
        let far = missed(line(None, on(24, 19, 0) + SignedDuration::from_hours(24 * 32), 60, "张三"));
        assert!(matches!(refused(town.enter(far).await), Refusal::TooFar { .. }));
        assert!(matches!(refused(town.enter(line(None, at(1, 0), 24 * 60 + 5, "")).await), Refusal::TooLong { .. }));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_line_sent_twice_is_entered_once() {
    for town in towns().await {
        let once = Some(Once::new("row-1", "clerk", &"row"));
        let enter = |line| enter(&town.house, &town.station, line, town.clerk, once.clone());
        let first = entered(enter(line(None, at(14, 0), 60, "")).await);
        assert_eq!(entered(enter(line(None, at(14, 0), 60, "")).await), first);
        assert_eq!(town.facts("venue.used").await, 1);
    }
}

#[tokio::test]
async fn a_clash_shows_who_is_there_and_which_table_was_free() {
    for town in towns().await {
        let (first, _) = entered(town.enter(line(Some(1), at(14, 0), 60, "罗大爷")).await);
        let second = line(Some(1), at(14, 30), 60, "马先生");
        assert_eq!(refused(town.enter(second.clone()).await), Refusal::Taken);
        let (h, station, now, asked) = (town.house.house(), town.station.clone(), town.house.now(), second.clone());
        let clash = town.house.db.read(move |c| answers::clash(c, &h, &station, &asked, now)).await.unwrap();
        let names: Vec<_> = clash.in_the_way.iter().map(|s| (s.receipt.reservation.id, s.guest.name.clone())).collect();
        assert_eq!(names, [(first, Some("罗大爷".to_owned()))]);
        assert_eq!(clash.free.iter().map(|a| a.id).collect::<Vec<_>>(), [2]);
        let there = Line { paper: OnPaper { place: Some(2), ..second.paper }, ..second };
        entered(town.enter(there).await);
        town.sound().await;
    }
}

#[tokio::test]
async fn the_other_party_was_at_another_table() {
    for town in towns().await {
        let (first, _) = entered(town.enter(line(Some(1), at(14, 0), 60, "罗大爷")).await);
        let moved = |line: Line| Line { others: vec![(first, Other::Moved)], ..line };
        let (second, _) = entered(town.enter(moved(line(Some(1), at(14, 30), 60, "马先生"))).await);
        assert_eq!((town.table(first).await, town.table(second).await), (vec![2], vec![1]));
        assert_eq!(town.row(first).await.state, State::Completed, "they have played all the same");
        // Now both tables were in use: nobody can have been anywhere else.
        let third = Line { others: vec![(second, Other::Moved)], ..line(Some(1), at(14, 30), 30, "祁女士") };
        assert_eq!(refused(town.enter(third).await), Refusal::Taken);
        assert_eq!(town.table(second).await, [1], "a refusal leaves everything as it was");
        town.sound().await;
    }
}

#[tokio::test]
async fn the_other_party_never_came() {
    for town in towns().await {
        town.house.set_clock(at(9, 0));
        let (a, b) = (town.booked(at(14, 0), "罗大爷").await, town.booked(at(14, 0), "王大爷").await);
        town.house.set_clock(at(14, 0));
        for id in [a, b] {
            acts::check_in(&town.house, &town.station, id, Actor::Staff(town.clerk)).await.unwrap();
        }
        town.house.set_clock(at(17, 0));
        crate::jobs(&town.house).await.unwrap();
        assert_eq!((town.row(a).await.state, town.facts("venue.used").await), (State::Completed, 2));
        let taken = line(None, at(14, 0), 60, "马先生");
        assert_eq!(refused(town.enter(taken.clone()).await), Refusal::Taken);
        let instead = Line { others: vec![(a, Other::NotCome)], ..taken };
        entered(town.enter(instead).await);
        assert_eq!(town.row(a).await.state, State::Released);
        // What had been counted is taken back for whoever counts.
        assert_eq!((town.facts("venue.used").await, town.facts("venue.not-so").await), (3, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_had_booked_under_that_name_is_not_entered_twice() {
    for town in towns().await {
        town.house.set_clock(at(9, 0));
        let booked = town.booked(at(14, 0), "罗大爷").await;
        // The power is off at two: nobody can press that he is there, and a quarter past his slot is given up.
        town.house.set_clock(at(17, 0));
        crate::jobs(&town.house).await.unwrap();
        assert_eq!(town.row(booked).await.state, State::Released);
        let wrote = line(None, at(14, 0), 60, "罗大爷");
        assert_eq!(theirs(town.enter(wrote.clone()).await), (booked, State::Completed));
        assert_eq!(town.table(booked).await.len(), 1, "he had a table");
        assert_eq!(theirs(town.enter(wrote).await), (booked, State::Completed), "and no second time");
        let facts =
            [town.facts("venue.not-come").await, town.facts("venue.not-so").await, town.facts("venue.used").await];
        assert_eq!(facts, [1, 1, 1]);
        // Somebody else of that name at another table is somebody else.
        let other = if town.table(booked).await == [1] { 2 } else { 1 };
        entered(town.enter(line(Some(other), at(14, 0), 60, "罗大爷")).await);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_gets_a_slot_back_may_have_somebody_else_in_it_who_was_at_another_table() {
    for town in towns().await {
        town.house.set_clock(at(9, 0));
        let booked = town.booked(at(14, 0), "罗大爷").await;
        town.house.set_clock(at(17, 0));
        crate::jobs(&town.house).await.unwrap();
        let (other, _) = entered(town.enter(line(Some(1), at(14, 0), 60, "马先生")).await);
        let wrote = line(Some(1), at(14, 0), 60, "罗大爷");
        assert_eq!(refused(town.enter(wrote.clone()).await), Refusal::Taken);
        let moved = Line { others: vec![(other, Other::Moved)], ..wrote };
        assert_eq!(theirs(town.enter(moved).await), (booked, State::Completed));
        assert_eq!((town.table(booked).await, town.table(other).await), (vec![1], vec![2]));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_clerk_says_that_a_reservation_is_theirs_and_whether_they_came() {
    for town in towns().await {
        let booked = town.booked(at(17, 0), "罗").await;
        let same = |line: Line| Line { others: vec![(booked, Other::Same)], ..line };
        assert_eq!(theirs(town.enter(same(line(None, at(17, 0), 60, "罗生贵"))).await), (booked, State::CheckedIn));
        town.house.set_clock(at(18, 10));
        let nobody = same(missed(line(None, at(17, 0), 60, "罗生贵")));
        assert_eq!(theirs(town.enter(nobody).await), (booked, State::Released));
        let elsewhere = Line { offering: "whole".into(), ..same(line(None, at(17, 0), 60, "")) };
        assert!(matches!(town.enter(elsewhere).await, Err(Not::Fault(Fault::NotFound))), "of another room");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_fits_nowhere_is_kept_as_it_stood_and_its_name_goes_after_a_time() {
    for town in towns().await {
        entered(town.enter(line(Some(1), at(14, 0), 60, "")).await);
        let note = Line { as_note: true, ..line(Some(1), at(14, 0), 60, "马先生") };
        assert!(matches!(town.enter(note).await, Ok(Became::Noted { .. })));
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let lately = move |c: &mut Conn| answers::lately(c, &h, &station, now);
        let seen = town.house.db.read(lately).await.unwrap();
        assert_eq!(seen.notes.iter().map(|n| n.name.as_deref()).collect::<Vec<_>>(), [Some("马先生")]);
        town.sound().await;
        let forgotten = town.house.db.write(move |c| crate::paper::forget_before(c, at(15, 0), 10)).await;
        assert_eq!(forgotten.unwrap(), 1);
        let (h, station) = (town.house.house(), town.station.clone());
        let seen = town.house.db.read(move |c| answers::lately(c, &h, &station, now)).await.unwrap();
        assert_eq!(seen.notes.iter().map(|n| n.name.clone()).collect::<Vec<_>>(), [None]);
    }
}
