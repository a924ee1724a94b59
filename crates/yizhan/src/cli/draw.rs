//! `yizhan draw verify`: anybody draws a published draw again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use activities::draws::rules::verify_any;
use clap::Subcommand;

use super::stop::Done;
use super::verified::{no_sheet, read, told};

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
    let found =
        verify_any(&read(file)?).map_err(|not| no_sheet(file, ("published draw", "这不是抽签的文件。"), not))?;
    let sheet = &found.sheet;
    let about = [
        format!("{} · {} · {}", sheet.station, sheet.title, sheet.starts_at),
        format!("{} entries, {} drawn", sheet.entries, sheet.drawn),
    ];
    told(file, &found, (&about, &sheet.sum, "It agrees so far; it is not drawn yet. 目前一致，还没有抽。"))
}
