//! Looking around.
mod starts;
mod country;
mod finding;
mod pages;
mod programs;
