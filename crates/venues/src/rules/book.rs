//! Whether somebody may have a room for a while, and which part of it.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

use super::favoured::Favoured;
use super::free::{Claim, Unit, choose};
use super::grid::Grid;
use super::name::Name;
use super::opening::Layer;
use super::policy::{Policy, Who};
use super::refusal::{Period, Refusal};
use super::span::{CELL_MINUTES, Span, covered};
use super::state::State;
use super::venue::{Atom, Offering};
use super::window::{Priority, Side, Sight};

/// What somebody asks for, well-formed.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub from: Timestamp,
    pub minutes: i32,
    pub group: i32,
    /// What they say they are, if that matters to them: some hours are some people's first.
    pub said: Option<Favoured>,
}

/// Through which door a reservation came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// By the person, signed in.
    Public = 0,
    /// By a clerk for somebody: at the desk or on the telephone.
    Desk = 1,
    /// They came and are in.
    WalkIn = 2,
    Import = 3,
    /// By somebody whose phone is not proven yet: held until the code comes back.
    Stranger = 4,
    /// A date of a series; what a person may have of those, `series` judges.
    Series = 5,
    /// Kept for somebody who waited or whom a closure has moved, until they answer.
    Offer = 6,
    /// By somebody who looks for people to play with: held until they are together.
    Game = 7,
    /// A date of a series that a season round gave.
    Season = 8,
    /// Written on paper while the program was away, typed in later by a clerk.
    Outage = 9,
    /// Held by an activity of the station: the whole of it, until it is over, whether anybody checks in or not.
    Activity = 10,
}

impl Source {
    pub fn from_column(n: i16) -> Option<Source> {
        use Source::{Activity, Desk, Game, Import, Offer, Outage, Public, Season, Series, Stranger, WalkIn};
        [Public, Desk, WalkIn, Import, Stranger, Series, Offer, Game, Season, Outage, Activity]
            .into_iter()
            .find(|s| *s as i16 == n)
    }

    /// Whether the station gives the room, so that notice, days ahead, quotas and approval do not count.
    fn by_station(self) -> bool {
        use Source::{Activity, Desk, Import, Outage, Season, Series};
        matches!(self, Desk | Import | Series | Season | Outage | Activity)
    }
}

/// All that the decision depends on.
#[derive(Debug, Clone)]
pub struct Facts {
    pub zone: TimeZone,
    pub offering: Offering,
    /// The atoms of the venue, sorted.
    pub atoms: Vec<Atom>,
    /// When the venue is open around the time asked for; joined.
    pub open: Vec<Span>,
    /// The closures and extra openings that made it so, for their reasons.
    pub layers: Vec<Layer>,
    /// Claims on the venue's units around that time that still hold.
    pub claims: Vec<Claim>,
    /// Live reservations of this person here on the day and in the week of the start.
    pub on_day: i32,
    pub in_week: i32,
    /// The offering's priority windows around that time.
    pub priorities: Vec<Priority>,
}

/// What was decided: to be kept as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Booking {
    pub span: Span,
    pub group: i32,
    pub units: Vec<Unit>,
    pub state: State,
    /// Whether a manager has to look at it.
    pub awaits_approval: bool,
    /// When it ends by itself if nobody does anything.
    pub lapses_at: Option<Timestamp>,
    pub before: i32,
    pub after: i32,
    pub grace: Option<i32>,
    /// What they say they are, if they may have it only because of that.
    pub favoured: Option<Favoured>,
}

/// Decides on a reservation. The order of the checks is the order in which a person can mend things.
pub fn book(now: Timestamp, ask: &Ask, source: Source, facts: &Facts) -> Result<Booking, Refusal> {
    let policy = &facts.offering.policy;
    let by_staff = source.by_station();
    if !by_staff {
        who_may(policy)?;
    }
    let span = shape(ask, policy, &facts.zone)?;
    if !by_staff {
        in_time(now, &span, policy, &facts.zone)?;
    } else if span.until <= now && source != Source::Import {
        return Err(Refusal::Past);
    }
    is_open(&span, facts, now)?;
    group_fits(ask.group, policy)?;
    if !by_staff {
        own_quota(policy, facts)?;
    }
    let side = if by_staff { Side::Station } else { Side::Oneself(ask.said) };
    let (units, favoured) = place(&span, ask.group, &sight(now, side, facts), facts)?;
    Ok(Booking { favoured, ..kept(now, span, ask.group, units, source, policy) })
}

fn sight(now: Timestamp, side: Side, facts: &Facts) -> Sight<'_> {
    Sight { now, side, priorities: &facts.priorities }
}

/// The units for whoever looks, and what they need to be for that.
fn place(span: &Span, group: i32, sight: &Sight<'_>, facts: &Facts) -> Result<(Vec<Unit>, Option<Favoured>), Refusal> {
    let units = choose(&facts.offering, &facts.atoms, &facts.claims, (span, group), sight);
    // Whose hours they are is told before that they are taken: waiting would not help.
    let favoured = sight.may(span)?;
    Ok((units.ok_or(Refusal::Taken)?, favoured))
}

/// What binds a person who has something by another way than booking it singly, as a date of their series: quotas, hours
/// that are others' first, the share of those who just come.
pub fn own_terms(now: Timestamp, (span, group): (&Span, i32), facts: &Facts) -> Result<(), Refusal> {
    own_quota(&facts.offering.policy, facts)?;
    place(span, group, &sight(now, Side::Oneself(None), facts), facts).map(|_| ())
}

