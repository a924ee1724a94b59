//! What is known of a child: very little.
use jiff::{SignedDuration, Timestamp};

/// Children that one guardian lets the station remember.
pub const MOST: usize = 8;

/// An age band: enough to say which activities fit, and no birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = AgeBand)]
pub enum Band {
    #[serde(rename = "0-3")]
    To3 = 0,
    #[serde(rename = "4-6")]
    To6 = 1,
    #[serde(rename = "7-9")]
    To9 = 2,
    #[serde(rename = "10-12")]
    To12 = 3,
    #[serde(rename = "13-15")]
    To15 = 4,
    #[serde(rename = "16-17")]
    To17 = 5,
}

impl Band {
    pub const ALL: [Band; 6] = [Band::To3, Band::To6, Band::To9, Band::To12, Band::To15, Band::To17];

    /// As it is written everywhere: `7-9`.
    pub fn name(self) -> &'static str {
        match self {
            Band::To3 => "0-3",
            Band::To6 => "4-6",
            Band::To9 => "7-9",
            Band::To12 => "10-12",
            Band::To15 => "13-15",
            Band::To17 => "16-17",
        }
    }

    pub fn from_name(name: &str) -> Option<Band> {
        Band::ALL.into_iter().find(|b| b.name() == name)
    }

    pub fn from_number(n: i16) -> Option<Band> {
        Band::ALL.into_iter().find(|b| *b as i16 == n)
    }

    /// When no child that was in this band is in it any more: so many years as the band is wide. The guardian then writes the
    /// child down anew, or not.
    pub fn over(self, now: Timestamp) -> Timestamp {
        let years = match self {
            Band::To3 => 4,
            Band::To17 => 2,
            _ => 3,
        };
        now + SignedDuration::from_hours(24 * 365 * years)
    }
}

/// Why a child is not remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChildRefusal {
    /// The guardian has not agreed to the text in force.
    ConsentFirst,
    /// Nobody knows yet whether the guardian's number is theirs.
    ProveFirst,
    Enough,
}

/// What the decision depends on.
#[derive(Debug, Clone, Copy)]
pub struct Guardian {
    pub consent: bool,
    pub proved: bool,
    pub children: usize,
}

pub fn may_remember(guardian: Guardian) -> Result<(), ChildRefusal> {
    match guardian {
        Guardian { proved: false, .. } => Err(ChildRefusal::ProveFirst),
        Guardian { consent: false, .. } => Err(ChildRefusal::ConsentFirst),
        Guardian { children: MOST.., .. } => Err(ChildRefusal::Enough),
        _ => Ok(()),
    }
}
