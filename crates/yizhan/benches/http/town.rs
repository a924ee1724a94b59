//! What is there before the load: a station of 20 rooms and one manager, signed in.
use jiff::Timestamp;
use kernel::chance::Chance;
use kernel::db::{Conn, Engine, Migrator};
use kernel::session::{self, Kind};
use venues::testing::made_town;
use yizhan::slices;

use super::program::PORT;

pub const ROOMS: u32 = 20;

/// Makes the station in the empty database at `url`; returns the manager's session.
pub fn prepared(url: &str) -> String {
    Migrator::new(&slices::migrations()).run(url, |_| {}).expect("migrated");
    let mut c = Conn::open(url).expect("a connection");
    let now = Timestamp::now();
    let station = c.in_transaction(|c| made_town(c, ROOMS.cast_signed(), now)).expect("a town");
    // What an import of divisions keeps beside them, so that `yizhan check` finds everything in its place.
    c.run(
        "INSERT INTO division_grams (gram, code) VALUES ('三合', 630203102), ('合镇', 630203102); \
         INSERT INTO areas (code, name, townships, stations) VALUES \
         (63, '青海省', 1, 1), (6302, '海东市', 1, 1), (630203, '平安区', 1, 1)",
    )
    .expect("the directory");
    let chance = Chance::system();
    let staff = kernel::house::new_id(now, &chance);
    let (id, at) = match Engine::of(url) {
        Engine::Sqlite => (format!("x'{}'", staff.0.simple()), now.as_microsecond().to_string()),
        Engine::Postgres => (format!("'{}'::uuid", staff.0), "now()".to_owned()),
    };
    c.run(&format!(
        "INSERT INTO staff (id, login, name, password_hash, created_at) VALUES ({id}, 'bench', 'bench', '', {at}); \
         INSERT INTO roles (station_id, staff_id, role) VALUES ({}, {id}, 1)",
        station.id
    ))
    .expect("a manager");
    let token = c.in_transaction(|c| session::open(c, Kind::Staff, staff, now, &chance)).expect("a session");
    token.as_str().to_owned()
}

/// The `n`th hour, which no other number has: each room has 14 a day, from the day after tomorrow on. Staff may book two
/// years ahead.
pub fn booking(token: &str, n: u32) -> String {
    let (room, day, hour) = (n % ROOMS + 1, n / ROOMS / 14, n / ROOMS % 14 + 7);
    let first = Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let on = first.saturating_add(jiff::Span::new().days(2 + day % 700));
    let body = format!(
        "{{\"offering\":\"room-{room}\",\"from\":\"{on}T{hour:02}:00:00+08:00\",\"minutes\":60,\"group\":1,\"name\":\"bench\"}}"
    );
    post(token, "desk/reservations", &body)
}

/// A change by a browser at the desk: session cookie and origin check.
pub fn post(token: &str, path: &str, body: &str) -> String {
    format!(
        "POST /api/v1/stations/sanhe/{path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nCookie: session={token}\r\n\
         Origin: http://127.0.0.1:{PORT}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}
