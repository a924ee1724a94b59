//! `yizhan wellbeing verify`: anybody computes a published month again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use wellbeing::rules::county;
use wellbeing::rules::verify::{verify, verify_after, verify_county};

use super::stop::Done;
use super::verified::{no_sheet, read, told};

const NO_MONTH: (&str, &str) = ("published month", "这不是一个月的文件。");

#[derive(Debug, Subcommand)]
pub enum Wellbeing {
    /// Compute every figure of a station's or an area's month again, and say whether the file agrees 验算
    Verify {
        /// The file that the month's page offers
        file: PathBuf,
        /// The file of the month that it is compared with
        #[arg(long, value_name = "FILE")]
        before: Option<PathBuf>,
        /// Of an area: the files of all its stations, each with this option
        #[arg(long = "station", value_name = "FILE", conflicts_with = "before")]
        stations: Vec<PathBuf>,
    },
}

impl Wellbeing {
    pub fn run(&self) -> Done {
        match self {
            Wellbeing::Verify { file, before, stations } => checked(file, before.as_deref(), stations),
        }
    }
}

fn checked(file: &Path, before: Option<&Path>, stations: &[PathBuf]) -> Done {
    let text = read(file)?;
    if text.contains(county::FORMAT) { area(file, &text, stations) } else { month(file, &text, before) }
}

fn month(file: &Path, text: &str, before: Option<&Path>) -> Done {
    let found = match before {
        Some(before) => verify_after(text, &read(before)?),
        None => verify(text),
    };
    let found = found.map_err(|not| no_sheet(file, NO_MONTH, not))?;
    let sheet = &found.sheet;
    let about = [
        format!("{} · {} · revision {}", sheet.station, sheet.month, sheet.revision),
        format!("{} figures, {} corrections", sheet.figures.len(), sheet.corrections.len()),
    ];
    let not_yet = "It agrees so far; give the earlier file with --before. 目前一致；与上月的比较需要 --before。";
    told(file, &found, (&about, &sheet.sum, not_yet))
}

fn area(file: &Path, text: &str, stations: &[PathBuf]) -> Done {
    let files: Vec<String> = stations.iter().map(|one| read(one)).collect::<Result<_, _>>()?;
    let found = verify_county(text, &files).map_err(|not| no_sheet(file, NO_MONTH, not))?;
    let sheet = &found.sheet;
    let about = [
        format!("area {} · {} · {} of {} stations", sheet.code, sheet.month, sheet.stations, sheet.of),
        format!("{} figures", sheet.figures.len()),
    ];
    let not_yet = "It agrees so far; give its stations' files with --station. 目前一致；各站之和需要 --station。";
    told(file, &found, (&about, &sheet.sum, not_yet))
}
