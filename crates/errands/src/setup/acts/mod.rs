//! Writing lines and desks down, retiring and bringing back.
mod write;
mod retire;

pub use retire::{bring_back, retire, retired};
pub use write::{add_desk, add_line, edit_line, rename_desk};
