//! A unit of work on its way to a database thread and its answer on the way back.
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use super::Conn;
use crate::fault::Fault;

/// Why a unit of work did not happen: a rule said no, or a [`Fault`].
pub trait Undone: From<Fault> + Send + 'static {
    /// The fault, unless it was a rule that said no.
    fn fault(&self) -> Option<&Fault>;
}

impl Undone for Fault {
    fn fault(&self) -> Option<&Fault> {
        Some(self)
    }
}

/// Work for a reading connection.
pub(super) type Task = Box<dyn FnMut(&mut Conn) -> Ran + Send>;

/// What became of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ran {
    Done,
    /// A rule said no, or a fault that another try would not mend.
    Failed,
    /// Two changes met: another try helps.
    Clashed,
    /// The connection is gone.
    Disconnected,
    /// The closure panicked: the connection's state cannot be trusted.
    Panicked,
}

/// A change that can be run, run again, and answered once.
pub(super) trait Unit: Send {
    fn run(&mut self, c: &mut Conn) -> Ran;
    /// Tells the caller. `instead` replaces the result of the run: the commit failed.
    fn answer(self: Box<Self>, instead: Option<Fault>);
}

pub(super) struct UnitOf<F, T, E> {
    f: F,
    result: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> UnitOf<F, T, E> {
    pub(super) fn new(f: F, answer: oneshot::Sender<Result<T, E>>) -> Self {
        UnitOf { f, result: None, answer }
    }
}

impl<T: Send, E: Undone, F: Fn(&mut Conn) -> Result<T, E> + Send> Unit for UnitOf<F, T, E> {
    fn run(&mut self, c: &mut Conn) -> Ran {
        let (ran, result) = run_caught(&self.f, c);
        self.result = Some(result);
        ran
    }
    fn answer(self: Box<Self>, instead: Option<Fault>) {
        let result = match instead {
            Some(fault) => Err(fault.into()),
            None => {
                self.result.unwrap_or_else(|| Err(Fault::broken("a unit of work was answered before it ran").into()))
            }
        };
        // A caller that went away (a closed browser) does not undo what was done.
        let _ = self.answer.send(result);
    }
}

/// A read: answered as soon as it ran, unless the connection broke and it can run again on a new one.
pub(super) fn reading<T: Send + 'static, E: Undone>(
    f: impl Fn(&mut Conn) -> Result<T, E> + Send + 'static,
    answer: oneshot::Sender<Result<T, E>>,
) -> Task {
    let mut answer = Some(answer);
    let mut tries = 0;
    Box::new(move |c| {
        tries += 1;
        let (ran, result) = run_caught(&f, c);
        if ran == Ran::Disconnected && tries == 1 {
            return ran;
        }
        if let Some(answer) = answer.take() {
            let _ = answer.send(result);
        }
        ran
    })
}

fn run_caught<T, E: Undone>(f: &impl Fn(&mut Conn) -> Result<T, E>, c: &mut Conn) -> (Ran, Result<T, E>) {
    let Ok(result) = catch_unwind(AssertUnwindSafe(|| f(c))) else {
        return (Ran::Panicked, Err(Fault::broken("a unit of work panicked").into()));
    };
    let ran = match result.as_ref().map_err(Undone::fault) {
        Ok(_) => Ran::Done,
        Err(Some(Fault::Clash(_))) => Ran::Clashed,
        Err(Some(Fault::Away(_))) => Ran::Disconnected,
        Err(_) => Ran::Failed,
    };
    (ran, result)
}
