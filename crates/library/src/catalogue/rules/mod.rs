//! What is decided about titles and copies. Pure: data in, decision out.
pub mod isbn;
pub mod barcode;
mod refusal;
mod new;
mod order;
#[cfg(test)]
mod tests;

pub use isbn::{Isbn, NotAnIsbn};
pub use new::{
    CopyChange, MOST_AUTHORS, MOST_CLASS, MOST_COPIES, MOST_NOTE, MOST_PUBLISHER, MOST_SHELF_CODE, MOST_SHELF_NAME,
    MOST_SOURCE, MOST_SUBTITLE, MOST_TITLE, MOST_YEAR, NewCopies, NewShelf, NewTitle, Of, change_copy,
};
pub use order::{Only, best_first};
pub use refusal::NoIntake;
