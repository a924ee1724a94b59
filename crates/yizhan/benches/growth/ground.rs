//! A database of its own, as the program opens it, with a clock that stands still.
use std::path::PathBuf;

use jiff::Timestamp;
use kernel::chance::Chance;
use kernel::clock::Clock;
use kernel::db::{Conn, Engine};
use kernel::house::House;
use kernel::secret::Keys;
use kernel::settings::Settings;
use yizhan::opening;

/// Wednesday 24 June 2026 in China: the evening has begun.
const EVENING: &str = "2026-06-24T19:20:00+08:00";

pub struct Ground {
    pub house: House,
    pub engine: Engine,
    end: End,
}

enum End {
    File(PathBuf),
    Schema { server: String, name: String },
}

impl Ground {
    /// An empty file with all tables.
    pub fn file(name: &str) -> Ground {
        let file = std::env::temp_dir().join(format!("yizhan-growth-{}-{name}.db", std::process::id()));
        let url = file.display().to_string();
        Ground::open(&url, End::File(file))
    }

    /// An empty schema with all tables, if there is a PostgreSQL for tests.
    pub fn schema(name: &str) -> Option<Ground> {
        let server = std::env::var("YIZHAN_TEST_PG").ok().filter(|url| !url.is_empty())?;
        let name = format!("growth_{name}");
        let mut c = Conn::open(&server).expect("the PostgreSQL for tests answers");
        c.run(&format!("CREATE SCHEMA {name}")).expect("a schema can be made");
        let joint = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{joint}options=-csearch_path%3D{name}");
        Some(Ground::open(&url, End::Schema { server, name }))
    }

    fn open(url: &str, end: End) -> Ground {
        let settings = Settings { database: url.to_owned(), ..Settings::default() };
        opening::migrate(&settings, |_| {}).expect("the migrations apply");
        let now: Timestamp = EVENING.parse().expect("an instant");
        let house = opening::house(settings, Keys::from_bytes([7; 32]), Clock::stopped_at(now), Chance::seeded(1));
        Ground { house: house.expect("the house opens"), engine: Engine::of(url), end }
    }

    /// A connection beside those of the house, for filling it.
    pub fn connection(&self) -> Conn {
        Conn::open(&self.house.settings.database).expect("a connection")
    }
}

impl Drop for Ground {
    /// As well as it can: what is left over harms nobody.
    fn drop(&mut self) {
        match &self.end {
            End::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{end}", file.display()));
                }
            }
            End::Schema { server, name } => {
                let _ = Conn::open(server).and_then(|mut c| c.run(&format!("DROP SCHEMA {name} CASCADE")));
            }
        }
    }
}
