//! How many streams are open, in all and by whom, so that nobody can fill the program up.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::fault::Fault;

/// Streams of one process. Each costs a connection; a hall has a few screens, a county some thousands.
const MOST: usize = 12_000;

/// Streams that one session or one address may hold. The key is a hash: no address is kept.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    pub of: [u8; 32],
    pub most: u32,
}

#[derive(Default)]
pub(super) struct Seats(Arc<Mutex<Taken>>);

#[derive(Default)]
struct Taken {
    all: usize,
    by: HashMap<[u8; 32], u32>,
}

/// A stream's place, free again when it is dropped.
pub(super) struct Seat {
    seats: Arc<Mutex<Taken>>,
    keys: Vec<[u8; 32]>,
}

impl Seats {
    /// A place within all `bounds`, or [`Fault::Busy`]: the page asks again later.
    pub(super) fn take(&self, bounds: &[Bound]) -> Result<Seat, Fault> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |b: &Bound| taken.by.get(&b.of).is_some_and(|n| *n >= b.most);
        if taken.all >= MOST || bounds.iter().any(full) {
            return Err(Fault::Busy);
        }
        taken.all += 1;
        for bound in bounds {
            *taken.by.entry(bound.of).or_default() += 1;
        }
        Ok(Seat { seats: self.0.clone(), keys: bounds.iter().map(|b| b.of).collect() })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all -= 1;
        for key in &self.keys {
            if let Some(n) = taken.by.get_mut(key) {
                *n -= 1;
                if *n == 0 {
                    taken.by.remove(key);
                }
            }
        }
    }
}
