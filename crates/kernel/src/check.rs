//! What must always be true of the rows of a database. Each slice names its own; `yizhan check` runs them all.
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::Conn;
use crate::fault::Fault;
use crate::on;

/// One invariant. `run` says each row that breaks it, in plain words; an empty list is good news.
#[derive(Clone, Copy)]
pub struct Check {
    pub name: &'static str,
    pub run: fn(&mut Conn) -> Result<Vec<String>, Fault>,
}

/// The kernel's own.
pub const CHECKS: &[Check] = &[
    Check { name: "the changes of each station are numbered 1, 2, 3 … without holes", run: numbers },
    Check { name: "no event is numbered higher than its station's counter", run: counters },
];

#[derive(QueryableByName)]
struct Broken {
    #[diesel(sql_type = BigInt)]
    station_id: i64,
    #[diesel(sql_type = Text)]
    said: String,
}

/// What a query says that returns `station_id` and `said`, a row for each that breaks an invariant.
pub fn broken(c: &mut Conn, query: &str) -> Result<Vec<String>, Fault> {
    let rows = on!(c, c => diesel::sql_query(query).load::<Broken>(c))?;
    Ok(rows.into_iter().map(|b| format!("station {}: {}", b.station_id, b.said)).collect())
}

#[derive(QueryableByName)]
struct Numbers {
    #[diesel(sql_type = BigInt)]
    station_id: i64,
    #[diesel(sql_type = BigInt)]
    n: i64,
    #[diesel(sql_type = BigInt)]
    first: i64,
    #[diesel(sql_type = BigInt)]
    last: i64,
    #[diesel(sql_type = BigInt)]
    counter: i64,
}

const NUMBERS: &str = "SELECT e.station_id, count(*) AS n, min(e.change) AS first, max(e.change) AS last, \
     coalesce(max(c.last), 0) AS counter FROM events e LEFT JOIN changes c ON c.station_id = e.station_id GROUP BY e.station_id";

fn numbered(c: &mut Conn) -> Result<Vec<Numbers>, Fault> {
    Ok(on!(c, c => diesel::sql_query(NUMBERS).load::<Numbers>(c))?)
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let holes = |s: &Numbers| s.first != 1 || s.n != s.last;
    let say =
        |s: Numbers| format!("station {}: {} events are numbered from {} to {}", s.station_id, s.n, s.first, s.last);
    Ok(numbered(c)?.into_iter().filter(holes).map(say).collect())
}

fn counters(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let wrong = |s: &Numbers| s.last != s.counter;
    let say = |s: Numbers| {
        format!("station {}: the last event is number {}, the counter says {}", s.station_id, s.last, s.counter)
    };
    Ok(numbered(c)?.into_iter().filter(wrong).map(say).collect())
}
