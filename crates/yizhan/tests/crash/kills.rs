//! A station that people use and that is killed under their hands, again and again.
use std::io::Write;
use std::time::Instant;

use kernel::chance::Chance;

use crate::desk::{self, Desk};
use crate::ground::Ground;
use crate::program::Station;

/// What people do at a station, and what they know of it.
pub trait Use {
    /// Before anybody has done anything.
    fn begin(desk: &Desk) -> Self;

    /// After a kill: what was not answered is sent again and done once; then all is as it was acknowledged.
    fn settle(&mut self, desk: &Desk);

    /// They do it until the program is gone.
    fn until_killed(&mut self, station: &mut Station, desk: &Desk, chance: &Chance);

    /// After the last kill: everything, and that something was done at all.
    fn look_at_all(&mut self, desk: &Desk);

    /// What it came to.
    fn figures(&self) -> String;
}

pub fn kill_often<U: Use>(ground: &Ground) {
    let begun = Instant::now();
    let (kills, chance) = (number("YIZHAN_TEST_KILLS", 20), Chance::seeded(number("YIZHAN_TEST_SEED", 1).into()));
    ground.prepare();
    let mut station = Station::start(ground);
    let token = desk::sign_in(&station.base);
    let mut people = U::begin(&Desk::new(&station.base, &token));
    for _ in 0..kills {
        let desk = Desk::new(&station.base, &token);
        people.settle(&desk);
        people.until_killed(&mut station, &desk, &chance);
        ground.check();
        station = Station::start(ground);
    }
    let desk = Desk::new(&station.base, &token);
    people.settle(&desk);
    people.look_at_all(&desk);
    drop(station);
    ground.check();
    let (engine, seconds) = (ground.engine(), begun.elapsed().as_secs_f32());
    // Past the capture of tests: whoever runs them sees the figures.
    let _ = writeln!(std::io::stderr(), "{engine}: {kills} kills, {}, {seconds:.0} s", people.figures());
}

fn number(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().map_or(usual, |n| n.parse().unwrap_or_else(|_| panic!("{name} is no number")))
}
