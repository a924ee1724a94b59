//! The rows. Each file has the queries of one table.
pub mod titles;
pub mod copies;
pub mod shelves;
pub mod covers;
pub mod grams;
pub mod pack;
pub mod settings;
pub mod numbers;
