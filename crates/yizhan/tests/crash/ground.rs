//! The folder and the database of a station that is going to be killed.
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use kernel::chance::Chance;
use kernel::db::Conn;

/// Rooms, so that callers seldom wait for the same one.
pub const ROOMS: u64 = 12;
/// Desks of the hall.
pub const DESKS: i32 = 4;
/// Places at each time of the activity.
pub const PLACES: usize = 30;
/// Pieces that the reading room has: as many for each caller.
pub const PIECES: usize = 60;
pub const READING: &str = "亲子阅读";
pub const SLUG: &str = "crash";
pub const PASSWORD: &str = "killed twenty times";

pub struct Ground {
    pub folder: PathBuf,
    pub database: String,
    server: Option<String>,
}

fn fresh_name() -> String {
    format!("yizhan_crash_{}", data_encoding::HEXLOWER.encode(&Chance::system().bytes::<8>()))
}

impl Ground {
    fn new(database: impl FnOnce(&str) -> String, server: Option<String>) -> Ground {
        let name = fresh_name();
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir(&folder).expect("a folder can be made");
        Ground { folder, database: database(&name), server }
    }

    pub fn file() -> Ground {
        Ground::new(|_| "crash.db".to_owned(), None)
    }

    /// A schema of its own, if there is a PostgreSQL for tests.
    pub fn schema() -> Option<Ground> {
        let server = std::env::var("YIZHAN_TEST_PG").ok().filter(|url| !url.is_empty())?;
        let make = |name: &str| {
            let mut c = Conn::open(&server).expect("the PostgreSQL for tests answers");
            c.run(&format!("CREATE SCHEMA {name}")).expect("a schema can be made");
            let joint = if server.contains('?') { '&' } else { '?' };
            format!("{server}{joint}options=-csearch_path%3D{name}")
        };
        Some(Ground::new(make, Some(server.clone())))
    }

    pub fn engine(&self) -> &'static str {
        if self.server.is_some() { "PostgreSQL" } else { "SQLite" }
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yizhan"));
        command.args(words).current_dir(&self.folder).env_remove("DATABASE_URL");
        command.env("YIZHAN_DATABASE", &self.database).stdin(Stdio::null());
        command
    }

    pub fn does(&self, words: &[&str], typed: &str) {
        let mut command = self.command(words);
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("the program starts");
        let mut input = child.stdin.take().expect("standard input");
        std::io::Write::write_all(&mut input, typed.as_bytes()).expect("it listens");
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let (said, why) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "yizhan {words:?} failed:\n{said}{why}");
    }

    /// A township with rooms and a hall that are always open, an activity, a fair with a car park, a reading room, and somebody who works
    /// there.
    pub fn prepare(&self) {
        let township = self.folder.join("township");
        std::fs::create_dir(&township).expect("a folder can be made");
        let write = |name: &str, text: &str| std::fs::write(township.join(name), text).expect("a file can be written");
        write("divisions.csv", "code,name,county,city,province\n630203102,三合镇,平安区,海东市,青海省\n");
        write("station.toml", &station());
        write("venues.toml", &venues());
        write("errands.toml", &hall());
        write("activities.toml", &activities());
        write("fair.toml", FAIR);
        write("library.toml", "[[shelf]]\ncode = 'a'\nname = '书架'\n");
        write("titles.csv", &titles());
        self.does(&["import", "township"], "");
        let words = ["person", "add", "clerk", "--name", "祁海燕", "--station", SLUG, "--password-stdin"];
        self.does(&[&words[..], &["--role", "manager"]].concat(), &format!("{PASSWORD}\n"));
    }

    /// Every invariant holds.
    pub fn check(&self) {
        self.does(&["check"], "");
    }
}

fn station() -> String {
    format!(
        "slug = '{SLUG}'\ndivision = 630203102\nname = '试验驿站'\naddress = '三合镇'\nzone = 'Asia/Shanghai'\nhours = '24/7'\n\
         [[owner]]\nname = '党群活动中心'\n"
    )
}

fn venues() -> String {
    (0..ROOMS).fold(String::new(), |mut text, n| {
        let _ = write!(
            text,
            "[[venue]]\nslug = 'room-{n}'\nname = '{n} 号室'\nkind = 'meeting-room'\nowner = '党群活动中心'\nkey = 'open'\n\
             atoms = [{{ name = '{n} 号室' }}]\n\
             [[venue.offering]]\nslug = 'room-{n}'\nname = '{n} 号室'\nactivity = 'meeting'\nmode = 'all'\ntakes = 'whole'\n"
        );
        text
    })
}

/// One line, which all desks serve.
fn hall() -> String {
    let line = "[[line]]\nslug = 'civil'\nletter = 'A'\nname = '民政'\n".to_owned();
    (1..=DESKS).fold(line, |mut text, n| {
        let _ = write!(text, "[[desk]]\nid = {n}\nlines = ['civil']\n");
        text
    })
}

/// Days ahead, so that nothing lapses, begins or is reminded of while the test runs.
fn activities() -> String {
    let activity = |title: &str, more: &str| {
        format!(
            "[[activity]]\ntitle = '{title}'\nahead = 3\nat = '10:00'\nminutes = 60\nowner = '党群活动中心'\n{more}\n"
        )
    };
    let reading = format!("rule = 'FREQ=WEEKLY'\njoining = 'sign-up'\ncapacity = {PLACES}");
    activity(READING, &reading) + &activity("交流会", "kind = 'fair'")
}

/// One title for each piece, so that only who has it is asked for.
fn titles() -> String {
    (0..PIECES).fold("书名,书架,条码\n".to_owned(), |mut text, n| {
        let _ = writeln!(text, "第{n}册,a,K-{n}");
        text
    })
}

const FAIR: &str = "rule = 'first-come'\napply_until_days = 1\n[[lot]]\nslug = 'compound'\nname = '院子'\nlat = 36.4\n\
    lon = 102.0\nthreshold = 90\nopens = '07:00:00'\ncloses = '19:00:00'\ncars = 100\n";

impl Drop for Ground {
    /// As well as it can: what is left over harms nobody.
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
        let schema = self.database.rsplit_once("search_path%3D").map(|(_, name)| name);
        if let (Some(server), Some(name)) = (&self.server, schema) {
            let _ = Conn::open(server).and_then(|mut c| c.run(&format!("DROP SCHEMA {name} CASCADE")));
        }
    }
}
