//! What a press at the counter means: by the button, by whether somebody stands there, and by what was scanned. Pure.
use crate::{HoldId, LoanId, TitleId};

/// The button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The scanner's own line end: whatever is most likely meant.
    Auto,
    Lend,
    /// Over the limits of the reader.
    Despite,
    Back,
    Renew(LoanId),
    Hold(TitleId),
    Cancel(HoldId),
}

impl Then {
    pub fn of_word(word: &str) -> Then {
        match word {
            "lend" => Then::Lend,
            "despite" => Then::Despite,
            "back" => Then::Back,
            _ => Then::Auto,
        }
    }
}

/// What stands in the second field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Nothing,
    Copy,
    /// No copy has it as its barcode.
    Words,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Whoever stands there is shown, with what they have.
    Show,
    Lend {
        despite: bool,
    },
    GiveBack,
    /// First somebody has to say for whom.
    AskWho,
    Search,
    Renew(LoanId),
    Hold(TitleId),
    Cancel(HoldId),
}

/// Somebody stands there: it is lent to them. Nobody does: it comes back. So a whole pile is one scan after the other.
pub fn step(then: Then, somebody: bool, what: What) -> Step {
    match (then, what) {
        (Then::Renew(loan), _) => Step::Renew(loan),
        (Then::Cancel(hold), _) => Step::Cancel(hold),
        (Then::Hold(title), _) if somebody => Step::Hold(title),
        (Then::Hold(_), _) => Step::AskWho,
        (_, What::Nothing) => Step::Show,
        (_, What::Words) => Step::Search,
        (Then::Back, What::Copy) => Step::GiveBack,
        (Then::Auto, What::Copy) if !somebody => Step::GiveBack,
        (_, What::Copy) if !somebody => Step::AskWho,
        (then, What::Copy) => Step::Lend { despite: then == Then::Despite },
    }
}
