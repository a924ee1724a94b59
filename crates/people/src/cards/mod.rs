//! 家庭卡 — a card with a code for a household without a phone, or whose phone is not at hand. The code is random; what it
//! stands for, only the station knows: a name to call.
mod rules;
mod schema;
mod store;
mod acts;
mod sheet;
mod web;
#[cfg(test)]
mod tests;

pub use acts::{Household, Issued, NewHousehold, household, issue_once, reissue, revoke, scanned};
pub use sheet::{samples, sheet};
pub use store::{Card, cards_of, forget_over, remove_all};
pub use web::routes;
