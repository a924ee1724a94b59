//! Six digits for the time of a reservation.
use jiff::SignedDuration;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;

use super::town::{ROOM, Town, towns};
use super::{at, on};
use crate::acts::{Actor, Booker};
use crate::door::acts;
use crate::door::rules::{Door, MOST_WRONG};
use crate::rules::{Refusal, State};

#[tokio::test]
async fn a_code_goes_out_with_the_reservation_and_opens_the_door_at_its_time() {
    for town in towns().await {
        let key = town.key().await;
        let id = town.book(1, at(20, 0)).await;
        town.jobs().await;
        town.jobs().await;
        assert_eq!(town.told(1).await.len(), 1, "told once");
        let digits = town.digits_told(1).await;
        assert_eq!(town.enter(&key, &digits).await, Ok(Door::TooEarly { from: at(19, 50) }));
        town.house.set_clock(at(19, 52));
        for _ in 0..2 {
            assert_eq!(
                town.enter(&key, &digits).await,
                Ok(Door::Opens { until: at(21, 0) }),
                "also after a breath of air"
            );
        }
        assert_eq!(town.state(id).await, State::CheckedIn, "whoever comes in is here");
        town.house.set_clock(at(21, 0));
        assert_eq!(town.enter(&key, &digits).await, Ok(Door::Stays));
        town.jobs().await;
        assert_eq!(kept(&town).await, 0, "what is over is forgotten");
        town.sound().await;
    }
}

async fn kept(town: &Town) -> usize {
    let station = town.station.id;
    let read = town.house.db.read(move |c| crate::door::store::codes_of(c, station, ROOM));
    read.await.expect("codes can be read").len()
}

