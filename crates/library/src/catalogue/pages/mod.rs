//! The desk's pages of titles. Data in, pages out.
mod parts;
mod list;
mod intake;
mod title;
mod import;
mod labels;
mod shelves;
mod samples;

pub use import::{Looked, Running, choose, looked, running};
pub use intake::{Intake, Step, ask_isbn, intake};
pub use labels::{choose as choose_labels, labels};
pub use list::{List, list};
pub use samples::samples;
pub use shelves::{ShelfPage, one_shelf, poster, shelves};
pub use title::{Typed, title};
