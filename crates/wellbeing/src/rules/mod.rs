//! The numbers: data in, figures out.
pub mod noise;
pub mod poisson;
pub mod hide;
pub mod flags;
pub mod strata;
pub mod estimate;
pub mod bootstrap;
pub mod response;
pub mod change;
pub mod range;
pub mod period;
pub mod door;
pub mod rooms;
pub mod held;
pub mod visits;
pub mod fullest;
pub mod contact;
pub mod figure;
pub mod ballot;
pub mod households;
pub mod survey;
pub mod sheet;
pub mod compare;
pub mod verify;
pub mod file;
pub mod dictionary;
#[cfg(test)]
mod reference;
