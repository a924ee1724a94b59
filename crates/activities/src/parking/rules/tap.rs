//! Taps: one car in, one car out, "no change". They may come late, in any order and more than once; the count is the same.
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::lot::{Bays, Class};

/// So many taps are taken at once; a device with more of them sends them in turns.
pub const MOST_AT_ONCE: usize = 200;
/// A nonce is not longer.
pub const LONGEST_NONCE: usize = 64;
/// Nobody tapped longer ago: a device that says so has a wrong clock.
pub const EARLIEST: SignedDuration = SignedDuration::from_hours(18);

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ParkingStep)]
pub enum Step {
    In,
    Out,
    /// Somebody has looked, and it is still so.
    Same,
}

impl Step {
    pub const ALL: [Step; 3] = [Step::In, Step::Out, Step::Same];

    pub fn by(self) -> i32 {
        match self {
            Step::In => 1,
            Step::Out => -1,
            Step::Same => 0,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Step::In => "in",
            Step::Out => "out",
            Step::Same => "same",
        }
    }
}

/// Where a row of the ledger came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Marshal = 0,
    Staff = 1,
    Sensor = 2,
    Recount = 3,
}

impl Source {
    pub const ALL: [Source; 4] = [Source::Marshal, Source::Staff, Source::Sensor, Source::Recount];

    pub fn of(stored: i16) -> Option<Source> {
        Source::ALL.into_iter().find(|s| *s as i16 == stored)
    }

    pub fn name(self) -> &'static str {
        match self {
            Source::Marshal => "marshal",
            Source::Staff => "staff",
            Source::Sensor => "sensor",
            Source::Recount => "recount",
        }
    }
}

/// One press of a button. Its nonce is made by the device that was pressed: the same nonce is the same press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    pub nonce: String,
    pub class: Class,
    pub step: Step,
    pub at: Timestamp,
}

/// Letters, digits and a few marks, so that it may stand in a log.
pub fn is_nonce(text: &str) -> bool {
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    (1..=LONGEST_NONCE).contains(&text.len()) && text.chars().all(fine)
}

/// Counts a tap that is not known yet. Whether it changes the count: what was pressed before the last recount is in it already.
pub fn take(bays: &mut Bays, step: Step, at: Timestamp) -> bool {
    let counts = bays.recounted_at.is_none_or(|recount| recount <= at);
    if counts {
        bays.parked = bays.parked.saturating_add(step.by());
    }
    bays.seen_at = bays.seen_at.max(Some(at));
    counts
}

/// Somebody has counted them all. By how much the count was wrong.
pub fn recount(bays: &mut Bays, to: i32, at: Timestamp) -> i32 {
    let step = to - bays.parked;
    bays.parked = to;
    bays.seen_at = bays.seen_at.max(Some(at));
    bays.recounted_at = Some(at);
    step
}
