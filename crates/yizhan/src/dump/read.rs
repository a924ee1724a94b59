//! Reads an export into an empty database: all of it or nothing.
use std::io::BufRead;

use diesel::prelude::*;
use diesel::sql_types::Text;
use kernel::db::{Conn, Engine, Undone};
use kernel::fault::Fault;
use kernel::on;

use super::codec::insert;
use super::{Column, FORMAT, Header, Section, Table, VERSION, rows_in};

/// Rows that are inserted with one statement.
const BATCH: usize = 500;

/// Why nothing was read in.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("line {line}: {why}")]
    Line { line: usize, why: String },
    #[error("{0}")]
    Whole(String),
    #[error("{0}")]
    Fault(#[from] Fault),
}
impl Undone for Refused {
    fn fault(&self) -> Option<&Fault> {
        if let Refused::Fault(fault) = self { Some(fault) } else { None }
    }
}

fn at(line: usize, why: impl std::fmt::Display) -> Refused {
    Refused::Line { line, why: why.to_string() }
}

/// Reads `lines` into the database. `key` names the key file at hand. Returns the number of rows.
pub fn read(
    c: &mut Conn,
    engine: Engine,
    (tables, key): (&[Table], &str),
    lines: &mut dyn BufRead,
    progress: &mut dyn FnMut(&str, u64),
) -> Result<u64, Refused> {
    let mut lines = Lines { lines, n: 0 };
    let first = lines.next()?.ok_or_else(|| at(1, "the file is empty"))?;
    let header: Header =
        serde_json::from_str(&first).map_err(|e| at(1, format!("this is no export of yizhan: {e}")))?;
    fits(&header, key)?;
    c.in_transaction(|c| {
        empty(c, tables)?;
        let mut filling = Filling { c, engine, tables, header: &header, now: None, rows: vec![], first: 0, read: 0 };
        while let Some(line) = lines.next()? {
            filling.take(&line, lines.n)?;
            if let Some((table, _)) = &filling.now {
                progress(&table.name, filling.read);
            }
        }
        filling.flush()?;
        Ok(filling.read)
    })
}

fn fits(header: &Header, key: &str) -> Result<(), Refused> {
    if header.format != FORMAT || header.version != VERSION {
        let known = format!("{FORMAT} version {VERSION}");
        return Err(at(
            1,
            format!("the file is {} version {}; this program reads {known}", header.format, header.version),
        ));
    }
    if header.key != key {
        return Err(at(
            1,
            "its numbers and messages were sealed with another key file; put the key file of that machine in place \
             (setting key_file) and try again",
        ));
    }
    Ok(())
}

fn empty(c: &mut Conn, tables: &[Table]) -> Result<(), Refused> {
    for table in tables {
        let n = rows_in(c, &table.name)?;
        if n > 0 {
            return Err(Refused::Whole(format!(
                "the database is not empty: {} has {n} rows; give another database, nothing was changed",
                table.name
            )));
        }
    }
    Ok(())
}

struct Lines<'r> {
    lines: &'r mut dyn BufRead,
    n: usize,
}

impl Lines<'_> {
    fn next(&mut self) -> Result<Option<String>, Refused> {
        let mut line = String::new();
        self.n += 1;
        let read = self.lines.read_line(&mut line).map_err(|e| at(self.n, e))?;
        Ok((read > 0).then_some(line))
    }
}

struct Filling<'a> {
    c: &'a mut Conn,
    engine: Engine,
    tables: &'a [Table],
    header: &'a Header,
    /// The table that is being filled, and its columns in the file's order.
    now: Option<(&'a Table, Vec<&'a Column>)>,
    rows: Vec<String>,
    /// The line of the first waiting row.
    first: usize,
    read: u64,
}

impl<'a> Filling<'a> {
    fn take(&mut self, line: &str, n: usize) -> Result<(), Refused> {
        let line = line.trim_end();
        if line.starts_with('{') {
            self.flush()?;
            let section: Section = serde_json::from_str(line).map_err(|e| at(n, e))?;
            self.now = Some(self.columns(&section.table, n)?);
            return Ok(());
        }
        let (table, columns) = self.now.as_ref().ok_or_else(|| at(n, "a row without a table"))?;
        let row: Vec<serde_json::Value> = serde_json::from_str(line).map_err(|e| at(n, format!("not a row: {e}")))?;
        if row.len() != columns.len() {
            let why = format!("a row of {} has {} values; {} are needed", table.name, row.len(), columns.len());
            return Err(at(n, why));
        }
        if self.rows.is_empty() {
            self.first = n;
        }
        self.rows.push(line.to_owned());
        self.read += 1;
        if self.rows.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn columns(&self, name: &str, n: usize) -> Result<(&'a Table, Vec<&'a Column>), Refused> {
        let table = self.tables.iter().find(|t| t.name == name);
        let table =
            table.ok_or_else(|| at(n, format!("this program has no table “{name}”; is it older than the file?")))?;
        let listed = self.header.tables.iter().find(|t| t.name == name);
        let listed = listed.ok_or_else(|| at(n, format!("the first line does not list the table “{name}”")))?;
        let known = |column: &String| {
            let why = format!("this program's {name} has no column “{column}”; is it older than the file?");
            table.column(column).ok_or_else(|| at(n, why))
        };
        let columns = listed.columns.iter().map(known).collect::<Result<_, _>>()?;
        Ok((table, columns))
    }

    fn flush(&mut self) -> Result<(), Refused> {
        let Some((table, columns)) = self.now.as_ref().filter(|_| !self.rows.is_empty()) else { return Ok(()) };
        let sql = insert(&table.name, columns, self.engine);
        let rows = std::mem::take(&mut self.rows);
        self.c.run("SAVEPOINT batch")?;
        let all = put(self.c, &sql, &format!("[{}]", rows.join(",")));
        if all.is_ok() {
            return Ok(self.c.run("RELEASE SAVEPOINT batch")?);
        }
        self.c.run("ROLLBACK TO SAVEPOINT batch")?;
        for (n, row) in rows.iter().enumerate() {
            put(self.c, &sql, &format!("[{row}]")).map_err(|e| at(self.first + n, format!("{}: {e}", table.name)))?;
        }
        Ok(self.c.run("RELEASE SAVEPOINT batch")?)
    }
}

fn put(c: &mut Conn, sql: &str, rows: &str) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::sql_query(sql).bind::<Text, _>(rows).execute(c))?)
}
