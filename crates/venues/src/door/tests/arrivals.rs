//! "I am here": one tap, or four digits.
use super::at;
use super::town::towns;
use crate::door::acts::Who;
use crate::door::rules::NoArrival;
use crate::rules::{Refusal, State};

#[tokio::test]
async fn whoever_is_known_checks_in_and_doing_it_twice_is_fine() {
    for town in towns().await {
        let id = town.book(1, at(20, 0)).await;
        let person = town.person(1).await;
        town.house.set_clock(at(19, 44));
        let early = town.arrive("tables", Who::Person(person)).await;
        assert_eq!(early, Err(NoArrival::Room(Refusal::CheckInTooEarly { from: at(19, 45) })));
        town.house.set_clock(at(19, 45));
        for _ in 0..2 {
            assert_eq!(town.arrive("tables", Who::Person(person)).await, Ok(id));
        }
        assert_eq!(town.state(id).await, State::CheckedIn);
        assert_eq!(town.arrive("hall", Who::Person(person)).await, Err(NoArrival::NothingHere), "it is another room");
        town.sound().await;
    }
}

#[tokio::test]
async fn the_last_four_digits_of_a_number_are_enough() {
    for town in towns().await {
        let id = town.book(21, at(20, 0)).await;
        town.house.set_clock(at(20, 10));
        assert_eq!(town.by_digits("0022").await, Err(NoArrival::NothingHere));
        assert_eq!(town.by_digits("0021").await, Ok(id));
        assert_eq!(town.by_digits("0021").await, Ok(id));
        assert_eq!(town.state(id).await, State::CheckedIn);
    }
}

#[tokio::test]
async fn where_two_numbers_end_alike_nobody_is_checked_in_for_the_other() {
    for town in towns().await {
        let first = town.book(31, at(20, 0)).await;
        let second = town.book(10_031, at(20, 0)).await;
        town.house.set_clock(at(20, 0));
        assert_eq!(town.by_digits("0031").await, Err(NoArrival::Several));
        assert_eq!((town.state(first).await, town.state(second).await), (State::Confirmed, State::Confirmed));
        let person = town.person(31).await;
        assert_eq!(town.arrive("tables", Who::Person(person)).await, Ok(first));
    }
}

#[tokio::test]
async fn whoever_comes_too_late_hears_when_it_went_to_others() {
    for town in towns().await {
        town.book(1, at(20, 0)).await;
        town.house.set_clock(at(20, 20));
        assert_eq!(town.by_digits("0001").await, Err(NoArrival::LetGo { at: at(20, 15) }));
        town.jobs().await;
        assert_eq!(
            town.by_digits("0001").await,
            Err(NoArrival::LetGo { at: at(20, 15) }),
            "written down, it is the same"
        );
        town.house.set_clock(at(21, 0));
        assert_eq!(town.by_digits("0001").await, Err(NoArrival::NothingHere));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_stays_for_the_next_hour_comes_for_that_one_once_it_is_near() {
    for town in towns().await {
        let first = town.book(1, at(19, 0)).await;
        let second = town.book(1, at(20, 0)).await;
        town.house.set_clock(at(19, 0));
        assert_eq!(town.by_digits("0001").await, Ok(first));
        town.house.set_clock(at(19, 30));
        assert_eq!(town.by_digits("0001").await, Ok(first));
        town.house.set_clock(at(19, 50));
        assert_eq!(town.by_digits("0001").await, Ok(second));
        assert_eq!((town.state(first).await, town.state(second).await), (State::CheckedIn, State::CheckedIn));
    }
}

#[tokio::test]
async fn whoever_comes_in_has_seen_that_the_house_is_open() {
    for town in towns().await {
        town.book(1, at(20, 0)).await;
        town.house.set_clock(at(20, 10));
        assert_eq!(town.by_digits("0002").await, Err(NoArrival::NothingHere));
        let (station, today) = (town.station.id, jiff::civil::date(2026, 6, 24));
        let seen = async || {
            let read = move |c: &mut kernel::db::Conn| {
                kernel::fact::between(c, station, "door.seen-open", today, jiff::civil::date(2026, 6, 25))
            };
            town.house.db.read(read).await.unwrap().into_iter().map(|f| f.at).collect::<Vec<_>>()
        };
        assert_eq!(seen().await, [], "nobody was let in");
        for _ in 0..2 {
            town.by_digits("0001").await.unwrap();
        }
        assert_eq!(seen().await, [at(20, 0)]);
    }
}
