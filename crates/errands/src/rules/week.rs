//! A day of an official's week: whether they have said that they are away.
use jiff::civil::{Date, DateTime};

use super::presence::{Declared, Presence};

/// An absence that reaches into a day, as far as it was declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwayOn {
    /// The day long, or what is left of it.
    All(Presence),
    /// They are back at this time.
    Until(Presence, DateTime),
    /// They have not said when they are back.
    Open(Presence),
}

/// What was declared last, seen from `day`. Without a return an absence is one of its own day: what tomorrow is, nobody said.
pub fn away_on(day: Date, last: Option<&Declared>) -> Option<AwayOn> {
    let said = last.filter(|d| !d.presence.is_in() && d.presence != Presence::Unknown && d.from.date() <= day)?;
    match said.back {
        None => (said.from.date() == day).then_some(AwayOn::Open(said.presence)),
        Some(back) if back.date() > day => Some(AwayOn::All(said.presence)),
        Some(back) => (back.date() == day).then_some(AwayOn::Until(said.presence, back)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(presence: Presence, back: Option<DateTime>) -> Declared {
        Declared { presence, place: String::new(), village: None, from: date(2026, 6, 24).at(9, 0, 0, 0), back }
    }

    #[test]
    fn leave_until_friday_fills_the_days_before_it() {
        let back = date(2026, 6, 26).at(8, 30, 0, 0);
        let leave = said(Presence::Leave, Some(back));
        let on = |day| away_on(date(2026, 6, day), Some(&leave));
        assert_eq!(
            (on(23), on(24), on(25)),
            (None, Some(AwayOn::All(Presence::Leave)), Some(AwayOn::All(Presence::Leave)))
        );
        assert_eq!((on(26), on(27)), (Some(AwayOn::Until(Presence::Leave, back)), None));
    }

    #[test]
    fn an_absence_without_a_return_is_one_of_its_day_and_being_in_is_none() {
        let meeting = said(Presence::Meeting, None);
        assert_eq!(away_on(date(2026, 6, 24), Some(&meeting)), Some(AwayOn::Open(Presence::Meeting)));
        assert_eq!(away_on(date(2026, 6, 25), Some(&meeting)), None);
        assert_eq!(away_on(date(2026, 6, 24), Some(&said(Presence::Desk, None))), None);
        assert_eq!(away_on(date(2026, 6, 24), None), None);
    }
}
