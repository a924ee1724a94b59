//! SQLite: one writer that commits in groups, readers beside it, and a checkpointer that keeps the log short.
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, bounded};
use diesel::prelude::*;
use diesel::result::Error as Diesel;
use diesel::sql_types::BigInt;

use super::Conn;
use super::literal::Fixed;
use super::unit::{Ran, Task, Unit};
use crate::fault::Fault;

/// A group takes in what has queued up while the last one was being made durable, up to these bounds.
const GROUP: usize = 512;
const GROUP_TIME: Duration = Duration::from_millis(20);
/// The log is copied into the database beside the writer, at this pace.
const CHECKPOINT_EVERY: Duration = Duration::from_millis(500);
/// Pages of 4 KB in the log after which the writer itself copies it (its backstop, 64 MB).
const BACKSTOP_PAGES: u32 = 16_384;

pub(super) fn start(
    file: &Path,
    readers: usize,
    writes: Receiver<Box<dyn Unit>>,
    reads: Receiver<Task>,
) -> Result<(), Fault> {
    let mut writer = Writer::open(file)?;
    let (alive, stopped) = bounded::<()>(0);
    spawn("db-writer", move || {
        writer.work(&writes);
        drop(alive);
    })?;
    for n in 0..readers {
        let mut c = reader(file)?;
        let (reads, file) = (reads.clone(), file.to_owned());
        spawn(&format!("db-reader-{n}"), move || {
            for mut task in reads {
                let ran = task(&mut c);
                if matches!(ran, Ran::Panicked | Ran::Disconnected) {
                    if let Ok(fresh) = reader(&file) {
                        c = fresh;
                    }
                    if ran == Ran::Disconnected {
                        task(&mut c);
                    }
                }
            }
        })?;
    }
    let mut c = Conn::sqlite(file)?;
    spawn("db-checkpoint", move || {
        while stopped.recv_timeout(CHECKPOINT_EVERY) == Err(RecvTimeoutError::Timeout) {
            if let Err(e) = c.run("PRAGMA wal_checkpoint(PASSIVE)") {
                tracing::warn!(error = %e, "the write-ahead log was not copied; the writer will do it");
            }
        }
    })
}

fn reader(file: &Path) -> Result<Conn, Fault> {
    let mut c = Conn::sqlite(file)?;
    c.run("PRAGMA query_only=ON")?;
    Ok(c)
}

pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Fault> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(|_| ()).map_err(Fault::broken)
}

struct Writer {
    c: Conn,
    file: PathBuf,
    /// This writer's row in `commit_marks`: other processes on the same file have rows of their own.
    id: i64,
    /// Counts the groups that were committed; the row in the database counts along.
    groups: i64,
}

/// Rows of writers of long ago go; no file has as many writers at once.
const WRITERS: u32 = 1000;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

impl Writer {
    fn open(file: &Path) -> Result<Writer, Fault> {
        let mut c = Conn::sqlite(file)?;
        c.run(&format!("PRAGMA wal_autocheckpoint={BACKSTOP_PAGES}"))?;
        c.run("CREATE TABLE IF NOT EXISTS commit_marks (id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT")?;
        c.run(&format!("DELETE FROM commit_marks WHERE id <= (SELECT max(id) FROM commit_marks) - {WRITERS}"))?;
        let id = new_mark(&mut c)?;
        Ok(Writer { c, file: file.to_owned(), id, groups: 0 })
    }

    fn work(&mut self, queue: &Receiver<Box<dyn Unit>>) {
        while let Ok(first) = queue.recv() {
            let mut group = Vec::with_capacity(GROUP);
            match self.run_group(first, queue, &mut group) {
                Ok(()) => answer_all(group, None),
                Err(e) => {
                    tracing::error!(error = %e, units = group.len(), "a group commit failed");
                    self.recover(group);
                }
            }
        }
    }

    /// Runs units, each in a savepoint of its own, until the group is full or nothing waits; then commits once.
    fn run_group(
        &mut self,
        first: Box<dyn Unit>,
        queue: &Receiver<Box<dyn Unit>>,
        group: &mut Vec<Box<dyn Unit>>,
    ) -> Result<(), Diesel> {
        let began = Instant::now();
        group.push(first);
        self.c.begin()?;
        let mut n = 0;
        while n < group.len() {
            self.c.savepoint()?;
            let ran = group[n].run(&mut self.c);
            if ran == Ran::Done {
                self.c.commit()?
            } else {
                self.c.roll_back_to(1)?
            }
            n += 1;
            if n < GROUP
                && began.elapsed() < GROUP_TIME
                && let Ok(unit) = queue.try_recv()
            {
                group.push(unit);
            }
        }
        count_up(&mut self.c, self.id)?;
        self.c.commit()?;
        self.groups += 1;
        Ok(())
    }

    /// The group's commit failed. The writer's row says whether it is durable after all; if not, each unit runs alone,
    /// so that one that cannot be committed does not take its neighbours with it.
    fn recover(&mut self, group: Vec<Box<dyn Unit>>) {
        let known = self.reopen().and_then(|()| counted(&mut self.c, self.id));
        match known {
            Ok(n) if n > self.groups => {
                self.groups = n;
                answer_all(group, None);
            }
            Ok(_) => group.into_iter().for_each(|unit| self.run_alone(unit)),
            Err(fault) => {
                let unsure = Fault::Unsure(fault.to_string());
                answer_all(group, Some(&unsure));
            }
        }
    }

    fn run_alone(&mut self, mut unit: Box<dyn Unit>) {
        let tried = self.c.begin().and_then(|()| {
            if unit.run(&mut self.c) == Ran::Done {
                count_up(&mut self.c, self.id)?;
                self.c.commit()?;
                self.groups += 1;
                Ok(())
            } else {
                self.c.roll_back_to(0)
            }
        });
        let Err(e) = tried else { return unit.answer(None) };
        match self.reopen().and_then(|()| counted(&mut self.c, self.id)) {
            Ok(n) if n > self.groups => {
                self.groups = n;
                unit.answer(None);
            }
            Ok(_) => unit.answer(Some(Fault::Away(e.to_string()))),
            Err(_) => unit.answer(Some(Fault::Unsure(e.to_string()))),
        }
    }

    fn reopen(&mut self) -> Result<(), Fault> {
        self.c = Conn::sqlite(&self.file)?;
        self.c.run(&format!("PRAGMA wal_autocheckpoint={BACKSTOP_PAGES}"))
    }
}

fn new_mark(c: &mut Conn) -> Result<i64, Fault> {
    let Conn::Sqlite(c) = c else { return Ok(0) };
    Ok(diesel::sql_query("INSERT INTO commit_marks (n) VALUES (0) RETURNING id AS n").get_result::<Count>(c)?.n)
}

fn counted(c: &mut Conn, id: i64) -> Result<i64, Fault> {
    let Conn::Sqlite(c) = c else { return Ok(0) };
    let mine = diesel::sql_query("SELECT n FROM commit_marks WHERE id = ?").bind::<BigInt, _>(id);
    Ok(mine.get_result::<Count>(c)?.n)
}

fn count_up(c: &mut Conn, id: i64) -> Result<(), Diesel> {
    let Conn::Sqlite(c) = c else { return Ok(()) };
    let count = diesel::sql_query("UPDATE commit_marks SET n = n + 1 WHERE id = ?").bind::<BigInt, _>(id);
    Fixed(count).execute(c).map(|_| ())
}

fn answer_all(group: Vec<Box<dyn Unit>>, instead: Option<&Fault>) {
    for unit in group {
        unit.answer(instead.cloned());
    }
}
