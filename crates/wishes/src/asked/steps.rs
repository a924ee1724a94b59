//! What is done with a wish.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{code, words};
use crate::rules::MOST_IN_WORDS;

/// Where something lies.
pub const MOST_IN_A_PLACE: usize = 40;

/// The version that somebody has read and decides about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishRead {
    #[schema(minimum = 1)]
    pub version: i32,
}

/// What one of the two says who look at it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishReview {
    #[schema(minimum = 1)]
    pub version: i32,
    /// Whether everybody may read it.
    pub yes: bool,
    /// Of a no: why. Whoever wishes is told.
    #[serde(default)]
    #[schema(max_length = 200, example = "写得太细，看得出是谁家")]
    pub why: String,
}

impl WishReview {
    /// The reason; of a yes there is none.
    ///
    /// # Errors
    /// A no without a reason.
    pub fn checked(&self) -> Result<String, Problems> {
        if self.yes {
            return Ok(String::new());
        }
        let mut p = Problems::default();
        let why = words(&mut p, "why", &self.why, (MOST_IN_WORDS, "wishes-desk-wrong-why"));
        p.or_else_all(Some(why))
    }
}

/// Why somebody does not accept a no.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishAppeal {
    #[schema(min_length = 1, max_length = 200, example = "这双鞋是干活穿的，不贵")]
    pub why: String,
}

impl WishAppeal {
    /// # Errors
    /// Nothing is said, or too much.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let why = words(&mut p, "why", &self.why, (MOST_IN_WORDS, "wishes-desk-wrong-why"));
        p.or_else_all(Some(why))
    }
}

/// What somebody decides who has not said no before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishAppealDecision {
    /// The no stands; otherwise two people look at the wish again.
    pub upheld: bool,
    /// Why. Whoever wishes is told.
    #[schema(min_length = 1, max_length = 200, example = "改一下写法就可以")]
    pub words: String,
}

impl WishAppealDecision {
    /// # Errors
    /// Nothing is said, or too much.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let words = words(&mut p, "words", &self.words, (MOST_IN_WORDS, "wishes-desk-wrong-why"));
        p.or_else_all(Some(words))
    }
}

/// Where it lies at the station.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishPlace {
    #[schema(min_length = 1, max_length = 40, example = "2 号柜")]
    pub place: String,
}

impl WishPlace {
    /// # Errors
    /// Nothing is said, or too much.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let place = words(&mut p, "place", &self.place, (MOST_IN_A_PLACE, "wishes-desk-wrong-place"));
        p.or_else_all(Some(place))
    }
}

/// What a clerk says who has called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishToldAnswer)]
pub enum Told {
    /// They know that it is there.
    Told,
}

/// That somebody was told by voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishTold {
    pub answer: Told,
}

/// The six digits of the slip of whoever wishes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishHandover {
    #[schema(min_length = 6, max_length = 6, pattern = "^[0-9]{6}$", example = "123456")]
    pub code: String,
}

impl WishHandover {
    /// # Errors
    /// It is not six digits.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let code = code(&mut p, "code", &self.code);
        p.or_else_all(Some(code))
    }
}

/// Where whoever wishes is sent whom nobody helped in 90 days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishReferral {
    #[schema(min_length = 1, max_length = 200, example = "镇民政办")]
    pub to: String,
}

impl WishReferral {
    /// # Errors
    /// Nothing is said, or too much.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let to = words(&mut p, "to", &self.to, (MOST_IN_WORDS, "wishes-desk-wrong-to"));
        p.or_else_all(Some(to))
    }
}
