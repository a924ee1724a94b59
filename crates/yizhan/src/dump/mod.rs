//! A database as lines of JSON that both engines write and read: the way to PostgreSQL, and PostgreSQL's backup.
//!
//! The first line is the [`Header`]; then, table by table and in key order, `{"table":"events"}` and one array per row.
//! Values by type word of the migrations: `ID` and `BYTES` as hexadecimal digits, `INSTANT` as microseconds since 1970 UTC,
//! `DAY` as 2026-06-27, `FLAG` as true and false, `JSON` as it is, numbers and text as such.
mod tables;
mod codec;
mod write;
mod read;

pub use read::{Refused, read};
pub use tables::{Column, Table, Type, tables};
pub use write::{rows_in, write};

/// The first line of an export.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Header {
    /// Always `yizhan-export`.
    pub format: String,
    /// Of the format: 1.
    pub version: u32,
    /// When the snapshot was taken.
    pub at: jiff::Timestamp,
    /// Names the key file that opens what is sealed in the rows, without revealing it.
    pub key: String,
    pub tables: Vec<Listed>,
}

#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Listed {
    pub name: String,
    pub columns: Vec<String>,
}

impl Header {
    pub fn new(at: jiff::Timestamp, keys: &kernel::secret::Keys, tables: &[Table]) -> Header {
        let columns = |t: &Table| t.columns.iter().map(|c| c.name.clone()).collect();
        let listed = |t: &Table| Listed { name: t.name.clone(), columns: columns(t) };
        let tables = tables.iter().map(listed).collect();
        Header { format: FORMAT.into(), version: VERSION, at, key: name_of_key(keys), tables }
    }
}

pub const FORMAT: &str = "yizhan-export";
pub const VERSION: u32 = 1;

/// What stands before a table's rows.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Section {
    table: String,
}

/// A name for a key file: 16 digits from which the key cannot be guessed.
pub fn name_of_key(keys: &kernel::secret::Keys) -> String {
    data_encoding::HEXLOWER.encode(&keys.lookup("export", "which key is this?")[..8])
}

#[cfg(test)]
mod tests;
