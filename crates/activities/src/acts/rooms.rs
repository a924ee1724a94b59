//! A time and its room: what it holds follows what it wants.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::{NoRoom, WantedRoom};

use super::doing::Doing;
use crate::rules::{Plan, Refusal, State};
use crate::store::Occurrence;

/// The room that a time wants.
pub fn wanted(plan: &Plan, one: &Occurrence) -> Option<WantedRoom> {
    let room = one.room.or(plan.room).filter(|_| !one.without_room && one.state == State::On)?;
    Some(WantedRoom { room, from: one.starts_at, until: one.ends_at })
}

/// Takes, moves or gives back, so that it holds what it wants or says why it does not. What is over is left as it was.
pub fn settle(c: &mut Conn, doing: &Doing<'_>, plan: &Plan, one: &mut Occurrence) -> Result<(), Fault> {
    if one.ends_at <= doing.now {
        return Ok(());
    }
    let title = one.title.clone().unwrap_or_else(|| plan.title.clone());
    let (rooms, taking) = (doing.ports.rooms, doing.taking(&title));
    let Some(wanted) = wanted(plan, one) else {
        one.no_room = None;
        return one.reservation.take().map_or(Ok(()), |id| (rooms.give_back)(c, &taking, id));
    };
    if let Some(id) = one.reservation {
        if (rooms.shift)(c, &taking, id, wanted)?.is_ok() {
            return Ok(());
        }
        // It was another room, or it was lost, or it is not free then: either way that one is held no more.
        (rooms.give_back)(c, &taking, id)?;
    }
    (one.reservation, one.no_room) = match (rooms.take)(c, &taking, wanted)? {
        Ok(id) => (Some(id), None),
        Err(why) => (None, Some(why)),
    };
    Ok(())
}

/// Times that could not have their room, in the order of their days.
#[derive(Debug, Default)]
pub struct Clashes {
    all: Vec<(Date, NoRoom, WantedRoom)>,
    of: usize,
}

impl Clashes {
    pub fn count(&mut self, plan: &Plan, one: &Occurrence) {
        self.of += 1;
        if let (Some(why), Some(wanted)) = (&one.no_room, wanted(plan, one)) {
            self.all.push((one.on, why.clone(), wanted));
        }
    }

    /// Unless somebody has said that it shall be so anyway, a clash refuses the whole change, with what could be had instead.
    pub fn judged(self, c: &mut Conn, doing: &Doing<'_>, anyway: bool) -> Result<Result<(), Refusal>, Fault> {
        let Clashes { all, of } = self;
        let Some((on, why, wanted)) = all.first().cloned().filter(|_| !anyway) else { return Ok(Ok(())) };
        let (starts, rooms) = (doing.ports.rooms.instead)(c, &doing.taking(""), wanted)?;
        Ok(Err(Refusal::Clash { on, why, clashes: all.len(), of, starts, rooms }))
    }
}
