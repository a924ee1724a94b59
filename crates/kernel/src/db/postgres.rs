//! PostgreSQL: a few connections, a thread each; a transaction per unit of work, tried again when two changes met.
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, select};

use super::Conn;
use super::sqlite::spawn;
use super::unit::{Ran, Task, Unit};
use crate::fault::Fault;

/// How often a unit is tried when it meets another; it waits 2, 4, 8 … ms in between.
const TRIES: u32 = 8;

pub(super) fn start(
    url: &str,
    connections: usize,
    writes: Receiver<Box<dyn Unit>>,
    reads: Receiver<Task>,
) -> Result<(), Fault> {
    for n in 0..connections {
        let mut line = Line { c: Some(Conn::postgres(url)?), url: url.to_owned() };
        let (writes, reads) = (writes.clone(), reads.clone());
        spawn(&format!("db-{n}"), move || {
            loop {
                select! {
                    recv(reads) -> task => match task { Ok(task) => line.read(task), Err(_) => break },
                    recv(writes) -> unit => match unit { Ok(unit) => line.write(unit), Err(_) => break },
                }
            }
        })?;
    }
    Ok(())
}

/// One connection that is made anew after it broke.
struct Line {
    c: Option<Conn>,
    url: String,
}

impl Line {
    fn conn(&mut self) -> Result<&mut Conn, Fault> {
        if self.c.is_none() {
            self.c = Some(Conn::postgres(&self.url)?);
        }
        self.c.as_mut().ok_or(Fault::Busy)
    }

    fn read(&mut self, mut task: Task) {
        for _ in 0..2 {
            let c = match self.conn() {
                Ok(c) => c,
                Err(fault) => {
                    // Dropping the task tells the caller that the database is away, but not why.
                    tracing::warn!(%fault, "no connection");
                    return;
                }
            };
            match task(c) {
                Ran::Disconnected => self.c = None,
                Ran::Panicked => return self.c = None,
                _ => return,
            }
        }
    }

    fn write(&mut self, mut unit: Box<dyn Unit>) {
        let mut tried = 0;
        loop {
            tried += 1;
            let (ran, instead) = match self.try_once(&mut *unit) {
                Ok(ran) => (ran, None),
                Err(fault) => (Ran::Failed, Some(fault)),
            };
            match ran {
                Ran::Clashed if tried < TRIES => thread::sleep(Duration::from_millis(1 << tried)),
                // Nothing was committed yet: a fresh connection may do it, once.
                Ran::Disconnected if tried < 2 => self.c = None,
                _ => return unit.answer(instead),
            }
        }
    }

    /// `Ok` of what the unit did, `Err` if the database failed around it.
    fn try_once(&mut self, unit: &mut dyn Unit) -> Result<Ran, Fault> {
        let c = self.conn()?;
        if let Err(e) = c.begin() {
            self.c = None;
            return match Fault::from(e) {
                Fault::Away(_) | Fault::Broken(_) => self.on_fresh_connection(unit),
                fault => Err(fault),
            };
        }
        self.finish(unit)
    }

    fn on_fresh_connection(&mut self, unit: &mut dyn Unit) -> Result<Ran, Fault> {
        self.conn()?.begin()?;
        self.finish(unit)
    }

    fn finish(&mut self, unit: &mut dyn Unit) -> Result<Ran, Fault> {
        let c = self.conn()?;
        let ran = unit.run(c);
        match ran {
            Ran::Done => match c.commit().map_err(Fault::from) {
                Ok(()) => Ok(Ran::Done),
                Err(Fault::Clash(_)) => {
                    c.roll_back_to(0)?;
                    Ok(Ran::Clashed)
                }
                Err(fault) => {
                    self.c = None;
                    Err(Fault::Unsure(fault.to_string()))
                }
            },
            Ran::Panicked | Ran::Disconnected => {
                self.c = None;
                Ok(ran)
            }
            Ran::Failed | Ran::Clashed => {
                if c.roll_back_to(0).is_err() {
                    self.c = None;
                }
                Ok(ran)
            }
        }
    }
}
