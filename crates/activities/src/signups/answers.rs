//! What pages and programs ask: whether one can sign up, who is signed up, and who waits. Reads only.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

use super::SignupId;
use super::rules::{State, Terms};
use super::store::{self, Kept};
use crate::OccurrenceId;
use crate::draws;
use crate::rules::{Joining, State as Takes};
use crate::store::{self as core, Occurrence, Series};

/// The purpose under which names are sealed that a clerk typed.
pub const GUEST: &str = "signup-guest";

/// A time of an activity.
#[derive(Debug, Clone)]
pub struct Known {
    pub series: Series,
    pub occurrence: Occurrence,
    /// Its places are drawn; nothing where they are not by draw.
    pub drawn: bool,
}

impl Known {
    pub fn title(&self) -> &str {
        self.occurrence.title.as_deref().unwrap_or(&self.series.plan.title)
    }

    pub fn place(&self) -> &str {
        self.occurrence.place.as_deref().unwrap_or(&self.series.plan.place)
    }

    pub fn terms(&self) -> Terms {
        let (plan, occurrence) = (&self.series.plan, &self.occurrence);
        let (opens_at, closes_at) = plan.signing_up(occurrence.starts_at);
        Terms {
            joining: plan.joining,
            ages: plan.ages,
            called_off: occurrence.state == Takes::CalledOff,
            opens_at,
            closes_at,
            starts_at: occurrence.starts_at,
            capacity: occurrence.capacity,
            drawn: self.drawn,
        }
    }

    /// `None` = as many as like.
    pub fn free(&self) -> Option<i32> {
        self.occurrence.capacity.map(|n| (n - self.occurrence.taken).max(0))
    }

    /// Whether its places are still to be drawn.
    pub fn awaits_draw(&self) -> bool {
        self.series.plan.joining == Joining::Draw && !self.drawn
    }
}

pub fn known(c: &mut Conn, station: &Station, id: OccurrenceId) -> Result<Known, Fault> {
    let occurrence = core::occurrence(c, station.id, id)?;
    with(c, station, occurrence)
}

/// A time that is held, with what else decides.
pub fn with(c: &mut Conn, station: &Station, occurrence: Occurrence) -> Result<Known, Fault> {
    let series = core::series(c, station.id, occurrence.series)?;
    let drawn = series.plan.joining == Joining::Draw && draws::answers::is_drawn(c, station.id, occurrence.id)?;
    Ok(Known { series, occurrence, drawn })
}

/// A signup as it stands now.
#[derive(Debug, Clone)]
pub struct Seen {
    pub signup: Kept,
    pub state: State,
    /// How many wait before it, if it waits.
    pub ahead: Option<i64>,
}

pub fn seen(c: &mut Conn, station: &Station, id: SignupId, now: Timestamp) -> Result<Seen, Fault> {
    let signup = store::by_id(c, station.id, id)?;
    let state = signup.state_at(now);
    let ahead = match state {
        State::Waiting => Some(store::ahead(c, station.id, signup.occurrence, signup.place)?),
        _ => None,
    };
    Ok(Seen { signup, state, ahead })
}

/// Somebody as the desk sees them.
#[derive(Debug, Clone)]
pub struct Guest {
    pub signup: Kept,
    pub state: State,
    /// A name to call: what a clerk typed, or the person's own.
    pub name: Option<String>,
    /// Of a remembered child.
    pub nickname: Option<String>,
    pub phone: Option<Phone>,
}

pub fn guest(c: &mut Conn, house: &House, signup: Kept, now: Timestamp) -> Result<Guest, Fault> {
    let typed = signup.name_sealed.as_ref().map(|s| house.keys.open(GUEST, s).map_err(Fault::broken)).transpose()?;
    let (mut name, mut phone, mut nickname) = (typed, None, None);
    if let Some(person) = signup.person {
        name = match name {
            None => people::name_of(c, house, person)?,
            typed => typed,
        };
        phone = people::phone_of(c, house, person)?;
        nickname = nickname_of(c, house, &signup)?;
    }
    Ok(Guest { state: signup.state_at(now), signup, name, nickname, phone })
}

/// What a remembered child is called; nothing once it is not remembered any more.
pub fn nickname_of(c: &mut Conn, house: &House, signup: &Kept) -> Result<Option<String>, Fault> {
    let (Some(person), Some(child)) = (signup.person, signup.child) else { return Ok(None) };
    let children = people::children_of(c, house, person)?;
    Ok(children.into_iter().find(|known| known.id == child).map(|known| known.nickname))
}

/// Everybody of a time, by place.
pub fn guests(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: OccurrenceId,
    now: Timestamp,
) -> Result<Vec<Guest>, Fault> {
    let all = store::of_occurrence(c, station.id, id)?;
    all.into_iter().map(|signup| guest(c, house, signup, now)).collect()
}
