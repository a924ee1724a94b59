use std::io::Cursor;
use std::path::PathBuf;

use kernel::clock::Clock;
use kernel::db::{Conn, Engine, Migration, Migrator};

use super::*;

const ODD: &[Migration] = &[Migration {
    name: "2026-06-01_odd",
    sql: "create table odd (
    station_id BIGINT not null,
    id ID not null, -- a comment, with a comma
    at INSTANT not null,
    on_day DAY,
    open FLAG not null,
    doc JSON not null,
    note JSON,
    sealed BYTES,
    small SMALLINT not null check (small in (1, 2)),
    lat FLOAT,
    name TEXT not null,
    primary key (station_id, id)
);
create index odd_by_day on odd (on_day);
alter table odd add column more TEXT;",
}];

const ROWS: &str = r#"[1,"0190a0b0c0d0e0f00102030405060708",1782559200123456,"2026-06-27",true,{"a":[1,null]},null,"00ff",2,36.5,"三合 \"镇\"\n","x"]
[1,"0190a0b0c0d0e0f00102030405060709",-1,null,false,null,[],null,1,null,"",null]
"#;

/// A file that goes when the test ends.
struct Lent(PathBuf);

impl Drop for Lent {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn made(name: &str) -> (Lent, Conn) {
    let file = Lent(std::env::temp_dir().join(format!("yizhan-dump-{}-{name}.db", std::process::id())));
    let url = file.0.to_str().unwrap();
    Migrator::new(&[ODD]).run(url, |_| {}).unwrap();
    let c = Conn::open(url).unwrap();
    (file, c)
}

fn header(tables: &[Table]) -> Header {
    let listed =
        |t: &Table| Listed { name: t.name.clone(), columns: t.columns.iter().map(|c| c.name.clone()).collect() };
    let at = "2026-06-24T11:20:00Z".parse().unwrap();
    let (at, tables) = (Clock::stopped_at(at).now(), tables.iter().map(listed).collect());
    Header { format: FORMAT.into(), version: VERSION, at, key: "k".into(), tables }
}

fn text(tables: &[Table], rows: &str) -> String {
    format!("{}\n{{\"table\":\"odd\"}}\n{rows}", serde_json::to_string(&header(tables)).unwrap())
}

fn read_in(c: &mut Conn, tables: &[Table], text: &str) -> Result<u64, Refused> {
    read(c, Engine::Sqlite, (tables, "k"), &mut Cursor::new(text.as_bytes().to_vec()), &mut |_, _| {})
}

#[test]
fn the_migrations_name_every_column_and_key() {
    let tables = tables(&[ODD]).unwrap();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].columns.len(), 12);
    assert_eq!(tables[0].key, ["station_id", "id"]);
    assert_eq!(tables[0].column("sealed").unwrap().kind, Type::Bytes);
    assert!(!tables[0].column("note").unwrap().required);
}

#[test]
fn what_is_written_reads_back_as_the_same_lines() {
    let tables = tables(&[ODD]).unwrap();
    let (_file, mut c) = made("same");
    let text = text(&tables, ROWS);
    assert_eq!(read_in(&mut c, &tables, &text).unwrap(), 2);
    let mut out = vec![];
    assert_eq!(write(&mut c, Engine::Sqlite, (&header(&tables), &tables), &mut out, &mut |_, _| {}).unwrap(), 2);
    assert_eq!(String::from_utf8(out).unwrap(), text);
}

#[test]
fn a_bad_line_is_named_and_nothing_is_kept() {
    let tables = tables(&[ODD]).unwrap();
    let (_file, mut c) = made("bad");
    let wrong = text(&tables, ROWS).replace(",null,1,null,", ",null,7,null,");
    let said = read_in(&mut c, &tables, &wrong).unwrap_err().to_string();
    assert!(said.starts_with("line 4: odd: "), "{said}");
    assert_eq!(rows_in(&mut c, "odd").unwrap(), 0);
    let said = read_in(&mut c, &tables, &text(&tables, "[1,2]\n")).unwrap_err().to_string();
    assert_eq!(said, "line 3: a row of odd has 2 values; 12 are needed");
    let said = read_in(&mut c, &tables, "hello\n").unwrap_err().to_string();
    assert!(said.starts_with("line 1: this is no export of yizhan"), "{said}");
}

#[test]
fn a_database_that_is_not_empty_is_left_alone() {
    let tables = tables(&[ODD]).unwrap();
    let (_file, mut c) = made("full");
    let text = text(&tables, ROWS);
    read_in(&mut c, &tables, &text).unwrap();
    let said = read_in(&mut c, &tables, &text).unwrap_err().to_string();
    assert!(said.starts_with("the database is not empty: odd has 2 rows"), "{said}");
}
