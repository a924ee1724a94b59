//! Forecasts, sentence by sentence. Instants are minutes of a morning, and everything takes ten minutes.
mod told;
mod order;
mod band;
mod properties;
mod days;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::rules::{LineId, Priority};

pub const CLOSES: i64 = 480;

pub fn at(minute: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
}

pub fn minute(at: Timestamp) -> i64 {
    at.as_second() / 60
}

/// As long as it takes that calling somebody occupies a desk for ten minutes: some calls are missed, which is quicker.
pub fn ten() -> Takes {
    let known = Durations::default();
    let in_vain = known.occupies(Takes::around(1.0, SHARP)) - (1.0 - known.missed());
    Takes::around((10.0 - in_vain) / (1.0 - known.missed()), SHARP)
}

/// A spread of nearly nothing.
pub const SHARP: f64 = 1e-6;

/// Open from 0 to [`CLOSES`], for these lines.
pub fn desk(id: i32, lines: &[LineId]) -> Desk {
    let hours = vec![Span { from: at(0), until: at(CLOSES) }];
    Desk { id, lines: lines.to_vec(), official: None, serving: None, hours }
}

/// Drawn at the minute of its number, in line 1.
pub fn waits(id: i32) -> Waits<i32> {
    Waits {
        id,
        line: 1,
        official: None,
        priority: Priority::None,
        order_at: at(i64::from(id)),
        booked: false,
        number: id,
        takes: ten(),
        comes: Comes::Here,
    }
}

pub fn dear(id: i32) -> Waits<i32> {
    Waits { priority: Priority::Elderly, ..waits(id) }
}

/// A hall at minute 30.
pub fn hall(desks: Vec<Desk>, waiting: Vec<Waits<i32>>) -> Hall<i32> {
    Hall { now: at(30), desks, waiting, favoured: BTreeMap::new() }
}

/// Whom the schedule calls, and at what minute.
pub fn called(hall: &Hall<i32>) -> Vec<(i32, i64)> {
    schedule(hall, &Durations::default()).iter().map(|t| (t.id, minute(t.from))).collect()
}

pub fn asked(hall: &Hall<i32>, id: i32) -> Forecast {
    forecast(hall, id, &Durations::default(), &Band::default())
}

pub fn about(hall: &Hall<i32>, id: i32) -> About {
    match asked(hall, id) {
        Forecast::About(about) => about,
        Forecast::Cannot(why) => panic!("nothing is said: {why:?}"),
    }
}
