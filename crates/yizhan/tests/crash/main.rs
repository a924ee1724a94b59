//! `kill -9` under load: what was acknowledged is there afterwards, and what was not can be sent again. Beside it, a killed
//! import and a database that goes and comes back.
//!
//! 20 kills of bookings, 20 of a hall that draws and calls, and 20 of people who sign up and cars that are counted, on each
//! engine; PostgreSQL takes part when `YIZHAN_TEST_PG` names one. `YIZHAN_TEST_KILLS=200` kills more often, `YIZHAN_TEST_SEED=2` at other moments.
mod ground;
mod program;
mod desk;
mod load;
mod ledger;
mod importing;
mod door;
mod away;
mod hall;
mod queue;
mod rush;
mod fair;
mod crowd;
mod bustle;

use std::io::Write;
use std::time::Instant;

use kernel::chance::Chance;

use ground::Ground;
use ledger::Ledger;
use program::Station;

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    kill_often(&Ground::file());
}

#[test]
fn nothing_acknowledged_is_lost_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often(&ground);
    }
}

fn number(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().map_or(usual, |n| n.parse().unwrap_or_else(|_| panic!("{name} is no number")))
}

fn kill_often(ground: &Ground) {
    let begun = Instant::now();
    let (kills, chance) = (number("YIZHAN_TEST_KILLS", 20), Chance::seeded(number("YIZHAN_TEST_SEED", 1).into()));
    ground.prepare();
    let mut station = Station::start(ground);
    let token = desk::sign_in(&station.base);
    let mut ledger = Ledger::default();
    for _ in 0..kills {
        let desk = desk::Desk::new(&station.base, &token);
        ledger.settle(&desk);
        let round = load::until_killed(&mut station, &desk, &ledger, &chance);
        assert!(!round.unanswered.is_empty(), "no request was under way when the program was killed");
        ledger.add(round);
        ground.check();
        station = Station::start(ground);
    }
    let desk = desk::Desk::new(&station.base, &token);
    ledger.settle(&desk);
    ledger.compare_with_agenda(&desk);
    drop(station);
    ground.check();
    assert!(ledger.acknowledged > 0, "nothing was acknowledged before a kill");
    let said = format!(
        "{}: {kills} kills, {} changes acknowledged and 0 lost, {} unanswered and sent again, {} reservations, {:.0} s",
        ground.engine(),
        ledger.acknowledged,
        ledger.sent_again,
        ledger.reservations(),
        begun.elapsed().as_secs_f32()
    );
    // Past the capture of tests: whoever runs them sees the figures.
    let _ = writeln!(std::io::stderr(), "{said}");
}
