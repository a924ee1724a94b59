//! `yizhan doctor`: the settings, and what stands in the way of running well.
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use diesel::prelude::*;
use diesel::sql_types::Text;
use kernel::db::{Conn, Engine};
use kernel::fault::Fault;
use kernel::settings::Settings;

use super::Common;
use super::common::without_password;
use super::out::say;
use super::stop::{Code, DAMAGED, Done, Stop};
use crate::settings::{KEYS, Kind, Layered};

/// One thing that was looked at.
struct Found {
    what: &'static str,
    fine: bool,
    said: String,
}

fn found(what: &'static str, fine: bool, said: impl Into<String>) -> Found {
    Found { what, fine, said: said.into() }
}

pub fn run(common: &Common) -> Done {
    let layered = common.layered()?;
    shown(&layered)?;
    let settings = &layered.settings;
    let (database, unusable) = database(settings);
    let of_database = [Some(database), writable(settings), whole(settings), durable(settings)];
    let beside = [key_file(settings), disk(settings), zone(), port(settings), address(settings)];
    let all: Vec<Found> = of_database.into_iter().flatten().chain(beside).chain(files()).collect();
    say("");
    for f in &all {
        say(format!("{} {:<10} {}", if f.fine { "ok " } else { "!! " }, f.what, f.said));
    }
    next_steps(settings);
    if let Some(code) = unusable {
        return Err(Stop::new(code, "the database cannot be used; see the lines with !!"));
    }
    if all.iter().all(|f| f.fine) { Ok(()) } else { Err(Stop::no("see the lines with !!")) }
}

fn shown(layered: &Layered) -> Done {
    let values = toml::Table::try_from(&layered.settings).map_err(Stop::no)?;
    for key in KEYS {
        let value = match (values.get(key.name), key.kind) {
            (None, _) => "–".to_owned(),
            (Some(_), Kind::Secret) => "(set, not shown)".to_owned(),
            (Some(toml::Value::String(text)), _) => without_password(text),
            (Some(toml::Value::Integer(n)), _) => n.to_string(),
            (Some(other), _) => serde_json::to_string(other).map_err(Stop::no)?,
        };
        say(format!("{:<16} {value:<36} {} — {}", key.name, layered.sources[key.name], key.what));
    }
    Ok(())
}

/// Whether it answers, and the exit code that says why not.
fn database(settings: &Settings) -> (Found, Option<Code>) {
    let name = without_password(&settings.database);
    if Engine::of(&settings.database) == Engine::Sqlite && !Path::new(&settings.database).exists() {
        let said = format!("{name} is not there yet; the first `yizhan serve` makes it");
        return (found("database", true, said), None);
    }
    match Conn::open(&settings.database).and_then(|mut c| c.run("SELECT 1")) {
        Ok(()) => (found("database", true, format!("{name} answers")), None),
        Err(fault) => {
            let stop = Stop::from(fault);
            (found("database", false, format!("{name}: {}", stop.why)), Some(stop.code))
        }
    }
}

/// Whether changes can be made: a table is made and taken back.
fn writable(settings: &Settings) -> Option<Found> {
    let mut c = there(settings)?;
    let tried = c.in_transaction(|c| {
        c.run("CREATE TABLE doctor_was_here (id INTEGER)")?;
        c.run("DROP TABLE doctor_was_here")
    });
    Some(match tried {
        Ok(()) => found("changes", true, "can be made"),
        Err(fault) => found("changes", false, format!("cannot be made: {}", Stop::from(fault).why)),
    })
}

/// What SQLite finds wrong with its own file, the first of it; PostgreSQL looks after its own.
fn whole(settings: &Settings) -> Option<Found> {
    let mut c = there(settings).filter(|c| matches!(c, Conn::Sqlite(_)))?;
    let said = asked(&mut c, "SELECT quick_check AS said FROM pragma_quick_check LIMIT 1", "");
    Some(match said {
        Ok(said) if said == "ok" => found("file", true, "is whole"),
        Ok(said) => found("file", false, format!("{said}. {DAMAGED}")),
        Err(fault) => found("file", false, Stop::from(fault).why),
    })
}

