//! Wishes through acts, on every engine.
mod flow;
mod looking;
mod race;
mod erasing;
mod figures;
mod time;
mod checking;

use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::event;
use kernel::fact;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::{PersonId, Role, StaffAt};
use stations::Station;
use stations::testing::made_station;

use crate::WishId;
use crate::acts::{self, Claimed, Founded};
use crate::answers::{self, Card, Filter, Line, Whole};
use crate::rules::{Draft, Kind, NewPerson, NoClaim, NoHandover, NoReview, NoWish, Share, State};
use crate::testing::{member, opened, whose, wished};

/// Who runs the station, and three clerks: the first writes wishes down, the others look at them.
pub const QI: usize = 0;
pub const LI: usize = 1;
pub const ZHAO: usize = 2;
pub const SUN: usize = 3;
const NAMES: [(&str, Role); 4] =
    [("祁海燕", Role::Manager), ("李建国", Role::Clerk), ("赵德强", Role::Clerk), ("孙小丽", Role::Clerk)];

pub const LUOTUOBAO: i64 = 630_203_102_200;
pub const XINZHUANG: i64 = 630_203_102_201;
/// Nobody counts there, so that a village that is not shown is never the only one.
pub const SUOERGAN: i64 = 630_203_102_202;

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub staff: Vec<StaffAt>,
}

/// On Saturday 27 June 2026 at noon, in a township of three villages.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let station = made_station(c, h.now())?;
            for (code, name) in [(LUOTUOBAO, "骆驼堡村"), (XINZHUANG, "新庄村"), (SUOERGAN, "索尔干村")] {
                c.run(&format!("INSERT INTO divisions VALUES ({code}, '{name}', '平安区', '海东市', '青海省', NULL)"))?;
            }
            let staff = NAMES.into_iter().map(|who| member(c, &h, &station, who)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Fault>((station, staff))
        };
        let (station, staff) = house.db.write(work).await.unwrap();
        all.push(Town { house, station: Arc::new(station), staff });
    }
    all
}

pub fn thing(kind: Kind, name: &str) -> Draft {
    wished(kind, name).unwrap()
}

pub fn luo() -> NewPerson {
    whose("罗大爷", Some("13900005521")).unwrap()
}

impl Town {
    pub fn by(&self, who: usize) -> (&StaffAt, Option<kernel::once::Once>) {
        (&self.staff[who], None)
    }

    pub async fn drafts(&self, draft: Draft, person: NewPerson) -> (WishId, String) {
        acts::draft(&self.house, &self.station, (draft, person), self.by(LI)).await.unwrap()
    }

    pub async fn asks(&self, id: WishId) -> Result<(), Not<NoWish>> {
        let version = self.whole(QI, id).await.wish.version;
        acts::ask(&self.house, &self.station, (id, version), self.by(LI)).await
    }

    pub async fn looks(
        &self,
        who: usize,
        id: WishId,
        no: Option<&str>,
    ) -> Result<crate::rules::Reviewed, Not<NoReview>> {
        let version = self.whole(QI, id).await.wish.version;
        let said = (id, version, no.is_none(), no.unwrap_or_default().to_owned());
        acts::review(&self.house, &self.station, said, self.by(who)).await
    }

    /// Written down, asked for, and looked at by two.
    pub async fn opens(&self, draft: Draft, person: NewPerson) -> (WishId, String) {
        let (id, code) = self.drafts(draft, person).await;
        self.asks(id).await.unwrap();
        self.looks(ZHAO, id, None).await.unwrap();
        self.looks(SUN, id, None).await.unwrap();
        (id, code)
    }

    /// Shoes of 罗大爷, which everybody sees.
    pub async fn shoes(&self) -> (WishId, String) {
        self.opens(thing(Kind::Warm, "保暖鞋，42 码"), luo()).await
    }