/// Lets in somebody who is standing at the door: now, for at most as long as it is free.
pub fn walk_in(now: Timestamp, minutes: i32, group: i32, facts: &Facts) -> Result<Booking, Refusal> {
    let policy = &facts.offering.policy;
    let from = earliest_now(now);
    let span = Span::of_minutes(from, minutes - minutes % CELL_MINUTES).ok_or(Refusal::EndsBeforeStart)?;
    if minutes > policy.longest {
        return Err(Refusal::TooLong { minutes: policy.longest });
    }
    is_open(&span, facts, now)?;
    group_fits(group, policy)?;
    let (units, _) = place(&span, group, &sight(now, Side::Station, facts), facts)?;
    Ok(Booking {
        state: State::CheckedIn,
        awaits_approval: false,
        lapses_at: None,
        ..kept(now, span, group, units, Source::WalkIn, policy)
    })
}

/// The cell that is running: uses start on cells.
pub fn earliest_now(now: Timestamp) -> Timestamp {
    let cell = i64::from(CELL_MINUTES) * 60;
    Timestamp::from_second(now.as_second().div_euclid(cell) * cell).unwrap_or(now)
}

pub(super) fn kept(
    now: Timestamp,
    span: Span,
    group: i32,
    units: Vec<Unit>,
    source: Source,
    policy: &Policy,
) -> Booking {
    let by_staff = source.by_station();
    let awaits_approval = policy.approval && !by_staff;
    let stranger = source == Source::Stranger;
    let state = if awaits_approval || stranger { State::Held } else { State::Confirmed };
    let lapses_at = match state {
        State::Held if stranger => Some(now + SignedDuration::from_mins(policy.hold.into())),
        State::Held => Some(span.from),
        _ => released_at(&span, now, policy.grace),
    };
    Booking {
        span,
        group,
        units,
        state,
        awaits_approval,
        lapses_at,
        before: policy.before,
        after: policy.after,
        grace: policy.grace,
        favoured: None,
    }
}

/// When a confirmed slot is given up because nobody came. Booked into the running hour, the grace counts from now.
pub fn released_at(span: &Span, now: Timestamp, grace: Option<i32>) -> Option<Timestamp> {
    grace.map(|g| span.from.max(now) + SignedDuration::from_mins(g.into()))
}

fn who_may(policy: &Policy) -> Result<(), Refusal> {
    match policy.who {
        Who::Anyone => Ok(()),
        Who::StaffOnly => Err(Refusal::StaffOnly),
        Who::WalkInOnly => Err(Refusal::WalkInOnly),
    }
}

fn shape(ask: &Ask, policy: &Policy, zone: &TimeZone) -> Result<Span, Refusal> {
    let span = Span::of_minutes(ask.from, ask.minutes).ok_or(Refusal::EndsBeforeStart)?;
    if ask.minutes < policy.shortest {
        return Err(Refusal::TooShort { minutes: policy.shortest });
    }
    if ask.minutes > policy.longest {
        return Err(Refusal::TooLong { minutes: policy.longest });
    }
    let on_grid = Grid::new(policy.grid, zone).at_or_after(ask.from) == ask.from;
    if !on_grid || ask.minutes % policy.grid != 0 {
        return Err(Refusal::OffGrid { minutes: policy.grid });
    }
    Ok(span)
}

/// Not in the past, not too late, not too far ahead. A slot that is running may still be taken if no notice is asked for.
fn in_time(now: Timestamp, span: &Span, policy: &Policy, zone: &TimeZone) -> Result<(), Refusal> {
    let running = policy.notice == 0 && span.contains(now);
    if span.from < now && !running {
        return Err(Refusal::Past);
    }
    let earliest = now + SignedDuration::from_mins(policy.notice.into());
    if !running && span.from < earliest {
        return Err(Refusal::TooSoon { earliest });
    }
    let last_day = last_day(now, policy, zone);
    if span.from.to_zoned_datetime(zone.clone()).date() > last_day {
        return Err(Refusal::TooFar { last_day });
    }
    Ok(())
}

fn last_day(now: Timestamp, policy: &Policy, zone: &TimeZone) -> Date {
    let today = now.to_zoned_datetime(zone.clone()).date();
    today.saturating_add(Days::new().days(policy.days_ahead))
}

pub(super) fn is_open(span: &Span, facts: &Facts, now: Timestamp) -> Result<(), Refusal> {
    if covered(&facts.open, span) {
        return Ok(());
    }
    let closing = facts.layers.iter().rev().find(|l| {
        l.concerns(facts.offering.venue) && l.kind == super::opening::LayerKind::Closed && l.span.overlaps(span)
    });
    let reason: Option<Name> = closing.map(|l| l.reason.clone());
    let after = span.from.max(now);
    let opens_at = facts.open.iter().map(|o| o.from).find(|from| *from >= after);
    Err(Refusal::Closed { reason, opens_at })
}

pub(super) fn group_fits(group: i32, policy: &Policy) -> Result<(), Refusal> {
    if (policy.smallest_group..=policy.largest_group).contains(&group) {
        Ok(())
    } else {
        Err(Refusal::GroupSize { from: policy.smallest_group, to: policy.largest_group })
    }
}

/// Whether the person of these facts may have one more here.
fn own_quota(policy: &Policy, facts: &Facts) -> Result<(), Refusal> {
    let full = |most: Option<i32>, has: i32| most.filter(|most| has >= *most);
    if let Some(most) = full(policy.per_day, facts.on_day) {
        return Err(Refusal::Quota { most, per: Period::Day });
    }
    if let Some(most) = full(policy.per_week, facts.in_week) {
        return Err(Refusal::Quota { most, per: Period::Week });
    }
    Ok(())
}
