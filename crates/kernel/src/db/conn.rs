//! One connection of either engine, and the few places where the engines differ.
use std::path::Path;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::result::Error as Diesel;

use super::unit::Undone;
use crate::fault::Fault;

pub enum Conn {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

/// Runs the same Diesel code against whichever engine is open; it is type-checked once per engine.
#[macro_export]
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($c) => $body,
            $crate::db::Conn::Pg($c) => $body,
        }
    };
}

/// Locks the rows that `query` selects until the transaction ends. On SQLite there is nothing to lock: one writer at a time.
/// Rows are locked in the order in which the query returns them, so order it by key: then no two callers wait for each other.
#[macro_export]
macro_rules! hold {
    ($conn:expr, $query:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite(_) => Ok(()),
            $crate::db::Conn::Pg(c) => diesel::RunQueryDsl::execute($query.for_update(), c).map(|_| ()),
        }
    };
}

/// Writers wait this long for another process (a backup, `sqlite3` in a shell) before they give up.
const BUSY_TIMEOUT_MS: u32 = 10_000;

impl Conn {
    /// Opens the SQLite file, made if missing, durable at every commit.
    pub(crate) fn sqlite(file: &Path) -> Result<Conn, Fault> {
        let path = file.to_str().ok_or_else(|| Fault::broken("the path of the database is not UTF-8"))?;
        let mut c = SqliteConnection::establish(path).map_err(|e| Fault::Away(e.to_string()))?;
        c.batch_execute(&format!(
            "PRAGMA busy_timeout={BUSY_TIMEOUT_MS}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
             PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; \
             PRAGMA secure_delete=ON"
        ))?;
        Ok(Conn::Sqlite(c))
    }

    pub(crate) fn postgres(url: &str) -> Result<Conn, Fault> {
        PgConnection::establish(url).map(Conn::Pg).map_err(|e| Fault::Away(e.to_string()))
    }

    /// A connection of its own, outside the pool: for long work such as import, export and check.
    pub fn open(url: &str) -> Result<Conn, Fault> {
        match super::Engine::of(url) {
            super::Engine::Sqlite => Conn::sqlite(Path::new(url)),
            super::Engine::Postgres => Conn::postgres(url),
        }
    }

    /// Statements without parameters, several of them.
    pub fn run(&mut self, sql: &str) -> Result<(), Fault> {
        Ok(on!(self, c => c.batch_execute(sql))?)
    }

    /// Begins a unit of work. SQLite takes the write lock at once, so that a read inside it cannot go stale.
    pub(crate) fn begin(&mut self) -> Result<(), Diesel> {
        match self {
            Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
            Conn::Pg(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN"),
        }
    }

    pub(crate) fn savepoint(&mut self) -> Result<(), Diesel> {
        on!(self, c => AnsiTransactionManager::begin_transaction(c))
    }

    pub(crate) fn commit(&mut self) -> Result<(), Diesel> {
        on!(self, c => AnsiTransactionManager::commit_transaction(c))
    }

    /// Undoes everything down to `depth` open levels. A panic may have left levels open that nobody else will close.
    pub(crate) fn roll_back_to(&mut self, depth: u32) -> Result<(), Diesel> {
        while self.depth()? > depth {
            on!(self, c => AnsiTransactionManager::rollback_transaction(c))?;
        }
        Ok(())
    }

    /// Undoes what the unit of work has done so far; what it does from now on is as if it began now.
    pub(crate) fn begin_anew(&mut self) -> Result<(), Diesel> {
        let depth = self.depth()?;
        self.roll_back_to(depth.saturating_sub(1))?;
        if depth > 1 { self.savepoint() } else { self.begin() }
    }

    pub(crate) fn depth(&mut self) -> Result<u32, Diesel> {
        let status = match self {
            Conn::Sqlite(c) => AnsiTransactionManager::transaction_manager_status_mut(c).transaction_depth(),
            Conn::Pg(c) => AnsiTransactionManager::transaction_manager_status_mut(c).transaction_depth(),
        };
        Ok(status?.map_or(0, std::num::NonZeroU32::get))
    }

    /// All or nothing, on a connection of one's own ([`Conn::open`]).
    pub fn in_transaction<T, E: Undone>(&mut self, f: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        self.begin().map_err(Fault::from)?;
        match f(self) {
            Ok(done) => {
                self.commit().map_err(Fault::from)?;
                Ok(done)
            }
            Err(e) => {
                self.roll_back_to(0).map_err(Fault::from)?;
                Err(e)
            }
        }
    }

    /// Runs `f` so that each statement sees the same moment. In a transaction that is open already it sees what that sees.
    pub fn in_snapshot<T, E: Undone>(&mut self, f: impl Fn(&mut Conn) -> Result<T, E>) -> Result<T, E> {
        if self.depth().map_err(Fault::from)? > 0 {
            return f(self);
        }
        match self {
            Conn::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN"),
            Conn::Pg(c) => {
                AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            }
        }
        .map_err(Fault::from)?;
        let seen = f(self);
        self.roll_back_to(0).map_err(Fault::from)?;
        seen
    }
}

/// Hand-written SQL numbers its parameters `$1`; SQLite calls the same parameter `?1`.
pub trait SqlText {
    fn sql(&self, text: &str) -> String;
}
impl SqlText for SqliteConnection {
    fn sql(&self, text: &str) -> String {
        text.replace('$', "?")
    }
}
impl SqlText for PgConnection {
    fn sql(&self, text: &str) -> String {
        text.to_owned()
    }
}
