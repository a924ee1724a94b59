//! What the desk asks for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use people::{Name, Phone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::NewReceipt;
use super::rules::Step;
use crate::desk::asked::{MOST_IN_A_REASON, instant, line};
use crate::proxy::ConsentId;
use crate::rules::MatterId;

/// Papers that are left at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDropOff {
    pub matter: MatterId,
    /// Which lines of the matter's checklist are left, from 0.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub papers: Vec<u8>,
    /// Whose they are; under a consent it is whoever gave it.
    #[serde(default)]
    #[schema(max_length = 30, example = "罗大爷")]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// The consent under which somebody else leaves them.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub consent: Option<ConsentId>,
    /// By when they are ready: a promise. Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-26T16:00")]
    pub ready_at: String,
}

fn time(problems: &mut Problems, typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let at = instant(typed, zone);
    if at.is_none() {
        problems.add("ready_at", "errands-desk-not-a-time");
    }
    at
}

impl NewDropOff {
    pub fn checked(&self, zone: &TimeZone) -> Result<NewReceipt, Problems> {
        let mut problems = Problems::default();
        let typed =
            |text: &'_ Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let name = typed(&self.name).and_then(|name| {
            let read: Result<Name, _> = name.parse();
            read.map_err(|p| problems.add("name", p.key())).ok()
        });
        if name.is_none() && self.consent.is_none() && problems.none() {
            problems.add("name", "people-name-empty");
        }
        let phone = typed(&self.phone).and_then(|phone| {
            let read: Result<Phone, _> = phone.parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        let ready_at = time(&mut problems, &self.ready_at, zone);
        let papers = self.papers.iter().map(|n| usize::from(*n)).collect();
        let (matter, consent) = (self.matter, self.consent);
        let new = ready_at.map(|ready_at| NewReceipt { matter, papers, name, phone, consent, ready_at });
        problems.or_else_all(new)
    }
}

/// What is done with the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceiptPress)]
pub enum Press {
    Start,
    Ready,
    /// Needs `note`: which paper is missing.
    NeedsMore,
    /// What was missing is there: needs `ready_at`.
    Brought,
    /// It takes longer: needs `ready_at`.
    Later,
    HandBack,
}

impl Press {
    pub fn read(word: &str) -> Option<Press> {
        serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
    }
}

/// One step, and what it needs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReceiptStep {
    pub press: Press,
    #[serde(default)]
    #[schema(max_length = 60, example = "户口本")]
    pub note: String,
    /// Without an offset it is the station's time.
    #[serde(default)]
    #[schema(format = DateTime, max_length = 40, example = "2026-06-26T16:00")]
    pub ready_at: Option<String>,
}

impl NewReceiptStep {
    pub fn checked(&self, zone: &TimeZone) -> Result<Step, Problems> {
        let mut problems = Problems::default();
        let note = line(&mut problems, "note", &self.note, MOST_IN_A_REASON);
        let at = |problems: &mut Problems| time(problems, self.ready_at.as_deref().unwrap_or_default(), zone);
        let step = match self.press {
            Press::Start => Some(Step::Start),
            Press::Ready => Some(Step::Ready),
            Press::HandBack => Some(Step::HandBack),
            Press::NeedsMore => Some(Step::Needs(note)),
            Press::Brought => at(&mut problems).map(Step::Brought),
            Press::Later => at(&mut problems).map(Step::Later),
        };
        problems.or_else_all(step)
    }
}
