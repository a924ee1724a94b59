//! Taps of marshals, passes of a gate, recounts.
use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fairday::text::{MOST_IN_A_REASON, must};
use crate::parking::LotId;
use crate::parking::rules::{Class, LONGEST_NONCE, MOST_AT_ONCE, Step, Tap, is_nonce};

/// One press of a button.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingTap {
    /// Made by the device for this press: sent again it counts once. Letters, digits and `-_.:`.
    #[schema(min_length = 1, max_length = 64, pattern = "^[A-Za-z0-9._:-]+$", example = "3f2a9c-17")]
    pub nonce: String,
    #[serde(default = "car")]
    pub class: Class,
    pub step: Step,
    /// So many milliseconds ago it was pressed, by the device's own clock.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 64_800_000, default = 0)]
    pub ago: i64,
}

fn car() -> Class {
    Class::Car
}

/// What a marshal's device has to tell, in the order in which it was pressed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingTaps {
    /// The secret of a marshal's link; staff who are signed in name a lot instead.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub pass: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub lot: Option<LotId>,
    #[schema(min_items = 1, max_items = 200)]
    pub taps: Vec<NewParkingTap>,
}

impl NewParkingTaps {
    pub fn checked(&self, now: Timestamp) -> Result<Vec<Tap>, Problems> {
        let mut problems = Problems::default();
        if self.taps.is_empty() || self.taps.len() > MOST_AT_ONCE {
            problems.add_with("taps", "parking-bad-taps", vec![("most", MOST_AT_ONCE.to_string())]);
        }
        if !self.taps.iter().all(|tap| is_nonce(&tap.nonce)) {
            problems.add_with("nonce", "parking-bad-nonce", vec![("most", LONGEST_NONCE.to_string())]);
        }
        // A clock that was set back while the tap waited makes it seem to come from tomorrow; the act keeps it in bounds.
        let at = |ago: i64| now.checked_sub(SignedDuration::from_millis(ago.max(0))).unwrap_or(now);
        let tap = |t: &NewParkingTap| Tap { nonce: t.nonce.clone(), class: t.class, step: t.step, at: at(t.ago) };
        problems.or_else_all(Some(self.taps.iter().map(tap).collect()))
    }
}

/// A pass of a gate sensor.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParkingGateEvent {
    /// The sensor's own id of the event: sent again it counts once.
    #[schema(min_length = 1, max_length = 55, pattern = "^[A-Za-z0-9._:-]+$", example = "gate1-000123")]
    pub event: String,
    /// The short name of the lot.
    #[schema(min_length = 2, max_length = 20, example = "compound")]
    pub lot: String,
    #[serde(default = "car")]
    pub class: Class,
    /// `in` or `out`.
    pub direction: Step,
    /// When it happened; now where it is left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
}

impl ParkingGateEvent {
    pub fn checked(&self, now: Timestamp) -> Result<Tap, Problems> {
        let nonce = format!("gate:{}", self.event);
        let mut problems = Problems::default();
        if !is_nonce(&nonce) {
            problems.add_with("event", "parking-bad-nonce", vec![("most", "55".into())]);
        }
        problems.or_else_all(Some(Tap { nonce, class: self.class, step: self.direction, at: self.at.unwrap_or(now) }))
    }
}

/// Somebody has counted them all.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingRecount {
    #[serde(default = "car")]
    pub class: Class,
    /// So many stand there now.
    #[schema(minimum = 0, maximum = 5000)]
    pub to: i32,
    #[schema(min_length = 1, max_length = 60, example = "数了一遍")]
    pub reason: String,
}

impl NewParkingRecount {
    pub fn checked(&self) -> Result<(Class, i32, String), Problems> {
        let mut problems = Problems::default();
        if !(0..=5000).contains(&self.to) {
            problems.add("to", "parking-bad-bays");
        }
        let reason = must(&mut problems, "reason", &self.reason, MOST_IN_A_REASON);
        problems.or_else_all(Some((self.class, self.to, reason)))
    }
}
