//! `yizhan wellbeing verify`: anybody computes a published month again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use kernel::lottery::{NotASheet, Verified};
use wellbeing::rules::sheet::MonthSheet;
use wellbeing::rules::verify::{verify, verify_after};

use super::out::say;
use super::stop::{Done, Stop};

#[derive(Debug, Subcommand)]
pub enum Wellbeing {
    /// Compute every figure of a month again, and say whether the file agrees 验算
    Verify {
        /// The file that the month's page offers
        file: PathBuf,
        /// The file of the month that it is compared with
        #[arg(long, value_name = "FILE")]
        before: Option<PathBuf>,
    },
}

impl Wellbeing {
    pub fn run(&self) -> Done {
        match self {
            Wellbeing::Verify { file, before } => checked(file, before.as_deref()),
        }
    }
}

fn checked(file: &Path, before: Option<&Path>) -> Done {
    let name = file.display();
    let text = read(file)?;
    let found = match before {
        Some(before) => verify_after(&text, &read(before)?),
        None => verify(&text),
    };
    let found = found.map_err(|NotASheet(why)| {
        Stop::bad_file(format!("{name} is no published month: {why} 这不是一个月的文件。"))
    })?;
    told(&found);
    match (found.differs.is_empty(), found.not_yet.is_empty()) {
        (true, true) => {
            say("It agrees. 一致。");
            Ok(())
        }
        (true, false) => {
            say("It agrees so far; give the earlier file with --before. 目前一致；与上月的比较需要 --before。");
            Ok(())
        }
        (false, _) => Err(Stop::no(format!("{name} differs in {} places. 不一致。", found.differs.len()))),
    }
}

fn read(file: &Path) -> Result<String, Stop> {
    let name = file.display();
    std::fs::read_to_string(file).map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))
}

/// What the file is, and each thing that was looked at.
fn told(found: &Verified<MonthSheet>) {
    let sheet = &found.sheet;
    say(format!("{} · {} · revision {}", sheet.station, sheet.month, sheet.revision));
    say(format!("{} figures, {} corrections", sheet.figures.len(), sheet.corrections.len()));
    say(format!("the hash of the file, which the page shows too: {}", sheet.sum));
    found.agrees.iter().for_each(|what| say(format!("ok       {what}")));
    found.not_yet.iter().for_each(|what| say(format!("not yet  {what}")));
    found.differs.iter().for_each(|what| say(format!("DIFFERS  {what}")));
}
