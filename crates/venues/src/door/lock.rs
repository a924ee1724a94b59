//! What a lock is told. How, a driver knows; the program brings one that posts to an address.
use jiff::Timestamp;
use kernel::db::types::Id;
use serde::{Deserialize, Serialize};

use crate::ReservationId;
use crate::rules::{Span, VenueId};

/// One thing that a lock has to know. Sent at least once, and in order for each reservation; `id` stays the same on every try,
/// so that a lock can drop repetitions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    pub id: Id,
    /// The slug of the station.
    pub station: String,
    /// The slug of the venue.
    pub venue: String,
    /// What the code belongs to: a later call about the same one replaces what was said before.
    pub reservation: ReservationId,
    #[serde(flatten)]
    pub what: What,
    pub made_at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    /// These digits open the door in this time; those of the same reservation that were told before no longer do.
    Granted { code: String, from: Timestamp, until: Timestamp },
    /// The same digits, at another time.
    Moved { from: Timestamp, until: Timestamp },
    /// They no longer open it.
    Revoked,
}

impl What {
    pub fn granted(code: String, opens: &Span) -> What {
        What::Granted { code, from: opens.from, until: opens.until }
    }
    pub fn moved(opens: &Span) -> What {
        What::Moved { from: opens.from, until: opens.until }
    }
}

/// The lock of one venue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    pub venue: VenueId,
    pub url: String,
    /// Signs what is sent, if the door has a key.
    pub key: Option<String>,
}

/// A way to a lock. Called outside any transaction; an error is tried again later.
pub trait Lock: Send + Sync {
    fn tell(&self, at: &Where, call: &Call) -> Result<(), String>;
}
