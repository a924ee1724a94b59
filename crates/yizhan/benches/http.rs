//! The program as a whole, from outside: start, memory, size, and requests over HTTP on loopback.
//!
//! `scripts/bench` runs it. The program and its callers share the machine's cores, so rates are lower than from another
//! machine; CPU per request is the program's own and is not.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a bench measures real time")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

use kernel::chance::Chance;
use kernel::db::{Conn, Migrator};
use kernel::session::{self, Kind};
use venues::testing::made_town;

const CALLERS: usize = 128;
const ROOMS: i32 = 20;
const A_RUN: Duration = Duration::from_secs(3);
const RUNS: usize = 5;
const PORT: u16 = 8699;

/// A running program on a database of its own, both gone when it is dropped.
struct Program {
    child: Child,
    folder: PathBuf,
    took: Duration,
}

impl Program {
    fn start(folder: &Path) -> Program {
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_yizhan"))
            .args(["serve", "--listen", &format!("127.0.0.1:{PORT}")])
            .env("YIZHAN_DATABASE", folder.join("town.db"))
            .env("YIZHAN_KEY_FILE", folder.join("town.key"))
            .env("YIZHAN_LOG_FORMAT", "json")
            .env("YIZHAN_PUBLIC_URL", format!("http://127.0.0.1:{PORT}"))
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut program = Program { child, folder: folder.to_owned(), took: Duration::ZERO };
        while Line::open().and_then(|mut l| l.get("/s/sanhe")).is_none_or(|(status, _)| status != 200) {
            assert!(began.elapsed() < Duration::from_secs(20), "the program does not answer");
            thread::sleep(Duration::from_millis(2));
        }
        program.took = began.elapsed();
        program
    }

    /// Resident memory in megabytes.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("status");
        let line = status.lines().find(|l| l.starts_with("VmRSS:")).expect("VmRSS");
        line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok()).expect("a number") / 1024.0
    }

    /// CPU time used so far, in seconds: fields 14 and 15 of proc(5) stat, in ticks of 10 ms.
    fn cpu(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("stat");
        let after_name = stat.rsplit(") ").next().expect("fields");
        let field = |n: usize| after_name.split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok()).expect("ticks");
        (field(11) + field(12)) / 100.0
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// One connection that is kept open.
struct Line {
    out: TcpStream,
    back: BufReader<TcpStream>,
}

impl Line {
    fn open() -> Option<Line> {
        let out = TcpStream::connect(("127.0.0.1", PORT)).ok()?;
        out.set_nodelay(true).ok()?;
        out.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        let back = BufReader::new(out.try_clone().ok()?);
        Some(Line { out, back })
    }

    fn get(&mut self, path: &str) -> Option<(u16, usize)> {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept-Encoding: br\r\n\r\n"))
    }

    /// Status and length of the body.
    fn ask(&mut self, request: &str) -> Option<(u16, usize)> {
        self.out.write_all(request.as_bytes()).ok()?;
        let mut line = String::new();
        self.back.read_line(&mut line).ok()?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.back.read_line(&mut line).ok()?;
            let head = line.trim().to_ascii_lowercase();
            if head.is_empty() {
                break;
            }
            if let Some(n) = head.strip_prefix("content-length:") {
                length = n.trim().parse().ok()?;
            }
            chunked |= head == "transfer-encoding: chunked";
        }
        if chunked {
            return Some((status, self.chunks()?));
        }
        let mut body = vec![0; length];
        self.back.read_exact(&mut body).ok()?;
        Some((status, length))
    }

    fn chunks(&mut self) -> Option<usize> {
        let mut all = 0;
        loop {
            let mut line = String::new();
            self.back.read_line(&mut line).ok()?;
            let length = usize::from_str_radix(line.trim(), 16).ok()?;
            let mut body = vec![0; length + 2];
            self.back.read_exact(&mut body).ok()?;
            if length == 0 {
                return Some(all);
            }
            all += length;
        }
    }
}

