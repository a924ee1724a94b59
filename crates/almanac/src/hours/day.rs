//! What a day's own rules say, from its midnight to 48 hours later.
use std::sync::Arc;

use jiff::civil::Date;

use super::lines::Line;
use crate::holidays::Calendar;

/// A stretch of minutes from the midnight of its day, half-open, at most 0 to 2880.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub from: u16,
    pub until: u16,
    pub open: bool,
    pub note: Option<Arc<str>>,
}

/// The pieces of a day, disjoint and in order. What no piece covers is closed.
///
/// As in OpenStreetMap, a later rule replaces the earlier ones on the days it speaks about, unless it adds to them
/// (`, `) or closes some hours only.
pub(super) fn pieces(lines: &[Line], date: Date, calendar: &Calendar) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![];
    for line in lines.iter().filter(|line| line.fits(date, calendar)) {
        if (line.open && !line.adds) || (!line.open && line.is_whole_day()) {
            pieces.clear();
        }
        for &(from, until) in &line.spans {
            paint(&mut pieces, Piece { from, until, open: line.open, note: line.note.clone() });
        }
    }
    pieces.retain(|piece| piece.open || piece.note.is_some());
    pieces
}

/// Whether the lines are open around the clock or never, on every day. May miss cases where days look different.
pub(super) fn is_constant(lines: &[Line]) -> bool {
    let any_day = Date::constant(2000, 1, 3);
    let pieces = pieces(lines, any_day, &Calendar::empty());
    let mut open = pieces.iter().filter(|piece| piece.open);
    let first = open.next().map(|piece| (piece.from, piece.until));
    lines.iter().all(Line::fits_every_day) && open.next().is_none() && matches!(first, None | Some((0, 1_440)))
}

/// Lays a piece over the others.
fn paint(pieces: &mut Vec<Piece>, new: Piece) {
    let mut kept = Vec::with_capacity(pieces.len() + 2);
    for old in pieces.drain(..) {
        let left = Piece { until: old.until.min(new.from), ..old.clone() };
        let right = Piece { from: old.from.max(new.until), ..old };
        kept.extend([left, right].into_iter().filter(|piece| piece.from < piece.until));
    }
    kept.push(new);
    kept.sort_unstable_by_key(|piece| piece.from);
    *pieces = kept;
}
