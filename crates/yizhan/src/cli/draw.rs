//! `yizhan draw verify`: anybody draws a published draw again. It needs the file, and no station.
use std::path::{Path, PathBuf};

use activities::draws::rules::{NotASheet, verify_any};
use clap::Subcommand;
use kernel::lottery::{Published as _, Verified};
use wellbeing::rules::households::{self, HouseholdSheet};

use super::out::say;
use super::stop::{Done, Stop};

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
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))?;
    let found = again(&text)
        .map_err(|NotASheet(why)| Stop::bad_file(format!("{name} is no published draw: {why} 这不是抽签的文件。")))?;
    told(&found);
    match (found.differs.is_empty(), found.not_yet.is_empty()) {
        (true, true) => {
            say("It agrees. 一致。");
            Ok(())
        }
        (true, false) => {
            say("It agrees so far; it is not drawn yet. 目前一致，还没有抽。");
            Ok(())
        }
        (false, _) => Err(Stop::no(format!("{name} differs in {} places. 不一致。", found.differs.len()))),
    }
}

/// What a file is, in two lines, and its sum.
struct About {
    what: String,
    how_many: String,
    sum: String,
}

/// Households of a survey, or what `activities` draws.
fn again(text: &str) -> Result<Verified<About>, NotASheet> {
    if !text.contains(HouseholdSheet::FORMAT) {
        let found = verify_any(text)?;
        let sheet = &found.sheet;
        let about = About {
            what: format!("{} · {} · {}", sheet.station, sheet.title, sheet.starts_at),
            how_many: format!("{} entries, {} drawn", sheet.entries, sheet.drawn),
            sum: sheet.sum.clone(),
        };
        return Ok(of(found, about));
    }
    let found = households::verify(text)?;
    let sheet = &found.sheet;
    let about = About {
        what: format!("{} · survey of households 入户调查 · {}", sheet.station, sheet.opens_on),
        how_many: format!("{} households, {} drawn", sheet.households.unwrap_or(0), sheet.drawn.len()),
        sum: sheet.sum.clone(),
    };
    Ok(of(found, about))
}

fn of<T>(found: Verified<T>, sheet: About) -> Verified<About> {
    let Verified { agrees, not_yet, differs, .. } = found;
    Verified { sheet, agrees, not_yet, differs }
}

/// What the file is, and each thing that was looked at.
fn told(found: &Verified<About>) {
    say(&found.sheet.what);
    say(&found.sheet.how_many);
    say(format!("the hash of the file, which the page shows too: {}", found.sheet.sum));
    found.agrees.iter().for_each(|what| say(format!("ok       {what}")));
    found.not_yet.iter().for_each(|what| say(format!("not yet  {what}")));
    found.differs.iter().for_each(|what| say(format!("DIFFERS  {what}")));
}
