//! What staff send about surveys, read in one place for the pages' forms and for programs.
use jiff::civil::Date;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::MOST_PRINTED;
use crate::rules::ballot::{Code, NotACode};
use crate::rules::flags::Mode;
use crate::rules::households::Household;
use crate::rules::waves::{Band, Given, New, NoSurvey};

/// A part of the grown-ups, by age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSurveyBand {
    /// As the ballot says it.
    #[schema(min_length = 1, max_length = 20, example = "18–34 岁")]
    pub band: String,
    /// How many people it has, as `source` says.
    #[schema(minimum = 1, example = 1_200)]
    pub population: u32,
}

/// A survey to begin. Its seed is drawn and the seed's hash published before anybody hands in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSurvey {
    /// The first day on which answers are taken: today or later.
    #[schema(value_type = String, format = Date, example = "2026-07-01")]
    pub opens_on: Date,
    /// The last one: from the day after the first to 92 days after it.
    #[schema(value_type = String, format = Date, example = "2026-07-31")]
    pub closes_on: Date,
    /// How many households are to be drawn.
    #[schema(minimum = 10, maximum = 100_000, example = 120)]
    pub wanted: u32,
    /// The youngest first.
    #[schema(min_items = 1, max_items = 12)]
    pub bands: Vec<NewSurveyBand>,
    /// Which statistic the numbers of people are from.
    #[schema(min_length = 1, max_length = 200, example = "2025 年统计年报")]
    pub source: String,
}

impl NewSurvey {
    pub fn read(self) -> New {
        let band = |one: NewSurveyBand| Band { band: one.band, population: one.population };
        New {
            opens_on: self.opens_on,
            closes_on: self.closes_on,
            wanted: self.wanted,
            bands: self.bands.into_iter().map(band).collect(),
            source: self.source,
        }
    }
}

/// A household of the list: where it is, and nothing about who lives there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SurveyHousehold)]
pub struct HouseholdShape {
    #[schema(min_length = 1, max_length = 80, example = "骆驼堡村")]
    pub village: String,
    #[schema(min_length = 1, max_length = 80, example = "一社 3 号")]
    pub address: String,
}

/// All households of the township, in place of an earlier list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSurveyList {
    /// 30 to 100 000, none twice. Their order is the order of the draw.
    pub households: Vec<HouseholdShape>,
}

impl NewSurveyList {
    pub fn read(self) -> Vec<Household> {
        let one = |h: HouseholdShape| Household { village: h.village, address: h.address };
        self.households.into_iter().map(one).collect()
    }
}

/// How many: ballots to print, or drawn households where nobody lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SurveyNumber)]
pub struct Number {
    #[schema(example = 40)]
    pub n: u32,
}

impl Number {
    /// So many ballots.
    ///
    /// # Errors
    /// None, or more than are printed at once.
    pub fn of_ballots(self) -> Result<u32, Problems> {
        let mut p = Problems::default();
        if !(1..=MOST_PRINTED).contains(&self.n) {
            p.add_with("n", "survey-wrong-ballots", vec![("most", MOST_PRINTED.to_string())]);
        }
        p.or_else_all(Some(self.n))
    }
}

/// How an answer came that somebody of staff types in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TypedSurveyMode)]
pub enum TypedMode {
    /// Somebody has filled in a ballot of paper.
    Paper,
    /// Somebody was asked at the door or by telephone.
    Interviewer,
}

/// An answer that somebody of staff types in.
/// The same call again within ten minutes is remembered in memory, and told the same.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TypedSurveyAnswer {
    /// The ten characters of the ballot; blanks, dashes and small letters are as good.
    #[schema(example = "7K2MX 9QF4T")]
    pub code: String,
    /// 0 not at all satisfied, 10 completely.
    #[schema(minimum = 0, maximum = 10)]
    pub score: u8,
    /// The place of the band of age among the survey's, from 0.
    #[schema(minimum = 0, maximum = 11)]
    pub band: u8,
    pub mode: TypedMode,
}

impl TypedSurveyAnswer {
    /// # Errors
    /// What is wrong with the code.
    pub fn read(&self) -> Result<(Code, Given), Problems> {
        let mut p = Problems::default();
        let code = code(&mut p, &self.code);
        let mode = match self.mode {
            TypedMode::Paper => Mode::Paper,
            TypedMode::Interviewer => Mode::Interviewer,
        };
        p.or_else_all(code.map(|code| (code, Given { score: self.score, band: self.band, mode })))
    }
}

/// A code as it was typed; what is wrong with it is told before anything is spent.
pub fn code(p: &mut Problems, typed: &str) -> Option<Code> {
    let key = match Code::typed(typed) {
        Ok(code) => return Some(code),
        Err(NotACode::Length) => "survey-wrong-length",
        Err(NotACode::Letter) => "survey-wrong-letter",
        Err(NotACode::Misread) => "survey-wrong-misread",
    };
    p.add("code", key);
    None
}

/// A refusal of a new survey beside the field that it is about; the others are about the whole.
pub fn beside(no: &NoSurvey) -> Option<Problems> {
    let mut p = Problems::default();
    match no {
        NoSurvey::Opens => p.add("opens_on", "wellbeing-no-opens"),
        NoSurvey::Closes => p.add("closes_on", "wellbeing-no-closes"),
        NoSurvey::Wanted => p.add("wanted", "wellbeing-no-wanted"),
        NoSurvey::Bands => p.add("bands", "wellbeing-no-bands"),
        NoSurvey::Band { nr } => p.add_with("bands", "wellbeing-no-band", vec![("nr", nr.to_string())]),
        NoSurvey::Source => p.add("source", "wellbeing-no-source"),
        _ => return None,
    }
    Some(p)
}
