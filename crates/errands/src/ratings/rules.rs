//! When a rating may be given, what it opens, and how a call-back ends. Pure.
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::rules::State;

kernel::id_type! {
    /// One rating. Events name it and not its ticket.
    pub RatingId
}

/// How satisfied somebody is: the five levels of GB/T 39734 and 39735. The numbers are kept in rows and facts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schema(as = RatingLevel)]
pub enum Level {
    /// 非常不满意
    VeryDissatisfied = 1,
    /// 不满意
    Dissatisfied = 2,
    /// 基本满意
    MostlySatisfied = 3,
    /// 满意
    Satisfied = 4,
    /// 非常满意
    VerySatisfied = 5,
}

impl Level {
    /// In the order in which they are asked: the best first, as the standard has it.
    pub const ALL: [Level; 5] =
        [Level::VerySatisfied, Level::Satisfied, Level::MostlySatisfied, Level::Dissatisfied, Level::VeryDissatisfied];

    pub fn of(number: i16) -> Option<Level> {
        Level::ALL.into_iter().find(|l| *l as i16 == number)
    }

    pub fn named(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|l| l.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Level::VeryDissatisfied => "very-dissatisfied",
            Level::Dissatisfied => "dissatisfied",
            Level::MostlySatisfied => "mostly-satisfied",
            Level::Satisfied => "satisfied",
            Level::VerySatisfied => "very-satisfied",
        }
    }

    /// The two lowest: somebody is called back.
    pub fn is_low(self) -> bool {
        self <= Level::Dissatisfied
    }
}

/// How a call-back ended. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = CallBackOutcome)]
pub enum Outcome {
    /// Reached, and it is settled.
    Settled = 1,
    /// Reached, and it is not.
    NotSettled = 2,
    /// Tried, and not reached: may be tried again.
    NotReached = 3,
}

impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Settled, Outcome::NotSettled, Outcome::NotReached];

    pub fn of(number: i16) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|o| *o as i16 == number)
    }

    pub fn named(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|o| o.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Outcome::Settled => "settled",
            Outcome::NotSettled => "not-settled",
            Outcome::NotReached => "not-reached",
        }
    }

    /// Nothing more comes after it.
    pub fn is_final(self) -> bool {
        self != Outcome::NotReached
    }
}

/// The longest words of a rating and of an answer, in characters.
pub const MOST_IN_WORDS: u32 = 500;
/// So many working days a station has to call back. Our default: the rules on ratings want low ones looked into soon and
/// leave the days to each place.
pub const DAYS: i16 = 5;
/// What a station can set instead.
pub const MOST_DAYS: i16 = 15;
/// A rating and its ticket are apart after so many days.
pub const KEPT_DAYS: i64 = 30;

/// Why a rule says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody was served: there is nothing to rate yet.
    NotDone,
    /// The end of the day after is over.
    Fixed,
    /// At the kiosk one rates once; what is changed is changed on the ticket's own page.
    Rated,
    /// Staff rate for nobody.
    Staff,
    /// The call-back has ended.
    Answered,
    /// An answer that is not "settled" needs words: whoever has the ticket reads them.
    NoWords,
}

/// Where somebody rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// On the ticket's own page, or as a program that has its address.
    Ticket,
    /// At the machine, where a number is typed that others can read too.
    Kiosk,
}

/// From this day on the ratings of `day` are fixed: the end of the next day is over.
pub fn fixed_on(day: Date) -> Date {
    day.saturating_add(2.days())
}

/// Whether a ticket of `day` that stands so may be rated `today`.
pub fn may_rate((state, day): (State, Date), today: Date, rated: bool, from: Via) -> Result<(), Refusal> {
    match () {
        () if state != State::Done => Err(Refusal::NotDone),
        () if today >= fixed_on(day) => Err(Refusal::Fixed),
        () if rated && from == Via::Kiosk => Err(Refusal::Rated),
        () => Ok(()),
    }
}

/// Whether a call-back that stands so may end like this.
pub fn may_answer(so_far: Option<Outcome>, outcome: Outcome, words: &str) -> Result<(), Refusal> {
    match so_far {
        Some(ended) if ended.is_final() => Err(Refusal::Answered),
        _ if outcome != Outcome::Settled && words.is_empty() => Err(Refusal::NoWords),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn rate(state: State, today: Date, rated: bool, from: Via) -> Result<(), Refusal> {
        may_rate((state, date(2026, 6, 24)), today, rated, from)
    }

    #[test]
    fn only_what_is_done_is_rated() {
        for state in State::ALL {
            let expected = if state == State::Done { Ok(()) } else { Err(Refusal::NotDone) };
            assert_eq!(rate(state, date(2026, 6, 24), false, Via::Ticket), expected);
        }
    }

    #[test]
    fn a_rating_can_be_changed_until_the_end_of_the_next_day() {
        assert_eq!(rate(State::Done, date(2026, 6, 25), true, Via::Ticket), Ok(()));
        assert_eq!(rate(State::Done, date(2026, 6, 26), true, Via::Ticket), Err(Refusal::Fixed));
        assert_eq!(rate(State::Done, date(2026, 6, 26), false, Via::Ticket), Err(Refusal::Fixed));
    }

    #[test]
    fn at_the_kiosk_nobody_changes_what_was_said() {
        assert_eq!(rate(State::Done, date(2026, 6, 24), false, Via::Kiosk), Ok(()));
        assert_eq!(rate(State::Done, date(2026, 6, 24), true, Via::Kiosk), Err(Refusal::Rated));
    }

    #[test]
    fn the_two_lowest_levels_open_a_call_back() {
        let low: Vec<&str> = Level::ALL.into_iter().filter(|l| l.is_low()).map(Level::name).collect();
        assert_eq!(low, ["dissatisfied", "very-dissatisfied"]);
    }

    #[test]
    fn who_was_not_reached_may_be_tried_again_and_what_is_open_is_explained() {
        assert_eq!(may_answer(None, Outcome::Settled, ""), Ok(()));
        assert_eq!(may_answer(None, Outcome::NotSettled, ""), Err(Refusal::NoWords));
        assert_eq!(may_answer(Some(Outcome::NotReached), Outcome::Settled, ""), Ok(()));
        assert_eq!(may_answer(Some(Outcome::Settled), Outcome::NotSettled, "x"), Err(Refusal::Answered));
    }
}
