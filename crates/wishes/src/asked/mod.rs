//! What programs send, and what the pages' forms become: read and checked in one place.
mod text;
mod wish;
mod steps;
mod person;
mod share;

pub use person::{NewWishAsk, NewWishClaim};
pub use share::NewWishShare;
pub use steps::{
    MOST_IN_A_PLACE, Told, WishAppeal, WishAppealDecision, WishHandover, WishPlace, WishRead, WishReferral, WishReview,
    WishTold,
};
pub use text::{code, digits};
pub use wish::{NewWish, Typed, WishRewrite};
