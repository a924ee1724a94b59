//! The rows. Each file has the queries of one table.
pub mod wishes;
pub mod people;
pub mod writers;
pub mod reviews;
pub mod appeals;
pub mod claims;
pub mod shares;
pub mod asks;
