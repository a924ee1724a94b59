//! `docs/privacy.md` lists every column that holds somebody, and nothing that is not there.
use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::Text;
use kernel::db::{Conn, Engine};
use kernel::on;

use crate::town;

const LISTED: &str = include_str!("../../../../docs/privacy.md");
/// What columns are called that hold somebody, or something made of somebody's.
const ENDS: [&str; 3] = ["_sealed", "_hash", "_by"];
const WORDS: [&str; 9] = ["person", "guardian", "staff", "resident", "phone", "nickname", "login", "member", "leader"];

/// `table.column` of every row of the document's tables.
fn listed() -> BTreeSet<String> {
    let named = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    LISTED.lines().filter_map(named).collect()
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
}

/// `table.column` of everything that the database has.
fn columns(c: &mut Conn, engine: Engine) -> BTreeSet<String> {
    let query = match engine {
        Engine::Sqlite => {
            "SELECT m.name || '.' || i.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) i \
             WHERE m.type = 'table' AND m.name <> 'migrations'"
        }
        Engine::Postgres => {
            "SELECT table_name || '.' || column_name AS name FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name <> 'migrations'"
        }
    };
    let found: Vec<Column> = on!(c, c => diesel::sql_query(query).load(c)).expect("the columns can be listed");
    found.into_iter().map(|column| column.name).collect()
}

fn may_hold_somebody(name: &str) -> bool {
    let column = name.split_once('.').map_or(name, |(_, column)| column);
    ENDS.iter().any(|end| column.ends_with(end)) || WORDS.iter().any(|word| column.contains(word))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_column_that_holds_somebody_is_in_docs_privacy_md() {
    let listed = listed();
    assert!(listed.len() > 30, "the document's tables are readable: {listed:?}");
    town::each(async |town| {
        let mut c = Conn::open(&town.url()).expect("the database opens");
        let there = columns(&mut c, town.engine());
        let unlisted: Vec<_> = there.iter().filter(|c| may_hold_somebody(c) && !listed.contains(*c)).collect();
        assert!(unlisted.is_empty(), "docs/privacy.md says nothing of {unlisted:?}");
        let gone: Vec<_> = listed.iter().filter(|c| !there.contains(*c)).collect();
        assert!(gone.is_empty(), "docs/privacy.md lists what is not there: {gone:?}");
    })
    .await;
}
