//! Lines, desks and what is called out.
use super::Name;

/// One line of a station.
pub type LineId = i32;
/// One desk: the number on its sign.
pub type DeskId = i32;
/// One official of a station.
pub type OfficialId = i32;

/// A line: whoever waits in it is called in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    pub slug: String,
    /// Stands before the number.
    pub letter: char,
    pub name: Name,
    /// When tickets of this line are served: OpenStreetMap `opening_hours`; empty = while the station is open.
    pub hours: String,
}

/// What is called out and shown: A007. Numbers of one line and day are 1, 2, 3 … without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub letter: char,
    pub number: i32,
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{:03}", self.letter, self.number)
    }
}
