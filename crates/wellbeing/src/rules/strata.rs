//! The parts of a village of which the survey knows how many people they are (bands of age, mostly), and what was answered in each.
//!
//! How often each answer was given in one part is never published; what goes out is its [`Summary`], once it has ten answers.
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

/// What is known of one part after the survey: enough to calculate the village's mean again, not enough to find an answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// How many people the part has, whether they were asked or not.
    pub population: u64,
    /// How many answers there are.
    pub n: u64,
    /// Their mean, between 0 and 10; 0 of none.
    pub mean: f64,
    /// Their standard deviation, with n − 1; 0 of fewer than two.
    pub sd: f64,
}

impl Summary {
    /// Mean and deviation to one decimal. With more they would be equations for how many of ten people gave which answer, often with
    /// one solution; the village's mean moves by a twentieth at most.
    #[must_use]
    pub fn published(self) -> Summary {
        Summary { mean: tenth(self.mean), sd: tenth(self.sd), ..self }
    }
}

/// To one decimal.
pub fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}

/// One part with its answers. It cannot be serialised, so that it cannot slip into what is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// The name the station gives it, such as `60+`.
    pub name: String,
    /// How many people it has, from the station's own list or the statistical yearbook.
    pub population: u64,
    /// How often each answer from 0 to 10 was given.
    pub answers: [u64; 11],
}

impl Stratum {
    /// How many answers there are.
    pub fn n(&self) -> u64 {
        self.answers.iter().fold(0, |n, count| n.saturating_add(*count))
    }

    /// The same without the single answers.
    pub fn summary(&self) -> Summary {
        let n = self.n();
        let of_all = |worth: &dyn Fn(f64) -> f64| -> f64 {
            (0_u8..).zip(self.answers).map(|(answer, count)| count as f64 * worth(f64::from(answer))).sum()
        };
        let mean = if n == 0 { 0.0 } else { of_all(&|answer| answer) / n as f64 };
        // Around the mean, not by the difference of two large sums; of answers that are all alike it is exactly nothing.
        let squares = of_all(&|answer| (answer - mean).powi(2));
        let sd = if n < 2 { 0.0 } else { (squares / (n - 1) as f64).sqrt() };
        Summary { population: self.population, n, mean, sd }
    }

    /// Too few answers to stand alone, or more answers than the list has people (the list is old, or people moved).
    fn is_thin(&self) -> bool {
        self.n() < FEWEST as u64 || self.n() > self.population
    }

    fn joined(&self, next: &Stratum) -> Stratum {
        let mut answers = self.answers;
        for (count, more) in answers.iter_mut().zip(next.answers) {
            *count = count.saturating_add(more);
        }
        let population = self.population.saturating_add(next.population);
        Stratum { name: format!("{}+{}", self.name, next.name), population, answers }
    }
}

