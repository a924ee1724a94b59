//! 幸福指数: what is published of a survey. The mean can be calculated again from it, and nobody's answer can be found in it.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::bootstrap::bootstrap;
use super::estimate::{Estimate, estimate};
use super::figure::{Ends, Figure, Indicator, Unit};
use super::flags::{Flag, Hour, Mode, OfMode, flags};
use super::hide::hidden;
use super::response::{Response, bounds};
use super::strata::{Stratum, Summary, collapsed, tenth};

/// The groups of answers that are counted, with their names: the lowest and the highest answer of each.
pub const GROUPS: [(&str, usize, usize); 4] = [("0-4", 0, 4), ("5-6", 5, 6), ("7-8", 7, 8), ("9-10", 9, 10)];
/// Rounds of the bootstrap: the ends of its interval then move by about a fiftieth of its width from seed to seed.
pub const ROUNDS: u32 = 2_000;

/// The interval a second way, to one decimal. It is the one number of a sheet that the station alone can make again: its seed is kept.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resampled {
    /// How often was drawn.
    pub rounds: u32,
    pub low: f64,
    pub high: f64,
}

/// A survey that is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyBasis {
    /// Which survey.
    pub wave: String,
    /// The last day on which answers were taken.
    pub closed_on: Date,
    pub response: Response,
    /// The parts with their names, joined until each has ten answers; none if too few answered.
    pub strata: Vec<(String, Summary)>,
    /// How many answers lie in each of [`GROUPS`], as they came, without weights; `null` where it is hidden.
    pub groups: [Option<u64>; 4],
    /// How many ballots came in each way; `null` where it is hidden.
    pub modes: Vec<(Mode, Option<u64>)>,
    /// A second opinion on the interval; nothing where there is no mean.
    pub bootstrap: Option<Resampled>,
    pub flags: Vec<Flag>,
    /// SHA-256 of the seed that drew the households, published before the list was handed in.
    pub seed_hash: String,
    /// How many households the list had.
    pub frame_size: u64,
}

/// What is known of a survey beside its answers.
#[derive(Debug, Clone)]
pub struct Wave<'a> {
    pub wave: String,
    pub closed_on: Date,
    pub response: Response,
    pub frame_size: u64,
    pub seed_hash: String,
    /// Fixed, so that the same answers give the same, and nobody's to know: see [`super::bootstrap::Bootstrap`].
    pub bootstrap_seed: u64,
    pub hours: &'a [Hour],
    pub modes: &'a [OfMode],
    /// How many said that their answer had been suggested to them.
    pub suggested: u64,
}

/// What may be published. Under 30 % response or ten answers that is the response alone, and that somebody said that an answer was
/// suggested: no mean, no groups, no ways.
pub fn result(strata: &[Stratum], about: &Wave<'_>) -> SurveyBasis {
    let enough = about.response.is_enough();
    let mut basis = SurveyBasis {
        wave: about.wave.clone(),
        closed_on: about.closed_on,
        response: about.response,
        strata: vec![],
        groups: [None; 4],
        modes: Mode::ALL.into_iter().map(|mode| (mode, None)).collect(),
        bootstrap: None,
        flags: if enough { flags(about.hours, about.modes, about.suggested) } else { flags(&[], &[], about.suggested) },
        seed_hash: about.seed_hash.clone(),
        frame_size: about.frame_size,
    };
    if enough {
        let parts = collapsed(strata);
        basis.strata = parts.iter().map(|part| (part.name.clone(), part.summary().published())).collect();
        basis.groups = groups(&parts);
        basis.modes = modes(about.modes);
        let again = bootstrap(&parts, about.bootstrap_seed, ROUNDS);
        basis.bootstrap = again.map(|b| Resampled { rounds: ROUNDS, low: tenth(b.low), high: tenth(b.high) });
    }
    basis
}

fn groups(parts: &[Stratum]) -> [Option<u64>; 4] {
    let answers = |low: usize, high: usize| {
        let of = |part: &Stratum| part.answers.iter().take(high + 1).skip(low).sum::<u64>();
        parts.iter().map(of).sum::<u64>()
    };
    let shown = hidden(&GROUPS.map(|(_, low, high)| answers(low, high)));
    std::array::from_fn(|at| shown.get(at).copied().flatten())
}

