//! What is free: units that nobody claims, start times that work, the nearest that works.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::grid::Grid;
use super::policy::Policy;
use super::span::{Span, covered};
use super::venue::{Atom, AtomId, Mode, Offering, Takes};
use super::window::Sight;

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

/// The atoms of an offering, each unit with the claims on it: gathered once, asked for many spans.
struct Room<'a> {
    offering: &'a Offering,
    atoms: Vec<Part<'a>>,
}

struct Part<'a> {
    atom: &'a Atom,
    /// The claims on unit 1, on unit 2 and so on.
    claimed: Vec<Vec<&'a Claim>>,
}

impl<'a> Room<'a> {
    fn new(offering: &'a Offering, atoms: &'a [Atom], claims: &'a [Claim]) -> Room<'a> {
        let part = |atom: &'a Atom| {
            let mut claimed = vec![vec![]; usize::try_from(atom.units).unwrap_or(0)];
            for claim in claims.iter().filter(|c| c.unit.atom == atom.id) {
                let place = usize::try_from(claim.unit.unit).ok().and_then(|n| n.checked_sub(1));
                if let Some(of_unit) = place.and_then(|n| claimed.get_mut(n)) {
                    of_unit.push(claim);
                }
            }
            Part { atom, claimed }
        };
        Room { offering, atoms: atoms.iter().filter(|a| offering.atoms.contains(&a.id)).map(part).collect() }
    }

    /// See [`choose`].
    fn choose(&self, span: &Span, group: i32, sight: &Sight<'_>) -> Option<Vec<Unit>> {
        let policy = &self.offering.policy;
        let leaves = sight.leaves(policy.walk_ins, span);
        if leaves > 0 && self.fit(|part| part.free(span, policy).count(), group, leaves) == 0 {
            return None;
        }
        let of = |part: &Part<'a>| part.first_free(self.needed(part, group)?, span, policy);
        match self.offering.mode {
            Mode::All => self.atoms.iter().map(of).collect::<Option<Vec<_>>>().map(|all| all.concat()),
            Mode::AnyOne => self
                .atoms
                .iter()
                .filter_map(|part| Some((part.idle_before(span), of(part)?)))
                .min_by_key(|(idle, _)| *idle)
                .map(|(_, units)| units),
        }
    }

    /// How many smallest groups fit at `span`, for somebody who sees it so.
    fn places(&self, span: &Span, sight: &Sight<'_>) -> i32 {
        let policy = &self.offering.policy;
        let leaves = sight.leaves(policy.walk_ins, span);
        let fit = self.fit(|part| part.free(span, policy).count(), policy.smallest_group, leaves);
        i32::try_from(fit).unwrap_or(i32::MAX)
    }

    /// How many smallest groups would fit if nobody had claimed anything and nothing were kept.
    fn places_in_all(&self) -> i32 {
        let fit = self.fit(|part| part.claimed.len(), self.offering.policy.smallest_group, 0);
        i32::try_from(fit).unwrap_or(i32::MAX)
    }

    /// How many groups of a size fit one after the other if each has to leave so much: whole atoms where a group takes a
    /// whole one, places where each person takes one.
    fn fit(&self, free: impl Fn(&Part<'a>) -> usize, group: i32, leaves: usize) -> usize {
        let groups = |part, but: usize| match self.needed(part, group) {
            Some(need) => free(part).saturating_sub(but) / need,
            None => 0,
        };
        match (self.offering.mode, self.offering.takes) {
            // All there is: whoever takes it leaves nothing.
            (Mode::All, Takes::Whole) => usize::from(self.atoms.iter().all(|part| groups(part, 0) > 0)),
            (Mode::All, Takes::UnitPerPerson) => usize::from(self.atoms.iter().all(|part| groups(part, leaves) > 0)),
            (Mode::AnyOne, Takes::Whole) => {
                self.atoms.iter().map(|part| groups(part, 0)).sum::<usize>().saturating_sub(leaves)
            }
            (Mode::AnyOne, Takes::UnitPerPerson) => {
                let fit = self.atoms.iter().map(|part| groups(part, 0)).sum::<usize>();
                let left = self.atoms.iter().map(&free).sum::<usize>().saturating_sub(leaves);
                fit.min(left / usize::try_from(group).unwrap_or(1).max(1))
            }
        }
    }

    /// How many units of a part a group takes; at least one.
    fn needed(&self, part: &Part<'_>, group: i32) -> Option<usize> {
        usize::try_from(self.offering.units_for(part.atom, group)).ok().filter(|need| *need > 0)
    }
}

impl Part<'_> {
    /// The units that are free for `span`, in order.
    fn free(&self, span: &Span, policy: &Policy) -> impl Iterator<Item = Unit> {
        let fits = |claims: &Vec<&Claim>| claims.iter().all(|c| c.leaves_room_for(span, policy));
        let unit = |unit| Unit { atom: self.atom.id, unit };
        (1..).zip(&self.claimed).filter(move |(_, claims)| fits(claims)).map(move |(n, _)| unit(n))
    }

