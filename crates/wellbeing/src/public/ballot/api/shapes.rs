//! What calls of the survey are sent, and what they answer.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::share::ShareShape;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::answers::Public;
use crate::public::ballot::forms;
use crate::public::ballot::reads::{Asked, Over};
use crate::public::ballot::way::Way;
use crate::rules::ballot::Code;
use crate::rules::tips::ByWhom;
use crate::rules::waves::Given;

/// The survey that is not over, as everybody may know it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicSurvey)]
pub struct SurveyShape {
    #[schema(format = Uuid)]
    pub id: String,
    /// `made` | `listed` | `drawn` | `open`
    pub state: &'static str,
    #[schema(value_type = String, format = Date)]
    pub opens_on: Date,
    /// The last day on which answers are taken.
    #[schema(value_type = String, format = Date)]
    pub closes_on: Date,
    /// Bands of age as the ballot names them, the youngest first: an answer says the place of one, from 0.
    pub bands: Vec<String>,
    /// How many households are asked; 0 before the draw.
    pub drawn: u32,
    /// How many answers there are; null under ten.
    pub answered: Option<u64>,
    /// SHA-256 of the seed, published before the list was handed in.
    pub commitment: String,
}

impl SurveyShape {
    fn of(survey: &Public) -> SurveyShape {
        SurveyShape {
            id: survey.id.to_string(),
            state: survey.state.word(),
            opens_on: survey.opens_on,
            closes_on: survey.closes_on,
            bands: survey.bands.clone(),
            drawn: survey.drawn,
            answered: survey.answered,
            commitment: survey.commitment.clone(),
        }
    }
}

/// A mean of the township with its interval of 95 %, from 0 to 10.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyMean)]
pub struct MeanShape {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// How many ballots it is of.
    pub n: u64,
}

/// What came of a survey that is over. The sheet of its month has all of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicSurveyResult)]
pub struct OverShape {
    #[schema(format = Uuid)]
    pub id: String,
    #[schema(value_type = String, format = Date)]
    pub closed_on: Date,
    /// How many households were drawn.
    pub drawn: u64,
    /// In how many of them nobody lives.
    pub not_eligible: u64,
    /// How many of the others answered.
    pub response: ShareShape,
    /// Null under 30 % or ten ballots.
    pub mean: Option<MeanShape>,
    /// The month in which it is published; null until that is.
    #[schema(example = "2026-06")]
    pub month: Option<String>,
}

impl OverShape {
    fn of(one: &Over) -> OverShape {
        let rounded = |x: f64| (x * 10_000.0).round() / 10_000.0;
        let mean = one.basis.estimate();
        OverShape {
            id: one.id.to_string(),
            closed_on: one.basis.closed_on,
            drawn: one.basis.response.drawn,
            not_eligible: one.basis.response.not_eligible,
            response: ShareShape::of(one.basis.response.share()),
            mean: mean.map(|e| MeanShape {
                value: rounded(e.mean),
                low: rounded(e.low),
                high: rounded(e.high),
                n: e.n,
            }),
            month: one.month.clone(),
        }
    }
}

/// The surveys of a station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicSurveys)]
pub struct SurveysShape {
    pub now: Option<SurveyShape>,
    /// The newest first.
    pub over: Vec<OverShape>,
}

impl SurveysShape {
    pub fn of(asked: &Asked) -> SurveysShape {
        SurveysShape {
            now: asked.now.as_ref().map(SurveyShape::of),
            over: asked.over.iter().map(OverShape::of).collect(),
        }
    }
}

/// What a ballot says.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyAnswer {
    /// The ten characters of the ballot; blanks, dashes and small letters are as good.
    #[schema(example = "7K2MX 9QF4T")]
    pub code: String,
    /// 0 not at all satisfied, 10 completely.
    #[schema(minimum = 0, maximum = 10)]
    pub score: u8,
    /// The place of the band of age among the survey's, from 0.
    #[schema(minimum = 0, maximum = 11)]
    pub band: u8,
}

impl SurveyAnswer {
    /// # Errors
    /// What is wrong with the code. Whether the ballot has such an answer the act says.
    pub fn read(&self) -> Result<(Code, Given), Problems> {
        let mut p = Problems::default();
        let code = forms::code(&mut p, &self.code);
        let given = Given { score: self.score, band: self.band, mode: Way::Phone.mode() };
        p.or_else_all(code.map(|code| (code, given)))
    }
}

/// Who told somebody what to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SurveyTipBy)]
pub enum TipBy {
    /// Somebody of the station or the township's government.
    Official,
    /// Somebody of the village.
    Village,
    /// Whoever came to ask.
    Interviewer,
    /// Somebody else, or they would rather not say.
    Other,
}

impl TipBy {
    pub fn read(self) -> ByWhom {
        match self {
            TipBy::Official => ByWhom::Official,
            TipBy::Village => ByWhom::Village,
            TipBy::Interviewer => ByWhom::Interviewer,
            TipBy::Other => ByWhom::Other,
        }
    }
}

/// Somebody was told what to answer.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyTip {
    pub by_whom: TipBy,
}
