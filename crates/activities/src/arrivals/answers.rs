//! Who is there, and how it was. Reads only.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::share::FEWEST;
use stations::Station;

use super::rules::{Mood, Sum, sum};
use super::store::{self, Attendance};
use crate::OccurrenceId;
use crate::signups::answers::{self as signups, Guest, Known};
use crate::signups::rules::State;

/// A time as the helper at its door sees it.
#[derive(Debug, Clone)]
pub struct Door {
    pub known: Known,
    /// Who has a place.
    pub guests: Vec<Guest>,
    pub walked_in: i32,
    /// What was written down after it.
    pub attendance: Option<Attendance>,
    pub moods: Option<Vec<(Mood, i32)>>,
}

impl Door {
    pub fn came(&self) -> i32 {
        self.guests.iter().map(|g| i32::from(g.signup.came)).sum()
    }

    pub fn expected(&self) -> i32 {
        self.guests.iter().map(|g| i32::from(g.signup.seats)).sum()
    }
}

pub fn door(c: &mut Conn, house: &House, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<Door, Fault> {
    let known = signups::known(c, station, id)?;
    let mut guests = signups::guests(c, house, station, id, now)?;
    guests.retain(|guest| guest.state == State::In);
    Ok(Door {
        known,
        guests,
        walked_in: added_up(c, station.id, id)?.walked_in,
        attendance: store::attendance(c, station.id, id)?,
        moods: moods(c, station.id, id)?,
    })
}

pub fn added_up(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Sum, Fault> {
    Ok(sum(&store::taps(c, station, id)?))
}

/// How those who came found it; nothing of fewer than ten.
pub fn moods(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Option<Vec<(Mood, i32)>>, Fault> {
    let all = store::moods(c, station, id)?;
    let n: i32 = all.iter().map(|(_, n)| n).sum();
    Ok((usize::try_from(n).unwrap_or(0) >= FEWEST).then_some(all))
}
