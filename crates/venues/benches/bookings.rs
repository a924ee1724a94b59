//! Durable bookings a second, beside a raw loop on the same disk, and the day agenda beside raw prepared statements.
//!
//! `cargo bench -p venues --bench bookings` prints medians of five alternating runs. SQLite in the folder for temporary
//! files with fsync on every commit; PostgreSQL too when YIZHAN_TEST_PG names one.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use jiff::SignedDuration;

use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use kernel::testing::{TestHouse, on_postgres, on_sqlite};
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use stations::Station;
use venues::ReservationId;
use venues::acts::{self, Booker};
use venues::answers;
use venues::rules::{Ask, Span, Unit};
use venues::testing::{made_town, take_cells};

const CALLERS: usize = 128;
const ROOMS: i32 = 200;
const A_RUN: Duration = Duration::from_secs(2);
const RUNS: usize = 5;
/// Numbers of events from here on are made by callers who decide nothing.
const FAR: i64 = 1_000_000_000;

mod raw {
    diesel::table! {
        use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt};
        use kernel::db::types::{Instant, Uid};
        reservations (station_id, id) {
            station_id -> BigInt,
            id -> Uid,
            offering_id -> Integer,
            venue_id -> Integer,
            person_id -> Nullable<Uid>,
            starts_at -> Instant,
            ends_at -> Instant,
            group_size -> Integer,
            state -> SmallInt,
            awaits -> Bool,
            lapses_at -> Nullable<Instant>,
            grace -> Nullable<Integer>,
            source -> SmallInt,
            made_at -> Instant,
            changed_at -> Instant,
            sequence -> Integer,
        }
    }
    diesel::table! {
        use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
        use kernel::db::types::{Instant, Uid};
        claims (station_id, atom_id, starts_at, unit, reservation_id) {
            station_id -> BigInt,
            atom_id -> Integer,
            starts_at -> Instant,
            unit -> SmallInt,
            reservation_id -> Uid,
            ends_at -> Instant,
            gap_before -> SmallInt,
            gap_after -> SmallInt,
            lapses_at -> Nullable<Instant>,
        }
    }
    diesel::table! {
        use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};
        use kernel::db::types::{Doc, Instant, Uid};
        events (station_id, change) {
            station_id -> BigInt,
            change -> BigInt,
            at -> Instant,
            kind -> Text,
            subject -> Text,
            by_kind -> SmallInt,
            by_id -> Nullable<Uid>,
            data -> Doc,
        }
    }
}

struct Town {
    house: TestHouse,
    station: Arc<Station>,
    /// Hours are handed out one after the other, so that no two callers want the same one.
    next: Arc<AtomicI32>,
}

/// An hour that nobody has yet: each venue has 14 a day.
fn hour(station: &Station, n: i32) -> (String, Span) {
    let (venue, day, of_day) = (n % ROOMS, n / ROOMS / 14, n / ROOMS % 14);
    let first = station.zone.to_timestamp(jiff::civil::date(2027, 1, 1).at(7, 0, 0, 0)).expect("a time");
    let from = first + SignedDuration::from_hours(i64::from(day * 24 + of_day));
    (format!("room-{}", venue + 1), Span::of_minutes(from, 60).expect("an hour"))
}

impl Town {
    async fn on(house: TestHouse) -> Town {
        let now = house.now();
        let station = house.db.write(move |c| made_town(c, ROOMS, now)).await.expect("a town");
        Town { house, station: Arc::new(station), next: Arc::default() }
    }

    /// Bookings a second of 128 callers who go through the whole act, each waiting for the last one to be durable.
    async fn bookings(&self) -> (f64, Vec<Duration>) {
        let staff = StaffId(self.house.new_id());
        self.callers(move |house, station, n| async move {
            let v = View::plain(&house, Lang::Zh);
            let (slug, span) = hour(&station, n);
            let ask = Ask { from: span.from, minutes: 60, group: 1, said: None };
            let desk = Booker::Desk { staff, name: None, phone: None };
            acts::book(&house, &station, &v, (slug, ask), desk, None).await.expect("booked");
        })
        .await
    }

