//! What a clerk has to look at, because what a device did without a line and what is written down do not fit together.

/// What does not fit. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No copy has it.
    NoSuchBarcode = 0,
    /// No card, or one that is good no more.
    CardNotGood = 1,
    /// Somebody else has it, by what is written down.
    LentToAnother = 2,
    /// It was lent or renewed, and could not have been.
    RuleSaidNo = 3,
    /// It was lent, and had been missing. Now it is written down with whoever has it.
    FoundWhileMissing = 4,
    /// It was given back, and was not lent: by what is written down it is not even here.
    NotLentBack = 5,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::NoSuchBarcode,
        Kind::CardNotGood,
        Kind::LentToAnother,
        Kind::RuleSaidNo,
        Kind::FoundWhileMissing,
        Kind::NotLentBack,
    ];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as i16 == number)
    }

    /// As texts and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::NoSuchBarcode => "no-such-barcode",
            Kind::CardNotGood => "card-not-good",
            Kind::LentToAnother => "lent-to-another",
            Kind::RuleSaidNo => "rule-said-no",
            Kind::FoundWhileMissing => "found-while-missing",
            Kind::NotLentBack => "not-lent-back",
        }
    }
}

/// What a clerk did about it. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// It is right now.
    Done = 0,
    /// Nothing can be done about it.
    Dropped = 1,
}

impl How {
    pub const ALL: [How; 2] = [How::Done, How::Dropped];

    /// As forms and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            How::Done => "done",
            How::Dropped => "dropped",
        }
    }

    pub fn of_word(word: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.word() == word)
    }
}
