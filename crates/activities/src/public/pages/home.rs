//! What is on, on the home page of the station.
use kernel::page;
use maud::Markup;

use super::frame::Frame;
use super::rows::row;
use crate::answers::{Seen, Stands};

/// So many stand on a home page.
const FEW: usize = 3;

/// What is on now, then what comes next; nothing when nothing is planned.
pub fn home(f: Frame<'_>, all: &[Seen]) -> Option<Markup> {
    let on = |seen: &&Seen| matches!(seen.stands(f.v.now()), Stands::Now | Stands::ToCome);
    let shown: Vec<&Seen> = all.iter().filter(on).take(FEW).collect();
    if shown.is_empty() {
        return None;
    }
    let (more, path) = (f.v.t("activities-all"), f.station.path("/activities"));
    let rows = page::rows(shown.into_iter().map(|seen| row(f, seen)));
    Some(page::section("activities", &f.v.t("activities-title"), Some((&more, &path)), rows))
}