#[tokio::test]
async fn the_code_of_what_was_given_back_or_let_go_opens_nothing_at_once() {
    for town in towns().await {
        let key = town.key().await;
        let (back, late) = (town.book(1, at(20, 0)).await, town.book(2, at(20, 0)).await);
        town.jobs().await;
        let (first, second) = (town.digits_told(1).await, town.digits_told(2).await);
        town.cancel(back).await;
        town.house.set_clock(at(20, 5));
        assert_eq!(town.enter(&key, &first).await, Ok(Door::Stays));
        town.house.set_clock(at(20, 15));
        assert_eq!(town.enter(&key, &second).await, Ok(Door::Stays));
        assert_eq!(town.state(late).await, State::Released);
        town.jobs().await;
        assert_eq!(kept(&town).await, 0);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_code_is_shown_once_and_another_one_ends_it() {
    for town in towns().await {
        let key = town.key().await;
        let id = town.book(1, at(9, 0)).await;
        let me = Actor::Person(town.person(1).await);
        let first = town.show(id, me).await.expect("it stands").digits;
        assert_eq!(first, town.digits_told(1).await, "the one of the message");
        assert_eq!(town.enter(&key, &first).await, Ok(Door::Opens { until: at(10, 0) }));
        let second = town.show(id, me).await.expect("it stands").digits;
        assert_ne!(first, second);
        assert_eq!(town.enter(&key, &first).await, Ok(Door::Stays));
        assert_eq!(town.enter(&key, &second).await, Ok(Door::Opens { until: at(10, 0) }));
        // A double tap shows the same.
        let tap = Once::new("tap", "me", &"x");
        let tapped = async || acts::show_code(&town.house, &town.station, id, me, Some(tap.clone())).await;
        assert_eq!(tapped().await.expect("shown"), tapped().await.expect("shown"));
        // Nobody else's business; nothing to show once it is over.
        let other = Actor::Person(town.person(2).await);
        assert!(matches!(town.show(id, other).await, Err(Not::Fault(Fault::NotFound))));
        town.house.set_clock(at(10, 0));
        let over = town.show(id, me).await;
        assert!(matches!(over, Err(Not::Refused(Refusal::NotNow { state: State::Completed }))));
        let hall = town.book_as(Booker::Person(town.person(1).await), "hall", at(12, 0)).await;
        assert!(matches!(town.show(hall, me).await, Err(Not::Fault(Fault::NotFound))), "that door has no codes");
    }
}

#[tokio::test]
async fn a_name_at_the_desk_gets_its_code_from_the_clerk() {
    for town in towns().await {
        let key = town.key().await;
        let Actor::Staff(staff) = town.staff() else { unreachable!() };
        let booker = Booker::Desk { staff, name: Some("韩师傅".into()), phone: None };
        let id = town.book_as(booker, "table", at(9, 0)).await;
        town.jobs().await;
        let shown = town.show(id, Actor::Staff(staff)).await.expect("staff may see it");
        assert_eq!(town.enter(&key, &shown.digits).await, Ok(Door::Opens { until: at(10, 0) }));
    }
}

#[tokio::test]
async fn guessing_stops_and_only_the_right_keypad_is_answered() {
    for town in towns().await {
        let key = town.key().await;
        town.book(1, at(9, 0)).await;
        town.jobs().await;
        let digits = town.digits_told(1).await;
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        for key in ["", "0000", &format!("{key}0")] {
            assert_eq!(town.enter(key, &digits).await, Err(Fault::SignInFirst));
        }
        for _ in 0..MOST_WRONG {
            assert_eq!(town.enter(&key, wrong).await, Ok(Door::Stays));
        }
        assert!(matches!(town.enter(&key, wrong).await, Err(Fault::TooMany { seconds: 300 })));
        assert!(matches!(town.enter(&key, &digits).await, Err(Fault::TooMany { .. })), "a right guess too has to wait");
        town.house.set_clock(at(9, 5));
        assert_eq!(town.enter(&key, &digits).await, Ok(Door::Opens { until: at(10, 0) }));
        let fresh = town.key().await;
        assert_eq!(town.enter(&key, &digits).await, Err(Fault::SignInFirst), "the old key is good no more");
        assert_eq!(town.enter(&fresh, &digits).await, Ok(Door::Opens { until: at(10, 0) }));
    }
}

#[tokio::test]
async fn a_code_for_another_time_ends_no_row_of_guesses() {
    for town in towns().await {
        let key = town.key().await;
        town.book(1, at(20, 0)).await;
        town.jobs().await;
        let later = town.digits_told(1).await;
        let wrong = if later == "000000" { "000001" } else { "000000" };
        for _ in 0..MOST_WRONG {
            assert_eq!(town.enter(&key, &later).await, Ok(Door::TooEarly { from: at(19, 50) }));
            assert_eq!(town.enter(&key, wrong).await, Ok(Door::Stays));
        }
        assert!(matches!(town.enter(&key, &later).await, Err(Fault::TooMany { .. })));
    }
}

#[tokio::test]
async fn a_moved_reservation_keeps_its_code_at_the_new_time() {
    for town in towns().await {
        let key = town.key().await;
        let id = town.book(1, at(20, 0)).await;
        town.jobs().await;
        let digits = town.digits_told(1).await;
        town.move_to(id, 1, on(25, 9, 0)).await;
        town.house.set_clock(at(20, 0));
        assert_eq!(town.enter(&key, &digits).await, Ok(Door::TooEarly { from: on(25, 8, 50) }));
        town.jobs().await;
        town.house.set_clock(on(25, 9, 0) + SignedDuration::from_mins(1));
        assert_eq!(town.enter(&key, &digits).await, Ok(Door::Opens { until: on(25, 10, 0) }));
        assert_eq!(town.told(1).await.len(), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_door_that_is_opened_by_a_clerk_again_has_no_codes() {
    for town in towns().await {
        town.book(1, at(20, 0)).await;
        town.jobs().await;
        assert_eq!(kept(&town).await, 1);
        town.house.db.write(|c| c.run("UPDATE venues SET key_kind = 'clerk' WHERE id = 1")).await.expect("edited");
        town.jobs().await;
        assert_eq!(kept(&town).await, 0);
    }
}
