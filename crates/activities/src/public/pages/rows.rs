//! One time as a row of a list.
use kernel::page::Row;

use crate::answers::Seen;
use crate::frame::{Frame, occurrence_path};
use crate::says;

/// 今天 10:00 亲子阅读 ● 还有 3 个名额
pub fn row(f: Frame<'_>, seen: &Seen) -> Row {
    let when = f.when();
    let day = when.day(when.date(seen.one.starts_at));
    timed(f, seen, &day, &when.time(seen.one.starts_at))
}

/// The same below a heading that says the day.
pub fn row_of_day(f: Frame<'_>, seen: &Seen) -> Row {
    let when = f.when();
    timed(f, seen, &when.time(seen.one.starts_at), &when.time(seen.one.ends_at))
}

fn timed(f: Frame<'_>, seen: &Seen, above: &str, below: &str) -> Row {
    let (kind, words) = says::stands(f.v, &f.when(), seen);
    let row = Row::new(seen.title()).when(above, below).status(kind, &words);
    let place = says::place(f.v, seen);
    let row = if place.is_empty() { row } else { row.note(&place) };
    row.leads_to(occurrence_path(f.station, seen.one.id))
}
