//! What programs send, and what the pages' forms become: read and checked in one place.
mod text;
mod copies;
mod titles;
mod shelves;
mod files;

pub use copies::{CopiesToTakeIn, CopyAsWanted};
pub use files::{FileToTakeIn, NewCover, not_a_photo};
pub use shelves::{NewLibraryShelf, ShelfAsWanted};
pub use titles::{NewLibraryTitle, TitleToTakeIn};
