//! What facts add up to, and what has stood too long. Pure.
mod figures;
mod idle;
mod months;
#[cfg(test)]
mod tests;

pub use figures::{Figures, Issue, add_up};
pub use idle::{Standing, idle_before, is_idle};
pub use months::{month, months, name};
