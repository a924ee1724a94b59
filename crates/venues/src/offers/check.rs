//! What must always be true of waits and offers.
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::on;

/// The invariants, for `yizhan check`.
pub const CHECKS: &[Check] = &[
    Check { name: "whatever is kept for somebody says for whom, and the reverse", run: unknown_offers },
    Check { name: "whoever was offered something has a reservation that is kept or was answered", run: torn_waits },
    Check { name: "nobody in line has two offers at once", run: doubled },
    Check { name: "whatever a closure has taken has ended", run: not_gone },
];

#[derive(QueryableByName)]
struct Broken {
    #[diesel(sql_type = BigInt)]
    station_id: i64,
    #[diesel(sql_type = Text)]
    said: String,
}

fn broken(c: &mut Conn, query: &str) -> Result<Vec<String>, Fault> {
    let rows = on!(c, c => diesel::sql_query(query).load::<Broken>(c))?;
    Ok(rows.into_iter().map(|b| format!("station {}: {}", b.station_id, b.said)).collect())
}

fn unknown_offers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a reservation that is kept from ' || r.starts_at || ' has no offer' AS said \
         FROM reservations r WHERE r.source = 6 AND NOT EXISTS (SELECT 1 FROM offers o \
         WHERE o.station_id = r.station_id AND o.reservation_id = r.id) \
         UNION ALL SELECT o.station_id, 'an offer until ' || o.until_at || ' has no reservation' AS said FROM offers o \
         WHERE NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = o.station_id AND r.id = o.reservation_id \
         AND r.source = 6)",
    )
}

fn torn_waits(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wait for ' || w.earliest_at || ' is offered something that is not for it' AS said \
         FROM waits w WHERE w.state IN (1, 2) AND NOT EXISTS (SELECT 1 FROM offers o \
         WHERE o.station_id = w.station_id AND o.reservation_id = w.reservation_id AND o.wait_id = w.id)",
    )
}

fn doubled(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wait for ' || w.earliest_at || ' has several offers at once' AS said FROM waits w \
         WHERE 1 < (SELECT count(*) FROM offers o JOIN reservations r ON r.station_id = o.station_id \
         AND r.id = o.reservation_id WHERE o.station_id = w.station_id AND o.wait_id = w.id AND r.state < 3)",
    )
}

fn not_gone(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT d.station_id, 'a reservation from ' || r.starts_at || ' was taken by a closure and still stands' AS said \
         FROM displaced d JOIN reservations r ON r.station_id = d.station_id AND r.id = d.reservation_id \
         WHERE r.state < 3",
    )
}
