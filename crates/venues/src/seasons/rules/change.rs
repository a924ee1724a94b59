//! What staff change of the rule's result, with a public reason, and what is left in the end.
use jiff::Timestamp;

use super::allocate::{Allocation, Award};
use super::applying::{Application, has_room_for};
use super::refusal::NoSeason;
use super::terms::Terms;
use kernel::db::types::Id;

/// One change of staff.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonChange)]
pub struct Change {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    #[schema(minimum = 1, maximum = 200)]
    pub slot: i32,
    /// Given to them, or taken from them.
    pub gives: bool,
    /// Everybody reads it.
    pub reason: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// Who decided that somebody has a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SeasonBy)]
pub enum By {
    Rule,
    Staff,
}

/// A slot that somebody has in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonAwarded)]
pub struct Awarded {
    #[schema(value_type = String, format = Uuid)]
    pub application: Id,
    #[schema(minimum = 1, maximum = 200)]
    pub slot: i32,
    pub by: By,
}

/// The rule's awards with the changes of staff in their order; sorted by slot, then by application.
pub fn awarded(allocation: &Allocation, changes: &[Change]) -> Vec<Awarded> {
    let of_rule = |a: &Award| Awarded { application: a.application, slot: a.slot, by: By::Rule };
    let mut all: Vec<Awarded> = allocation.awards.iter().map(of_rule).collect();
    for change in changes {
        all.retain(|a| (a.application, a.slot) != (change.application, change.slot));
        if change.gives {
            all.push(Awarded { application: change.application, slot: change.slot, by: By::Staff });
        }
    }
    all.sort_by_key(|a| (a.slot, a.application));
    all
}

/// Whether staff may make a change, as things stand after those before it.
pub fn changeable(
    terms: &Terms,
    application: &Application,
    have: &[Awarded],
    (number, gives): (i32, bool),
) -> Result<(), NoSeason> {
    let slot = terms.slot(number).ok_or(NoSeason::NoSuchSlot { number })?;
    let has = have.iter().any(|a| (a.application, a.slot) == (application.id, number));
    match gives {
        false if !has => Err(NoSeason::NotTheirs),
        true if has => Err(NoSeason::TheirsAlready),
        true if !has_room_for(slot, application.size) => {
            Err(NoSeason::Size { number, from: slot.smallest, to: slot.largest })
        }
        true => {
            let others = have.iter().filter(|a| a.slot == number).count();
            let full = i32::try_from(others).unwrap_or(i32::MAX) >= slot.places;
            if full { Err(NoSeason::Full { number }) } else { Ok(()) }
        }
        false => Ok(()),
    }
}
