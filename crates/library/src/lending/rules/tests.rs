use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::log::{LONGEST_AGO, happened_at};
use super::*;
use crate::TitleId;
use crate::rules::{DueMode, Kind, Kinds, Stands};

const SATURDAY: Date = date(2026, 6, 27);

fn always(_: Date) -> bool {
    true
}

fn title(n: u128) -> TitleId {
    TitleId(kernel::db::types::Id(uuid::Uuid::from_u128(n)))
}

/// Closed on Sundays and from 1 to 7 October.
fn open(day: Date) -> bool {
    let holiday = (date(2026, 10, 1)..=date(2026, 10, 7)).contains(&day);
    day.weekday() != jiff::civil::Weekday::Sunday && !holiday
}

#[test]
fn each_way_counts_its_days() {
    let due = |from, days, mode| due_on(from, days, mode, &open);
    // 28 June is a Sunday.
    assert_eq!(due(SATURDAY, 1, DueMode::Calendar), date(2026, 6, 28));
    assert_eq!(due(SATURDAY, 1, DueMode::NextOpenDay), date(2026, 6, 29));
    assert_eq!(due(SATURDAY, 1, DueMode::SkipClosed), date(2026, 6, 29));
    assert_eq!(due(SATURDAY, 6, DueMode::SkipClosed), date(2026, 7, 4));
    assert_eq!(due(SATURDAY, 7, DueMode::SkipClosed), date(2026, 7, 6));
    // Over the holidays.
    assert_eq!(due(date(2026, 9, 1), 30, DueMode::Calendar), date(2026, 10, 1));
    assert_eq!(due(date(2026, 9, 1), 30, DueMode::NextOpenDay), date(2026, 10, 8));
    assert_eq!(due(date(2026, 9, 30), 1, DueMode::SkipClosed), date(2026, 10, 8));
}

#[test]
fn a_station_that_is_closed_for_long_takes_things_back_by_the_calendar() {
    for mode in DueMode::ALL {
        assert_eq!(due_on(SATURDAY, 30, mode, &|_| false), date(2026, 7, 27));
    }
    let reopens = |day| day >= date(2026, 9, 25);
    assert_eq!(due_on(SATURDAY, 30, DueMode::NextOpenDay, &reopens), date(2026, 9, 25));
    let later = |day| day > date(2026, 9, 25);
    assert_eq!(due_on(SATURDAY, 30, DueMode::NextOpenDay, &later), date(2026, 7, 27));
}

proptest! {
    #[test]
    fn nothing_is_due_before_the_calendar_says_and_never_on_a_closed_day(
        offset in 0..4000_i64, days in 1..=365_i16, closed in proptest::collection::vec(any::<bool>(), 7), mode in 0..3_i16,
    ) {
        let from = date(2020, 1, 1).saturating_add(offset.days());
        let mode = DueMode::of(mode).expect("a mode");
        let of_week = |day: Date| usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        let open = |day: Date| !closed[of_week(day)];
        let due = due_on(from, days, mode, &open);
        let calendar = from.saturating_add(i64::from(days).days());
        prop_assert!(due >= calendar);
        if mode == DueMode::Calendar || closed.iter().all(|shut| *shut) {
            prop_assert_eq!(due, calendar);
        } else {
            prop_assert!(open(due));
        }
        if mode == DueMode::NextOpenDay {
            prop_assert!((due - calendar).get_days() <= 6);
        }
        if mode == DueMode::SkipClosed && closed.iter().any(|shut| !shut) {
            // As many open days lie between as there are days.
            let walked = (1..).map(|n: i64| from.saturating_add(n.days())).take_while(|day| *day <= due);
            prop_assert_eq!(walked.filter(|day| open(*day)).count(), usize::try_from(days).expect("days"));
        }
    }

    #[test]
    fn a_longer_loan_is_never_due_sooner(offset in 0..4000_i64, days in 1..365_i16, mode in 0..3_i16) {
        let from = date(2020, 1, 1).saturating_add(offset.days());
        let mode = DueMode::of(mode).expect("a mode");
        prop_assert!(due_on(from, days, mode, &open) <= due_on(from, days + 1, mode, &open));
        prop_assert!(due_on(from, days, mode, &always) == from.saturating_add(i64::from(days).days()));
    }

    #[test]
    fn what_a_device_counted_lies_in_the_month_before_now(secs in any::<i64>()) {
        let now = "2026-06-27T12:00:00+08:00".parse().expect("an instant");
        let at = happened_at(now, jiff::SignedDuration::from_secs(secs));
        prop_assert!(at <= now && at >= now - LONGEST_AGO);
    }
}

