//! The rule by example: one evening, and why.
use super::*;
use crate::rules::{Atom, Mode, Offering, Policy, Takes};
use crate::seasons::rules::{
    Asked, NewSlot, NoSeason, Outcome, Stronger, allocate, awarded, changeable, fits, opened, points, position,
};
use crate::seasons::rules::{Awarded, By, Change};

#[test]
fn more_points_win_and_the_others_read_why() {
    let terms = terms(vec![slot(1, 19), slot(2, 20)]);
    let choir = group(1, Kind::Elderly, 40, &[1, 2]);
    let band = group(2, Kind::Other, 10, &[1, 2]);
    let done = allocate(&terms, &[band, choir], &seed(1));
    // 20 for the elderly, 20 for a full hall, 10 because it is their turn; 10, 5 and 10 for the band.
    assert_eq!(done.answers[0].points.sum, 50);
    assert_eq!(done.answers[2].points.sum, 25);
    assert_eq!(done.answers[0].outcome, Outcome::Got { pick: 1 });
    let Outcome::Taken { by, .. } = &done.answers[2].outcome else { panic!("{:?}", done.answers[2]) };
    assert_eq!((by[0].application, by[0].why), (id(1), Stronger::MorePoints));
    assert_eq!(done.answers[3].outcome, Outcome::Got { pick: 1 });
    // The choir would have liked both, and nobody waits for a first: but the other one is gone.
    let Outcome::Taken { by, pick: 2 } = &done.answers[1].outcome else { panic!("{:?}", done.answers[1]) };
    assert_eq!(by[0].why, Stronger::EarlierPick);
}

#[test]
fn the_lottery_decides_between_equals_and_anybody_can_draw_it_again() {
    let terms = terms(vec![slot(1, 19)]);
    let all = [group(1, Kind::Youth, 20, &[1]), group(2, Kind::Youth, 20, &[1])];
    let (mut won, hmac) = (vec![], position(&seed(7), &id(1).to_string()));
    for n in 0..32 {
        let done = allocate(&terms, &all, &seed(n));
        let first = all.iter().min_by_key(|a| position(&seed(n), &a.id.to_string())).map(|a| a.id);
        assert_eq!(done.awards.first().map(|a| a.application), first);
        won.extend(first);
    }
    assert!(won.contains(&id(1)) && won.contains(&id(2)), "either may win");
    // printf %s 01900000-0000-7000-8000-000000000001 | openssl dgst -sha256 -hmac 0707…07
    assert_eq!(hmac, "6ce5c740833c0c0d6a0854c0ca101431fe44187e6b30709fdb415663bf36d693");
    // printf %s 0707…07 | sha256sum
    assert_eq!(seed(7).commitment(), "1967c0fdaed0b8f2618d3b1f4a9f8541ed315505acc26f5a41f382da8bdd9954");
}

#[test]
fn what_was_had_and_what_was_missed_counts() {
    let terms = terms(vec![slot(1, 19)]);
    let new = group(1, Kind::Youth, 20, &[1]);
    let regular = Application { held: vec![1], got_first: true, ..group(2, Kind::Youth, 20, &[1]) };
    let of = |a: &Application| points(&terms.weights, a, &terms.slots[0]);
    assert_eq!((of(&new).continuity, of(&new).turn), (0, 10));
    assert_eq!((of(&regular).continuity, of(&regular).turn), (10, 0));
    assert_eq!(of(&new).fit, 10);
}

#[test]
fn nobody_is_in_two_rooms_at_once() {
    let terms = terms(vec![slot(1, 19), Slot { offering: "meeting-room".into(), ..slot(2, 19) }, slot(3, 20)]);
    let done = allocate(&terms, &[group(1, Kind::Youth, 20, &[1, 2, 3])], &seed(1));
    let outcomes: Vec<_> = done.answers.into_iter().map(|a| a.outcome).collect();
    assert_eq!(outcomes, [Outcome::Got { pick: 1 }, Outcome::SameTime { slot: 1 }, Outcome::Got { pick: 2 }]);
}

#[test]
fn staff_take_and_give_within_what_there_is() {
    let terms = terms(vec![slot(1, 19), slot(2, 20)]);
    let all = [group(1, Kind::Elderly, 40, &[1]), group(2, Kind::Other, 10, &[1])];
    let done = allocate(&terms, &all, &seed(1));
    let change = |n, slot, gives| Change {
        application: id(n),
        slot,
        gives,
        reason: "舞台不够大".into(),
        at: "2026-08-21T10:00:00Z".parse().expect("an instant"),
    };
    let have = awarded(&done, &[]);
    assert_eq!(have, [Awarded { application: id(1), slot: 1, by: By::Rule }]);
    let may = |n: usize, slot, gives| changeable(&terms, &all[n], &have, (slot, gives));
    assert_eq!(may(1, 1, true), Err(NoSeason::Full { number: 1 }));
    assert_eq!(may(1, 1, false), Err(NoSeason::NotTheirs));
    assert_eq!(may(0, 1, true), Err(NoSeason::TheirsAlready));
    assert_eq!(may(1, 9, true), Err(NoSeason::NoSuchSlot { number: 9 }));
    assert_eq!(may(1, 2, true), Ok(()));
    let end = awarded(&done, &[change(1, 1, false), change(2, 1, true)]);
    assert_eq!(end, [Awarded { application: id(2), slot: 1, by: By::Staff }]);
}

