//! iCalendar (RFC 5545): what all feeds of a station have in common.
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use jiff::Timestamp;

use crate::station::Station;

/// A calendar, which has a name when somebody subscribes to it.
pub fn calendar(name: Option<&str>) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Yizhan//Yizhan//ZH"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    if let Some(name) = name {
        calendar.name(name);
    }
    calendar
}

/// An event at a station. Its UID stays the same and its SEQUENCE grows, so a second import replaces the first.
pub fn event(
    (public_url, station): (&str, &Station),
    id: &str,
    (from, until): (Timestamp, Timestamp),
    (sequence, changed_at): (u32, Timestamp),
    status: EventStatus,
) -> Event {
    let mut event = Event::with_uid(&uid(public_url, id));
    event.add_property("DTSTAMP", utc(changed_at));
    event.add_property("LAST-MODIFIED", utc(changed_at));
    event.add_property("DTSTART", utc(from));
    event.add_property("DTEND", utc(until));
    event.sequence(sequence);
    event.location(&station.address);
    event.status(status);
    event
}

pub fn written(mut calendar: Calendar, events: impl IntoIterator<Item = Event>) -> String {
    for event in events {
        calendar.push(event);
    }
    calendar.to_string()
}

/// What one event says beside when and where.
pub struct Entry<'a> {
    pub id: &'a str,
    pub span: (Timestamp, Timestamp),
    /// Grows with each change, and when the last was made.
    pub sequence: (u32, Timestamp),
    /// It does not take place any more.
    pub cancelled: bool,
    pub summary: &'a str,
    pub description: &'a str,
    /// The path of its page.
    pub path: &'a str,
}

/// A calendar of one event, for whoever puts it into theirs.
pub fn one(public_url: &str, station: &Station, entry: &Entry<'_>) -> String {
    let status = if entry.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
    let mut event = event((public_url, station), entry.id, entry.span, entry.sequence, status);
    event.summary(entry.summary);
    event.url(&format!("{public_url}{}", entry.path));
    if !entry.description.is_empty() {
        event.description(entry.description);
    }
    written(calendar(None), [event])
}

/// What names something of ours in calendars everywhere.
pub fn uid(public_url: &str, id: &str) -> String {
    format!("{id}@{}", host(public_url))
}

/// 20260624T120000Z (RFC 5545, 3.3.5, form 2): every client reads it the same.
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The host of an address, without its port: the right side of a UID.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}
