//! Taps count once, however often and however late they come.
use jiff::SignedDuration;
use kernel::db::Conn;

use super::*;
use crate::parking::rules::{Shown, shown};

#[tokio::test]
async fn a_tap_that_is_sent_again_counts_once() {
    for town in towns().await {
        let taps = || vec![tap("a", Step::In, at(9, 0)), tap("b", Step::In, at(9, 0)), tap("c", Step::Out, at(9, 0))];
        assert_eq!(town.tapped(0, taps()).await.unwrap().kept, 3);
        let again = [taps(), vec![tap("d", Step::In, at(9, 0)), tap("d", Step::In, at(9, 0))]].concat();
        let counted = town.tapped(0, again).await.unwrap();
        assert_eq!((counted.kept, counted.parked), (1, vec![(Class::Car, 2)]));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_pressed_without_a_line_counts_when_it_comes_unless_a_recount_has_seen_it() {
    for town in towns().await {
        town.came(0, 20, "morning").await;
        town.house.set_clock(at(9, 20));
        assert_eq!(town.recounted(0, 25).await, 5);
        // Ten minutes without a line: five before the recount, three after it.
        town.house.set_clock(at(9, 30));
        let late = (0..8).map(|n| tap(&format!("late-{n}"), Step::In, at(9, if n < 5 { 15 } else { 25 }))).collect();
        assert_eq!(town.tapped(0, late).await.unwrap().kept, 8);
        assert_eq!(town.parked(0).await, 28);
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_taps_tomorrow() {
    for town in towns().await {
        town.tapped(0, vec![tap("wrong-clock", Step::In, at(23, 0))]).await.unwrap();
        assert_eq!(town.lot(0).await.bays[0].seen_at, Some(at(9, 0)));
    }
}

#[tokio::test]
async fn a_lot_has_only_its_classes_and_a_refused_batch_leaves_nothing_behind() {
    for town in towns().await {
        let bus = Tap { class: Class::Bus, ..tap("bus", Step::In, at(9, 0)) };
        assert_eq!(refused(town.tapped(0, vec![tap("car", Step::In, at(9, 0)), bus]).await), NoParking::NoClass);
        assert_eq!(town.parked(0).await, 0);
        town.sound().await;
    }
}

#[tokio::test]
async fn more_out_than_in_is_mended_by_a_recount_that_says_who_and_from_what_to_what() {
    for town in towns().await {
        town.tapped(0, vec![tap("out", Step::Out, at(9, 0))]).await.unwrap();
        assert_eq!((town.parked(0).await, town.lot(0).await.bays[0].free()), (-1, 50));
        town.recounted(0, 12).await;
        let (station, lot) = (town.station.id, town.lots[0]);
        let log = town.house.db.read(move |c: &mut Conn| store::latest_taps(c, station, lot, (true, 9))).await.unwrap();
        assert_eq!(log.len(), 1);
        assert_eq!((log[0].after - log[0].step, log[0].after, log[0].staff), (-1, 12, Some(staff(1))));
        assert_eq!(log[0].reason, "数了一遍");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_recount_that_is_sent_twice_is_one() {
    for town in towns().await {
        let once = || Some(kernel::once::Once::new("k", "1", &12));
        let what = || (town.lots[0], Class::Car, 12, "数了一遍".to_owned());
        for _ in 0..2 {
            let done = acts::recount(&town.house, &town.station, what(), (staff(1), once())).await;
            assert_eq!(done.unwrap(), 12);
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn the_first_lot_overflows_to_the_next() {
    for town in towns().await {
        town.came(0, 44, "first").await;
        town.tapped(1, vec![tap("looked", Step::Same, at(9, 0))]).await.unwrap();
        let guide = async || {
            let (station, now) = (town.station.clone(), town.house.now());
            let ground = town.house.db.read(move |c: &mut Conn| answers::next(c, &station, now)).await;
            ground.unwrap().expect("a fair").guide(Class::Car, now)
        };
        assert_eq!((guide().await.here, guide().await.then), (Some(0), Some(1)));
        town.came(0, 1, "one-more").await;
        assert_eq!(guide().await.here, Some(1));
        // Half an hour later nobody knows, and it is said so.
        town.house.wait(SignedDuration::from_mins(30));
        assert!(guide().await.guessed);
        let lot = town.lot(0).await;
        assert!(matches!(shown(town.house.now(), &lot, Class::Car), Some(Shown::Unknown { last: Some((5, _)) })));
    }
}

#[tokio::test]
async fn a_damaged_count_is_named() {
    for town in towns().await {
        town.came(0, 3, "a").await;
        town.house.db.write(|c: &mut Conn| c.run("UPDATE parking_bays SET parked = 4 WHERE parked = 3")).await.unwrap();
        let said = town.house.db.read(|c| (acts::CHECKS[0].run)(c)).await.unwrap();
        assert_eq!(said.len(), 1);
        assert!(
            said[0].contains("compound") && said[0].contains("counts 4") && said[0].ends_with("come to 3"),
            "{said:?}"
        );
    }
}

/// A rehearsal lays a whole morning out; its clock comes to it later.
#[tokio::test]
async fn what_lies_ahead_of_the_clock_counts_when_it_has_come() {
    for town in towns().await {
        let (station, lot, now) = (town.station.clone(), town.lots[0], town.house.now());
        let taps: Vec<Tap> = (0..12).map(|n| tap(&format!("m-{n}"), Step::In, at(8, 5 * n + 2))).collect();
        let later: Vec<Tap> = (0..6).map(|n| tap(&format!("l-{n}"), Step::In, at(9, 10 * n + 5))).collect();
        let all = [taps, later].concat();
        let work = move |c: &mut Conn| acts::found_taps(c, &station, lot, &all, now);
        town.house.db.write(work).await.unwrap();
        let peak = async || {
            let (station, fair, now) = (town.station.clone(), town.fair, town.house.now());
            let read = move |c: &mut Conn| answers::afterwards(c, &station, fair, now);
            let review = town.house.db.read(read).await.unwrap().reviews[0][0].clone();
            (review.peak.map(|(most, _)| most), review.came)
        };
        town.house.set_clock(at(8, 0));
        assert_eq!((town.parked(0).await, town.lot(0).await.bays[0].seen_at), (0, None));
        assert_eq!(peak().await, (None, 0));
        town.house.set_clock(at(8, 30));
        assert_eq!((town.parked(0).await, town.lot(0).await.bays[0].seen_at), (6, Some(at(8, 27))));
        assert_eq!(peak().await, (Some(6), 6));
        // Somebody taps now, and somebody counts them all: both change what is known now, and nothing of what comes.
        assert_eq!(town.tapped(0, vec![tap("now", Step::In, at(8, 30))]).await.unwrap().parked, [(Class::Car, 7)]);
        assert_eq!(town.recounted(0, 10).await, 3);
        assert_eq!(town.parked(0).await, 10);
        town.sound().await;
        town.house.set_clock(at(9, 59));
        assert_eq!(town.parked(0).await, 10 + 6 + 6);
        assert_eq!(peak().await, (Some(22), 19));
        town.sound().await;
    }
}
