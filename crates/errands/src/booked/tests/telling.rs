//! Messages, and who is forgotten.
use kernel::outbox;
use people::Phone;

use super::booking::away;
use super::*;
use crate::acts::{self as tickets, Actor, Own};
use crate::tests::towns;

async fn kinds(town: &Town) -> Vec<String> {
    let (house, station) = (town.house.house(), town.station.id);
    let mut all = town.house.db.read(move |c: &mut Conn| outbox::newest(c, &house, station, 20)).await.unwrap();
    all.reverse();
    all.into_iter().map(|m| m.kind).collect()
}

async fn with_a_phone(town: &Town, from: Timestamp) -> TicketId {
    let phone: Option<Phone> = Some("13800000001".parse().unwrap());
    let how = (Holder::Bearer, Way::Phone, phone);
    acts::book(&town.house, &town.station, allowance(from), how, None).await.unwrap().id
}

async fn at(town: &Town, now: Timestamp) {
    town.house.set_clock(now);
    crate::jobs(&town.house).await.unwrap();
    crate::jobs(&town.house).await.unwrap();
}

#[tokio::test]
async fn whoever_left_a_number_is_reminded_the_evening_before_and_an_hour_before() {
    for town in towns().await {
        with_a_phone(&town, on(1, 9, 0)).await;
        booked(&town, on(1, 10, 0)).await;
        assert_eq!(kinds(&town).await, ["appointment-booked"]);
        at(&town, on(0, 19, 0)).await;
        at(&town, on(1, 8, 0)).await;
        at(&town, on(1, 8, 30)).await;
        assert_eq!(kinds(&town).await, ["appointment-booked", "appointment-reminder", "appointment-reminder"]);
    }
}

#[tokio::test]
async fn whoever_left_a_number_is_told_when_the_official_leaves() {
    for town in towns().await {
        let id = with_a_phone(&town, on(1, 9, 0)).await;
        away(&town, 1, on(1, 14, 0)).await;
        let mut all = kinds(&town).await;
        all.sort();
        assert_eq!(all, ["appointment-booked", "promise-revised"]);
        let revised = promised(&town, id).await.into_iter().find(|p| p.ended.is_some()).unwrap();
        assert_eq!(revised.reached, crate::reach::Reached::Message);
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_is_reminded_of_what_they_gave_back() {
    for town in towns().await {
        let id = with_a_phone(&town, on(1, 9, 0)).await;
        tickets::take_own(&town.house, &town.station, id, (Own::Cancel, Actor::Bearer), None).await.unwrap();
        at(&town, on(0, 19, 0)).await;
        at(&town, on(1, 8, 0)).await;
        assert_eq!(kinds(&town).await, ["appointment-booked"]);
    }
}

#[tokio::test]
async fn a_number_for_messages_is_forgotten_a_day_later_or_with_its_owner() {
    for town in towns().await {
        let (old, mine) = (with_a_phone(&town, on(1, 9, 0)).await, with_a_phone(&town, on(6, 9, 0)).await);
        let has_phone = async |id| {
            let station = town.station.id;
            let read = move |c: &mut Conn| crate::booked::store::booking(c, station, id);
            town.house.db.read(read).await.unwrap().unwrap().phone.is_some()
        };
        at(&town, on(2, 9, 0)).await;
        assert!(has_phone(old).await && has_phone(mine).await);
        at(&town, on(2, 9, 16)).await;
        assert!(!has_phone(old).await && has_phone(mine).await);
        let (h, now) = (town.house.house(), town.house.now());
        let forgotten = town.house.db.write(move |c| {
            let person = people::person_by_phone(c, &h, &"13800000001".parse::<Phone>().expect("a phone"))?;
            let told = (crate::forgetting::holding().export)(c, &h, person)?;
            (crate::forgetting::holding().erase)(c, &h, person, now)?;
            Ok::<_, kernel::fault::Fault>(told)
        });
        let told = forgotten.await.unwrap();
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
        assert!(!has_phone(mine).await);
        town.sound().await;
    }
}
