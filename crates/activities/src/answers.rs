//! What pages ask: one time with its activity, those of a stretch of days, an activity with all its times.
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use stations::{Owner, Room, Rooms, Station};

use crate::rules::{Joining, State};
use crate::store::{self, Occurrence, Series};
use crate::{OccurrenceId, SeriesId};

/// One time, with all that a page says of it.
#[derive(Debug, Clone)]
pub struct Seen {
    pub series: Series,
    pub one: Occurrence,
    /// The room that it wants.
    pub room: Option<Room>,
    pub owner: Option<Owner>,
}

/// How a time stands at the moment of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    CalledOff,
    Over,
    Now,
    ToCome,
}

/// How one gets a place at the moment of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// Nobody has to sign up.
    JustCome,
    /// One can sign up from then on.
    Opens(Timestamp),
    /// So many are left.
    Left(i32),
    /// Everybody who signs up has one.
    Open,
    /// All are taken; one can wait in line.
    Full,
    /// One can sign up and take part in a draw until then.
    Draw(Timestamp),
    Closed,
}

impl Seen {
    pub fn title(&self) -> &str {
        self.one.title.as_deref().unwrap_or(&self.series.plan.title)
    }

    /// Where, in words; empty if the room says it all.
    pub fn place(&self) -> &str {
        self.one.place.as_deref().unwrap_or(&self.series.plan.place)
    }

    pub fn stands(&self, now: Timestamp) -> Stands {
        match self.one.state {
            State::CalledOff => Stands::CalledOff,
            State::On if self.one.ends_at <= now => Stands::Over,
            State::On if self.one.starts_at <= now => Stands::Now,
            State::On => Stands::ToCome,
        }
    }

    pub fn places(&self, now: Timestamp) -> Places {
        let plan = &self.series.plan;
        let (opens, closes) = plan.signing_up(self.one.starts_at);
        let left = self.one.capacity.map(|places| places - self.one.taken);
        match plan.joining {
            Joining::JustCome => Places::JustCome,
            _ if now < opens => Places::Opens(opens),
            _ if now >= closes => Places::Closed,
            Joining::Draw => Places::Draw(closes),
            Joining::SignUp => match left {
                Some(left @ 1..) => Places::Left(left),
                Some(_) => Places::Full,
                None => Places::Open,
            },
        }
    }

    /// Whether everybody is told of it: what was called off alone is said, what ended with its activity is gone.
    pub fn is_told(&self) -> bool {
        self.one.state == State::On || !self.one.reason.is_empty() && self.series.ended_at.is_none()
    }

    /// Whether the room that it wants is not held.
    pub fn lacks_room(&self) -> bool {
        self.one.no_room.is_some() && self.one.state == State::On
    }
}

/// An activity with all its times, in the order of their days.
#[derive(Debug, Clone)]
pub struct Look {
    pub series: Series,
    pub room: Option<Room>,
    pub owner: Option<Owner>,
    pub times: Vec<Occurrence>,
}

impl Look {
    /// Each of its times as one is seen alone.
    pub fn seen(&self) -> impl Iterator<Item = Seen> {
        self.times.iter().map(|one| Seen {
            series: self.series.clone(),
            one: one.clone(),
            room: self.room.clone(),
            owner: self.owner.clone(),
        })
    }
}

/// What belongs to times: their activities, rooms and offices, each read once.
fn seen(c: &mut Conn, rooms: Rooms, station: &Station, times: Vec<Occurrence>) -> Result<Vec<Seen>, Fault> {
    let offered = if times.is_empty() { vec![] } else { (rooms.offered)(c, station.id)? };
    among(c, &offered, station, times)
}

fn among(c: &mut Conn, offered: &[Room], station: &Station, times: Vec<Occurrence>) -> Result<Vec<Seen>, Fault> {
    if times.is_empty() {
        return Ok(vec![]);
    }
    let mut ids: Vec<SeriesId> = times.iter().map(|one| one.series).collect();
    ids.sort_unstable();
    ids.dedup();
    let series: BTreeMap<SeriesId, Series> =
        store::series_of(c, station.id, &ids)?.into_iter().map(|s| (s.id, s)).collect();
    let owners = stations::owners(c, station.id)?;
    let one = |one: Occurrence| {
        let series = series.get(&one.series)?.clone();
        let wanted = one.room.or(series.plan.room).filter(|_| !one.without_room);
        let room = offered.iter().find(|room| Some(room.id) == wanted).cloned();
        let owner = owners.iter().find(|owner| owner.id == series.plan.owner).cloned();
        Some(Seen { series, one, room, owner })
    };
    Ok(times.into_iter().filter_map(one).collect())
}

