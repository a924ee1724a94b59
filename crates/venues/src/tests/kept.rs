//! Hours that are some people's first, and places for those who just come.
use super::*;
use jiff::SignedDuration;
use proptest::prelude::*;

/// From eight to ten the tables are the elders' first; an hour before, everybody may book.
fn mornings(to_all: i32) -> Facts {
    let reason = Name { zh: "老年人上午场".into(), en: String::new() };
    let spans = vec![span(at(8, 0), at(10, 0)), span(on(25, 8, 0), on(25, 10, 0))];
    let priorities = vec![Priority { spans, whom: Favoured::Elderly, reason, to_all }];
    Facts { priorities, ..tables() }
}

fn wish(from: Timestamp, said: Option<Favoured>) -> Ask {
    Ask { said, ..ask(from, 60) }
}

fn by_oneself(now: Timestamp, ask: &Ask, facts: &Facts) -> Result<Booking, Refusal> {
    book(now, ask, Source::Public, facts)
}

fn opens(result: Result<Booking, Refusal>) -> Option<Timestamp> {
    match result {
        Err(Refusal::KeptFor { whom: Favoured::Elderly, opens_at, .. }) => opens_at,
        other => panic!("{other:?}"),
    }
}

#[test]
fn whoever_says_that_they_are_old_enough_books_and_only_then_that_is_kept() {
    let facts = mornings(60);
    let elder = by_oneself(at(6, 0), &wish(on(25, 9, 0), Some(Favoured::Elderly)), &facts).unwrap();
    assert_eq!(elder.favoured, Some(Favoured::Elderly));
    let later = by_oneself(at(6, 0), &wish(on(25, 10, 0), Some(Favoured::Elderly)), &facts).unwrap();
    assert_eq!(later.favoured, None, "ten o'clock is everybody's");
    let late = by_oneself(on(25, 8, 0), &wish(on(25, 9, 0), Some(Favoured::Elderly)), &facts).unwrap();
    assert_eq!(late.favoured, None, "everybody may by then");
}

#[test]
fn all_others_hear_when_everybody_may_book_and_book_from_then_on() {
    let facts = mornings(60);
    let ask = wish(on(25, 9, 0), None);
    assert_eq!(opens(by_oneself(at(6, 0), &ask, &facts)), Some(on(25, 8, 0)));
    assert_eq!(opens(by_oneself(on(25, 7, 59), &ask, &facts)), Some(on(25, 8, 0)));
    assert!(by_oneself(on(25, 8, 0), &ask, &facts).is_ok());
    let child = wish(on(25, 9, 0), Some(Favoured::Children));
    assert_eq!(opens(by_oneself(at(6, 0), &child, &facts)), Some(on(25, 8, 0)), "children have other hours");
    // A use that only ends in these hours touches them too.
    let before = Facts { open: vec![span(on(25, 7, 0), on(25, 22, 0))], ..mornings(60) };
    assert_eq!(opens(by_oneself(at(6, 0), &wish(on(25, 7, 30), None), &before)), Some(on(25, 6, 30)));
}

#[test]
fn kept_until_the_start_they_are_for_whoever_comes_once_they_have_begun() {
    let facts = mornings(0);
    assert_eq!(opens(by_oneself(at(8, 59), &wish(at(9, 0), None), &facts)), None);
    assert!(by_oneself(at(9, 0), &wish(at(9, 0), None), &facts).is_ok());
    assert!(walk_in(at(8, 10), 30, 1, &facts).is_ok(), "who stands at the door is let in");
    assert!(book(at(6, 0), &wish(at(9, 0), None), Source::Desk, &facts).is_ok(), "the clerk knows whom they book for");
}

#[test]
fn the_nearest_that_works_is_looked_for_outside_of_hours_that_are_others_first() {
    let facts = mornings(60);
    let sight = |side| Sight { now: at(6, 0), side, priorities: &facts.priorities };
    let works = |side| {
        let wanted = (&span(on(25, 9, 0), on(25, 10, 0)), 1, at(6, 0));
        nearest(&facts.offering, &facts.atoms, (&facts.open, &[]), &zone(), wanted, (&sight(side), 1))
    };
    assert_eq!(works(Side::Oneself(None))[0].from, on(25, 10, 0));
    assert_eq!(works(Side::Oneself(Some(Favoured::Elderly)))[0].from, on(25, 9, 0));
    assert_eq!(works(Side::Station)[0].from, on(25, 9, 0));
}

#[test]
fn one_table_of_three_is_left_for_those_who_come_until_it_begins() {
    let mut facts = tables();
    facts.offering.policy.walk_ins = 1;
    booked(&mut facts, at(20, 0), 60).unwrap();
    booked(&mut facts, at(20, 0), 60).unwrap();
    assert_eq!(booked(&mut facts, at(20, 0), 60), Err(Refusal::Taken));
    assert_eq!(by_oneself(at(19, 59), &ask(at(20, 0), 60), &facts), Err(Refusal::Taken));
    assert!(by_oneself(at(20, 0), &ask(at(20, 0), 60), &facts).is_ok(), "nobody came: it is anybody's");
    assert!(book(at(9, 0), &ask(at(20, 0), 60), Source::Desk, &facts).is_ok());
    assert!(walk_in(at(20, 5), 30, 1, &facts).is_ok());
}

