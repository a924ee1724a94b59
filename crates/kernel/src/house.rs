//! What every handler may ask for: one value, cheap to clone, that is the state of all routes.
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};

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
pub struct House(Arc<(Inside, Shelf)>);

/// What slices keep in memory for one house, by type: copies of rows that every page needs.
type Shelf = RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>;

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
        House(Arc::new((inside, Shelf::default())))
    }

    /// The one `T` of this house, made when it is first asked for. It is memory only: what it holds must be safe to lose,
    /// and other processes on the same database have their own.
    pub fn shelf<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let kind = TypeId::of::<T>();
        let found = self.0.1.read().unwrap_or_else(PoisonError::into_inner).get(&kind).cloned();
        let kept = found.unwrap_or_else(|| {
            let mut shelf = self.0.1.write().unwrap_or_else(PoisonError::into_inner);
            shelf.entry(kind).or_insert_with(|| Arc::new(T::default())).clone()
        });
        // The key is the type, so the value always is one.
        kept.downcast().unwrap_or_default()
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
        &self.0.0
    }
}
