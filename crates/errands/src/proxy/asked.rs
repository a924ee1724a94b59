//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use jiff::civil::Date;
use kernel::form::Problems;
use people::{Name, Phone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::acts::NewConsent;
use super::rules::{How, Kind};
use crate::acts::Actor;
use crate::rules::MatterId;

/// A consent that a clerk has heard, called or read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConsentAtDesk {
    pub matter: MatterId,
    /// Whose matter it is.
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    pub name: String,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// Who acts.
    #[schema(min_length = 1, max_length = 30, example = "王秀兰")]
    pub proxy: String,
    pub kind: Kind,
    /// `online` is what residents do themselves.
    pub how: How,
    /// The last day on which it holds: within a year.
    #[schema(format = Date, max_length = 10, example = "2026-07-24")]
    pub until: String,
}

/// What somebody agrees to for themselves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConsentOfMine {
    pub matter: MatterId,
    /// Who acts.
    #[schema(min_length = 1, max_length = 30, example = "王秀兰")]
    pub proxy: String,
    pub kind: Kind,
    /// The last day on which it holds: within a year.
    #[schema(format = Date, max_length = 10, example = "2026-07-24")]
    pub until: String,
}

fn name(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Name> {
    let read: Result<Name, _> = typed.parse();
    read.map_err(|p| problems.add(field, p.key())).ok()
}

fn day(problems: &mut Problems, typed: &str) -> Option<Date> {
    problems.take("until", typed.trim().parse(), "proxy-form-until")
}

impl NewConsentAtDesk {
    pub fn checked(&self, by: Actor) -> Result<NewConsent, Problems> {
        let mut problems = Problems::default();
        let whose = name(&mut problems, "name", &self.name);
        let proxy = name(&mut problems, "proxy", &self.proxy);
        let typed = self.phone.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let phone = typed.and_then(|typed| {
            let read: Result<Phone, _> = typed.parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        let until = day(&mut problems, &self.until);
        let new = proxy.zip(until).map(|(proxy, until)| NewConsent {
            matter: self.matter,
            by,
            name: whose,
            phone,
            proxy,
            kind: self.kind,
            how: self.how,
            until,
        });
        problems.or_else_all(new)
    }
}

impl NewConsentOfMine {
    pub fn checked(&self, by: Actor) -> Result<NewConsent, Problems> {
        let mut problems = Problems::default();
        let (proxy, until) = (name(&mut problems, "proxy", &self.proxy), day(&mut problems, &self.until));
        let new = proxy.zip(until).map(|(proxy, until)| NewConsent {
            matter: self.matter,
            by,
            name: None,
            phone: None,
            proxy,
            kind: self.kind,
            how: How::Online,
            until,
        });
        problems.or_else_all(new)
    }
}
