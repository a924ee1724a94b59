//! What all these handlers need.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::photo::{self, Photo};
use kernel::refusal::{Next, Not, Refusal as _, Said};
use kernel::upload::File;
use stations::Here;

use crate::catalogue::asked::not_a_photo;
use crate::catalogue::rules::NoIntake;
use crate::frame::{Frame, desk_title_path};

pub fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}

/// The desk's list of titles.
pub fn top(here: &Here) -> String {
    here.desk.station.path("/desk/library/titles")
}

/// Why not, with the way to what is meant.
pub fn said(here: &Here, refusal: NoIntake) -> Said {
    let said = refusal.say(&here.v);
    match refusal {
        NoIntake::IsbnThere { title } => {
            let href = desk_title_path(&here.desk.station, title);
            Said { next: vec![Next { label: here.v.t("catalogue-see-title"), href }], ..said }
        }
        _ => said,
    }
}

/// A change that a rule has refused as what is wrong with the page.
pub fn problems(here: &Here, not: Not<NoIntake>) -> Result<Problems, Fault> {
    match not {
        Not::Fault(fault) => Err(fault),
        Not::Refused(refusal) => Ok(Problems::about_the_whole(said(here, refusal))),
    }
}

/// The photo in the field `cover`, if one was chosen.
pub async fn cover(here: &Here, files: Vec<File>, problems: &mut Problems) -> Result<Option<Photo>, Fault> {
    let Some(file) = files.into_iter().find(|file| file.field == "cover") else { return Ok(None) };
    match photo::read_all(&here.house, vec![file.bytes]).await? {
        Ok(mut all) => Ok(all.pop()),
        Err((_, why)) => {
            problems.add("cover", not_a_photo(why));
            Ok(None)
        }
    }
}
