//! Activities as iCalendar. Every time is an event of its own with an explicit day, because clients misread rules by the moon.
use icalendar::{Component as _, Event, EventLike as _, EventStatus};
use kernel::view::View;
use stations::{Station, ics};

use crate::answers::Seen;
use crate::rules::State;
use crate::says;

/// Who reads, where, and under which address.
pub struct Feed<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    pub public_url: &'a str,
}

impl Feed<'_> {
    /// A calendar of these times; with a name, somebody subscribes to it.
    pub fn written<'s>(&self, name: Option<&str>, all: impl IntoIterator<Item = &'s Seen>) -> String {
        let events: Vec<Event> = all.into_iter().map(|seen| self.event(seen)).collect();
        ics::written(ics::calendar(name), events)
    }

    fn event(&self, seen: &Seen) -> Event {
        let one = &seen.one;
        let status = if one.state == State::CalledOff { EventStatus::Cancelled } else { EventStatus::Confirmed };
        let changed = (u32::try_from(one.sequence).unwrap_or(0), one.changed_at);
        let at = (self.public_url, self.station);
        let mut event = ics::event(at, &one.id.to_string(), (one.starts_at, one.ends_at), changed, status);
        event.summary(seen.title());
        event.url(&format!("{}{}", self.public_url, self.station.path(&format!("/occurrences/{}", one.id))));
        let place = says::place(self.v, seen);
        if !place.is_empty() {
            event.location(&format!("{} {place}", self.station.address));
        }
        let plan = &seen.series.plan;
        let words = [&one.reason, &one.note, &plan.about, &plan.bring];
        let words: Vec<&str> = words.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        if !words.is_empty() {
            event.description(&words.join("\n"));
        }
        // Whose times belong together, for programs that show them so.
        event.add_property("RELATED-TO", ics::uid(self.public_url, &one.series.to_string()));
        event
    }
}
