//! Where something is done, and what every act writes into the history.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{Role, StaffAt, StaffId};
use stations::Station;

use crate::answers::{category, sealed, seat, visible};
use crate::ports::Ports;
use crate::rules::{Refusal, Step};
use crate::store::{self, Event, Kept};
use crate::{CategoryId, OpinionId};

/// What every act needs to know of its surroundings.
#[derive(Clone)]
pub struct Doing {
    pub house: House,
    pub station: Arc<Station>,
    pub ports: Ports,
}

/// What the jobs of a station need.
pub(super) fn at(c: &mut Conn, house: &House, ports: Ports, station: StationId) -> Result<Doing, Fault> {
    Ok(Doing::new(house.clone(), Arc::new(stations::by_id(c, station)?), ports))
}

/// Before every key.
pub(super) fn nil() -> Id {
    Id(uuid::Uuid::nil())
}

/// Who does it.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    Time,
    Reporter,
    Staff(&'a StaffAt),
}

impl By<'_> {
    fn kind(self) -> i16 {
        match self {
            By::Time => 0,
            By::Reporter => 1,
            By::Staff(_) => 2,
        }
    }

    fn staff(self) -> Option<StaffId> {
        match self {
            By::Staff(staff) => Some(staff.id),
            By::Time | By::Reporter => None,
        }
    }
}

impl Doing {
    pub fn new(house: House, station: Arc<Station>, ports: Ports) -> Doing {
        Doing { house, station, ports }
    }

    /// The opinion, held, if somebody of staff may read it.
    pub(super) fn held(&self, c: &mut Conn, staff: &StaffAt, id: OpinionId) -> Result<Kept, Fault> {
        let kept = store::hold(c, self.station.id, id)?;
        visible(c, &self.house, self.station.id, staff, &kept)?;
        Ok(kept)
    }

    /// The same for what only managers do.
    pub(super) fn held_by_manager(&self, c: &mut Conn, staff: &StaffAt, id: OpinionId) -> Result<Kept, Fault> {
        if staff.role != Role::Manager {
            return Err(Fault::NotFound);
        }
        self.held(c, staff, id)
    }

    /// Whether an opinion may be about that: there is such a category, and it is not retired.
    pub(super) fn offers(&self, c: &mut Conn, about: CategoryId) -> Result<(), Not<Refusal>> {
        match category(c, self.station.id, about) {
            Ok(known) if !known.retired => Ok(()),
            Ok(_) | Err(Fault::NotFound) => Err(Refusal::NoCategory.into()),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Appends to the history of an opinion that is held.
    pub(super) fn record(
        &self,
        c: &mut Conn,
        id: OpinionId,
        (step, by, now): (Step, By<'_>, Timestamp),
        (text, to): (Option<&str>, Option<Id>),
    ) -> Result<(), Fault> {
        let desk = match by.staff() {
            Some(staff) => seat(c, self.ports, self.station.id, staff)?.unwrap_or_default(),
            None => String::new(),
        };
        let text_sealed = text.filter(|text| !text.is_empty()).map(|text| sealed(&self.house, text));
        let event = Event { at: now, step, by_kind: by.kind(), by: by.staff(), desk, to, text_sealed };
        store::add_event(c, self.station.id, id, &event)
    }
}
