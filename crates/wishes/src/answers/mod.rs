//! What pages and programs ask. Everybody gets cards, which have no place for a person; whoever has a wish gets their claim; staff get
//! the desk, and of whose wish it is only what is theirs to know.
mod types;
mod sealed;
mod places;
mod cards;
mod mine;
mod desk;
mod whole;
mod to_call;
mod figures;

pub use cards::{another, card, how_many, pool};
pub use desk::desk;
pub use figures::{asks, first_month, month, shares};
pub use mine::{claim_of, claims_of};
pub(crate) use sealed::{NAME, ONCE, PHONE, WHY, code_hash, fresh_id, opened_phone, phone_hash};
pub use to_call::to_call;
pub use types::{Ask, Card, Claim, Filter, Held, Known, Line, Look, Objection, Person, Seen, Whole};
pub use whole::whole;
