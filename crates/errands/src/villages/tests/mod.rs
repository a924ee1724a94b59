//! Village days on the small station of the crate's tests: two villages, a matter that is done in them, one that is not.
mod days;
mod asking;
mod offers;
mod leaving;
mod forgetting;
pub mod pages;

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

use super::acts::{self, Guest, NewVisit};
use crate::acts::Actor;
use crate::rules::Ways;
use crate::store as errands;
use crate::tests::{Town, staff, towns};
use crate::village_days::rules::{Ask, DayState, NoVisit, NotAPlan, Plan, VisitState};
use crate::village_days::store::{self, KeptDay, KeptVisit};
use crate::village_days::{VillageDayId, VillageVisitId};

pub const XINZHUANG: i64 = 630_203_102_205;
pub const ZHANGQIZHAI: i64 = 630_203_102_206;
const VILLAGES: &str =
    "code,name,township_code\n630203102205,祁新庄村委会,630203102\n630203102206,张其寨村委会,630203102\n";

/// Friday 26 June 2026 in Sanhe, two days after the towns' clock.
pub fn friday(hour: i64) -> Timestamp {
    crate::tests::at(0, 0) + SignedDuration::from_hours(48 + hour)
}

/// The allowance takes half an hour and is done in the villages and at home; the insurance is only dropped off.
pub async fn with_villages() -> Vec<Town> {
    let all = towns().await;
    for town in &all {
        let station = town.station.id;
        let work = move |c: &mut Conn| {
            stations::import_divisions(c, "villages.csv", VILLAGES.as_bytes(), |_, _| {})
                .map_err(|e| Fault::broken(format!("{e:?}")))?;
            for old in errands::matters(c, station)? {
                let ways = match old.id {
                    1 => Ways { drop_off: false, proxy: true, home: true, village: true },
                    _ => Ways { drop_off: true, ..Ways::default() },
                };
                let draft = crate::rules::Draft { ways, minutes: 30, ..old.draft.clone() };
                errands::edit_matter(c, station, &old, &draft, (Timestamp::UNIX_EPOCH, None))?;
            }
            Ok::<_, Fault>(())
        };
        town.house.db.write(work).await.unwrap();
    }
    all
}

/// Two hours on Friday: forty minutes of road, and room for two.
pub fn plan() -> Plan {
    Plan {
        official: 1,
        on: date(2026, 6, 26),
        from: friday(9),
        until: friday(11),
        villages: vec![XINZHUANG, ZHANGQIZHAI],
        matters: vec![1],
        travel: 20,
    }
}

impl Town {
    pub async fn planned(&self, plan: Plan) -> Result<VillageDayId, Not<NotAPlan>> {
        acts::plan(&self.house, &self.station, plan, (staff(1), None)).await
    }

    pub async fn day(&self, id: VillageDayId) -> KeptDay {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::day(c, station, id)).await.unwrap()
    }

    pub async fn visit(&self, id: VillageVisitId) -> KeptVisit {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::visit(c, station, id)).await.unwrap()
    }

    pub async fn visits(&self, id: VillageDayId) -> Vec<KeptVisit> {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::of_day(c, station, id)).await.unwrap()
    }

    pub async fn asks(&self, day: VillageDayId, guest: Guest) -> Result<VillageVisitId, Not<NoVisit>> {
        let ask = Ask { village: XINZHUANG, matter: 1, at_home: false };
        acts::ask(&self.house, &self.station, NewVisit { day, ask, guest }, None).await
    }

    /// Every invariant of the group, on whatever a test has left behind.
    pub async fn sound_in_villages(&self) {
        self.sound().await;
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

/// Somebody without an account.
pub fn stranger(name: &str, phone: Option<&str>) -> Guest {
    let phone = phone.map(|p| p.parse().expect("a number"));
    Guest { by: Actor::Bearer, name: Some(name.parse().expect("a name")), phone, phone_told: false }
}

/// Somebody for whom a clerk types.
pub fn at_desk(name: &str, phone: Option<&str>) -> Guest {
    Guest { by: Actor::Staff(staff(2)), ..stranger(name, phone) }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoVisit>>) -> NoVisit {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
