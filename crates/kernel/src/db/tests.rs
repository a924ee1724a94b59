//! What the data layer promises, on both engines.
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::{Conn, Db, Engine, Whole};
use crate::db::types::{Id, Json, On, Ts};
use crate::fault::Fault;
use crate::on;
use crate::testing::{self, TestHouse, houses};

diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable};
    use crate::db::types::{Day, Doc, Instant, Uid};
    notes (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        at -> Instant,
        on_day -> Day,
        active -> Bool,
        data -> Nullable<Doc>,
    }
}

const NOTES: super::Migration = super::Migration {
    name: "2026-01-01_notes",
    sql: "create table notes (
    station_id BIGINT not null,
    id ID not null,
    at INSTANT not null,
    on_day DAY not null,
    active FLAG not null,
    data JSON,
    primary key (station_id, id)
);
",
};

fn towns() -> Vec<TestHouse> {
    houses(&[crate::MIGRATIONS, &[NOTES]], &[])
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn count(c: &mut Conn) -> Result<i64, Fault> {
    Ok(on!(c, c => diesel::sql_query("SELECT count(*) AS n FROM notes").get_result::<Count>(c))?.n)
}

fn write_note(c: &mut Conn, house: &crate::house::House) -> Result<Id, Fault> {
    let id = house.new_id();
    let row = (
        notes::station_id.eq(1),
        notes::id.eq(id),
        notes::at.eq(Ts(house.now())),
        notes::on_day.eq(On(jiff::civil::date(2026, 6, 27))),
        notes::active.eq(true),
        notes::data.eq(Some(Json(serde_json::json!({ "书": ["长安的荔枝"] })))),
    );
    on!(c, c => diesel::insert_into(notes::table).values(row).execute(c))?;
    Ok(id)
}

#[tokio::test]
async fn what_is_written_reads_the_same_on_both_engines() {
    for town in towns() {
        let h = town.house();
        let id = town.db.write(move |c| write_note(c, &h)).await.unwrap();
        type Row = (Id, Ts, On, bool, Option<Json>);
        let row: Row = town
            .db
            .read(move |c| {
                let all = (notes::id, notes::at, notes::on_day, notes::active, notes::data);
                Ok::<_, Fault>(on!(c, c => notes::table.filter(notes::active).select(all).first(c))?)
            })
            .await
            .unwrap();
        let data = Json(serde_json::json!({ "书": ["长安的荔枝"] }));
        assert_eq!(row, (id, Ts(town.now()), On(jiff::civil::date(2026, 6, 27)), true, Some(data)));
    }
}

#[tokio::test]
async fn a_panic_inside_a_nested_transaction_undoes_its_unit_and_no_other() {
    for town in towns() {
        let (h1, h2, h3) = (town.house(), town.house(), town.house());
        let nested = move |c: &mut Conn| -> Result<(), Fault> {
            write_note(c, &h2)?;
            on!(c, c => c.transaction::<(), diesel::result::Error, _>(|c| {
                c.batch_execute("SELECT 1")?;
                panic!("power cut")
            }))?;
            Ok(())
        };
        let (before, crashed, after) = tokio::join!(
            town.db.write(move |c| write_note(c, &h1)),
            town.db.write(nested),
            town.db.write(move |c| write_note(c, &h3)),
        );
        assert!(before.is_ok() && after.is_ok(), "{before:?} {after:?}");
        assert!(matches!(crashed, Err(Fault::Broken(_))), "{crashed:?}");
        assert_eq!(town.db.read(count).await, Ok(2));
        // The connections are still good.
        for _ in 0..8 {
            let h = town.house();
            town.db.write(move |c| write_note(c, &h)).await.unwrap();
        }
        assert_eq!(town.db.read(count).await, Ok(10));
    }
}

#[tokio::test]
async fn a_unit_that_is_refused_half_way_leaves_nothing_behind() {
    for town in towns() {
        let h = town.house();
        let refused = town.db.write(move |c| {
            write_note(c, &h)?;
            Err::<(), _>(Fault::NotFound)
        });
        assert_eq!(refused.await, Err(Fault::NotFound));
        assert_eq!(town.db.read(count).await, Ok(0));
    }
}

#[tokio::test]
async fn one_that_fails_only_at_commit_does_not_take_its_neighbours_with_it() {
    for town in towns() {
        let child = "CREATE TABLE child (id BIGINT PRIMARY KEY, parent BIGINT NOT NULL REFERENCES parent (id) \
                     DEFERRABLE INITIALLY DEFERRED)";
        town.db
            .write(move |c| {
                c.run("CREATE TABLE parent (id BIGINT PRIMARY KEY); INSERT INTO parent VALUES (1), (2)")?;
                c.run(child)
            })
            .await
            .unwrap();
        let add =
            |id: i64, parent: i64| town.db.write(move |c| c.run(&format!("INSERT INTO child VALUES ({id}, {parent})")));
        let (first, orphan, last) = tokio::join!(add(1, 1), add(2, 77), add(3, 2));
        assert!(first.is_ok() && last.is_ok(), "{first:?} {last:?}");
        assert!(orphan.is_err());
    }
}

#[tokio::test]
async fn another_programs_commit_is_not_taken_for_ones_own() {
    for town in towns() {
        let tables = "CREATE TABLE parent (id BIGINT PRIMARY KEY); CREATE TABLE child (id BIGINT PRIMARY KEY, \
                      parent BIGINT NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)";
        town.db.write(|c| c.run(tables)).await.unwrap();
        let other = Db::open(&town.settings.database, 2).unwrap();
        other.write(|c| c.run("INSERT INTO parent VALUES (1)")).await.unwrap();
        let orphan = town.db.write(|c| c.run("INSERT INTO child VALUES (1, 77)")).await;
        assert!(orphan.is_err(), "a change that failed at its commit was acknowledged");
    }
}

#[tokio::test]
async fn a_full_disk_says_so_and_the_next_change_works_once_there_is_room() {
    let town = towns().remove(0);
    assert_eq!(town.db.engine(), Engine::Sqlite);
    // SQLite's own limit on the size of its file fails in the same way as a full disk: SQLITE_FULL.
    let big = |c: &mut Conn| {
        c.run("PRAGMA max_page_count = 60")?;
        c.run("CREATE TABLE big (x TEXT)")?;
        c.run("INSERT INTO big SELECT hex(randomblob(200000)) FROM (VALUES (1), (2), (3), (4), (5))")
    };
    let (h1, h2) = (town.house(), town.house());
    let (full, neighbour) = tokio::join!(town.db.write(big), town.db.write(move |c| write_note(c, &h1)));
    assert!(full.is_err());
    assert!(neighbour.is_ok(), "{neighbour:?}");
    town.db.write(|c| c.run("PRAGMA max_page_count = 1000000")).await.unwrap();
    town.db.write(move |c| write_note(c, &h2)).await.unwrap();
    assert_eq!(town.db.read(count).await, Ok(2));
}

#[tokio::test]
async fn a_hundred_changes_of_one_row_are_all_counted() {
    for town in towns() {
        let asked: Vec<_> = (0..100)
            .map(|_| {
                let (db, h) = (town.db.clone(), town.house());
                tokio::spawn(async move {
                    let now = h.now();
                    let by = crate::event::By::Program;
                    let station = crate::db::types::StationId(1);
                    db.write(move |c| crate::event::record(c, station, now, by, "note.made", "x", &())).await
                })
            })
            .collect();
        let mut numbers = vec![];
        for a in asked {
            numbers.push(a.await.unwrap().unwrap());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=100).collect::<Vec<i64>>());
    }
}

