//! The eight things that a station decides about lending.
use super::kinds::Kinds;

/// How the day is found on which something is due. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DueMode {
    /// So many days later.
    Calendar = 0,
    /// Days on which the station is closed are not counted.
    SkipClosed = 1,
    /// So many days later, and if the station is closed then, on the next day on which it is open.
    #[default]
    NextOpenDay = 2,
}

impl DueMode {
    pub const ALL: [DueMode; 3] = [DueMode::Calendar, DueMode::SkipClosed, DueMode::NextOpenDay];

    pub fn of(number: i16) -> Option<DueMode> {
        DueMode::ALL.into_iter().find(|mode| *mode as i16 == number)
    }

    /// As forms and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            DueMode::Calendar => "calendar",
            DueMode::SkipClosed => "skip-closed",
            DueMode::NextOpenDay => "next-open-day",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// At one reader at a time: 1 to 50.
    pub most_items: i16,
    /// 1 to 365.
    pub loan_days: i16,
    /// 0 to 9.
    pub renewals: i16,
    /// Open days for which something is put aside: 1 to 30.
    pub hold_days: i16,
    pub kinds: Kinds,
    /// Whoever has something so many days over gets nothing more: 0 to 365; without it they always do.
    pub block_days: Option<i16>,
    pub due_mode: DueMode,
    /// Readers may keep a list of what they have read.
    pub history: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            most_items: 5,
            loan_days: 30,
            renewals: 1,
            hold_days: 3,
            kinds: Kinds::all(),
            block_days: Some(14),
            due_mode: DueMode::default(),
            history: false,
        }
    }
}

/// Which number is out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingProblem {
    MostItems,
    LoanDays,
    Renewals,
    HoldDays,
    BlockDays,
    /// Nothing would be lent at all.
    NoKind,
}

impl Settings {
    pub fn checked(self) -> Result<Settings, SettingProblem> {
        let ranges = [
            ((1..=50).contains(&self.most_items), SettingProblem::MostItems),
            ((1..=365).contains(&self.loan_days), SettingProblem::LoanDays),
            ((0..=9).contains(&self.renewals), SettingProblem::Renewals),
            ((1..=30).contains(&self.hold_days), SettingProblem::HoldDays),
            (self.block_days.is_none_or(|days| (0..=365).contains(&days)), SettingProblem::BlockDays),
            (self.kinds.0 & Kinds::all().0 != 0, SettingProblem::NoKind),
        ];
        match ranges.into_iter().find(|(fits, _)| !fits) {
            Some((_, problem)) => Err(problem),
            None => Ok(self),
        }
    }
}
