//! Coming to an appointment, among those who just come.
use super::*;
use crate::acts::{self as tickets, Actor, Own, Press};
use crate::rules::{Place, Refusal, State};
use crate::tests::{in_line, refused, towns};

async fn comes(town: &Town, id: TicketId) -> Result<tickets::After, Not<Refusal>> {
    tickets::take_own(&town.house, &town.station, id, (Own::Arrive, Actor::Bearer), None).await
}

#[tokio::test]
async fn from_its_beginning_on_an_appointment_is_next() {
    for town in towns().await {
        let id = booked(&town, on(1, 9, 30)).await;
        town.house.set_clock(on(1, 9, 0));
        let walk_ins = town.drawn(3).await;
        comes(&town, id).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(walk_ins[0]), "it is not their time yet");
        town.press(walk_ins[0], Press::Serve).await.unwrap();
        town.house.set_clock(on(1, 9, 30));
        assert_eq!(town.next(1).await.unwrap().called, Some(id));
        assert_eq!(town.next(2).await.unwrap().called, Some(walk_ins[1]));
        town.sound().await;
    }
}

#[tokio::test]
async fn two_in_a_row_and_then_whoever_just_came() {
    for town in towns().await {
        let mut all = vec![];
        for (official, quarter) in [(None, 0), (None, 15), (Some(2), 0)] {
            let wish = Wish { official, ..allowance(on(1, 9, quarter)) };
            all.push(book(&town, wish).await.unwrap().id);
        }
        town.house.set_clock(on(1, 9, 15));
        let walk_in = town.draw(in_line(1)).await.unwrap().id;
        for id in &all {
            comes(&town, *id).await.unwrap();
        }
        let mut called = vec![];
        for desk in [1, 2, 1, 1] {
            called.extend(town.next(desk).await.unwrap().called);
            town.press(called[called.len() - 1], Press::Serve).await.unwrap();
        }
        // Both of nine o'clock, each at their official's desk; then whoever just came; then that of a quarter past nine.
        assert_eq!(called, [all[0], all[2], walk_in, all[1]]);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_comes_early_is_called_early_if_nobody_waits() {
    for town in towns().await {
        let id = booked(&town, on(1, 11, 0)).await;
        assert_eq!(refused(comes(&town, id).await), Refusal::NotToday);
        town.house.set_clock(on(1, 9, 0));
        comes(&town, id).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(id));
    }
}

#[tokio::test]
async fn whoever_comes_late_waits_as_if_drawn_then_and_after_half_an_hour_it_is_over() {
    for town in towns().await {
        let (late, never) = (booked(&town, on(1, 9, 0)).await, booked(&town, on(1, 9, 15)).await);
        town.house.set_clock(on(1, 9, 10));
        let walk_in = town.drawn(1).await[0];
        town.house.set_clock(on(1, 9, 16));
        comes(&town, late).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(walk_in));
        // Time has decided before it is written down.
        town.house.set_clock(on(1, 9, 45));
        assert_eq!(refused(comes(&town, never).await), Refusal::NotNow(State::Expired));
        crate::jobs(&town.house).await.unwrap();
        let kept = town.ticket(never).await;
        assert_eq!((kept.ticket.state, kept.ticket.place), (State::Expired, Place::Remote));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_given_back_is_free_again() {
    for town in towns().await {
        let id = booked(&town, on(1, 9, 0)).await;
        assert_eq!(no(book(&town, allowance(on(1, 9, 0))).await), No::Full);
        tickets::take_own(&town.house, &town.station, id, (Own::Cancel, Actor::Bearer), None).await.unwrap();
        booked(&town, on(1, 9, 0)).await;
        town.sound().await;
    }
}

#[tokio::test]
async fn those_who_wait_are_told_of_appointments_that_are_to_come() {
    for town in towns().await {
        let sits = |official| {
            let from = jiff::civil::DateTime::MIN;
            let said = crate::rules::Declared {
                presence: crate::rules::Presence::Desk,
                place: String::new(),
                village: None,
                from,
                back: None,
            };
            let how = (crate::rules::Source::Page, Some(crate::tests::staff(official)));
            tickets::declare(&town.house, &town.station, official, said, how, None)
        };
        let mut told = vec![];
        for with in [false, true] {
            let day = if with { 2 } else { 1 };
            if with {
                booked(&town, on(day, 9, 15)).await;
            }
            town.house.set_clock(on(day, 9, 5));
            sits(1).await.unwrap();
            // Ten minutes each: the third would be called at about 9:25.
            let ids = [town.drawn(1).await[0], town.drawn(1).await[0], town.drawn(1).await[0]];
            let said = crate::expected::tell(&town.house, &town.station, ids[2]).await.unwrap();
            let crate::forecast::Forecast::About(about) = said else { panic!("a desk is open") };
            told.push(about.scheduled.duration_since(on(day, 9, 5)));
        }
        assert!(told[1] > told[0] + jiff::SignedDuration::from_mins(5), "{told:?}");
    }
}
