//! `yizhan wellbeing verify`: anybody computes a published month again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use wellbeing::rules::verify::{verify, verify_after};

use super::stop::Done;
use super::verified::{no_sheet, read, told};

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
    let text = read(file)?;
    let found = match before {
        Some(before) => verify_after(&text, &read(before)?),
        None => verify(&text),
    };
    let found = found.map_err(|not| no_sheet(file, ("published month", "这不是一个月的文件。"), not))?;
    let sheet = &found.sheet;
    let about = [
        format!("{} · {} · revision {}", sheet.station, sheet.month, sheet.revision),
        format!("{} figures, {} corrections", sheet.figures.len(), sheet.corrections.len()),
    ];
    let not_yet = "It agrees so far; give the earlier file with --before. 目前一致；与上月的比较需要 --before。";
    told(file, &found, (&about, &sheet.sum, not_yet))
}
