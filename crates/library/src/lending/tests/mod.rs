//! Lending through acts, on every engine.
mod lending;
mod renewing;
mod waiting;
mod race;
mod offline;
mod telling;
mod history;
mod forgetting;
mod saying;

use diesel::RunQueryDsl as _;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use people::PersonId;
use serde_json::Value;

use crate::lending::acts::{self, Back, Lending, LentOut};
use crate::lending::answers::{self, CopyState, Reader};
use crate::lending::rules::{By, Hand, NoHold, NoLoan, NoRenewal};
use crate::rules::Settings;
use crate::testing::{Room, refused, rooms};
use crate::{CopyId, HoldId, LoanId, TitleId};

/// When every test begins.
pub const TODAY: Date = date(2026, 6, 27);

impl Room {
    pub async fn lends(&self, copy: CopyId, person: PersonId) -> Result<LentOut, Not<NoLoan>> {
        let lending = Lending { copy, person, despite: false };
        acts::lend(&self.house, &self.station, lending, (Hand::Desk(self.clerk.id), None)).await
    }

    pub async fn takes_back(&self, copy: CopyId) -> Result<Back, Fault> {
        acts::give_back(&self.house, &self.station, copy, (Hand::Desk(self.clerk.id), None)).await
    }

    pub async fn renews(&self, loan: LoanId, person: PersonId) -> Result<Date, Not<NoRenewal>> {
        acts::renew(&self.house, &self.station, loan, By::Person(person), None).await
    }

    pub async fn waits(&self, title: TitleId, person: PersonId) -> Result<HoldId, Not<NoHold>> {
        acts::hold(&self.house, &self.station, (title, person), (Hand::Phone, None)).await
    }

    pub async fn cancels(&self, hold: HoldId, person: PersonId) -> Result<(), Fault> {
        acts::cancel_hold(&self.house, &self.station, hold, By::Person(person), None).await
    }

    pub async fn reader(&self, person: PersonId) -> Reader {
        self.sees(move |c, house, station| answers::at_reader(c, house, station, person)).await.unwrap()
    }

    pub async fn state(&self, copy: CopyId) -> CopyState {
        let read = move |c: &mut Conn, _: &kernel::house::House, station: &stations::Station| {
            let copy = crate::catalogue::answers::copy(c, station.id, copy)?;
            answers::copy_state(c, station.id, &copy)
        };
        self.sees(read).await.unwrap()
    }

    /// Lets days pass, as the program does: with its periodic work each noon.
    pub async fn later(&self, days: i64) {
        for _ in 0..days {
            self.house.wait(SignedDuration::from_hours(24));
            acts::jobs(&self.house).await.unwrap();
        }
    }

    /// What facts of a kind say, the oldest first.
    pub async fn facts(&self, kind: &'static str) -> Vec<Value> {
        let until = date(2040, 1, 1);
        let all = self.sees(move |c, _, station| kernel::fact::between(c, station.id, kind, date(2020, 1, 1), until));
        all.await.unwrap().into_iter().map(|fact| fact.data).collect()
    }

    /// The kinds of all events of lending.
    pub async fn events(&self) -> Vec<String> {
        let all = self.sees(|c, _, station| kernel::event::since(c, station.id, 0, 1000)).await.unwrap();
        let ours = ["loan.", "hold.", "library", "reader."];
        all.into_iter().map(|e| e.kind).filter(|kind| ours.iter().any(|of| kind.starts_with(of))).collect()
    }

    /// Kind, number and text of what was sent, the oldest first.
    pub async fn told(&self) -> Vec<(String, String, String)> {
        let all = self.sees(|c, house, station| kernel::outbox::newest(c, house, station.id, 1000)).await.unwrap();
        all.into_iter().rev().map(|m| (m.kind, m.to, m.text)).collect()
    }

    pub async fn sound(&self) {
        assert_eq!(self.broken().await.unwrap(), Vec::<String>::new());
    }

    pub async fn count(&self, query: &'static str) -> i64 {
        let read = move |c: &mut Conn, _: &kernel::house::House, _: &stations::Station| {
            let row: Count = kernel::on!(c, c => diesel::sql_query(query).get_result(c))?;
            Ok(row.n)
        };
        self.sees(read).await.unwrap()
    }
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

/// What most stations have, with lists for those who want one.
fn with_lists() -> Settings {
    Settings { history: true, ..Settings::default() }
}

async fn all() -> Vec<Room> {
    rooms(&[], &[]).await
}
