mod phone;
mod rules;
mod residents;
mod staff;
mod pages;
pub mod web;

use kernel::testing::{TestHouse, houses};

/// A house with people's tables and texts, on each engine.
pub fn towns() -> Vec<TestHouse> {
    houses(&[kernel::MIGRATIONS, crate::MIGRATIONS], &[kernel::TEXTS, crate::TEXTS, crate::FORGETTING_TEXTS])
}
