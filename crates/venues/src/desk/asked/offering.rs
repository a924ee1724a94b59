//! What a manager changes of an offering.
use serde::{Deserialize, Serialize};

use super::text::{MOST_IN_A_NAME, needed};
use crate::rules::{Offering, Policy};
use kernel::form::Problems;

/// An offering as it shall be. Which tables it takes is fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferingEdit {
    /// The version that was read: an edit of an older one is refused.
    pub version: i32,
    #[schema(min_length = 1, max_length = 30)]
    pub name_zh: String,
    #[serde(default)]
    #[schema(max_length = 30)]
    pub name_en: String,
    pub policy: Policy,
}

impl OfferingEdit {
    pub fn checked(&self, old: &Offering) -> Result<Offering, Problems> {
        let mut problems = Problems::default();
        let what = (MOST_IN_A_NAME, "venues-desk-name-needed");
        let name = needed(&mut problems, ("name_zh", &self.name_zh), ("name_en", &self.name_en), what);
        for wrong in self.policy.problems() {
            problems.add(wrong.field, wrong.key);
        }
        let (version, policy) = (self.version, self.policy.clone());
        problems.or_else_all(Some(Offering { version, name, policy, ..old.clone() }))
    }
}
