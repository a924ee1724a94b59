//! `yizhan draw verify`: anybody draws a published draw again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use activities::draws::rules::verify_any;
use clap::Subcommand;
use kernel::lottery::Published as _;
use wellbeing::rules::households::{self, HouseholdSheet};

use super::stop::Done;
use super::verified::{no_sheet, read, told};

const NO_DRAW: (&str, &str) = ("published draw", "这不是抽签的文件。");
const NOT_YET: &str = "It agrees so far; it is not drawn yet. 目前一致，还没有抽。";

#[derive(Debug, Subcommand)]
pub enum Draw {
    /// Draw again, and say whether the file agrees 验算抽签
    Verify {
        /// The file that the draw's page offers
        file: PathBuf,
    },
}

impl Draw {
    pub fn run(&self) -> Done {
        match self {
            Draw::Verify { file } => checked(file),
        }
    }
}

fn checked(file: &Path) -> Done {
    let text = read(file)?;
    // Households of a survey, or what `activities` draws.
    if text.contains(HouseholdSheet::FORMAT) { households(file, &text) } else { activity(file, &text) }
}

fn households(file: &Path, text: &str) -> Done {
    let found = households::verify(text).map_err(|not| no_sheet(file, NO_DRAW, not))?;
    let sheet = &found.sheet;
    let about = [
        format!("{} · survey of households 入户调查 · {}", sheet.station, sheet.opens_on),
        format!("{} households, {} drawn", sheet.households.unwrap_or(0), sheet.drawn.len()),
    ];
    told(file, &found, (&about, &sheet.sum, NOT_YET))
}

fn activity(file: &Path, text: &str) -> Done {
    let found = verify_any(text).map_err(|not| no_sheet(file, NO_DRAW, not))?;
    let sheet = &found.sheet;
    let about = [
        format!("{} · {} · {}", sheet.station, sheet.title, sheet.starts_at),
        format!("{} entries, {} drawn", sheet.entries, sheet.drawn),
    ];
    told(file, &found, (&about, &sheet.sum, NOT_YET))
}
