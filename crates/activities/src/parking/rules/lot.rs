//! A lot: how many bays of which class it has, which of them are held back, and when it is open.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::parking::LotId;

/// What stands on a bay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ParkingClass)]
pub enum Class {
    Car = 0,
    /// Motorcycles and three-wheelers.
    Cycle = 1,
    /// Whoever has the badge.
    Disabled = 2,
    Bus = 3,
}

impl Class {
    pub const ALL: [Class; 4] = [Class::Car, Class::Cycle, Class::Disabled, Class::Bus];

    pub fn name(self) -> &'static str {
        match self {
            Class::Car => "car",
            Class::Cycle => "cycle",
            Class::Disabled => "disabled",
            Class::Bus => "bus",
        }
    }

    pub fn of(stored: i16) -> Option<Class> {
        Class::ALL.into_iter().find(|c| *c as i16 == stored)
    }

    pub fn named(name: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|c| c.name() == name)
    }
}

/// Why bays are held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ParkingHeldWhy)]
pub enum Why {
    Disabled,
    /// Ambulance and fire engine.
    Emergency,
    Staff,
    Other,
}

impl Why {
    pub const ALL: [Why; 4] = [Why::Disabled, Why::Emergency, Why::Staff, Why::Other];

    pub fn name(self) -> &'static str {
        match self {
            Why::Disabled => "disabled",
            Why::Emergency => "emergency",
            Why::Staff => "staff",
            Why::Other => "other",
        }
    }
}

/// Bays that nobody is sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ParkingHeld)]
pub struct Held {
    pub why: Why,
    #[schema(minimum = 1, maximum = 5000)]
    pub bays: i32,
}

/// The bays of one class, as they were last counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bays {
    pub class: Class,
    pub capacity: i32,
    pub held: Vec<Held>,
    /// As many as were tapped in, less those tapped out; whoever taps too often brings it out of bounds until a recount.
    pub parked: i32,
    /// When somebody last tapped.
    pub seen_at: Option<Timestamp>,
    /// When somebody last counted all of them.
    pub recounted_at: Option<Timestamp>,
    /// What is in the ledger and still to come, of which nothing counts yet: only a rehearsal lays such out.
    pub ahead: Option<Ahead>,
}

/// By how much taps that are still to come change the count, and when the last of them is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    pub step: i32,
    pub until: Timestamp,
}

impl Bays {
    /// Whether the ledger has anything of them.
    pub fn are_counted(&self) -> bool {
        self.seen_at.is_some() || self.ahead.is_some()
    }

    pub fn held_bays(&self) -> i32 {
        self.held.iter().map(|h| h.bays).sum()
    }

    /// What visitors may be sent to.
    pub fn usable(&self) -> i32 {
        (self.capacity - self.held_bays()).max(0)
    }

    /// clamp(capacity − held − count)
    pub fn free(&self) -> i32 {
        (self.usable() - self.parked).clamp(0, self.usable())
    }
}

/// In both languages; English may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FairName)]
pub struct Name {
    #[schema(min_length = 1, max_length = 40, example = "镇政府院子")]
    pub zh: String,
    #[serde(default)]
    #[schema(max_length = 60, example = "Town hall compound")]
    pub en: String,
}

/// A car park of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    pub id: LotId,
    /// The same every year: advice compares by it.
    pub slug: String,
    pub name: Name,
    pub address: String,
    /// Latitude and longitude.
    pub at: Option<(f64, f64)>,
    /// Lots fill in this order.
    pub place: i16,
    /// From so many per cent taken on, people are sent to the next lot.
    pub threshold: i16,
    pub opens: Timestamp,
    pub closes: Timestamp,
    /// Until when every car must have left.
    pub leave_by: Option<Timestamp>,
    /// Closed by hand, and why.
    pub shut: Option<String>,
    pub bays: Vec<Bays>,
}

impl Lot {
    pub fn bays(&self, class: Class) -> Option<&Bays> {
        self.bays.iter().find(|b| b.class == class)
    }

    pub fn is_open(&self, now: Timestamp) -> bool {
        self.shut.is_none() && self.opens <= now && now < self.closes
    }
}