#[test]
fn a_device_that_has_lost_count_did_it_now() {
    let now = "2026-06-27T12:00:00+08:00".parse().expect("an instant");
    let second = jiff::SignedDuration::from_secs(1);
    assert_eq!(happened_at(now, LONGEST_AGO), now - LONGEST_AGO);
    for wrong in [LONGEST_AGO + second, -second] {
        assert_eq!(happened_at(now, wrong), now);
    }
}

#[test]
fn who_has_something_over_for_too_long_is_shut_out() {
    let day = |n| date(2026, 6, n);
    let out = |due: &[Date], block| shut_out(due, block, day(27));
    assert_eq!(out(&[], Some(0)), None);
    // On the day itself nothing is over.
    assert_eq!(out(&[day(27)], Some(0)), None);
    assert_eq!(out(&[day(26)], Some(0)), Some(day(26)));
    assert_eq!(out(&[day(14)], Some(14)), None);
    assert_eq!(out(&[day(20), day(13), day(30)], Some(14)), Some(day(13)));
    assert_eq!(out(&[day(1)], None), None);
}

fn may_lend() -> LendFacts {
    LendFacts {
        title: title(1),
        kind: Kind::Book,
        kinds: Kinds::all(),
        stands: Stands::Here,
        taken: None,
        kept_for_another: false,
        have: 4,
        most: 5,
        overdue: None,
        despite: false,
        due_on: date(2026, 7, 27),
    }
}

#[test]
fn whoever_has_room_for_it_gets_what_stands_there() {
    let due_on = date(2026, 7, 27);
    assert_eq!(lend(&may_lend()), Ok(Lent { due_on, despite: false }));
    // Staff need not go over a limit that does not bind.
    assert_eq!(lend(&LendFacts { despite: true, ..may_lend() }), Ok(Lent { due_on, despite: false }));
}

#[test]
fn what_is_wrong_with_the_copy_is_said_whoever_asks_and_whoever_lends() {
    let due_on = date(2026, 7, 1);
    for despite in [false, true] {
        let no = |facts: LendFacts| lend(&LendFacts { despite, have: 9, ..facts }).expect_err("not lent");
        let taken = |by_them| Some(Taken { by_them, due_on });
        assert_eq!(no(LendFacts { taken: taken(true), ..may_lend() }), NoLoan::LentToYou { due_on });
        assert_eq!(no(LendFacts { taken: taken(false), ..may_lend() }), NoLoan::Lent { due_on, title: title(1) });
        for stands in Stands::ALL.into_iter().filter(|stands| *stands != Stands::Here) {
            assert_eq!(no(LendFacts { stands, ..may_lend() }), NoLoan::NotHere { stands });
        }
        let kinds = Kinds::of([Kind::Book]);
        let thing = LendFacts { kind: Kind::Thing, kinds, ..may_lend() };
        assert_eq!(no(thing), NoLoan::NotLent { kind: Kind::Thing });
        let kept = LendFacts { kept_for_another: true, ..may_lend() };
        assert_eq!(no(kept), NoLoan::KeptForAnother { title: title(1) });
    }
}

