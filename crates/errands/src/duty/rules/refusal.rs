//! Every way in which duty says no, with what is needed to say what works.
use jiff::Timestamp;

use super::item::State;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such post, or nobody works here who is called so.
    NoPost,
    NobodyHere,
    /// The end is not after the beginning.
    Backwards,
    /// Nobody stands for that long.
    TooLong,
    /// It is over: what was is not written anew.
    Over,
    /// The same person stands somewhere then.
    Elsewhere {
        from: Timestamp,
        until: Timestamp,
    },
    /// Nobody stands there now who could hand over.
    NotNow,
    /// They are that already.
    Same,
    /// Somebody else answers for the question.
    NotYours,
    /// Nobody asks them to take it over.
    NotOffered,
    /// It does not follow from where the question stands.
    Stands(State),
    /// "Come another day" without a time and somebody who is there.
    NoPromise,
    /// The promised time is over.
    PromisePast,
    /// So far ahead nobody can say who is there.
    PromiseFar,
    /// The station is closed then; it opens again.
    Shut(Option<Timestamp>),
    /// The promised time has not come yet.
    TooEarly(Timestamp),
}
