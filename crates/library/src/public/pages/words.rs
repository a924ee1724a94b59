//! How things stand, in words.
use jiff::civil::Date;
use kernel::page::{Kind as Look, query_value};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use crate::catalogue::answers::Found;
use crate::frame::{Frame, shelf as shelf_name};
use crate::lending::answers::{CopyState, LoanSeen};
use crate::lending::says;
use crate::public::reads::Piece;
use crate::rules::Kind;

/// 今天, 周五 within a week, 7月12日 beyond.
pub fn day(when: &When, on: Date) -> String {
    when.day(on)
}

/// 在架 2 本; what is no book is counted as a thing.
pub fn here(v: &View, kind: Kind, n: i64) -> String {
    let key = if kind == Kind::Thing { "library-here-things" } else { "library-here" };
    v.ta(key, &[("n", n.into())])
}

/// How a title stands in a list.
pub fn found(v: &View, f: &Found) -> (Look, String) {
    match (f.copies, f.free) {
        (0, _) => (Look::Shut, v.t("library-no-copies")),
        (_, 0) => (Look::Away, v.t("library-all-out")),
        (_, free) => (Look::Ok, here(v, f.title.kind, free)),
    }
}

/// How one piece stands.
pub fn piece(f: Frame<'_>, state: &CopyState) -> (Look, String) {
    says::copy_state(f.v, f.station, *state)
}

/// Where a piece belongs: A 架 · 文学
pub fn place(v: &View, piece: &Piece) -> String {
    piece.shelf.as_ref().map(|shelf| shelf_name(v, shelf).to_owned()).unwrap_or_default()
}

/// 7月12日前还; and since when it is over.
pub fn due(f: Frame<'_>, loan: &LoanSeen) -> (Look, String) {
    let key = if loan.overdue { "library-overdue" } else { "library-due" };
    let look = if loan.overdue { Look::Stop } else { Look::Ok };
    (look, f.v.ta(key, &[("day", day(&f.when(), loan.due_on).into())]))
}

/// Where somebody signs in who wants to come back to `path`.
pub fn door(station: &Station, path: &str) -> String {
    format!("/sign-in?station={}&then={}", station.id, query_value(path))
}