#[tokio::test]
async fn a_snapshot_sees_one_moment_while_others_write() {
    for town in towns() {
        let db = town.db.clone();
        let h = town.house();
        let seen = town
            .db
            .snapshot(move |c| {
                let before = count(c)?;
                let (db, h) = (db.clone(), h.clone());
                let done = std::thread::spawn(move || {
                    let rt = tokio::runtime::Builder::new_current_thread().build().map_err(Fault::broken)?;
                    rt.block_on(db.write(move |c| write_note(c, &h)))
                });
                done.join().map_err(|_| Fault::broken("the other writer panicked"))??;
                Ok::<_, Fault>((before, count(c)?))
            })
            .await
            .unwrap();
        assert_eq!(seen.0, seen.1, "both counts are of the same moment");
        assert_eq!(town.db.read(count).await, Ok(seen.0 + 1));
    }
}

#[tokio::test]
async fn a_whole_is_seen_by_others_only_when_it_is_committed() {
    for town in towns() {
        let url = &town.settings.database;
        let whole = Whole::begin(url).unwrap();
        let (inside, h1, h2) = (whole.db(), town.house(), town.house());
        inside.write(move |c| write_note(c, &h1)).await.unwrap();
        let refused = inside.write(move |c| {
            write_note(c, &h2)?;
            c.run("SELECT * FROM no_such_table")
        });
        assert!(refused.await.is_err());
        assert!(inside.read(|c| c.run("SELECT * FROM no_such_table")).await.is_err());
        assert_eq!((inside.read(count).await, town.db.read(count).await), (Ok(1), Ok(0)));
        assert_eq!(inside.snapshot(count).await, Ok(1), "it sees what it belongs to");
        whole.commit().await.unwrap();
        assert_eq!(town.db.read(count).await, Ok(1));
        assert!(inside.read(count).await.is_err(), "it is over");
    }
}

