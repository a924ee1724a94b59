//! Why somebody is not signed up.
use jiff::Timestamp;
use people::CodeRefusal;

use super::state::State;
use crate::rules::Ages;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSignup {
    /// Everybody just comes.
    JustCome,
    CalledOff,
    /// Signing up begins then.
    NotYet(Timestamp),
    /// It has ended, or it has begun.
    Closed,
    /// The same person or child is signed up already.
    Already,
    /// Nobody takes so many places at once, or there never are so many.
    Seats(i32),
    /// The activity is for another age.
    Age(Ages),
    /// A child of this age comes with somebody grown up, whose phone holds the place.
    GuardianFirst(i16),
    /// Not one of the remembered children of whoever asks.
    NoChild,
    /// Nobody has said who comes.
    Nobody,
    /// It does not follow from how the signup stands.
    NotNow(State),
    /// The offer, or the code, was not answered in time.
    Lapsed,
    Code(CodeRefusal),
}

impl From<CodeRefusal> for NoSignup {
    fn from(refusal: CodeRefusal) -> NoSignup {
        NoSignup::Code(refusal)
    }
}
