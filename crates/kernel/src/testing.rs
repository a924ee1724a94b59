//! A house for tests: a fresh database that goes when the test ends, a clock that stands still until it is moved, and
//! chance that repeats. Each test names what it needs and runs on every engine that is there:
//!
//! ```ignore
//! for house in testing::houses(&[kernel::MIGRATIONS, crate::MIGRATIONS], &[crate::TEXTS]) {
//!     house.db.write(|c| …).await;
//!     house.wait(SignedDuration::from_mins(11));
//! }
//! ```
use std::ops::Deref;
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use crate::chance::Chance;
use crate::clock::{Clock, Rehearsal};
use crate::db::{Conn, Db, Migration, Migrator};
use crate::house::{House, Inside};
use crate::limits::Limits;
use crate::secret::Keys;
use crate::settings::Settings;
use crate::watch::Watch;
use crate::words::{Texts, Words};

/// When every test begins: Saturday 27 June 2026, the fair of 农历五月十三, at noon in Sanhe.
pub const NOON: &str = "2026-06-27T12:00:00+08:00";

/// Where the PostgreSQL for tests is: `postgres://user@host/name`. Without it tests run on SQLite only.
pub const PG_VARIABLE: &str = "YIZHAN_TEST_PG";

/// A house on a database of its own. Dropping it removes the database.
pub struct TestHouse {
    house: House,
    hand: Rehearsal,
    ground: Ground,
}

/// What the database stands on, and what there is to clear away.
enum Ground {
    File(PathBuf),
    Schema { url: String, name: String },
}

/// One house on SQLite and, when there is a PostgreSQL for tests, one on it.
pub fn houses(migrations: &[&[Migration]], texts: &[Texts]) -> Vec<TestHouse> {
    let mut all = vec![on_sqlite(migrations, texts)];
    all.extend(on_postgres(migrations, texts));
    all
}

pub fn on_sqlite(migrations: &[&[Migration]], texts: &[Texts]) -> TestHouse {
    let file = std::env::temp_dir().join(format!("{}.db", fresh_name()));
    let url = file.to_str().expect("the folder for temporary files has a name in UTF-8").to_owned();
    TestHouse::build(&url, Ground::File(file), migrations, texts)
}

/// `None` without [`PG_VARIABLE`].
pub fn on_postgres(migrations: &[&[Migration]], texts: &[Texts]) -> Option<TestHouse> {
    let server = std::env::var(PG_VARIABLE).ok().filter(|url| !url.is_empty())?;
    let name = fresh_name();
    let mut c = Conn::open(&server).expect("the PostgreSQL for tests answers");
    c.run(&format!("CREATE SCHEMA {name}")).expect("a schema for this test can be made");
    let joint = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{joint}options=-csearch_path%3D{name}");
    Some(TestHouse::build(&url, Ground::Schema { url: server, name }, migrations, texts))
}

/// A name that no other test has, on this machine or any other that uses the same server.
fn fresh_name() -> String {
    format!("yizhan_test_{}", data_encoding::HEXLOWER.encode(&Chance::system().bytes::<12>()))
}

impl TestHouse {
    fn build(url: &str, ground: Ground, migrations: &[&[Migration]], texts: &[Texts]) -> TestHouse {
        Migrator::new(migrations).run(url, |_| {}).expect("the migrations apply to an empty database");
        let noon = NOON.parse().expect("the tests begin at an instant");
        let (clock, hand) = Clock::by_hand(noon);
        let settings = Settings { database: url.to_owned(), connections: 2, rehearsal: true, ..Settings::default() };
        let house = House::new(Inside {
            db: Db::open(url, settings.connections).expect("the database opens"),
            clock,
            chance: Chance::seeded(1),
            keys: Keys::from_bytes([7; 32]),
            words: Words::new(texts).expect("the texts parse"),
            settings,
            limits: Limits::default(),
            watch: Watch::default(),
        });
        TestHouse { house, hand, ground }
    }

    /// The house itself, to give to a router or a closure.
    pub fn house(&self) -> House {
        self.house.clone()
    }

    pub fn set_clock(&self, at: Timestamp) {
        self.hand.move_to(at);
    }

    /// Lets time pass.
    pub fn wait(&self, time: SignedDuration) {
        self.set_clock(self.house.now() + time);
    }
}

impl Deref for TestHouse {
    type Target = House;
    fn deref(&self) -> &House {
        &self.house
    }
}

impl Drop for TestHouse {
    /// Clears away as well as it can: a test that failed already says why, and what is left over harms nobody.
    fn drop(&mut self) {
        match &self.ground {
            Ground::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    let mut name = file.clone().into_os_string();
                    name.push(end);
                    let _ = std::fs::remove_file(name);
                }
            }
            Ground::Schema { url, name } => {
                let _ = Conn::open(url).and_then(|mut c| c.run(&format!("DROP SCHEMA {name} CASCADE")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_test_house_is_there_and_goes_again() {
        for house in houses(&[crate::MIGRATIONS], &[]) {
            let ended = house.house();
            let count = house.db.write(move |c| crate::session::forget_ended(c, ended.now())).await;
            assert_eq!(count, Ok(0));
            let noon = house.now();
            house.wait(SignedDuration::from_mins(1));
            assert_eq!(house.now() - noon, SignedDuration::from_mins(1));
            if let Ground::File(file) = &house.ground {
                let file = file.clone();
                assert!(file.exists());
                drop(house);
                assert!(!file.exists());
            }
        }
    }
}
