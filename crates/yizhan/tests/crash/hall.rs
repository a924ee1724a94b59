//! A power cut in the hall: no ticket is lost, none changes its place, and the screen shows who was called.
use kernel::chance::Chance;

use crate::desk::{self, Desk};
use crate::ground::{Ground, SLUG};
use crate::kills::{Use, kill_often};
use crate::program::Station;
use crate::queue::{Press, Queue, press};
use crate::rush;

#[test]
fn no_ticket_is_lost_and_no_order_changes_on_sqlite() {
    kill_often::<Queue>(&Ground::file());
}

#[test]
fn no_ticket_is_lost_and_no_order_changes_on_postgresql() {
    if let Some(ground) = Ground::schema() {
        kill_often::<Queue>(&ground);
    }
}

impl Use for Queue {
    fn begin(_: &Desk) -> Queue {
        Queue::default()
    }

    fn settle(&mut self, desk: &Desk) {
        Queue::settle(self, desk);
    }

    fn until_killed(&mut self, station: &mut Station, desk: &Desk, chance: &Chance) {
        let round = rush::until_killed(station, desk, self, chance);
        self.add(round);
    }

    fn look_at_all(&mut self, desk: &Desk) {
        self.all_come_to_their_turn(desk);
    }

    fn figures(&self) -> String {
        let (drawn, calls, again) = (self.drawn(), self.acknowledged_calls, self.sent_again);
        format!("{drawn} tickets drawn and {calls} calls acknowledged, 0 lost, {again} unanswered and sent again")
    }
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
