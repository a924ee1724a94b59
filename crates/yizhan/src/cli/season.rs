//! `yizhan season verify`: anybody does a published allocation again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use venues::seasons::rules::verify;

use super::stop::Done;
use super::verified::{no_sheet, read, told};

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
    let no = |not| no_sheet(file, ("published season round", "这不是场地季的文件。"), not);
    let found = verify(&read(file)?).map_err(no)?;
    let (sheet, terms) = (&found.sheet, &found.sheet.terms);
    let counts = (terms.slots.len(), sheet.applications.len(), sheet.awards.len());
    let about = [
        format!("{} · {} · {} to {}", sheet.station, terms.title, terms.starts_on, terms.ends_on),
        format!("{} slots, {} applications, {} awards", counts.0, counts.1, counts.2),
    ];
    let not_yet =
        "It agrees so far as it is published; there is no result to compute again yet. 目前一致，结果还没有公布。";
    told(file, &found, (&about, &sheet.sum, not_yet))
}
