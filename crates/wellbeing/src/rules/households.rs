//! Which households are asked: drawn from a list by a seed that was fixed before anybody knew the list, so that nobody was chosen.
//!
//! The published sheet has numbers of lines only; whose line it is, the station alone knows, and forgets it when the survey is over.
//! Everybody can draw it again (docs/wellbeing.md); whoever is shown the list can see that it is the one that was drawn from.
use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::lottery::{NotASheet, Published, Seed, Verified, position};
use serde::{Deserialize, Serialize};

/// A township has fewer.
pub const MOST_HOUSEHOLDS: u32 = 100_000;
/// Fewer households are no list that anybody is drawn from.
pub const FEWEST_HOUSEHOLDS: u32 = 30;

/// A household of the list. Neither name nor number: where it is found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Household {
    pub village: String,
    pub address: String,
}

/// What binds the list to the seed: HMAC-SHA-256 of its lines (JSON, in their order) under the seed's text. Without the seed nobody
/// can try addresses against it; with it, and the list, anybody can compare.
pub fn digest(seed: &Seed, list: &[Household]) -> String {
    let line = |one: &Household| serde_json::to_string(one).unwrap_or_default() + "\n";
    position(seed, &list.iter().map(line).collect::<String>())
}

/// The lines that are asked, counted from 1, sorted: those whose positions are the smallest.
pub fn draw(seed: &Seed, households: u32, wanted: u32) -> Vec<u32> {
    let mut lots: Vec<(String, u32)> = (1..=households).map(|n| (position(seed, &n.to_string()), n)).collect();
    lots.sort();
    let drawn: BTreeSet<u32> = lots.into_iter().map(|(_, n)| n).take(wanted as usize).collect();
    drawn.into_iter().collect()
}

/// The published draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdSheet {
    /// `yizhan-households-1`.
    pub format: String,
    /// The station's slug.
    pub station: String,
    /// The first day on which answers are taken.
    pub opens_on: Date,
    /// SHA-256 of the seed, published before the list was handed in.
    pub commitment: String,
    /// How many households the list has; nothing before the draw, as with all that follows.
    pub households: Option<u32>,
    /// [`digest`] of the list.
    pub list: Option<String>,
    pub wanted: Option<u32>,
    pub seed: Option<String>,
    /// Numbers of lines, from 1.
    pub drawn: Vec<u32>,
    pub drawn_at: Option<Timestamp>,
    /// SHA-256 of the sheet with this member empty.
    pub sum: String,
}

impl Published for HouseholdSheet {
    const FORMAT: &'static str = "yizhan-households-1";

    fn format(&self) -> &str {
        &self.format
    }

    fn sum(&mut self) -> &mut String {
        &mut self.sum
    }

    fn is_within_bounds(&self) -> bool {
        let households = self.households.unwrap_or(FEWEST_HOUSEHOLDS);
        (FEWEST_HOUSEHOLDS..=MOST_HOUSEHOLDS).contains(&households) && self.wanted.is_none_or(|n| n <= households)
    }
}

/// Draws a published draw again.
///
/// # Errors
/// [`NotASheet`] if the text is none.
pub fn verify(text: &str) -> Result<Verified<HouseholdSheet>, NotASheet> {
    let mut found = Verified::<HouseholdSheet>::read(text)?;
    let sheet = found.sheet.clone();
    match (&sheet.seed, sheet.households, sheet.wanted) {
        (Some(seed), Some(households), Some(wanted)) => {
            if let Some(seed) = found.look_at_seed(seed, &sheet.commitment) {
                let ours = draw(&seed, households, wanted);
                let differs = kernel::lottery::first_difference(&ours, &sheet.drawn, |n| format!("household {n}"));
                found.look("the seed draws these households", differs);
            }
        }
        (None, None, None) if sheet.drawn.is_empty() => found.not_yet.push("the households are not drawn yet".into()),
        _ => found.differs.push("it is neither before the draw nor after it".into()),
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::chance::Chance;
    use statrs::distribution::{ChiSquared, ContinuousCDF as _};

    use super::*;

    fn sheet(seed: &Seed) -> HouseholdSheet {
        HouseholdSheet {
            format: HouseholdSheet::FORMAT.into(),
            station: "sanhe".into(),
            opens_on: date(2026, 6, 1),
            commitment: seed.commitment(),
            households: Some(400),
            list: Some(digest(seed, &[])),
            wanted: Some(60),
            seed: Some(seed.text().into()),
            drawn: draw(seed, 400, 60),
            drawn_at: Some(Timestamp::UNIX_EPOCH),
            sum: String::new(),
        }
        .signed()
    }

    #[test]
    fn anybody_draws_it_again_and_sees_a_household_that_was_put_in() {
        let seed = Seed::draw(&Chance::seeded(3));
        let honest = sheet(&seed);
        let found = verify(&honest.text()).expect("a sheet");
        assert!(found.differs.is_empty() && found.not_yet.is_empty(), "{:?}", found.differs);

        let mut bent = honest.clone();
        let outside = (1..=400).find(|n| !honest.drawn.contains(n)).expect("not all are drawn");
        bent.drawn[0] = outside;
        assert!(!verify(&bent.signed().text()).expect("a sheet").differs.is_empty());
        let mut other = honest.clone();
        other.commitment = Seed::draw(&Chance::seeded(4)).commitment();
        assert!(!verify(&other.signed().text()).expect("a sheet").differs.is_empty());
        let mut more = honest;
        more.wanted = Some(401);
        assert!(verify(&more.signed().text()).is_err());
    }

    #[test]
    fn before_the_draw_only_the_commitment_is_known() {
        let seed = Seed::draw(&Chance::seeded(3));
        let before = HouseholdSheet {
            households: None,
            list: None,
            wanted: None,
            seed: None,
            drawn: vec![],
            drawn_at: None,
            ..sheet(&seed)
        };
        let found = verify(&before.clone().signed().text()).expect("a sheet");
        assert!(found.differs.is_empty() && found.not_yet.len() == 1);
        let half = HouseholdSheet { households: Some(400), ..before }.signed();
        assert!(!verify(&half.text()).expect("a sheet").differs.is_empty());
    }

    #[test]
    fn each_household_is_as_likely_as_another() {
        let (households, wanted, rounds) = (40, 10, 4_000_u32);
        let mut times = vec![0_u32; households as usize];
        for round in 0..rounds {
            let seed = Seed::draw(&Chance::seeded(u64::from(round)));
            draw(&seed, households, wanted).iter().for_each(|n| times[*n as usize - 1] += 1);
        }
        let expected = f64::from(rounds * wanted) / f64::from(households);
        // Drawn without replacement: the sum is that of Pearson times (N - n) / (N - 1), with N - 1 degrees.
        let spread = f64::from(households - wanted) / f64::from(households - 1);
        let sum: f64 = times.iter().map(|t| (f64::from(*t) - expected).powi(2) / (expected * spread)).sum();
        let p = 1.0 - ChiSquared::new(f64::from(households - 1)).expect("degrees").cdf(sum);
        assert!(p > 0.001 && p < 0.999, "{p}");
    }

    #[test]
    fn another_list_or_another_order_is_seen() {
        let seed = Seed::draw(&Chance::seeded(3));
        let home = |address: &str| Household { village: "东村".into(), address: address.into() };
        let (a, b) = (home("一社 3 号"), home("一社 5 号"));
        let of = |list: &[Household]| digest(&seed, list);
        assert_ne!(of(&[a.clone(), b.clone()]), of(&[b.clone(), a.clone()]));
        assert_ne!(of(&[a.clone(), b]), of(&[a]));
    }
}
