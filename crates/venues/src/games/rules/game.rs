//! A game that stands: joining, leaving, playing with fewer.
use jiff::{SignedDuration, Timestamp};

use super::band::{Band, Entry};
use super::refusal::NoGame;
use crate::rules::{Atom, Booking, Offering, Policy, Span, State, Unit, released_at};
use kernel::db::types::Id;
use people::PersonId;

/// What the row of a game says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Open = 0,
    Filled = 1,
    Unfilled = 2,
    CalledOff = 3,
    Over = 4,
}

impl Row {
    pub fn from_column(n: i16) -> Option<Row> {
        [Row::Open, Row::Filled, Row::Unfilled, Row::CalledOff, Row::Over].into_iter().find(|r| *r as i16 == n)
    }
}

/// How a game stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    Open,
    Filled,
    /// Not enough came together in time.
    Unfilled,
    CalledOff,
    Over,
}

impl Stands {
    pub fn name(self) -> &'static str {
        match self {
            Stands::Open => "open",
            Stands::Filled => "filled",
            Stands::Unfilled => "unfilled",
            Stands::CalledOff => "called-off",
            Stands::Over => "over",
        }
    }

    pub fn is_on(self) -> bool {
        matches!(self, Stands::Open | Stands::Filled)
    }

    /// The row that says so.
    pub fn row(self) -> Row {
        match self {
            Stands::Open => Row::Open,
            Stands::Filled => Row::Filled,
            Stands::Unfilled => Row::Unfilled,
            Stands::CalledOff => Row::CalledOff,
            Stands::Over => Row::Over,
        }
    }
}

/// How a game stands, given what its reservation is now. Whatever ended the reservation, a closure or the desk, has ended
/// the game with it.
pub fn stands(row: Row, reservation: State) -> Stands {
    match (row, reservation) {
        (Row::Unfilled, _) => Stands::Unfilled,
        (Row::CalledOff, _) => Stands::CalledOff,
        (Row::Over, _) | (_, State::Completed | State::Released) => Stands::Over,
        (_, State::Held) => Stands::Open,
        (_, State::Confirmed | State::CheckedIn) => Stands::Filled,
        (Row::Open, State::Expired) => Stands::Unfilled,
        (_, State::Expired | State::Cancelled) => Stands::CalledOff,
    }
}

/// Somebody who has a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Player {
    pub id: Id,
    pub person: Option<PersonId>,
    pub entry: Entry,
}

/// All that a decision about a game depends on.
#[derive(Debug, Clone)]
pub struct Table {
    pub stands: Stands,
    pub span: Span,
    /// Places in all, that of whoever posted it counted.
    pub wanted: i32,
    pub band: Option<Band>,
    pub poster: Option<PersonId>,
    /// Those who have a place now.
    pub players: Vec<Player>,
    pub policy: Policy,
}

/// How long before the start a filled game may still be left.
const LEAVE_BY: SignedDuration = SignedDuration::from_hours(1);
/// How long before the start it has to be filled.
pub(super) const FILLED_BY: SignedDuration = SignedDuration::from_mins(15);
/// Fewer do not play together.
pub const FEWEST: i32 = 2;

impl Table {
    pub fn taken(&self) -> i32 {
        self.players.iter().map(|p| p.entry.seats()).sum()
    }

    pub fn left(&self) -> i32 {
        (self.wanted - self.taken()).max(0)
    }

    /// The place that the person has themselves or for a child, if any.
    pub fn place_of(&self, person: PersonId) -> Option<&Player> {
        self.players.iter().find(|p| p.person == Some(person))
    }

    /// Until when one may leave.
    pub fn leave_until(&self) -> Timestamp {
        match self.stands {
            Stands::Filled => self.span.from - LEAVE_BY.max(SignedDuration::from_mins(self.policy.cancel_until.into())),
            _ => self.span.from - FILLED_BY,
        }
    }
}

/// Whether somebody may take a place, and whether the game is filled then. `kept_apart`: one of the players and whoever
/// asks keep away from each other; that looks like a game that takes nobody any more.
pub fn join(table: &Table, entry: Entry, kept_apart: bool, elsewhere: bool) -> Result<bool, NoGame> {
    if table.stands != Stands::Open || kept_apart || table.left() == 0 {
        return Err(NoGame::NotOpen);
    }
    ages(table, entry)?;
    if entry.seats() > table.left() {
        return Err(NoGame::FewerLeft { left: table.left() });
    }
    if elsewhere {
        return Err(NoGame::Elsewhere);
    }
    Ok(entry.seats() == table.left())
}

/// Children play with children of about their age; adults are there as somebody's guardian.
fn ages(table: &Table, entry: Entry) -> Result<(), NoGame> {
    if matches!(entry, Entry::Child { band: Band::Under13, along: false }) {
        return Err(NoGame::WithGuardian);
    }
    match (table.band, entry) {
        (None, Entry::Child { along: false, .. }) => Err(NoGame::ForAdults),
        (None, _) => Ok(()),
        (Some(band), Entry::Oneself | Entry::Guest) => Err(NoGame::ForMinors { band }),
        (Some(_), Entry::Child { band: theirs, .. }) => {
            let mut bands = table.players.iter().filter_map(|p| p.entry.band()).chain(table.band);
            match bands.find(|b| !b.plays_with(theirs)) {
                Some(band) => Err(NoGame::OtherAges { band }),
                None => Ok(()),
            }
        }
    }
}

/// Whether somebody may give a place back; the desk may until the game is over.
pub fn leave(now: Timestamp, table: &Table, player: &Player, by_staff: bool) -> Result<(), NoGame> {
    if !table.stands.is_on() || table.span.from <= now {
        return Err(NoGame::NotNow);
    }
    if player.person.is_some() && player.person == table.poster {
        return Err(NoGame::OwnGame);
    }
    let until = table.leave_until();
    if !by_staff && until < now {
        return Err(NoGame::TooLateToLeave { until });
    }
    Ok(())
}

/// When a filled game's slot is given up because nobody came.
pub fn confirmed(now: Timestamp, table: &Table) -> Option<Timestamp> {
    released_at(&table.span, now, table.policy.grace)
}

/// A game that somebody has left looks for people again until this instant. `None`: it is too late for that, and those who
/// are left play or call it off.
pub fn reopened(now: Timestamp, span: &Span) -> Option<Timestamp> {
    Some(span.from - FILLED_BY).filter(|at| *at > now)
}

/// Whoever posted it plays with those who are there: the slot with as much room as they need.
pub fn fewer(
    now: Timestamp,
    table: &Table,
    (offering, atoms): (&Offering, &[Atom]),
    units: &[Unit],
) -> Result<Booking, NoGame> {
    if table.stands != Stands::Open {
        return Err(NoGame::NotNow);
    }
    let (group, policy) = (table.taken(), &offering.policy);
    let least = policy.smallest_group.max(FEWEST);
    if group < least {
        return Err(NoGame::TooFew { least });
    }
    let enough = |atom: &Atom| {
        let need = usize::try_from(offering.units_for(atom, group)).unwrap_or(usize::MAX);
        units.iter().filter(|u| u.atom == atom.id).copied().take(need).collect::<Vec<_>>()
    };
    Ok(Booking {
        span: table.span,
        group,
        units: atoms.iter().flat_map(enough).collect(),
        state: State::Confirmed,
        awaits_approval: false,
        lapses_at: confirmed(now, table),
        before: policy.before,
        after: policy.after,
        grace: policy.grace,
        favoured: None,
    })
}