    /// The same rows by 128 callers who decide nothing: what `db.write` itself costs.
    async fn writes(&self) -> (f64, Vec<Duration>) {
        let done = self.callers(|house, station, n| async move {
            let (id, span) = (house.new_id(), hour(&station, n).1);
            let row = (station.id.0, n % ROOMS + 1, FAR + i64::from(n));
            house.db.write(move |c| insert(c, row, id, &span)).await.expect("inserted");
        });
        let done = done.await;
        self.clear(&mut Conn::open(&self.house.settings.database).expect("a connection"));
        done
    }

    /// How many of 128 callers' calls end in a second, and how long each took, sorted. A call gets a number of its own.
    async fn callers<F>(
        &self,
        call: impl Fn(House, Arc<Station>, i32) -> F + Clone + Send + 'static,
    ) -> (f64, Vec<Duration>)
    where
        F: Future<Output = ()> + Send,
    {
        let began = Instant::now();
        let callers: Vec<_> = (0..CALLERS)
            .map(|_| {
                let (house, station, next) = (self.house.house(), self.station.clone(), self.next.clone());
                let call = call.clone();
                tokio::spawn(async move {
                    let mut took = vec![];
                    while began.elapsed() < A_RUN {
                        let asked = Instant::now();
                        call(house.clone(), station.clone(), next.fetch_add(1, Ordering::Relaxed)).await;
                        took.push(asked.elapsed());
                    }
                    took
                })
            })
            .collect();
        let mut took = vec![];
        for caller in callers {
            took.extend(caller.await.expect("a caller"));
        }
        took.sort_unstable();
        (took.len() as f64 / began.elapsed().as_secs_f64(), took)
    }

    /// The events of callers who decide nothing have numbers that the others never reach.
    fn clear(&self, c: &mut Conn) {
        c.run(&format!("DELETE FROM events WHERE change >= {FAR} AND station_id = {}", self.station.id))
            .expect("cleared");
    }

    /// The same rows by the same statements on one thread that decides nothing and commits once in 128.
    fn raw_loop(&self) -> f64 {
        let mut c = Conn::open(&self.house.settings.database).expect("a connection");
        let station = self.station.id.0;
        let began = Instant::now();
        let mut n = 0;
        while began.elapsed() < A_RUN {
            on!(&mut c, c => c.batch_execute("BEGIN")).expect("begin");
            for _ in 0..CALLERS {
                let number = self.next.fetch_add(1, Ordering::Relaxed);
                let row = (station, number % ROOMS + 1, FAR + i64::from(number));
                insert(&mut c, row, self.house.new_id(), &hour(&self.station, number).1).expect("inserted");
                n += 1;
            }
            on!(&mut c, c => c.batch_execute("COMMIT")).expect("commit");
        }
        let rate = f64::from(n) / began.elapsed().as_secs_f64();
        self.clear(&mut c);
        rate
    }

    /// Agenda reads a second of one venue's day by 16 callers, and by one thread without anything around the statement.
    async fn agenda(&self) -> (f64, f64) {
        let on = jiff::civil::date(2027, 1, 1);
        let began = Instant::now();
        let callers: Vec<_> = (0..16)
            .map(|_| {
                let (house, station) = (self.house.house(), self.station.clone());
                tokio::spawn(async move {
                    let mut n = 0;
                    while began.elapsed() < A_RUN {
                        let (s, now) = (station.clone(), house.now());
                        let read = move |c: &mut Conn| answers::claimed(c, &s, &[1], on, now);
                        n += usize::from(!house.db.read(read).await.expect("read").is_empty());
                    }
                    n
                })
            })
            .collect();
        let mut n = 0;
        for caller in callers {
            n += caller.await.expect("a caller");
        }
        (n as f64 / began.elapsed().as_secs_f64(), self.raw_agenda(on))
    }

    fn raw_agenda(&self, on: jiff::civil::Date) -> f64 {
        let mut c = Conn::open(&self.house.settings.database).expect("a connection");
        let station = self.station.id.0;
        let day = venues::rules::days(&self.station.zone, on, 1);
        let began = Instant::now();
        let mut n = 0;
        while began.elapsed() < A_RUN {
            let rows: Vec<(Id, Ts, Ts)> = on!(&mut c, c => raw::claims::table
                .filter(raw::claims::station_id.eq(station).and(raw::claims::atom_id.eq(1)))
                .filter(raw::claims::starts_at.ge(Ts(day.from)).and(raw::claims::starts_at.lt(Ts(day.until))))
                .select((raw::claims::reservation_id, raw::claims::starts_at, raw::claims::ends_at))
                .load(c))
            .expect("rows");
            n += usize::from(!rows.is_empty());
        }
        n as f64 / began.elapsed().as_secs_f64()
    }
}

