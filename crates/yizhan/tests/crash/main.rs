//! `kill -9` under load: what was acknowledged is there afterwards, and what was not can be sent again. Beside it, a killed
//! import and a database that goes and comes back.
//!
//! 20 kills of bookings, 20 of a hall that draws and calls, 20 of people who sign up and cars that are counted, and 20 of books
//! that go out and come back, on each engine; PostgreSQL takes part when `YIZHAN_TEST_PG` names one. `YIZHAN_TEST_KILLS=200` kills
//! more often, `YIZHAN_TEST_SEED=2` at other moments.
mod ground;
mod program;
mod desk;
mod kills;
mod load;
mod ledger;
mod importing;
mod door;
mod away;
mod hall;
mod queue;
mod rush;
mod fair;
mod library;
mod crowd;
mod bustle;

use kernel::chance::Chance;

use desk::Desk;
use ground::Ground;
use kills::{Use, kill_often};
use ledger::Ledger;
use program::Station;

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    kill_often::<Ledger>(&Ground::file());
}

#[test]
fn nothing_acknowledged_is_lost_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often::<Ledger>(&ground);
    }
}

impl Use for Ledger {
    fn begin(_: &Desk) -> Ledger {
        Ledger::default()
    }

    fn settle(&mut self, desk: &Desk) {
        Ledger::settle(self, desk);
    }

    fn until_killed(&mut self, station: &mut Station, desk: &Desk, chance: &Chance) {
        let round = load::until_killed(station, desk, self, chance);
        assert!(!round.unanswered.is_empty(), "no request was under way when the program was killed");
        self.add(round);
    }

    fn look_at_all(&mut self, desk: &Desk) {
        self.compare_with_agenda(desk);
        assert!(self.acknowledged > 0, "nothing was acknowledged before a kill");
    }

    fn figures(&self) -> String {
        let (done, again, all) = (self.acknowledged, self.sent_again, self.reservations());
        format!("{done} changes acknowledged and 0 lost, {again} unanswered and sent again, {all} reservations")
    }
}
