//! From one engine to the other and back.
use kernel::db::Conn;

use crate::ground::{self, Ground};
use crate::town;

#[tokio::test(flavor = "multi_thread")]
async fn a_town_moves_to_the_other_engine_and_nothing_is_lost_on_the_way() {
    town::each(async |town| {
        let first = export(&town.url(), town.engine());
        let mut grounds = vec![Ground::file()];
        grounds.extend(Ground::schema());
        for ground in grounds {
            ground::imported(&ground.url(), first.as_bytes());
            let second = export(&ground.url(), kernel::db::Engine::of(&ground.url()));
            let (first, second) = (first.lines().collect::<Vec<_>>(), second.lines().collect::<Vec<_>>());
            assert_eq!(first.len(), second.len());
            for (n, (a, b)) in first.iter().zip(&second).enumerate() {
                assert_eq!(meaning(a), meaning(b), "line {}", n + 1);
            }
        }
    })
    .await;
}

fn export(url: &str, engine: kernel::db::Engine) -> String {
    let mut out = vec![];
    ground::exported(&mut Conn::open(url).expect("the database opens"), engine, &mut out);
    String::from_utf8(out).expect("UTF-8")
}

/// PostgreSQL may write the fields of a document in another order.
fn meaning(line: &str) -> serde_json::Value {
    serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"))
}
