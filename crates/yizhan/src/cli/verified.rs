//! What `verify` of any published file says, and how it ends: 0 it agrees, 1 it differs, 4 it is no such file.
use std::path::Path;

use kernel::lottery::{NotASheet, Verified};

use super::out::say;
use super::stop::{Done, Stop};

/// # Errors
/// [`super::stop::Code::BadFile`] if it cannot be read.
pub fn read(file: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(file).map_err(|e| Stop::bad_file(format!("{} cannot be read: {e}", file.display())))
}

/// That it is no such file: `what` in English, and a sentence in Chinese.
pub fn no_sheet(file: &Path, (what, zh): (&str, &str), NotASheet(why): NotASheet) -> Stop {
    Stop::bad_file(format!("{} is no {what}: {why} {zh}", file.display()))
}

/// Says what the file is (`about`), its sum, each thing that was looked at, and how it came out; `not_yet` where something cannot be
/// known yet.
pub fn told<S>(file: &Path, found: &Verified<S>, (about, sum, not_yet): (&[String], &str, &str)) -> Done {
    about.iter().for_each(say);
    say(format!("the hash of the file, which the page shows too: {sum}"));
    found.agrees.iter().for_each(|what| say(format!("ok       {what}")));
    found.not_yet.iter().for_each(|what| say(format!("not yet  {what}")));
    found.differs.iter().for_each(|what| say(format!("DIFFERS  {what}")));
    match (found.differs.is_empty(), found.not_yet.is_empty()) {
        (true, true) => {
            say("It agrees. 一致。");
            Ok(())
        }
        (true, false) => {
            say(not_yet);
            Ok(())
        }
        (false, _) => Err(Stop::no(format!("{} differs in {} places. 不一致。", file.display(), found.differs.len()))),
    }
}
