//! The fields of the ballot and of the tip, as they were typed. The ballot's token is remembered in memory only: a row that kept one would
//! say when somebody answered.
use kernel::form::Problems;
use serde::Deserialize;

use super::way::Way;
use crate::rules::ballot::{Code, NotACode};
use crate::rules::tips::ByWhom;
use crate::rules::waves::{Given, TOP_SCORE};

/// So many characters of what was typed or scanned as a code are looked at.
const LONGEST: usize = 300;

/// An answer. `Debug` is left out: a code is not written into logs by accident.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct BallotForm {
    pub once: String,
    pub code: String,
    pub score: String,
    pub band: String,
}

impl BallotForm {
    /// A ballot whose picture was scanned brings its code along.
    pub fn with(code: &str) -> BallotForm {
        BallotForm { code: cut(code), ..BallotForm::default() }
    }

    /// The same, as it is shown again: of an address that a scanner read, the code alone.
    pub fn tidy(self) -> BallotForm {
        BallotForm { code: cut(code_in(&self.code)), ..self }
    }

    /// Whoever types the code and presses Enter, or scans it, has not seen the question yet.
    pub fn is_code_only(&self) -> bool {
        self.score.trim().is_empty() && self.band.trim().is_empty()
    }

    /// # Errors
    /// What is wrong with the code, so that nothing is spent for it.
    pub fn code(&self) -> Result<Code, Problems> {
        let mut p = Problems::default();
        let code = code(&mut p, &self.code);
        p.or_else_all(code)
    }

    /// What was typed, if it is the answer of a ballot with `bands` bands.
    ///
    /// # Errors
    /// Field by field, what is missing or cannot be.
    pub fn read(&self, bands: usize, way: Way) -> Result<(Code, Given), Problems> {
        let mut p = Problems::default();
        let score = self.score.trim().parse().ok().filter(|score: &u8| *score <= TOP_SCORE);
        let score = p.take("score", score.ok_or(()), "survey-wrong-score");
        let band = self.band.trim().parse().ok().filter(|band: &u8| usize::from(*band) < bands);
        let band = p.take("band", band.ok_or(()), "survey-wrong-band");
        let code = code(&mut p, &self.code);
        let given = code.zip(score).zip(band);
        p.or_else_all(given.map(|((code, score), band)| (code, Given { score, band, mode: way.mode() })))
    }
}

fn cut(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}

/// The picture on a ballot is an address with the code at its end; a scanner at the machine types all of it.
fn code_in(typed: &str) -> &str {
    let Some((_, rest)) = typed.split_once("ballot=") else { return typed };
    rest.split(['&', '#']).next().unwrap_or(rest)
}

/// A code as it was typed; what is wrong with it is told before anything is spent.
pub fn code(p: &mut Problems, typed: &str) -> Option<Code> {
    let key = match Code::typed(code_in(typed)) {
        Ok(code) => return Some(code),
        Err(NotACode::Length) => "survey-wrong-length",
        Err(NotACode::Letter) => "survey-wrong-letter",
        Err(NotACode::Misread) => "survey-wrong-misread",
    };
    p.add("code", key);
    None
}

/// Somebody says that they were told what to answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TipForm {
    pub once: String,
    pub by: String,
}

impl TipForm {
    /// # Errors
    /// Nobody was chosen.
    pub fn read(&self) -> Result<ByWhom, Problems> {
        let mut p = Problems::default();
        let by = p.take("by", ByWhom::of_word(self.by.trim()).ok_or(()), "ballot-wrong-by");
        p.or_else_all(by)
    }
}

/// What stands in the ballot's address.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Scanned {
    pub ballot: String,
}

/// What was just done.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    pub told: String,
}

/// Of which survey the draw is asked for; of the running or the last one if nothing is said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub survey: Option<String>,
}

#[cfg(test)]
mod tests {
    use kernel::chance::Chance;

    use super::*;

    fn form(code: &str, score: &str, band: &str) -> BallotForm {
        BallotForm { code: code.into(), score: score.into(), band: band.into(), ..BallotForm::default() }
    }

    #[test]
    fn a_code_is_read_from_paper_and_from_the_address_in_the_picture() {
        let code = Code::draw(&Chance::seeded(5));
        let address = format!("https://example.org/s/sanhe/survey?ballot={}", code.text());
        for typed in [code.text(), code.to_string().to_lowercase(), address.clone(), format!("{address}&x=1#h")] {
            let read = form(&typed, "0", "1").read(2, Way::Machine);
            assert!(
                read.is_ok_and(
                    |(c, given)| c == code && given == Given { score: 0, band: 1, mode: Way::Machine.mode() }
                )
            );
        }
        assert_eq!(form(&address, "", "").tidy().code, code.text());
        assert_eq!(BallotForm::with(&"字".repeat(5_000)).code.chars().count(), LONGEST);
    }

    #[test]
    fn what_is_on_no_ballot_is_not_read() {
        let code = Code::draw(&Chance::seeded(5)).text();
        for (typed, score, band) in
            [("123", "7", "0"), (code.as_str(), "11", "0"), (&code, "", "0"), (&code, "7", "2"), (&code, "-1", "0")]
        {
            assert!(form(typed, score, band).read(2, Way::Phone).is_err(), "{typed} {score} {band}");
        }
        assert!(form(&code, " ", "").is_code_only() && !form(&code, "", "1").is_code_only());
        assert!(TipForm { by: "neighbour".into(), ..TipForm::default() }.read().is_err());
    }
}
