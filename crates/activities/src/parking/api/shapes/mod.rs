//! What the API says of lots. Names are in the reader's language.
mod lots;
mod desk;
mod after;

pub use after::AfterShape;
pub use desk::{DeskLotShape, MoveShape};
pub use lots::{CountedShape, NowShape};
