//! What a station decides about lending.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::rules::{DueMode, Kind, Kinds, SettingProblem, Settings};

/// What a title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LendableKind)]
pub enum Lendable {
    Book,
    PictureBook,
    Magazine,
    Media,
    Thing,
}

impl From<Kind> for Lendable {
    fn from(kind: Kind) -> Lendable {
        match kind {
            Kind::Book => Lendable::Book,
            Kind::PictureBook => Lendable::PictureBook,
            Kind::Magazine => Lendable::Magazine,
            Kind::Media => Lendable::Media,
            Kind::Thing => Lendable::Thing,
        }
    }
}

impl From<Lendable> for Kind {
    fn from(kind: Lendable) -> Kind {
        match kind {
            Lendable::Book => Kind::Book,
            Lendable::PictureBook => Kind::PictureBook,
            Lendable::Magazine => Kind::Magazine,
            Lendable::Media => Kind::Media,
            Lendable::Thing => Kind::Thing,
        }
    }
}

/// How the day is found on which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryDueMode)]
pub enum Mode {
    /// So many days later.
    Calendar,
    /// Days on which the station is closed are not counted.
    SkipClosed,
    /// So many days later, and if the station is closed then, on the next day on which it is open.
    NextOpenDay,
}

impl From<DueMode> for Mode {
    fn from(mode: DueMode) -> Mode {
        match mode {
            DueMode::Calendar => Mode::Calendar,
            DueMode::SkipClosed => Mode::SkipClosed,
            DueMode::NextOpenDay => Mode::NextOpenDay,
        }
    }
}

impl From<Mode> for DueMode {
    fn from(mode: Mode) -> DueMode {
        match mode {
            Mode::Calendar => DueMode::Calendar,
            Mode::SkipClosed => DueMode::SkipClosed,
            Mode::NextOpenDay => DueMode::NextOpenDay,
        }
    }
}

/// What a station has decided about lending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LibrarySettings)]
pub struct LibraryRules {
    /// At one reader at a time.
    #[schema(minimum = 1, maximum = 50, example = 5)]
    pub most_items: i16,
    #[schema(minimum = 1, maximum = 365, example = 30)]
    pub loan_days: i16,
    /// So often the same thing can be kept for longer.
    #[schema(minimum = 0, maximum = 9, example = 1)]
    pub renewals: i16,
    /// Open days for which something is put aside.
    #[schema(minimum = 1, maximum = 30, example = 3)]
    pub hold_days: i16,
    /// What is lent.
    #[schema(min_items = 1, max_items = 5)]
    pub kinds: Vec<Lendable>,
    /// Whoever has something so many days over gets nothing more until it is back; left out they always do.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 365, example = 14)]
    pub block_days: Option<i16>,
    pub due_mode: Mode,
    /// Readers may keep a list of what they have read.
    pub history: bool,
}

impl LibraryRules {
    pub fn of(s: &Settings) -> LibraryRules {
        LibraryRules {
            most_items: s.most_items,
            loan_days: s.loan_days,
            renewals: s.renewals,
            hold_days: s.hold_days,
            kinds: Kind::ALL.into_iter().filter(|kind| s.kinds.has(*kind)).map(Lendable::from).collect(),
            block_days: s.block_days,
            due_mode: s.due_mode.into(),
            history: s.history,
        }
    }

    pub fn checked(&self) -> Result<Settings, Problems> {
        let settings = Settings {
            most_items: self.most_items,
            loan_days: self.loan_days,
            renewals: self.renewals,
            hold_days: self.hold_days,
            kinds: Kinds::of(self.kinds.iter().map(|kind| Kind::from(*kind))),
            block_days: self.block_days,
            due_mode: self.due_mode.into(),
            history: self.history,
        };
        let mut p = Problems::default();
        if self.kinds.len() > Kind::ALL.len() {
            p.add("kinds", "library-desk-kinds-twice");
        }
        let read = match settings.checked() {
            Ok(settings) => Some(settings),
            Err(problem) => {
                let (field, key) = wrong(problem);
                p.add(field, key);
                None
            }
        };
        p.or_else_all(read)
    }
}

fn wrong(problem: SettingProblem) -> (&'static str, &'static str) {
    match problem {
        SettingProblem::MostItems => ("most_items", "library-desk-bad-most-items"),
        SettingProblem::LoanDays => ("loan_days", "library-desk-bad-loan-days"),
        SettingProblem::Renewals => ("renewals", "library-desk-bad-renewals"),
        SettingProblem::HoldDays => ("hold_days", "library-desk-bad-hold-days"),
        SettingProblem::BlockDays => ("block_days", "library-desk-bad-block-days"),
        SettingProblem::NoKind => ("kinds", "library-desk-no-kinds"),
    }
}
