//! What people ask for: the bodies of the API, and the form of the page.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::{Device, Month, Mood};

/// A device chooses a mood, in place of what it chose before.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoodVote {
    /// Random, made by the client for this notice alone: at least 16 bytes in base64url without padding. It is neither kept nor
    /// logged. Whoever shows it again changes the same vote.
    #[schema(min_length = 22, max_length = 86, pattern = "^[A-Za-z0-9_-]+$", example = "q1mXc3Jt0tq6bZQ0n5b2gA")]
    pub device: String,
    pub mood: Mood,
}

/// A device takes its vote back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoodWithdrawal {
    /// The token with which it voted.
    #[schema(min_length = 22, max_length = 86, pattern = "^[A-Za-z0-9_-]+$", example = "q1mXc3Jt0tq6bZQ0n5b2gA")]
    pub device: String,
}

fn device(text: &str) -> Result<Device, Problems> {
    let mut problems = Problems::default();
    let read = problems.take("device", text.parse(), "moods-bad-device");
    problems.or_else_all(read)
}

impl MoodVote {
    pub fn checked(&self) -> Result<(Device, Option<Mood>), Problems> {
        Ok((device(&self.device)?, Some(self.mood)))
    }
}

impl MoodWithdrawal {
    pub fn checked(&self) -> Result<(Device, Option<Mood>), Problems> {
        Ok((device(&self.device)?, None))
    }
}

/// Which month's ranking, and on the page of which mood.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RankingAsked {
    pub month: Option<String>,
    pub mood: Option<String>,
}

impl RankingAsked {
    /// The month that is asked for; `today`'s where none is.
    pub fn month(&self, today: Month) -> Result<Month, Problems> {
        let mut problems = Problems::default();
        let read = match self.month.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => Some(today),
            Some(text) => problems.take("month", text.parse(), "moods-bad-month"),
        };
        problems.or_else_all(read)
    }

    pub fn mood(&self) -> Mood {
        self.mood.as_deref().and_then(Mood::named).unwrap_or(Mood::Happy)
    }
}

/// One press of a button.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MoodForm {
    pub once: String,
    /// A mood's name, or [`NONE`].
    pub mood: String,
    /// Only the part of the page is wanted: a script puts it in place.
    pub part: String,
}

/// What the button that takes a vote back says.
pub const NONE: &str = "none";

impl MoodForm {
    /// Nothing if no button of ours says so.
    pub fn wants(&self) -> Option<Option<Mood>> {
        match self.mood.as_str() {
            NONE => Some(None),
            name => Mood::named(name).map(Some),
        }
    }
}
