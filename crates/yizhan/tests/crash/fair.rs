//! A power cut on a busy day: whoever was told that they are signed up is, once, in their turn; every tap at a car park counts once.
use kernel::chance::Chance;

use crate::bustle;
use crate::crowd::{Crowd, Stage};
use crate::desk::Desk;
use crate::ground::Ground;
use crate::kills::{Use, kill_often};
use crate::program::Station;

#[test]
fn no_place_and_no_tap_is_lost_or_doubled_on_sqlite() {
    kill_often::<Crowd>(&Ground::file());
}

#[test]
fn no_place_and_no_tap_is_lost_or_doubled_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often::<Crowd>(&ground);
    }
}

impl Use for Crowd {
    fn begin(desk: &Desk) -> Crowd {
        Crowd::at(Stage::of(desk))
    }

    fn settle(&mut self, desk: &Desk) {
        Crowd::settle(self, desk);
    }

    fn until_killed(&mut self, station: &mut Station, desk: &Desk, chance: &Chance) {
        let round = bustle::until_killed(station, desk, self, chance);
        self.add(round);
    }

    fn look_at_all(&mut self, desk: &Desk) {
        self.compare_all(desk);
        assert!(self.has_filled_a_time(), "nobody had to wait for a place");
    }

    fn figures(&self) -> String {
        let (signups, taps, again) = (self.signed_up(), self.tapped(), self.sent_again);
        format!("{signups} signups and {taps} taps acknowledged, 0 lost, {again} unanswered and sent again")
    }
}
