//! What residents have agreed to: which text, when, by whose hand, and until when.
mod rules;
mod schema;
mod store;

pub use rules::Kind;
pub use store::{Consent, all_of, give, is_given, remove_all, withdraw};
