//! A database that somebody has damaged by hand, in every way that the tables of rooms, reservations, lines, series, games and
//! paper allow: `yizhan check` names what is wrong. Doors, clubs and seasons are not among them; the tables of errands are in
//! `damaged_errands.rs`.
//!
//! Each damage is done to the demo township inside a transaction that is undone again. Keys that forbid a damage are taken
//! away first, as in a table that somebody has copied.
use kernel::db::{Conn, Engine};
use kernel::fault::Fault;
use yizhan::slices;

use crate::ground::copies;

/// What is done, and what is said of it. `$HOUR` is an hour, `$ID` a new id; `$LIVE`, `$OVER` and `$MANY` are ids of
/// reservations; `$BARE(table)` takes the keys of a table away.
pub struct Damage {
    pub done: &'static str,
    pub said: &'static str,
}

/// The id of a live reservation of a table.
const LIVE: &str = "(SELECT r.id FROM reservations r JOIN offerings o ON o.station_id = r.station_id AND o.id = r.offering_id \
     WHERE r.state = 1 AND o.slug = 'table-tennis' ORDER BY r.starts_at, r.id LIMIT 1)";
/// The id of one that was used.
const OVER: &str = "(SELECT r.id FROM reservations r JOIN claims k ON k.station_id = r.station_id AND k.reservation_id = r.id \
     WHERE r.state = 3 ORDER BY r.starts_at, r.id LIMIT 1)";

/// The id of a live reservation that has several units.
const MANY: &str = "(SELECT k.reservation_id FROM claims k JOIN reservations r ON r.station_id = k.station_id \
     AND r.id = k.reservation_id WHERE r.state < 3 GROUP BY k.reservation_id HAVING count(*) > 1 \
     ORDER BY k.reservation_id LIMIT 1)";

/// A table without its keys: what stood in it stands in it still.
fn without_keys(table: &str, engine: Engine) -> String {
    let cascade = if engine == Engine::Postgres { " CASCADE" } else { "" };
    format!(
        "CREATE TABLE copied AS SELECT * FROM {table}; DROP TABLE {table}{cascade}; ALTER TABLE copied RENAME TO {table};"
    )
}

/// Does `damage` to one database and returns all that is found, by the names of the checks.
fn found(c: &mut Conn, engine: Engine, damage: &Damage) -> Vec<String> {
    let (hour, id) = match engine {
        Engine::Sqlite => ("3600000000", "randomblob(16)"),
        Engine::Postgres => ("interval '1 hour'", "gen_random_uuid()"),
    };
    let mut done = damage.done.replace("$LIVE", LIVE).replace("$OVER", OVER).replace("$MANY", MANY);
    done = done.replace("$HOUR", hour).replace("$ID", id);
    while let Some((before, rest)) = done.split_once("$BARE(") {
        let (table, after) = rest.split_once(')').expect("a table is named");
        done = format!("{before}{}{after}", without_keys(table, engine));
    }
    let mut said = vec![];
    let undone = c.in_transaction(|c| {
        c.run(&done)?;
        for check in slices::checks() {
            said.extend((check.run)(c)?.into_iter().map(|row| format!("{}: {row}", check.name)));
        }
        Err::<(), _>(Fault::NotFound)
    });
    assert_eq!(undone, Err(Fault::NotFound), "{done}");
    said
}

