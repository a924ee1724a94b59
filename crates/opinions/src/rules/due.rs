//! Until when a station owes something. Worked out anew each time: never stored, because the next year's holidays may move it.
use almanac::holidays::Calendar;
use almanac::workdays;
use jiff::civil::Date;

use super::State;

/// In how many working days, both from the day on which the opinion came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = OpinionClocks)]
pub struct Clocks {
    pub screen_days: u8,
    pub answer_days: u8,
}

impl Clocks {
    /// Of an opinion that belongs to no category yet.
    pub const USUAL: Clocks = Clocks { screen_days: 2, answer_days: 15 };
    pub const MOST_SCREEN_DAYS: u8 = 30;
    pub const MOST_ANSWER_DAYS: u8 = 90;
}

/// Until the end of which day something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = OpinionDue)]
pub struct Due {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// A day on the way may still become a holiday or a make-up workday.
    pub provisional: bool,
    /// The day is over and nothing came, or it came after it.
    pub late: bool,
}

/// After so many working days without a word an answer stands unconfirmed.
pub const LAPSE_DAYS: i32 = 10;
/// So many days after the end sealed texts and photos go, unless the station has said otherwise.
pub const KEEP_DAYS: i16 = 365;

/// What is owed next: until an opinion is screened that, and then its answer. The clock starts when it came, and neither a new
/// handler nor a dispute starts it again.
///
/// # Errors
/// The calendar ends first.
pub fn due(
    (state, received_on, answered_on): (State, Date, Option<Date>),
    clocks: Clocks,
    today: Date,
    calendar: &Calendar,
) -> Result<Due, workdays::TooFar> {
    let days = if state == State::Received { clocks.screen_days } else { clocks.answer_days };
    let due = workdays::add(received_on, i32::from(days), calendar)?;
    let late = match answered_on.filter(|_| !state.is_open()) {
        Some(on) => on > due.date,
        None => state.is_open() && today > due.date,
    };
    Ok(Due { on: due.date, provisional: due.provisional, late })
}

/// The last day on which whoever left it is waited for.
///
/// # Errors
/// The calendar ends first.
pub fn silent_after(answered_on: Date, calendar: &Calendar) -> Result<Date, workdays::TooFar> {
    Ok(workdays::add(answered_on, LAPSE_DAYS, calendar)?.date)
}

/// Whether that day is over.
///
/// # Errors
/// The calendar ends first.
pub fn lapsed(answered_on: Date, today: Date, calendar: &Calendar) -> Result<bool, workdays::TooFar> {
    Ok(today > silent_after(answered_on, calendar)?)
}
