//! One press of a desk on a ticket.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_IN_A_REASON, line};
use crate::acts::Press;
use crate::rules::{DeskId, LineId, MatterId, OfficialId, Outcome};

/// What is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PressKind {
    /// They are in the hall.
    Arrive,
    Recall,
    /// Who was called has come.
    Serve,
    Finish,
    /// Called, and nobody came.
    Miss,
    Pause,
    /// Needs `desk`.
    Resume,
    /// Back after a missed call.
    Return,
    /// Wait for one official: needs `official`.
    Hold,
    Release,
    /// Needs `line`; `official` if they are to wait for one.
    Transfer,
    /// Ended unserved: needs `reason`.
    Close,
}

impl PressKind {
    pub fn read(word: &str) -> Option<PressKind> {
        serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
    }

    pub fn name(self) -> &'static str {
        match self {
            PressKind::Arrive => "arrive",
            PressKind::Recall => "recall",
            PressKind::Serve => "serve",
            PressKind::Finish => "finish",
            PressKind::Miss => "miss",
            PressKind::Pause => "pause",
            PressKind::Resume => "resume",
            PressKind::Return => "return",
            PressKind::Hold => "hold",
            PressKind::Release => "release",
            PressKind::Transfer => "transfer",
            PressKind::Close => "close",
        }
    }
}

/// What became of one matter of the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhatBecame {
    pub matter: MatterId,
    pub outcome: Outcome,
}

/// A press, and what it needs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStep {
    pub press: PressKind,
    /// The version of the ticket that was seen. If it has another by now, nothing happens: 409 with the ticket as it is.
    #[serde(default)]
    pub version: Option<i32>,
    #[serde(default)]
    pub desk: Option<DeskId>,
    #[serde(default)]
    pub line: Option<LineId>,
    #[serde(default)]
    pub official: Option<OfficialId>,
    /// Of `finish`; what is not named is done.
    #[serde(default)]
    pub outcomes: Vec<WhatBecame>,
    /// Whoever has the ticket reads it.
    #[serde(default)]
    #[schema(max_length = 60, example = "系统停机")]
    pub reason: String,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Press(Press),
    Return,
}

impl NewStep {
    pub fn of(press: PressKind) -> NewStep {
        NewStep {
            press,
            version: None,
            desk: None,
            line: None,
            official: None,
            outcomes: vec![],
            reason: String::new(),
        }
    }

    /// # Errors
    /// What the press needs and does not have.
    pub fn checked(&self) -> Result<Wanted, Problems> {
        let mut problems = Problems::default();
        let reason = line(&mut problems, "reason", &self.reason, MOST_IN_A_REASON);
        let missing = |problems: &mut Problems, field| problems.add(field, "errands-desk-choose");
        let press = match self.press {
            PressKind::Arrive => Some(Press::Arrive),
            PressKind::Recall => Some(Press::Recall),
            PressKind::Serve => Some(Press::Serve),
            PressKind::Finish => Some(Press::Finish(self.outcomes.iter().map(|o| (o.matter, o.outcome)).collect())),
            PressKind::Miss => Some(Press::Miss),
            PressKind::Pause => Some(Press::Pause),
            PressKind::Release => Some(Press::Release),
            PressKind::Close => Some(Press::Close(reason)),
            PressKind::Return => return problems.or_else_all(Some(Wanted::Return)),
            PressKind::Resume => self.desk.map(Press::Resume).or_else(|| {
                missing(&mut problems, "desk");
                None
            }),
            PressKind::Hold => self.official.map(Press::Hold).or_else(|| {
                missing(&mut problems, "official");
                None
            }),
            PressKind::Transfer => self.line.map(|line| Press::Transfer(line, self.official)).or_else(|| {
                missing(&mut problems, "line");
                None
            }),
        };
        problems.or_else_all(press.map(Wanted::Press))
    }
}
