//! How a command ends when it does not end well.
use std::fmt;

use kernel::fault::Fault;

/// The exit code of the program; 0 is "done".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The program said no, or an invariant is broken.
    No = 1,
    /// The command line or a setting is wrong.
    Usage = 2,
    /// The database does not answer.
    Away = 3,
    /// A file is not what it should be.
    BadFile = 4,
}

/// Why a command stopped, for the terminal.
#[derive(Debug)]
pub struct Stop {
    pub code: Code,
    pub why: String,
}

pub type Done = Result<(), Stop>;

impl Stop {
    pub fn new(code: Code, why: impl fmt::Display) -> Stop {
        Stop { code, why: why.to_string() }
    }
    pub fn no(why: impl fmt::Display) -> Stop {
        Stop::new(Code::No, why)
    }
    pub fn usage(why: impl fmt::Display) -> Stop {
        Stop::new(Code::Usage, why)
    }
    pub fn bad_file(why: impl fmt::Display) -> Stop {
        Stop::new(Code::BadFile, why)
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        match &fault {
            Fault::Away(_) | Fault::Busy | Fault::Unsure(_) => Stop::new(
                Code::Away,
                format!("{fault}\nIs the address right, and is the database running? `yizhan doctor` looks at both."),
            ),
            _ => Stop::no(fault),
        }
    }
}
