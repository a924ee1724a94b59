//! What in the way the ballots came in should make a reader careful. A flag accuses nobody: a market day looks like this too.
use kernel::share::{FEWEST, Share};
use serde::{Deserialize, Serialize};

use super::hide::hidden;

/// A person reads, thinks and answers in two or three minutes. One machine is busy all the time with twenty in an hour, and
/// drawn households, who have weeks to answer, do not all take their phones in the same one.
const BURST: u64 = 20;

/// Of fewer than these a flag for tens would say of nearly each what they answered.
const FEWEST_TENS: u64 = 2 * FEWEST as u64;

/// How a ballot came in. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// On one's own phone or computer.
    Phone = 0,
    /// On the station's screen.
    Kiosk = 1,
    /// On paper; somebody of the staff typed it in.
    Paper = 2,
    /// Somebody asked at the door or by telephone, and typed it in.
    Interviewer = 3,
}

impl Mode {
    pub const ALL: [Mode; 4] = [Mode::Phone, Mode::Kiosk, Mode::Paper, Mode::Interviewer];

    pub fn of_column(number: i16) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| *mode as i16 == number)
    }

    /// As addresses and programs say it.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Phone => "phone",
            Mode::Kiosk => "kiosk",
            Mode::Paper => "paper",
            Mode::Interviewer => "interviewer",
        }
    }

    pub fn of_word(word: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.word() == word)
    }

    /// Whether the hour in which it came in is the hour in which somebody answered. Paper lies in a box until it is typed in, a whole
    /// stack at a time.
    fn is_at_once(self) -> bool {
        matches!(self, Mode::Phone | Mode::Kiosk)
    }
}

/// How many ballots came in an hour in one way: never which answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    pub mode: Mode,
    /// Hours since 1970.
    pub hour: i64,
    pub n: u64,
}

/// All ballots that came in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfMode {
    pub mode: Mode,
    pub n: u64,
    /// How many of them said 10.
    pub tens: u64,
}

/// What a reader should know. Where the result hides how many came in one way, a flag names neither the way nor a number: that
/// the way has ten or more would say something of the others. Tens are not counted where they or the rest are under ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", tag = "flag")]
pub enum Flag {
    /// So many came within one hour (the fullest one of this way).
    Burst { mode: Option<Mode>, n: Option<u64> },
    /// More than half of those who answer in this way say 10, and chance alone does not do that.
    AllTens { mode: Option<Mode>, n: Option<u64>, tens: Option<u64> },
    /// Somebody said that their answer had been suggested to them; how many did, only from ten on.
    Suggested { n: Option<u64> },
}

/// Looks at all ballots of one survey.
///
/// * A burst: twenty in one hour by phone or kiosk; or ten, if they are more than half of all that came in that way. With fewer than
///   ten, half of them are a family at the station.
/// * All tens: of ten or more the lower end of Wilson's interval of 95 % is above one half. Where most say the highest there is,
///   the answers no longer tell a contented village from one that was told what to say; chance is kept out by the interval.
/// * Suggested: one person who says so is enough to say that it was said.
pub fn flags(hours: &[Hour], modes: &[OfMode], suggested: u64) -> Vec<Flag> {
    let shown = Mode::ALL.map(|mode| of_mode(modes, mode).0);
    let shown = hidden(&shown);
    let seen = |mode: Mode| shown.get(mode as usize).is_some_and(Option::is_some).then_some(mode);
    let bursts = Mode::ALL.into_iter().filter(|mode| mode.is_at_once()).filter_map(|mode| {
        let n = burst(hours, mode)?;
        Some(Flag::Burst { mode: seen(mode), n: seen(mode).map(|_| n) })
    });
    let tens = Mode::ALL.into_iter().filter_map(|mode| {
        let (n, tens) = of_mode(modes, mode);
        is_tens(n, tens).then(|| all_tens(seen(mode), n, tens))
    });
    let said = (suggested > 0).then(|| Flag::Suggested { n: (suggested >= FEWEST as u64).then_some(suggested) });
    bursts.chain(tens).chain(said).collect()
}

/// How many came in one way, and how many of them said 10.
fn of_mode(modes: &[OfMode], mode: Mode) -> (u64, u64) {
    let own = modes.iter().filter(|m| m.mode == mode);
    own.fold((0, 0), |(n, tens), m| (m.n.saturating_add(n), m.tens.min(m.n).saturating_add(tens)))
}

/// How many the fullest hour of one way had, if that is a burst.
fn burst(hours: &[Hour], mode: Mode) -> Option<u64> {
    let own = || hours.iter().filter(|hour| hour.mode == mode);
    let all = own().fold(0_u64, |sum, hour| sum.saturating_add(hour.n));
    let in_hour = |at: i64| own().filter(|hour| hour.hour == at).fold(0_u64, |sum, hour| sum.saturating_add(hour.n));
    let most = own().map(|hour| in_hour(hour.hour)).max()?;
    (most >= BURST || (most >= FEWEST as u64 && most > all / 2)).then_some(most)
}

fn is_tens(n: u64, tens: u64) -> bool {
    let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    n >= FEWEST_TENS && Share::new(size(tens), size(n)).published().is_some_and(|share| share.low > 0.5)
}

