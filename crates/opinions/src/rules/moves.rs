//! What may become of an opinion next.
use super::{Refusal, State};

/// What somebody does to an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// A manager says what it is about.
    Screen,
    Assign,
    TakeUp,
    /// The station asks whoever left it.
    Ask,
    Answer,
    SendElsewhere,
    Merge,
    /// Whoever left it says that it is solved.
    Solve,
    Dispute,
    Withdraw,
    /// Ten working days without a word.
    Lapse,
}

/// How an opinion stands after a move.
///
/// # Errors
/// What keeps it from being made as things stand.
pub fn next(state: State, made: Move) -> Result<State, Refusal> {
    use State::{
        Answered, Assigned, Disputed, Merged, OutOfScope, Received, Screened, Solved, Unconfirmed, Withdrawn, Working,
    };
    let after = match (made, state) {
        (Move::Screen, Received) => Screened,
        // What it is about may be put right as long as it is open.
        (Move::Screen, Screened | Assigned | Working | Disputed) => state,
        (Move::Assign, Screened | Assigned | Working | Disputed) => Assigned,
        (Move::TakeUp | Move::Ask, Assigned | Working | Disputed) => Working,
        (Move::Ask, Screened) => Screened,
        (Move::Answer, Screened | Assigned | Working | Disputed) => Answered,
        (Move::SendElsewhere, Received | Screened | Assigned | Working) => OutOfScope,
        (Move::Merge, Received | Screened | Assigned | Working | Disputed) => Merged,
        // Whoever was silent may still speak.
        (Move::Solve, Answered | Unconfirmed | Solved) => Solved,
        (Move::Dispute, Answered | Unconfirmed | OutOfScope) => Disputed,
        (Move::Withdraw, state) if state != Withdrawn => Withdrawn,
        (Move::Lapse, Answered) => Unconfirmed,
        (_, state) if state.has_ended() => return Err(Refusal::Ended(state)),
        (_, state) => return Err(Refusal::NotYet(state)),
    };
    Ok(after)
}
