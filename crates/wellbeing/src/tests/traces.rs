//! What a copy of the database tells of who answered what: nothing.
use std::collections::BTreeSet;

use super::*;
use crate::answers::code_hash;

const IDS: &str = "SELECT id::text AS said FROM survey_answers ORDER BY";

impl Town {
    async fn pg(&self, query: &'static str) -> Option<Vec<String>> {
        self.house.db.read(move |c: &mut Conn| dump::of_postgres(c, query)).await.unwrap()
    }

    async fn pg_in(&self, order: &str) -> Option<Vec<String>> {
        let query = format!("{IDS} {order}");
        self.house.db.read(move |c: &mut Conn| dump::of_postgres(c, &query)).await.unwrap()
    }
}

fn table(row: &str) -> &str {
    row.split(' ').next().unwrap_or_default()
}

/// How many transactions there were is counted by the engine's own table, whatever they did.
fn not_its_own(table: &&str) -> bool {
    *table != "commit_marks"
}

/// Bytes and ids alike, whatever the engine prints.
fn plain(row: &str) -> String {
    row.to_lowercase().replace('-', "")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[tokio::test]
async fn answers_change_three_tables_and_no_other() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let before: BTreeSet<String> = town.dump().await.into_iter().collect();
        town.answer_all(&codes[..30]).await;
        let after: BTreeSet<String> = town.dump().await.into_iter().collect();
        let changed: BTreeSet<&str> =
            before.symmetric_difference(&after).map(|row| table(row)).filter(not_its_own).collect();
        assert_eq!(changed, BTreeSet::from(["survey_answers", "survey_ballots", "survey_hours"]));
        let gone: Vec<_> = before.difference(&after).filter(|row| not_its_own(&table(row))).collect();
        assert_eq!(gone.len(), 30, "ballots");
        assert!(gone.iter().all(|row| table(row) == "survey_ballots"));
        // Neither the code nor its hash is left of a ballot that was used.
        let all: String = after.iter().map(|row| plain(row) + "\n").collect();
        for code in &codes[..30] {
            assert!(!all.contains(&hex(&code_hash(&town.house, id, code))) && !all.contains(&plain(&code.text())));
        }
        assert!(all.contains(&hex(&code_hash(&town.house, id, &codes[30]))), "of one that was not it is there");
        assert!(codes.iter().all(|code| !all.contains(&plain(&code.text()))), "no code is kept");
        assert!(!all.contains("一社"), "no address is in the clear");
    }
}

#[tokio::test]
async fn an_answer_has_a_drawn_key_and_nothing_else_that_leads_anywhere() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        town.answer_all(&codes[..25]).await;
        let columns = |c: &mut Conn| dump::columns(c, "survey_answers");
        let columns = town.house.db.read(columns).await.unwrap();
        assert_eq!(columns, ["station_id", "survey_id", "id", "sealed"], "no time, no order, no ballot");
        let rows = town.dump().await;
        let own: Vec<String> = rows.iter().filter(|row| table(row) == "survey_answers").map(|row| plain(row)).collect();
        assert_eq!(own.len(), 25);
        let split = |row: &String| -> Vec<String> {
            row.split([' ', ',', '(', ')']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let keys: BTreeSet<String> = own.iter().map(|row| split(row)[3].clone()).collect();
        assert_eq!(keys.len(), 25);
        for key in &keys {
            assert_eq!((key.len(), key.as_bytes()[12]), (32, b'4'), "drawn, not made of a time: {key}");
            let elsewhere = |row: &&String| table(row) != "survey_answers" && plain(row).contains(key.as_str());
            assert_eq!(rows.iter().find(elsewhere), None);
        }
        // An hour says how many and how, and has as many columns as that needs.
        for row in town.dump_of("survey_hours").await {
            assert_eq!(split(&plain(&row)).len(), 6, "{row}");
        }
        // What was said is sealed: no two rows are alike, whatever they say, and all are of one length.
        let sealed: BTreeSet<String> = own.iter().map(|row| split(row)[4].clone()).collect();
        assert_eq!(sealed.len(), 25);
        assert_eq!(sealed.iter().map(String::len).collect::<BTreeSet<_>>().len(), 1);
        town.later(15).await;
        assert_eq!(town.answered(id).await, 25);
        let after: BTreeSet<String> = town.dump_of("survey_answers").await.iter().map(|row| plain(row)).collect();
        assert!(own.iter().all(|row| !after.contains(row)), "two copies of the database have no row in common");
        let at: BTreeSet<&str> = rows.iter().map(|row| table(row)).collect();
        assert!(at.contains("survey_hours"));
        assert!(town.dump_of("survey_hours").await.is_empty() && town.dump_of("survey_ballots").await.is_empty());
    }
}

