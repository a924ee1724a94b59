//! What is promised now, and what was said of the door today. Names nobody.
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;
use stations::Station;

use super::rules::{SLIP, kind, may_take_back, said_nr};
use crate::acts::day_of;
use crate::rules::door::Sign;

/// So many events are looked at in one go.
const AT_ONCE: i64 = 100;
/// So long before its time a door may be opened for the evening.
const EARLY: SignedDuration = SignedDuration::from_hours(1);

/// What the hours say, as they are now.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// The station's own day.
    pub on: Date,
    /// The stretches that begin on that day, half-open, in order; before them, of one that began the day before and is not over yet, what
    /// lies on the day.
    pub spans: Vec<(Timestamp, Timestamp)>,
    /// The stretch that is promised now. It may have begun yesterday.
    pub now: Option<(Timestamp, Timestamp)>,
    /// When it is to be opened next, after the stretch that is promised now.
    pub opens: Option<Timestamp>,
    /// A holiday notice that is still to come may change the day.
    pub provisional: bool,
}

/// What is promised at `now`.
///
/// # Errors
/// A day outside the years that there are.
pub fn promise(house: &House, station: &Station, now: Timestamp) -> Result<Promise, Fault> {
    let (calendar, on) = (stations::calendar(house), day_of(station, now));
    let wall = stations::wall(now, &station.zone);
    let mut spans = promised_on(house, station, on)?;
    let yesterday = on.yesterday().map_or_else(|_| Ok(vec![]), |day| promised_on(house, station, day))?;
    let holds = |span: &&(Timestamp, Timestamp)| span.0 <= now && now < span.1;
    let opens = station.hours.next_opening(wall, &calendar).map(|at| instant(station, at)).transpose()?;
    let night = yesterday.iter().find(holds).copied();
    let current = night.or_else(|| spans.iter().find(holds).copied());
    if let Some((_, until)) = night {
        spans.insert(0, (instant(station, on.at(0, 0, 0, 0))?, until));
    }
    Ok(Promise { now: current, provisional: station.hours.may_change(on, &calendar), on, spans, opens })
}

/// The stretches that begin on a day, by the hours as they are now.
///
/// # Errors
/// A day outside the years that there are.
pub fn promised_on(house: &House, station: &Station, day: Date) -> Result<Vec<(Timestamp, Timestamp)>, Fault> {
    let spans = station.hours.intervals(day, &stations::calendar(house));
    spans.into_iter().map(|(from, until)| Ok((instant(station, from)?, instant(station, until)?))).collect()
}

/// The instant of the station's wall time; of two the earlier, and of none the next.
///
/// # Errors
/// An instant outside the years that there are.
pub(super) fn instant(station: &Station, at: DateTime) -> Result<Timestamp, Fault> {
    station.zone.to_ambiguous_timestamp(at).compatible().map_err(Fault::broken)
}

/// Something that was said or seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    pub id: Id,
    /// Of what others saw: when its quarter of an hour began.
    pub at: Timestamp,
    /// Never [`Sign::FoundClosed`]: of that there is only a number.
    pub sign: Sign,
    /// The how manieth of the things that staff said on its day, from 1; nothing for what a desk or a room saw.
    pub said: Option<u32>,
}

/// The day so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    pub promise: Promise,
    /// In the order in which it was.
    pub signs: Vec<Noted>,
}

impl Today {
    /// What staff said last, or showed without saying it.
    pub fn last(&self) -> Option<&Noted> {
        self.signs.last()
    }

    /// Whether the last word is that it is open; nothing while nobody said anything.
    pub fn is_open(&self) -> Option<bool> {
        self.last().map(|noted| noted.sign != Sign::Closed)
    }
}

/// What was said and seen today, and, in a night that goes on past midnight, since it began. Not that somebody found it closed: whoever sees that appear sees who has just left the door.
///
/// # Errors
/// The database's.
pub fn today(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Today, Fault> {
    let promise = promise(house, station, now)?;
    let mut signs = vec![];
    if let Some((began, _)) = promise.now.filter(|(began, _)| day_of(station, *began) < promise.on) {
        signs = noted(c, station.id, day_of(station, began))?;
        signs.retain(|noted| began - EARLY <= noted.at);
    }
    signs.extend(noted(c, station.id, promise.on)?);
    Ok(Today { promise, signs })
}

/// What was said and seen on a day, in the order in which it was. Of one instant, what others saw stands after what staff said: it is
/// told no more exactly than that.
fn noted(c: &mut Conn, station: StationId, day: Date) -> Result<Vec<Noted>, Fault> {
    let mut signs = vec![];
    for sign in [Sign::Opened, Sign::Closed, Sign::SeenOpen] {
        let all = fact::between(c, station, kind(sign), day, day.saturating_add(1.day()))?;
        signs.extend(all.iter().map(|f| Noted { id: f.id, at: f.at, sign, said: said_nr(f.id, day) }));
    }
    signs.sort_by_key(|noted| (noted.at, noted.said.is_none(), noted.said));
    Ok(signs)
}

/// What staff said last on that day.
pub(super) fn last_said(c: &mut Conn, station: StationId, day: Date) -> Result<Option<Noted>, Fault> {
    Ok(noted(c, station, day)?.into_iter().max_by_key(|noted| noted.said).filter(|noted| noted.said.is_some()))
}

/// What staff said last, as far as it may be a slip that is still taken back: today, or just before midnight.
pub(super) fn last_word(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Option<Noted>, Fault> {
    let (today, before) = (day_of(station, now), day_of(station, now - SLIP));
    match last_said(c, station.id, today)? {
        None if before < today => Ok(last_said(c, station.id, before)?.filter(|last| last.at + SLIP >= now)),
        last => Ok(last),
    }
}

/// Who said something that was said at or after `since`, as the page of changes has it: the fact names nobody. Asked of the last minutes
/// only, or all that happened since is read.
pub(super) fn said_by(
    c: &mut Conn,
    station: StationId,
    (id, since): (Id, Timestamp),
) -> Result<Option<StaffId>, Fault> {
    let (mut before, subject) = (i64::MAX, id.to_string());
    loop {
        let some = event::latest(c, station, before, AT_ONCE)?;
        for one in &some {
            if one.subject == subject && one.kind.starts_with("door.") {
                return Ok(if let By::Staff(who) = one.by { Some(StaffId(who)) } else { None });
            }
        }
        match some.last() {
            Some(oldest) if oldest.at >= since => before = oldest.change,
            _ => return Ok(None),
        }
    }
}

/// What somebody may still take back: their own last word, within minutes.
///
/// # Errors
/// The database's.
pub fn slip(c: &mut Conn, station: &Station, (me, now): (StaffId, Timestamp)) -> Result<Option<Noted>, Fault> {
    let last = last_word(c, station, now)?;
    let Some(last) = last.filter(|last| now.duration_since(last.at) <= SLIP) else { return Ok(None) };
    let by = said_by(c, station.id, (last.id, last.at))?;
    Ok(may_take_back(Some((last.at, by)), (me, now)).is_ok().then_some(last))
}
