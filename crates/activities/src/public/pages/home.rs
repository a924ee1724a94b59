//! What is on, on the home page of the station.
use kernel::page;
use maud::Markup;

use super::rows::row;
use crate::answers::Seen;
use crate::frame::Frame;

/// So many stand on a home page.
const FEW: usize = 3;

/// What is on now, then what comes next, of what takes place; nothing when nothing is planned.
pub fn home(f: Frame<'_>, all: &[Seen]) -> Option<Markup> {
    if all.is_empty() {
        return None;
    }
    let (more, path) = (f.v.t("activities-all"), f.station.path("/activities"));
    let rows = page::rows(all.iter().take(FEW).map(|seen| row(f, seen)));
    Some(page::section("activities", &f.v.t("activities-title"), Some((&more, &path)), rows))
}
