//! How a wish goes on.
use jiff::civil::Date;

use super::{NoWish, State, Wish, is_over};

/// What somebody does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Writes it anew.
    Redraft,
    /// Asks two others to look.
    Ask,
    /// Has spoken to both.
    Contact,
    /// The thing was brought.
    Deliver,
    /// Whoever had it does not bring it; staff may say so of what was brought, too.
    GiveUp { by_staff: bool },
    /// Somebody else helps.
    Refer,
}

/// How it stands afterwards. What is given up goes where [`back`] says.
pub fn next(state: State, step: Move) -> Result<State, NoWish> {
    match (step, state) {
        (Move::Redraft, State::Draft | State::Refused) => Ok(State::Draft),
        // Two others look again, without anybody having to ask them.
        (Move::Redraft, State::Asked | State::Open) => Ok(State::Asked),
        (Move::Redraft, taken) if taken.is_taken() => Err(NoWish::Taken),
        (Move::Ask, State::Draft) => Ok(State::Asked),
        (Move::Contact, State::Claimed) => Ok(State::Contacted),
        (Move::Contact, State::Contacted) => Err(NoWish::Contacted),
        (Move::Deliver, State::Claimed | State::Contacted) => Ok(State::Delivered),
        (Move::GiveUp { .. }, State::Claimed | State::Contacted)
        | (Move::GiveUp { by_staff: true }, State::Delivered) => Ok(State::Open),
        (Move::Refer, State::Overdue) => Ok(State::Referred),
        (_, now) => Err(NoWish::NotNow(now)),
    }
}

/// Where a wish goes that nobody has any more: back to the others, unless its days are over.
pub fn back(wish: &Wish, today: Date) -> State {
    if is_over(wish.ends_on, today) { State::Overdue } else { State::Open }
}

/// How it stands on a day, also before anybody has noticed that its days are over.
pub fn stands(wish: &Wish, today: Date) -> State {
    if wish.state == State::Open { back(wish, today) } else { wish.state }
}
