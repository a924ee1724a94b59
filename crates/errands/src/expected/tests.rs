//! Told, shown, learnt.
use jiff::SignedDuration;
use kernel::db::Conn;

use super::*;
use crate::acts::{self, Holder, Press};
use crate::forecast::{Cannot, Forecast};
use crate::rules::{Declared, Drawing, Presence, Source, Way};
use crate::tests::{Town, at, in_line, staff, towns};

async fn sits(town: &Town, official: i32) {
    let from = jiff::civil::DateTime::MIN;
    let said = Declared { presence: Presence::Desk, place: String::new(), village: None, from, back: None };
    let how = (Source::Page, Some(staff(official)));
    acts::declare(&town.house, &town.station, official, said, how, None).await.unwrap();
}

async fn drawn(town: &Town) -> (crate::TicketId, Forecast) {
    let drawing = Drawing { matters: vec![1], line: None, ..in_line(1) };
    let how = (Holder::Bearer, Way::Kiosk);
    let id = acts::draw(&town.house, &town.station, drawing, how, None).await.unwrap().id;
    (id, tell(&town.house, &town.station, id).await.unwrap())
}

#[tokio::test]
async fn nobody_is_told_a_time_while_no_desk_is_open() {
    for town in towns().await {
        let (_, said) = drawn(&town).await;
        assert_eq!(said, Forecast::Cannot(Cannot::NoDesk { back: None }));
    }
}

#[tokio::test]
async fn who_is_behind_others_is_told_later_and_by_how_much_is_learnt() {
    for town in towns().await {
        sits(&town, 1).await;
        let (first, said) = drawn(&town).await;
        assert!(matches!(said, Forecast::About(about) if about.is_at_once()));
        let (_, second) = drawn(&town).await;
        let (_, third) = drawn(&town).await;
        let (Forecast::About(second), Forecast::About(third)) = (second, third) else { panic!("a desk is open") };
        assert!(second.point < third.point && second.ahead == 1 && third.ahead == 2);
        assert!(second.from <= second.point && second.point <= second.until);
        for id in [first] {
            town.next(1).await.unwrap();
            town.press(id, Press::Serve).await.unwrap();
            town.house.wait(SignedDuration::from_mins(25));
            town.press(id, Press::Finish(vec![])).await.unwrap();
        }
        town.house.wait(SignedDuration::from_mins(4));
        let now = town.house.now();
        assert!(!town.house.db.write(move |c: &mut Conn| learn(c, now)).await.unwrap());
        let station = town.station.id;
        let (durations, _) = town.house.db.read(move |c: &mut Conn| store::knowledge(c, station)).await.unwrap();
        assert!(durations.takes(1, 10).mean() > crate::forecast::Durations::default().takes(1, 10).mean());
    }
}

#[tokio::test]
async fn a_forecast_that_came_true_is_counted_once() {
    for town in towns().await {
        sits(&town, 1).await;
        let (first, _) = drawn(&town).await;
        let (second, _) = drawn(&town).await;
        for id in [first, second] {
            assert_eq!(town.next(1).await.unwrap().called, Some(id));
            town.press(id, Press::Serve).await.unwrap();
            town.house.wait(SignedDuration::from_mins(8));
        }
        town.press(second, Press::Finish(vec![])).await.unwrap();
        town.house.wait(SignedDuration::from_mins(4));
        for _ in 0..2 {
            let now = town.house.now();
            town.house.db.write(move |c: &mut Conn| learn(c, now)).await.unwrap();
        }
        let station = town.station.id;
        let held = town.house.db.read(move |c: &mut Conn| held(c, station)).await.unwrap();
        // Whoever was called at once was told nothing that could be wrong.
        assert_eq!(held, Held { judged: 1, held: 1 });
    }
}

#[tokio::test]
async fn an_official_who_is_back_in_the_afternoon_is_waited_for_until_then() {
    for town in towns().await {
        let from = jiff::civil::DateTime::MIN;
        let back = Some(jiff::civil::date(2026, 6, 24).at(15, 0, 0, 0));
        let said = Declared { presence: Presence::Field, place: String::new(), village: None, from, back };
        acts::declare(&town.house, &town.station, 1, said, (Source::Page, Some(staff(1))), None).await.unwrap();
        let (_, told) = drawn(&town).await;
        assert_eq!(told, Forecast::Cannot(Cannot::NoDesk { back: Some(at(15, 0)) }));
    }
}
