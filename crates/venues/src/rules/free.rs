//! What is free: units that nobody claims, start times that work, the nearest that works.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::policy::Policy;
use super::span::{Span, covered};
use super::venue::{Atom, AtomId, Mode, Offering};

/// One unit of an atom: table 2; seat 17.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Unit {
    pub atom: AtomId,
    pub unit: i16,
}

/// A unit that is taken for a while, with the gaps in minutes that its use wants around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    pub unit: Unit,
    pub span: Span,
    pub before: i32,
    pub after: i32,
}

impl Claim {
    /// Whether `span`, with the gaps of `policy`, can stand beside this claim on the same unit. The gap between two uses
    /// is the larger of what the earlier wants after it and what the later wants before it.
    fn leaves_room_for(&self, span: &Span, policy: &Policy) -> bool {
        let minutes = |n: i32| SignedDuration::from_mins(n.into());
        if self.span.until <= span.from {
            span.from - self.span.until >= minutes(self.after.max(policy.before))
        } else if span.until <= self.span.from {
            self.span.from - span.until >= minutes(policy.after.max(self.before))
        } else {
            false
        }
    }
}

/// The units that a group gets for `span`, or `None` if there are not enough. Among several atoms, the one whose last
/// use ended most recently is taken, so that long free stretches elsewhere stay whole.
pub fn choose(offering: &Offering, atoms: &[Atom], claims: &[Claim], span: &Span, group: i32) -> Option<Vec<Unit>> {
    let free_of = |atom: &Atom| {
        let need = usize::try_from(offering.units_for(atom, group)).ok()?;
        let free: Vec<Unit> = (1..=atom.units)
            .map(|unit| Unit { atom: atom.id, unit })
            .filter(|u| claims.iter().filter(|c| c.unit == *u).all(|c| c.leaves_room_for(span, &offering.policy)))
            .take(need)
            .collect();
        (free.len() == need && need > 0).then_some(free)
    };
    let mine = || atoms.iter().filter(|a| offering.atoms.contains(&a.id));
    match offering.mode {
        Mode::All => mine().map(free_of).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        Mode::AnyOne => mine()
            .filter_map(|atom| Some((idle_before(atom.id, claims, span), free_of(atom)?)))
            .min_by_key(|(idle, _)| *idle)
            .map(|(_, units)| units),
    }
}

fn idle_before(atom: AtomId, claims: &[Claim], span: &Span) -> SignedDuration {
    let ended = claims.iter().filter(|c| c.unit.atom == atom && c.span.until <= span.from).map(|c| c.span.until).max();
    ended.map_or(SignedDuration::MAX, |at| span.from - at)
}

/// A start time and how much is free then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    /// How many groups of the smallest size still fit: tables, halves, places.
    pub free: i32,
    pub of: i32,
}

/// All start times on the grid inside `starts` whose `minutes` lie in one open span. Full ones are in it, with 0 free.
pub fn slots(
    offering: &Offering,
    atoms: &[Atom],
    (open, claims): (&[Span], &[Claim]),
    zone: &TimeZone,
    (starts, minutes): (&Span, i32),
) -> Vec<Slot> {
    let mut found = vec![];
    for span in open {
        let mut at = next_on_grid(span.from.max(starts.from), offering.policy.grid, zone);
        while let Some(slot) = Span::of_minutes(at, minutes).filter(|s| s.from < starts.until && s.until <= span.until)
        {
            let (free, of) = places(offering, atoms, claims, &slot);
            found.push(Slot { span: slot, free, of });
            at = next_on_grid(at + SignedDuration::from_mins(1), offering.policy.grid, zone);
        }
    }
    found
}

/// How many smallest groups fit at `span`, and how many would fit in an empty room.
fn places(offering: &Offering, atoms: &[Atom], claims: &[Claim], span: &Span) -> (i32, i32) {
    let group = offering.policy.smallest_group;
    let count = |claims: &[Claim]| match offering.mode {
        Mode::All => i32::from(choose(offering, atoms, claims, span, group).is_some()),
        Mode::AnyOne => atoms
            .iter()
            .filter(|a| offering.atoms.contains(&a.id))
            .map(|atom| {
                let need = offering.units_for(atom, group).max(1);
                let free = (1..=atom.units)
                    .map(|unit| Unit { atom: atom.id, unit })
                    .filter(|u| {
                        claims.iter().filter(|c| c.unit == *u).all(|c| c.leaves_room_for(span, &offering.policy))
                    })
                    .count();
                i32::try_from(free).unwrap_or(0) / i32::from(need)
            })
            .sum(),
    };
    (count(claims), count(&[]))
}

/// What is free this minute: how many places, and until when at most (the next claim or the closing).
pub fn free_now(offering: &Offering, atoms: &[Atom], open: &[Span], claims: &[Claim], now: Timestamp) -> Option<Slot> {
    let open_until = open.iter().find(|o| o.contains(now))?.until;
    let shortest = Span::of_minutes(now, offering.policy.shortest)?;
    let span = Span::new(now, shortest.until.min(open_until))?;
    let (free, of) = places(offering, atoms, claims, &span);
    Some(Slot { span, free, of })
}

/// The first instant at or after `at` that lies on the grid of `minutes` after local midnight.
pub(super) fn next_on_grid(at: Timestamp, minutes: i32, zone: &TimeZone) -> Timestamp {
    let local = at.to_zoned_datetime(zone.clone());
    let into_day = i32::from(local.hour()) * 60 + i32::from(local.minute());
    let past_minute = local.second() != 0 || local.subsec_nanosecond() != 0;
    let since = into_day.rem_euclid(minutes.max(1));
    let whole_minute = at - SignedDuration::new(local.second().into(), local.subsec_nanosecond());
    if since == 0 && !past_minute {
        return at;
    }
    whole_minute + SignedDuration::from_mins((minutes - since).into())
}

/// The (at most `most`) start times nearest to the one asked for that work for the group.
pub fn nearest(
    offering: &Offering,
    atoms: &[Atom],
    (open, claims): (&[Span], &[Claim]),
    zone: &TimeZone,
    (wanted, group, earliest): (&Span, i32, Timestamp),
    most: usize,
) -> Vec<Span> {
    let p = &offering.policy;
    let minutes = i32::try_from(wanted.minutes()).unwrap_or(p.usual).clamp(p.shortest, p.longest);
    let minutes = minutes - minutes % p.grid.max(1);
    let minutes = if minutes < p.shortest { p.usual } else { minutes };
    let mut works: Vec<Span> = vec![];
    for span in open {
        let mut at = next_on_grid(span.from.max(earliest), p.grid, zone);
        while let Some(slot) = Span::of_minutes(at, minutes).filter(|s| s.until <= span.until) {
            if choose(offering, atoms, claims, &slot, group).is_some() {
                works.push(slot);
            }
            at = next_on_grid(at + SignedDuration::from_mins(1), p.grid, zone);
        }
    }
    debug_assert!(works.iter().all(|s| covered(open, s)));
    works.sort_by_key(|s| ((s.from - wanted.from).abs(), s.from));
    works.truncate(most);
    works
}
