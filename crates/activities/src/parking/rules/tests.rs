//! The rules by their sentences.
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::review::{Advice, Change};
use super::*;
use crate::parking::LotId;

/// So many minutes after the lots opened.
fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_782_511_200 + minute * 60).expect("an instant")
}

fn bays(capacity: i32, held: i32, parked: i32) -> Bays {
    let held = if held > 0 { vec![Held { why: Why::Staff, bays: held }] } else { vec![] };
    Bays { class: Class::Car, capacity, held, parked, seen_at: Some(at(0)), recounted_at: None, ahead: None }
}

fn lot(place: i16, bays: Bays) -> Lot {
    Lot {
        id: LotId("00000000-0000-7000-8000-000000000001".parse().expect("an id")),
        slug: format!("lot-{place}"),
        name: Name::default(),
        address: String::new(),
        at: None,
        place,
        threshold: 90,
        opens: at(0),
        closes: at(600),
        leave_by: None,
        shut: None,
        bays: vec![bays],
    }
}

fn shown_at(minute: i64, lot: &Lot) -> Shown {
    shown(at(minute), lot, Class::Car).expect("cars")
}

#[test]
fn what_is_free_is_capacity_less_held_less_counted_and_never_out_of_bounds() {
    let free = |parked| bays(60, 10, parked).free();
    assert_eq!([free(-3), free(0), free(49), free(50), free(70)], [50, 50, 1, 0, 0]);
    assert_eq!(bays(5, 8, 0).free(), 0);
}

#[test]
fn half_an_hour_without_a_tap_reads_unknown_with_the_last_figure_and_its_time() {
    let lot = lot(1, bays(60, 0, 20));
    assert_eq!(shown_at(29, &lot), Shown::Free { free: 40, at: at(0) });
    assert_eq!(shown_at(30, &lot), Shown::Unknown { last: Some((40, at(0))) });
}

#[test]
fn a_lot_that_nobody_has_counted_is_unknown_and_not_empty() {
    let lot = lot(1, Bays { seen_at: None, ..bays(60, 0, 0) });
    assert_eq!(shown_at(1, &lot), Shown::Unknown { last: None });
    assert_eq!(shown(at(1), &lot, Class::Bus), None);
}

#[test]
fn a_lot_is_closed_before_it_opens_after_it_closes_and_when_somebody_closed_it() {
    let open = lot(1, bays(60, 0, 20));
    assert_eq!([shown_at(-1, &open), shown_at(600, &open)], [Shown::NotYet, Shown::Closed]);
    let flooded = Lot { shut: Some("水大".into()), ..open };
    assert_eq!(shown_at(5, &flooded), Shown::Closed);
}

#[test]
fn a_lot_at_its_threshold_sends_people_to_the_next_one() {
    let guide_at = |first, second| guide(at(5), &[lot(1, bays(50, 0, first)), lot(2, bays(40, 0, second))], Class::Car);
    assert_eq!(guide_at(44, 0), Guide { here: Some(0), then: Some(1), guessed: false });
    // 45 of 50 are 90 per cent.
    assert_eq!(guide_at(45, 0), Guide { here: Some(1), then: Some(0), guessed: false });
    // Both are at their threshold: whichever has room takes them, in order.
    assert_eq!(guide_at(46, 38), Guide { here: Some(0), then: Some(1), guessed: false });
    assert_eq!(guide_at(50, 38), Guide { here: Some(1), then: None, guessed: false });
    assert_eq!(guide_at(50, 40), Guide::default());
}

#[test]
fn lots_fill_in_their_order_and_not_in_that_of_the_list() {
    let lots = [lot(2, bays(50, 0, 0)), lot(1, bays(50, 0, 0))];
    assert_eq!(guide(at(5), &lots, Class::Car).here, Some(1));
}

#[test]
fn when_nobody_has_counted_the_first_open_lot_is_named_as_a_guess() {
    let stale = |place| lot(place, bays(50, 0, 10));
    assert_eq!(guide(at(45), &[stale(1), stale(2)], Class::Car), Guide { here: Some(0), then: Some(1), guessed: true });
    let known = lot(2, Bays { seen_at: Some(at(40)), ..bays(50, 0, 10) });
    let sure = guide(at(45), &[stale(1), known], Class::Car);
    assert_eq!((sure.here, sure.guessed), (Some(1), false));
}

#[test]
fn what_was_pressed_before_a_recount_is_in_it_already() {
    let mut b = bays(60, 0, 10);
    assert_eq!(recount(&mut b, 14, at(10)), 4);
    assert!(!take(&mut b, Step::In, at(9)));
    assert!(take(&mut b, Step::In, at(11)));
    assert_eq!((b.parked, b.seen_at), (15, Some(at(11))));
    assert!(take(&mut b, Step::Same, at(12)));
    assert_eq!((b.parked, b.seen_at), (15, Some(at(12))));
}

