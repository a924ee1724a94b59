//! What can be booked, and what is: reads only.
use std::collections::BTreeMap;
use std::sync::Arc;

use almanac::hours::Hours;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::rules::{Day, Policy, Slot, Taken, Who, offered, still_served};
use super::store;
use crate::answers::{self, Desk, Kept, Official};
use crate::forecast::Span;
use crate::rules::{Line, LineId, Matter, OfficialId, Presence};
use crate::store as kept;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// A line with all that says when its desks are manned, read once for many days.
pub struct Ground<'a> {
    house: &'a House,
    station: &'a Station,
    pub line: Line,
    pub policy: Policy,
    hours: Arc<Hours>,
    /// Those that serve the line.
    desks: Vec<Desk>,
    people: Vec<(Official, Arc<Hours>)>,
    absent: BTreeMap<OfficialId, Span>,
}

/// How long a ticket for nothing that is known keeps a desk, in minutes.
const SOMETHING: i64 = 10;

impl<'a> Ground<'a> {
    pub fn of(c: &mut Conn, house: &'a House, station: &'a Station, line: Line) -> Result<Ground<'a>, Fault> {
        let hours = answers::hours_of(station, &line)?;
        let desks = kept::desks(c, station.id)?.into_iter().filter(|d| d.lines.contains(&line.id)).collect();
        let mut people = vec![];
        for official in kept::officials(c, station.id)? {
            let theirs =
                if official.hours.is_empty() { hours.clone() } else { stations::parsed_hours(&official.hours)? };
            people.push((official, theirs));
        }
        let ids: Vec<OfficialId> = people.iter().map(|(o, _)| o.id).collect();
        let lasts = kept::lasts(c, station.id, &ids)?;
        let mut absent = BTreeMap::new();
        for row in lasts.iter().filter(|row| !row.presence.is_in() && row.presence != Presence::Unknown) {
            // Without a return an absence is believed on its day.
            let midnight = answers::wall(station, row.from_at).date().saturating_add(1.day()).at(0, 0, 0, 0);
            let until = row.back_at.map_or_else(|| answers::instant(station, midnight), Ok)?;
            absent.insert(row.official, Span { from: row.from_at, until });
        }
        let policy = store::policy(c, station.id, line.id)?;
        Ok(Ground { house, station, line, policy, hours, desks, people, absent })
    }

    /// A day, with what is taken of it.
    pub fn day(&self, on: Date, taken: Vec<Taken>) -> Result<Day, Fault> {
        let open = self.spans(&self.hours, on)?;
        let mut people = vec![];
        for (official, hours) in &self.people {
            let theirs = common(&open, &self.spans(hours, on)?);
            let away = self.absent.get(&official.id);
            people.push((official.id, away.map_or_else(|| theirs.clone(), |away| without(&theirs, away))));
        }
        let at = |desk: &Desk| {
            let sits = |id: &OfficialId| self.people.iter().any(|(o, _)| o.id == *id && o.desk == Some(desk.id));
            union(people.iter().filter(|(id, _)| sits(id)).flat_map(|(_, spans)| spans.iter().copied()).collect())
        };
        let desks = self.desks.iter().map(at).collect();
        Ok(Day { open, desks, people, taken })
    }

    fn spans(&self, hours: &Hours, on: Date) -> Result<Vec<Span>, Fault> {
        let instant = |at: DateTime| answers::instant(self.station, at);
        let all = hours.intervals(on, &stations::calendar(self.house));
        all.into_iter().map(|(from, until)| Ok(Span { from: instant(from)?, until: instant(until)? })).collect()
    }

    /// The same with what is taken now.
    pub fn read(&self, c: &mut Conn, on: Date) -> Result<Day, Fault> {
        let taken = store::taken(c, self.station.id, self.line.id, (on, on))?;
        self.day(on, taken.into_iter().map(|(_, _, taken)| taken).collect())
    }
}

fn common(some: &[Span], others: &[Span]) -> Vec<Span> {
    let both = |a: &Span, b: &Span| Span { from: a.from.max(b.from), until: a.until.min(b.until) };
    let all = some.iter().flat_map(|a| others.iter().map(move |b| both(a, b)));
    all.filter(|s| s.from < s.until).collect()
}

fn without(spans: &[Span], away: &Span) -> Vec<Span> {
    let left = |s: &Span| {
        [Span { from: s.from, until: s.until.min(away.from) }, Span { from: s.from.max(away.until), until: s.until }]
    };
    spans.iter().flat_map(left).filter(|s| s.from < s.until).collect()
}

/// In their order; what touches is one.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|s| s.from);
    let mut all: Vec<Span> = vec![];
    for span in spans {
        match all.last_mut().filter(|last| span.from <= last.until) {
            Some(last) => last.until = last.until.max(span.until),
            None => all.push(span),
        }
    }
    all
}

/// By whom a matter is done, or who was asked for.
pub fn who_of(matter: &Matter, asked: Option<OfficialId>) -> Who {
    match (asked, matter.draft.official) {
        (Some(id), _) => Who::Only(id),
        (None, Some(id)) => Who::One(id, matter.draft.stand_in),
        (None, None) => Who::Anybody,
    }
}

