//! Why a text of opening hours is refused.

/// What is wrong, why, what would work, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} at character {position}: {why}. This works: {hint}")]
pub struct HoursProblem {
    pub what: HoursWhat,
    /// The reason, in plain English.
    pub why: &'static str,
    /// A text that is accepted, close to what was typed where that can be told.
    pub hint: String,
    /// Where in the text, in characters from 0.
    pub position: usize,
}

/// The kinds of problem, for translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum HoursWhat {
    #[error("no opening hours")]
    Empty,
    #[error("a text of more than 500 characters")]
    TooLong,
    #[error("Chinese words or punctuation")]
    NotAscii,
    #[error("an alternative (||)")]
    Alternative,
    #[error("an open end (22:00+)")]
    OpenEnd,
    #[error("a comment without open or off")]
    BareComment,
    #[error("hours without minutes (8-18)")]
    NoMinutes,
    #[error("a list of days after one month (Feb 14,28)")]
    DayList,
    #[error("\"unknown\"")]
    Unknown,
    #[error("a time of the sun")]
    Sun,
    #[error("school holidays (SH)")]
    SchoolHolidays,
    #[error("PH beside a weekday without a comma")]
    HolidayAndWeekday,
    #[error("points in time (/)")]
    Points,
    #[error("a combination of dates that cannot be matched")]
    Dates,
    #[error("a text that is not opening hours")]
    NotUnderstood,
}

impl HoursWhat {
    /// Why it is refused.
    pub(super) fn why(self) -> &'static str {
        match self {
            HoursWhat::Empty => "the opening hours are missing",
            HoursWhat::TooLong => "nobody could read that at a door; leave the exceptions to closures",
            HoursWhat::NotAscii => "opening hours are written with English abbreviations and plain punctuation",
            HoursWhat::Alternative => "evaluators disagree on when the second part applies; write rules separated by ;",
            HoursWhat::OpenEnd => "an open end does not say when the door closes, and evaluators guess differently",
            HoursWhat::BareComment => {
                "a comment alone leaves open whether the door is open; write open or off before it"
            }
            HoursWhat::NoMinutes => "evaluators read 8-18 as hours or as days; write the minutes",
            HoursWhat::DayList => "evaluators disagree on whether the second number is a day; repeat the month",
            HoursWhat::Unknown => "people need an answer before they leave home; write open or off",
            HoursWhat::Sun => "sunrise and sunset depend on the place and change daily; write times",
            HoursWhat::SchoolHolidays => "there is no calendar of school holidays; write the dates",
            HoursWhat::HolidayAndWeekday => "evaluators read this as both or as either; separate them by a comma",
            HoursWhat::Points => "points in time are for departures, not for opening hours; write from and until",
            HoursWhat::Dates => "these dates are not read back as they are written; write simpler rules",
            HoursWhat::NotUnderstood => "it does not follow the form of OpenStreetMap opening_hours",
        }
    }
}
