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

/// What SQLite says of its file, and what whoever runs the station does about it.
const OF_THE_FILE: [(&str, Code, &str); 6] = [
    ("disk is full", Code::Away, "Make room where the database is, then try again. 磁盘满了：腾出地方再试。"),
    (
        "readonly database",
        Code::Away,
        "This user may not write there: look at who owns the file and the folder. 文件只读：看看属主和权限。",
    ),
    (
        "unable to open database file",
        Code::Away,
        "Is the path right, and may this user write in that folder? 打不开：看看路径和权限。",
    ),
    (
        "disk I/O error",
        Code::Away,
        "The disk is full or fails: `yizhan doctor` says how much room there is. 磁盘满了或有故障：先看看还剩多少地方。",
    ),
    ("malformed", Code::BadFile, DAMAGED),
    ("file is not a database", Code::BadFile, DAMAGED),
];
pub const DAMAGED: &str = "The file of the database is damaged, or is no database. Stop the station, keep a copy of the file, and bring \
    back the last backup: yizhan --database NEW restore BACKUP. 数据库文件坏了：先停下，留一份原文件，再用最近的备份恢复。";

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        let said = fault.to_string();
        if let Some((_, code, then)) = OF_THE_FILE.iter().find(|(words, ..)| said.contains(words)) {
            let said = said.trim_start_matches("the database does not answer: ");
            return Stop::new(*code, format!("{said}\n{then}"));
        }
        match &fault {
            Fault::Away(_) | Fault::Busy | Fault::Unsure(_) => Stop::new(
                Code::Away,
                format!(
                    "{fault}\nIs the address right, and is the database running? `yizhan doctor` looks at both. \
                     数据库没有应答：看看地址对不对、数据库开着没有。"
                ),
            ),
            _ => Stop::no(fault),
        }
    }
}
