//! What a finished ticket tells those who count: how long, and whether for nothing. It names nobody.
use jiff::{SignedDuration, Timestamp};

use super::matter::MatterId;
use super::number::LineId;
use super::step::Step;
use super::ticket::{Outcome, Place, State, Way};

/// One interval of a ticket's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub step: Step,
    pub state: State,
    pub place: Place,
    pub from: Timestamp,
    /// Nothing for the last one.
    pub until: Option<Timestamp>,
}

/// How long somebody waited in the hall, was served, and was paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    pub waited: SignedDuration,
    pub served: SignedDuration,
    pub paused: SignedDuration,
}

/// Adds the intervals up. Undone steps are not among `log`. Waiting at home is not waiting: it is what the station is for.
pub fn spent(log: &[Interval]) -> Spent {
    let mut sum = Spent::default();
    for i in log {
        let Some(length) = i.until.map(|until| until.duration_since(i.from)) else { continue };
        match i.state {
            State::Waiting | State::Called | State::Held if i.place == Place::OnSite => sum.waited += length,
            State::Serving => sum.served += length,
            State::Paused => sum.paused += length,
            _ => {}
        }
    }
    sum
}

/// A quarter of an hour is what is told of when somebody was in the hall; in seconds.
const QUARTER: i64 = 15 * 60;

/// When the quarter of an hour around an instant began; nothing outside the years that there are.
pub fn quarter(at: Timestamp) -> Option<Timestamp> {
    Timestamp::from_second(at.as_second().div_euclid(QUARTER) * QUARTER).ok()
}

/// In which quarter of an hour somebody was seen in the hall: of a number that was drawn there, that of the drawing; of one that was
/// drawn from home, or for an appointment, that of the last call to a desk, for nobody is called who is not there. Undone steps are
/// not among `log`.
pub fn seen_at(log: &[Interval], drawn_at: Timestamp) -> Option<Timestamp> {
    let drew_here = log.first().is_some_and(|i| i.step == Step::Draw && i.place == Place::OnSite);
    let called = || log.iter().rev().find(|i| i.step == Step::Call && i.place == Place::OnSite).map(|i| i.from);
    quarter(if drew_here { drawn_at } else { called()? })
}

/// By what a ticket was closed, if it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// By somebody who said why.
    ByDesk,
    /// By the end of the day: nobody had said how it ended.
    ByNight {
        /// A desk had called it.
        called: bool,
    },
}

/// Whether somebody came for nothing: in the hall, and for none of their matters anything came of it. Whoever was called, and
/// of whose end nobody said anything, may have been served: that is not known.
pub fn is_wasted(state: State, place: Place, outcomes: &[Outcome], closing: Closing) -> Option<Waste> {
    if place == Place::Remote {
        return None;
    }
    match (state, closing) {
        (State::Closed, Closing::ByDesk) => Some(Waste::Closed),
        (State::Closed, Closing::ByNight { called: false }) => Some(Waste::NotCalled),
        (State::Done, _) if outcomes.contains(&Outcome::Done) => None,
        (State::Done, _) if outcomes.contains(&Outcome::Away) => Some(Waste::Away),
        (State::Done, _) if outcomes.contains(&Outcome::PaperMissing) => Some(Waste::PaperMissing),
        _ => None,
    }
}

/// Why a trip was for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Waste {
    Away,
    PaperMissing,
    /// The desk ended it unserved.
    Closed,
    /// They waited in the hall, and the day ended before anybody called them.
    NotCalled,
}

impl Waste {
    pub const ALL: [Waste; 4] = [Waste::Away, Waste::PaperMissing, Waste::Closed, Waste::NotCalled];

    pub fn name(self) -> &'static str {
        match self {
            Waste::Away => "away",
            Waste::PaperMissing => "paper-missing",
            Waste::Closed => "closed",
            Waste::NotCalled => "not-called",
        }
    }
}

