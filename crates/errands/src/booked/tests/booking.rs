//! Who gets which time.
use jiff::SignedDuration;

use super::*;
use crate::acts as desk;
use crate::promises::Kind;
use crate::rules::{Declared, Presence, Refusal, Source, State};
use crate::tests::{in_line, staff, towns};

pub async fn away(town: &Town, official: i32, back: Timestamp) {
    let from = jiff::civil::DateTime::MIN;
    let back = Some(crate::answers::wall(&town.station, back));
    let said = Declared { presence: Presence::Field, place: String::new(), village: None, from, back };
    desk::declare(&town.house, &town.station, official, said, (Source::Page, Some(staff(official))), None)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_appointment_is_a_ticket_of_its_day_with_a_promise() {
    for town in towns().await {
        let drawn = book(&town, allowance(on(1, 9, 30))).await.unwrap();
        assert_eq!(drawn.number().to_string(), "A001");
        let kept = town.ticket(drawn.id).await;
        assert_eq!((kept.ticket.state, kept.day, kept.ticket.official), (State::Booked, date(2026, 6, 25), Some(1)));
        let all = promised(&town, drawn.id).await;
        assert_eq!((all.len(), all[0].kind, all[0].due_at, all[0].official), (1, Kind::Slot, on(1, 9, 30), Some(1)));
        // Numbers of that day go on behind it.
        town.house.set_clock(on(1, 8, 0));
        assert_eq!(town.draw(in_line(1)).await.unwrap().number, 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn of_sixty_four_who_want_the_last_place_one_gets_it() {
    for town in towns().await {
        let mut callers = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (house, station) = (town.house.house(), town.station.clone());
            callers.spawn(async move {
                let how = (Holder::Bearer, Way::Phone, None);
                acts::book(&house, &station, allowance(on(1, 10, 0)), how, None).await
            });
        }
        let (won, lost): (Vec<_>, Vec<_>) = callers.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 63));
        assert!(lost.into_iter().all(|result| no(result) == No::Full));
        town.sound().await;
    }
}

#[tokio::test]
async fn half_of_an_hour_may_be_booked_and_the_rest_is_for_whoever_comes() {
    for town in towns().await {
        booked(&town, on(1, 9, 0)).await;
        booked(&town, on(1, 9, 45)).await;
        assert_eq!(no(book(&town, allowance(on(1, 9, 15))).await), No::Full);
        booked(&town, on(1, 10, 0)).await;
    }
}

#[tokio::test]
async fn what_is_not_to_be_had_says_why() {
    for town in towns().await {
        let why = async |from| no(book(&town, allowance(from)).await);
        assert_eq!(why(on(0, 8, 45)).await, No::Past);
        assert_eq!(why(on(0, 9, 45)).await, No::TooSoon(on(0, 10, 0)));
        assert_eq!(why(on(0, 12, 0)).await, No::Shut, "at lunch");
        assert_eq!(why(on(3, 9, 0)).await, No::Shut, "on a Saturday");
        assert_eq!(why(on(1, 9, 5)).await, No::Shut, "no appointment begins then");
        assert_eq!(why(on(0, 9, 0) + SignedDuration::from_hours(24 * 15)).await, No::TooFar(date(2026, 7, 8)));
        let nothing = Wish { matters: vec![], ..allowance(on(1, 9, 0)) };
        assert_eq!(no(book(&town, nothing).await), No::Ticket(Refusal::NoMatter));
    }
}

#[tokio::test]
async fn the_stand_in_has_the_times_of_an_official_who_is_away() {
    for town in towns().await {
        away(&town, 1, on(1, 10, 0)).await;
        let only = |from| Wish { official: Some(1), ..allowance(from) };
        assert_eq!(no(book(&town, only(on(1, 9, 30))).await), No::Away(1));
        assert_eq!(town.ticket(booked(&town, on(1, 9, 30)).await).await.ticket.official, Some(2));
        assert_eq!(town.ticket(booked(&town, on(1, 10, 0)).await).await.ticket.official, Some(1));
    }
}

#[tokio::test]
async fn nobody_is_booked_with_whoever_leaves_at_the_same_moment() {
    for town in towns().await {
        let (house, station) = (town.house.house(), town.station.clone());
        let booking = tokio::spawn(async move {
            let how = (Holder::Bearer, Way::Phone, None);
            acts::book(&house, &station, allowance(on(1, 9, 0)), how, None).await
        });
        away(&town, 1, on(1, 14, 0)).await;
        let id = booking.await.unwrap().unwrap().id;
        assert_eq!(town.ticket(id).await.ticket.official, Some(2), "whoever was first, the stand-in does it");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_request_sent_twice_books_once() {
    for town in towns().await {
        let mut all = vec![];
        for _ in 0..2 {
            let once = kernel::once::Once::new("k", "", &allowance(on(1, 9, 0)));
            let how = (Holder::Bearer, Way::Phone, None);
            all.push(acts::book(&town.house, &town.station, allowance(on(1, 9, 0)), how, Some(once)).await.unwrap().id);
        }
        assert_eq!(all[0], all[1]);
    }
}

#[tokio::test]
async fn nobody_takes_a_whole_day() {
    for town in towns().await {
        let phone: people::Phone = "13800000001".parse().unwrap();
        let (h, p) = (town.house.house(), phone.clone());
        let person = town.house.db.write(move |c| people::person_by_phone(c, &h, &p)).await.unwrap();
        let insurance = |from| Wish { matters: vec![2], ..allowance(from) };
        let mine = async |wish, holder: Holder, phone| {
            acts::book(&town.house, &town.station, wish, (holder, Way::Phone, phone), None).await
        };
        let me = || Holder::Person(person);
        mine(allowance(on(1, 9, 0)), me(), None).await.unwrap();
        assert_eq!(no(mine(allowance(on(1, 10, 0)), me(), None).await), No::Ticket(Refusal::HasOne));
        assert_eq!(no(mine(insurance(on(1, 10, 0)), me(), None).await), No::TooMany);
        mine(insurance(on(2, 10, 0)), me(), None).await.unwrap();
        // The same of a number that somebody types.
        let typed = || Some("13800000002".parse::<people::Phone>().unwrap());
        mine(insurance(on(1, 10, 0)), Holder::Bearer, typed()).await.unwrap();
        assert_eq!(no(mine(insurance(on(1, 11, 0)), Holder::Bearer, typed()).await), No::TooMany);
        // A clerk decides for themselves.
        let by_name = || Holder::Desk { staff: staff(1), name: Some("罗大爷".into()), phone: None };
        for hour in [10, 11] {
            mine(insurance(on(1, hour, 15)), by_name(), None).await.unwrap();
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_changes_hours_or_goes_away_sees_whom_it_hits() {
    for town in towns().await {
        let (early, late) = (booked(&town, on(1, 9, 0)).await, booked(&town, on(1, 15, 0)).await);
        let insurance = book(&town, Wish { matters: vec![2], ..allowance(on(1, 9, 0)) }).await.unwrap().id;
        assert!(hit(&town).await.is_empty());
        away(&town, 1, on(1, 14, 0)).await;
        assert!(hit(&town).await.is_empty(), "whoever leaves provides for those who rely on them");
        assert_eq!(town.ticket(early).await.ticket.official, Some(2), "the stand-in does it");
        let official = town.official(1).await;
        let (station, shorter) =
            (town.station.id, crate::answers::Official { hours: "Mo-Fr 08:30-12:00".into(), ..official });
        town.house.db.write(move |c: &mut Conn| crate::store::set_official(c, station, &shorter)).await.unwrap();
        assert_eq!(hit(&town).await.iter().map(|k| k.id).collect::<Vec<_>>(), [late]);
        for n in [2, 4, 6, 8] {
            away(&town, n, on(2, 9, 0)).await;
        }
        assert!(hit(&town).await.iter().any(|k| k.id == insurance), "nobody is left at its desks");
    }
}

#[tokio::test]
async fn an_officials_week_is_in_the_order_of_times() {
    for town in towns().await {
        let (second, first) = (booked(&town, on(2, 9, 0)).await, booked(&town, on(1, 9, 0)).await);
        book(&town, Wish { matters: vec![2], ..allowance(on(1, 9, 0)) }).await.unwrap();
        let (station, days) = (town.station.clone(), (date(2026, 6, 24), date(2026, 6, 30)));
        let read = move |c: &mut Conn| crate::booked::answers::booked_in(c, &station, Some(1), days);
        let week = town.house.db.read(read).await.unwrap();
        assert_eq!(week.iter().map(|k| k.id).collect::<Vec<_>>(), [first, second]);
    }
}
