//! What pages and programs read, each in one snapshot.
mod things;
mod own;

pub use own::{Mine, history, mine};
pub use things::{
    AT_ONCE, MOST_FOUND, Page, Piece, PieceSeen, ShelfSeen, TitleSeen, Wanted, list, piece, shelf, title,
};
