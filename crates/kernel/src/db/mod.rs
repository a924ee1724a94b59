//! One data layer, two engines: SQLite inside the program, PostgreSQL beside it.
//!
//! Slices hand closures over a [`Conn`] to [`Db::read`], [`Db::snapshot`] and [`Db::write`] and never ask which engine it is.
//! A closure may run more than once (a lost connection, a deadlock), so it changes nothing outside the database.
pub mod types;
pub mod literal;
mod conn;
mod unit;
mod sqlite;
mod postgres;
mod whole;
mod migrate;

use std::path::Path;
use std::sync::Arc;

use crossbeam_channel::{Sender, TrySendError, bounded};
use tokio::sync::{Notify, oneshot};

pub use crate::migration;
pub use conn::{Conn, SqlText};
pub use migrate::{Migration, Migrator};
pub use unit::Undone;
pub use whole::Whole;

use crate::fault::Fault;
use unit::{Task, Unit, UnitOf};

/// How many units of work may wait before a further one is refused with [`Fault::Busy`].
const QUEUE: usize = 4096;

/// The way to the database, shared by everyone.
#[derive(Clone)]
pub struct Db {
    writes: Sender<Box<dyn Unit>>,
    reads: Sender<Task>,
    wrote: Arc<Notify>,
    engine: Engine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// What a database address names: `postgres://…` or the path of a file.
    pub fn of(url: &str) -> Engine {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres
        } else {
            Engine::Sqlite
        }
    }
}

impl Db {
    /// Opens the database at `url` with `connections` readers (SQLite) or connections in all (PostgreSQL).
    pub fn open(url: &str, connections: usize) -> Result<Db, Fault> {
        let (writes, writes_in) = bounded::<Box<dyn Unit>>(QUEUE);
        let (reads, reads_in) = bounded::<Task>(QUEUE);
        let engine = Engine::of(url);
        match engine {
            Engine::Sqlite => sqlite::start(Path::new(url), connections.max(1), writes_in, reads_in)?,
            Engine::Postgres => postgres::start(url, connections.max(2), writes_in, reads_in)?,
        }
        Ok(Db { writes, reads, wrote: Arc::default(), engine })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Reads. Each statement sees what was committed when it started; use [`Db::snapshot`] when several must agree.
    pub async fn read<T, E>(&self, f: impl Fn(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: Undone,
    {
        let (answer, answered) = oneshot::channel();
        self.reads.try_send(unit::reading(f, answer)).map_err(refused)?;
        answered.await.unwrap_or_else(|_| Err(Fault::Away("the reader stopped".into()).into()))
    }

    /// Reads in which every statement sees the same moment.
    pub async fn snapshot<T, E>(&self, f: impl Fn(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: Undone,
    {
        self.read(move |c| c.in_snapshot(&f)).await
    }

    /// A change: all of it is durable when `Ok` comes back, and none of it has happened when `Err` does
    /// (except [`Fault::Unsure`], which says that it does not know).
    pub async fn write<T, E>(&self, f: impl Fn(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: Undone,
    {
        let (answer, answered) = oneshot::channel();
        self.writes.try_send(Box::new(UnitOf::new(f, answer))).map_err(refused)?;
        let written = answered.await.unwrap_or_else(|_| Err(Fault::Away("the writer stopped".into()).into()));
        if written.is_ok() {
            self.wrote.notify_one();
        }
        written
    }

    /// Waits until this process has written something since it was last asked. A hint for one waiter, who looks for himself:
    /// others write as well.
    pub async fn written(&self) {
        self.wrote.notified().await;
    }
}

fn refused<T>(e: TrySendError<T>) -> Fault {
    match e {
        TrySendError::Full(_) => Fault::Busy,
        TrySendError::Disconnected(_) => Fault::Away("the database threads stopped".into()),
    }
}

#[cfg(test)]
mod tests;