fn all_tens(mode: Option<Mode>, n: u64, tens: u64) -> Flag {
    // Both parts are ten or more, or one knows of a few people what they did not say, or of all what they did.
    let both = tens >= FEWEST as u64 && n.saturating_sub(tens) >= FEWEST as u64;
    Flag::AllTens { mode, n: mode.map(|_| n), tens: mode.filter(|_| both).map(|_| tens) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hour(mode: Mode, hour: i64, n: u64) -> Hour {
        Hour { mode, hour, n }
    }

    fn of(mode: Mode, n: u64, tens: u64) -> OfMode {
        OfMode { mode, n, tens }
    }

    #[test]
    fn words_and_numbers_lead_back() {
        for mode in Mode::ALL {
            assert_eq!((Mode::of_word(mode.word()), Mode::of_column(mode as i16)), (Some(mode), Some(mode)));
            assert_eq!(serde_json::to_value(mode).ok(), Some(mode.word().into()));
        }
        assert_eq!((Mode::of_column(4), Mode::of_column(-1), Mode::of_word("fax")), (None, None, None));
    }

    #[test]
    fn a_burst_is_twenty_in_an_hour_or_ten_that_are_most_of_all() {
        let rest: Vec<Hour> = (0..40).map(|at| hour(Mode::Phone, at, 3)).collect();
        let with = |n| [rest.as_slice(), &[hour(Mode::Phone, 99, n)]].concat();
        let modes = [of(Mode::Phone, 140, 20)];
        let phone =
            [of(Mode::Phone, 140, 20), of(Mode::Kiosk, 30, 2), of(Mode::Paper, 30, 2), of(Mode::Interviewer, 30, 2)];
        assert_eq!(flags(&with(19), &phone, 0), []);
        assert_eq!(flags(&with(20), &phone, 0), [Flag::Burst { mode: Some(Mode::Phone), n: Some(20) }]);
        assert_eq!(flags(&with(20), &modes, 0), [Flag::Burst { mode: None, n: None }], "nobody came otherwise");
        let kiosk = |few| [hour(Mode::Kiosk, 5, few), hour(Mode::Kiosk, 6, 9)];
        let is_burst = |hours: &[Hour]| !flags(hours, &phone, 0).is_empty();
        assert!(is_burst(&kiosk(10)) && !is_burst(&kiosk(9)));
        assert!(!is_burst(&[hour(Mode::Kiosk, 5, 10), hour(Mode::Kiosk, 6, 10)]), "half is not more than half");
        assert!(is_burst(&[hour(Mode::Kiosk, 5, 6), hour(Mode::Kiosk, 5, 6)]), "two rows of one hour are one hour");
    }

    #[test]
    fn a_stack_of_paper_that_is_typed_in_is_no_burst() {
        assert_eq!(flags(&[hour(Mode::Paper, 5, 60), hour(Mode::Interviewer, 5, 60)], &[], 0), []);
    }

    #[test]
    fn tens_are_flagged_where_chance_does_not_do_it() {
        let is = |n, tens| !flags(&[], &[of(Mode::Paper, n, tens)], 0).is_empty();
        assert!(!is(19, 19), "fewer than twenty say nothing");
        assert!(is(20, 15) && !is(20, 14));
        assert!(is(100, 60) && !is(100, 59));
    }

    #[test]
    fn a_flag_never_says_what_the_result_hides() {
        let whole = Mode::ALL.map(|mode| of(mode, 60, 5));
        let paper = |n, tens| {
            let mut modes = whole;
            modes[2] = of(Mode::Paper, n, tens);
            flags(&[], &modes, 0)
        };
        let said = |n: Option<u64>, tens| [Flag::AllTens { mode: n.map(|_| Mode::Paper), n, tens }];
        assert_eq!(paper(60, 50), said(Some(60), Some(50)));
        assert_eq!(paper(60, 51), said(Some(60), None), "nine who did not say 10");
        assert_eq!(paper(60, 60), said(Some(60), None), "it would be known of each");
        let mut modes = whole;
        modes[0] = of(Mode::Phone, 4, 0);
        modes[2] = of(Mode::Paper, 50, 35);
        assert_eq!(
            flags(&[], &modes, 0),
            said(None, None),
            "that paper is one of the two that have ten or more would help to find the four"
        );
    }

    #[test]
    fn one_who_was_told_what_to_say_is_enough_and_how_many_is_said_from_ten_on() {
        assert_eq!(flags(&[], &[], 0), []);
        assert_eq!(flags(&[], &[], 1), [Flag::Suggested { n: None }]);
        assert_eq!(flags(&[], &[], 9), [Flag::Suggested { n: None }]);
        assert_eq!(flags(&[], &[], 10), [Flag::Suggested { n: Some(10) }]);
    }

    proptest! {
        #[test]
        fn no_number_under_ten_is_ever_in_a_flag(
            hours in proptest::collection::vec((0_usize..4, 0_i64..6, 0_u64..30), 0..12),
            modes in proptest::collection::vec((0_u64..60, 0_u64..60), 4), suggested in 0_u64..20,
        ) {
            let hours: Vec<Hour> = hours.into_iter().map(|(m, at, n)| hour(Mode::ALL[m], at, n)).collect();
            let modes: Vec<OfMode> = Mode::ALL.into_iter().zip(modes).map(|(m, (n, tens))| of(m, n, tens)).collect();
            for flag in flags(&hours, &modes, suggested) {
                let numbers = match flag {
                    Flag::Burst { n, .. } | Flag::Suggested { n } => [n, None],
                    Flag::AllTens { n, tens, .. } => [n, tens],
                };
                prop_assert!(numbers.into_iter().flatten().all(|n| n >= 10), "{flag:?}");
                let text = serde_json::to_string(&flag).expect("a flag is JSON");
                prop_assert_eq!(serde_json::from_str::<Flag>(&text).expect("and back"), flag);
            }
        }
    }
}
