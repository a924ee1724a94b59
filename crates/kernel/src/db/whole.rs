//! Many units of work as one transaction: a long import, which is there whole or not at all, also after a crash.
use crossbeam_channel::{Receiver, Sender, bounded, select};
use tokio::sync::oneshot;

use super::sqlite::spawn;
use super::unit::{Ran, Task, Unit};
use super::{Conn, Db, Engine, QUEUE};
use crate::fault::Fault;

/// A transaction that stays open until [`Whole::commit`]; dropped before, nothing of it has happened.
///
/// On SQLite it holds the write lock for as long: changes of others wait.
pub struct Whole {
    db: Db,
    end: Sender<Answer>,
}

type Answer = oneshot::Sender<Result<(), Fault>>;

impl Whole {
    /// Begins on a connection of its own.
    pub fn begin(url: &str) -> Result<Whole, Fault> {
        let (writes, writes_in) = bounded::<Box<dyn Unit>>(QUEUE);
        let (reads, reads_in) = bounded::<Task>(QUEUE);
        let (end, ends) = bounded::<Answer>(1);
        let mut c = Conn::open(url)?;
        c.begin()?;
        spawn("db-whole", move || Inside { c, broken: None }.work(writes_in, reads_in, &ends))?;
        let (engine, wrote) = (Engine::of(url), std::sync::Arc::default());
        Ok(Whole { db: Db { writes, reads, wrote, engine }, end })
    }

    /// Reads and writes inside it: each write is a unit by itself that can be refused, and what it has changed is durable
    /// only after the commit. A snapshot in it is a read like others.
    pub fn db(&self) -> Db {
        self.db.clone()
    }

    /// Makes all of it durable.
    ///
    /// # Errors
    /// [`Fault::Unsure`] when the commit itself failed; with any other fault nothing has happened.
    pub async fn commit(self) -> Result<(), Fault> {
        let (answer, answered) = oneshot::channel();
        let gone = || Fault::Away("the thread of the transaction stopped".into());
        self.end.send(answer).map_err(|_| gone())?;
        answered.await.unwrap_or_else(|_| Err(gone()))
    }
}

struct Inside {
    c: Conn,
    /// What broke the transaction itself: nothing can be done in it any more.
    broken: Option<Fault>,
}

impl Inside {
    fn work(mut self, writes: Receiver<Box<dyn Unit>>, reads: Receiver<Task>, ends: &Receiver<Answer>) {
        loop {
            select! {
                recv(writes) -> unit => match unit { Ok(unit) => self.write(unit), Err(_) => return },
                recv(reads) -> task => match task { Ok(task) => self.read(task), Err(_) => return },
                // Without a commit the connection closes, and the database forgets what was in it.
                recv(ends) -> end => {
                    // Whoever asks from now on is refused at once, instead of being put into a queue that nobody reads.
                    drop((writes, reads));
                    if let Ok(answer) = end {
                        let _ = answer.send(self.commit());
                    }
                    return;
                }
            }
        }
    }

    /// Runs `work` in a savepoint, so that a statement that fails does not take the transaction with it.
    fn in_savepoint(&mut self, work: impl FnOnce(&mut Conn) -> Ran) {
        let c = &mut self.c;
        let done = c.savepoint().and_then(|()| match work(c) {
            Ran::Done => c.commit(),
            Ran::Failed | Ran::Clashed | Ran::Panicked | Ran::Disconnected => c.roll_back_to(1),
        });
        self.broken = done.err().map(Fault::from);
    }

    fn write(&mut self, mut unit: Box<dyn Unit>) {
        if self.broken.is_none() {
            self.in_savepoint(|c| unit.run(c));
        }
        unit.answer(self.broken.clone());
    }

    /// Dropping the task tells the caller that the database is away.
    fn read(&mut self, mut task: Task) {
        if self.broken.is_none() {
            self.in_savepoint(|c| task(c));
        }
    }

    fn commit(mut self) -> Result<(), Fault> {
        match self.broken.take() {
            Some(fault) => Err(fault),
            None => self.c.commit().map_err(|e| Fault::Unsure(e.to_string())),
        }
    }
}
