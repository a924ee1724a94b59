//! iCalendar (RFC 5545): a reservation for its owner's calendar, and a room's busy times without names.
use icalendar::{Component, Event, EventStatus};
use jiff::Timestamp;

use super::reserve::{offering_path, reservation_path};
use crate::answers::Receipt;
use crate::rules::{Offering, Span, State};
use crate::series::answers::Look;
use crate::store::{self, Reservation};
use crate::{ReservationId, says, series};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::view::View;
use stations::{Station, ics};

/// A time at which a room is in use: whose it is, nobody reads here.
#[derive(Debug, Clone)]
pub struct Busy {
    id: ReservationId,
    span: Span,
    sequence: i32,
    changed_at: Timestamp,
    held: bool,
}

/// Live reservations of the offering's room inside `window`.
pub fn busy(c: &mut Conn, station: &Station, of: &Offering, window: &Span, now: Timestamp) -> Result<Vec<Busy>, Fault> {
    let all = store::hit_by(c, station.id, Some(of.venue), window, now)?;
    Ok(all.into_iter().map(|r| of_reservation(&r, now)).collect())
}

fn of_reservation(r: &Reservation, now: Timestamp) -> Busy {
    let held = r.state_at(now) == State::Held;
    Busy { id: r.id, span: r.span, sequence: r.sequence, changed_at: r.changed_at, held }
}

/// For whom a feed is written.
pub struct Feed<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    pub public_url: &'a str,
}

impl Feed<'_> {
    /// One reservation. Its UID stays the same and its SEQUENCE grows, so a second import replaces the first.
    pub fn reservation(&self, r: &Receipt) -> String {
        ics::written(ics::calendar(None), [self.of_receipt(r)])
    }

    fn of_receipt(&self, r: &Receipt) -> Event {
        let status = match r.state {
            State::Held => EventStatus::Tentative,
            State::Confirmed | State::CheckedIn | State::Completed => EventStatus::Confirmed,
            State::Expired | State::Cancelled | State::Released => EventStatus::Cancelled,
        };
        let one = &r.reservation;
        let mut event = self.event(one.id, &one.span, (one.sequence, one.changed_at), status);
        event.summary(&format!("{} · {}", says::what(self.v, r), self.station.name(self.v)));
        event.url(&format!("{}{}", self.public_url, reservation_path(self.station, one.id)));
        let note = says::name(self.v, &r.venue.note);
        if !note.is_empty() {
            event.description(note);
        }
        event
    }

    /// A series as expanded events: clients read lunar rules as solar ones without a word. Each date is an event of its own
    /// under the UID of its reservation, which stays when the date is moved and when the series is split; SEQUENCE grows
    /// with each change, and what was given back stays as cancelled. RECURRENCE-ID would name an instance of a recurring
    /// event (RFC 5545, 3.8.4.4), which these are not; RELATED-TO (3.8.4.5) says that they belong together.
    pub fn series(&self, look: &Look) -> String {
        let title = series::says::rule(self.v, &look.series.terms);
        let of = ics::uid(self.public_url, &look.series.id.to_string());
        let events = look.lines.iter().filter_map(|line| line.receipt.as_ref()).map(|r| {
            let mut event = self.of_receipt(r);
            event.append_property(("RELATED-TO", of.as_str()));
            event
        });
        let name = format!("{} · {title}", says::name(self.v, &look.offering.name));
        ics::written(ics::calendar(Some(&name)), events.collect::<Vec<_>>())
    }

    /// The meetings of a club: each date of its series as an event that is called like the club and leads to its page.
    pub fn meetings(&self, club: &str, page: &str, all: &[Look]) -> String {
        let receipts = all.iter().flat_map(|look| look.lines.iter().filter_map(|line| line.receipt.as_ref()));
        let events = receipts.map(|r| {
            let mut event = self.of_receipt(r);
            event.summary(&format!("{club} · {}", says::name(self.v, &r.offering.name)));
            event.url(&format!("{}{page}", self.public_url));
            event
        });
        let name = format!("{club} · {}", self.station.name(self.v));
        ics::written(ics::calendar(Some(&name)), events.collect::<Vec<_>>())
    }

    /// When the room of an offering is in use.
    pub fn room(&self, offering: &Offering, busy: &[Busy]) -> String {
        let name = format!("{} · {}", says::name(self.v, &offering.name), self.station.name(self.v));
        let events = busy.iter().map(|b| {
            let status = if b.held { EventStatus::Tentative } else { EventStatus::Confirmed };
            let mut event = self.event(b.id, &b.span, (b.sequence, b.changed_at), status);
            event.summary(&self.v.t("venues-feed-busy"));
            event.url(&format!("{}{}", self.public_url, offering_path(self.station, &offering.slug)));
            event
        });
        ics::written(ics::calendar(Some(&name)), events.collect::<Vec<_>>())
    }

    fn event(
        &self,
        id: ReservationId,
        span: &Span,
        (sequence, changed_at): (i32, Timestamp),
        status: EventStatus,
    ) -> Event {
        let at = (self.public_url, self.station);
        let changed = (sequence.unsigned_abs(), changed_at);
        ics::event(at, &id.to_string(), (span.from, span.until), changed, status)
    }
}
