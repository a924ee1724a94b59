//! Rooms that an activity holds, through the value that the program hands down.
use kernel::db::types::Id;
use kernel::db::{Conn, Undone};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::testing::{TestHouse, houses};
use stations::{NoRoom, Station, Taking, WantedRoom};

use super::*;
use crate::testing::{made_station, make_room};
use crate::{ROOMS, ReservationId, acts, checks, store};

#[test]
fn an_activity_has_all_of_what_people_share_and_is_not_released() {
    let booking = hold_whole(at(9, 0), span(at(19, 0), at(20, 5)), &gym()).unwrap();
    assert_eq!(booking.units.len(), 5);
    assert_eq!((booking.lapses_at, booking.grace, booking.state), (None, None, State::Confirmed));
    let mut facts = gym();
    booked(&mut facts, at(19, 0), 60).unwrap();
    assert_eq!(hold_whole(at(9, 0), span(at(19, 0), at(20, 0)), &facts), Err(Refusal::Taken));
}

#[test]
fn an_activity_may_be_longer_than_anybody_books_but_not_outside_the_hours() {
    assert!(hold_whole(at(9, 0), span(at(10, 0), at(20, 0)), &whole_hall()).is_ok());
    let late = hold_whole(at(9, 0), span(at(21, 0), at(23, 0)), &whole_hall());
    assert!(matches!(late, Err(Refusal::Closed { .. })));
    let odd = hold_whole(at(9, 0), span(at(10, 3), at(11, 0)), &whole_hall());
    assert_eq!(odd, Err(Refusal::OffGrid { minutes: 5 }));
    assert_eq!(hold_whole(at(12, 0), span(at(10, 0), at(11, 0)), &whole_hall()), Err(Refusal::Past));
}

/// A station with a table (offering 1) and a hall of two halves: the whole is offering 2, a half offering 3.
fn towns() -> Vec<(TestHouse, Station)> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let made = |house: TestHouse| {
        house.set_clock(at(9, 0));
        let now = house.now();
        let station = at_once(&house, |c| {
            let station = made_station(c, now)?;
            make_room(c, station.id, (1, "table"), &[1], &[(1, "table", Mode::AnyOne)])?;
            make_room(c, station.id, (2, "hall"), &[2, 3], &[(2, "whole", Mode::All), (3, "half", Mode::AnyOne)])?;
            Ok::<_, Fault>(station)
        });
        (house, station.unwrap())
    };
    houses(&tables, &texts).into_iter().map(made).collect()
}

fn at_once<T, E: Undone>(house: &TestHouse, f: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    Conn::open(&house.settings.database)?.in_transaction(f)
}

/// Runs `f` as an activity that asks for rooms.
fn asking<T>((house, station): &(TestHouse, Station), f: impl FnOnce(&mut Conn, &Taking<'_>) -> Result<T, Fault>) -> T {
    let now = house.now();
    let taking = Taking { house, station, now, by: By::Program, called: "亲子阅读" };
    at_once(house, |c| f(c, &taking)).unwrap()
}

fn wanted(room: i32, from: i8, until: i8) -> WantedRoom {
    WantedRoom { room, from: at(from, 0), until: at(until, 0) }
}

fn take(town: &(TestHouse, Station), w: WantedRoom) -> Result<Id, NoRoom> {
    asking(town, |c, t| (ROOMS.take)(c, t, w))
}

fn sound((house, _): &(TestHouse, Station)) {
    for check in checks() {
        let broken = at_once(house, |c| (check.run)(c)).unwrap();
        assert!(broken.is_empty(), "{}: {broken:?}", check.name);
    }
}

#[test]
fn a_room_is_held_moved_and_given_back_and_a_half_keeps_the_whole_from_others() {
    for town in towns() {
        let held = take(&town, wanted(2, 19, 21)).unwrap();
        assert_eq!(take(&town, wanted(3, 20, 21)), Err(NoRoom::Taken), "half of what is held");
        assert_eq!(take(&town, wanted(9, 19, 20)), Err(NoRoom::NotThere));
        let half = take(&town, wanted(3, 18, 19)).unwrap();
        let shift = |id, w| asking(&town, |c, t| (ROOMS.shift)(c, t, id, w));
        assert_eq!(shift(held, wanted(2, 18, 20)), Err(NoRoom::Taken));
        assert_eq!(shift(held, wanted(1, 18, 20)), Err(NoRoom::Lost), "it is another room");
        assert_eq!(shift(held, wanted(2, 20, 22)), Ok(()), "its own time is no hindrance");
        let (starts, rooms) = asking(&town, |c, t| (ROOMS.instead)(c, t, wanted(2, 18, 19)));
        assert_eq!(starts, [at(17, 0), at(19, 0), at(16, 30)]);
        assert_eq!(rooms.iter().map(|r| r.id).collect::<Vec<_>>(), [1, 3], "the other half is free");
        asking(&town, |c, t| (ROOMS.give_back)(c, t, half));
        asking(&town, |c, t| (ROOMS.give_back)(c, t, half));
        let standing = asking(&town, |c, t| (ROOMS.standing)(c, t.station.id, &[held, half], t.now));
        assert_eq!(standing, [held]);
        assert!(take(&town, wanted(2, 18, 20)).is_ok());
        sound(&town);
    }
}

#[test]
fn what_holds_a_room_may_be_called_otherwise_whether_it_moves_or_not() {
    for town in towns() {
        let held = take(&town, wanted(2, 19, 21)).unwrap();
        let now_called = |called: &str, w| {
            let taking = Taking { house: &town.0, station: &town.1, now: town.0.now(), by: By::Program, called };
            at_once(&town.0, |c| (ROOMS.shift)(c, &taking, held, w)).unwrap().unwrap();
            let row = at_once(&town.0, |c| store::by_id(c, town.1.id, ReservationId(held))).unwrap();
            town.0.keys.open(acts::GUEST, &row.guest_sealed.expect("a name")).expect("the key")
        };
        assert_eq!(now_called("书法课", wanted(2, 19, 21)), "书法课");
        assert_eq!(now_called("剪纸课", wanted(2, 18, 20)), "剪纸课");
        sound(&town);
    }
}

#[test]
fn what_was_held_stands_when_nobody_checked_in_and_when_it_is_over() {
    for town in towns() {
        let held = take(&town, wanted(2, 10, 11)).unwrap();
        for time in [at(10, 30), at(12, 0)] {
            town.0.set_clock(time);
            let standing = asking(&town, |c, t| (ROOMS.standing)(c, t.station.id, &[held], t.now));
            assert_eq!(standing, [held], "{time}");
        }
        sound(&town);
    }
}