/// Requests a second of `callers` callers, and how long each took, sorted.
fn load(
    callers: usize,
    request: impl Fn(&mut Line, u32) -> Option<u16> + Send + Sync + 'static,
) -> (f64, Vec<Duration>) {
    let (request, next) = (Arc::new(request), Arc::new(AtomicU32::new(0)));
    let began = Instant::now();
    let all: Vec<_> = (0..callers)
        .map(|_| {
            let (request, next) = (request.clone(), next.clone());
            thread::spawn(move || {
                let mut line = Line::open().expect("a connection");
                let mut took = vec![];
                while began.elapsed() < A_RUN {
                    let asked = Instant::now();
                    let status = request(&mut line, next.fetch_add(1, Ordering::Relaxed));
                    assert!(matches!(status, Some(200 | 201 | 303)), "{status:?}");
                    took.push(asked.elapsed());
                }
                took
            })
        })
        .collect();
    let mut took: Vec<Duration> = all.into_iter().flat_map(|t| t.join().expect("a caller")).collect();
    let rate = took.len() as f64 / began.elapsed().as_secs_f64();
    took.sort_unstable();
    (rate, took)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn ms(took: &[Duration], percent: usize) -> f64 {
    took[(took.len() * percent / 100).min(took.len() - 1)].as_secs_f64() * 1e3
}

/// A database with a station of 20 rooms and one manager; returns the manager's session.
fn prepared(folder: &Path) -> String {
    let url = folder.join("town.db").display().to_string();
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, venues::MIGRATIONS];
    Migrator::new(&tables).run(&url, |_| {}).expect("migrated");
    let mut c = Conn::open(&url).expect("a connection");
    let now = Timestamp::now();
    let station = c.in_transaction(|c| made_town(c, ROOMS, now)).expect("a town");
    let chance = Chance::system();
    let staff = kernel::house::new_id(now, &chance);
    let hex: String = staff.0.simple().to_string();
    c.run(&format!(
        "INSERT INTO staff (id, login, name, password_hash, created_at) VALUES (x'{hex}', 'bench', 'bench', '', 0); \
         INSERT INTO roles (station_id, staff_id, role) VALUES ({}, x'{hex}', 1)",
        station.id
    ))
    .expect("a manager");
    let token = c.in_transaction(|c| session::open(c, Kind::Staff, staff, now, &chance)).expect("a session");
    token.as_str().to_owned()
}

/// A booking by a browser at the desk: session cookie, origin check, one hour that nobody has.
fn booking(token: &str, round: u32, n: u32) -> String {
    let (room, day, hour) = (n % 20, n / 20 / 14, n / 20 % 14);
    // Staff may book two years ahead: five rounds of 130 days, 280 hours each.
    let first = Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let first = first.saturating_add(jiff::Span::new().days(2 + round * 130 + day % 130));
    let from =
        jiff::civil::DateTime::from_parts(first, jiff::civil::time(7 + i8::try_from(hour).unwrap_or(0), 0, 0, 0));
    let body = format!(
        "{{\"offering\":\"room-{}\",\"from\":\"{from}+08:00\",\"minutes\":60,\"group\":1,\"name\":\"bench\"}}",
        room + 1
    );
    format!(
        "POST /api/v1/stations/sanhe/desk/reservations HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nCookie: session={token}\r\n\
         Origin: http://127.0.0.1:{PORT}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn main() {
    let folder = std::env::temp_dir().join(format!("yizhan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let token = prepared(&folder);
    let program = Program::start(&folder);
    let size = std::fs::metadata(env!("CARGO_BIN_EXE_yizhan")).expect("the program").len() as f64 / 1e6;
    println!("start to first answer: {:.0} ms (bar 200)", program.took.as_secs_f64() * 1e3);
    println!("memory, idle: {:.1} MB (bar 40)", program.memory());
    println!("binary: {size:.1} MB (bar 30)");

    let day = (Timestamp::now() + SignedDuration::from_hours(24)).to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    for (name, path) in [
        ("what is free for 20 rooms on one day", format!("/api/v1/stations/sanhe/availability?on={day}")),
        ("home page", "/s/sanhe".to_owned()),
        ("static asset (css)", kernel::page::asset_url("yz.css").to_string()),
    ] {
        let (mut rates, mut cpus, mut p50, mut p99) = (vec![], vec![], vec![], vec![]);
        for _ in 0..RUNS {
            let (path, before) = (path.clone(), program.cpu());
            let (rate, took) = load(16, move |line, _| line.get(&path).map(|(status, _)| status));
            cpus.push((program.cpu() - before) / took.len() as f64 * 1e6);
            rates.push(rate);
            p50.push(ms(&took, 50));
            p99.push(ms(&took, 99));
        }
        println!(
            "{name}, 16 callers: {:.0}/s, CPU {:.0} us a request, p50 {:.2} ms, p99 {:.2} ms",
            median(rates),
            median(cpus),
            median(p50),
            median(p99)
        );
    }

    let (mut rates, mut p50, mut p99) = (vec![], vec![], vec![]);
    for round in 0..RUNS {
        let token = token.clone();
        let round = u32::try_from(round).unwrap_or(0);
        let (rate, took) = load(CALLERS, move |line, n| line.ask(&booking(&token, round, n)).map(|(status, _)| status));
        rates.push(rate);
        p50.push(ms(&took, 50));
        p99.push(ms(&took, 99));
    }
    println!(
        "durable bookings over HTTP, session and origin check, {CALLERS} callers: {:.0}/s, p50 {:.1} ms, p99 {:.1} ms (bar p99 50)",
        median(rates),
        median(p50),
        median(p99)
    );
    println!("memory after the load: {:.1} MB", program.memory());
}
