//! The rows. Each file has the queries of one or two tables.
pub mod sections;
pub mod notices;
pub mod versions;
pub mod photos;
pub mod grams;
pub mod related;
pub mod downs;
