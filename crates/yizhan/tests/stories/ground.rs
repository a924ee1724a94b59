//! Databases for stories: the township is loaded once, and each story gets a copy of its own.
use std::io::Cursor;
use std::path::PathBuf;

use kernel::chance::Chance;
use kernel::clock::Clock;
use kernel::db::{Conn, Engine};
use kernel::house::House;
use kernel::secret::Keys;
use kernel::settings::Settings;
use tokio::sync::OnceCell;
use yizhan::township::sanhe::{self, KEY, PASSWORD, SLUG};
use yizhan::township::{self, Files, Passwords};
use yizhan::{dump, opening, slices};

/// When every story begins: Wednesday 24 June 2026, 19:20 in Sanhe.
pub const EVENING: &str = "2026-06-24T19:20:00+08:00";

/// A database that goes when the story ends.
pub enum Ground {
    File(PathBuf),
    Schema { server: String, name: String, url: String },
}

impl Ground {
    pub fn url(&self) -> String {
        match self {
            Ground::File(file) => file.to_str().expect("a UTF-8 name").to_owned(),
            Ground::Schema { url, .. } => url.clone(),
        }
    }

    /// An empty file.
    pub fn file() -> Ground {
        Ground::File(std::env::temp_dir().join(format!("{}.db", fresh_name())))
    }

    /// An empty schema, if there is a PostgreSQL for tests.
    pub fn schema() -> Option<Ground> {
        let server = std::env::var("YIZHAN_TEST_PG").ok().filter(|url| !url.is_empty())?;
        let name = fresh_name();
        let mut c = Conn::open(&server).expect("the PostgreSQL for tests answers");
        c.run(&format!("CREATE SCHEMA {name}")).expect("a schema can be made");
        let joint = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{joint}options=-csearch_path%3D{name}");
        Some(Ground::Schema { server, name, url })
    }
}

fn fresh_name() -> String {
    format!("yizhan_story_{}", data_encoding::HEXLOWER.encode(&Chance::system().bytes::<8>()))
}

impl Drop for Ground {
    /// As well as it can: what is left over harms nobody.
    fn drop(&mut self) {
        match self {
            Ground::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{end}", file.display()));
                }
            }
            Ground::Schema { server, name, .. } => {
                let _ = Conn::open(server).and_then(|mut c| c.run(&format!("DROP SCHEMA {name} CASCADE")));
            }
        }
    }
}

pub fn settings(url: &str) -> Settings {
    Settings {
        database: url.to_owned(),
        connections: 2,
        rehearsal: true,
        root_station: Some(SLUG.into()),
        // The township has lived through two weeks when a story begins; its manager signs in with a password.
        second_factor_grace_days: u16::MAX,
        ..Settings::default()
    }
}

pub fn house(url: &str, clock: Clock) -> House {
    opening::house(settings(url), Keys::from_bytes(KEY), clock, Chance::system()).expect("the house opens")
}

/// The loaded township: a SQLite file, and the same as an export.
struct Pattern {
    file: Ground,
    export: Vec<u8>,
}

static PATTERN: OnceCell<Pattern> = OnceCell::const_new();

async fn pattern() -> &'static Pattern {
    PATTERN.get_or_init(make_pattern).await
}

async fn make_pattern() -> Pattern {
    let file = Ground::file();
    opening::migrate(&settings(&file.url()), |_| {}).expect("the migrations apply");
    let house = house(&file.url(), Clock::stopped_at(EVENING.parse().expect("an instant")));
    let sanhe = township::read(&Files::sanhe()).expect("the fixtures are well-formed");
    let loaded = township::load(&house, sanhe, Passwords::Same(PASSWORD.into()), &mut |_, _| {}).await;
    let loaded = loaded.unwrap_or_else(|not| panic!("the township was not loaded: {not}"));
    assert!(loaded.reservations >= 80, "{} reservations", loaded.reservations);
    assert!(loaded.left_out <= 8, "{} habits met a rule that says no", loaded.left_out);
    sanhe::open_kiosk(&house).await.expect("a link");
    let mut export = vec![];
    let mut c = Conn::open(&file.url()).expect("the database opens");
    exported(&mut c, Engine::Sqlite, &mut export);
    Pattern { file, export }
}

/// Everything in the database, as `yizhan export` writes it.
pub fn exported(c: &mut Conn, engine: Engine, out: &mut Vec<u8>) {
    let tables = dump::tables(&slices::migrations()).expect("the migrations are readable");
    let header = dump::Header::new(EVENING.parse().expect("an instant"), &Keys::from_bytes(KEY), &tables);
    dump::write(c, engine, (&header, &tables), out, &mut |_, _| {}).expect("the export is written");
}

/// Reads an export into an empty database that has its tables.
pub fn imported(url: &str, export: &[u8]) -> u64 {
    opening::migrate(&settings(url), |_| {}).expect("the migrations apply");
    let tables = dump::tables(&slices::migrations()).expect("the migrations are readable");
    let key = dump::name_of_key(&Keys::from_bytes(KEY));
    let mut c = Conn::open(url).expect("the database opens");
    let read = dump::read(&mut c, Engine::of(url), (&tables, &key), &mut Cursor::new(export), &mut |_, _| {});
    read.expect("the export is read in")
}

/// Each engine's copy of the township.
pub async fn copies() -> Vec<Ground> {
    let pattern = pattern().await;
    let file = Ground::file();
    let copy = format!("VACUUM INTO '{}'", file.url());
    Conn::open(&pattern.file.url()).and_then(|mut c| c.run(&copy)).expect("the pattern can be copied");
    let mut grounds = vec![file];
    if let Some(schema) = Ground::schema() {
        imported(&schema.url(), &pattern.export);
        grounds.push(schema);
    }
    grounds
}