/// A ticket that is over, as those who count keep it (`ticket-ended`). It names nobody, and no official.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ended {
    pub line: LineId,
    pub matters: Vec<EndedMatter>,
    pub state: State,
    pub way: Way,
    /// They were in the hall: a visit.
    pub came: bool,
    /// It was drawn from somewhere else. How long the way took nobody knows: when they set out is asked of nobody.
    pub from_afar: bool,
    /// The beginning of the quarter of an hour in which they were seen in the hall ([`seen_at`]); nothing if they were not, and nothing
    /// in what was written before this was noted: the fact's own instant is that of the drawing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Timestamp>,
    /// Nothing when nobody knows how long: it was written down from paper.
    pub waited_s: Option<i64>,
    pub served_s: Option<i64>,
    pub wasted: Option<Waste>,
}

/// What became of one matter of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct EndedMatter {
    pub id: MatterId,
    pub outcome: Outcome,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(state: State, place: Place, from: i64, until: Option<i64>) -> Interval {
        let at = |minute: i64| Timestamp::from_second(minute * 60).expect("an instant");
        Interval { step: Step::Draw, state, place, from: at(from), until: until.map(at) }
    }

    #[test]
    fn waiting_at_home_is_not_waiting() {
        let log = [
            interval(State::Waiting, Place::Remote, 0, Some(60)),
            interval(State::Waiting, Place::OnSite, 60, Some(65)),
            interval(State::Called, Place::OnSite, 65, Some(66)),
            interval(State::Serving, Place::OnSite, 66, Some(80)),
            interval(State::Done, Place::OnSite, 80, None),
        ];
        let spent = spent(&log);
        assert_eq!((spent.waited.as_mins(), spent.served.as_mins()), (6, 14));
    }

    #[test]
    fn whoever_drew_at_home_is_seen_when_they_are_called_and_whoever_drew_here_when_they_drew() {
        let at = |minute: i64| Timestamp::from_second(minute * 60).expect("an instant");
        let of = |step, place, from| Interval { step, ..interval(State::Waiting, place, from, None) };
        let call = |from| of(Step::Call, Place::OnSite, from);
        let home = [of(Step::Draw, Place::Remote, 3), of(Step::Arrive, Place::OnSite, 50), call(59), call(76)];
        assert_eq!(seen_at(&home, at(3)), Some(at(75)), "the call that they came for");
        assert_eq!(seen_at(&home[..2], at(3)), None, "nobody has called them yet");
        assert_eq!(seen_at(&[of(Step::Draw, Place::OnSite, 14), call(76)], at(14)), Some(at(0)));
        assert_eq!(seen_at(&[of(Step::Book, Place::OnSite, 14), call(76)], at(14)), Some(at(75)));
        assert_eq!(seen_at(&[], at(14)), None);
    }

    #[test]
    fn a_trip_is_wasted_if_nothing_came_of_it() {
        let here = |state, outcomes: &[Outcome]| is_wasted(state, Place::OnSite, outcomes, Closing::ByDesk);
        assert_eq!(here(State::Done, &[Outcome::Done, Outcome::PaperMissing]), None);
        assert_eq!(here(State::Done, &[Outcome::PaperMissing]), Some(Waste::PaperMissing));
        assert_eq!(here(State::Closed, &[Outcome::Open]), Some(Waste::Closed));
        assert_eq!(here(State::Cancelled, &[Outcome::Open]), None);
        assert_eq!(is_wasted(State::Closed, Place::Remote, &[], Closing::ByDesk), None);
    }

    #[test]
    fn whom_nobody_called_came_for_nothing_and_of_whom_nobody_said_the_end_is_not_known() {
        let night = |called| is_wasted(State::Closed, Place::OnSite, &[Outcome::Open], Closing::ByNight { called });
        assert_eq!(night(false), Some(Waste::NotCalled));
        assert_eq!(night(true), None);
    }
}
