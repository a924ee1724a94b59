//! When a room may be used and by whom. Data in, decision out: no database, no web, no clock of its own.
mod span;
mod state;
mod name;
mod favoured;
mod refusal;
mod window;
mod policy;
mod venue;
mod opening;
mod grid;
mod free;
mod book;
mod change;

pub use book::{Ask, Booking, Facts, Source, book, earliest_now, own_terms, released_at, walk_in};
pub use change::{Standing, cancel, check_in, complete, decide_request, may_check_in};
pub use favoured::Favoured;
pub use free::{Claim, Unit, choose, nearest, slots};
pub use free::{Slot, free_now};
pub use grid::Grid;
pub use name::Name;
pub use opening::{Layer, LayerKind, open_spans, weekly_spans};
pub use policy::{LONGEST, MOST_WINDOWS, Policy, PolicyProblem, Who};
pub use refusal::{Period, Refusal};
pub use span::{CELL_MINUTES, Span, cells, covered, days, intersect, join, subtract};
pub use state::State;
pub use venue::{Atom, AtomId, Key, Kind, Mode, Offering, OfferingId, Takes, Venue, VenueId};
pub use window::{MOST_IN_WINDOW_HOURS, MOST_IN_WINDOW_REASON, Priority, Side, Sight, Window};
