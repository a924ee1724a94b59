//! A country of stations with their rooms and reservations. The townships are the real ones; nobody publishes where each of
//! them lies, so they are strewn over boxes of the country's latitudes and longitudes, a third of them in a tenth of the area.
//! Rows are written in bulk, not through acts: a copy of one station's rooms for each, then reservations evening by evening.
use indicatif::ProgressBar;
use kernel::db::types::StationId;
use kernel::db::{Conn, Engine};
use kernel::fault::Fault;
use venues::rules::Mode;
use venues::testing::{made_station, make_room};

use super::ground::Ground;

const TOWNSHIPS: &str = include_str!("../../../../fixtures/divisions/townships.csv");
/// The one that is there already, as a pattern for the others.
const SANHE: i64 = 630_203_102;

/// Rooms of every station: what it is for, and how many tables or corners it has.
const ROOMS: [(&str, i32); 4] = [("table-tennis", 2), ("chess", 2), ("gym", 2), ("calligraphy", 2)];
/// Of each room, so many hours of an evening are taken, from 18:00 on.
const HOURS: i64 = 3;

/// Numbers from 0 up to 1 that repeat.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Somewhere in the east and middle of the country, often in its crowded plain.
    pub fn place(&mut self) -> (f64, f64) {
        let crowded = self.roll() < 0.33;
        let (lat, lon) = (self.roll(), self.roll());
        if crowded { (30.0 + lat * 7.0, 112.0 + lon * 8.0) } else { (22.0 + lat * 22.0, 98.0 + lon * 26.0) }
    }
}

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub stations: usize,
    pub reservations: i64,
}

/// The slugs of the stations: the pattern's first.
pub fn fill(ground: &Ground, size: Size, bar: &ProgressBar) -> Vec<String> {
    let mut c = ground.connection();
    let slugs = c.in_transaction(|c| stations(c, ground, size.stations)).expect("the country is filled");
    reservations(&mut c, ground, size, bar).expect("the evenings are filled");
    if ground.engine == Engine::Postgres {
        // What its autovacuum does when rows have come in. Nobody does that for SQLite.
        c.run("ANALYZE").expect("analysed");
    }
    slugs
}

fn stations(c: &mut Conn, ground: &Ground, count: usize) -> Result<Vec<String>, Fault> {
    let pattern = made_station(c, ground.house.now())?;
    for (n, (slug, units)) in (1..).zip(ROOMS) {
        let atoms: Vec<i32> = (1..=units).map(|unit| n * 10 + unit).collect();
        make_room(c, pattern.id, (n, slug), &atoms, &[(n, slug, Mode::AnyOne)])?;
    }
    let mut dice = Dice(630_203_102);
    let (lat, lon) = dice.place();
    c.run(&format!("UPDATE stations SET lat = {lat}, lon = {lon}"))?;
    let mut slugs = vec!["sanhe".to_owned()];
    let rows = TOWNSHIPS.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let others: Vec<Vec<&str>> = rows.filter(|row| row[0] != SANHE.to_string()).take(count.saturating_sub(1)).collect();
    for some in others.chunks(500) {
        let (mut divisions, mut rows) = (vec![], vec![]);
        for row in some {
            let (lat, lon) = dice.place();
            divisions.push(format!("({}, '{}', NULL)", row[0], row[1..5].join("', '")));
            rows.push(format!("({0}01, 't{0}', {0}, {lat}, {lon})", row[0]));
            slugs.push(format!("t{}", row[0]));
        }
        c.run(&format!("INSERT INTO divisions VALUES {}", divisions.join(", ")))?;
        c.run(&format!(
            "INSERT INTO stations SELECT v.column1, v.column2, s.name_zh, s.name_en, v.column3, s.address, s.phone, \
             v.column4, v.column5, s.zone, s.hours, s.created_at FROM (VALUES {}) v, stations s WHERE s.station_id = {}",
            rows.join(", "),
            pattern.id.0
        ))?;
    }
    copy_rooms(c, pattern.id)?;
    Ok(slugs)
}

fn copy_rooms(c: &mut Conn, pattern: StationId) -> Result<(), Fault> {
    let of = pattern.0;
    for (table, columns) in [
        ("owners", "id, name_zh, name_en"),
        (
            "venues",
            "id, slug, name_zh, name_en, kind, owner_id, hours, note_zh, note_en, key_kind, place_in_list, version",
        ),
        ("atoms", "id, venue_id, name_zh, name_en, units"),
        ("offerings", "id, venue_id, slug, name_zh, name_en, activity, mode, takes, atoms, policy, version"),
    ] {
        let copied: Vec<String> = columns.split(", ").map(|column| format!("x.{column}")).collect();
        c.run(&format!(
            "INSERT INTO {table} (station_id, {columns}) SELECT s.station_id, {} FROM {table} x, stations s \
             WHERE x.station_id = {of} AND s.station_id <> {of}",
            copied.join(", ")
        ))?;
    }
    Ok(())
}

/// So many reservations are written by one statement, or a little more.
const A_CHUNK: i64 = 50_000;

