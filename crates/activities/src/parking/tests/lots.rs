//! Lots are laid out once, edited without losing a count, and taken over from the year before.
use std::collections::BTreeSet;

use super::*;
use crate::parking::forms::LotForm;
use crate::parking::rules::Bays;

#[tokio::test]
async fn a_lot_of_the_same_name_is_there_once() {
    for town in towns().await {
        let add = |draft| acts::add(&town.house, &town.station, (town.fair, draft), (staff(1), None));
        assert_eq!(refused(add(draft("compound", 4, 10, 0)).await), NoParking::Twice);
        add(draft("temple", 4, 10, 0)).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn an_edited_lot_keeps_its_count() {
    for town in towns().await {
        town.came(0, 30, "a").await;
        let smaller = Draft { threshold: 80, ..draft("compound", 1, 50, 10) };
        acts::edit(&town.house, &town.station, (town.lots[0], smaller), staff(1)).await.unwrap();
        let lot = town.lot(0).await;
        assert_eq!((lot.threshold, lot.bays[0].parked, lot.bays[0].free()), (80, 30, 10));
        assert_eq!(refused(acts::remove(&town.house, &town.station, town.lots[0], staff(1)).await), NoParking::Counted);
        acts::remove(&town.house, &town.station, town.lots[2], staff(1)).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn the_form_of_a_lot_gives_back_what_it_was_filled_with() {
    let town = towns().await.swap_remove(0);
    let mut lot = town.lot(0).await;
    let held = |why, bays| Held { why, bays };
    lot.bays =
        [(Class::Car, vec![held(Why::Staff, 2), held(Why::Disabled, 1)]), (Class::Bus, vec![held(Why::Other, 3)])]
            .map(|(class, held)| Bays {
                class,
                capacity: 9,
                held,
                parked: 0,
                seen_at: None,
                recounted_at: None,
                ahead: None,
            })
            .to_vec();
    let read = LotForm::filled(String::new(), &lot, &town.station.zone).read().expect("it can be read");
    for (asked, was) in read.bays.iter().zip(&lot.bays) {
        let all = |held: &[Held]| held.iter().map(|h| (h.why.name(), h.bays)).collect::<BTreeSet<_>>();
        assert_eq!((asked.class, all(&asked.held)), (was.class, all(&was.held)));
    }
    assert_eq!(read.bays.len(), lot.bays.len());
}

#[tokio::test]
async fn a_class_of_bays_goes_unless_somebody_has_counted_it() {
    for town in towns().await {
        let cars = draft("compound", 1, 50, 10);
        let bus = DraftBays { class: Class::Bus, capacity: 3, held: vec![] };
        let both = Draft { bays: [cars.bays.clone(), vec![bus.clone()]].concat(), ..cars.clone() };
        let edit = |draft: Draft| acts::edit(&town.house, &town.station, (town.lots[0], draft), staff(1));
        edit(both).await.unwrap();
        assert!(town.lot(0).await.bays(Class::Bus).is_some());
        edit(cars.clone()).await.unwrap();
        assert!(town.lot(0).await.bays(Class::Bus).is_none());
        town.came(0, 3, "a").await;
        edit(Draft { bays: vec![bus], ..cars }).await.unwrap();
        assert_eq!(town.lot(0).await.bays(Class::Car).map(|b| b.parked), Some(3));
        town.sound().await;
    }
}

#[tokio::test]
async fn next_year_begins_with_the_lots_of_this_year_at_the_same_times_and_empty() {
    for town in towns().await {
        town.came(0, 30, "a").await;
        assert_eq!(acts::copy(&town.house, &town.station, town.next, staff(1)).await.unwrap(), 3);
        let (station, next, now) = (town.station.clone(), town.next, town.house.now());
        let ground = town.house.db.read(move |c: &mut Conn| answers::of_fair(c, &station, next, now)).await.unwrap();
        assert_eq!(ground.fair.day(&town.station), date(2027, 6, 17));
        let lot = &ground.lots[0];
        assert_eq!((lot.slug.as_str(), lot.bays[0].parked, lot.bays[0].seen_at), ("compound", 0, None));
        let wall = stations::wall(lot.opens, &town.station.zone);
        assert_eq!(wall, date(2027, 6, 17).at(7, 0, 0, 0));
        let again = acts::copy(&town.house, &town.station, town.next, staff(1)).await;
        assert_eq!(refused(again), NoParking::LaidOut);
        assert_eq!(refused(acts::copy(&town.house, &town.station, town.fair, staff(1)).await), NoParking::LaidOut);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_link_counts_for_its_lot_until_it_is_taken_back() {
    for town in towns().await {
        let made = acts::give(&town.house, &town.station, (town.lots[0], "东门".into()), staff(1)).await.unwrap();
        let pass = acts::bearer(&town.house, &town.station, &made.secret).await.unwrap();
        assert_eq!((pass.id, pass.lot, pass.holds(town.house.now())), (made.pass, town.lots[0], true));
        assert!(pass.holds(at(23, 59)) && !pass.holds(at(23, 59) + jiff::SignedDuration::from_hours(8)));
        for _ in 0..2 {
            acts::take_back(&town.house, &town.station, (town.lots[0], made.pass), staff(1)).await.unwrap();
        }
        let pass = acts::bearer(&town.house, &town.station, &made.secret).await.unwrap();
        assert!(!pass.holds(town.house.now()));
        assert_eq!(acts::bearer(&town.house, &town.station, "x").await, Err(Fault::NotFound));
    }
}

#[tokio::test]
async fn a_link_holds_as_long_as_its_lot_is_open_now_and_half_a_day_more() {
    for town in towns().await {
        let made = acts::give(&town.house, &town.station, (town.lots[0], "东门".into()), staff(1)).await.unwrap();
        let holds = async |when| acts::bearer(&town.house, &town.station, &made.secret).await.unwrap().holds(when);
        let next_day = |hour: i64| at(12, 0) + jiff::SignedDuration::from_hours(12 + hour);
        assert!(holds(next_day(6)).await && !holds(next_day(8)).await, "it closes at seven in the evening");
        let later = Draft { closes: time(22, 0, 0, 0), ..draft("compound", 1, 60, 10) };
        acts::edit(&town.house, &town.station, (town.lots[0], later), staff(1)).await.unwrap();
        assert!(holds(next_day(8)).await && !holds(next_day(11)).await);
        let earlier = Draft { closes: time(18, 30, 0, 0), ..draft("compound", 1, 60, 10) };
        acts::edit(&town.house, &town.station, (town.lots[0], earlier), staff(1)).await.unwrap();
        assert!(!holds(next_day(7)).await);
    }
}

#[tokio::test]
async fn afterwards_it_is_said_what_was_full_when_and_what_to_do_next_year() {
    for town in towns().await {
        town.came(0, 30, "a").await;
        town.house.set_clock(at(10, 0));
        town.came(0, 20, "b").await;
        town.house.set_clock(at(21, 0));
        let (station, fair, now) = (town.station.clone(), town.fair, town.house.now());
        let read = move |c: &mut Conn| answers::afterwards(c, &station, fair, now);
        let after = town.house.db.read(read).await.unwrap();
        let first = &after.reviews[0][0];
        assert_eq!((first.peak, first.came, first.turnover()), (Some((50, at(10, 0))), 50, 100));
        assert_eq!(first.full_for, jiff::SignedDuration::from_hours(9));
        let next = after.next.expect("the fair of next year");
        assert_eq!(next.day(&town.station), date(2027, 6, 17));
        assert!(
            matches!(after.advice[0], crate::parking::rules::Advice::StaffBy { lot: 1, full: 0, by, .. } if by == at(9, 30)),
            "{:?}",
            after.advice
        );
    }
}
