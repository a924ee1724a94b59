//! The tables and their changes: one text per change for both engines.
//!
//! Type words are replaced per engine: `ID`, `INSTANT`, `DAY`, `FLAG`, `JSON`, `BYTES`, `BIGINT`, `SMALLINT`, `FLOAT`.
//! On SQLite every table is STRICT and WITHOUT ROWID. A line that ends in `-- only sqlite` or `-- only postgres` is left
//! out on the other engine. A merged migration is never edited: its checksum is kept, and a difference stops the program.
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use sha2::{Digest, Sha256};

use super::{Conn, Engine};
use crate::fault::Fault;
use crate::on;

/// One change of the tables. The name starts with its day, so that all slices' changes have one order.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
}

/// `migration!("2026-06-01_venues")` takes the text from the crate's folder `migrations`.
#[macro_export]
macro_rules! migration {
    ($name:literal) => {
        $crate::db::Migration { name: $name, sql: include_str!(concat!("../migrations/", $name, ".sql")) }
    };
}

/// Brings a database up to date.
pub struct Migrator(Vec<Migration>);

#[derive(QueryableByName)]
struct Known {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    checksum: String,
}

impl Migrator {
    pub fn new(slices: &[&[Migration]]) -> Migrator {
        Migrator(slices.concat())
    }

    /// Applies what is missing, each in a transaction of its own; tells `progress` each name. Returns how many were applied.
    pub fn run(&self, url: &str, mut progress: impl FnMut(&str)) -> Result<usize, Fault> {
        let mut c = Conn::open(url)?;
        let engine = Engine::of(url);
        if let Conn::Pg(c) = &mut c {
            // Two programs that start at once on an empty database take turns. The number is arbitrary, and ours.
            c.batch_execute("SELECT pg_advisory_lock(6302031)")?;
        }
        c.run("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL)")?;
        let known = on!(&mut c, c => diesel::sql_query("SELECT name, checksum FROM migrations").load::<Known>(c))?;
        let mut applied = 0;
        for m in &self.0 {
            let checksum = checksum(m.sql);
            match known.iter().find(|k| k.name == m.name) {
                Some(k) if k.checksum == checksum => {}
                Some(_) => return Err(Fault::broken(format!("migration {} was edited after it was applied", m.name))),
                None => {
                    progress(m.name);
                    c.in_transaction(|c| apply(c, engine, m, &checksum))?;
                    applied += 1;
                }
            }
        }
        Ok(applied)
    }
}

fn apply(c: &mut Conn, engine: Engine, m: &Migration, checksum: &str) -> Result<(), Fault> {
    c.run(&for_engine(m.sql, engine)).map_err(|e| Fault::broken(format!("migration {}: {e}", m.name)))?;
    c.run(&format!("INSERT INTO migrations (name, checksum) VALUES ('{}', '{checksum}')", m.name))
}

fn checksum(sql: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(sql.as_bytes())[..8])
}

/// The words for types and what they become: (word, SQLite, PostgreSQL).
const WORDS: &[(&str, &str, &str)] = &[
    ("ID", "BLOB", "UUID"),
    ("INSTANT", "INTEGER", "TIMESTAMPTZ"),
    ("DAY", "TEXT", "DATE"),
    ("FLAG", "INTEGER", "BOOLEAN"),
    ("JSON", "TEXT", "JSONB"),
    ("BYTES", "BLOB", "BYTEA"),
    ("BIGINT", "INTEGER", "BIGINT"),
    ("SMALLINT", "INTEGER", "SMALLINT"),
    ("FLOAT", "REAL", "DOUBLE PRECISION"),
];

/// The text of a migration as `engine` understands it.
pub(crate) fn for_engine(sql: &str, engine: Engine) -> String {
    let other = if engine == Engine::Sqlite { "-- only postgres" } else { "-- only sqlite" };
    let mut out = String::with_capacity(sql.len() + 256);
    for line in sql.lines().filter(|l| !l.trim_end().ends_with(other)) {
        let code = line.split("--").next().unwrap_or_default();
        let code = words_replaced(code, engine);
        // A table's closing line stands at the margin.
        let closes_table = code.trim_end() == ");";
        out.push_str(if closes_table && engine == Engine::Sqlite { ") STRICT, WITHOUT ROWID;" } else { &code });
        out.push('\n');
    }
    out
}

fn words_replaced(code: &str, engine: Engine) -> String {
    let word_end = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    code.split_inclusive(word_end)
        .map(|piece| {
            let word = piece.trim_end_matches(word_end);
            match WORDS.iter().find(|(w, ..)| *w == word) {
                Some((_, sqlite, _)) if engine == Engine::Sqlite => piece.replacen(word, sqlite, 1),
                Some((.., postgres)) => piece.replacen(word, postgres, 1),
                None => piece.to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "create table a (\n    id ID not null, -- an ID in a comment\n    at INSTANT not null\n);\nselect 1; -- only postgres\n";

    #[test]
    fn one_text_becomes_each_engines_own() {
        let sqlite = for_engine(TEXT, Engine::Sqlite);
        assert_eq!(
            sqlite,
            "create table a (\n    id BLOB not null, \n    at INTEGER not null\n) STRICT, WITHOUT ROWID;\n"
        );
        let postgres = for_engine(TEXT, Engine::Postgres);
        assert_eq!(postgres, "create table a (\n    id UUID not null, \n    at TIMESTAMPTZ not null\n);\nselect 1; \n");
    }
}
