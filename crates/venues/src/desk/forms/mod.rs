//! What staff type, as typed, and how it becomes what `asked` checks. A form that cannot be read keeps every word.
mod read;
mod taking;
mod opening;
mod venue;
mod windows;
mod offering;

pub use offering::{GROUPS, Number, OfferingForm};
pub use opening::{ALL, OpeningForm};
pub use taking::{BookForm, WalkInForm};
pub use venue::{KEYS, VenueForm, key_word};
pub use windows::{WINDOWS, WindowFields};