#[test]
fn limits_of_the_reader_bind_unless_staff_lend_despite_them() {
    let late = LendFacts { overdue: Some((date(2026, 5, 1), title(2))), have: 5, ..may_lend() };
    assert_eq!(lend(&late), Err(NoLoan::Overdue { since: date(2026, 5, 1), title: title(2) }));
    let full = LendFacts { have: 5, ..may_lend() };
    assert_eq!(lend(&full), Err(NoLoan::TooMany { most: 5, have: 5 }));
    for facts in [late, full] {
        let due_on = facts.due_on;
        assert_eq!(lend(&LendFacts { despite: true, ..facts }), Ok(Lent { due_on, despite: true }));
    }
}

#[test]
fn a_renewal_is_for_whoever_has_it_and_never_shortens() {
    let may = RenewFacts {
        theirs: true,
        renewals: 0,
        most: 1,
        others_wait: false,
        overdue: None,
        due_on: date(2026, 7, 20),
        next: date(2026, 7, 27),
    };
    assert_eq!(renew(&may), Ok(date(2026, 7, 27)));
    assert_eq!(renew(&RenewFacts { due_on: date(2026, 8, 1), ..may.clone() }), Err(NoRenewal::TooEarly));
    assert_eq!(renew(&RenewFacts { renewals: 1, ..may.clone() }), Err(NoRenewal::TooOften { most: 1 }));
    assert_eq!(renew(&RenewFacts { others_wait: true, ..may.clone() }), Err(NoRenewal::OthersWait));
    let since = date(2026, 6, 1);
    let late = RenewFacts { overdue: Some((since, title(3))), ..may.clone() };
    assert_eq!(renew(&late), Err(NoRenewal::Overdue { since, title: title(3) }));
    // Whose it is not learns nothing else.
    let others = RenewFacts { theirs: false, others_wait: true, renewals: 1, ..late };
    assert_eq!(renew(&others), Err(NoRenewal::NotYours));
}

#[test]
fn nobody_waits_for_what_stands_there_or_never_comes() {
    let may = HoldFacts {
        kind: Kind::Book,
        kinds: Kinds::all(),
        free: None,
        have_it: false,
        wait: false,
        holds: 4,
        most: 5,
        copies: 1,
    };
    assert_eq!(hold(&may), Ok(()));
    assert_eq!(hold(&HoldFacts { free: Some(3), ..may.clone() }), Err(NoHold::Free { shelf: 3 }));
    assert_eq!(hold(&HoldFacts { have_it: true, free: Some(3), ..may.clone() }), Err(NoHold::HaveIt));
    assert_eq!(hold(&HoldFacts { wait: true, ..may.clone() }), Err(NoHold::Already));
    assert_eq!(hold(&HoldFacts { copies: 0, ..may.clone() }), Err(NoHold::NoCopies));
    assert_eq!(hold(&HoldFacts { holds: 5, ..may.clone() }), Err(NoHold::TooMany { most: 5 }));
    let no = hold(&HoldFacts { kinds: Kinds::of([Kind::Thing]), ..may });
    assert_eq!(no, Err(NoHold::NotLent { kind: Kind::Book }));
}

#[test]
fn numbers_in_rows_and_words_of_programs_are_read_back() {
    for kind in log::Kind::ALL {
        assert_eq!((log::Kind::of(kind as i16), log::Kind::of_word(kind.word())), (Some(kind), Some(kind)));
    }
    for outcome in log::Outcome::ALL {
        assert_eq!(log::Outcome::of(outcome as i16), Some(outcome));
    }
    for kind in task::Kind::ALL {
        assert_eq!(task::Kind::of(kind as i16), Some(kind));
    }
    for how in task::How::ALL {
        assert_eq!(task::How::of_word(how.word()), Some(how));
    }
    assert_eq!((log::Kind::of(3), task::Kind::of(6), task::How::of_word("")), (None, None, None));
}