    /// Wishes of nobody in particular.
    pub async fn more(&self, kind: Kind, n: usize) -> Vec<WishId> {
        let (h, station) = (self.house.house(), self.station.clone());
        let three = [self.staff[LI].id, self.staff[ZHAO].id, self.staff[SUN].id];
        let work = move |c: &mut Conn| {
            let one =
                |c: &mut Conn| opened(c, &h, &station, three, (wished(kind, "象棋一副")?, whose("王奶奶", None)?));
            (0..n).map(|_| one(c)).collect::<Result<Vec<_>, Fault>>()
        };
        self.house.db.write(work).await.unwrap()
    }

    /// Laid out in a state, with somebody who has it where that needs somebody.
    pub async fn lies(&self, state: State, person: NewPerson, claimer: Option<PersonId>) -> (WishId, String) {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let one = Founded {
            draft: thing(Kind::Hobby, "毛笔一套"),
            person,
            coordinator: self.staff[LI].id,
            looked: [self.staff[ZHAO].id, self.staff[SUN].id],
            state,
            why: "重复登记".into(),
            claimer,
            place: "前台柜子".into(),
            referred_to: if state == State::Referred { "区民政局".into() } else { String::new() },
        };
        self.house.db.write(move |c: &mut Conn| acts::found(c, &h, &station, &one, now)).await.unwrap()
    }

    pub async fn person(&self, phone: &str) -> PersonId {
        let (h, phone) = (self.house.house(), phone.parse().unwrap());
        self.house.db.write(move |c: &mut Conn| people::person_by_phone(c, &h, &phone)).await.unwrap()
    }

    pub async fn claims(&self, id: WishId, person: PersonId) -> Result<Claimed, Not<NoClaim>> {
        acts::claim(&self.house, &self.station, id, person, None).await
    }

    pub async fn delivers(&self, id: WishId) {
        acts::deliver(&self.house, &self.station, (id, "前台柜子".into()), self.by(SUN)).await.unwrap();
    }

    pub async fn hands(&self, id: WishId, code: &str) -> Result<(), Not<NoHandover>> {
        acts::hand_over(&self.house, &self.station, (id, code.to_owned()), self.by(SUN)).await
    }

    pub async fn pool(&self, filter: Filter) -> Vec<Card> {
        let (h, station) = (self.house.house(), self.station.clone());
        self.house.db.snapshot(move |c: &mut Conn| answers::pool(c, &h, &station, filter, None, 100)).await.unwrap()
    }

    pub async fn card(&self, id: WishId) -> Result<Card, Fault> {
        let (h, station) = (self.house.house(), self.station.clone());
        self.house.db.snapshot(move |c: &mut Conn| answers::card(c, &h, &station, id)).await
    }

    pub async fn another(&self, not: WishId, kind: Kind) -> Option<Card> {
        let (h, station) = (self.house.house(), self.station.clone());
        let read = move |c: &mut Conn| answers::another(c, &h, &station, &[not], (Some(kind), None));
        self.house.db.snapshot(read).await.unwrap()
    }

    pub async fn whole(&self, who: usize, id: WishId) -> Whole {
        let (h, station, staff) = (self.house.house(), self.station.clone(), self.staff[who].clone());
        self.house.db.snapshot(move |c: &mut Conn| answers::whole(c, &h, &station, &staff, id)).await.unwrap()
    }

    pub async fn state(&self, id: WishId) -> State {
        self.whole(QI, id).await.wish.state
    }

    pub async fn desk(&self, who: usize) -> Vec<Line> {
        let (h, station, staff) = (self.house.house(), self.station.clone(), self.staff[who].clone());
        self.house.db.snapshot(move |c: &mut Conn| answers::desk(c, &h, &station, &staff)).await.unwrap()
    }

    pub async fn counted(&self, village: i64, kind: Kind, people: i32) {
        let counted_on = self.house.now().to_zoned_datetime(self.station.zone.clone()).date();
        let share = Share { village, kind, people, source: "2025 年报表".into(), counted_on };
        acts::set_share(&self.house, &self.station, share, self.by(QI)).await.unwrap();
    }

