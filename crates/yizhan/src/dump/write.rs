//! Writes all tables from one snapshot.
use std::cell::RefCell;
use std::io::{self, Write};

use diesel::connection::DefaultLoadingMode;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use kernel::db::{Conn, Engine};
use kernel::fault::Fault;
use kernel::on;

use super::codec::select;
use super::{Header, Section, Table};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// How many rows a table has.
pub fn rows_in(c: &mut Conn, table: &str) -> Result<u64, Fault> {
    let count = format!("SELECT count(*) AS n FROM {table}");
    let found = on!(c, c => diesel::sql_query(count).get_result::<Count>(c))?;
    Ok(u64::try_from(found.n).unwrap_or(0))
}

/// Writes the header and all rows; tells `progress` each row's table. Returns the number of rows.
/// Rows pass through one at a time, so the size of the database does not matter.
pub fn write(
    c: &mut Conn,
    engine: Engine,
    (header, tables): (&Header, &[Table]),
    out: &mut dyn Write,
    progress: &mut dyn FnMut(&str, u64),
) -> Result<u64, Fault> {
    // A snapshot's closure may not change what is outside it: these are written to, once.
    let outside = RefCell::new((out, progress));
    c.in_snapshot(|c| {
        let (out, progress) = &mut *outside.borrow_mut();
        line(out, &serde_json::to_string(header).map_err(Fault::broken)?)?;
        let mut written = 0;
        for table in tables {
            let section = Section { table: table.name.clone() };
            line(out, &serde_json::to_string(&section).map_err(Fault::broken)?)?;
            let select = select(table, engine);
            let mut each = |row: Line| {
                written += 1;
                progress(&table.name, written);
                line(out, &row.line)
            };
            match c {
                Conn::Sqlite(c) => {
                    let rows = diesel::sql_query(select).load_iter::<Line, DefaultLoadingMode>(c)?;
                    rows.map(|row| row.map_err(Fault::from)).try_for_each(|row| each(row?))?;
                }
                Conn::Pg(c) => {
                    let rows = diesel::sql_query(select).load_iter::<Line, PgRowByRowLoadingMode>(c)?;
                    rows.map(|row| row.map_err(Fault::from)).try_for_each(|row| each(row?))?;
                }
            }
        }
        out.flush().map_err(not_written)?;
        Ok(written)
    })
}

fn line(out: &mut dyn Write, text: &str) -> Result<(), Fault> {
    // PostgreSQL breaks the text of long documents into lines; a JSON text means the same without the breaks.
    let unbroken = if text.contains('\n') { text.replace('\n', " ") } else { text.to_owned() };
    writeln!(out, "{unbroken}").map_err(not_written)
}

fn not_written(e: io::Error) -> Fault {
    Fault::broken(format!("the file cannot be written: {e}"))
}
