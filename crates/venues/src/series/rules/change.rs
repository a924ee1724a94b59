//! What a change from one day on does to the dates that have a reservation already.
use jiff::civil::Date;

use super::terms::Terms;

/// What becomes of a date that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// It stays as it is.
    Stays,
    /// The day stays, the time or the size becomes another.
    Moves,
    /// The new rule does not have it.
    Falls,
}

/// Compares the old terms with the new for the date `on`; `new_dates` are those of the new terms.
pub fn go_on(old: &Terms, new: &Terms, new_dates: &[Date], on: Date) -> Going {
    let same = |t: &Terms| (t.at_minute, t.minutes, t.group);
    match new_dates.binary_search(&on) {
        Err(_) => Going::Falls,
        Ok(_) if same(old) == same(new) => Going::Stays,
        Ok(_) => Going::Moves,
    }
}