pub async fn each_is_named(damages: &[Damage]) {
    for ground in copies().await {
        let engine = Engine::of(&ground.url());
        let mut c = Conn::open(&ground.url()).expect("the database opens");
        let careless = match engine {
            Engine::Sqlite => "PRAGMA foreign_keys = OFF",
            Engine::Postgres => "SET session_replication_role = replica",
        };
        c.run(careless).expect("rows may name others that are not there");
        for check in slices::checks() {
            let broken = (check.run)(&mut c).expect("the check runs");
            assert!(broken.is_empty(), "{} before any damage: {broken:?}", check.name);
        }
        for damage in damages {
            let said = found(&mut c, engine, damage);
            let named = said.iter().any(|row| row.contains(damage.said));
            assert!(named, "{engine:?}: “{}” was not said of {}, but: {said:#?}", damage.said, damage.done);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_cells_and_claims_are_named() {
    each_is_named(&[
        Damage {
            done: "UPDATE cells SET unit = 77 WHERE reservation_id = $LIVE",
            said: "unit 77 belongs to no claim",
        },
        Damage { done: "DELETE FROM claims WHERE reservation_id = $LIVE", said: "belongs to no claim" },
        Damage { done: "DELETE FROM claims WHERE reservation_id = $LIVE", said: "has no claim" },
        Damage {
            done: "DELETE FROM cells WHERE reservation_id = $LIVE AND cell = (SELECT min(cell) FROM cells \
                   WHERE reservation_id = $LIVE)",
            said: "lacks cells",
        },
        Damage {
            done: "UPDATE cells SET reservation_id = $OVER WHERE reservation_id = $LIVE",
            said: "belongs to no claim",
        },
        Damage {
            done: "$BARE(cells) INSERT INTO cells SELECT * FROM cells WHERE reservation_id = $LIVE",
            said: "is had 2 times",
        },
        Damage {
            done: "$BARE(cells) INSERT INTO cells SELECT station_id, atom_id, unit, cell, $OVER FROM cells \
                   WHERE reservation_id = $LIVE",
            said: "is had 2 times",
        },
        Damage {
            done: "INSERT INTO claims SELECT station_id, atom_id, starts_at, unit, $OVER, ends_at, gap_before, gap_after, \
                   lapses_at FROM claims WHERE reservation_id = $LIVE",
            said: "overlap",
        },
        Damage {
            done: "$BARE(claims) INSERT INTO claims SELECT * FROM claims WHERE reservation_id = $LIVE",
            said: "is there 2 times",
        },
        Damage { done: "UPDATE claims SET unit = 77 WHERE reservation_id = $LIVE", said: "which is not there" },
        Damage { done: "UPDATE claims SET atom_id = 777 WHERE reservation_id = $LIVE", said: "which is not there" },
        Damage {
            done: "UPDATE claims SET atom_id = (SELECT max(id) FROM atoms) WHERE reservation_id = $LIVE",
            said: "and its reservation is in room",
        },
        Damage { done: "UPDATE atoms SET units = 1 WHERE units > 1", said: "which is not there" },
        Damage { done: "DELETE FROM atoms WHERE id = (SELECT min(atom_id) FROM claims)", said: "which is not there" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_reservations_are_named() {
    each_is_named(&[
        Damage { done: "DELETE FROM reservations WHERE id = $LIVE", said: "has no reservation that may have it" },
        Damage {
            done: "UPDATE reservations SET state = 5 WHERE id = $LIVE",
            said: "has no reservation that may have it",
        },
        Damage {
            done: "UPDATE claims SET reservation_id = $ID WHERE reservation_id = $LIVE",
            said: "has no reservation that may have it",
        },
        Damage {
            done: "UPDATE reservations SET starts_at = starts_at - $HOUR WHERE id = $LIVE",
            said: "say different times",
        },
        Damage {
            done: "UPDATE reservations SET ends_at = ends_at + $HOUR WHERE id = $LIVE",
            said: "say different times",
        },
        Damage {
            done: "UPDATE claims SET ends_at = ends_at + $HOUR WHERE reservation_id = $LIVE",
            said: "say different times",
        },
        Damage {
            done: "UPDATE claims SET ends_at = ends_at + $HOUR WHERE reservation_id = $LIVE",
            said: "lacks cells",
        },
        Damage { done: "UPDATE claims SET lapses_at = NULL WHERE reservation_id = $LIVE", said: "say different times" },
        Damage { done: "UPDATE reservations SET state = 9 WHERE id = $LIVE", said: "has state 9" },
        Damage { done: "UPDATE reservations SET state = -1 WHERE id = $LIVE", said: "has state -1" },
        Damage { done: "UPDATE reservations SET source = 99 WHERE id = $OVER", said: "source 99" },
        Damage { done: "UPDATE reservations SET group_size = 0 WHERE id = $OVER", said: "group 0" },
        Damage { done: "UPDATE reservations SET awaits = true WHERE id = $LIVE", said: "has state 1" },
        Damage {
            done: "$BARE(reservations) UPDATE reservations SET ends_at = starts_at - $HOUR WHERE id = $LIVE",
            said: "and ends at",
        },
        Damage { done: "UPDATE reservations SET offering_id = 777 WHERE id = $LIVE", said: "of offering 777" },
        Damage { done: "UPDATE reservations SET venue_id = 2 WHERE id = $LIVE", said: "is in room 2" },
        Damage {
            done: "DELETE FROM claims WHERE reservation_id = $MANY AND atom_id * 1000 + unit = \
                   (SELECT max(atom_id * 1000 + unit) FROM claims WHERE reservation_id = $MANY)",
            said: "has the units that its offering gives so many people",
        },
        Damage {
            done: "UPDATE reservations SET group_size = 11 WHERE state < 3 AND offering_id IN (SELECT id FROM offerings \
                   WHERE takes = 'unit-per-person')",
            said: "for 11 has the units",
        },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_rooms_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE venues SET owner_id = 9 WHERE id = 1", said: "owner 9, which is not there" },
        Damage { done: "UPDATE venues SET hours = '8-18' WHERE id = 1", said: "the hours of room 1" },
        Damage { done: "UPDATE venues SET kind = 'cellar' WHERE id = 1", said: "its rooms cannot be read" },
        Damage { done: "UPDATE offerings SET atoms = '[777]' WHERE id = 1", said: "is made of atoms [777]" },
        Damage { done: "UPDATE offerings SET atoms = '[]' WHERE id = 1", said: "is made of atoms []" },
        Damage { done: "UPDATE offerings SET policy = '{\"grid\": 7}' WHERE id = 1", said: "the rules of offering 1" },
        Damage {
            done: "UPDATE offerings SET policy = '{\"grids\": 5}' WHERE id = 1",
            said: "its rooms cannot be read",
        },
        Damage { done: "DELETE FROM offerings WHERE id = 1", said: "of offering 1 is in room" },
        Damage { done: "DELETE FROM venues WHERE id = 1", said: "is of room 1, which is not there" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_lines_and_offers_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE reservations SET source = 6 WHERE id = $LIVE", said: "has no offer" },
        Damage {
            done: "INSERT INTO offers SELECT station_id, id, $ID, NULL, false, made_at, ends_at, NULL FROM reservations \
                   WHERE id = $LIVE",
            said: "a place in line that is not there",
        },
        Damage {
            done: "INSERT INTO offers SELECT station_id, id, $ID, NULL, false, made_at, ends_at, NULL FROM reservations \
                   WHERE id = $LIVE",
            said: "has no reservation",
        },
        Damage {
            done: "UPDATE reservations SET state = 0 WHERE id = $LIVE; \
                   INSERT INTO offers SELECT station_id, id, NULL, NULL, false, made_at, ends_at, NULL FROM reservations \
                   WHERE state = 0",
            said: "is kept until another time",
        },
        Damage {
            done: "INSERT INTO offers SELECT station_id, id, (SELECT id FROM waits ORDER BY asked_at, id LIMIT 1), NULL, \
                   false, made_at, ends_at, NULL FROM reservations WHERE state = 1",
            said: "has several offers at once",
        },
        Damage {
            done: "UPDATE waits SET state = 1, reservation_id = $ID WHERE state = 0",
            said: "is offered something that is not for it",
        },
        Damage {
            done: "INSERT INTO displaced SELECT station_id, id, $ID, NULL FROM reservations WHERE id = $LIVE",
            said: "was taken by a closure and still stands",
        },
        Damage {
            done: "INSERT INTO displaced SELECT station_id, $ID, $ID, NULL FROM reservations WHERE id = $LIVE",
            said: "has taken a reservation that is not there",
        },
        Damage {
            done: "UPDATE waits SET person_id = (SELECT id FROM persons ORDER BY id LIMIT 1); \
                   $BARE(waits) INSERT INTO waits SELECT station_id, $ID, offering_id, venue_id, person_id, guest_sealed, \
                   earliest_at, latest_at, minutes, group_size, by_staff, state, asked_at, changed_at, reservation_id \
                   FROM waits WHERE state < 2",
            said: "are one person's",
        },
        Damage { done: "UPDATE waits SET asked_at = asked_at + $HOUR", said: "that was asked for at" },
        Damage { done: "UPDATE waits SET state = 9", said: "is in state 9" },
        Damage { done: "UPDATE waits SET venue_id = 1", said: "in room 1" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_series_are_named() {
    each_is_named(&[
        Damage { done: "DELETE FROM series_dates WHERE outcome = 0", said: "says that it is of a series" },
        Damage {
            done: "UPDATE series_dates SET reservation_id = $ID WHERE on_day = (SELECT min(on_day) FROM series_dates \
                   WHERE outcome = 0)",
            said: "names a reservation that is not there",
        },
        Damage {
            done: "UPDATE series SET owner_id = NULL, person_id = NULL, guest_sealed = NULL",
            said: "has no holder",
        },
        Damage { done: "UPDATE series SET owner_id = 1, person_id = $ID", said: "has no holder or several" },
        Damage { done: "UPDATE series SET starts_on = '2027-01-01'", said: "lies outside its series" },
        Damage { done: "DELETE FROM series", said: "belongs to no series" },
        Damage { done: "$BARE(series_dates) UPDATE series_dates SET outcome = 7", said: "has the outcome 7" },
        Damage {
            done: "$BARE(series_dates) UPDATE series_dates SET reservation_id = NULL WHERE outcome = 0",
            said: "does not fit it",
        },
        Damage {
            done: "$BARE(series_dates) UPDATE series_dates SET reservation_id = $LIVE WHERE outcome = 0",
            said: "dates of series",
        },
        Damage { done: "UPDATE series SET venue_id = 777", said: "is in room 777" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_games_are_named() {
    each_is_named(&[
        Damage { done: "DELETE FROM games", said: "plays in a game that is not there" },
        Damage { done: "DELETE FROM games", said: "of the source game" },
        Damage { done: "UPDATE game_players SET game_id = $ID", said: "plays in a game that is not there" },
        Damage {
            done: "UPDATE games SET starts_at = starts_at - $HOUR",
            said: "and its reservation say different things",
        },
        Damage { done: "$BARE(games) UPDATE games SET wanted = 0", said: "more players than places" },
        Damage { done: "UPDATE games SET state = 1 WHERE state = 0", said: "out of step" },
        Damage { done: "UPDATE games SET state = 9", said: "out of step" },
        Damage { done: "UPDATE game_players SET left_at = joined_at", said: "time of somebody who does not play" },
        Damage { done: "UPDATE game_cells SET cell = cell + 1000", said: "time beside a game" },
        Damage { done: "DELETE FROM game_cells", said: "lacks time for it" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_papers_and_histories_are_named() {
    each_is_named(&[
        Damage {
            done: "INSERT INTO outages SELECT station_id, $ID, starts_at, ends_at, $ID, made_at, NULL FROM reservations; \
                   DELETE FROM outages WHERE starts_at > (SELECT min(starts_at) FROM outages); \
                   INSERT INTO outages SELECT station_id, $ID, starts_at, ends_at + $HOUR, made_by, made_at, NULL FROM outages",
            said: "overlaps one from",
        },
        Damage {
            done: "INSERT INTO paper_notes SELECT station_id, $ID, 777, NULL, starts_at, ends_at, 1, true, NULL, $ID, made_at \
                   FROM reservations WHERE id = $LIVE",
            said: "is about an offering that is not there",
        },
        Damage { done: "DELETE FROM events WHERE change = 2", said: "events are numbered from" },
        Damage { done: "UPDATE changes SET last = last + 1", said: "the counter says" },
    ])
    .await;
}
