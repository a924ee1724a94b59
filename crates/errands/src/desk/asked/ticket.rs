//! A ticket that a clerk draws for somebody.
use kernel::form::Problems;
use people::{Phone, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::acts::Holder;
use crate::rules::{Drawing, LineId, MatterId, OfficialId, Priority};

#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewDeskTicket {
    /// What they come for; all are done in the line of the first.
    #[schema(max_items = 5)]
    pub matters: Vec<MatterId>,
    /// The line, when nobody knows the matter.
    pub line: Option<LineId>,
    /// For whom they want to wait.
    pub official: Option<OfficialId>,
    pub priority: Priority,
    /// Whether they are in the hall; if not, they are called once they have come.
    pub on_site: bool,
    #[schema(max_length = 30, example = "罗大爷")]
    pub name: Option<String>,
    #[schema(example = "13800000000")]
    pub phone: Option<String>,
}

/// The same, checked.
#[derive(Debug, Clone)]
pub struct Taking {
    pub drawing: Drawing,
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

impl Taking {
    pub fn holder(&self, staff: StaffId) -> Holder {
        Holder::Desk { staff, name: self.name.clone(), phone: self.phone.clone() }
    }
}

/// One visit is not for more.
const MOST_MATTERS: usize = 5;

fn typed(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}

impl NewDeskTicket {
    pub fn checked(&self) -> Result<Taking, Problems> {
        let mut problems = Problems::default();
        if self.matters.is_empty() && self.line.is_none() || self.matters.len() > MOST_MATTERS {
            problems.add("what", "errands-desk-choose-what");
        }
        let name = typed(self.name.as_deref()).and_then(|name| {
            let read: Result<people::Name, _> = name.parse();
            read.map_err(|p| problems.add("name", p.key())).ok()
        });
        let phone = typed(self.phone.as_deref()).and_then(|phone| {
            let read: Result<Phone, _> = phone.parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        let drawing = Drawing {
            matters: self.matters.clone(),
            line: self.line,
            official: self.official,
            priority: self.priority,
            on_site: self.on_site,
        };
        problems.or_else_all(Some(Taking { drawing, name: name.map(|n| n.as_str().to_owned()), phone }))
    }
}