#[tokio::test]
async fn after_a_night_postgres_cannot_tell_in_which_order_answers_came() {
    const WRITTEN: &str = "SELECT DISTINCT xmin::text AS said FROM survey_answers";
    for town in towns().await {
        let (_, codes) = town.asks().await;
        town.answer_all(&codes[..20]).await;
        let rows = town.dump_of("survey_answers").await;
        let before = town.pg(WRITTEN).await;
        assert!(before.as_ref().is_none_or(|all| all.len() == 20), "each was written by itself: {before:?}");
        town.later(1).await;
        let anew = town.dump_of("survey_answers").await;
        assert!(anew.len() == rows.len() && anew.iter().all(|row| !rows.contains(row)), "as many, and none as it was");
        let after = town.pg(WRITTEN).await;
        assert!(after.as_ref().is_none_or(|all| all.len() == 1 && !before.iter().flatten().any(|x| *x == all[0])));
        let (place, key) = (town.pg_in("ctid").await, town.pg_in("id").await);
        assert_eq!(place, key, "a place on the disk says what the key says");
        // What hours say of transactions is of no answer's any more.
        let shared =
            "SELECT a.id::text AS said FROM survey_answers a JOIN survey_hours h ON a.xmin::text = h.xmin::text";
        assert!(town.pg(shared).await.is_none_or(|all| all.is_empty()));
        // An answer of the next day is alone until the night.
        town.answers(&codes[20], given(3, 0, Mode::Phone)).await.unwrap();
        town.later(1).await;
        assert!(town.pg(WRITTEN).await.is_none_or(|all| all.len() == 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn where_a_ballot_lies_does_not_say_when_it_was_printed() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let lies = "SELECT encode(code_hash, 'hex') AS said FROM survey_ballots ORDER BY ctid";
        let Some(lies) = town.pg(lies).await else { continue };
        let printed: Vec<String> = codes.iter().map(|code| hex(&code_hash(&town.house, id, code))).collect();
        assert_ne!(lies, printed);
        let mut sorted = printed;
        sorted.sort();
        assert_eq!(lies, sorted);
    }
}

#[tokio::test]
async fn a_tip_is_a_number_and_changes_nothing_else() {
    use crate::rules::tips::ByWhom;
    for town in towns().await {
        let (id, _) = town.asks().await;
        let before: BTreeSet<String> = town.dump().await.into_iter().collect();
        for by in [ByWhom::Village, ByWhom::Village, ByWhom::Other] {
            acts::tip(&town.house, &town.station, id, by).await.unwrap();
        }
        let after: BTreeSet<String> = town.dump().await.into_iter().collect();
        let changed: Vec<_> = before.symmetric_difference(&after).filter(|row| not_its_own(&table(row))).collect();
        assert_eq!(changed.len(), 2, "{changed:?}");
        assert!(changed.iter().all(|row| table(row) == "survey_tips"));
        let (at, h) = (town.station.id, town.house.clone());
        let flags = town.house.db.read(move |c: &mut Conn| answers::flags(c, &h, at, id)).await.unwrap();
        assert_eq!(flags, [crate::rules::flags::Flag::Suggested { n: None }]);
    }
}
