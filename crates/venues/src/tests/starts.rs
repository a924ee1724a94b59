//! Which starts are offered: those that the clock on the wall shows, and only as much room as there is.
use super::*;
use jiff::SignedDuration;
use proptest::prelude::*;

/// Zones whose clocks are changed by an hour, by half an hour, for long no more, and never.
const ZONES: [&str; 5] =
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Asia/Kathmandu"];

/// The slow way: every minute of a span, asked for what a clock shows then.
fn on_the_clock(span: &Span, grid: i32, zone: &TimeZone) -> Vec<Timestamp> {
    let minutes = (0..=span.minutes()).map(|n| span.from + SignedDuration::from_mins(n));
    let shown = |at: &Timestamp| at.to_zoned_datetime(zone.clone()).time();
    let fits = |at: &Timestamp| (i32::from(shown(at).hour()) * 60 + i32::from(shown(at).minute())) % grid == 0;
    minutes.filter(fits).filter(|at| *at + SignedDuration::from_mins(5) <= span.until).collect()
}

fn starts(span: Span, grid: i32, zone: &TimeZone) -> Vec<Timestamp> {
    let mut facts = tables();
    facts.offering.policy.grid = grid;
    let found = slots(&facts.offering, &facts.atoms, (&[span], &[]), zone, (&span, 5), &staff_sees());
    found.into_iter().map(|slot| slot.span.from).collect()
}

proptest! {
    #[test]
    fn starts_are_where_the_clock_shows_them_even_if_it_is_changed(
        zone in 0..ZONES.len(),
        // From 1986, when the clocks of Shanghai were last changed, until 2040.
        from in 510_000_000i64 / 60..2_200_000_000 / 60,
        hours in 1i64..60,
        grid in (1i32..=48).prop_map(|n| n * 5),
    ) {
        let zone = TimeZone::get(ZONES[zone]).unwrap();
        let from = Timestamp::from_second(from * 60).unwrap();
        let span = span(from, from + SignedDuration::from_hours(hours));
        prop_assert_eq!(starts(span, grid, &zone), on_the_clock(&span, grid, &zone));
    }

    #[test]
    fn as_many_groups_as_a_slot_promises_find_room_and_no_more(
        taken in proptest::collection::vec((16i32..44, 1i32..5, 1i32..4, 0i32..3, 0i32..3), 0..30),
        room in 0..4,
    ) {
        let mut facts = [tables, whole_hall, half_hall, gym][usize::try_from(room).unwrap()]();
        for (half_hours, length, group, before, after) in taken {
            facts.offering.policy.before = before * 15;
            facts.offering.policy.after = after * 15;
            let from = at(0, 0) + SignedDuration::from_mins((half_hours * 30).into());
            let ask = Ask { from, minutes: length * 30, group, said: None };
            if let Ok(booking) = book(at(0, 0), &ask, Source::Desk, &facts) {
                facts.claims.extend(claims(&booking));
            }
        }
        let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
        for slot in slots(&facts.offering, &facts.atoms, (&facts.open, &facts.claims), &zone(), (&day, 60), &staff_sees()) {
            let mut filling = facts.clone();
            let mut fit = 0;
            while let Ok(booking) = book(at(0, 0), &ask(slot.span.from, 60), Source::Desk, &filling) {
                filling.claims.extend(claims(&booking));
                fit += 1;
            }
            prop_assert_eq!(fit, slot.free);
            prop_assert!(slot.free <= slot.of);
        }
    }
}

/// The clocks around the days on which they are changed, which chance may miss.
#[test]
fn starts_go_on_by_the_clock_when_it_is_changed() {
    for (zone, day) in [
        ("Europe/London", jiff::civil::date(2026, 3, 29)),
        ("Europe/London", jiff::civil::date(2026, 10, 25)),
        ("Australia/Lord_Howe", jiff::civil::date(2026, 4, 5)),
        ("Australia/Lord_Howe", jiff::civil::date(2026, 10, 4)),
        ("Asia/Shanghai", jiff::civil::date(1988, 4, 17)),
    ] {
        let zone = TimeZone::get(zone).unwrap();
        let day = days(&zone, day, 1);
        for grid in [5, 30, 40, 45, 60, 90, 240] {
            assert_eq!(starts(day, grid, &zone), on_the_clock(&day, grid, &zone), "{day:?} {grid}");
        }
    }
}
