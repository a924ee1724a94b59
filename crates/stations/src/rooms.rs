//! Rooms, for slices that hold them and do not know who keeps them: the program hands them down as a value.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;

use crate::station::Station;

/// What can be done with rooms. Everything runs in the caller's transaction, and a room that cannot be had is an answer, not
/// an error: it changes nothing.
#[derive(Clone, Copy)]
pub struct Rooms {
    /// What there is to hold, in the order of the station's list.
    pub offered: fn(&mut Conn, StationId) -> Result<Vec<Room>, Fault>,
    /// Holds a room; the answer is the reservation.
    pub take: fn(&mut Conn, &Taking<'_>, WantedRoom) -> Had<Id>,
    /// Gives what is held another time in the same room, and the name that it has now. What cannot be had leaves it as it was.
    pub shift: fn(&mut Conn, &Taking<'_>, Id, WantedRoom) -> Had<()>,
    /// Gives it back. What is over, or was given back before, stays so.
    pub give_back: fn(&mut Conn, &Taking<'_>, Id) -> Result<(), Fault>,
    /// Which of these reservations still keep their rooms at `now`, or have kept them to their end.
    pub standing: Standing,
    /// What could be had instead: other starts that day in the room, and other rooms at that time.
    pub instead: fn(&mut Conn, &Taking<'_>, WantedRoom) -> Result<Instead, Fault>,
}

/// A room that was had, or why it was not.
pub type Had<T> = Result<Result<T, NoRoom>, Fault>;

/// Other starts in the room, the nearest first, and other rooms.
pub type Instead = (Vec<Timestamp>, Vec<Room>);

type Standing = fn(&mut Conn, StationId, &[Id], Timestamp) -> Result<Vec<Id>, Fault>;

/// Something that can be held: all of a room, or one of what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its number in the station.
    pub id: i32,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
}

/// Who holds a room, where and when they ask.
#[derive(Clone, Copy)]
pub struct Taking<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub now: Timestamp,
    pub by: By,
    /// What it is for, as whoever looks after the rooms reads it.
    pub called: &'a str,
}

/// Which room, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WantedRoom {
    pub room: i32,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// Why a room cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoRoom {
    Taken,
    /// It is closed then; the reason in both languages, empty if there is none.
    Closed {
        zh: String,
        en: String,
    },
    /// No room is held for so long, or from or until such a minute.
    Rules,
    Past,
    /// There is no such room, or no more.
    NotThere,
    /// It was held and has been lost: a closure, or somebody gave it back.
    Lost,
}