/// Neighbours are joined until each part has ten answers and no more answers than people, or one part is left: a mean of two or
/// three answers would move the village's mean by chance, and would tell whose they are (collapsing of post-strata: R. J. A.
/// Little, JASA 88, 1993).
///
/// It is always the part with the fewest answers that is joined, to the neighbour that has fewer: bands of age next to each
/// other are more alike than others. Which ones are joined depends on how many answered, never on what. The order stays, names
/// are joined with `+`; people of whom nobody answered count for the part they are joined to.
pub fn collapsed(strata: &[Stratum]) -> Vec<Stratum> {
    let mut parts = strata.to_vec();
    while parts.len() > 1 {
        let thin = parts.iter().enumerate().filter(|(_, part)| part.is_thin());
        let Some(at) = thin.min_by_key(|(_, part)| part.n()).map(|(at, _)| at) else { break };
        let n_at = |at: usize| parts.get(at).map(Stratum::n);
        let first = match (at.checked_sub(1), n_at(at + 1)) {
            (Some(before), Some(next)) if n_at(before).is_some_and(|n| n > next) => at,
            (Some(before), _) => before,
            (None, _) => at,
        };
        let next = parts.remove(first + 1);
        if let Some(part) = parts.get_mut(first) {
            *part = part.joined(&next);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn of(name: &str, population: u64, answers: &[(usize, u64)]) -> Stratum {
        let mut stratum = Stratum { name: name.into(), population, answers: [0; 11] };
        for (answer, count) in answers {
            stratum.answers[*answer] += count;
        }
        stratum
    }

    fn names(strata: &[Stratum]) -> Vec<String> {
        collapsed(strata).into_iter().map(|s| s.name).collect()
    }

    #[test]
    fn mean_and_deviation_are_those_of_the_single_answers() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares around it 32, divided by seven.
        let summary = of("all", 100, &[(2, 1), (4, 3), (5, 2), (7, 1), (9, 1)]).summary();
        assert_eq!((summary.population, summary.n, summary.mean), (100, 8, 5.0));
        assert!((summary.sd - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12, "{summary:?}");
        let alike = of("all", 100, &[(7, 41)]).summary();
        assert_eq!((alike.mean, alike.sd), (7.0, 0.0));
        let nobody = of("all", 100, &[]).summary();
        assert_eq!((nobody.n, nobody.mean, nobody.sd), (0, 0.0, 0.0));
        assert_eq!(of("all", 100, &[(3, 1)]).summary().sd, 0.0);
    }

    #[test]
    fn a_part_with_few_answers_is_joined_to_the_neighbour_that_has_fewer() {
        let of = |name, n| of(name, 100, &[(7, n)]);
        assert_eq!(names(&[of("a", 30), of("b", 9), of("c", 20)]), ["a", "b+c"]);
        assert_eq!(names(&[of("a", 20), of("b", 9), of("c", 30)]), ["a+b", "c"]);
        assert_eq!(names(&[of("a", 20), of("b", 9), of("c", 20)]), ["a+b", "c"], "to the one before, of two alike");
        assert_eq!(names(&[of("a", 9), of("b", 50), of("c", 10)]), ["a+b", "c"]);
        assert_eq!(names(&[of("a", 10), of("b", 10)]), ["a", "b"], "ten are enough");
        assert_eq!(
            names(&[of("a", 5), of("b", 4), of("c", 12), of("d", 2)]),
            ["a+b+c+d"],
            "5+4 is nine, 12+2 is the last"
        );
        assert_eq!(names(&[of("a", 3)]), ["a"], "one is left as it is");
        assert_eq!(collapsed(&[]), []);
    }

    #[test]
    fn people_of_whom_nobody_answered_are_not_lost() {
        let parts = collapsed(&[of("young", 300, &[(8, 40)]), of("old", 80, &[]), of("oldest", 20, &[(5, 12)])]);
        assert_eq!(
            parts.iter().map(|p| (p.name.as_str(), p.population)).collect::<Vec<_>>(),
            [("young", 300), ("old+oldest", 100)]
        );
    }

    #[test]
    fn a_part_with_more_answers_than_people_does_not_stand_alone() {
        let parts = collapsed(&[of("a", 12, &[(8, 15)]), of("b", 200, &[(5, 30)]), of("c", 100, &[(5, 30)])]);
        assert_eq!(
            parts.iter().map(|p| (p.name.as_str(), p.population, p.n())).collect::<Vec<_>>(),
            [("a+b", 212, 45), ("c", 100, 30)]
        );
    }

    fn some_stratum() -> impl Strategy<Value = Stratum> {
        (0_u64..400, proptest::array::uniform11(prop_oneof![3 => Just(0_u64), 1 => 0_u64..9]))
            .prop_map(|(population, answers)| Stratum { name: "x".into(), population, answers })
    }

    proptest! {
        #[test]
        fn collapsing_loses_nobody_and_leaves_no_part_under_ten(strata in vec(some_stratum(), 0..9)) {
            let parts = collapsed(&strata);
            let people = |all: &[Stratum]| all.iter().map(|s| s.population).sum::<u64>();
            let answers = |all: &[Stratum], at: usize| all.iter().map(|s| s.answers[at]).sum::<u64>();
            prop_assert_eq!(people(&parts), people(&strata));
            for at in 0..11 {
                prop_assert_eq!(answers(&parts, at), answers(&strata, at));
            }
            prop_assert_eq!(parts.is_empty(), strata.is_empty());
            prop_assert!(parts.len() == 1 || parts.iter().all(|p| p.n() >= 10 && p.n() <= p.population));
            // The order stays: the names are those of before, one after another.
            let all = |strata: &[Stratum]| strata.iter().map(|s| s.name.clone()).collect::<Vec<_>>().join("+");
            prop_assert_eq!(all(&parts), all(&strata));
            prop_assert_eq!(&collapsed(&parts), &parts);
        }
    }
}
