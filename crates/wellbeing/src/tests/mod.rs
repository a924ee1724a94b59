//! Surveys through acts, on every engine.
mod course;
mod refusing;
mod race;
mod traces;
mod checking;
mod dump;

use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use people::{Role, StaffAt};
use stations::Station;
use stations::testing::made_station;

use crate::SurveyId;
use crate::acts;
use crate::answers::{self, Progress, Public};
use crate::rules::ballot::Code;
use crate::rules::flags::Mode;
use crate::rules::waves::{Given, NoAnswer};
use crate::testing::{asked, homes, member, printed};

/// The day on which every test begins, and the last one of its survey.
pub const TODAY: Date = date(2026, 6, 27);
pub const LAST: Date = date(2026, 7, 11);

pub struct Town {
    pub house: TestHouse,
    pub station: Arc<Station>,
    pub manager: StaffAt,
    pub clerk: StaffAt,
}

/// On Saturday 27 June 2026 at noon.
pub async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let station = made_station(c, h.now())?;
            let manager = member(c, &h, &station, ("祁海燕", Role::Manager))?;
            let clerk = member(c, &h, &station, ("李建国", Role::Clerk))?;
            Ok::<_, Fault>((station, manager, clerk))
        };
        let (station, manager, clerk) = house.db.write(work).await.unwrap();
        all.push(Town { house, station: Arc::new(station), manager, clerk });
    }
    all
}

pub fn given(score: u8, band: u8, mode: Mode) -> Given {
    Given { score, band, mode }
}

impl Town {
    pub fn by(&self) -> (&StaffAt, Option<kernel::once::Once>) {
        (&self.manager, None)
    }

    pub fn today(&self) -> Date {
        acts::day_of(&self.station, self.house.now())
    }

    /// Sixty of two hundred households are asked from today on, and their ballots are printed.
    pub async fn asks(&self) -> (SurveyId, Vec<Code>) {
        let new = asked(TODAY, LAST, 60);
        printed(&self.house, &self.station, (new, homes(200)), &self.manager).await.unwrap()
    }

    pub async fn answers(&self, code: &Code, given: Given) -> Result<(), Not<NoAnswer>> {
        acts::answer(&self.house, &self.station, (code, None), given).await
    }

    /// One ballot after the other in two bands and by all ways, a minute apart.
    pub async fn answer_all(&self, codes: &[Code]) {
        for (n, code) in (0_u8..).zip(codes) {
            let mode = Mode::ALL[usize::from(n / 3) % 2 * 2];
            self.answers(code, given(4 + n % 7, u8::from(n % 3 == 0), mode)).await.unwrap();
            self.house.wait(SignedDuration::from_mins(1));
        }
    }

    pub async fn progress(&self, id: SurveyId) -> Progress {
        let (station, today) = (self.station.id, self.today());
        self.house.db.snapshot(move |c: &mut Conn| answers::progress(c, station, id, today)).await.unwrap()
    }

    /// How many answers there are: nobody is told so exactly while they come in.
    pub async fn answered(&self, id: SurveyId) -> u64 {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| crate::store::answers::how_many(c, station, id)).await.unwrap()
    }

    pub async fn current(&self) -> Option<Public> {
        let (h, station, today) = (self.house.house(), self.station.clone(), self.today());
        self.house.db.snapshot(move |c: &mut Conn| answers::current(c, &h, &station, today)).await.unwrap()
    }

    pub async fn later(&self, days: i64) {
        self.house.wait(SignedDuration::from_hours(24 * days));
        acts::jobs(&self.house).await.unwrap();
    }

    /// The kinds of all events of surveys, the oldest first; each names the survey and has no more to say.
    pub async fn done(&self, id: SurveyId) -> Vec<String> {
        let station = self.station.id;
        let all = self.house.db.read(move |c: &mut Conn| event::since(c, station, 0, 1000)).await.unwrap();
        let all: Vec<_> = all.into_iter().filter(|e| e.kind.starts_with("survey.")).collect();
        let says_no_more = |e: &event::Event| {
            e.data == serde_json::json!({}) || (e.kind == "survey.not-eligible" && e.data["n"].is_u64())
        };
        assert!(all.iter().all(|e| e.subject == id.to_string() && says_no_more(e)), "{all:?}");
        all.into_iter().map(|e| e.kind).collect()
    }

    /// What every invariant of the slice says is wrong.
    pub async fn broken(&self) -> Vec<String> {
        let mut all = vec![];
        for check in crate::checks() {
            all.extend(self.house.db.read(move |c| (check.run)(c)).await.unwrap());
        }
        all
    }

    /// Nothing, on whatever a test has left behind.
    pub async fn sound(&self) {
        assert_eq!(self.broken().await, Vec::<String>::new());
    }

    /// Every row of every table as the database has it, each as a line that begins with the table's name.
    pub async fn dump(&self) -> Vec<String> {
        self.house.db.read(dump::rows).await.unwrap()
    }

    pub async fn dump_of(&self, table: &str) -> Vec<String> {
        let name = format!("{table} ");
        self.dump().await.into_iter().filter(|row| row.starts_with(&name)).collect()
    }
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
