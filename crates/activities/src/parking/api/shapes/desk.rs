//! A lot as the desk has it, with its links and recounts, and the cars in the way.
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use super::lots::LotShape;
use crate::parking::answers::{InTheWay, LotAtDesk};
use crate::parking::rules::Class;
use crate::parking::store::{KeptTap, Pass};
use crate::parking::{LotId, MoveId, PassId};
use crate::says::written;

/// A marshal's link; its secret is told once, when it is made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingPass)]
pub struct PassShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: PassId,
    pub label: String,
    #[schema(format = DateTime)]
    pub until: String,
    pub withdrawn: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingRecount)]
pub struct RecountShape {
    pub class: Class,
    pub from: i32,
    pub to: i32,
    pub reason: String,
    #[schema(format = DateTime)]
    pub at: String,
    /// Who of staff.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub by: Option<kernel::db::types::Id>,
}

/// A lot as the desk has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingLotAtDesk)]
pub struct DeskLotShape {
    pub lot: LotShape,
    pub passes: Vec<PassShape>,
    /// The newest first.
    pub recounts: Vec<RecountShape>,
}

impl DeskLotShape {
    pub fn of(v: &View, station: &Station, read: &LotAtDesk) -> DeskLotShape {
        let pass = |p: &Pass| PassShape {
            id: p.id,
            label: p.label.clone(),
            until: written(station, p.until()),
            withdrawn: p.withdrawn_at.is_some(),
        };
        let recount = |t: &KeptTap| RecountShape {
            class: t.class,
            from: t.after - t.step,
            to: t.after,
            reason: t.reason.clone(),
            at: written(station, t.kept_at),
            by: t.staff.map(|s| s.0),
        };
        DeskLotShape {
            lot: LotShape::of(v, station, &read.lot),
            passes: read.passes.iter().map(pass).collect(),
            recounts: read.recounts.iter().map(recount).collect(),
        }
    }
}

/// A car in the way. Only the desk reads it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingMove)]
pub struct MoveShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: MoveId,
    #[schema(value_type = String, format = Uuid)]
    pub lot: LotId,
    /// A part of the plate; nothing once it is forgotten.
    pub plate: Option<String>,
    pub spot: String,
    pub asker: Option<String>,
    pub phone: Option<String>,
    pub done: bool,
}

impl MoveShape {
    pub fn of(one: &InTheWay) -> MoveShape {
        MoveShape {
            id: one.id,
            lot: one.lot,
            plate: one.plate.clone(),
            spot: one.spot.clone(),
            asker: one.asker.clone(),
            phone: one.phone.as_ref().map(|p| p.full().to_owned()),
            done: one.done,
        }
    }
}
