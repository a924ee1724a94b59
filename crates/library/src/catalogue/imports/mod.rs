//! Files that other systems and spreadsheets write: read whole, each line by itself, so that one that is wrong is said and the others
//! come in.
pub mod charset;
mod record;
pub mod cnmarc;
pub mod table;
mod file;
#[cfg(test)]
mod tests;

pub use file::{MOST_BYTES, MOST_RECORDS, NotAFile, Read, read};
pub use record::{Bad, Record, Why};
