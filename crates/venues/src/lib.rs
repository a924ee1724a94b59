//! 场地 · 预订: rooms and courts that several owners pool, what one can book of them, and who has them when.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
mod public;
mod desk;

use kernel::db::{Migration, migration};

pub use acts::{checks, jobs};
pub use store::Catalogue;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-06-04_venues")];

kernel::id_type! {
    /// One reservation.
    pub ReservationId
}

#[cfg(test)]
mod tests;
