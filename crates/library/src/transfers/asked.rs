//! What programs send, and what the forms of the pages become.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::MOST_IN_A_WHY;
use crate::rules::Shelf;
use crate::{CopyId, TitleId};

/// A title of another station that this one would like to have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTransfer {
    /// The slug of the station that has it.
    #[schema(max_length = 60, example = "guanting")]
    pub from: String,
    /// As that station has it.
    #[schema(value_type = String, format = Uuid)]
    pub title: TitleId,
}

/// A copy that is sent to another station without having been asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewShipment {
    /// The slug of the station that it goes to.
    #[schema(max_length = 60, example = "guanting")]
    pub to: String,
    #[schema(value_type = String, format = Uuid)]
    pub copy: CopyId,
}

/// Which copy of what was asked for is sent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferSending {
    #[schema(value_type = String, format = Uuid)]
    pub copy: CopyId,
}

/// Why something is not sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferRefusal {
    /// The other station reads it: no phone number, nobody's name.
    #[schema(min_length = 1, max_length = 60, example = "只有一本，读书会正在用")]
    pub why: String,
}

impl TransferRefusal {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let why = p.take("why", people::plain_line(&self.why, MOST_IN_A_WHY), "transfers-odd-why");
        if why.as_ref().is_some_and(String::is_empty) {
            p.add("why", "transfers-no-why");
        }
        p.or_else_all(why)
    }
}

/// Where something that has arrived stands from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferArrival {
    /// The code of the shelf.
    #[schema(max_length = 12, example = "a1")]
    pub shelf: String,
}

impl TransferArrival {
    pub fn checked(&self, shelves: &[Shelf]) -> Result<i32, Problems> {
        let mut p = Problems::default();
        let code = self.shelf.trim();
        let found = shelves.iter().find(|shelf| shelf.code.eq_ignore_ascii_case(code)).map(|shelf| shelf.id);
        let found = p.take("shelf", found.ok_or(()), "transfers-no-shelf");
        p.or_else_all(found)
    }
}

/// The fields of the pages' forms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TransferForm {
    pub once: String,
    pub barcode: String,
    /// The slug of another station: chosen, or typed where it is not among those near by.
    pub from: String,
    pub to: String,
    pub slug: String,
    pub title: String,
    pub copy: String,
    pub shelf: String,
    pub why: String,
}

impl TransferForm {
    /// The other station: what was typed counts more than what was chosen.
    pub fn other(&self) -> &str {
        [&self.slug, &self.to, &self.from]
            .map(|slug| slug.trim())
            .into_iter()
            .find(|s| !s.is_empty())
            .unwrap_or_default()
    }
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub from: String,
    pub q: String,
    pub barcode: String,
    pub done: String,
    /// What has just been taken in.
    pub copy: String,
}
