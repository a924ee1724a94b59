//! When a room may be used and by whom. Data in, decision out: no database, no web, no clock of its own.
mod span;
mod policy;
mod state;
mod venue;
mod opening;
mod grid;
mod free;
mod refusal;
mod book;
mod paper;
mod change;

pub use book::{Ask, Booking, Facts, Source, book, earliest_now, own_quota, released_at, walk_in};
pub use change::{Standing, cancel, check_in, complete, decide_request};
pub use free::{Claim, Unit, choose, nearest, slots};
pub use free::{Slot, free_now};
pub use grid::Grid;
pub use opening::{Layer, LayerKind, open_spans, weekly_spans};
pub use paper::{OnPaper, PAPER_HOURS, from_paper, paper_in_reach};
pub use policy::{LONGEST, Policy, PolicyProblem, Who};
pub use refusal::{Period, Refusal};
pub use span::{CELL_MINUTES, Span, cells, covered, days, intersect, join, subtract};
pub use state::State;
pub use venue::{Atom, AtomId, Key, Kind, Mode, Name, Offering, OfferingId, Takes, Venue, VenueId};
