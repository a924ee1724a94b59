mod phone;
mod surname;
mod rules;
mod residents;
mod staff;
mod pages;
pub mod web;

use kernel::testing::{TestHouse, houses};

/// All that this crate says.
pub const TEXTS: [kernel::words::Texts; 6] = [
    kernel::TEXTS,
    crate::TEXTS,
    crate::FORGETTING_TEXTS,
    crate::FACTORS_TEXTS,
    crate::CHILDREN_TEXTS,
    crate::CARDS_TEXTS,
];

/// A house with people's tables and texts, on each engine.
pub fn towns() -> Vec<TestHouse> {
    houses(&[kernel::MIGRATIONS, crate::MIGRATIONS], &TEXTS)
}