/// The database, unless it is a file that nobody has made yet.
fn there(settings: &Settings) -> Option<Conn> {
    let sqlite = Engine::of(&settings.database) == Engine::Sqlite;
    if sqlite && !Path::new(&settings.database).exists() {
        return None;
    }
    Conn::open(&settings.database).ok()
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

fn asked(c: &mut Conn, sqlite: &str, postgres: &str) -> Result<String, Fault> {
    let said = match c {
        Conn::Sqlite(c) => diesel::sql_query(sqlite).get_result::<Said>(c),
        Conn::Pg(c) => diesel::sql_query(postgres).get_result::<Said>(c),
    };
    Ok(said?.said)
}

/// Whether a commit survives a power cut.
fn durable(settings: &Settings) -> Option<Found> {
    let mut c = there(settings)?;
    let said = asked(
        &mut c,
        "SELECT journal_mode || ' ' || (SELECT synchronous FROM pragma_synchronous) AS said FROM pragma_journal_mode",
        "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') AS said",
    );
    let good = match &said {
        Ok(said) => said == "wal 2" || said.starts_with("on ") && said != "on off",
        Err(_) => false,
    };
    let words = said.unwrap_or_else(|fault| fault.to_string());
    let why =
        if good { "acknowledged changes survive a power cut" } else { "a power cut can lose acknowledged changes" };
    Some(found("durable", good, format!("{why} ({words})")))
}

fn key_file(settings: &Settings) -> Found {
    let name = settings.key_file.display();
    match std::fs::metadata(&settings.key_file) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            found("key file", true, format!("{name} is not there yet; the first `yizhan serve` makes it"))
        }
        Err(e) => found("key file", false, format!("{name} cannot be read: {e}")),
        Ok(meta) => {
            let open_to_others = others_may_read(&meta);
            let said =
                if open_to_others { "can be read by others: chmod 600" } else { "can be read by its owner only" };
            found("key file", !open_to_others, format!("{name} {said}. Keep a copy apart from the backups"))
        }
    }
}

#[cfg(unix)]
fn others_may_read(meta: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    meta.permissions().mode() & 0o077 != 0
}
#[cfg(not(unix))]
fn others_may_read(_: &std::fs::Metadata) -> bool {
    false
}

const A_GIGABYTE: u64 = 1024 * 1024;

/// Asks `df`, which is on every system that the program runs on; the standard library cannot tell.
fn disk(settings: &Settings) -> Found {
    let file = match Engine::of(&settings.database) {
        Engine::Sqlite => Path::new(&settings.database),
        Engine::Postgres => &settings.key_file,
    };
    let folder = file.ancestors().skip(1).find(|f| f.is_dir()).unwrap_or(Path::new("."));
    let shown = Command::new("df").arg("-Pk").arg(folder).output();
    let free = shown.ok().and_then(|o| {
        let text = String::from_utf8(o.stdout).ok()?;
        text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok()
    });
    match free {
        Some(kb) => found(
            "disk",
            kb >= A_GIGABYTE,
            format!("{:.1} GB free beside {}", kb as f64 / A_GIGABYTE as f64, file.display()),
        ),
        None => found("disk", true, "df does not tell how much is free"),
    }
}

/// What the database and whoever is asking at the moment need of the files that may be open.
const FILES_BESIDE: u64 = 200;

/// Each open page that waits for news is an open file. Linux tells how many there may be; elsewhere nothing is said.
fn files() -> Option<Found> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find(|l| l.starts_with("Max open files"))?;
    // Where there is no limit, no number stands there.
    let most: u64 = line.split_whitespace().nth(3)?.parse().ok()?;
    let pages = most.saturating_sub(FILES_BESIDE);
    let said =
        format!("{pages} pages and screens can wait for news at once; more with ulimit -n, or LimitNOFILE of systemd");
    Some(found("files", pages >= FILES_BESIDE, said))
}

fn zone() -> Found {
    let now = kernel::clock::Clock::system().now();
    match jiff::tz::TimeZone::get("Asia/Shanghai") {
        Ok(zone) => found(
            "clock",
            true,
            format!("{} in Sanhe; is that right?", now.to_zoned_datetime(zone).strftime("%Y-%m-%d %H:%M")),
        ),
        Err(e) => found("clock", false, format!("the time zone Asia/Shanghai is not known: {e}; install tzdata")),
    }
}

fn port(settings: &Settings) -> Found {
    match TcpListener::bind(settings.listen) {
        Ok(_) => found("port", true, format!("{} is free", settings.listen)),
        Err(e) => found("port", true, format!("{}: {e}. Fine if it is your station that runs there", settings.listen)),
    }
}

fn address(settings: &Settings) -> Found {
    let url = &settings.public_url;
    let local = settings.listen.ip().is_loopback();
    match (url.starts_with("https://"), local) {
        (true, _) | (false, true) => found("address", true, format!("people type {url}")),
        (false, false) => {
            found("address", false, format!("{url} is not encrypted, and {} can be reached by others", settings.listen))
        }
    }
}

fn next_steps(settings: &Settings) {
    say("\nNext:");
    if !Path::new(&settings.database).exists() && Engine::of(&settings.database) == Engine::Sqlite {
        say("  yizhan import FOLDER       your station, from files like fixtures/sanhe");
    }
    say("  yizhan person add LOGIN --name NAME --station SLUG --role manager");
    say("  yizhan serve               run it");
    say("  yizhan backup FILE         every night, and keep the key file elsewhere");
}
