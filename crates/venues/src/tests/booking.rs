use super::*;

#[test]
fn an_evening_game_after_work_is_fine_and_gets_a_table() {
    let booking = booked(&mut tables(), at(19, 0), 60).unwrap();
    assert_eq!(booking.units.len(), 1);
    assert_eq!(booking.state, State::Confirmed);
    assert_eq!(booking.lapses_at, Some(at(19, 15)), "released a quarter of an hour after the start");
}

#[test]
fn three_tables_are_taken_by_three_and_not_by_a_fourth() {
    let mut facts = tables();
    let tables: Vec<_> = (0..3).map(|_| booked(&mut facts, at(19, 0), 60).unwrap().units[0].atom).collect();
    assert_eq!(tables, [1, 2, 3]);
    assert_eq!(booked(&mut facts, at(19, 30), 60), Err(Refusal::Taken));
    assert!(booked(&mut facts, at(20, 0), 60).is_ok());
}

#[test]
fn whoever_has_half_a_hall_keeps_others_from_the_whole_and_the_reverse() {
    let mut half = half_hall();
    booked(&mut half, at(19, 0), 60).unwrap();
    let mut whole = Facts { claims: half.claims.clone(), ..whole_hall() };
    assert_eq!(booked(&mut whole, at(19, 0), 60), Err(Refusal::Taken));

    let mut whole = whole_hall();
    assert_eq!(booked(&mut whole, at(19, 0), 60).unwrap().units.len(), 2);
    let mut half = Facts { claims: whole.claims.clone(), ..half_hall() };
    assert_eq!(booked(&mut half, at(19, 30), 30), Err(Refusal::Taken));
}

#[test]
fn a_gym_for_five_takes_three_and_two_but_not_six() {
    let mut facts = gym();
    let take = |facts: &mut Facts, group| {
        let booking = book(at(9, 0), &Ask { from: at(19, 0), minutes: 60, group, said: None }, Source::Public, facts)?;
        facts.claims.extend(claims(&booking));
        Ok::<_, Refusal>(booking.units.len())
    };
    assert_eq!(take(&mut facts, 3), Ok(3));
    assert_eq!(take(&mut facts, 2), Ok(2));
    assert_eq!(take(&mut facts, 1), Err(Refusal::Taken));
}

#[test]
fn the_gap_between_two_uses_is_the_larger_wish_not_the_sum() {
    let mut facts = whole_hall();
    facts.offering.policy.after = 30;
    booked(&mut facts, at(10, 0), 60).unwrap();
    facts.offering.policy.before = 15;
    assert_eq!(booked(&mut facts, at(11, 0), 60), Err(Refusal::Taken), "the earlier wants 30 minutes after it");
    assert!(booked(&mut facts, at(11, 30), 60).is_ok(), "30, not 45");
}

#[test]
fn the_past_is_past_but_a_running_hour_may_still_be_taken() {
    let facts = tables();
    let now = at(19, 10);
    assert_eq!(book(now, &ask(at(18, 0), 60), Source::Public, &facts), Err(Refusal::Past));
    let running = book(now, &ask(at(19, 0), 60), Source::Public, &facts).unwrap();
    assert_eq!(running.lapses_at, Some(at(19, 25)), "the grace counts from now");
}

#[test]
fn notice_and_horizon_are_kept_and_say_what_would_work() {
    let mut facts = tables();
    facts.offering.policy.notice = 120;
    let soon = book(at(19, 0), &ask(at(20, 0), 60), Source::Public, &facts);
    assert_eq!(soon, Err(Refusal::TooSoon { earliest: at(21, 0) }));
    facts.offering.policy.days_ahead = 0;
    let far = book(at(19, 0), &ask(on(25, 20, 0), 60), Source::Public, &facts);
    assert_eq!(far, Err(Refusal::TooFar { last_day: jiff::civil::date(2026, 6, 24) }));
}

#[test]
fn lengths_and_starts_are_held_to_the_grid() {
    let mut facts = tables();
    assert_eq!(booked(&mut facts, at(19, 10), 60), Err(Refusal::OffGrid { minutes: 30 }));
    assert_eq!(booked(&mut facts, at(19, 0), 45), Err(Refusal::OffGrid { minutes: 30 }));
    assert_eq!(booked(&mut facts, at(19, 0), 15), Err(Refusal::TooShort { minutes: 30 }));
    assert_eq!(booked(&mut facts, at(19, 0), 180), Err(Refusal::TooLong { minutes: 120 }));
    assert_eq!(booked(&mut facts, at(19, 0), 0), Err(Refusal::EndsBeforeStart));
}

