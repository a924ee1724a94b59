//! Rooms, what they are made of, and what one can book of them.
use super::name::Name;
use super::policy::Policy;

pub type VenueId = i32;
pub type AtomId = i32;
pub type OfferingId = i32;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    TableTennis,
    Gym,
    ReadingRoom,
    Calligraphy,
    Chess,
    BallCourt,
    Hall,
    MeetingRoom,
    Lounge,
    Courtyard,
}

/// How one gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// The door is open while the room is.
    Open,
    /// The clerk opens it.
    Clerk,
    /// Six digits open it, for the time of a reservation.
    Code,
}

/// 场地: a room, a court, a corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    pub id: VenueId,
    pub slug: String,
    pub name: Name,
    pub kind: Kind,
    pub owner: i32,
    /// `opening_hours` text; none = whenever the station is open.
    pub hours: Option<String>,
    /// Where it is and what to bring, in a sentence.
    pub note: Name,
    pub key: Key,
    pub place_in_list: i32,
    /// Counts the edits, so that two managers do not overwrite each other.
    pub version: i32,
}

/// What cannot be split any further: one table, one half of the hall, a gym that 20 people share (20 units).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    pub id: AtomId,
    pub venue: VenueId,
    pub name: Name,
    pub units: i16,
}

/// Which atoms a reservation of the offering needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// All of them: the whole hall is both halves.
    All,
    /// Any one of them, assigned by the program.
    AnyOne,
}

/// How much of an atom a reservation takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Takes {
    /// All units: nobody else is in there.
    Whole,
    /// A unit for each person of the group.
    UnitPerPerson,
}

/// What one can book: "a table", "the whole hall", "half a hall".
#[derive(Debug, Clone, PartialEq)]
pub struct Offering {
    pub id: OfferingId,
    pub venue: VenueId,
    pub slug: String,
    pub name: Name,
    /// What people come for, as a stable word that programs search by: `table-tennis`.
    pub activity: String,
    pub mode: Mode,
    pub takes: Takes,
    /// Sorted.
    pub atoms: Vec<AtomId>,
    pub policy: Policy,
    pub version: i32,
}

impl Offering {
    /// How many units of an atom a group takes.
    pub fn units_for(&self, atom: &Atom, group: i32) -> i16 {
        match self.takes {
            Takes::Whole => atom.units,
            Takes::UnitPerPerson => i16::try_from(group).unwrap_or(i16::MAX),
        }
    }
}
