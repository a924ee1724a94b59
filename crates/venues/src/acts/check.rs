//! What must always be true of reservations, claims and cells.
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use crate::offers;
use crate::schema::venues;

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [CHECKS, offers::CHECKS].concat()
}

const CHECKS: &[Check] = &[
    Check { name: "every cell belongs to a claim of its reservation that covers it", run: stray_cells },
    Check { name: "every claim holds all the cells between its start and its end", run: missing_cells },
    Check { name: "no two claims on one unit overlap", run: overlaps },
    Check { name: "every live reservation has claims, and no claim is without its reservation", run: orphans },
    Check { name: "every claim says the same times as its reservation", run: torn },
    Check { name: "every room belongs to a station that is there and to one of its owners", run: homeless },
];

#[derive(QueryableByName)]
struct Broken {
    #[diesel(sql_type = BigInt)]
    station_id: i64,
    #[diesel(sql_type = Text)]
    said: String,
}

/// Runs the engine's text of a query that returns (station_id, said).
fn broken(c: &mut Conn, sqlite: &str, postgres: &str) -> Result<Vec<String>, Fault> {
    let rows = match c {
        Conn::Sqlite(c) => diesel::sql_query(sqlite).load::<Broken>(c),
        Conn::Pg(c) => diesel::sql_query(postgres).load::<Broken>(c),
    }?;
    Ok(rows.into_iter().map(|b| format!("station {}: {}", b.station_id, b.said)).collect())
}

/// Differences between the engines: how an id is shown, and how an instant becomes a cell's number.
pub(crate) fn for_both(c: &mut Conn, query: &str) -> Result<Vec<String>, Fault> {
    let sqlite = query
        .replace("$RESERVATION", "lower(hex(reservation_id))")
        .replace("$FIRST", "(k.starts_at / 300000000)")
        .replace("$END", "((k.ends_at + 299999999) / 300000000)");
    let postgres = query
        .replace("$RESERVATION", "reservation_id::text")
        .replace("$FIRST", "floor(extract(epoch from k.starts_at) / 300)::int")
        .replace("$END", "ceil(extract(epoch from k.ends_at) / 300)::int");
    broken(c, &sqlite, &postgres)
}

fn stray_cells(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT x.station_id, 'cell ' || x.cell || ' of atom ' || x.atom_id || ' unit ' || x.unit || ' belongs to no claim' \
         AS said FROM cells x WHERE NOT EXISTS (SELECT 1 FROM claims k WHERE k.station_id = x.station_id \
         AND k.atom_id = x.atom_id AND k.unit = x.unit AND k.reservation_id = x.reservation_id \
         AND $FIRST <= x.cell AND x.cell < $END)",
    )
}

fn missing_cells(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' unit ' || k.unit || ' of reservation ' || \
         $RESERVATION || ' lacks cells' AS said FROM claims k WHERE ($END - $FIRST) <> \
         (SELECT count(*) FROM cells x WHERE x.station_id = k.station_id AND x.atom_id = k.atom_id AND x.unit = k.unit \
         AND x.reservation_id = k.reservation_id AND x.cell >= $FIRST AND x.cell < $END)",
    )
}

fn overlaps(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT a.station_id, 'two claims on atom ' || a.atom_id || ' unit ' || a.unit || ' overlap' AS said \
         FROM claims a JOIN claims b ON b.station_id = a.station_id AND b.atom_id = a.atom_id AND b.unit = a.unit \
         AND b.reservation_id > a.reservation_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at",
    )
}

fn orphans(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a live reservation from ' || r.starts_at || ' has no claim' AS said FROM reservations r \
         WHERE r.state < 3 AND NOT EXISTS (SELECT 1 FROM claims k WHERE k.station_id = r.station_id \
         AND k.reservation_id = r.id) \
         UNION ALL SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' has no reservation that may have it' AS said \
         FROM claims k WHERE NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = k.station_id \
         AND r.id = k.reservation_id AND r.state < 4)",
    )
}

fn torn(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' from ' || k.starts_at || ' and its reservation say \
         different times' AS said FROM claims k JOIN reservations r ON r.station_id = k.station_id \
         AND r.id = k.reservation_id WHERE k.starts_at <> r.starts_at OR k.ends_at <> r.ends_at",
    )
}

fn homeless(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let rooms: Vec<(i64, i32, i32)> = kernel::on!(c, c => venues::table
        .order((venues::station_id, venues::id))
        .select((venues::station_id, venues::id, venues::owner_id))
        .load(c))?;
    let mut owners: BTreeMap<i64, Vec<i32>> = BTreeMap::new();
    let mut wrong = vec![];
    for (station, room, owner) in rooms {
        let there = match owners.entry(station) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let all = stations::owners(c, StationId(station))?;
                new.insert(all.iter().map(|owner| owner.id).collect())
            }
        };
        if !there.contains(&owner) {
            wrong.push(format!("station {station}: room {room} belongs to owner {owner}, which is not there"));
        }
    }
    Ok(wrong)
}