/// Every station gets as many: this evening and tomorrow's, then those before, each with three hours of each room's first
/// table. So a day looks the same however many there are. Station by station, in the order of the keys.
fn reservations(c: &mut Conn, ground: &Ground, size: Size, bar: &ProgressBar) -> Result<(), Fault> {
    let each = (size.reservations / i64::try_from(size.stations).map_err(Fault::broken)?).max(1);
    let mut keys: Vec<i64> =
        TOWNSHIPS.lines().skip(1).filter_map(|line| line.split(',').next()?.parse().ok()).collect();
    keys.retain(|code| *code != SANHE);
    keys.truncate(size.stations - 1);
    keys.push(SANHE);
    keys.iter_mut().for_each(|code| *code = *code * 100 + 1);
    keys.sort_unstable();
    c.run("DELETE FROM events")?;
    c.run("DELETE FROM changes")?;
    c.run(&format!("INSERT INTO changes (station_id, last) SELECT station_id, {each} FROM stations"))?;
    bar.set_length(keys.len() as u64);
    let at_once = usize::try_from((A_CHUNK / each).max(1)).map_err(Fault::broken)?;
    for some in keys.chunks(at_once) {
        c.in_transaction(|c| chunk(c, ground, some, each))?;
        bar.inc(some.len() as u64);
    }
    Ok(())
}

/// The reservations of some neighbouring stations, `each` as many.
fn chunk(c: &mut Conn, ground: &Ground, some: &[i64], each: i64) -> Result<(), Fault> {
    let words = Words::of(ground.engine);
    let rooms = ROOMS.len();
    let now = ground.house.now().as_second();
    // 18:00 of this evening.
    let six = now - (60 + 20) * 60;
    let span = format!(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {each} - 1), \
         x(i, room, evening, hour) AS (SELECT i, i % {rooms} + 1, i / {rooms} / {HOURS}, i / {rooms} % {HOURS} FROM n), \
         r(i, room, at) AS (SELECT i, room, {six} + hour * 3600 + \
             (CASE WHEN evening < 2 THEN evening ELSE 1 - evening END) * 86400 FROM x) "
    );
    let (from, until, noted) = (words.at("r.at"), words.at("r.at + 3600"), words.at("r.at - 86400"));
    let (id, json) = (words.id, words.empty);
    let off = words.off;
    let (Some(from_key), Some(to_key)) = (some.first(), some.last()) else { return Ok(()) };
    let of = format!("WHERE s.station_id BETWEEN {from_key} AND {to_key} ORDER BY s.station_id");
    c.run(&format!(
        "INSERT INTO reservations (station_id, id, offering_id, venue_id, starts_at, ends_at, group_size, state, awaits, \
         source, made_at, changed_at, sequence) {span} SELECT s.station_id, {id}, r.room, r.room, {from}, {until}, 1, \
         CASE WHEN r.at + 3600 <= {now} THEN 3 WHEN r.at <= {now} THEN 2 ELSE 1 END, {off}, 1, {noted}, {noted}, 0 \
         FROM stations s, r {of}"
    ))?;
    c.run(&format!(
        "INSERT INTO claims (station_id, atom_id, starts_at, unit, reservation_id, ends_at, gap_before, gap_after) {span} \
         SELECT s.station_id, r.room * 10 + 1, {from}, 1, {id}, {until}, 0, 0 FROM stations s, r {of}"
    ))?;
    c.run(&format!(
        "INSERT INTO cells (station_id, atom_id, unit, cell, reservation_id) {span}, \
         five(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM five WHERE k < 11) \
         SELECT s.station_id, r.room * 10 + 1, 1, r.at / 300 + five.k, {id} FROM stations s, r, five {of}"
    ))?;
    c.run(&format!(
        "INSERT INTO events (station_id, change, at, kind, subject, by_kind, data) {span} \
         SELECT s.station_id, r.i + 1, {noted}, 'reservation.confirmed', 'x', 2, {json} FROM stations s, r \
         {of}"
    ))
}

/// At three stations of four, every table for table tennis is taken from 18:00 until the station closes.
pub fn crowded(c: &mut Conn, engine: Engine) -> Result<(), Fault> {
    let words = Words::of(engine);
    // 18:00 and 22:00 on 24 June 2026 in China.
    let (six, ten) = (1_782_295_200, 1_782_309_600);
    c.run(&format!(
        "INSERT INTO claims (station_id, atom_id, starts_at, unit, reservation_id, ends_at, gap_before, gap_after) \
         WITH r(i) AS (SELECT 1000000000) SELECT a.station_id, a.id, {}, 1, {}, {}, 0, 0 FROM atoms a, r \
         WHERE a.venue_id = 1 AND a.station_id / 100 % 4 <> 0",
        words.at(&six.to_string()),
        words.id,
        words.at(&ten.to_string())
    ))
}

/// What the engines write differently.
struct Words {
    at: fn(&str) -> String,
    id: &'static str,
    empty: &'static str,
    off: &'static str,
}

impl Words {
    fn of(engine: Engine) -> Words {
        match engine {
            Engine::Sqlite => Words {
                at: |seconds| format!("({seconds}) * 1000000"),
                id: "unhex(printf('%032x', r.i))",
                empty: "'{}'",
                off: "0",
            },
            Engine::Postgres => Words {
                at: |seconds| format!("to_timestamp({seconds})"),
                id: "lpad(to_hex(r.i), 32, '0')::uuid",
                empty: "'{}'::jsonb",
                off: "false",
            },
        }
    }

    fn at(&self, seconds: &str) -> String {
        (self.at)(seconds)
    }
}
