//! Whatever is asked for in whatever order, no unit is ever had by two, and the gaps are kept.
use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_unit_is_ever_had_by_two(
        asks in proptest::collection::vec((16i32..44, 1i32..5, 1i32..4, 0i32..4, 0i32..4), 1..60),
        hall in any::<bool>(),
    ) {
        let mut facts = if hall { half_hall() } else { gym() };
        let mut whole = whole_hall();
        for (half_hours, length, group, before, after) in asks {
            facts.offering.policy.before = before * 15;
            facts.offering.policy.after = after * 15;
            let from = at(0, 0) + jiff::SignedDuration::from_mins((half_hours * 30).into());
            let ask = Ask { from, minutes: length * 30, group, said: None };
            // Now and then somebody wants the whole hall.
            let wants_all = hall && group == 3;
            whole.claims.clone_from(&facts.claims);
            let judged = book(at(0, 0), &ask, Source::Desk, if wants_all { &whole } else { &facts });
            if let Ok(booking) = judged {
                facts.claims.extend(claims(&booking));
            }
        }
        for (n, a) in facts.claims.iter().enumerate() {
            for b in facts.claims[n + 1..].iter().filter(|b| b.unit == a.unit) {
                prop_assert!(!a.span.overlaps(&b.span));
                let (first, second) = if a.span.from < b.span.from { (a, b) } else { (b, a) };
                let gap = (second.span.from - first.span.until).as_mins();
                prop_assert!(gap >= i64::from(first.after.max(second.before)), "{gap} minutes");
            }
        }
    }

    #[test]
    fn every_slot_that_is_offered_can_be_booked(taken in proptest::collection::vec((16i32..44, 1i32..5), 0..40)) {
        let mut facts = tables();
        for (half_hours, length) in taken {
            let _ = booked(&mut facts, at(0, 0) + jiff::SignedDuration::from_mins((half_hours * 30).into()), length * 30);
        }
        let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
        let zone = zone();
        let offered = slots(&facts.offering, &facts.atoms, (&facts.open, &facts.claims), &zone, (&day, 60), &staff_sees());
        prop_assert!(!offered.is_empty());
        for slot in offered {
            let answer = book(at(0, 0), &ask(slot.span.from, 60), Source::Public, &facts);
            prop_assert_eq!(answer.is_ok(), slot.free > 0);
        }
    }
}
