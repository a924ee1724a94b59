//! How much of their working hours officials have said that they are in. What nobody has said is not presence.
use jiff::civil::DateTime;

use crate::rules::{Declared, Shown, TRUSTED_PAST_RETURN, shown};

/// Minutes of working hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Minutes {
    pub hours: i64,
    /// At the desk or in the office, as they said.
    pub present: i64,
    /// Somewhere else, as they said.
    pub away: i64,
}

impl std::ops::AddAssign for Minutes {
    fn add_assign(&mut self, other: Minutes) {
        self.hours += other.hours;
        self.present += other.present;
        self.away += other.away;
    }
}

/// Of one official: what they had `declared`, in order, during `hours`. The same rule that everybody was shown.
pub fn minutes(hours: &[(DateTime, DateTime)], declared: &[Declared]) -> Minutes {
    let mut sum = Minutes::default();
    for (from, until) in hours {
        for (a, b) in pieces(*from, *until, declared) {
            let length = b.duration_since(a);
            let middle = a.saturating_add(length / 2);
            let last = declared.iter().rev().find(|d| d.from <= middle);
            sum.hours += length.as_mins();
            match shown(middle, last, None) {
                Shown::AtDesk(_) | Shown::InOffice => sum.present += length.as_mins(),
                Shown::Away { .. } => sum.away += length.as_mins(),
                Shown::Unconfirmed(_) | Shown::NotSaid => {}
            }
        }
    }
    sum
}

/// Stretches in which what is shown does not change.
fn pieces(from: DateTime, until: DateTime, declared: &[Declared]) -> Vec<(DateTime, DateTime)> {
    let backs = declared.iter().filter_map(|d| d.back);
    let unconfirmed = backs.clone().map(|back| back.saturating_add(TRUSTED_PAST_RETURN));
    let mut cuts: Vec<DateTime> = declared.iter().map(|d| d.from).chain(backs).chain(unconfirmed).collect();
    cuts.retain(|at| from < *at && *at < until);
    cuts.extend([from, until]);
    cuts.sort_unstable();
    cuts.windows(2).map(|two| (two[0], two[1])).filter(|(a, b)| a < b).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Presence;
    use jiff::civil::date;

    fn at(hour: i8, minute: i8) -> DateTime {
        date(2026, 6, 24).at(hour, minute, 0, 0)
    }

    fn said(presence: Presence, from: DateTime, back: Option<DateTime>) -> Declared {
        Declared { presence, place: String::new(), village: None, from, back }
    }

    const DAY: [(i8, i8); 2] = [(8, 12), (14, 18)];

    fn of(declared: &[Declared]) -> Minutes {
        let hours: Vec<_> = DAY.iter().map(|(a, b)| (at(*a, 0), at(*b, 0))).collect();
        minutes(&hours, declared)
    }

    #[test]
    fn what_nobody_said_is_not_presence() {
        assert_eq!(of(&[]), Minutes { hours: 480, present: 0, away: 0 });
        let late = said(Presence::Desk, at(10, 0), None);
        assert_eq!(of(&[late]), Minutes { hours: 480, present: 360, away: 0 });
    }

    #[test]
    fn an_absence_is_known_until_a_quarter_of_an_hour_after_its_return() {
        let trip = said(Presence::Field, at(9, 0), Some(at(15, 0)));
        assert_eq!(of(std::slice::from_ref(&trip)), Minutes { hours: 480, present: 0, away: 180 + 75 });
        let back = said(Presence::Desk, at(15, 30), None);
        assert_eq!(of(&[trip, back]), Minutes { hours: 480, present: 150, away: 255 });
    }

    #[test]
    fn what_was_said_the_day_before_holds_only_for_an_absence() {
        let yesterday = date(2026, 6, 23).at(8, 0, 0, 0);
        assert_eq!(of(&[said(Presence::Desk, yesterday, None)]).present, 0);
        let leave = said(Presence::Leave, yesterday, Some(date(2026, 6, 26).at(8, 0, 0, 0)));
        assert_eq!(of(&[leave]), Minutes { hours: 480, present: 0, away: 480 });
    }
}
