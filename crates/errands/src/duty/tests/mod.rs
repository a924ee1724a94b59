//! Posts and questions: the rules a sentence each; then the acts, the pages and the API, on every engine.
mod cover;
mod shifts;
mod questions;
mod pages;
mod programs;

use jiff::civil::{Date, DateTime, date};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use people::{Role, StaffId};

use super::acts::{self, Founding, Standing, Whom};
use super::answers::{self, Post};
use super::rules::{By, Refusal};
use crate::desk::tests::town::works_here;
use crate::rules::Name;
use crate::tests::{Town, towns};

/// Wednesday.
const TODAY: Date = date(2026, 6, 24);

fn wall(hour: i8, minute: i8) -> DateTime {
    TODAY.at(hour, minute, 0, 0)
}

/// A town with two posts that promise the hours of the hall, a manager and two clerks; the time is nine.
struct Duty {
    town: Town,
    manager: String,
    clerk: String,
    other: String,
}

async fn all() -> Vec<Duty> {
    let mut all = vec![];
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, None);
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let other = works_here(&town, Role::Clerk, Some(2));
        let post = |id, zh: &str| Post {
            id,
            name: Name { zh: zh.into(), en: String::new() },
            place: Name::default(),
            hours: "Mo-Fr 08:30-12:00,14:00-18:00".into(),
        };
        let founding = Founding { posts: vec![post(1, "一楼先锋岗"), post(2, "大门先锋岗")], shifts: vec![] };
        let (h, station) = (town.house.house(), town.station.clone());
        let found = move |c: &mut Conn| acts::found(c, &h, &station, &founding, TODAY);
        town.house.db.write(found).await.unwrap();
        all.push(Duty { town, manager, clerk, other });
    }
    all
}

impl Duty {
    /// The first or the second clerk.
    async fn clerk(&self, official: i32) -> StaffId {
        self.town.official(official).await.staff.unwrap()
    }

    async fn by(&self, official: i32) -> By {
        By { staff: self.clerk(official).await, manager: false }
    }

    async fn stand(
        &self,
        post: i32,
        whom: Whom,
        from: DateTime,
        until: DateTime,
    ) -> Result<super::ShiftId, Not<Refusal>> {
        let by = self.clerk(1).await;
        let standing = Standing { post, from, until, whom };
        acts::stand(&self.town.house, &self.town.station, standing, (by, None)).await
    }

    async fn week(&self, post: i32) -> answers::Week {
        let (h, station) = (self.town.house.house(), self.town.station.clone());
        let look = move |c: &mut Conn| answers::week(c, &h, &station, post, TODAY);
        self.town.house.db.snapshot(look).await.unwrap()
    }

    /// The gaps of today as 14:00–15:30.
    async fn gaps(&self, post: i32) -> Vec<String> {
        let week = self.week(post).await;
        let when = kernel::view::View::plain(&self.town.house, kernel::words::Lang::Zh).when(&self.town.station.zone);
        let today = week.days.into_iter().find(|d| d.on == TODAY).unwrap();
        today.cover.gaps.iter().map(|gap| when.times(gap.0, gap.1)).collect()
    }

    async fn jobs(&self) {
        super::jobs(&self.town.house).await.unwrap();
    }

    async fn sound(&self) {
        for check in super::checks() {
            let broken = self.town.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }

    async fn facts(&self, kind: &'static str) -> Vec<serde_json::Value> {
        let at = self.town.station.id;
        let read = move |c: &mut Conn| kernel::fact::between(c, at, kind, TODAY, date(2027, 6, 24));
        let facts: Result<_, Fault> = self.town.house.db.read(read).await;
        facts.unwrap().into_iter().map(|f: kernel::fact::Fact| f.data).collect()
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
