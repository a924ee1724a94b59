//! What calls answer.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::share::ShareShape;
use serde::Serialize;
use utoipa::ToSchema;

use crate::desk::survey::reads::Far;
use crate::rules::figure::Figure;
use crate::rules::flags::Flag;
use crate::rules::households::Household;
use crate::rules::survey::SurveyBasis;
use crate::rules::waves::{Band, State, Survey};

/// A band of age of a survey.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskSurveyBand)]
pub struct BandShape {
    #[schema(example = "18–34 岁")]
    pub band: String,
    /// How many people it has.
    pub population: u32,
}

/// A survey as staff see it. Nothing of it is about an answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskSurvey)]
pub struct SurveyShape {
    #[schema(format = Uuid)]
    pub id: String,
    /// `made` | `listed` | `drawn` | `open` | `closed`
    pub state: &'static str,
    #[schema(value_type = String, format = Date)]
    pub opens_on: Date,
    /// The last day on which answers are taken.
    #[schema(value_type = String, format = Date)]
    pub closes_on: Date,
    /// How many households are to be drawn.
    pub wanted: u32,
    pub bands: Vec<BandShape>,
    /// Which statistic the numbers of people are from.
    pub source: String,
    /// SHA-256 of the seed, published before the list was handed in.
    pub commitment: String,
    /// How many households the list has; null without one.
    pub households: Option<u32>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub drawn_at: Option<Timestamp>,
    /// Drawn households in which nobody lives.
    pub not_eligible: u32,
    /// Ballots that were printed and not taken back.
    pub printed: u32,
}

impl SurveyShape {
    pub fn of(survey: &Survey, state: State) -> SurveyShape {
        let band = |one: &Band| BandShape { band: one.band.clone(), population: one.population };
        SurveyShape {
            id: survey.id.to_string(),
            state: state.word(),
            opens_on: survey.new.opens_on,
            closes_on: survey.new.closes_on,
            wanted: survey.new.wanted,
            bands: survey.new.bands.iter().map(band).collect(),
            source: survey.new.source.clone(),
            commitment: survey.commitment.clone(),
            households: survey.households,
            drawn_at: survey.drawn_at,
            not_eligible: survey.not_eligible,
            printed: survey.printed,
        }
    }
}

/// A number of the result, as in the month's sheet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyFigure)]
pub struct FigureShape {
    /// `response` or `satisfaction`.
    pub indicator: &'static str,
    /// Empty for the whole; `bounds`, `bootstrap`, or a group of answers such as `9-10`.
    pub part: String,
    /// `share` or `points`.
    pub unit: &'static str,
    pub low: f64,
    /// Null where there is no reason to take one number of the range rather than another.
    pub value: Option<f64>,
    pub high: f64,
    pub n: u64,
}

impl FigureShape {
    fn of(one: &Figure) -> FigureShape {
        let e = one.ends();
        FigureShape {
            indicator: one.indicator.word(),
            part: one.part.clone(),
            unit: one.unit.word(),
            low: e.low,
            value: e.value,
            high: e.high,
            n: one.n,
        }
    }
}

/// Something in the way the ballots came in that should make a reader careful. It accuses nobody. What is hidden is null.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyFlag)]
pub struct FlagShape {
    /// `burst`: many within one hour. `all-tens`: more than half chose 10. `suggested`: somebody said that they were told what to answer.
    pub flag: &'static str,
    /// `phone` | `kiosk` | `paper` | `interviewer`
    pub mode: Option<&'static str>,
    pub n: Option<u64>,
    pub tens: Option<u64>,
}

impl FlagShape {
    fn of(flag: &Flag) -> FlagShape {
        let shape = |flag, mode: Option<crate::rules::flags::Mode>, n, tens| FlagShape {
            flag,
            mode: mode.map(|m| m.word()),
            n,
            tens,
        };
        match *flag {
            Flag::Burst { mode, n } => shape("burst", mode, n, None),
            Flag::AllTens { mode, n, tens } => shape("all-tens", mode, n, tens),
            Flag::Suggested { n } => shape("suggested", None, n, None),
        }
    }
}

/// How many answers came in one way; null where it is hidden.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyWay)]
pub struct WayShape {
    pub mode: &'static str,
    pub n: Option<u64>,
}

/// The result of a survey that is over. Under 30 % response or ten answers it has no mean.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyResult)]
pub struct ResultShape {
    pub drawn: u64,
    pub not_eligible: u64,
    pub answered: u64,
    /// The response first, then the mean if there is one.
    pub figures: Vec<FigureShape>,
    pub modes: Vec<WayShape>,
    pub flags: Vec<FlagShape>,
}

impl ResultShape {
    fn of(basis: &SurveyBasis) -> ResultShape {
        ResultShape {
            drawn: basis.response.drawn,
            not_eligible: basis.response.not_eligible,
            answered: basis.response.answered,
            figures: basis.figures().iter().map(FigureShape::of).collect(),
            modes: basis.modes.iter().map(|(mode, n)| WayShape { mode: mode.word(), n: *n }).collect(),
            flags: basis.flags.iter().map(FlagShape::of).collect(),
        }
    }
}

/// How far a survey is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskSurveyProgress)]
pub struct ProgressShape {
    pub survey: SurveyShape,
    /// Drawn households that could answer.
    pub asked: u32,
    /// In full tens while answers are taken, all of them afterwards.
    pub answered: u64,
    /// Of those asked, who has answered; without a value under ten.
    pub response: ShareShape,
    /// So many ballots can still be used at most.
    pub unspent: u32,
    /// How many more can be printed.
    pub can_print: u32,
    /// Of a survey that runs, hours in which many came; whatever else is known of its answers comes with the result.
    pub flags: Vec<FlagShape>,
    /// Once it is over.
    pub result: Option<ResultShape>,
}

impl ProgressShape {
    pub fn of(far: &Far) -> ProgressShape {
        let (progress, survey) = (&far.progress, far.survey());
        ProgressShape {
            survey: SurveyShape::of(survey, progress.state),
            asked: survey.asked(),
            answered: progress.answered,
            response: ShareShape::of(survey.response(progress.answered).share()),
            unspent: progress.unspent,
            can_print: progress.can_print,
            flags: far.bursts.iter().map(FlagShape::of).collect(),
            result: survey.result.as_ref().map(ResultShape::of),
        }
    }
}

/// The surveys of a station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskSurveys)]
pub struct DeskShape {
    /// The one that is not over.
    pub running: Option<ProgressShape>,
    /// All others, the newest first.
    pub over: Vec<SurveyShape>,
}

/// A survey that was begun.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SurveyMade)]
pub struct MadeShape {
    #[schema(format = Uuid)]
    pub id: String,
}

/// A household that is asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DrawnHousehold)]
pub struct DrawnShape {
    /// Its line in the list, from 1, as the published draw names it.
    pub line: u32,
    pub village: String,
    pub address: String,
}

impl DrawnShape {
    pub fn of((line, home): (u32, Household)) -> DrawnShape {
        DrawnShape { line, village: home.village, address: home.address }
    }
}

/// Codes of ballots, told once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PrintedBallots)]
pub struct CodesShape {
    /// Ten characters each, in the order in which they were drawn, which is that of no household.
    pub codes: Vec<String>,
}

/// How many ballots cannot be used any more.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BallotsTakenBack)]
pub struct BackShape {
    pub n: u32,
}