/// How long a visit for these matters keeps a desk.
pub fn length(policy: &Policy, matters: &[&Matter]) -> SignedDuration {
    let minutes: i64 = matters.iter().map(|m| i64::from(m.draft.minutes)).sum();
    policy.length(if matters.is_empty() { SOMETHING } else { minutes })
}

/// One day of a calendar of free times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneDay {
    pub on: Date,
    /// Somebody works then; nobody on a holiday.
    pub open: bool,
    /// What can still be booked, full ones too.
    pub slots: Vec<Slot>,
}

impl OneDay {
    pub fn free(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.free > 0)
    }
}

/// The days on which a matter can be booked, from today on, each with its times that are not too soon. None if the line takes no
/// appointments.
pub fn calendar(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (matter, asked): (&Matter, Option<OfficialId>),
    now: Timestamp,
) -> Result<Vec<OneDay>, Fault> {
    let Some(line) = kept::lines(c, station.id)?.into_iter().find(|l| l.id == matter.draft.line) else {
        return Ok(vec![]);
    };
    let ground = Ground::of(c, house, station, line)?;
    let policy = ground.policy;
    if !policy.takes() {
        return Ok(vec![]);
    }
    let today = answers::wall(station, now).date();
    let last = today.saturating_add(i64::from(policy.days).days());
    let taken = store::taken(c, station.id, ground.line.id, (today, last))?;
    let soonest = now + SignedDuration::from_mins(i64::from(policy.notice));
    let (who, length) = (who_of(matter, asked), length(&policy, &[matter]));
    let mut all = vec![];
    for n in 0..=i64::from(policy.days) {
        let on = today.saturating_add(n.days());
        let theirs = taken.iter().filter(|(_, day, _)| *day == on).map(|(_, _, taken)| *taken).collect();
        let slots = offered(&ground.day(on, theirs)?, &policy, who, length);
        let open = !slots.is_empty();
        let slots = slots.into_iter().filter(|slot| slot.span.from > now && slot.span.from >= soonest).collect();
        all.push(OneDay { on, open, slots });
    }
    Ok(all)
}

/// Up to `most` free times for a matter, the nearest to `near` first: what to offer instead of what was refused.
pub fn nearest(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (matter, near): (&Matter, Timestamp),
    (now, most): (Timestamp, usize),
) -> Result<Vec<Slot>, Fault> {
    let days = calendar(c, house, station, (matter, None), now)?;
    let mut free: Vec<Slot> = days.iter().flat_map(OneDay::free).copied().collect();
    let away = |slot: &Slot| slot.span.from.duration_since(near).abs();
    free.sort_by_key(|slot| (away(slot), slot.span.from));
    free.truncate(most);
    Ok(free)
}

/// What a line takes.
pub fn policy(c: &mut Conn, station: &Station, line: LineId) -> Result<Policy, Fault> {
    store::policy(c, station.id, line)
}

/// What each of a station's lines takes that has a policy of its own.
pub fn policies(c: &mut Conn, station: &Station) -> Result<Vec<(LineId, Policy)>, Fault> {
    store::policies(c, station.id)
}

/// The ticket of another day that took the place of this one.
pub fn moved_to(c: &mut Conn, station: &Station, kept: &Kept) -> Result<Option<crate::TicketId>, Fault> {
    if kept.booked_at.is_none() {
        return Ok(None);
    }
    Ok(store::booking(c, station.id, kept.id)?.and_then(|booking| booking.next))
}

/// How long the desk is kept for an appointment.
pub fn span_of(c: &mut Conn, station: &Station, kept: &Kept) -> Result<Option<Span>, Fault> {
    let booking = store::booking(c, station.id, kept.id)?;
    Ok(kept.booked_at.zip(booking).map(|(from, booking)| Span { from, until: from + booking.length() }))
}

/// The appointments that stand in the days from `from` up to and including `until`, the first first: of an official ("my week"), or
/// of everybody.
pub fn booked_in(
    c: &mut Conn,
    station: &Station,
    official: Option<OfficialId>,
    days: (Date, Date),
) -> Result<Vec<Kept>, Fault> {
    let ids = store::standing(c, station.id, official, days)?;
    ids.into_iter().map(|id| kept::by_id(c, station.id, id)).collect()
}

/// The appointments from `now` on that cannot be kept as things stand: the line's hours, the station's or an official's have
/// changed under them, or the official will be away. The first first. What becomes of each is for those to decide who changed it.
pub fn hit_by(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<Kept>, Fault> {
    let today = answers::wall(station, now).date();
    let mut hit = vec![];
    for line in kept::lines(c, station.id)? {
        let taken = store::taken(c, station.id, line.id, (today, Date::MAX))?;
        if taken.is_empty() {
            continue;
        }
        let ground = Ground::of(c, house, station, line)?;
        for (id, on, taken) in taken.into_iter().filter(|(_, _, taken)| taken.span.from > now) {
            if !still_served(&ground.day(on, vec![])?, &taken) {
                hit.push(kept::by_id(c, station.id, id)?);
            }
        }
    }
    hit.retain(|kept| kept.ticket.state == crate::rules::State::Booked);
    hit.sort_by_key(|kept| (kept.booked_at, kept.line, kept.number));
    Ok(hit)
}
