//! Two small reading rooms that send each other books, on every engine.
mod sending;
mod waiting;
mod race;
mod sides;
mod programs;
mod checking;

use std::ops::Deref;
use std::sync::Arc;

use axum::http::StatusCode;
use jiff::tz::TimeZone;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{Role, StaffAt};
use stations::Station;

use super::acts::{self, Arrived, Sending};
use super::answers::{self, One};
use super::rules::{NoTransfer, State};
use crate::catalogue::acts::shelf_within;
use crate::catalogue::answers as catalogue;
use crate::catalogue::rules::NewShelf;
use crate::rules::{Copy, Stands};
use crate::stocktakes::tests::{Desk, desks, signed_in};
use crate::testing::{member, refused};
use crate::{CopyId, TitleId, TransferId};

/// A station in the same county, with one shelf and one clerk.
pub struct Other {
    pub station: Arc<Station>,
    pub clerk: StaffAt,
    pub token: String,
    /// Its shelf, code `b1`.
    pub shelf: i32,
}

/// Sanhe has books; 古城 has a shelf, and 石灰窑 has too.
pub struct Two {
    pub desk: Desk,
    pub gucheng: Other,
    pub third: Other,
}

impl Deref for Two {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.desk
    }
}

fn another(
    c: &mut Conn,
    house: &House,
    (code, slug, name): (i64, &str, &str),
) -> Result<(Station, StaffAt, i32), Fault> {
    c.run(&format!("INSERT INTO divisions VALUES ({code}, '{name}乡', '平安区', '海东市', '青海省', NULL)"))?;
    let draft = stations::Draft {
        name_zh: format!("{name}乡共享驿站"),
        name_en: String::new(),
        address: format!("{name}乡政府院内"),
        phone: None,
        at: None,
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: "Mo-Su 06:00-22:00".parse().map_err(Fault::broken)?,
    };
    let slug = slug.parse().map_err(|_| Fault::broken("a slug that is none"))?;
    let id = stations::make_station(c, code, &slug, &draft, By::Program, house.now())
        .map_err(|e| Fault::broken(format!("{e:?}")))?;
    let station = stations::by_id(c, id)?;
    let clerk = member(c, house, &station, ("马成祥", Role::Clerk))?;
    let (code, name_zh) = ("b1".to_owned(), "B 架".to_owned());
    let shelf = NewShelf { code, name_zh, name_en: String::new(), honesty: false, place: 1 };
    let shelf = shelf_within(c, &station, &shelf, (By::Program, house.now()));
    Ok((station, clerk, shelf.map_err(|_| Fault::broken("a shelf can be put up"))?))
}

pub async fn twos() -> Vec<Two> {
    let mut all = vec![];
    for desk in desks().await {
        let mut others = vec![];
        // One has a smaller key than Sanhe, the other a larger one.
        for made in [(630_203_101, "gucheng", "古城"), (630_203_200, "shihuiyao", "石灰窑")] {
            let h = desk.house.house();
            let work = move |c: &mut Conn| another(c, &h, made);
            let (station, clerk, shelf) = desk.house.db.write(work).await.expect("another station");
            let token = signed_in(&desk, clerk.id).await;
            others.push(Other { station: Arc::new(station), clerk, token, shelf });
        }
        let third = others.pop().expect("two were made");
        let gucheng = others.pop().expect("two were made");
        all.push(Two { desk, gucheng, third });
    }
    all
}

impl Two {
    pub async fn other_asks(&self, other: &Other, title: TitleId) -> Result<TransferId, Not<NoTransfer>> {
        acts::ask(&self.house, &other.station, (self.station.id, title), (other.clerk.id, None)).await
    }

    pub async fn sends(&self, sending: Sending) -> Result<TransferId, Not<NoTransfer>> {
        acts::send(&self.house, &self.station, sending, (self.desk.room.clerk.id, None)).await
    }

    pub async fn calls_back(&self, id: TransferId) -> Result<(), Not<NoTransfer>> {
        acts::call_back(&self.house, &self.station, id, (self.desk.room.clerk.id, None)).await
    }

    pub async fn arrives(&self, other: &Other, id: TransferId) -> Result<Arrived, Not<NoTransfer>> {
        acts::arrive(&self.house, &other.station, (id, other.shelf), (other.clerk.id, None)).await
    }

    pub async fn one_at(&self, station: &Arc<Station>, id: TransferId) -> Result<One, Fault> {
        let at = station.id;
        self.house.db.snapshot(move |c: &mut Conn| answers::one(c, at, id)).await
    }

    pub async fn copy_at(&self, station: &Arc<Station>, id: CopyId) -> Copy {
        let at = station.id;
        self.house.db.read(move |c: &mut Conn| catalogue::copy(c, at, id)).await.unwrap()
    }

    /// The kinds of a station's events of transfers with whether staff did it, the oldest first.
    pub async fn told_at(&self, station: &Arc<Station>) -> Vec<(String, bool)> {
        let at = station.id;
        let all = self.house.db.read(move |c: &mut Conn| event::since(c, at, 0, 10_000)).await.unwrap();
        let ours = all.into_iter().filter(|e| e.kind.starts_with("library-transfer."));
        ours.map(|e| (e.kind, matches!(e.by, By::Staff(_)))).collect()
    }
}
