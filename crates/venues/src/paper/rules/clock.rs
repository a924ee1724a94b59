//! Clock times as reservations know them.
use jiff::Timestamp;

use crate::rules::CELL_MINUTES;

/// The nearest time that lies on a cell. One clock time always becomes the same instant, so that of two uses that met on
/// paper neither reaches into the other.
pub fn rounded(at: Timestamp) -> Timestamp {
    let cell = i64::from(CELL_MINUTES) * 60;
    let whole = (at.as_second() + cell / 2).div_euclid(cell) * cell;
    Timestamp::from_second(whole).unwrap_or(at)
}
