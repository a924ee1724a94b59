//! Whatever is asked for: the order of applications decides nothing, nothing is given twice, nobody gets a second slot before
//! everybody has a first, and nobody has a stronger claim to something dearer than what they got.
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::seasons::rules::{Allocation, Answer, Award, Outcome, allocate};

/// Five slots, some of several places, some at the same time.
fn some_terms() -> impl Strategy<Value = Terms> {
    let a_slot = |number: i32| {
        (18..21, 0..3, 1..3).prop_map(move |(hour, weekday, places)| Slot { weekday, places, ..slot(number, hour) })
    };
    let slots = (a_slot(1), a_slot(2), a_slot(3), a_slot(4), a_slot(5)).prop_map(|(a, b, c, d, e)| vec![a, b, c, d, e]);
    (slots, 1..4, 0..3).prop_map(|(slots, limit, weight)| {
        let all = terms(slots);
        // With few different points, the lottery decides often.
        let weights = Weights { fit: weight * 10, continuity: weight * 5, turn: weight * 5, ..all.weights.clone() };
        Terms { limit, weights, ..all }
    })
}

fn some_applications() -> impl Strategy<Value = Vec<Application>> {
    let wishes =
        Just(vec![1, 2, 3, 4, 5]).prop_shuffle().prop_flat_map(|all| (1..6_usize).prop_map(move |n| all[..n].to_vec()));
    let one = (wishes, 0..4_usize, 1..41, 1..4, prop::collection::vec(1..6, 0..3), any::<bool>());
    let one = one.prop_map(|(wishes, kind, size, wants, held, got_first)| {
        let asked = group(0, Kind::OF_GROUPS[kind], size, &wishes);
        Application { wants, held, got_first, ..asked }
    });
    let numbered = |all: Vec<Application>| (1..).zip(all).map(|(n, a)| Application { id: id(n), ..a }).collect();
    prop::collection::vec(one, 0..12).prop_map(numbered)
}

fn of(all: &Allocation, application: Id) -> Vec<&Answer> {
    all.answers.iter().filter(|a| a.application == application).collect()
}

fn award_of(all: &Allocation, application: Id, pick: i32) -> Option<&Award> {
    all.awards.iter().find(|a| a.application == application && a.pick == pick)
}

/// How strong somebody's claim to a slot is: more points first, then the smaller position.
fn strength(all: &Allocation, application: Id, slot: i32) -> Option<(i32, std::cmp::Reverse<String>)> {
    let answer = of(all, application).into_iter().find(|a| a.slot == slot)?;
    let position = all.positions.iter().find(|p| p.application == application)?;
    Some((answer.points.sum, std::cmp::Reverse(position.position.clone())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_of_applications_decides_nothing(
        terms in some_terms(), (given, mixed) in some_applications().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())), n in 0..8_u8,
    ) {
        prop_assert_eq!(allocate(&terms, &given, &seed(n)), allocate(&terms, &mixed, &seed(n)));
    }

    #[test]
    fn nothing_is_given_twice_and_nobody_is_in_two_rooms(terms in some_terms(), all in some_applications(), n in 0..8_u8) {
        let done = allocate(&terms, &all, &seed(n));
        let mut given: BTreeMap<i32, i32> = BTreeMap::new();
        for award in &done.awards {
            *given.entry(award.slot).or_default() += 1;
        }
        for slot in &terms.slots {
            prop_assert!(given.get(&slot.number).copied().unwrap_or(0) <= slot.places);
        }
        for asked in &all {
            let theirs: Vec<&Slot> = done.awards.iter().filter(|a| a.application == asked.id)
                .filter_map(|a| terms.slot(a.slot)).collect();
            prop_assert!(theirs.len() as i32 <= asked.wants.min(terms.limit));
            for (n, a) in theirs.iter().enumerate() {
                prop_assert!(asked.wishes.contains(&a.number), "nobody gets what they did not wish");
                prop_assert!(theirs[..n].iter().all(|b| !a.same_time(b)));
            }
            prop_assert_eq!(of(&done, asked.id).len(), asked.wishes.len(), "every wish has its answer");
        }
    }

    #[test]
    fn nobody_gets_a_second_while_somebody_with_an_open_wish_has_no_first(terms in some_terms(), all in some_applications(), n in 0..8_u8) {
        let done = allocate(&terms, &all, &seed(n));
        for asked in all.iter().filter(|a| award_of(&done, a.id, 1).is_none()) {
            for wish in of(&done, asked.id) {
                let firsts = done.awards.iter().filter(|a| a.slot == wish.slot && a.pick == 1).count();
                let places = terms.slot(wish.slot).map_or(0, |s| s.places);
                prop_assert_eq!(firsts as i32, places, "all places of it went to firsts");
            }
        }
    }

    #[test]
    fn nobody_has_a_stronger_claim_to_something_dearer_than_what_they_got(terms in some_terms(), all in some_applications(), n in 0..8_u8) {
        let done = allocate(&terms, &all, &seed(n));
        for asked in &all {
            for pick in 1..=asked.wants.min(terms.limit) {
                if pick > 1 && award_of(&done, asked.id, pick - 1).is_none() {
                    break;
                }
                let got = award_of(&done, asked.id, pick).map(|a| a.slot);
                let before: Vec<&Slot> = (1..pick).filter_map(|p| award_of(&done, asked.id, p)).filter_map(|a| terms.slot(a.slot)).collect();
                for wish in of(&done, asked.id).into_iter().take_while(|w| Some(w.slot) != got) {
                    let slot = terms.slot(wish.slot).expect("a slot");
                    if before.iter().any(|b| b.number == slot.number || b.same_time(slot)) {
                        continue;
                    }
                    let holders: Vec<&Award> = done.awards.iter().filter(|a| a.slot == slot.number && a.pick <= pick).collect();
                    prop_assert_eq!(holders.len() as i32, slot.places, "what is dearer is full");
                    for holder in holders.iter().filter(|h| h.pick == pick) {
                        prop_assert!(strength(&done, holder.application, slot.number) > strength(&done, asked.id, slot.number));
                    }
                }
            }
        }
    }

    #[test]
    fn every_reason_is_true(terms in some_terms(), all in some_applications(), n in 0..8_u8) {
        let done = allocate(&terms, &all, &seed(n));
        for answer in &done.answers {
            let has: Vec<i32> = done.awards.iter().filter(|a| a.application == answer.application).map(|a| a.slot).collect();
            match &answer.outcome {
                Outcome::Got { pick } => prop_assert_eq!(award_of(&done, answer.application, *pick).map(|a| a.slot), Some(answer.slot)),
                Outcome::Taken { by, .. } => {
                    prop_assert_eq!(by.len() as i32, terms.slot(answer.slot).map_or(0, |s| s.places));
                    prop_assert!(by.iter().all(|h| done.awards.iter().any(|a| a.application == h.application && a.slot == answer.slot)));
                }
                Outcome::SameTime { slot } => prop_assert!(has.contains(slot) && !has.contains(&answer.slot)),
                Outcome::Enough => {
                    let wants = all.iter().find(|a| a.id == answer.application).map_or(0, |a| a.wants);
                    prop_assert_eq!(has.len() as i32, wants.min(terms.limit));
                }
            }
        }
    }
}