#[tokio::test]
async fn a_whole_that_is_dropped_has_never_happened() {
    for town in towns() {
        let whole = Whole::begin(&town.settings.database).unwrap();
        let (inside, h1, h2) = (whole.db(), town.house(), town.house());
        inside.write(move |c| write_note(c, &h1)).await.unwrap();
        drop(whole);
        // On SQLite this waits until the lock is free again.
        town.db.write(move |c| write_note(c, &h2)).await.unwrap();
        assert_eq!(town.db.read(count).await, Ok(1));
    }
}

#[test]
fn sqlite_is_built_with_the_switches_that_we_count_on() {
    #[derive(QueryableByName)]
    struct Switch {
        #[diesel(sql_type = diesel::sql_types::Text)]
        compile_options: String,
    }
    let mut c = SqliteConnection::establish(":memory:").unwrap();
    let all: Vec<Switch> = diesel::sql_query("PRAGMA compile_options").load(&mut c).unwrap();
    for wanted in ["ENABLE_QPSG", "THREADSAFE=2"] {
        assert!(all.iter().any(|s| s.compile_options == wanted), "{wanted} is missing: see .cargo/config.toml");
    }
}

/// What is deleted is overwritten, not only taken off the list: whoever finds the file finds nothing of it.
#[tokio::test]
async fn what_is_deleted_stands_nowhere_in_the_file() {
    let town = testing::on_sqlite(&[crate::MIGRATIONS], &[]);
    let holds = |what: &str| {
        let bytes = std::fs::read(&town.settings.database).expect("the file");
        bytes.windows(what.len()).any(|w| w == what.as_bytes())
    };
    let copied = "PRAGMA wal_checkpoint(TRUNCATE)";
    let kept = "CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT; \
                INSERT INTO said VALUES (1, 'nobody shall read this'), (2, 'this stays')";
    town.db.write(move |c| c.run(kept)).await.unwrap();
    Conn::open(&town.settings.database).unwrap().run(copied).unwrap();
    assert!(holds("nobody shall read this") && holds("this stays"));
    town.db.write(|c| c.run("DELETE FROM said WHERE id = 1")).await.unwrap();
    Conn::open(&town.settings.database).unwrap().run(copied).unwrap();
    assert!(!holds("nobody shall read this") && holds("this stays"));
}