fn insert(c: &mut Conn, (station, venue, change): (i64, i32, i64), id: Id, span: &Span) -> Result<(), Fault> {
    use raw::{claims, events, reservations as r};
    let at = Ts(span.from);
    let row = (
        (r::station_id.eq(station), r::id.eq(id), r::offering_id.eq(venue), r::venue_id.eq(venue), r::group_size.eq(1)),
        (r::starts_at.eq(at), r::ends_at.eq(Ts(span.until)), r::state.eq(1), r::awaits.eq(false), r::sequence.eq(0)),
        (r::source.eq(1), r::made_at.eq(at), r::changed_at.eq(at), r::grace.eq(Some(15)), r::lapses_at.eq(Some(at))),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    let row = (
        (claims::station_id.eq(station), claims::atom_id.eq(venue), claims::starts_at.eq(at), claims::unit.eq(1)),
        (claims::reservation_id.eq(id), claims::ends_at.eq(Ts(span.until)), claims::lapses_at.eq(Some(at))),
        (claims::gap_before.eq(0), claims::gap_after.eq(0)),
    );
    on!(c, c => diesel::insert_into(claims::table).values(row).execute(c))?;
    take_cells(c, StationId(station), Unit { atom: venue, unit: 1 }, (ReservationId(id), span))?;
    let row = (
        (
            events::station_id.eq(station),
            events::change.eq(change),
            events::at.eq(at),
            events::kind.eq("reservation.confirmed"),
        ),
        (
            events::subject.eq("x"),
            events::by_kind.eq(2),
            events::data.eq(kernel::db::types::Json(serde_json::json!({}))),
        ),
    );
    on!(c, c => diesel::insert_into(events::table).values(row).execute(c))?;
    Ok(())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Several runs of 128 callers.
#[derive(Default)]
struct Side {
    rates: Vec<f64>,
    p50: Vec<f64>,
    p99: Vec<f64>,
}

impl Side {
    fn add(&mut self, (rate, took): (f64, Vec<Duration>)) {
        let ms = |percent: usize| took[took.len() * percent / 100].as_secs_f64() * 1e3;
        self.rates.push(rate);
        self.p50.push(ms(50));
        self.p99.push(ms(99));
    }

    /// Prints the medians beside those of the loop.
    fn say(self, what: &str, raw: f64) {
        let (rate, p50, p99) = (median(self.rates), median(self.p50), median(self.p99));
        println!(
            "{what}, {CALLERS} callers: {rate:.0}/s, p50 {p50:.1} ms, p99 {p99:.1} ms; raw loop {raw:.0}/s; ratio {:.2}",
            rate / raw
        );
    }
}

async fn measure(engine: &str, town: Town) {
    let (mut acts, mut writes, mut raws) = (Side::default(), Side::default(), vec![]);
    for _ in 0..RUNS {
        acts.add(town.bookings().await);
        writes.add(town.writes().await);
        raws.push(town.raw_loop());
    }
    let raw = median(raws);
    writes.say(&format!("{engine}: the same rows through `db.write`"), raw);
    acts.say(&format!("{engine}: durable bookings through the whole act"), raw);
    let (mut reads, mut raws) = (vec![], vec![]);
    for _ in 0..RUNS {
        let (read, raw) = town.agenda().await;
        reads.push(read);
        raws.push(raw);
    }
    let (reads, raws) = (median(reads), median(raws));
    println!(
        "{engine}: day agenda of one venue, 16 callers: {reads:.0}/s; raw prepared statement, one thread: {raws:.0}/s; ratio {:.2}",
        reads / raws
    );
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, venues::MIGRATIONS];
    let texts = [kernel::TEXTS, people::TEXTS, stations::TEXTS];
    measure("SQLite", Town::on(on_sqlite(&tables, &texts)).await).await;
    match on_postgres(&tables, &texts) {
        Some(house) => measure("PostgreSQL", Town::on(house).await).await,
        None => println!("PostgreSQL: not measured (set YIZHAN_TEST_PG, or use scripts/bench)"),
    }
}