/// Hidden exactly as in [`flags`], which must not tell what is not to be seen here.
fn modes(counted: &[OfMode]) -> Vec<(Mode, Option<u64>)> {
    let of = |mode: Mode| counted.iter().filter(|m| m.mode == mode).fold(0_u64, |n, m| n.saturating_add(m.n));
    Mode::ALL.into_iter().zip(hidden(&Mode::ALL.map(of))).collect()
}

impl SurveyBasis {
    /// The village's mean, calculated from what is published; nothing where too few answered.
    pub fn estimate(&self) -> Option<Estimate> {
        let strata: Vec<Summary> = self.strata.iter().map(|(_, summary)| *summary).collect();
        self.response.is_enough().then(|| estimate(&strata)).flatten()
    }

    /// Every number of the survey that a page shows. First the response, so that nobody reads the mean before it.
    pub fn figures(&self) -> Vec<Figure> {
        let of = Figure::new;
        let asked = self.response.asked();
        let mut all = vec![];
        if let Some(s) = self.response.share().published() {
            let ends = Ends::new(s.low, Some(s.value), s.high);
            all.push(of(Indicator::Response, "", Unit::Share, ends, asked));
        }
        let Some(e) = self.estimate() else { return all };
        let points = |part: &'static str, ends| of(Indicator::Satisfaction, part, Unit::Points, ends, e.n);
        all.push(points("", Ends::new(e.low, Some(e.mean), e.high)));
        if let Some((low, high)) = bounds(&self.response, e.mean) {
            all.push(points("bounds", Ends::new(low, None, high)));
        }
        if let Some(b) = &self.bootstrap {
            all.push(points("bootstrap", Ends::new(b.low, None, b.high)));
        }
        for ((name, _, _), count) in GROUPS.iter().zip(self.groups) {
            let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
            let sure = count.and_then(|n| kernel::share::Share::new(size(n), size(e.n)).published());
            if let Some(s) = sure {
                let ends = Ends::new(s.low, Some(s.value), s.high);
                all.push(of(Indicator::Satisfaction, name, Unit::Share, ends, e.n));
            }
        }
        all
    }

    /// Where it shows what no station may: for whoever verifies it.
    pub fn faults(&self) -> Vec<String> {
        let mut found = vec![];
        let mut look = |wrong: bool, what: &str| {
            if wrong {
                found.push(format!("survey {}: {what}", self.wave));
            }
        };
        let few = kernel::share::FEWEST as u64;
        let n: u64 = self.strata.iter().fold(0, |n, (_, s)| n.saturating_add(s.n));
        let modes: Vec<Option<u64>> = self.modes.iter().map(|(_, n)| *n).collect();
        look(!self.response.is_enough() && !self.strata.is_empty(), "too few answered for a mean");
        look(self.response.is_enough() && n != self.response.answered, "its parts have other answers than it counts");
        look(self.strata.iter().any(|(_, s)| s.n < few), "a part of fewer than ten answers is shown");
        look(!is_hidden_well(&self.groups, n), "a group of answers that is hidden can be worked out");
        look(!is_hidden_well(&modes, n), "a way of answering that is hidden can be worked out");
        found
    }
}

