//! 断电 · kill -9 under load: what was acknowledged is there afterwards, and no invariant is broken.
//!
//! `YIZHAN_KILLS=200 cargo test --test crashes` kills two hundred times instead of twenty, on each engine.
#[path = "../stories/ground.rs"]
mod ground;
mod program;
mod callers;

use std::collections::BTreeSet;
use std::time::Duration;

use kernel::chance::Chance;
use kernel::db::{Conn, Engine};
use yizhan::slices;

use callers::Callers;
use ground::Ground;
use program::Program;

#[test]
fn what_was_acknowledged_survives_every_kill() {
    let kills: u32 = std::env::var("YIZHAN_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in runtime.block_on(ground::copies()) {
        killed_again_and_again(&ground, kills);
    }
}

fn killed_again_and_again(ground: &Ground, kills: u32) {
    let (url, chance) = (ground.url(), Chance::system());
    let program = Program::new(&url);
    let callers = Callers::new(&program);
    let mut all = 0;
    for kill in 1..=kills {
        let running = program.start();
        let calling = callers.call(running.port);
        // Sometimes right after the first answers, sometimes in the middle of many.
        std::thread::sleep(Duration::from_millis(20 + u64::from(chance.below(400))));
        running.kill();
        let acknowledged = calling.end();
        let kept = reservations(&url);
        let lost: Vec<_> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "kill {kill} on {url}: {} of {} were lost: {lost:?}", lost.len(), acknowledged.len());
        all += acknowledged.len();
        if kill % 5 == 0 || kill == kills {
            in_order(&url);
        }
    }
    assert!(all > kills as usize, "only {all} changes were acknowledged before {kills} kills: that proves nothing");
}

/// The ids of all reservations, as hexadecimal digits.
fn reservations(url: &str) -> BTreeSet<String> {
    let mut export = vec![];
    ground::exported(&mut Conn::open(url).expect("the database opens"), Engine::of(url), &mut export);
    let text = String::from_utf8(export).expect("UTF-8");
    let rows =
        text.lines().skip_while(|l| *l != r#"{"table":"reservations"}"#).skip(1).take_while(|l| l.starts_with('['));
    let id = |row: &str| serde_json::from_str::<serde_json::Value>(row).ok()?[1].as_str().map(str::to_owned);
    rows.filter_map(id).collect()
}

fn in_order(url: &str) {
    let mut c = Conn::open(url).expect("the database opens");
    for check in slices::checks() {
        let broken = (check.run)(&mut c).expect("the check runs");
        assert!(broken.is_empty(), "{} on {url}: {broken:#?}", check.name);
    }
}