    pub async fn later(&self, days: i64) {
        self.house.wait(SignedDuration::from_hours(24 * days));
        acts::jobs(&self.house).await.unwrap();
    }

    /// The kinds and numbers and texts of all messages.
    pub async fn told(&self) -> Vec<(String, String, String)> {
        let (h, station) = (self.house.house(), self.station.id);
        let all = self.house.db.read(move |c| kernel::outbox::newest(c, &h, station, 1000)).await.unwrap();
        all.into_iter().map(|m| (m.kind, m.to, m.text)).collect()
    }

    /// The kinds of all events of wishes, the oldest first.
    pub async fn done(&self) -> Vec<String> {
        let station = self.station.id;
        let all = self.house.db.read(move |c: &mut Conn| event::since(c, station, 0, 1000)).await.unwrap();
        all.into_iter().map(|e| e.kind).filter(|kind| kind.starts_with("wish.")).collect()
    }

    pub async fn facts(&self, kind: &'static str) -> usize {
        let station = self.station.id;
        let all = move |c: &mut Conn| fact::between(c, station, kind, date(2020, 1, 1), date(2040, 1, 1));
        let all = self.house.db.read(all).await.unwrap();
        assert!(all.iter().all(|fact| fact.data == serde_json::json!({})), "{all:?}");
        all.len()
    }

    /// Every text of every row of every table that the deployment has, as the database has it.
    pub async fn dump(&self) -> String {
        self.house.db.read(dumped).await.unwrap()
    }

    /// Every invariant of the slice, on whatever a test has left behind.
    pub async fn sound(&self) {
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

fn texts<C>(c: &mut C, query: &str) -> Result<Vec<String>, Fault>
where
    C: diesel::connection::LoadConnection,
    diesel::query_builder::SqlQuery: for<'q> diesel::query_dsl::methods::LoadQuery<'q, C, Text>,
{
    use diesel::RunQueryDsl as _;
    let rows: Vec<Text> = diesel::sql_query(query).load(c)?;
    Ok(rows.into_iter().map(|row| row.said).collect())
}

/// All rows of all tables as text: texts as they are, bytes in hexadecimal digits.
fn dumped(c: &mut Conn) -> Result<String, Fault> {
    let mut all = vec![];
    match c {
        Conn::Pg(c) => {
            let tables = "SELECT tablename::text AS said FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";
            for table in texts(c, tables)? {
                all.extend(texts(c, &format!("SELECT '{table} ' || t::text AS said FROM {table} t"))?);
            }
        }
        Conn::Sqlite(c) => {
            for table in texts(c, "SELECT name AS said FROM sqlite_schema WHERE type = 'table' ORDER BY 1")? {
                let one = |n: &String| {
                    format!("coalesce(CASE typeof({n}) WHEN 'blob' THEN hex({n}) ELSE CAST({n} AS TEXT) END, '')")
                };
                let columns = texts(c, &format!("SELECT name AS said FROM pragma_table_info('{table}')"))?;
                let whole: Vec<String> = columns.iter().map(one).collect();
                let whole = whole.join(" || ' ' || ");
                all.extend(texts(c, &format!("SELECT '{table} ' || {whole} AS said FROM \"{table}\""))?);
            }
        }
    }
    Ok(all.join("\n"))
}

#[track_caller]
pub fn refused<T: std::fmt::Debug, R>(result: Result<T, Not<R>>) -> R {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        Err(Not::Fault(fault)) => panic!("{fault}"),
        Ok(done) => panic!("not refused: {done:?}"),
    }
}

#[track_caller]
pub fn not_there<T: std::fmt::Debug, R: std::fmt::Debug>(result: Result<T, Not<R>>) {
    assert!(matches!(result, Err(Not::Fault(Fault::NotFound))), "{result:?}");
}
