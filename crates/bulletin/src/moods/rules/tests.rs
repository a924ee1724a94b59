//! The rules by themselves.
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;

fn noon() -> Timestamp {
    "2026-11-27T04:00:00Z".parse().expect("an instant")
}

fn stands(chose: Option<Mood>) -> Stands {
    Stands { closes: noon() + OPEN, has_key: true, hour: Hour { from: noon(), voters: 0 }, chose }
}

#[test]
fn a_vote_is_cast_changed_and_taken_back() {
    let decided = |chose, wants| decide(noon(), &stands(chose), wants);
    let (happy, sad) = (Mood::Happy, Mood::Sad);
    assert_eq!(decided(None, Some(happy)), Ok(Step::First(happy, Hour { from: noon(), voters: 1 })));
    assert_eq!(decided(Some(happy), Some(sad)), Ok(Step::Changed { from: happy, to: sad }));
    assert_eq!(decided(Some(sad), None), Ok(Step::Withdrawn(sad)));
    assert_eq!(decided(Some(sad), Some(sad)), Ok(Step::Nothing));
    assert_eq!(decided(None, None), Ok(Step::Nothing));
}

#[test]
fn after_thirty_days_or_without_a_key_nothing_moves() {
    for wants in [None, Some(Mood::Like)] {
        let open = stands(Some(Mood::Happy));
        let last = open.closes - SignedDuration::from_secs(1);
        assert!(decide(last, &open, wants).is_ok());
        assert_eq!(decide(open.closes, &open, wants), Err(NoVote::Closed));
        assert_eq!(decide(noon(), &Stands { has_key: false, ..open }, wants), Err(NoVote::Closed));
    }
}

#[test]
fn an_hour_takes_two_thousand_first_votes_and_any_number_of_changes() {
    let full = Hour { from: noon(), voters: MOST_AN_HOUR };
    let after = |minutes| noon() + SignedDuration::from_mins(minutes);
    let first = |hour, now| decide(now, &Stands { hour, ..stands(None) }, Some(Mood::Happy));
    let last = Hour { voters: MOST_AN_HOUR - 1, ..full };
    assert_eq!(first(last, after(59)), Ok(Step::First(Mood::Happy, full)));
    assert_eq!(first(full, after(59)), Err(NoVote::Crowded { seconds: 61 }));
    assert_eq!(first(full, after(60)), Ok(Step::First(Mood::Happy, Hour { from: after(60), voters: 1 })));
    // No instant of a vote is kept: the next hour is a full one.
    assert_eq!(first(full, after(95)), Ok(Step::First(Mood::Happy, Hour { from: after(60), voters: 1 })));
    // The clock was set back.
    assert_eq!(first(full, after(-5)), Ok(Step::First(Mood::Happy, Hour { from: after(-60), voters: 1 })));
    let changed = decide(after(1), &Stands { hour: full, ..stands(Some(Mood::Sad)) }, Some(Mood::Happy));
    assert!(changed.is_ok());
}

#[test]
fn a_token_is_random_enough_or_none() {
    let made = Device::made_of(&[9; 32]);
    assert_eq!(made.as_str().parse(), Ok(made.clone()));
    assert!("AAAAAAAAAAAAAAAAAAAAAA".parse::<Device>().is_ok(), "sixteen bytes");
    for odd in ["", "AAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA+", "心情心情心情心情心情心情", &"A".repeat(88)]
    {
        assert!(odd.parse::<Device>().is_err(), "{odd}");
    }
    assert!(!format!("{made:?}").contains(made.as_str()));
}

#[test]
fn a_month_is_read_and_written() {
    let month: Month = "2026-12".parse().expect("a month");
    assert_eq!((month.before().to_string(), month.after().to_string()), ("2026-11".into(), "2027-01".into()));
    assert_eq!(Month::with(jiff::civil::date(2026, 12, 31)), month);
    for odd in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-11-01", "+026-11", "9999-12"] {
        assert!(odd.parse::<Month>().is_err(), "{odd}");
    }
}

fn tally(happy: usize, sad: usize) -> Tally {
    Tally::of([(Mood::Happy, happy), (Mood::Sad, sad)])
}

#[test]
fn the_surer_comes_first_and_fewer_than_ten_never() {
    let all = [(1, tally(9, 0)), (2, tally(9, 1)), (3, tally(90, 30)), (4, tally(200, 300)), (5, tally(0, 40))];
    let order = |mood| rank(&all, mood).iter().map(|r| r.id).collect::<Vec<_>>();
    // Nine of ten: 0.596; ninety of 120: 0.666.
    assert_eq!(order(Mood::Happy), [3, 2, 4]);
    assert_eq!(order(Mood::Sad), [5, 4, 3, 2]);
    assert!(order(Mood::Like).is_empty());
}

#[test]
fn what_is_alike_stands_with_the_newer_first_and_the_list_ends() {
    let all: Vec<(usize, Tally)> = (0..30).map(|n| (n, tally(8, 2))).collect();
    let order: Vec<usize> = rank(&all, Mood::Happy).iter().map(|r| r.id).collect();
    assert_eq!(order, (20..30).rev().collect::<Vec<_>>());
}

proptest! {
    /// Whatever people vote: what is listed has ten votes or more, is in order, and its share lies in its interval.
    #[test]
    fn every_ranking_is_sound(votes in prop::collection::vec(prop::array::uniform4(0_usize..40), 0..20)) {
        let all: Vec<(usize, Tally)> =
            votes.iter().enumerate().map(|(n, v)| (n, Tally::of(Mood::ALL.into_iter().zip(*v)))).collect();
        for mood in Mood::ALL {
            let ranked = rank(&all, mood);
            prop_assert!(ranked.iter().all(|r| r.tally.n() >= 10 && r.tally.votes(mood) > 0));
            prop_assert!(ranked.iter().all(|r| r.sure.low <= r.sure.value && r.sure.value <= r.sure.high));
            prop_assert!(ranked.windows(2).all(|w| w[0].sure.low >= w[1].sure.low));
            let may = all.iter().filter(|(_, t)| t.n() >= 10 && t.votes(mood) > 0).count();
            prop_assert_eq!(ranked.len(), may.min(MOST_RANKED));
        }
    }
}
