//! Courses of surveys that are made up.
use jiff::civil::date;
use kernel::db::types::Id;
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 6, 27);

fn band(name: &str, population: u32) -> Band {
    Band { band: name.into(), population }
}

fn new() -> New {
    New {
        opens_on: date(2026, 7, 1),
        closes_on: date(2026, 7, 31),
        wanted: 60,
        bands: vec![band(" 18-59", 300), band("60+", 100)],
        source: "2025 年报表 ".into(),
    }
}

fn survey(state: State) -> Survey {
    Survey {
        id: SurveyId(Id(uuid::Uuid::nil())),
        new: new(),
        state,
        commitment: String::new(),
        households: (state >= State::Listed).then_some(200),
        list_digest: None,
        drawn_at: (state >= State::Drawn).then_some(Timestamp::UNIX_EPOCH),
        not_eligible: 0,
        printed: 0,
        made_at: Timestamp::UNIX_EPOCH,
        closed_at: None,
        result: None,
    }
}

fn homes(n: usize) -> Vec<Household> {
    (1..=n).map(|n| Household { village: "东村".into(), address: format!("一社 {n} 号") }).collect()
}

fn given(score: u8, band: u8, mode: Mode) -> Given {
    Given { score, band, mode }
}

#[test]
fn words_and_numbers_of_states_lead_back() {
    for state in State::ALL {
        assert_eq!(State::of(state as i16), Some(state));
        assert_eq!(serde_json::to_value(state).ok(), Some(state.word().into()));
    }
    assert_eq!((State::of(-1), State::of(5)), (None, None));
}

#[test]
fn a_survey_has_days_bands_and_a_source() {
    let fine = new().checked(TODAY).expect("fine");
    assert_eq!((fine.bands[0].band.as_str(), fine.source.as_str()), ("18-59", "2025 年报表"));
    type Change = fn(&mut New);
    let wrong: [(Change, NoSurvey); 13] = [
        (|new| new.opens_on = date(2026, 6, 26), NoSurvey::Opens),
        (|new| new.opens_on = date(2026, 9, 28), NoSurvey::Opens),
        (|new| new.closes_on = new.opens_on, NoSurvey::Closes),
        (|new| new.closes_on = date(2026, 10, 2), NoSurvey::Closes),
        (|new| new.wanted = 9, NoSurvey::Wanted),
        (|new| new.wanted = 100_001, NoSurvey::Wanted),
        (|new| new.bands.clear(), NoSurvey::Bands),
        (|new| new.bands = (0..13).map(|n| band(&n.to_string(), 5)).collect(), NoSurvey::Bands),
        (|new| new.bands[1].band = "18-59".into(), NoSurvey::Band { nr: 2 }),
        (|new| new.bands[0].population = 0, NoSurvey::Band { nr: 1 }),
        (|new| new.bands[0].band = "  ".into(), NoSurvey::Band { nr: 1 }),
        (|new| new.source = "\t".into(), NoSurvey::Source),
        (|new| new.source = "长".repeat(201), NoSurvey::Source),
    ];
    for (change, why) in wrong {
        let mut new = new();
        change(&mut new);
        assert_eq!(new.checked(TODAY), Err(why));
    }
    let longest = New { closes_on: date(2026, 10, 1), ..new() };
    assert!(longest.checked(TODAY).is_ok(), "ninety-two days");
}

#[test]
fn a_list_names_the_lines_that_are_wrong() {
    assert_eq!(listed(homes(29)), Err(NoSurvey::FewHouseholds { fewest: 30 }));
    assert_eq!(listed(homes(100_001)), Err(NoSurvey::ManyHouseholds { most: 100_000 }));
    assert_eq!(listed(homes(30)), Ok(homes(30)));
    let mut list = homes(40);
    list[6].address = " 一社3 号".into();
    list[39].address = "一社 1号\u{3000}".into();
    assert_eq!(listed(list), Err(NoSurvey::Twice { lines: vec![(3, 7), (1, 40)] }));
    let mut list = homes(40);
    list[4].village = "\u{3000}".into();
    assert_eq!(listed(list), Err(NoSurvey::Line { nr: 5 }));
    let same = vec![homes(1).remove(0); 40];
    assert!(matches!(listed(same), Err(NoSurvey::Twice { lines }) if lines.len() == 10 && lines[9] == (1, 11)));
}

