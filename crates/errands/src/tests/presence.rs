//! Who is in: declared, proved by calling, forgotten after thirty days.
use jiff::SignedDuration;
use kernel::once::Once;

use super::*;
use crate::answers;
use crate::rules::{Declared, Presence, Shown, Source};

async fn says(town: &Town, official: i32, presence: Presence, back: Option<i8>) -> Shown {
    let back = back.map(|hour| date(2026, 6, 24).at(hour, 0, 0, 0));
    let from = jiff::civil::DateTime::MIN;
    let village = (presence == Presence::Field).then_some(630_203_102_201);
    let said = Declared { presence, place: String::new(), village, from, back };
    acts::declare(&town.house, &town.station, official, said, (Source::Page, Some(staff(official))), None)
        .await
        .unwrap()
}

async fn shown(town: &Town, official: i32) -> answers::InNow {
    let (station, now) = (town.station.clone(), town.house.now());
    let all = town.house.db.read(move |c: &mut Conn| answers::who_is_in(c, &station, now)).await.unwrap();
    all.into_iter().find(|o| o.official.id == official).unwrap()
}

#[tokio::test]
async fn what_nobody_has_said_is_not_present() {
    for town in towns().await {
        assert_eq!(shown(&town, 1).await.shown, Shown::NotSaid);
    }
}

#[tokio::test]
async fn calling_a_ticket_proves_presence() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some(15)).await;
        town.drawn(1).await;
        town.house.wait(SignedDuration::from_mins(20));
        town.next(1).await.unwrap();
        assert_eq!(shown(&town, 1).await.shown, Shown::AtDesk(Some(1)));
        town.sound().await;
    }
}

#[tokio::test]
async fn the_village_is_named_only_if_they_agreed() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some(15)).await;
        says(&town, 2, Presence::Field, Some(15)).await;
        assert_eq!(shown(&town, 1).await.village, Some(630_203_102_201));
        assert_eq!(shown(&town, 2).await.village, None);
    }
}

#[tokio::test]
async fn after_thirty_days_only_minutes_are_left() {
    for town in towns().await {
        says(&town, 1, Presence::Meeting, Some(10)).await;
        town.house.wait(SignedDuration::from_hours(2));
        says(&town, 1, Presence::Desk, None).await;
        town.house.wait(SignedDuration::from_hours(24 * 31));
        acts::jobs(&town.house).await.unwrap();
        let station = town.station.id;
        let left = town.house.db.read(move |c: &mut Conn| store::last(c, station, 1)).await.unwrap();
        assert_eq!(left, None);
        let totals = town.house.db.read(move |c: &mut Conn| store::minutes_of(c, station, date(2026, 6, 24))).await;
        // An hour of meeting, for its return was said; from eleven to midnight at the desk.
        assert_eq!(totals.unwrap(), [(Presence::Desk, 13 * 60), (Presence::Meeting, 60)]);
    }
}

#[tokio::test]
async fn a_declaration_sent_twice_is_one() {
    for town in towns().await {
        let said = |presence| Declared {
            presence,
            place: String::new(),
            village: None,
            from: jiff::civil::DateTime::MIN,
            back: None,
        };
        let declare = async |presence, key: &str| {
            let (how, once) = ((Source::Page, Some(staff(1))), Some(Once::new(key, "clerk", &presence)));
            acts::declare(&town.house, &town.station, 1, said(presence), how, once).await.unwrap()
        };
        assert_eq!(declare(Presence::Desk, "k").await, Shown::AtDesk(Some(1)));
        assert_eq!(declare(Presence::Off, "l").await, declare(Presence::Desk, "k").await, "the later one holds");
        let station = town.station.id;
        let last = town.house.db.read(move |c: &mut Conn| store::last(c, station, 1)).await.unwrap();
        assert_eq!(last.map(|row| row.number), Some(2));
    }
}
