//! What holds in any hall.
use proptest::prelude::*;

use super::*;

fn a_ticket() -> impl Strategy<Value = Waits<i32>> {
    let comes = prop_oneof![
        6 => Just(Comes::Here),
        1 => Just(Comes::Unknown),
        2 => (0_i64..200).prop_map(|m| Comes::At(at(m))),
    ];
    let official = prop_oneof![4 => Just(None), 1 => (1..5).prop_map(Some)];
    (1..4_i32, official, any::<bool>(), 0_i64..30, 1.0..40.0_f64, comes).prop_map(
        |(line, official, dear, drawn, median, comes)| Waits {
            line,
            official,
            priority: if dear { Priority::Elderly } else { Priority::None },
            order_at: at(drawn),
            takes: Takes::around(median, 0.5),
            comes,
            ..waits(0)
        },
    )
}

fn a_desk() -> impl Strategy<Value = Desk> {
    let lines = prop::collection::btree_set(1..4_i32, 1..4);
    let hours = (0_i64..100, 1_i64..200, 1_i64..100, 1_i64..200);
    let serving = prop::option::of((0_i64..30, 1.0..40.0_f64));
    (lines, prop::option::of(1..5_i32), hours, serving).prop_map(
        |(lines, official, (from, open, gap, again), serving)| {
            let back = from + open + gap;
            let hours =
                vec![Span { from: at(from), until: at(from + open) }, Span { from: at(back), until: at(back + again) }];
            let serving =
                serving.map(|(since, median)| Serving { since: at(since), takes: Takes::around(median, 0.5) });
            Desk { official, hours, serving, ..desk(0, &lines.into_iter().collect::<Vec<_>>()) }
        },
    )
}

fn numbered(mut waiting: Vec<Waits<i32>>) -> Vec<Waits<i32>> {
    for (w, n) in waiting.iter_mut().zip(1..) {
        (w.id, w.number) = (n, n);
    }
    waiting
}

fn a_hall() -> impl Strategy<Value = Hall<i32>> {
    let all = (prop::collection::vec(a_desk(), 1..5), prop::collection::vec(a_ticket(), 0..25));
    all.prop_map(|(mut desks, waiting)| {
        desks.iter_mut().zip(1..).for_each(|(d, n)| d.id = n);
        hall(desks, numbered(waiting))
    })
}

/// When a ticket is called; somebody who is not called any more is called later than everybody.
fn turn(hall: &Hall<i32>, id: i32) -> Timestamp {
    let turns = schedule(hall, &Durations::default());
    turns.iter().find(|t| t.id == id).map_or(Timestamp::MAX, |t| t.from)
}

proptest! {
    #[test]
    fn no_desk_serves_two_at_once(hall in a_hall()) {
        let turns = schedule(&hall, &Durations::default());
        for desk in &hall.desks {
            let busy = desk.serving.map(|s| s.remaining(hall.now));
            let mut free = hall.now + SignedDuration::from_secs(busy.map_or(0, |m| (m * 60.0).floor() as i64));
            for turn in turns.iter().filter(|t| t.desk == desk.id) {
                prop_assert!(free <= turn.from && turn.from < turn.until);
                free = turn.until;
            }
        }
    }

    #[test]
    fn everybody_is_called_once_where_they_can_be_served_and_when_both_are_there(hall in a_hall()) {
        let turns = schedule(&hall, &Durations::default());
        for (n, turn) in turns.iter().enumerate() {
            prop_assert!(turns[..n].iter().all(|t| t.id != turn.id && t.from <= turn.from));
            let waits = hall.waiting.iter().find(|w| w.id == turn.id).expect("somebody of the hall");
            let desk = hall.desks.iter().find(|d| d.id == turn.desk).expect("a desk of the hall");
            prop_assert!(desk.can_serve(waits.line, waits.official) && desk.is_open(turn.from));
            prop_assert!(waits.comes != Comes::Unknown);
            if let Comes::At(comes) = waits.comes {
                prop_assert!(comes <= turn.from);
            }
        }
    }

    #[test]
    fn whoever_is_added_in_front_brings_nobody_forward_at_desks_that_are_alike(
        waiting in prop::collection::vec(a_ticket(), 1..20),
        more in a_ticket(),
        desks in 1..5_i32,
        asks in any::<prop::sample::Index>(),
    ) {
        let plain = |w: Waits<i32>| Waits {
            line: 1, official: None, priority: Priority::None, comes: Comes::Here, ..w
        };
        let waiting = numbered(waiting.into_iter().map(plain).collect());
        let asks = asks.get(&waiting).id;
        let before = hall((1..=desks).map(|n| desk(n, &[1])).collect(), waiting);
        let mut after = before.clone();
        after.waiting.push(Waits { id: 0, number: 0, order_at: at(0), ..plain(more) });
        prop_assert!(turn(&after, asks) >= turn(&before, asks));
    }

    #[test]
    fn whoever_is_added_in_front_brings_nobody_forward_at_one_desk_if_all_take_as_long_whoever_has_priority(
        waiting in prop::collection::vec(a_ticket(), 1..20),
        more in a_ticket(),
        asks in any::<prop::sample::Index>(),
    ) {
        // A short turn with priority may push a long one behind: then somebody without gains.
        let here = |w: Waits<i32>| Waits { line: 1, official: None, comes: Comes::Here, takes: ten(), ..w };
        let waiting = numbered(waiting.into_iter().map(here).collect());
        let asks = asks.get(&waiting).id;
        let before = hall(vec![desk(1, &[1])], waiting);
        let mut after = before.clone();
        after.waiting.push(Waits { id: 0, number: 0, order_at: at(0), ..here(more) });
        prop_assert!(turn(&after, asks) >= turn(&before, asks));
    }

    #[test]
    fn the_ends_of_a_band_are_in_order_whatever_it_has_seen(
        seen in prop::collection::vec((0.0..300.0_f64, prop::option::of(0.0..600.0_f64)), 0..60),
        wait in 0.0..600.0_f64,
    ) {
        let mut band = Band::default();
        for (wait, actual) in seen {
            band.learn(wait, band.ends(wait), actual);
        }
        let ends = band.ends(wait);
        prop_assert!(0.0 <= ends.low && ends.low <= ends.point && ends.point <= ends.high && ends.high.is_finite());
    }
}