#[test]
fn one_thing_comes_after_the_other() {
    let (made, list, drawn, closed) =
        (survey(State::Made), survey(State::Listed), survey(State::Drawn), survey(State::Closed));
    assert_eq!((made.may_list(TODAY), list.may_list(TODAY)), (Ok(()), Ok(())));
    assert_eq!(drawn.may_list(TODAY), Err(NoSurvey::NotNow(State::Drawn)));
    assert_eq!(made.may_draw(TODAY), Err(NoSurvey::NotNow(State::Made)));
    assert_eq!(list.may_draw(TODAY), Ok(200));
    assert_eq!(drawn.may_draw(TODAY), Err(NoSurvey::NotNow(State::Drawn)));
    assert_eq!(list.may_print(1, TODAY), Err(NoSurvey::NotNow(State::Listed)));
    assert_eq!(closed.may_take_back(), Err(NoSurvey::NotNow(State::Closed)));
    let late = date(2026, 8, 1);
    assert_eq!((list.may_draw(late), drawn.may_print(1, late)), (Err(NoSurvey::Over), Err(NoSurvey::Over)));
    assert_eq!(drawn.may_be_empty(3, 0), Ok(()));
    let short = Survey { households: Some(59), ..list };
    assert_eq!(short.may_draw(TODAY), Err(NoSurvey::FewerThanWanted { households: 59, wanted: 60 }));
}

#[test]
fn answers_are_taken_from_the_first_day_to_the_last() {
    let drawn = survey(State::Drawn);
    let seven = given(7, 1, Mode::Phone);
    for (day, taken) in [
        (date(2026, 6, 30), Err(NoAnswer::NotOpen)),
        (date(2026, 7, 1), Ok(())),
        (date(2026, 7, 31), Ok(())),
        (date(2026, 8, 1), Err(NoAnswer::NotOpen)),
    ] {
        assert_eq!(drawn.takes(seven, day), taken, "{day}");
        assert_eq!(drawn.stands(day) == State::Open, taken.is_ok());
    }
    let first = date(2026, 7, 1);
    assert_eq!(survey(State::Listed).takes(seven, first), Err(NoAnswer::NotOpen));
    assert_eq!(drawn.takes(given(11, 1, Mode::Phone), first), Err(NoAnswer::Unknown));
    assert_eq!(drawn.takes(given(7, 2, Mode::Phone), first), Err(NoAnswer::Unknown));
    assert_eq!((drawn.is_over(date(2026, 7, 31)), drawn.is_over(date(2026, 8, 1))), (false, true));
    assert!(!survey(State::Closed).is_over(date(2026, 8, 1)));
}

#[test]
fn ballots_are_counted_by_part_and_by_way() {
    let one = |score, band, mode, n| Counted { given: given(score, band, mode), n };
    let counted =
        [one(10, 0, Mode::Paper, 3), one(10, 0, Mode::Phone, 2), one(4, 1, Mode::Paper, 5), one(9, 7, Mode::Kiosk, 1)];
    let parts = strata(&new().bands, &counted);
    assert_eq!((parts[0].answers[10], parts[0].n(), parts[0].population), (5, 5, 300));
    assert_eq!((parts[1].answers[4], parts[1].n()), (5, 5));
    let modes = modes(&counted);
    assert_eq!(modes[Mode::Paper as usize], OfMode { mode: Mode::Paper, n: 8, tens: 3 });
    assert_eq!(answered(&counted), 11);
}

proptest! {
    #[test]
    fn there_are_never_more_ballots_than_households_that_can_answer(
        steps in proptest::collection::vec((0_u32..90, any::<bool>()), 1..20),
    ) {
        let mut drawn = survey(State::Drawn);
        for (n, print) in steps {
            if print && drawn.may_print(n, TODAY).is_ok() {
                drawn.printed += n;
                prop_assert!(drawn.printed <= drawn.asked());
            } else if !print && drawn.may_be_empty(n, drawn.printed.into()).is_ok() {
                drawn.not_eligible = n;
            }
            prop_assert!(drawn.printed + drawn.not_eligible <= drawn.drawn());
        }
    }
}
