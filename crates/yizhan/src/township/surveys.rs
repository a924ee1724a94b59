//! `surveys.toml`: surveys of households, how they were drawn, and what was answered.
mod lived;

use serde::Deserialize;
use toml::Spanned;

use super::wrong::{Why, each, toml};
use super::{Files, Wrong};

pub use lived::live;

/// One survey. Days are before the day on which the file is loaded.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    made: i64,
    opens: i64,
    closes: i64,
    wanted: u32,
    printed: u32,
    empty: u32,
    suggested: u32,
    source: String,
    /// Of 100 answers: by phone, at the machine in the hall, on paper, to an interviewer.
    ways: [u32; 4],
    villages: Vec<Village>,
    band: Vec<Band>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Village {
    name: String,
    households: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Band {
    band: String,
    people: u32,
    /// How many answered 0, 1, … 10.
    said: [u32; 11],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    survey: Vec<Spanned<Asked>>,
}

const FILE: &str = "surveys.toml";

/// The oldest first.
pub fn read(files: &Files) -> Result<Vec<Asked>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let mut wrong = vec![];
    let all = each((FILE, text), "survey", read.survey, Asked::checked, &mut wrong);
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

impl Asked {
    fn checked(self) -> Result<Asked, Why> {
        let households: u32 = self.villages.iter().map(|one| one.households).sum();
        let said = self.band.iter().flat_map(|one| one.said).sum::<u32>();
        let odd = [
            ("opens", self.opens >= self.made, "it opens after the day on which it is made".to_owned()),
            ("closes", self.closes >= self.opens, "it closes after it opens".to_owned()),
            ("wanted", self.wanted > households, format!("the villages have {households} households")),
            ("printed", self.printed > self.wanted - self.empty.min(self.wanted), "more than are asked".to_owned()),
            ("said", said > self.printed, format!("{said} answers to {} ballots", self.printed)),
            ("ways", self.ways.iter().sum::<u32>() != 100, "they are of 100".to_owned()),
        ];
        odd.into_iter().find(|(_, odd, _)| *odd).map_or(Ok(self), |(field, _, why)| Err((field, why)))
    }
}
