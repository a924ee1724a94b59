//! Given back, nothing in the database says who had it; whoever asks to be forgotten is.
use diesel::RunQueryDsl as _;

use super::*;
use crate::lending::acts::{Entry, holding};
use crate::lending::rules::log::Kind;

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

/// All rows of a table as text: texts as they are, bytes in hexadecimal digits.
fn dumped(c: &mut Conn, table: &str) -> Result<String, Fault> {
    let rows: Vec<Text> = match c {
        Conn::Pg(c) => diesel::sql_query(format!("SELECT t::text AS said FROM {table} t")).load(c)?,
        Conn::Sqlite(c) => {
            let columns: Vec<Text> =
                diesel::sql_query(format!("SELECT name AS said FROM pragma_table_info('{table}')")).load(c)?;
            let one = |n: &Text| {
                format!("coalesce(CASE typeof({0}) WHEN 'blob' THEN hex({0}) ELSE CAST({0} AS TEXT) END, '')", n.said)
            };
            let whole: Vec<String> = columns.iter().map(one).collect();
            diesel::sql_query(format!("SELECT {} AS said FROM {table}", whole.join(" || ' ' || "))).load(c)?
        }
    };
    Ok(rows.into_iter().map(|t| t.said + "\n").collect())
}

/// The tables in which something could be left; `library_readers` says only in which month somebody took something.
const TABLES: [&str; 10] = [
    "copies",
    "loans",
    "library_holds",
    "reading_history",
    "library_log",
    "library_tasks",
    "answers",
    "messages",
    "events",
    "facts",
];

impl Room {
    /// In how many tables a person's id stands, in either spelling.
    async fn traces(&self, person: PersonId) -> Vec<&'static str> {
        let plain = person.to_string();
        let bare = plain.replace('-', "");
        let mut found = vec![];
        for table in TABLES.into_iter().chain(["library_readers"]) {
            let rows = self.sees(move |c, _, _| dumped(c, table)).await.unwrap().to_lowercase();
            if rows.contains(&plain) || rows.contains(&bare) {
                found.push(table);
            }
        }
        found
    }
}

#[tokio::test]
async fn after_a_return_nothing_says_who_had_it() {
    for room in all().await {
        let (copy, luo) = (room.has.hare.copies[0], room.luo.person);
        let once = Some(kernel::once::Once::new("tap", &luo.to_string(), &copy.to_string()));
        let lending = Lending { copy, person: luo, despite: false };
        acts::lend(&room.house, &room.station, lending, (Hand::Phone, once)).await.unwrap();
        assert_eq!(room.traces(luo).await, ["loans", "library_readers"]);
        room.takes_back(copy).await.unwrap();
        assert_eq!(room.traces(luo).await, ["library_readers"]);
        // Without a line it is the same: the card is read and not kept.
        let barcode = room.sees(move |c, _, at| crate::catalogue::answers::copy(c, at.id, copy)).await.unwrap().barcode;
        let log = [Kind::Lent, Kind::Back].map(|kind| Entry {
            id: room.house.new_id(),
            kind,
            barcode: barcode.clone(),
            card: room.luo.card.clone(),
            ago: SignedDuration::ZERO,
        });
        acts::replay(&room.house, &room.station, room.clerk.id, log.into()).await.unwrap();
        assert_eq!(room.traces(luo).await, ["library_readers"]);
        for table in TABLES {
            let rows = room.sees(move |c, _, _| dumped(c, table)).await.unwrap();
            assert!(!rows.contains(&room.luo.card), "{table} has the card");
        }
    }
}