#[test]
fn wishes_are_of_the_round_and_rooms_have_sizes() {
    let terms = terms(vec![slot(1, 19), Slot { smallest: 5, largest: 8, ..slot(2, 20) }]);
    let asked =
        |wishes: &[i32], size, wants| fits(&terms, &Asked { kind: Kind::Youth, size, wants, wishes: wishes.to_vec() });
    assert_eq!(asked(&[1, 2], 8, 2), Ok(()));
    assert_eq!(asked(&[], 8, 2), Err(NoSeason::Wishes { most: 10 }));
    assert_eq!(asked(&[1, 1], 8, 2), Err(NoSeason::WishedTwice { number: 1 }));
    assert_eq!(asked(&[3], 8, 2), Err(NoSeason::NoSuchSlot { number: 3 }));
    assert_eq!(asked(&[1, 2], 9, 2), Err(NoSeason::Size { number: 2, from: 5, to: 8 }));
    assert_eq!(asked(&[1], 8, 3), Err(NoSeason::Wants { most: 2 }));
}

/// The hall of two halves, as a whole or one half.
fn hall() -> (Vec<Offering>, Vec<Atom>) {
    let offering = |id, slug: &str, mode, takes| Offering {
        id,
        venue: 1,
        slug: slug.into(),
        name: Name { zh: slug.into(), en: String::new() },
        activity: slug.into(),
        mode,
        takes,
        atoms: vec![1, 2],
        policy: Policy { after: 30, largest_group: 40, ..Policy::default() },
        version: 1,
    };
    let atom = |id| Atom { id, venue: 1, name: Name::default(), units: 1 };
    let all = vec![
        offering(1, "whole", Mode::All, Takes::Whole),
        offering(2, "half", Mode::AnyOne, Takes::Whole),
        offering(3, "seats", Mode::AnyOne, Takes::UnitPerPerson),
    ];
    (all, vec![atom(1), atom(2)])
}

fn asked(line: i32, offering: &str, from_minute: i32) -> NewSlot {
    NewSlot { line, offering: offering.into(), weekday: 1, from_minute, minutes: 60 }
}

#[test]
fn slots_of_a_round_never_need_the_same_place_at_the_same_time() {
    let (offerings, atoms) = hall();
    let open = |all: &[NewSlot]| opened(all, &offerings, &atoms);
    let whole = open(&[asked(1, "half", 19 * 60), asked(2, "whole", 20 * 60 + 30)]).expect("half an hour between");
    assert_eq!(whole.iter().map(|s| (s.number, s.places)).collect::<Vec<_>>(), [(1, 2), (2, 1)]);
    let overlap = Err(NoSeason::Overlap { line: 2, other: 1 });
    assert_eq!(open(&[asked(1, "half", 19 * 60), asked(2, "whole", 19 * 60 + 30)]), overlap);
    assert_eq!(open(&[asked(1, "half", 19 * 60), asked(2, "half", 20 * 60)]), overlap, "the room is tidied in between");
    let next_day = |weekday, from_minute| NewSlot { weekday, ..asked(2, "whole", from_minute) };
    assert_eq!(open(&[asked(1, "half", 23 * 60), next_day(2, 0)]), overlap, "over midnight too");
    assert!(open(&[asked(1, "half", 23 * 60), next_day(2, 30)]).is_ok());
    let sunday = NewSlot { weekday: 6, ..asked(1, "half", 23 * 60) };
    assert_eq!(open(&[sunday, next_day(0, 0)]), overlap, "Monday comes after Sunday");
    assert_eq!(open(&[asked(1, "seats", 19 * 60)]), Err(NoSeason::Shared { line: 1 }));
    assert_eq!(open(&[asked(1, "none", 19 * 60)]), Err(NoSeason::NoOffering { line: 1 }));
    assert_eq!(open(&[asked(1, "half", 23 * 60 + 30)]), Err(NoSeason::OverMidnight { line: 1 }));
    let off = open(&[asked(1, "half", 19 * 60 + 10)]);
    assert_eq!(off, Err(NoSeason::OffGrid { line: 1, grid: 30, shortest: 30, longest: 120 }));
}
