//! Opinions through acts, on every engine.
mod following;
mod handling;
mod conflict;
mod vault;
mod race;
mod publishing;
mod load;
mod time;
mod figures;

use std::sync::Arc;

use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::{Role, StaffAt};
use stations::Station;
use stations::testing::made_station;

use crate::acts::{self, Doing, Left, New, PublicText};
use crate::answers::{self, Case, Filter, Holder, Line, Scope, Seen};
use crate::ports::{Official, Ports};
use crate::rules::{Refusal, State};
use crate::testing::{member, said};
use crate::{OpinionId, PostId};

pub const WANG: usize = 0;
pub const LI: usize = 1;
pub const ZHAO: usize = 2;
pub const SUN: usize = 3;
const NAMES: [(&str, Role); 4] =
    [("王长青", Role::Manager), ("李春梅", Role::Manager), ("赵德强", Role::Clerk), ("孙小丽", Role::Clerk)];

/// A station with two who run it, two clerks, and an official who never signs in.
pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub doing: Doing,
    pub staff: Vec<StaffAt>,
}

/// Whoever serves there: clerks at desks, and somebody without a login.
fn serves(c: &mut Conn, station: StationId) -> Result<Vec<Official>, Fault> {
    let mut all = vec![];
    for one in people::staff_of(c, station)?.into_iter().filter(|s| s.role == Role::Clerk) {
        let desk = if one.name == NAMES[ZHAO].0 { "民政窗口" } else { "社保窗口" };
        all.push(official(Some(one.id), &one.name, Some(desk)));
    }
    all.push(official(None, "钱大有", None));
    Ok(all)
}

fn official(staff: Option<people::StaffId>, name: &str, desk: Option<&str>) -> Official {
    Official {
        staff,
        name: name.into(),
        title_zh: String::new(),
        title_en: String::new(),
        desk: desk.map(str::to_owned),
    }
}

pub const PORTS: Ports = Ports { officials: serves };

/// On Saturday 27 June 2026 at noon.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), vec![crate::TEXTS]].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let station = made_station(c, h.now())?;
            crate::testing::categories(c, &h, &station)?;
            let staff = NAMES.into_iter().map(|who| member(c, &h, &station, who)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Fault>((station, staff))
        };
        let (station, staff) = house.db.write(work).await.unwrap();
        let station = Arc::new(station);
        let doing = Doing::new(house.house(), station.clone(), PORTS);
        all.push(Town { house, station, doing, staff });
    }
    all
}

impl Town {
    pub async fn leaves(&self, new: New) -> Left {
        acts::leave(&self.doing, new, None, None).await.unwrap()
    }

    pub async fn says(&self, text: &str) -> (OpinionId, Holder) {
        let left = self.leaves(said(text)).await;
        (left.id, Holder { id: left.id })
    }

    /// Screened by the first who runs the station, and given to somebody.
    pub async fn given(&self, id: OpinionId, to: usize) {
        let to = Some(self.staff[to].id);
        acts::screen(&self.doing, &self.staff[WANG], (id, None, to), None).await.unwrap();
    }

    pub async fn answered(&self, id: OpinionId, by: usize) -> Result<(), Not<Refusal>> {
        acts::answer(&self.doing, &self.staff[by], (id, "灯已修好。".into()), None).await
    }

    /// Said, given and answered.
    pub async fn done(&self, text: &str) -> (OpinionId, Holder) {
        let (id, holder) = self.says(text).await;
        self.given(id, ZHAO).await;
        self.answered(id, ZHAO).await.unwrap();
        (id, holder)
    }

    pub async fn seen(&self, holder: Holder) -> Seen {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        self.house.db.read(move |c| answers::seen(c, &h, &station, &holder, now)).await.unwrap()
    }

    pub async fn inbox(&self, who: usize) -> Vec<Line> {
        let (h, station, now, staff) =
            (self.house.house(), self.station.clone(), self.house.now(), self.staff[who].clone());
        let all = Filter { scope: Scope::All, ..Filter::default() };
        self.house.db.read(move |c| answers::inbox(c, &h, &station, &staff, &all, now)).await.unwrap()
    }

    pub async fn case(&self, who: usize, id: OpinionId) -> Result<Case, Fault> {
        let (h, station, now, staff) =
            (self.house.house(), self.station.clone(), self.house.now(), self.staff[who].clone());
        self.house.db.read(move |c| answers::case(c, &h, &station, PORTS, &staff, (id, now))).await
    }

    /// Masked by the first who runs the station.
    pub async fn masks(&self, id: OpinionId) -> Result<PostId, Not<Refusal>> {
        let text = PublicText {
            title: "路灯".into(),
            text: "村口路灯坏了。".into(),
            answer: Some("已修好，换了 LED。".into()),
            address: "村口".into(),
            with_point: true,
        };
        acts::write_public(&self.doing, &self.staff[WANG], (id, text), None).await
    }

    pub async fn later(&self, days: i64) {
        self.house.wait(SignedDuration::from_hours(24 * days));
        acts::jobs(&self.house, PORTS).await.unwrap();
    }

    /// Every text of every row of every table, as the database has it: texts as they are, bytes in hexadecimal digits.
    pub async fn dump(&self) -> String {
        const TABLES: [&str; 16] = [
            "opinion_settings",
            "opinion_categories",
            "opinion_templates",
            "opinions",
            "opinion_contacts",
            "opinion_named",
            "opinion_events",
            "opinion_viewers",
            "opinion_photos",
            "opinion_posts",
            "opinion_hides",
            "opinion_facts",
            "opinion_stamps",
            "answers",
            "messages",
            "events",
        ];
        let mut all = String::new();
        for table in TABLES {
            all += &self.house.db.read(move |c| dumped(c, table)).await.unwrap();
        }
        all
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }

    /// The kinds and texts of all messages.
    pub async fn told(&self) -> Vec<(String, String, String)> {
        let (h, station) = (self.house.house(), self.station.id);
        let all = self.house.db.read(move |c| kernel::outbox::newest(c, &h, station, 1000)).await.unwrap();
        all.into_iter().map(|m| (m.kind, m.to, m.text)).collect()
    }
}

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

/// All rows of a table as text.
fn dumped(c: &mut Conn, table: &str) -> Result<String, Fault> {
    use diesel::RunQueryDsl as _;
    let rows: Vec<Text> = match c {
        Conn::Pg(c) => diesel::sql_query(format!("SELECT t::text AS said FROM {table} t")).load(c)?,
        Conn::Sqlite(c) => {
            let columns: Vec<Text> =
                diesel::sql_query(format!("SELECT name AS said FROM pragma_table_info('{table}')")).load(c)?;
            let one = |n: &Text| {
                format!("coalesce(CASE typeof({0}) WHEN 'blob' THEN hex({0}) ELSE CAST({0} AS TEXT) END, '')", n.said)
            };
            let whole: Vec<String> = columns.iter().map(one).collect();
            diesel::sql_query(format!("SELECT {} AS said FROM {table}", whole.join(" || ' ' || "))).load(c)?
        }
    };
    Ok(rows.into_iter().map(|t| t.said + "\n").collect())
}

#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) -> Refusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[track_caller]
pub fn not_there<T: std::fmt::Debug>(result: Result<T, Not<Refusal>>) {
    assert!(matches!(result, Err(Not::Fault(Fault::NotFound))), "{result:?}");
}

pub fn state_of(lines: &[Line], id: OpinionId) -> Option<State> {
    lines.iter().find(|l| l.id == id).map(|l| l.state)
}