#[test]
fn a_policy_of_windows_that_nobody_can_understand_is_named() {
    let window = |hours: &str, zh: &str, to_all| Window {
        hours: hours.into(),
        whom: Favoured::Children,
        reason: Name { zh: zh.into(), en: String::new() },
        to_all,
    };
    let problems =
        |windows| Policy { windows, ..Policy::default() }.problems().iter().map(|p| p.field).collect::<Vec<_>>();
    assert!(problems(vec![window("Sa,Su 14:00-17:00", "孩子的钟点", 60)]).is_empty());
    let bad = [("whenever", "x", 60), ("Mo 8-10", "x", 60), ("Mo 08:00-10:00", " ", 60), ("Mo 08:00-10:00", "x", -1)];
    for (hours, zh, to_all) in bad {
        assert_eq!(problems(vec![window(hours, zh, to_all)]), ["windows"], "{hours} {zh} {to_all}");
    }
    assert_eq!(problems(vec![window("Mo 08:00-10:00", "x", 0); 4]), ["windows"]);
    assert_eq!(Policy { walk_ins: -1, ..Policy::default() }.problems()[0].field, "walk_ins");
}

/// How many units are booked by oneself at the busiest moment.
fn most_at_once(own: &[Claim]) -> usize {
    let at = |moment: Timestamp| own.iter().filter(|c| c.span.contains(moment)).count();
    own.iter().map(|c| at(c.span.from)).max().unwrap_or(0)
}

proptest! {
    #[test]
    fn what_is_booked_by_oneself_never_takes_the_share_of_those_who_come(
        asks in proptest::collection::vec((16i32..44, 1i32..5, 1i32..4, any::<bool>()), 1..60),
        share in 0i32..6,
        places in any::<bool>(),
    ) {
        let mut facts = if places { gym() } else { tables() };
        facts.offering.policy.walk_ins = share;
        let mut own = vec![];
        for (half_hours, length, group, by_clerk) in asks {
            let from = at(0, 0) + SignedDuration::from_mins((half_hours * 30).into());
            let wanted = Ask { group, ..ask(from, length * 30) };
            let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
            let sight = Sight { now: at(0, 0), side: Side::Oneself(None), priorities: &[] };
            let shown = slots(&facts.offering, &facts.atoms, (&facts.open, &facts.claims), &zone(), (&day, length * 30), &sight);
            let shown = shown.into_iter().find(|s| s.span.from == from).map_or(0, |s| s.free);
            let source = if by_clerk { Source::Desk } else { Source::Public };
            let judged = book(at(0, 0), &wanted, source, &facts);
            if group == 1 && !by_clerk {
                prop_assert_eq!(judged.is_ok(), shown > 0, "what is shown as free can be booked, and nothing else");
            }
            if let Ok(booking) = judged {
                own.extend(claims(&booking).into_iter().filter(|_| !by_clerk));
                facts.claims.extend(claims(&booking));
            }
        }
        let units: usize = facts.atoms.iter().map(|a| usize::try_from(a.units).unwrap()).sum();
        prop_assert!(most_at_once(&own) <= units.saturating_sub(usize::try_from(share).unwrap()));
    }

    #[test]
    fn as_many_as_are_shown_can_be_booked_by_oneself_one_after_the_other(
        taken in proptest::collection::vec((16i32..44, 1i32..5, 1i32..4), 0..20),
        share in 0i32..6,
        size in 1i32..3,
        places in any::<bool>(),
    ) {
        let mut facts = if places { gym() } else { tables() };
        for (half_hours, length, group) in taken {
            let from = at(0, 0) + SignedDuration::from_mins((half_hours * 30).into());
            if let Ok(booking) = book(at(0, 0), &Ask { group, ..ask(from, length * 30) }, Source::Desk, &facts) {
                facts.claims.extend(claims(&booking));
            }
        }
        facts.offering.policy = Policy { walk_ins: share, smallest_group: size, ..facts.offering.policy };
        let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
        let sight = Sight { now: at(0, 0), side: Side::Oneself(None), priorities: &[] };
        for slot in slots(&facts.offering, &facts.atoms, (&facts.open, &facts.claims), &zone(), (&day, 60), &sight) {
            let mut filling = facts.clone();
            let mut fit = 0;
            while let Ok(booking) = by_oneself(at(0, 0), &Ask { group: size, ..ask(slot.span.from, 60) }, &filling) {
                filling.claims.extend(claims(&booking));
                fit += 1;
            }
            prop_assert_eq!(fit, slot.free);
        }
    }
}