    fn first_free(&self, need: usize, span: &Span, policy: &Policy) -> Option<Vec<Unit>> {
        let free: Vec<Unit> = self.free(span, policy).take(need).collect();
        (free.len() == need).then_some(free)
    }

    /// How long the atom has stood empty when `span` begins.
    fn idle_before(&self, span: &Span) -> SignedDuration {
        let ended = self.claimed.iter().flatten().map(|c| c.span.until).filter(|until| *until <= span.from).max();
        ended.map_or(SignedDuration::MAX, |at| span.from - at)
    }
}

/// The units that a group gets for `span`, or `None` if there are not enough. Among several atoms, the one whose last
/// use ended most recently is taken, so that long free stretches elsewhere stay whole. Whoever books by themselves leaves
/// the share of those who just come.
pub fn choose(
    offering: &Offering,
    atoms: &[Atom],
    claims: &[Claim],
    (span, group): (&Span, i32),
    sight: &Sight<'_>,
) -> Option<Vec<Unit>> {
    Room::new(offering, atoms, claims).choose(span, group, sight)
}

/// A start time and how much is free then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    /// How many groups of the smallest size still fit: tables, halves, places.
    pub free: i32,
    pub of: i32,
}

/// All start times on the grid inside `starts` whose `minutes` lie in one open span, with what is free for somebody who sees
/// the room so. Full ones are in it, with 0 free; those in hours that are others' first too.
pub fn slots(
    offering: &Offering,
    atoms: &[Atom],
    (open, claims): (&[Span], &[Claim]),
    zone: &TimeZone,
    (starts, minutes): (&Span, i32),
    sight: &Sight<'_>,
) -> Vec<Slot> {
    let room = Room::new(offering, atoms, claims);
    let of = room.places_in_all();
    starts_in(open, (starts.from, starts.until), (offering.policy.grid, zone), minutes)
        .into_iter()
        .map(|span| Slot { span, free: room.places(&span, sight), of })
        .collect()
}

/// The uses of `minutes` length inside the open spans that start on the grid, from the first instant up to the other.
fn starts_in(
    open: &[Span],
    (earliest, before): (Timestamp, Timestamp),
    (grid, zone): (i32, &TimeZone),
    minutes: i32,
) -> Vec<Span> {
    let mut grid = Grid::new(grid, zone);
    let mut found = vec![];
    for span in open {
        let mut at = grid.at_or_after(span.from.max(earliest));
        while let Some(of_length) = Span::of_minutes(at, minutes).filter(|s| s.from < before && s.until <= span.until) {
            found.push(of_length);
            at = grid.after(at);
        }
    }
    found
}

/// What is free this minute: how many places, and until when at most (the next claim or the closing).
pub fn free_now(offering: &Offering, atoms: &[Atom], open: &[Span], claims: &[Claim], now: Timestamp) -> Option<Slot> {
    let open_until = open.iter().find(|o| o.contains(now))?.until;
    let shortest = Span::of_minutes(now, offering.policy.shortest)?;
    let span = Span::new(now, shortest.until.min(open_until))?;
    let room = Room::new(offering, atoms, claims);
    // What has begun is kept for nobody.
    Some(Slot { span, free: room.places(&span, &Sight::of_station(now)), of: room.places_in_all() })
}

/// The (at most `most`) start times nearest to the one asked for that work for the group and for whoever looks.
pub fn nearest(
    offering: &Offering,
    atoms: &[Atom],
    (open, claims): (&[Span], &[Claim]),
    zone: &TimeZone,
    (wanted, group, earliest): (&Span, i32, Timestamp),
    (sight, most): (&Sight<'_>, usize),
) -> Vec<Span> {
    let p = &offering.policy;
    let minutes = i32::try_from(wanted.minutes()).unwrap_or(p.usual).clamp(p.shortest, p.longest);
    let minutes = minutes - minutes % p.grid.max(1);
    let minutes = if minutes < p.shortest { p.usual } else { minutes };
    let mut starts = starts_in(open, (earliest, Timestamp::MAX), (p.grid, zone), minutes);
    debug_assert!(starts.iter().all(|s| covered(open, s)));
    starts.sort_by_key(|s| ((s.from - wanted.from).abs(), s.from));
    let room = Room::new(offering, atoms, claims);
    let works = |slot: &Span| sight.may(slot).is_ok() && room.choose(slot, group, sight).is_some();
    starts.into_iter().filter(works).take(most).collect()
}
