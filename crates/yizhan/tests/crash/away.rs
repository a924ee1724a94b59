//! The database goes while the station runs, and comes back: a plain message, no restart, nothing acknowledged lost.
use std::time::{Duration, Instant};

use crate::desk::{self, Desk, Order};
use crate::door::Door;
use crate::ground::{Ground, SLUG};
use crate::program::Station;

/// Longer than it takes on a busy machine to find the database again.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn a_database_that_goes_and_comes_back_needs_no_restart() {
    let Some(mut ground) = Ground::schema() else { return };
    ground.prepare();
    let door = Door::before(&ground.database);
    ground.database.clone_from(&door.url);
    let station = Station::start(&ground);
    let desk = Desk::new(&station.base, &desk::sign_in(&station.base));
    let orders: Vec<Order> = (0..3).map(|n| Order::number(n, desk::first_slot())).collect();
    let before = desk.book(&orders[0]).expect("the database is there");

    door.shut();
    assert_eq!(desk.book(&orders[1]), None, "nobody can keep it");
    assert!(!desk::is_ready(&station.base));
    says(&station, "zh-CN", "机器暂时连不上");
    says(&station, "en", "The machine cannot be reached right now");

    door.open();
    let begun = Instant::now();
    while desk.book(&orders[1]).is_none() {
        assert!(begun.elapsed() < PATIENCE, "the database is back, and the station does not see it");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(desk::is_ready(&station.base));
    assert_eq!(desk.book(&orders[0]), Some(before), "what was acknowledged is there");

    // Gone and back between two requests: nobody notices.
    door.shut();
    door.open();
    assert!(desk.book(&orders[2]).is_some());
    drop(station);
    ground.check();
}

/// A page that needs the database says plainly that it is away.
fn says(station: &Station, language: &str, words: &str) {
    let page = format!("{}/s/{SLUG}/venues/room-0", station.base);
    let (status, said) = desk::page(&page, language);
    assert_eq!(status, 503, "{said}");
    assert!(said.contains(words), "“{words}” was not said, but: {said}");
}
