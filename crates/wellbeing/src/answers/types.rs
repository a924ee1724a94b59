//! The shapes of what is asked.
use jiff::civil::Date;

use crate::SurveyId;
use crate::rules::waves::{State, Survey};

/// A survey that is not over, as everybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    pub id: SurveyId,
    pub state: State,
    pub opens_on: Date,
    pub closes_on: Date,
    /// The bands as the ballot names them.
    pub bands: Vec<String>,
    /// How many answers there are, in full tens; nothing under ten: who sees one more come in might know whose it is.
    pub answered: Option<u64>,
    /// How many households are asked; 0 before the draw.
    pub drawn: u32,
    pub commitment: String,
    /// How many households the list has, once some are drawn; and the seed, which is public from then on.
    pub households: Option<u32>,
    pub seed: Option<String>,
}

/// How far a survey is, for staff.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub survey: Survey,
    /// How it stands today.
    pub state: State,
    /// So many ballots can still be used at most: those printed without `answered`.
    pub unspent: u32,
    /// In full tens while answers are taken, as everybody is told; all of them afterwards.
    pub answered: u64,
    /// So many more can be printed.
    pub can_print: u32,
}
