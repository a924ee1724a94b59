//! The fields of the forms, as they were typed.
use std::collections::BTreeMap;

use kernel::form::Problems;
use serde::{Deserialize, Serialize};

use super::asked::{self, Number};
use crate::rules::ballot::Code;
use crate::rules::flags::Mode;
use crate::rules::waves::{Band, Given, MOST_BANDS, New, TOP_SCORE};

/// So many lines for bands are shown, if no more are filled in.
const BANDS_SHOWN: usize = 6;

/// A new survey. Bands are fields `band_1`, `people_1`, `band_2`, …
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    pub once: String,
    pub opens_on: String,
    pub closes_on: String,
    pub wanted: String,
    pub source: String,
    #[serde(flatten)]
    bands: BTreeMap<String, String>,
}

impl NewForm {
    /// What a new one begins with: `bands` as the reader's language names them.
    pub fn fresh(once: String, bands: &[String]) -> NewForm {
        let named = bands.iter().enumerate().map(|(at, band)| (format!("band_{}", at + 1), band.clone()));
        NewForm { once, bands: named.collect(), ..NewForm::default() }
    }

    /// The lines of bands, as they were typed: those that are filled in move up, so that their numbers are those of the refusals.
    pub fn bands(&self) -> Vec<(&str, &str)> {
        let of = |name: String| self.bands.get(&name).map_or("", |typed| typed.trim());
        let line = |nr: usize| (of(format!("band_{nr}")), of(format!("people_{nr}")));
        let mut lines: Vec<_> =
            (1..=MOST_BANDS).map(line).filter(|(band, n)| !(band.is_empty() && n.is_empty())).collect();
        lines.resize(lines.len().saturating_add(1).clamp(BANDS_SHOWN, MOST_BANDS), ("", ""));
        lines
    }

    /// # Errors
    /// Field by field, what is no day or number; what is out of bounds the act says.
    pub fn read(&self) -> Result<New, Problems> {
        let mut p = Problems::default();
        let opens_on = p.take("opens_on", self.opens_on.trim().parse(), "survey-wrong-day");
        let closes_on = p.take("closes_on", self.closes_on.trim().parse(), "survey-wrong-day");
        let wanted = p.take("wanted", number(&self.wanted), "survey-wrong-number");
        // Nobody in a band is what a number that cannot be read means: the act names its line.
        let band = |(band, n): (&str, &str)| Band { band: band.to_owned(), population: number(n).unwrap_or(0) };
        let bands = self.bands().into_iter().filter(|(band, n)| !(band.is_empty() && n.is_empty())).map(band).collect();
        let days = opens_on.zip(closes_on).zip(wanted);
        let source = self.source.clone();
        p.or_else_all(days.map(|((opens_on, closes_on), wanted)| New { opens_on, closes_on, wanted, bands, source }))
    }
}

/// As people type it: 4,000 and 4 000.
fn number(typed: &str) -> Result<u32, std::num::ParseIntError> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).collect();
    digits.parse()
}

/// The list of households, pasted; a file comes beside it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListForm {
    pub once: String,
    pub list: String,
}

/// How many ballots to print.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BallotsForm {
    pub once: String,
    pub n: String,
}

impl BallotsForm {
    /// # Errors
    /// What is no number, or more than are printed at once.
    pub fn read(&self) -> Result<u32, Problems> {
        let mut p = Problems::default();
        let n = p.take("n", number(&self.n), "survey-wrong-number");
        p.or_else_all(n.map(|n| Number { n }))?.of_ballots()
    }
}

/// In how many of the drawn households nobody lives.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EmptyForm {
    pub once: String,
    pub empty: String,
}

impl EmptyForm {
    /// # Errors
    /// What is no number.
    pub fn read(&self) -> Result<u32, Problems> {
        let mut p = Problems::default();
        let n = p.take("empty", number(&self.empty), "survey-wrong-number");
        p.or_else_all(n)
    }
}

/// A press that has no fields.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PressForm {
    pub once: String,
}

/// An answer that is typed in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub once: String,
    pub code: String,
    pub score: String,
    pub band: String,
}

impl AnswerForm {
    /// What was typed, if it is the answer of a ballot with `bands` bands.
    ///
    /// # Errors
    /// Field by field, what is missing or cannot be.
    pub fn read(&self, bands: usize, mode: Mode) -> Result<(Code, Given), Problems> {
        let mut p = Problems::default();
        let code = asked::code(&mut p, &self.code);
        let score = self.score.trim().parse().ok().filter(|score| *score <= TOP_SCORE);
        let score = p.take("score", score.ok_or(()), "survey-wrong-score");
        let band = self.band.trim().parse().ok().filter(|band: &u8| usize::from(*band) < bands);
        let band = p.take("band", band.ok_or(()), "survey-wrong-band");
        let given = code.zip(score).zip(band);
        p.or_else_all(given.map(|((code, score), band)| (code, Given { score, band, mode })))
    }
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Chosen {
    /// What was just done.
    pub kept: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(bands: &[(&str, &str)]) -> NewForm {
        let bands = bands.iter().map(|(name, typed)| ((*name).to_owned(), (*typed).to_owned())).collect();
        NewForm {
            opens_on: "2026-07-01".into(),
            closes_on: "2026-07-31".into(),
            wanted: "1,20".into(),
            bands,
            ..NewForm::default()
        }
    }

    #[test]
    fn lines_of_bands_that_are_empty_do_not_count() {
        let typed =
            form(&[("band_1", "18–59 岁"), ("people_1", "1,200"), ("band_4", "60 岁以上"), ("people_4", "几百")]);
        assert_eq!(typed.bands().len(), 6);
        assert_eq!(typed.bands()[1], ("60 岁以上", "几百"));
        let new = typed.read().expect("read");
        let bands: Vec<_> = new.bands.iter().map(|b| (b.band.as_str(), b.population)).collect();
        assert_eq!((new.wanted, bands), (120, vec![("18–59 岁", 1_200), ("60 岁以上", 0)]));
        let full: Vec<(String, String)> = (1..=12).map(|n| (format!("band_{n}"), n.to_string())).collect();
        let full: Vec<(&str, &str)> = full.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(form(&full).bands().len(), 12);
    }

    #[test]
    fn what_is_no_day_or_number_is_said_beside_it() {
        let wrong = NewForm { opens_on: "明天".into(), wanted: "很多".into(), ..form(&[]) };
        let house = kernel::testing::on_sqlite(&[], &crate::texts());
        let v = kernel::view::View::plain(&house, kernel::words::Lang::Zh);
        let fields: Vec<_> = wrong.read().expect_err("wrong").fields(&v).map(|(field, _)| field).collect();
        assert_eq!(fields, ["opens_on", "wanted"]);
    }

    #[test]
    fn an_answer_has_a_code_a_score_and_a_band() {
        let code = Code::draw(&kernel::chance::Chance::seeded(3));
        let typed = |score: &str, band: &str| AnswerForm {
            code: code.text(),
            score: score.into(),
            band: band.into(),
            ..AnswerForm::default()
        };
        let given = typed("10", "1").read(2, Mode::Paper).map(|(_, given)| (given.score, given.band));
        assert_eq!(given, Ok((10, 1)));
        for (score, band) in [("11", "1"), ("", "1"), ("7", "2"), ("7", ""), ("-1", "0")] {
            assert!(typed(score, band).read(2, Mode::Paper).is_err(), "{score} {band}");
        }
        let short = AnswerForm { code: "ABC".into(), ..typed("7", "0") };
        assert!(short.read(2, Mode::Paper).is_err());
    }
}
