//! The programme, and the numbered places of the plan.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::goods::Goods;
use crate::fair::EntryId;

/// Something of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub from: Timestamp,
    pub until: Timestamp,
    pub title: String,
    /// May be empty, as may be who.
    pub place: String,
    pub who: String,
    /// Called off, and why.
    pub off: Option<String>,
}

/// What is on now, and what comes next: the programme is in the order of its starts.
pub fn on_and_next(now: Timestamp, entries: &[Entry]) -> (Vec<&Entry>, Option<&Entry>) {
    let on = entries.iter().filter(|e| e.off.is_none() && e.from <= now && now < e.until).collect();
    (on, entries.iter().filter(|e| e.off.is_none() && e.from > now).min_by_key(|e| e.from))
}

/// What stands on a place of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FairPlaceKind)]
pub enum PlaceKind {
    Stall = 0,
    Stage = 1,
    Lot = 2,
    Toilet = 3,
    FirstAid = 4,
    Gate = 5,
    Other = 6,
}

impl PlaceKind {
    pub const ALL: [PlaceKind; 7] = [
        PlaceKind::Stall,
        PlaceKind::Stage,
        PlaceKind::Lot,
        PlaceKind::Toilet,
        PlaceKind::FirstAid,
        PlaceKind::Gate,
        PlaceKind::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            PlaceKind::Stall => "stall",
            PlaceKind::Stage => "stage",
            PlaceKind::Lot => "lot",
            PlaceKind::Toilet => "toilet",
            PlaceKind::FirstAid => "first-aid",
            PlaceKind::Gate => "gate",
            PlaceKind::Other => "other",
        }
    }

    pub fn of(stored: i16) -> Option<PlaceKind> {
        PlaceKind::ALL.into_iter().find(|k| *k as i16 == stored)
    }
}

/// A numbered place, in units of half a metre from the plan's corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub code: String,
    pub kind: PlaceKind,
    /// Of what is no stall.
    pub label: String,
    /// What may be sold there; `None` = anything.
    pub goods: Option<Goods>,
    pub metres: i16,
    pub power: bool,
    pub x: i32,
    pub y: i32,
    pub wide: i32,
    pub tall: i32,
}
