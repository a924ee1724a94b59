//! What a round gives away and by which rule, as it is published when it opens.
use jiff::Timestamp;
use jiff::civil::Date;

use crate::rules::Name;

/// Who comes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SeasonKind)]
pub enum Kind {
    Youth = 0,
    Elderly = 1,
    Beginners = 2,
    Other = 3,
    /// An office that shares the station.
    Office = 4,
}

impl Kind {
    /// What a group of residents may say of itself.
    pub const OF_GROUPS: [Kind; 4] = [Kind::Youth, Kind::Elderly, Kind::Beginners, Kind::Other];

    pub fn from_column(n: i16) -> Option<Kind> {
        Kind::OF_GROUPS.into_iter().chain([Kind::Office]).find(|k| *k as i16 == n)
    }

    pub fn name(self) -> &'static str {
        match self {
            Kind::Youth => "youth",
            Kind::Elderly => "elderly",
            Kind::Beginners => "beginners",
            Kind::Other => "other",
            Kind::Office => "office",
        }
    }
}

/// The most points that one term can give.
pub const MOST_POINTS: i32 = 100;
/// The most slots that one applicant can get.
pub const MOST_PER_APPLICANT: i32 = 7;

/// The weights of the published rule, in points from 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonWeights)]
pub struct Weights {
    /// For being a group of that kind.
    #[schema(minimum = 0, maximum = 100)]
    pub youth: i32,
    #[schema(minimum = 0, maximum = 100)]
    pub elderly: i32,
    #[schema(minimum = 0, maximum = 100)]
    pub beginners: i32,
    #[schema(minimum = 0, maximum = 100)]
    pub other: i32,
    #[schema(minimum = 0, maximum = 100)]
    pub office: i32,
    /// For a group that fills the room; a smaller one gets its share of it.
    #[schema(minimum = 0, maximum = 100)]
    pub fit: i32,
    /// For having had the same room at that time last season.
    #[schema(minimum = 0, maximum = 100)]
    pub continuity: i32,
    /// For not having got one's first wish last season.
    #[schema(minimum = 0, maximum = 100)]
    pub turn: i32,
}

impl Weights {
    pub fn of(&self, kind: Kind) -> i32 {
        match kind {
            Kind::Youth => self.youth,
            Kind::Elderly => self.elderly,
            Kind::Beginners => self.beginners,
            Kind::Other => self.other,
            Kind::Office => self.office,
        }
    }

    /// Each with its name.
    pub fn all(&self) -> [(&'static str, i32); 8] {
        [
            ("youth", self.youth),
            ("elderly", self.elderly),
            ("beginners", self.beginners),
            ("other", self.other),
            ("office", self.office),
            ("fit", self.fit),
            ("continuity", self.continuity),
            ("turn", self.turn),
        ]
    }
}

/// A weekly time that is given away.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonSlot)]
pub struct Slot {
    /// Counted from 1; wishes name it.
    #[schema(minimum = 1, maximum = 200)]
    pub number: i32,
    /// The slug of what is given: `hall`, `half-hall`.
    pub offering: String,
    pub name: Name,
    /// 0 = Monday.
    #[schema(minimum = 0, maximum = 6)]
    pub weekday: i32,
    /// Minutes after midnight of the station's clock.
    #[schema(minimum = 0, maximum = 1439)]
    pub from_minute: i32,
    #[schema(minimum = 5, maximum = 1440)]
    pub minutes: i32,
    /// How many groups have one at the same time: one hall, four tables.
    #[schema(minimum = 1, maximum = 1000)]
    pub places: i32,
    /// How large a group may be.
    #[schema(minimum = 1, maximum = 1000)]
    pub smallest: i32,
    #[schema(minimum = 1, maximum = 1000)]
    pub largest: i32,
}

impl Slot {
    pub fn until_minute(&self) -> i32 {
        self.from_minute.saturating_add(self.minutes)
    }

    /// Whether nobody can be at both.
    pub fn same_time(&self, other: &Slot) -> bool {
        self.weekday == other.weekday
            && self.from_minute < other.until_minute()
            && other.from_minute < self.until_minute()
    }
}

/// What is given away, until when one asks for it, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonTerms)]
pub struct Terms {
    pub title: String,
    /// The first and the last day of the season.
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[schema(value_type = String, format = Date)]
    pub ends_on: Date,
    /// Nothing is changed any more from this instant on.
    #[schema(value_type = String, format = DateTime)]
    pub apply_until: Timestamp,
    /// How many slots one applicant can get.
    #[schema(minimum = 1, maximum = 7)]
    pub limit: i32,
    pub weights: Weights,
    pub slots: Vec<Slot>,
}

impl Terms {
    pub fn slot(&self, number: i32) -> Option<&Slot> {
        self.slots.iter().find(|s| s.number == number)
    }
}

/// How a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SeasonStands)]
pub enum Stands {
    /// One can apply.
    Open,
    /// The time is over; nobody can change anything any more.
    Locked,
    /// The rule has decided and everybody can look; staff may still change something, with a reason.
    Allocated,
    /// It is final, and the dates are booked.
    Confirmed,
    CalledOff,
}

impl Stands {
    pub fn name(self) -> &'static str {
        match self {
            Stands::Open => "open",
            Stands::Locked => "locked",
            Stands::Allocated => "allocated",
            Stands::Confirmed => "confirmed",
            Stands::CalledOff => "called-off",
        }
    }

    /// From what its row says. Time has closed it when its time is over, whether or not that was written down; once it was, it
    /// is open for nobody, also not for whoever looked at the clock before and waited since.
    pub fn at(
        now: Timestamp,
        apply_until: Timestamp,
        (locked, allocated, confirmed, called_off): (bool, bool, bool, bool),
    ) -> Stands {
        match () {
            () if called_off => Stands::CalledOff,
            () if confirmed => Stands::Confirmed,
            () if allocated => Stands::Allocated,
            () if locked || apply_until <= now => Stands::Locked,
            () => Stands::Open,
        }
    }

    pub fn has_result(self) -> bool {
        matches!(self, Stands::Allocated | Stands::Confirmed)
    }
}
