//! What a rule leaves open, and how it is answered.
use almanac::recur::{Asked, Question, RecurError, Rule};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What becomes of years that have the leap month as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivityLeapMonth)]
pub enum Leap {
    Regular,
    Leap,
    Both,
}

/// What becomes of months, or years, that do not have the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivityMissingDay)]
pub enum Missing {
    Omit,
    Earlier,
    Later,
}

pub const LEAPS: [(Leap, &str); 3] = [(Leap::Regular, "regular"), (Leap::Leap, "leap"), (Leap::Both, "both")];
pub const MISSINGS: [(Missing, &str); 3] =
    [(Missing::Omit, "omit"), (Missing::Earlier, "earlier"), (Missing::Later, "later")];

/// What a rule leaves open. Whoever names the fifth weekday of a month was offered the last one too, and means it.
pub fn questions(rule: &Rule, on: Date) -> Result<Vec<Question>, RecurError> {
    let all = rule.questions(on)?;
    Ok(all.into_iter().filter(|q| !matches!(q.about, Asked::FifthWeekday { .. })).collect())
}

/// The field that holds the answer, which is a name of [`LEAPS`] or [`MISSINGS`] in the order of the choices.
pub fn field_of(about: Asked) -> &'static str {
    match about {
        Asked::LeapMonth { .. } => "leap",
        _ => "missing",
    }
}
