//! A power cut in the hall: no ticket is lost, none changes its place, and the screen shows who was called.
use std::io::Write;
use std::time::Instant;

use kernel::chance::Chance;

use crate::desk::{self, Desk};
use crate::ground::{Ground, SLUG};
use crate::program::Station;
use crate::queue::{Press, Queue, press};
use crate::{number, rush};

#[test]
fn no_ticket_is_lost_and_no_order_changes_on_sqlite() {
    kill_often(&Ground::file());
}

#[test]
fn no_ticket_is_lost_and_no_order_changes_on_postgresql() {
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
    let mut queue = Queue::default();
    for _ in 0..kills {
        let desk = Desk::new(&station.base, &token);
        queue.settle(&desk);
        let round = rush::until_killed(&mut station, &desk, &queue, &chance);
        queue.add(round);
        ground.check();
        station = Station::start(ground);
    }
    let desk = Desk::new(&station.base, &token);
    queue.settle(&desk);
    queue.all_come_to_their_turn(&desk);
    drop(station);
    ground.check();
    let said = format!(
        "{}: {kills} kills, {} tickets drawn and {} calls acknowledged, 0 lost, {} unanswered and sent again, {:.0} s",
        ground.engine(),
        queue.drawn(),
        queue.acknowledged_calls,
        queue.sent_again,
        begun.elapsed().as_secs_f32()
    );
    // Past the capture of tests: whoever runs them sees the figures.
    let _ = writeln!(std::io::stderr(), "{said}");
}

#[test]
fn the_screen_shows_the_same_calls_after_a_power_cut() {
    for ground in [Some(Ground::file()), Ground::schema()].into_iter().flatten() {
        ground.prepare();
        let mut station = Station::start(&ground);
        let desk = Desk::new(&station.base, &desk::sign_in(&station.base));
        for n in 0..4 {
            press(&desk, &Press::Draw(format!("draw-{n}"))).expect("a calm station answers");
        }
        for at in [2, 1] {
            press(&desk, &Press::Call(at, format!("call-{at}"))).expect("a calm station answers");
        }
        let before = shown(&station);
        assert_eq!(before.len(), 2, "{before:?}");
        station.kill();
        ground.check();
        let station = Station::start(&ground);
        assert_eq!(shown(&station), before);
    }
}

/// The calls on the screen, the last first: ticket and how often it was called, since when.
fn shown(station: &Station) -> Vec<String> {
    let (status, page) = desk::page(&format!("{}/s/{SLUG}/hall", station.base), "zh-CN");
    assert_eq!(status, 200, "{page}");
    let calls = page.split(" data-call=\"").skip(1);
    // Key, instant and sounds: all that is said of a call.
    calls.filter_map(|rest| rest.split('>').next()).map(str::to_owned).collect()
}
