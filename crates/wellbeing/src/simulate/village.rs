//! A made-up village: parts with people, an answer each, and who of them answers.
use crate::rules::numbers::Numbers;
use crate::rules::strata::Stratum;

/// How often each answer from 0 to 10 is given, in parts of all.
type Shape = [u32; 11];

/// Around the middle of the upper half, as most surveys find it.
const PLAIN: Shape = [1, 1, 2, 4, 6, 14, 16, 22, 20, 9, 5];
/// Nearly everybody content, a few not at all.
const SKEWED: Shape = [1, 1, 1, 1, 2, 4, 5, 10, 18, 22, 35];
/// Two villages in one: those who do well, and those who do not.
const TWO_HUMPS: Shape = [2, 4, 12, 14, 8, 3, 3, 8, 18, 18, 10];
/// A part that is less content than the others.
const LOWER: Shape = [2, 3, 5, 8, 12, 20, 18, 14, 10, 5, 3];

/// A kind of village.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub name: String,
    /// How many people each part has, and how they answer.
    parts: Vec<(u64, Shape)>,
    /// How many of a hundred of each part are asked and answer: the young rather than the old, or the other way round.
    pub response: Vec<u64>,
}

/// The kinds that are simulated: three shapes, two and three parts, from few answers to many.
pub(super) fn plans() -> Vec<Plan> {
    let shapes = [("plain", PLAIN), ("skewed to ten", SKEWED), ("two humps", TWO_HUMPS)];
    let mut plans = vec![];
    for (name, shape) in shapes {
        let kinds = [
            ("300 and 100 people, 20 and 10 % answer", vec![(300, shape), (100, LOWER)], vec![20, 10]),
            ("300 and 100 people, 30 and 60 % answer", vec![(300, shape), (100, shape)], vec![30, 60]),
            (
                "260, 180 and 60 people, 30, 50 and 80 % answer",
                vec![(260, shape), (180, shape), (60, LOWER)],
                vec![30, 50, 80],
            ),
        ];
        plans.extend(kinds.map(|(size, parts, response)| Plan { name: format!("{name}, {size}"), parts, response }));
    }
    plans
}

impl Plan {
    /// Each person's answer is drawn from the shape.
    pub fn village(&self, numbers: &mut Numbers) -> Village {
        let part = |(people, shape): &(u64, Shape), numbers: &mut Numbers| -> [u64; 11] {
            let mut answers = [0; 11];
            let all = u64::from(shape.iter().sum::<u32>());
            for _ in 0..*people {
                let mut lot = numbers.below(all);
                for (count, parts) in answers.iter_mut().zip(shape) {
                    if lot < u64::from(*parts) {
                        *count += 1;
                        break;
                    }
                    lot -= u64::from(*parts);
                }
            }
            answers
        };
        Village(self.parts.iter().map(|one| part(one, numbers)).collect())
    }
}

/// What everybody of each part would answer.
#[derive(Debug, Clone)]
pub(super) struct Village(Vec<[u64; 11]>);

impl Village {
    /// The mean of everybody.
    pub fn truth(&self) -> f64 {
        let (mut people, mut points) = (0_u64, 0_u64);
        for (answer, count) in self.0.iter().flat_map(|part| (0_u64..).zip(part)) {
            people += count;
            points += answer * count;
        }
        points as f64 / people.max(1) as f64
    }

    /// Of each part so many of a hundred answer, whoever it is, drawn without putting back.
    pub fn asked(&self, response: &[u64], numbers: &mut Numbers) -> Vec<Stratum> {
        let drawn = |(at, (part, percent)): (usize, (&[u64; 11], &u64))| {
            let population = part.iter().sum::<u64>();
            let answers = without_putting_back(part, population * percent / 100, numbers);
            Stratum { name: format!("{at}"), population, answers }
        };
        self.0.iter().zip(response).enumerate().map(drawn).collect()
    }
}

fn without_putting_back(part: &[u64; 11], n: u64, numbers: &mut Numbers) -> [u64; 11] {
    let (mut left, mut answers) = (*part, [0; 11]);
    let mut people = part.iter().sum::<u64>();
    for _ in 0..n.min(people) {
        let mut lot = numbers.below(people);
        for (count, rest) in answers.iter_mut().zip(&mut left) {
            if lot < *rest {
                *rest -= 1;
                *count += 1;
                break;
            }
            lot -= *rest;
        }
        people -= 1;
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_answers_once_and_all_together_are_the_village() {
        let mut numbers = Numbers::new(1);
        for plan in plans() {
            let village = plan.village(&mut numbers);
            assert_eq!(plan.parts.len(), plan.response.len());
            let everybody = village.asked(&vec![100; plan.parts.len()], &mut numbers);
            assert!(everybody.iter().map(|s| s.answers).eq(village.0.iter().copied()), "{}", plan.name);
            let some = village.asked(&plan.response, &mut numbers);
            for (part, all) in some.iter().zip(&village.0) {
                assert!(part.answers.iter().zip(all).all(|(some, all)| some <= all), "{}", plan.name);
            }
            for ((part, percent), (people, _)) in some.iter().zip(&plan.response).zip(&plan.parts) {
                assert_eq!((part.population, part.n()), (*people, people * percent / 100));
            }
        }
    }

    #[test]
    fn the_truth_is_everybodys_mean() {
        let mut village = [[0; 11]; 2];
        village[0][10] = 30;
        village[1][5] = 10;
        assert_eq!(Village(village.to_vec()).truth(), 8.75);
    }
}
