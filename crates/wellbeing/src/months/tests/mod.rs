//! Months through acts and the periodic work, on every engine.
mod gathering;
mod nights;
mod rooms;
mod made;
mod correcting;
mod residents;
mod counties;
mod checking;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use serde_json::{Value, json};
use stations::Station;

use super::answers::{self, MonthRow};
use super::rules::NoMonth;
use super::{acts, jobs};
use crate::rules::figure::Indicator;
use crate::rules::sheet::{Correction, MonthSheet, Residents};
use crate::tests::Town;

pub const JUNE: Date = date(2026, 6, 1);

/// An instant by the station's clock.
pub fn at(wall: &str) -> Timestamp {
    let wall: DateTime = wall.parse().unwrap();
    wall.in_tz("Asia/Shanghai").unwrap().timestamp()
}

/// Writes a fact of the day on which it was.
pub fn noted(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kind, wall, data): (&'static str, &str, Value),
) -> Result<(), Fault> {
    let at = at(wall);
    let on = at.to_zoned_datetime(station.zone.clone()).date();
    fact::record(c, station.id, house.new_id(), kind, (on, at), &data)
}

pub fn ticket() -> Value {
    json!({ "line": 1, "matters": [], "state": "done", "way": "desk", "came": true, "from_afar": false })
}

pub fn used(minutes: i64, seen: bool, more: Value) -> Value {
    let mut used = json!({
        "venue": 1, "offering": 1, "minutes": minutes, "people": 2, "walk_in": false, "seen": seen, "units": 1, "for": "resident",
    });
    if let (Some(used), Value::Object(more)) = (used.as_object_mut(), more) {
        used.extend(more);
    }
    used
}

/// What a room was open on a day from nine to nine, with two units.
pub fn opened(day: &str) -> Value {
    let (from, until) = (at(&format!("{day}T09:00")), at(&format!("{day}T21:00")));
    json!({ "venue": 1, "name_zh": "乒乓球室", "name_en": "Table tennis", "units": 2, "minutes": 720, "spans": [[from, until]] })
}

pub fn promised(day: &str) -> Value {
    json!({ "spans": [[at(&format!("{day}T09:00")), at(&format!("{day}T17:00"))]] })
}

/// A town in which months are made; the methods of [`Town`] are those of surveys.
pub struct Here(pub Town);

/// On each engine, a station of which nothing was ever noted.
pub async fn new() -> Vec<Here> {
    crate::tests::towns().await.into_iter().map(Here).collect()
}

/// On each engine, a station of which something was noted on the first day of June, a Monday: no week is half a week.
pub async fn all() -> Vec<Here> {
    let all = new().await;
    for here in &all {
        here.note("activity.held", "2026-06-01T00:00", json!({ "seats": 1, "came": 0, "walked_in": 0 })).await;
    }
    all
}

impl Here {
    pub async fn note(&self, kind: &'static str, wall: &str, data: Value) {
        let (h, station, wall) = (self.0.house.house(), self.0.station.clone(), wall.to_owned());
        let work = move |c: &mut Conn| noted(c, &h, &station, (kind, &wall, data.clone()));
        self.0.house.db.write(work).await.unwrap();
    }

    /// So many tickets in the morning of a day.
    pub async fn tickets(&self, day: &str, n: usize) {
        for minute in 0..n {
            self.note("ticket-ended", &format!("{day}T09:{minute:02}"), ticket()).await;
        }
    }

    /// The periodic work of months, by the station's clock.
    pub async fn work_at(&self, wall: &str) {
        self.0.house.set_clock(at(wall));
        jobs(&self.0.house).await.unwrap();
    }

    pub async fn rows(&self) -> Vec<MonthRow> {
        let station = self.0.station.id;
        self.0.house.db.read(move |c| answers::months(c, station)).await.unwrap()
    }

    /// Of all months, the newest first: which, which revision, and why.
    pub async fn published(&self) -> Vec<(String, u32, String)> {
        let rows = self.rows().await;
        rows.into_iter().map(|r| (r.month.strftime("%Y-%m").to_string(), r.revision, r.why)).collect()
    }

    pub async fn sheet(&self, month: Date, revision: Option<u32>) -> MonthSheet {
        let station = self.0.station.id;
        self.0.house.db.read(move |c| answers::sheet(c, station, month, revision)).await.unwrap().unwrap().0
    }

    pub async fn differs(&self) -> Result<Vec<Correction>, Not<NoMonth>> {
        let (h, station) = (self.0.house.house(), self.0.station.clone());
        self.0.house.db.snapshot(move |c: &mut Conn| answers::differs(c, &h, &station, JUNE)).await
    }

    pub async fn correct(&self, why: &str, seen: Option<&[Correction]>) -> Result<u32, Not<NoMonth>> {
        acts::correct(&self.0.house, &self.0.station, (JUNE, why, seen), self.0.by()).await
    }

    pub async fn live_here(&self, count: u64) {
        let new = Residents { count, source: "2025 年统计年报".into(), as_of: date(2025, 12, 31) };
        acts::set_residents(&self.0.house, &self.0.station, new, self.0.by()).await.unwrap();
    }
}

/// Low and high of a figure, if there is one.
pub fn ends(sheet: &MonthSheet, indicator: Indicator, part: &str) -> Option<(f64, f64)> {
    sheet.figures.iter().find(|f| f.indicator == indicator && f.part == part).map(|f| (f.low, f.high))
}
