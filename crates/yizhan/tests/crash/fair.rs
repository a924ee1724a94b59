//! A power cut on a busy day: whoever was told that they are signed up is, once, in their turn; every tap at a car park counts once.
use std::io::Write;
use std::time::Instant;

use kernel::chance::Chance;

use crate::crowd::{Crowd, Stage};
use crate::desk::{self, Desk};
use crate::ground::Ground;
use crate::program::Station;
use crate::{bustle, number};

#[test]
fn no_place_and_no_tap_is_lost_or_doubled_on_sqlite() {
    kill_often(&Ground::file());
}

#[test]
fn no_place_and_no_tap_is_lost_or_doubled_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often(&ground);
    }
}

fn kill_often(ground: &Ground) {
    let begun = Instant::now();
    let (kills, chance) = (number("YIZHAN_TEST_KILLS", 20), Chance::seeded(number("YIZHAN_TEST_SEED", 1).into()));
    ground.prepare();
    let mut station = Station::start(ground);
    let token = desk::sign_in(&station.base);
    let mut crowd = Crowd::at(Stage::of(&Desk::new(&station.base, &token)));
    for _ in 0..kills {
        let desk = Desk::new(&station.base, &token);
        crowd.settle(&desk);
        let round = bustle::until_killed(&mut station, &desk, &crowd, &chance);
        crowd.add(round);
        ground.check();
        station = Station::start(ground);
    }
    let desk = Desk::new(&station.base, &token);
    crowd.settle(&desk);
    crowd.compare_all(&desk);
    drop(station);
    ground.check();
    assert!(crowd.has_filled_a_time(), "nobody had to wait for a place");
    let said = format!(
        "{}: {kills} kills, {} signups and {} taps acknowledged, 0 lost, {} unanswered and sent again, {:.0} s",
        ground.engine(),
        crowd.signed_up(),
        crowd.tapped(),
        crowd.sent_again,
        begun.elapsed().as_secs_f32()
    );
    // Past the capture of tests: whoever runs them sees the figures.
    let _ = writeln!(std::io::stderr(), "{said}");
}
