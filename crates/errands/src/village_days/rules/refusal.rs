//! Why somebody is not met there.
use super::visit::VisitState;
use crate::rules::Ways;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVisit {
    /// The day is over, called off, or begins now: the sheet is printed.
    Over,
    /// The route does not go there.
    NotThere,
    /// The matter is not done on that day.
    NotThatDay,
    /// The matter is not done in a village, or not at home: how else it is done.
    NoSuchWay(Ways),
    /// All of the day's minutes are promised.
    Full,
    /// They have a place on that day already.
    HasPlace,
    /// The offer was not answered in time.
    Lapsed,
    /// It does not follow from how the visit stands.
    NotNow(VisitState),
    /// Nothing can have come of it yet: the day has not begun.
    NotBegun,
    /// A ticket that is over, or none of whose matters is done in villages.
    NoTicket,
    /// A village that is not the township's.
    NoVillage,
    /// Nothing of this name is done here.
    NoMatter,
}
