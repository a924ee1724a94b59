//! The changes: titles and copies come in, one by one or from a file; what is known of them is changed; shelves are put up.
mod keep;
mod take_in;
mod change;
mod shelves;
mod room;
mod plan;
mod import;
mod check;

pub use change::{change_copy, change_title, set_cover};
pub use check::CHECKS;
pub use import::{AT_ONCE, import, import_pack, import_within, look};
pub use plan::Imported;
pub use shelves::{add_shelf, change_shelf, shelf_within};
pub use take_in::{TakenIn, take_in, take_in_within};
