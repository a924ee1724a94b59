//! The newest notices, on the home page of the station.
use kernel::page;
use maud::Markup;

use super::rows::row;
use crate::answers::Listed;
use crate::frame::Frame;

/// Nothing where nothing was told yet.
pub fn home(f: Frame<'_>, all: &[Listed]) -> Option<Markup> {
    if all.is_empty() {
        return None;
    }
    let (more, path) = (f.v.t("bulletin-all"), f.station.path("/notices"));
    Some(page::section(
        "bulletin",
        &f.v.t("bulletin-title"),
        Some((&more, &path)),
        page::rows(all.iter().map(|l| row(f, l))),
    ))
}
