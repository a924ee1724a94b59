//! `yizhan season verify`: anybody does a published allocation again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use venues::seasons::rules::{NotASheet, Verified, verify};

use super::out::say;
use super::stop::{Done, Stop};

#[derive(Debug, Subcommand)]
pub enum Season {
    /// Compute result and reasons again, and say whether the file agrees 验算
    Verify {
        /// The file that the round's page offers
        file: PathBuf,
    },
}

impl Season {
    pub fn run(&self) -> Done {
        match self {
            Season::Verify { file } => checked(file),
        }
    }
}

fn checked(file: &Path) -> Done {
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))?;
    let found = verify(&text).map_err(|NotASheet(why)| {
        Stop::bad_file(format!("{name} is no published season round: {why} 这不是场地季的文件。"))
    })?;
    told(&found);
    match (found.differs.is_empty(), found.not_yet.is_empty()) {
        (true, true) => {
            say("It agrees. 一致。");
            Ok(())
        }
        (true, false) => {
            say(
                "It agrees so far as it is published; there is no result to compute again yet. 目前一致，结果还没有公布。",
            );
            Ok(())
        }
        (false, _) => Err(Stop::no(format!("{name} differs in {} places. 不一致。", found.differs.len()))),
    }
}

/// What the file is, and each thing that was looked at.
fn told(found: &Verified) {
    let (sheet, terms) = (&found.sheet, &found.sheet.terms);
    say(format!("{} · {} · {} to {}", sheet.station, terms.title, terms.starts_on, terms.ends_on));
    say(format!(
        "{} slots, {} applications, {} awards",
        terms.slots.len(),
        sheet.applications.len(),
        sheet.awards.len()
    ));
    say(format!("the hash of the file, which the page shows too: {}", sheet.sum));
    found.agrees.iter().for_each(|what| say(format!("ok       {what}")));
    found.not_yet.iter().for_each(|what| say(format!("not yet  {what}")));
    found.differs.iter().for_each(|what| say(format!("DIFFERS  {what}")));
}
