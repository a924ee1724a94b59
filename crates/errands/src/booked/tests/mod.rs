//! Appointments on the small station of the crate's tests: the acts, on every engine. It is Wednesday 24 June 2026, nine o'clock.
mod booking;
mod coming;
mod moving;
mod telling;

use jiff::Timestamp;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::refusal::Not;

use super::acts::{self, Wish};
use super::rules::No;
use crate::TicketId;
use crate::acts::{Drawn, Holder};
use crate::answers::Kept;
use crate::promises::{self, Promise};
use crate::reach::About;
use crate::rules::{Priority, Way};
use crate::tests::Town;

/// So many days after the 24th.
pub fn on(days: i8, hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe");
    date(2026, 6, 24 + days).at(hour, minute, 0, 0).to_zoned_datetime(zone).expect("no gap").timestamp()
}

/// For the allowance, which official 1 does, and official 2 in their stead.
pub fn allowance(from: Timestamp) -> Wish {
    Wish { matters: vec![1], from, official: None, priority: Priority::None }
}

pub async fn book(town: &Town, wish: Wish) -> Result<Drawn, Not<No>> {
    acts::book(&town.house, &town.station, wish, (Holder::Bearer, Way::Phone, None), None).await
}

pub async fn booked(town: &Town, from: Timestamp) -> TicketId {
    book(town, allowance(from)).await.expect("the time is free").id
}

pub fn no<T: std::fmt::Debug>(result: Result<T, Not<No>>) -> No {
    match result {
        Err(Not::Refused(no)) => no,
        other => panic!("not refused: {other:?}"),
    }
}

pub async fn promised(town: &Town, id: TicketId) -> Vec<Promise> {
    let station = town.station.id;
    town.house.db.read(move |c: &mut Conn| promises::about(c, station, About::Ticket(id))).await.unwrap()
}

pub async fn hit(town: &Town) -> Vec<Kept> {
    let (house, station, now) = (town.house.house(), town.station.clone(), town.house.now());
    town.house.db.read(move |c: &mut Conn| super::answers::hit_by(c, &house, &station, now)).await.unwrap()
}
