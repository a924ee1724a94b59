//! What a device did while it had no line, and what a clerk did about what did not fit.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_SCANNED, line};
use crate::lending::rules::{log, task};

/// How a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryTaskEnd)]
pub enum End {
    /// It is right now.
    Done,
    /// Nothing can be done about it.
    Dropped,
}

impl From<End> for task::How {
    fn from(end: End) -> task::How {
        match end {
            End::Done => task::How::Done,
            End::Dropped => task::How::Dropped,
        }
    }
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryTaskSettlement {
    pub how: End,
}

/// What a device at the counter did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryLogKind)]
pub enum LogKind {
    Lent,
    Back,
    Renewed,
}

impl From<LogKind> for log::Kind {
    fn from(kind: LogKind) -> log::Kind {
        match kind {
            LogKind::Lent => log::Kind::Lent,
            LogKind::Back => log::Kind::Back,
            LogKind::Renewed => log::Kind::Renewed,
        }
    }
}

/// One of them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryLogEntry {
    /// Made by the device. However often it is sent, it is done once.
    #[schema(value_type = String, format = Uuid)]
    pub id: Id,
    pub kind: LogKind,
    /// As it was scanned.
    #[schema(max_length = 300, example = "2000000000176")]
    pub barcode: String,
    /// What was read from a household card; of a return, nothing. It is kept nowhere.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub card: String,
    /// How long ago it was, in milliseconds. A device's clock may be wrong: less than nothing is now, and so is more than thirty days.
    #[serde(default)]
    pub ago: i64,
}

impl LibraryLogEntry {
    pub fn ago(&self) -> SignedDuration {
        SignedDuration::from_millis(self.ago)
    }
}

/// What a device kept, in the order in which it was done.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryLog {
    #[schema(max_items = 100)]
    pub entries: Vec<LibraryLogEntry>,
}

impl LibraryLog {
    pub fn checked(self) -> Result<Vec<LibraryLogEntry>, Problems> {
        let mut p = Problems::default();
        if self.entries.len() > log::MOST {
            p.add_with("entries", "library-desk-too-many", vec![("most", log::MOST.to_string())]);
        }
        for one in &self.entries {
            line(&mut p, "barcode", &one.barcode, MOST_SCANNED);
            line(&mut p, "card", &one.card, MOST_SCANNED);
        }
        p.or_else_all(Some(self.entries))
    }
}

/// A clerk has told somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LibraryToldAnswer)]
pub enum ToldAnswer {
    Told,
}

/// What the clerk answers: that they know.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LibraryTold {
    pub answer: ToldAnswer,
}