/// One time.
pub fn one(c: &mut Conn, rooms: Rooms, station: &Station, id: OccurrenceId) -> Result<Seen, Fault> {
    let one = store::occurrence(c, station.id, id)?;
    seen(c, rooms, station, vec![one])?.pop().ok_or(Fault::NotFound)
}

/// The times that touch a stretch, those that everybody is told of.
pub fn between(
    c: &mut Conn,
    rooms: Rooms,
    station: &Station,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Seen>, Fault> {
    let times = store::between(c, station.id, from, until)?;
    let mut all = seen(c, rooms, station, times)?;
    all.retain(Seen::is_told);
    Ok(all)
}

/// The next times that are not over, at most so many of those that everybody is told of.
pub fn coming(c: &mut Conn, rooms: Rooms, station: &Station, now: Timestamp, most: i64) -> Result<Vec<Seen>, Fault> {
    let times = store::coming(c, station.id, now, most)?;
    seen(c, rooms, station, times)
}

/// The same of those that take place.
pub fn on_next(c: &mut Conn, rooms: Rooms, station: &Station, now: Timestamp, most: i64) -> Result<Vec<Seen>, Fault> {
    let times = store::on_next(c, station.id, now, most)?;
    seen(c, rooms, station, times)
}

/// The times for which one can sign up now, as far as they are among the next hundred that take place. Where they are is not read.
pub fn open(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Seen>, Fault> {
    const LOOKED_AT: i64 = 100;
    let times = store::on_next(c, station.id, now, LOOKED_AT)?;
    let mut all = among(c, &[], station, times)?;
    all.retain(|seen| matches!(seen.places(now), Places::Left(_) | Places::Open | Places::Full | Places::Draw(_)));
    Ok(all)
}

/// The last time of each activity that has been, the newest first, as far as they are among the last hundred times.
pub fn past(c: &mut Conn, rooms: Rooms, station: &Station, now: Timestamp, most: usize) -> Result<Vec<Seen>, Fault> {
    const LOOKED_AT: i64 = 100;
    let mut times = store::past(c, station.id, now, LOOKED_AT)?;
    let mut met = BTreeSet::new();
    times.retain(|one| met.insert(one.series));
    times.truncate(most);
    seen(c, rooms, station, times)
}

/// The next time of each activity that takes place and has not begun, the soonest first. It reads all that is to come, for
/// whoever fills a station; pages ask [`coming`].
pub fn next_of_each(c: &mut Conn, station: StationId, now: Timestamp) -> Result<Vec<(Series, Occurrence)>, Fault> {
    let mut times = store::on_next(c, station, now, i64::MAX)?;
    let mut met = BTreeSet::new();
    times.retain(|one| one.starts_at > now && met.insert(one.series));
    let ids: Vec<SeriesId> = met.into_iter().collect();
    let series = store::series_of(c, station, &ids)?;
    let with = |one: Occurrence| Some((series.iter().find(|s| s.id == one.series)?.clone(), one));
    Ok(times.into_iter().filter_map(with).collect())
}

/// One activity.
pub fn look(c: &mut Conn, rooms: Rooms, station: &Station, id: SeriesId) -> Result<Look, Fault> {
    let series = store::series(c, station.id, id)?;
    let times = store::of_series(c, station.id, id)?;
    let room = (rooms.offered)(c, station.id)?.into_iter().find(|room| Some(room.id) == series.plan.room);
    let owner = stations::owners(c, station.id)?.into_iter().find(|owner| owner.id == series.plan.owner);
    Ok(Look { series, room, owner, times })
}

/// From the first moment of `from` to the last of the day before `until`, in the station's zone.
pub fn stretch(station: &Station, from: Date, until: Date) -> Result<(Timestamp, Timestamp), Fault> {
    let start = |on: Date| {
        let midnight = station.zone.to_ambiguous_timestamp(on.at(0, 0, 0, 0));
        midnight.compatible().map_err(Fault::broken)
    };
    Ok((start(from)?, start(until)?))
}
