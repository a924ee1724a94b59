//! What pages and programs ask. Three readers, three doors: whoever has the receipt ([`Holder`]), staff, who never get to see what is
//! about themselves, and everybody.
mod types;
mod doors;
mod opened;
mod who;
mod setting;
mod dues;
mod steps;
mod holder;
mod photo;
mod seen;
mod inbox;
mod posts;
mod case;
mod figures;
mod load;

pub use case::case;
pub(crate) use case::point;
pub use doors::officials;
pub(crate) use doors::seat;
pub(crate) use dues::day_of;
pub(crate) use figures::fact_of;
pub use figures::{FiguresBy, Month, figures, month};
pub use holder::{Holder, open};
pub(crate) use holder::{hash as receipt_hash, lookup as receipt_lookup};
pub use inbox::{Filter, Scope, counts, inbox};
pub use load::{Challenge, challenge, is_busy};
pub(crate) use load::{paid, stamp_hash};
pub(crate) use opened::{NAME, PHONE, PHOTO, contact_link, fresh_id, name_hash, phone_hash, sealed};
pub use photo::{photo_by_link, photo_link, photo_of_case};
pub use posts::{Page, PostFilter, post, post_of_case, posts, public_id_of, to_decide};
pub use seen::seen;
pub(crate) use setting::category;
pub use setting::{Setting, categories, setting, templates};
pub use types::*;
pub(crate) use who::{is_about_manager, is_named, is_sealed, may_know, names_at, visible};
