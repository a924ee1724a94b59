//! A fair's programme, plan and stalls. Data in, decisions out.
mod goods;
mod plan;
mod stalls;
#[cfg(test)]
mod tests;

pub use goods::Goods;
pub use plan::{Entry, Place, PlaceKind, on_and_next};
pub use stalls::{NoStall, Rule, Stall, Stands, Terms, best_for, fits, next_for};
