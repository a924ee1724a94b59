//! One time as schema.org says it, for search engines and assistants.
use kernel::page::Place;
use serde_json::json;

use crate::answers::Seen;
use crate::frame::{Frame, occurrence_path};
use crate::rules::State;
use crate::says;

/// `Event`, and `Festival` for a fair.
pub fn event(f: Frame<'_>, seen: &Seen, public_url: &str) -> String {
    let one = &seen.one;
    let status = if one.state == State::CalledOff { "EventCancelled" } else { "EventScheduled" };
    let Place { name, .. } = f.station.place(f.v);
    let place = says::place(f.v, seen);
    json!({
        "@context": "https://schema.org",
        "@type": if seen.series.plan.kind == crate::rules::Kind::Fair { "Festival" } else { "Event" },
        "name": seen.title(),
        "startDate": says::written(f.station, one.starts_at),
        "endDate": says::written(f.station, one.ends_at),
        "eventStatus": format!("https://schema.org/{status}"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": true,
        "url": format!("{public_url}{}", occurrence_path(f.station, one.id)),
        "location": {
            "@type": "Place",
            "name": if place.is_empty() { name } else { format!("{name} {place}") },
            "address": f.station.address,
        },
    })
    .to_string()
}
