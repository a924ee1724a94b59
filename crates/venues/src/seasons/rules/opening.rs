//! Whether a round can be opened as a manager asks for it. Slots of a round never need the same place at the same time: only
//! so does a stronger claim to one slot never take anything from another.
use jiff::tz::TimeZone;
use jiff::{Span as Days, Timestamp};

use super::refusal::NoSeason;
use super::terms::{Slot, Terms};
use crate::rules::{Atom, Mode, Offering, Takes};

pub const MOST_SLOTS: usize = 200;
const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;

/// A weekly time that shall be given away, and on which line of the request it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSlot {
    pub line: i32,
    pub offering: String,
    pub weekday: i32,
    pub from_minute: i32,
    pub minutes: i32,
}

/// The slots in the order of the week, numbered.
pub fn opened(asked: &[NewSlot], offerings: &[Offering], atoms: &[Atom]) -> Result<Vec<Slot>, NoSeason> {
    if asked.is_empty() || asked.len() > MOST_SLOTS {
        return Err(NoSeason::NoSlots { most: MOST_SLOTS });
    }
    let mut all: Vec<(&NewSlot, &Offering)> = vec![];
    for new in asked {
        let offering = offerings.iter().find(|o| o.slug == new.offering);
        let offering = offering.ok_or(NoSeason::NoOffering { line: new.line })?;
        on_grid(new, offering)?;
        if let Some((other, _)) = all.iter().find(|(n, o)| clash((new, offering), (n, o))) {
            return Err(NoSeason::Overlap { line: new.line, other: other.line });
        }
        all.push((new, offering));
    }
    all.sort_by_key(|(n, _)| (n.weekday, n.from_minute, n.offering.clone()));
    Ok((1..).zip(all).map(|(number, (new, offering))| slot(number, new, offering, atoms)).collect())
}

fn on_grid(new: &NewSlot, offering: &Offering) -> Result<(), NoSeason> {
    let (line, p) = (new.line, &offering.policy);
    if offering.takes != Takes::Whole {
        return Err(NoSeason::Shared { line });
    }
    if new.from_minute.saturating_add(new.minutes) > DAY {
        return Err(NoSeason::OverMidnight { line });
    }
    let (grid, shortest, longest) = (p.grid.max(1), p.shortest, p.longest);
    let fits = (shortest..=longest).contains(&new.minutes) && new.minutes % grid == 0 && new.from_minute % grid == 0;
    if fits { Ok(()) } else { Err(NoSeason::OffGrid { line, grid, shortest, longest }) }
}

/// Whether two slots need one of the same places at the same time, with the gap that their offerings keep between uses, also
/// over midnight and from Sunday to Monday.
fn clash((a, of_a): (&NewSlot, &Offering), (b, of_b): (&NewSlot, &Offering)) -> bool {
    if !of_a.atoms.iter().any(|atom| of_b.atoms.contains(atom)) {
        return false;
    }
    let start = |new: &NewSlot| new.weekday * DAY + new.from_minute;
    let from_a_to_b = (start(b) - start(a)).rem_euclid(WEEK);
    let from_b_to_a = WEEK - from_a_to_b;
    from_a_to_b < a.minutes + of_a.policy.after.max(of_b.policy.before)
        || from_b_to_a < b.minutes + of_b.policy.after.max(of_a.policy.before)
}

fn slot(number: i32, new: &NewSlot, offering: &Offering, atoms: &[Atom]) -> Slot {
    let there = atoms.iter().filter(|a| offering.atoms.contains(&a.id)).count();
    let places = match offering.mode {
        Mode::All => 1,
        Mode::AnyOne => i32::try_from(there).unwrap_or(i32::MAX).max(1),
    };
    Slot {
        number,
        offering: offering.slug.clone(),
        name: offering.name.clone(),
        weekday: new.weekday,
        from_minute: new.from_minute,
        minutes: new.minutes,
        places,
        smallest: offering.policy.smallest_group,
        largest: offering.policy.largest_group,
    }
}

impl Terms {
    /// The season lies ahead of the deadline, the deadline ahead of now; at most a year long, at most a year ahead.
    pub fn in_time(&self, now: Timestamp, zone: &TimeZone) -> Result<(), NoSeason> {
        let day = |at: Timestamp| at.to_zoned_datetime(zone.clone()).date();
        let a_year = |on: jiff::civil::Date| on.saturating_add(Days::new().days(366));
        let fits = self.apply_until > now
            && day(self.apply_until) < self.starts_on
            && self.starts_on <= self.ends_on
            && self.ends_on <= a_year(self.starts_on)
            && self.starts_on <= a_year(day(now));
        if fits { Ok(()) } else { Err(NoSeason::Dates) }
    }
}
