//! What pages and programs ask. Everybody gets how a survey stands and its sheet; staff how far it is; managers whom to visit. Nobody
//! gets an answer.
mod sealed;
mod types;
mod public;
mod desk;

pub use desk::{flags, households_drawn, progress, surveys};
pub use public::{current, is_of, results, running, sheet};
pub(crate) use sealed::{
    HOUSEHOLD, ONCE, SEED, bootstrap_seed, code_hash, counted, opened_answer, opened_household, opened_seed,
    sealed_answer, tap_hash,
};
pub use types::{Progress, Public};