#[test]
fn a_closed_room_says_why_and_when_it_opens() {
    let mut facts = tables();
    let fair = Name { zh: "交流会".into(), en: "the fair".into() };
    let id = kernel::db::types::Id(Default::default());
    let morning = span(at(8, 0), at(12, 0));
    facts.layers = vec![Layer { id, venue: None, kind: LayerKind::Closed, span: morning, reason: fair.clone() }];
    facts.open = vec![span(at(12, 0), at(22, 0))];
    let refused = book(at(7, 0), &ask(at(9, 0), 60), Source::Public, &facts);
    assert_eq!(refused, Err(Refusal::Closed { reason: Some(fair), opens_at: Some(at(12, 0)) }));
}

#[test]
fn a_person_with_two_today_waits_until_tomorrow_but_the_clerk_may_add_one() {
    let facts = Facts { on_day: 2, ..tables() };
    let third = |source| book(at(9, 0), &ask(at(19, 0), 60), source, &facts);
    assert_eq!(third(Source::Public), Err(Refusal::Quota { most: 2, per: Period::Day }));
    assert!(third(Source::Desk).is_ok());
}

#[test]
fn use_over_midnight_is_one_use() {
    let mut facts = tables();
    facts.open = vec![span(at(20, 0), on(25, 2, 0))];
    let booking = booked(&mut facts, at(23, 0), 120).unwrap();
    assert_eq!(booking.span, span(at(23, 0), on(25, 1, 0)));
}

#[test]
fn real_minutes_count_when_the_clocks_are_changed() {
    // In London the hour from 1:00 to 2:00 does not exist on 29 March 2026.
    let london = TimeZone::get("Europe/London").unwrap();
    let local = |h| london.to_timestamp(jiff::civil::date(2026, 3, 29).at(h, 30, 0, 0)).unwrap();
    let open = span(local(0) - jiff::SignedDuration::from_mins(30), local(6));
    let facts = Facts { zone: london.clone(), open: vec![open], ..tables() };
    let booking = book(open.from, &ask(local(0), 60), Source::Desk, &facts).unwrap();
    assert_eq!(booking.span.until, local(2), "an hour after 0:30 it is 2:30");
    assert_eq!(booking.span.minutes(), 60);
}

#[test]
fn a_strangers_slot_is_held_until_the_code_comes_back() {
    let booking = book(at(9, 0), &ask(at(19, 0), 60), Source::Stranger, &tables()).unwrap();
    assert_eq!((booking.state, booking.lapses_at), (State::Held, Some(at(9, 10))));
}

#[test]
fn a_room_with_approval_is_requested_by_people_and_booked_by_staff() {
    let mut facts = whole_hall();
    facts.offering.policy.approval = true;
    let requested = book(at(9, 0), &ask(at(19, 0), 60), Source::Public, &facts).unwrap();
    assert_eq!((requested.state, requested.awaits_approval), (State::Held, true));
    let booked = book(at(9, 0), &ask(at(19, 0), 60), Source::Desk, &facts).unwrap();
    assert_eq!((booked.state, booked.awaits_approval), (State::Confirmed, false));
}

#[test]
fn somebody_at_the_door_is_let_in_for_as_long_as_it_is_free() {
    let mut facts = tables();
    for _ in 0..3 {
        booked(&mut facts, at(20, 0), 60).unwrap();
    }
    let now = at(19, 23);
    assert_eq!(walk_in(now, 60, 1, &facts), Err(Refusal::Taken));
    let booking = walk_in(now, 40, 1, &facts).unwrap();
    assert_eq!(booking.span, span(at(19, 20), at(20, 0)));
    assert_eq!(booking.state, State::CheckedIn);
}

#[test]
fn the_nearest_that_work_are_named_nearest_first() {
    let mut facts = whole_hall();
    booked(&mut facts, at(19, 0), 120).unwrap();
    let wanted = span(at(19, 30), at(20, 30));
    let zone = zone();
    let Facts { offering, atoms, open, claims, .. } = &facts;
    let found = nearest(offering, atoms, (open, claims), &zone, (&wanted, 1, at(9, 0)), (&staff_sees(), 3));
    assert_eq!(found.iter().map(|s| s.from).collect::<Vec<_>>(), [at(18, 0), at(21, 0), at(17, 30)]);
}
