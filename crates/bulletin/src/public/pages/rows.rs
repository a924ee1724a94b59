//! One notice in a list.
use kernel::page::Row;

use crate::answers::Listed;
use crate::frame::{Frame, notice_path};
use crate::says;

pub fn row(f: Frame<'_>, one: &Listed) -> Row {
    let (v, when) = (f.v, f.when());
    let note = format!("{} · {}", says::on(&when, one.published_at()), says::section(v, &one.section));
    Row::new(says::title(v, &one.version.draft))
        .icon("speakerphone")
        .note(&note)
        .leads_to(notice_path(f.station, one.notice.id))
}
