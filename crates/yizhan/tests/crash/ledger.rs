//! What the station has promised, and whether it is so.
use std::collections::HashMap;

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde_json::Value;

use crate::desk::{Desk, Order, first_slot};
use crate::load::Round;

/// How a reservation has to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Confirmed,
    Cancelled,
    /// Given back, and no answer came.
    PerhapsCancelled,
}

/// A reservation that was acknowledged.
pub struct Kept {
    pub id: String,
    pub order: Order,
    pub end: End,
}

pub struct Ledger {
    pub first: Timestamp,
    pub orders: u64,
    pub acknowledged: usize,
    pub sent_again: usize,
    kept: Vec<Kept>,
    /// Of the last round.
    unanswered: Vec<Order>,
    /// How many of `kept` were looked at after their kill.
    looked_at: usize,
}

impl Default for Ledger {
    fn default() -> Ledger {
        let (orders, acknowledged, sent_again, looked_at) = (0, 0, 0, 0);
        Ledger { first: first_slot(), orders, acknowledged, sent_again, kept: vec![], unanswered: vec![], looked_at }
    }
}

impl Ledger {
    pub fn add(&mut self, round: Round) {
        self.orders = round.orders;
        self.acknowledged += round.acknowledged;
        self.kept.extend(round.kept);
        self.unanswered = round.unanswered;
    }

    pub fn reservations(&self) -> usize {
        self.kept.len()
    }

    /// After a kill: what was acknowledged is there, and what was not answered is one reservation once it is sent again.
    pub fn settle(&mut self, desk: &Desk) {
        for kept in &self.kept[self.looked_at..] {
            compare(kept, &desk.get(&format!("/reservations/{}", kept.id)));
        }
        for order in std::mem::take(&mut self.unanswered) {
            let id = desk.book(&order).expect("a calm station answers");
            assert_eq!(desk.book(&order).as_ref(), Some(&id), "{order:?} sent again became another reservation");
            self.kept.push(Kept { id, order, end: End::Confirmed });
            self.sent_again += 1;
        }
        self.looked_at = self.kept.len();
    }

    /// At the end the station has all that it promised, and nothing else.
    pub fn compare_with_agenda(&self, desk: &Desk) {
        let mut there: HashMap<String, Value> = HashMap::new();
        let last = self.kept.iter().map(|k| k.order.from).max().unwrap_or(self.first);
        let zone = TimeZone::get("Asia/Shanghai").expect("the station's zone");
        let (mut day, last) = (date(self.first, &zone), date(last, &zone));
        while day <= last {
            for entry in desk.get(&format!("/desk/agenda?on={day}")).as_array().expect("a list") {
                there.insert(entry["id"].as_str().expect("an id").to_owned(), entry.clone());
            }
            day = day.saturating_add(Span::new().days(1));
        }
        for kept in &self.kept {
            compare(kept, there.get(&kept.id).unwrap_or_else(|| panic!("{} of {:?} is lost", kept.id, kept.order)));
        }
        assert_eq!(there.len(), self.kept.len(), "there are reservations that nobody made, or some were made twice");
    }
}

fn date(at: Timestamp, zone: &TimeZone) -> jiff::civil::Date {
    at.to_zoned_datetime(zone.clone()).date()
}

fn compare(kept: &Kept, said: &Value) {
    let from: Timestamp = said["from"].as_str().and_then(|at| at.parse().ok()).expect("a start");
    assert_eq!((said["offering"].as_str(), from), (Some(&*kept.order.offering), kept.order.from), "{said}");
    let state = said["state"].as_str().unwrap_or_default();
    let fits = match kept.end {
        End::Confirmed => state == "confirmed",
        End::Cancelled => state == "cancelled",
        End::PerhapsCancelled => ["confirmed", "cancelled"].contains(&state),
    };
    assert!(fits, "{} was left {:?} and is {state}", kept.id, kept.end);
}
