//! 大厅: what the hall shows, says and prints. Numbers and desks only; names of people who wait are nowhere.
pub mod voice;
pub mod assets;
pub mod pages;
mod reads;
mod web;
#[cfg(test)]
mod tests;

pub use web::{AtTheMachine, OnTheScreen, routes};
