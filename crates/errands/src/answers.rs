//! What pages and programs ask: whose turn it is, who is in, what to bring. Reads only.
use std::sync::Arc;

use almanac::hours::Hours;
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan as _};

use crate::TicketId;
use crate::rules::{
    self, AwayOn, Declared, Drawing, Interval, Line, LineId, Matter, MatterId, Number, OfficialId, Outcome, Place,
    Refusal, Shown, State,
};
use crate::store;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

pub use crate::store::{Desk, Kept, Official};

/// Who serves at a station, in the order in which they were written down.
pub fn who_serves(c: &mut Conn, station: StationId) -> Result<Vec<Official>, Fault> {
    store::officials(c, station)
}

/// The station's wall time at `now`.
pub fn wall(station: &Station, now: Timestamp) -> DateTime {
    stations::wall(now, &station.zone)
}

/// A wall time of the station as an instant; what a change of the clocks skips is taken an hour later.
pub fn instant(station: &Station, at: DateTime) -> Result<Timestamp, Fault> {
    let zoned = station.zone.to_ambiguous_zoned_datetime(at).compatible();
    zoned.map(|z| z.timestamp()).map_err(Fault::broken)
}

/// When tickets of a line are served.
pub fn hours_of(station: &Station, line: &Line) -> Result<Arc<Hours>, Fault> {
    if line.hours.is_empty() { Ok(station.hours.clone()) } else { stations::parsed_hours(&line.hours) }
}

/// Tickets of a line are given out on a day until its last hours of the day end, also before they begin: whoever looks at
/// seven can be the first at half past eight.
pub fn may_draw(house: &House, station: &Station, line: &Line, now: Timestamp) -> Result<(), Not<Refusal>> {
    let (hours, calendar, at) = (hours_of(station, line)?, stations::calendar(house), wall(station, now));
    let still = hours.intervals(at.date(), &calendar).into_iter().any(|(_, until)| at < until);
    if still {
        return Ok(());
    }
    let next = hours.next_opening(at, &calendar);
    Err(Refusal::Shut(next.map(|at| instant(station, at)).transpose()?).into())
}

/// A line, and matters with the versions of their checklists.
pub type ForWhat = (Line, Vec<(MatterId, i32)>);

/// The line in which somebody waits, and the matters with the versions of the checklists that they see.
pub fn what_for(c: &mut Conn, station: &Station, drawing: &Drawing) -> Result<ForWhat, Not<Refusal>> {
    let lines = store::lines(c, station.id)?;
    let all = store::matters(c, station.id)?;
    let mut chosen: Vec<&Matter> = vec![];
    for id in &drawing.matters {
        let matter = all.iter().find(|m| m.id == *id).ok_or(Refusal::NoMatter)?;
        if !chosen.iter().any(|m| m.id == matter.id) {
            chosen.push(matter);
        }
    }
    let line = chosen.first().map(|m| m.draft.line).or(drawing.line).ok_or(Refusal::NoMatter)?;
    if let Some(official) = drawing.official {
        store::official(c, station.id, official)?;
    }
    let line = lines.into_iter().find(|l| l.id == line).ok_or(Refusal::NoMatter)?;
    Ok((line, chosen.iter().map(|m| (m.id, m.version)).collect()))
}

/// What an official said last, in the station's wall time.
pub fn last_declared(c: &mut Conn, station: &Station, official: OfficialId) -> Result<Option<Declared>, Fault> {
    Ok(store::last(c, station.id, official)?.map(|row| declared(station, row)))
}

/// A declaration in the station's wall time.
pub(crate) fn declared(station: &Station, row: store::PresenceRow) -> Declared {
    Declared {
        presence: row.presence,
        place: row.place,
        village: row.village,
        from: wall(station, row.from_at),
        back: row.back_at.map(|at| wall(station, at)),
    }
}

/// An official, and what everybody may see of whether they are in.
#[derive(Debug, Clone)]
pub struct InNow {
    pub official: Official,
    pub shown: Shown,
    /// Where they are, if they agreed that it is told: coarse, and the village of a field trip.
    pub place: Option<String>,
    pub village: Option<i64>,
}

/// Who is in, in the order in which officials were written down.
pub fn who_is_in(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<InNow>, Fault> {
    let at = wall(station, now);
    let officials = store::officials(c, station.id)?;
    let ids: Vec<OfficialId> = officials.iter().map(|o| o.id).collect();
    let lasts = store::lasts(c, station.id, &ids)?;
    let in_now = |official: Official| {
        let last = lasts.iter().find(|row| row.official == official.id).cloned().map(|row| declared(station, row));
        let shown = rules::shown(at, last.as_ref(), official.desk);
        let told = last.filter(|_| matches!(shown, Shown::Away { .. }));
        let village = told.as_ref().and_then(|d| d.village).filter(|_| official.shows_village);
        let place = told.map(|d| d.place).filter(|place| !place.is_empty());
        InNow { official, shown, place, village }
    };
    Ok(officials.into_iter().map(in_now).collect())
}

/// A day of an official's week, in the station's wall time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekDay {
    pub on: Date,
    /// When they work.
    pub hours: Vec<(DateTime, DateTime)>,
    pub away: Option<AwayOn>,
}

