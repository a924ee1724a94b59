//! What every handler may ask for: one value, cheap to clone, that is the state of all routes.
use std::ops::Deref;
use std::sync::Arc;

use jiff::Timestamp;

use crate::chance::Chance;
use crate::clock::Clock;
use crate::db::Db;
use crate::db::types::Id;
use crate::limits::Limits;
use crate::secret::Keys;
use crate::settings::Settings;
use crate::watch::Watch;
use crate::words::Words;

#[derive(Clone)]
pub struct House(Arc<Inside>);

pub struct Inside {
    pub db: Db,
    pub clock: Clock,
    pub chance: Chance,
    pub keys: Keys,
    pub words: Words,
    pub settings: Settings,
    pub limits: Limits,
    pub watch: Watch,
}

impl House {
    pub fn new(inside: Inside) -> House {
        House(Arc::new(inside))
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A fresh key for a row: a version 7 UUID (RFC 9562, 5.7), so that keys grow with time, from the house's own clock.
    pub fn new_id(&self) -> Id {
        new_id(self.clock.now(), &self.chance)
    }
}

/// A version 7 UUID of the instant `at`.
pub fn new_id(at: Timestamp, chance: &Chance) -> Id {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    Id(uuid::Builder::from_unix_timestamp_millis(millis, &chance.bytes()).into_uuid())
}

impl Deref for House {
    type Target = Inside;
    fn deref(&self) -> &Inside {
        &self.0
    }
}
