//! What somebody asks for who draws a number.
use super::matter::MatterId;
use super::number::{LineId, OfficialId};
use super::ticket::Priority;

#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Drawing {
    /// One visit may be for several; all are done in the line of the first.
    pub matters: Vec<MatterId>,
    /// The line, when nobody knows the matter.
    pub line: Option<LineId>,
    /// For whom they want to wait; nobody = any desk of the line.
    pub official: Option<OfficialId>,
    pub priority: Priority,
    pub on_site: bool,
}
