//! How many of those who were drawn have answered, and what those who have not could change at most.
use kernel::share::{FEWEST, Share};
use serde::{Deserialize, Serialize};

use super::estimate::TOP;

/// Under so many of a hundred no mean is published: those who are silent outweigh those who are not, whatever the interval says.
const ENOUGH_PERCENT: u128 = 30;

/// What became of those who were drawn. People, if the survey draws people; households, if it asks one person of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// How many were drawn.
    pub drawn: u64,
    /// How many of them turned out not to belong: moved away, dead, an empty house. Whoever did not open the door does not count here.
    pub not_eligible: u64,
    pub answered: u64,
}

impl Response {
    /// How many could have answered.
    pub fn asked(&self) -> u64 {
        self.drawn.saturating_sub(self.not_eligible)
    }

    /// How many of them did, with Wilson's interval when asked for it (the first response rate of AAPOR, Standard Definitions: whose
    /// case is unknown counts as asked).
    pub fn share(&self) -> Share {
        let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        Share::new(size(self.answered), size(self.asked()))
    }

    /// Whether a mean may be published: 30 % answered, ten people at least. Not where more answered than were asked: then a number is
    /// wrong.
    pub fn is_enough(&self) -> bool {
        let (answered, asked) = (u128::from(self.answered), u128::from(self.asked()));
        answered >= FEWEST as u128 && answered <= asked && answered * 100 >= asked * ENOUGH_PERCENT
    }
}

/// Between these lies the mean of all who were asked, whatever those who did not answer would have said: as if all of them had said 0,
/// and as if all had said 10 (C. F. Manski, Journal of Human Resources 24, 1989, for answers with a lowest and a highest). How
/// far a draw is from the village is not in it: that is what the interval says.
///
/// Nothing if nobody answered, or more than were asked, or `mean` is none of answers from 0 to 10.
pub fn bounds(r: &Response, mean: f64) -> Option<(f64, f64)> {
    if r.answered == 0 || r.answered > r.asked() || !(0.0..=TOP).contains(&mean) {
        return None;
    }
    let share = r.answered as f64 / r.asked() as f64;
    let low = share * mean;
    Some((low, low + TOP * (1.0 - share)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(drawn: u64, not_eligible: u64, answered: u64) -> Response {
        Response { drawn, not_eligible, answered }
    }

    #[test]
    fn an_empty_house_was_not_asked() {
        let response = of(120, 20, 33);
        assert_eq!(response.asked(), 100);
        assert_eq!(response.share(), Share { count: 33, n: 100 });
        assert_eq!(of(10, 12, 0).asked(), 0);
    }

    #[test]
    fn thirty_of_a_hundred_and_ten_people_are_enough() {
        assert!(of(100, 0, 30).is_enough() && !of(100, 0, 29).is_enough());
        assert!(of(101, 1, 30).is_enough() && !of(101, 0, 30).is_enough());
        assert!(of(12, 0, 10).is_enough() && !of(12, 0, 9).is_enough());
        assert!(!of(0, 0, 0).is_enough());
        assert!(!of(20, 0, 21).is_enough(), "more than were asked");
        assert!(of(u64::MAX, 0, u64::MAX).is_enough());
    }

    #[test]
    fn silence_can_move_the_mean_as_far_as_there_are_silent_people() {
        // Of 100 asked 40 answered 7.5 in the mean: 300 points of 1,000 are known, the other 60 people have up to ten each.
        let (low, high) = bounds(&of(110, 10, 40), 7.5).expect("there are bounds");
        assert!((low - 3.0).abs() < 1e-12 && (high - 9.0).abs() < 1e-12, "{low} {high}");
        assert_eq!(bounds(&of(50, 0, 50), 7.25), Some((7.25, 7.25)));
        assert_eq!(bounds(&of(50, 0, 0), 7.25), None);
        assert_eq!(bounds(&of(50, 0, 51), 7.25), None);
        assert_eq!(bounds(&of(50, 0, 20), 10.5), None);
        assert_eq!(bounds(&of(50, 0, 20), f64::NAN), None);
    }

    proptest! {
        #[test]
        fn whatever_the_silent_would_have_said_is_within_the_bounds(
            answers in proptest::collection::vec((0_u64..=10, any::<bool>()), 1..200), gone in 0_u64..20,
        ) {
            let said: Vec<u64> = answers.iter().filter(|(_, spoke)| *spoke).map(|(answer, _)| *answer).collect();
            prop_assume!(!said.is_empty());
            let asked = answers.len() as u64;
            let mean = said.iter().sum::<u64>() as f64 / said.len() as f64;
            let truth = answers.iter().map(|(answer, _)| answer).sum::<u64>() as f64 / asked as f64;
            let (low, high) = bounds(&of(asked + gone, gone, said.len() as u64), mean).expect("there are bounds");
            prop_assert!(low - 1e-9 <= truth && truth <= high + 1e-9 && 0.0 <= low && high <= 10.0 + 1e-9);
        }
    }
}