/// So many days are a week.
const WEEK: i64 = 7;

/// The days from today on of the official whom `staff` is here; nothing if they are none.
pub fn week(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: StaffId,
    now: Timestamp,
) -> Result<Option<Vec<WeekDay>>, Fault> {
    let Some(official) = store::by_staff(c, station.id, staff)? else { return Ok(None) };
    let last = last_declared(c, station, official.id)?;
    let own = Some(official.hours).filter(|text| !text.is_empty());
    let hours = own.map_or_else(|| Ok(station.hours.clone()), |text| stations::parsed_hours(&text))?;
    let (calendar, today) = (stations::calendar(house), wall(station, now).date());
    let day = |n: i64| {
        let on = today.saturating_add(n.days());
        WeekDay { on, hours: hours.intervals(on, &calendar), away: rules::away_on(on, last.as_ref()) }
    };
    Ok(Some((0..WEEK).map(day).collect()))
}

/// What a ticket went through. Steps that were taken back are not in it.
pub fn log(c: &mut Conn, station: &Station, kept: &Kept) -> Result<Vec<Interval>, Fault> {
    let steps = store::steps_of(c, station.id, kept.id, kept.ticket.priority)?;
    let interval = |s: &store::Made| Interval {
        step: s.step,
        state: s.after.state,
        place: s.after.place,
        from: s.from_at,
        until: s.until_at,
    };
    Ok(steps.iter().filter(|s| !s.undone).map(interval).collect())
}

/// Everything that waits, is called or served on a day: what the hall, the kiosk and the desks look at.
#[derive(Debug, Clone)]
pub struct Board {
    pub day: Date,
    pub lines: Vec<Line>,
    pub desks: Vec<Desk>,
    /// Every ticket that stands, line by line in the order in which they are called.
    pub standing: Vec<Kept>,
}

impl Board {
    /// What is called out: A007.
    pub fn number(&self, kept: &Kept) -> Number {
        let letter = self.lines.iter().find(|l| l.id == kept.line).map_or('?', |l| l.letter);
        Number { letter, number: kept.number }
    }

    /// Who is called or served, whoever was called last first.
    pub fn at_desks(&self) -> Vec<&Kept> {
        let mut all: Vec<&Kept> =
            self.standing.iter().filter(|k| matches!(k.ticket.state, State::Called | State::Serving)).collect();
        all.sort_by_key(|k| (k.ticket.state != State::Called, std::cmp::Reverse(k.ticket.since)));
        all
    }

    /// Who waits in a line, the first first.
    pub fn waiting(&self, line: LineId) -> impl Iterator<Item = &Kept> {
        self.standing.iter().filter(move |k| k.ticket.waits_in == line && k.ticket.state == State::Waiting)
    }

    /// How many are called before `kept`, as things stand: whoever waits in the hall in front of it. Whoever is not there
    /// yet is passed over.
    pub fn ahead(&self, kept: &Kept) -> usize {
        let mine = (kept.ticket.order_at, kept.number);
        let before = |k: &&Kept| k.ticket.place == Place::OnSite && (k.ticket.order_at, k.number) < mine;
        self.waiting(kept.ticket.waits_in).filter(before).count()
    }

    /// The desks that serve a line.
    pub fn desks_of(&self, line: LineId) -> impl Iterator<Item = &Desk> {
        self.desks.iter().filter(move |d| d.lines.contains(&line))
    }
}

pub fn board(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Board, Fault> {
    let day = wall(station, now).date();
    Ok(Board {
        day,
        lines: store::lines(c, station.id)?,
        desks: store::desks(c, station.id)?,
        standing: store::standing_on(c, station.id, day)?,
    })
}

/// One ticket, and what it is for.
#[derive(Debug, Clone)]
pub struct One {
    pub kept: Kept,
    pub matters: Vec<(Matter, Outcome)>,
}

pub fn one(c: &mut Conn, station: &Station, id: TicketId) -> Result<One, Fault> {
    let kept = store::by_id(c, station.id, id)?;
    let all = store::matters_ever(c, station.id)?;
    let for_what = store::matters_of(c, station.id, id)?;
    let with = |(id, _, outcome): (MatterId, i32, Outcome)| Some((all.iter().find(|m| m.id == id)?.clone(), outcome));
    Ok(One { kept, matters: for_what.into_iter().filter_map(with).collect() })
}

/// The ticket of today with this number: somebody types it at the kiosk.
pub fn numbered(
    c: &mut Conn,
    station: &Station,
    (line, number): (LineId, i32),
    now: Timestamp,
) -> Result<Option<Kept>, Fault> {
    store::by_number(c, station.id, wall(station, now).date(), (line, number))
}

/// What a station does.
pub fn matters(c: &mut Conn, station: &Station) -> Result<Vec<Matter>, Fault> {
    store::matters(c, station.id)
}
