//! A fair on 27 June 2026 with three lots, on every engine that is there.
mod counting;
mod race;
mod lots;
mod moves;
mod gate;
mod pages;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{date, time};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::By as EventBy;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::StaffId;
use stations::Station;
use stations::testing::made_station;

use super::LotId;
use super::acts::{self, By, Counted, Draft, DraftBays};
use super::answers;
use super::rules::{Class, Held, Lot, Name, NoParking, Step, Tap, Why};
use super::store;
use crate::OccurrenceId;
use crate::fairday::answers as fairs;
use crate::rules::{Kind, Plan, Terms};
use crate::testing;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub fair: OccurrenceId,
    /// The fair of the year after.
    pub next: OccurrenceId,
    pub lots: Vec<LotId>,
}

/// The day of the fair in Sanhe.
pub fn at(hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe");
    date(2026, 6, 27).at(hour, minute, 0, 0).to_zoned_datetime(zone).expect("no gap").timestamp()
}

pub fn staff(n: i32) -> StaffId {
    StaffId(Id(format!("00000000-0000-7000-8000-{n:012}").parse().expect("an id")))
}

pub fn draft(slug: &str, place: i16, capacity: i32, held: i32) -> Draft {
    let held = if held > 0 { vec![Held { why: Why::Disabled, bays: held }] } else { vec![] };
    Draft {
        slug: slug.into(),
        name: Name { zh: format!("{place}号停车场"), en: format!("Lot {place}") },
        address: "镇政府院内".into(),
        at: Some((36.4, 102.1)),
        place,
        threshold: 90,
        opens: time(7, 0, 0, 0),
        closes: time(19, 0, 0, 0),
        leave_by: Some(time(18, 30, 0, 0)),
        bays: vec![DraftBays { class: Class::Car, capacity, held }],
    }
}

/// The fair of the thirteenth day of the fifth lunar month.
pub fn fair_plan() -> Plan {
    let plan =
        testing::plan("农历五月十三物资交流会", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13", date(2026, 6, 1));
    let plan = plan.expect("a rule");
    Plan { kind: Kind::Fair, terms: Terms { at_minute: 8 * 60, minutes: 600, ..plan.terms.clone() }, ..plan }
}

/// At nine in the morning of the fair.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(9, 0));
        let (h, now) = (house.house(), house.now());
        let work = move |c: &mut Conn| {
            let station = made_station(c, now)?;
            let (_, times) = testing::made(c, &h, &station, (&fair_plan(), 3), now)?;
            let fair = fairs::fair(c, &station, times[0].id)?;
            let mut lots = vec![];
            for one in [draft("compound", 1, 60, 10), draft("school", 2, 40, 0), draft("river", 3, 100, 0)] {
                lots.push(acts::found(c, &h, &station, (&fair, &one), (EventBy::Program, now))?);
            }
            Ok::<_, Fault>((station, times[0].id, times[1].id, lots))
        };
        let (station, fair, next, lots) = house.db.write(work).await.unwrap();
        all.push(Town { house, station: Arc::new(station), fair, next, lots });
    }
    all
}

pub fn tap(nonce: &str, step: Step, at: Timestamp) -> Tap {
    Tap { nonce: nonce.into(), class: Class::Car, step, at }
}

impl Town {
    pub async fn lot(&self, n: usize) -> Lot {
        let (station, id, now) = (self.station.clone(), self.lots[n], self.house.now());
        let ground = self.house.db.read(move |c: &mut Conn| answers::of_lot(c, &station, id, now)).await.unwrap();
        ground.lot(id).expect("the lot").clone()
    }

    pub async fn parked(&self, n: usize) -> i32 {
        self.lot(n).await.bays[0].parked
    }

    pub async fn tapped(&self, n: usize, taps: Vec<Tap>) -> Result<Counted, Not<NoParking>> {
        acts::count(&self.house, &self.station, (self.lots[n], taps), By::Staff(staff(1))).await
    }

    /// So many cars drive in now, one after the other.
    pub async fn came(&self, n: usize, cars: usize, name: &str) {
        let now = self.house.now();
        let taps = (0..cars).map(|i| tap(&format!("{name}-{i}"), Step::In, now)).collect();
        self.tapped(n, taps).await.unwrap();
    }

    pub async fn recounted(&self, n: usize, to: i32) -> i32 {
        let what = (self.lots[n], Class::Car, to, "数了一遍".to_owned());
        acts::recount(&self.house, &self.station, what, (staff(1), None)).await.unwrap()
    }

    /// Every invariant of the group, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoParking>>) -> NoParking {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
