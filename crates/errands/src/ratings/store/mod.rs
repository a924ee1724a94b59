//! All queries of ratings and call-backs.
mod ratings;
mod call_backs;

pub use call_backs::{
    CallBack, add as open_call_back, answer, call_back, call_backs, days, mark_counted as mark_call_back, set_days,
    to_count as call_backs_to_count, withdraw,
};
pub use ratings::{Rating, add, by_id, change, forget_words, mark_counted, of_ticket, older, remove, to_count};