#[tokio::test]
async fn readers_of_long_ago_and_old_logs_are_forgotten() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        room.lends(copy, room.luo.person).await.unwrap();
        room.takes_back(copy).await.unwrap();
        room.lends(copy, room.ma.person).await.unwrap();
        // 小满 wanted a list for a moment and never took anything.
        room.decides(with_lists()).await.unwrap();
        for wanted in [true, false] {
            acts::want_history(&room.house, &room.station, room.man.person, wanted).await.unwrap();
        }
        let unknown = Entry {
            id: room.house.new_id(),
            kind: Kind::Back,
            barcode: "nothing".into(),
            card: String::new(),
            ago: SignedDuration::ZERO,
        };
        let task = acts::replay(&room.house, &room.station, room.clerk.id, vec![unknown]).await.unwrap()[0].task;
        let settled = (task.unwrap(), crate::lending::rules::task::How::Dropped);
        acts::settle_task(&room.house, &room.station, settled, (room.clerk.id, None)).await.unwrap();
        room.house.wait(SignedDuration::from_hours(24 * 90));
        acts::jobs(&room.house).await.unwrap();
        assert_eq!(room.count("SELECT count(*) AS n FROM library_log").await, 1);
        room.later(1).await;
        let left = "SELECT (SELECT count(*) FROM library_log) + (SELECT count(*) FROM library_tasks) AS n";
        assert_eq!(room.count(left).await, 0);
        assert_eq!(room.count("SELECT count(*) AS n FROM library_readers").await, 2);
        room.house.wait(SignedDuration::from_hours(24 * 365));
        acts::jobs(&room.house).await.unwrap();
        // Whoever still has something is still a reader.
        assert_eq!(room.traces(room.luo.person).await, Vec::<&str>::new());
        assert!(room.traces(room.ma.person).await.contains(&"library_readers"));
        room.sound().await;
    }
}

#[tokio::test]
async fn whoever_asks_is_told_all_and_forgotten_and_what_they_have_comes_back_all_the_same() {
    for room in all().await {
        room.decides(with_lists()).await.unwrap();
        let (luo, hare, chess) = (room.luo.person, room.has.hare.copies[0], room.has.chess.copies[0]);
        acts::want_history(&room.house, &room.station, luo, true).await.unwrap();
        room.lends(room.has.lychee.copies[0], luo).await.unwrap();
        room.takes_back(room.has.lychee.copies[0]).await.unwrap();
        room.lends(hare, luo).await.unwrap();
        room.lends(chess, room.man.person).await.unwrap();
        room.waits(room.has.chess.title, luo).await.unwrap();
        room.house.wait(SignedDuration::from_secs(1));
        room.waits(room.has.chess.title, room.ma.person).await.unwrap();
        room.takes_back(chess).await.unwrap();
        let told = room.sees(move |c, house, _| (holding().export)(c, house, luo)).await.unwrap().to_string();
        for known in ["猜猜我有多爱你", "象棋", "长安的荔枝", "2026-07-27", "2026-06-01", "三合镇共享驿站"]
        {
            assert!(told.contains(known), "{known} in {told}");
        }
        let (h, now) = (room.house.house(), room.house.now());
        room.house.db.write(move |c| (holding().erase)(c, &h, luo, now)).await.unwrap();
        assert_eq!(room.traces(luo).await, Vec::<&str>::new());
        let told = room.sees(move |c, house, _| (holding().export)(c, house, luo)).await.unwrap();
        assert_eq!(told, serde_json::json!([]));
        assert!(matches!(room.state(hare).await, CopyState::Lent { .. }));
        room.sound().await;
        // What was kept for them is the next one's, and nobody is told that what they have is over.
        room.later(40).await;
        assert_eq!(room.reader(room.ma.person).await.holds.len(), 0, "it was put aside, and lapsed");
        let kinds: Vec<String> = room.told().await.into_iter().map(|(kind, ..)| kind).collect();
        assert!(!kinds.contains(&"loan-overdue".to_owned()), "{kinds:?}");
        let late =
            room.sees(|c, house, at| answers::overdue(c, at.id, answers::day_of(at, house.now()), 9)).await.unwrap();
        assert_eq!(late.iter().map(|(_, who)| *who).collect::<Vec<_>>(), [None]);
        assert!(room.takes_back(hare).await.unwrap().was_lent);
        room.sound().await;
    }
}