/// No shown cell is under ten, and the hidden ones cannot be had from the total: none is hidden, or two or more with ten together.
fn is_hidden_well(cells: &[Option<u64>], n: u64) -> bool {
    let few = kernel::share::FEWEST as u64;
    let shown = cells.iter().flatten().fold(0_u64, |sum, n| sum.saturating_add(*n));
    match cells.iter().filter(|cell| cell.is_none()).count() {
        _ if cells.iter().flatten().any(|n| *n < few) => false,
        0 => shown == n,
        hidden if hidden == cells.len() => true,
        1 => false,
        _ => n.saturating_sub(shown) >= few,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;

    use super::super::figure::printed;
    use super::*;

    pub(crate) fn wave(drawn: u64, answered: u64, modes: &[OfMode]) -> Wave<'_> {
        Wave {
            wave: "2026-1".into(),
            closed_on: date(2026, 6, 20),
            response: Response { drawn, not_eligible: 0, answered },
            frame_size: 300,
            seed_hash: "a8ae".into(),
            bootstrap_seed: 7,
            hours: &[],
            modes,
            suggested: 0,
        }
    }

    /// 60 young answers with the mean 7.5, 10 old ones with the mean 6; 300 and 100 people.
    pub(crate) fn two_parts() -> Vec<Stratum> {
        let part = |name: &str, population, given: [u64; 11]| Stratum { name: name.into(), population, answers: given };
        vec![
            part("18-59", 300, [0, 0, 0, 0, 0, 6, 12, 12, 12, 12, 6]),
            part("60+", 100, [0, 0, 0, 1, 1, 2, 2, 2, 1, 1, 0]),
        ]
    }

    #[test]
    fn the_mean_is_that_of_the_village_and_not_of_those_who_answered() {
        let basis = result(&two_parts(), &wave(100, 70, &[]));
        let e = basis.estimate().expect("a mean");
        assert_eq!((printed(e.raw, 2).as_str(), printed(e.mean, 2).as_str()), ("7.29", "7.13"));
        let figures = basis.figures();
        let main =
            figures.iter().find(|f| f.indicator == Indicator::Satisfaction && f.part.is_empty()).expect("a mean");
        assert_eq!((main.value, main.n), (Some(7.125), 70));
        let bounds = figures.iter().find(|f| f.part == "bounds").expect("bounds");
        assert!((bounds.low - 0.7 * 7.125).abs() < 1e-4 && (bounds.high - bounds.low - 3.0).abs() < 1e-4, "{bounds:?}");
        assert_eq!(figures.first().map(|f| f.indicator), Some(Indicator::Response));
        assert_eq!(basis.faults(), Vec::<String>::new());
        assert!(figures.iter().all(|f| f.low <= f.high && f.value.is_none_or(|v| (f.low..=f.high).contains(&v))));
    }

    #[test]
    fn under_thirty_percent_there_is_only_the_response() {
        let modes = [OfMode { mode: Mode::Phone, n: 70, tens: 60 }];
        let about = Wave { suggested: 1, ..wave(240, 70, &modes) };
        let basis = result(&two_parts(), &about);
        assert!(basis.strata.is_empty() && basis.bootstrap.is_none() && basis.groups == [None; 4]);
        assert!(basis.modes.iter().all(|(_, n)| n.is_none()));
        assert_eq!(basis.flags, [Flag::Suggested { n: None }]);
        let figures = basis.figures();
        assert_eq!(figures.iter().map(|f| f.indicator).collect::<Vec<_>>(), [Indicator::Response]);
        assert_eq!(basis.faults(), Vec::<String>::new());
    }

    #[test]
    fn nine_answers_are_no_mean_even_if_everybody_answered() {
        let mut parts = two_parts();
        parts.truncate(1);
        parts[0].answers = [0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0];
        let basis = result(&parts, &wave(9, 9, &[]));
        assert!(basis.strata.is_empty() && basis.estimate().is_none());
    }

    #[test]
    fn groups_of_fewer_than_ten_are_hidden_and_cannot_be_worked_out() {
        let basis = result(&two_parts(), &wave(100, 70, &[]));
        // 2 said 0 to 4, so the smallest of the others, 19, goes with them.
        assert_eq!(basis.groups, [None, Some(22), Some(27), None]);
        let betrayed = SurveyBasis { groups: [None, Some(22), Some(27), Some(19)], ..basis.clone() };
        assert!(!betrayed.faults().is_empty());
        let open = SurveyBasis { groups: [Some(2), Some(22), Some(27), Some(19)], ..basis };
        assert!(!open.faults().is_empty());
    }

    #[test]
    fn what_is_published_is_read_back_as_it_was() {
        let modes = [OfMode { mode: Mode::Paper, n: 30, tens: 3 }, OfMode { mode: Mode::Phone, n: 40, tens: 3 }];
        let basis = result(&two_parts(), &wave(100, 70, &modes));
        let text = serde_json::to_string(&basis).expect("json");
        assert_eq!(serde_json::from_str::<SurveyBasis>(&text).expect("the same"), basis);
        assert!(!text.contains("answers"), "{text}");
    }
}