#[test]
fn only_what_may_stand_in_a_log_is_a_nonce() {
    assert!(is_nonce("0190-af:1.b_2"));
    let long = "x".repeat(LONGEST_NONCE + 1);
    assert!(!["", "a b", "农历", long.as_str()].into_iter().any(is_nonce));
}

fn change(minute: i64, step: i32) -> Change {
    Change { at: at(minute), step, recount: false }
}

#[test]
fn a_review_says_the_peak_the_turnover_how_long_it_was_full_and_every_hour() {
    let lot = lot(1, bays(4, 0, 0));
    // Full from 10 to 70 minutes, and again from 130 until it closes at 600.
    let mut all: Vec<Change> = [0, 1, 2, 10, 130].map(|m| change(m, 1)).to_vec();
    all.push(change(70, -1));
    let r = review(&lot, Class::Car, &all, at(900)).expect("cars");
    assert_eq!((r.peak, r.came, r.turnover()), (Some((4, at(10))), 5, 125));
    assert_eq!((r.at_threshold, r.full_since), (Some(at(10)), Some(at(10))));
    assert_eq!(r.full_for, SignedDuration::from_mins(60 + 470));
    assert_eq!(r.hours.len(), 10);
    let first: Vec<(i32, i32, i32)> = r.hours.iter().take(4).map(|h| (h.came, h.went, h.parked)).collect();
    assert_eq!(first, [(4, 0, 4), (0, 1, 3), (1, 0, 4), (0, 0, 4)]);
}

#[test]
fn a_recount_is_no_car_that_came() {
    let lot = lot(1, bays(40, 0, 0));
    let all = [change(0, 1), Change { at: at(30), step: 9, recount: true }];
    let r = review(&lot, Class::Car, &all, at(60)).expect("cars");
    assert_eq!((r.came, r.peak.map(|p| p.0), r.n), (1, Some(10), 2));
}

#[test]
fn next_year_the_lot_that_opened_too_late_opens_half_an_hour_before_the_first_was_at_its_threshold() {
    let first = lot(1, bays(2, 0, 0));
    let late = Lot { opens: at(120), ..lot(2, bays(40, 0, 0)) };
    let early = lot(2, bays(40, 0, 0));
    let r = |lot: &Lot, all: &[Change]| review(lot, Class::Car, all, at(600)).expect("cars");
    let full = r(&first, &[change(40, 1), change(60, 1)]);
    let used = |lot: &Lot| r(lot, &[change(130, 1)]);
    let advice = advise(&[(&first, full.clone()), (&late, used(&late))]);
    assert_eq!(advice[0], Advice::OpenEarlier { lot: 1, full: 0, from: at(60), by: at(30) });
    assert_eq!(advice[1], Advice::HardlyUsed { lot: 1 });
    let advice = advise(&[(&first, full.clone()), (&early, used(&early))]);
    assert_eq!(advice[0], Advice::StaffBy { lot: 1, full: 0, from: at(60), by: at(30) });
    assert_eq!(advise(&[(&first, full)]), [Advice::AnotherLot { from: at(60) }]);
}

#[derive(Debug, Clone)]
enum Did {
    Tapped(usize),
    Recounted,
}

proptest! {
    /// Whatever the order and however often a tap is sent again, the count is what the recount said and what was pressed since.
    #[test]
    fn any_order_and_repetition_of_replayed_taps_gives_the_same_count(
        taps in prop::collection::vec((0usize..3, 0i64..120), 1..40),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..120),
        recounted in any::<prop::sample::Index>(),
    ) {
        // No tap is pressed in the instant of the recount, which is at a minute and a half.
        let press = |n: usize| (Step::ALL[taps[n].0], at(taps[n].1));
        let recount_at = at(60) + SignedDuration::from_secs(30);
        let wanted = 20 + (0..taps.len()).map(press).filter(|(_, t)| *t > recount_at).map(|(s, _)| s.by()).sum::<i32>();
        // Some are sent in any order and again, then whatever is left; the recount comes somewhere among them.
        let mut sent: Vec<Did> = order.iter().map(|i| Did::Tapped(i.index(taps.len()))).collect();
        sent.extend((0..taps.len()).map(Did::Tapped));
        sent.insert(recounted.index(sent.len()), Did::Recounted);
        // What is pressed after the recount does not come before it.
        let by_then = sent.iter().position(|did| matches!(did, Did::Recounted)).unwrap_or(0);
        let is_late = |did: &Did| matches!(did, Did::Tapped(n) if press(*n).1 > recount_at);
        let (early, rest) = sent.split_at(by_then);
        let mut sent: Vec<Did> = early.iter().filter(|did| !is_late(did)).chain(rest).cloned().collect();
        sent.extend((0..taps.len()).map(Did::Tapped));
        let mut b = bays(60, 0, 0);
        let mut known = std::collections::HashSet::new();
        for did in sent {
            match did {
                Did::Tapped(n) if known.insert(n) => { take(&mut b, press(n).0, press(n).1); }
                Did::Tapped(_) => {}
                Did::Recounted => { recount(&mut b, 20, recount_at); }
            }
        }
        prop_assert_eq!(b.parked, wanted);
    }
}
