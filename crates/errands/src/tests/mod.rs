//! The acts on a small station: two lines, so many desks, and officials who sign in.
mod drawing;
mod calling;
mod turns;
mod presence;
mod days;
mod away;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::StaffId;
use stations::Station;
use stations::testing::made_station;

use crate::TicketId;
use crate::acts::{self, Drawn, Founding, Holder, Press, Pressed};
use crate::rules::{DeskId, Draft, Drawing, Kind, Line, Name, Paper, Priority, Refusal, Way, Ways};
use crate::store::{self, Desk, Kept, Official};

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
}

/// Wednesday 24 June 2026 in Sanhe.
pub fn at(hour: i8, minute: i8) -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe");
    date(2026, 6, 24).at(hour, minute, 0, 0).to_zoned_datetime(zone).expect("no gap").timestamp()
}

/// A station at nine with lines A and B, eight desks of which all serve A and those with even signs B too, and an official for
/// each desk.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(at(9, 0));
        let (h, now) = (house.house(), house.now());
        let station = house
            .db
            .write(move |c| {
                let station = made_station(c, now)?;
                acts::found(c, &h, station.id, &founding(), now)?;
                Ok::<_, Fault>(station)
            })
            .await
            .unwrap();
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn name(zh: &str) -> Name {
    Name { zh: zh.into(), en: String::new() }
}

fn founding() -> Founding {
    let line = |id, slug: &str, letter, zh| Line {
        id,
        slug: slug.into(),
        letter,
        name: name(zh),
        hours: "Mo-Fr 08:30-12:00,14:00-17:30".into(),
    };
    let desk = |id: DeskId| Desk { id, note: name("一楼"), lines: if id % 2 == 0 { vec![1, 2] } else { vec![1] } };
    let official = |id: i32| Official {
        id,
        name: format!("经办人{id}"),
        title: name("民政"),
        staff: Some(staff(id)),
        desk: Some(id),
        hours: String::new(),
        shows_village: id == 1,
    };
    let paper = Paper { kind: Kind::Required, name: name("身份证"), note: Name::default() };
    let matter = |slug: &str, zh, line, official, stand_in| Draft {
        slug: slug.into(),
        name: name(zh),
        words: vec![],
        line,
        official,
        stand_in,
        minutes: 10,
        ways: Ways::default(),
        note: Name::default(),
        papers: vec![paper.clone()],
    };
    Founding {
        lines: vec![line(1, "care", 'A', "民政"), line(2, "insurance", 'B', "社保")],
        desks: (1..=8).map(desk).collect(),
        officials: (1..=8).map(|id| (official(id), None)).collect(),
        matters: vec![
            matter("old-age-allowance", "高龄补贴", 1, Some(1), Some(2)),
            matter("insurance", "医保参保", 2, None, None),
        ],
    }
}

pub fn staff(n: i32) -> StaffId {
    StaffId(Id(format!("00000000-0000-7000-8000-{n:012}").parse().expect("an id")))
}

pub fn in_line(line: i32) -> Drawing {
    Drawing { line: Some(line), on_site: true, ..Drawing::default() }
}

impl Town {
    pub async fn draw(&self, drawing: Drawing) -> Result<Drawn, Not<Refusal>> {
        acts::draw(&self.house, &self.station, drawing, (Holder::Bearer, Way::Kiosk), None).await
    }

    /// Draws so many in line A, a second apart.
    pub async fn drawn(&self, n: usize) -> Vec<TicketId> {
        let mut all = vec![];
        for _ in 0..n {
            self.house.wait(jiff::SignedDuration::from_secs(1));
            all.push(self.draw(in_line(1)).await.unwrap().id);
        }
        all
    }

    pub async fn favoured(&self, priority: Priority) -> TicketId {
        self.draw(Drawing { priority, ..in_line(1) }).await.unwrap().id
    }

    pub async fn next(&self, desk: DeskId) -> Result<Pressed, Not<Refusal>> {
        acts::call_next(&self.house, &self.station, (desk, staff(desk)), None).await
    }

    pub async fn press(&self, id: TicketId, press: Press) -> Result<acts::After, Not<Refusal>> {
        acts::press(&self.house, &self.station, (id, None), (press, staff(1)), None).await
    }

    pub async fn ticket(&self, id: TicketId) -> Kept {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::by_id(c, station, id)).await.unwrap()
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

impl Town {
    /// Whom a desk has called or serves.
    pub async fn current(&self, desk: DeskId) -> Option<TicketId> {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::at_desk(c, station, desk)).await.unwrap().map(|kept| kept.id)
    }
}

impl Town {
    pub async fn official(&self, id: i32) -> Official {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::official(c, station, id)).await.unwrap()
    }
}
