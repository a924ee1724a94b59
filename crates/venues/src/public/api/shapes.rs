//! What the API says about rooms and reservations. Times are RFC 3339 with the station's offset.
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::ReservationId;
use crate::answers::{FreeNow, Receipt};
use crate::public::forms::{ReservationForm, written};
use crate::public::reserve::{offering_path, reservation_path};
use crate::rules::{self, Favoured, Key, Kind, Name, Policy, State};

/// From an instant up to, not including, another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TimeSpan)]
pub struct SpanShape {
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
}

impl SpanShape {
    pub fn of(span: &rules::Span, zone: &TimeZone) -> SpanShape {
        SpanShape { from: written(span.from, zone), until: written(span.until, zone) }
    }
}

/// How many places (tables, seats, halves) are free, and of how many, from an instant until another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Slot)]
pub struct SlotShape {
    #[schema(value_type = String, format = DateTime)]
    pub from: Arc<str>,
    #[schema(value_type = String, format = DateTime)]
    pub until: Arc<str>,
    pub free: i32,
    pub of: i32,
}

impl SlotShape {
    pub fn of(slot: &rules::Slot, clock: &mut Clock<'_>) -> SlotShape {
        let (from, until) = (clock.written(slot.span.from), clock.written(slot.span.until));
        SlotShape { from, until, free: slot.free, of: slot.of }
    }
}

/// Writes instants of a zone, each once: the rooms of a station share most of their starts.
pub struct Clock<'z> {
    zone: &'z TimeZone,
    known: HashMap<Timestamp, Arc<str>>,
}

impl<'z> Clock<'z> {
    pub fn new(zone: &'z TimeZone) -> Clock<'z> {
        Clock { zone, known: HashMap::new() }
    }

    fn written(&mut self, at: Timestamp) -> Arc<str> {
        self.known.entry(at).or_insert_with(|| written(at, self.zone).into()).clone()
    }
}

/// A closure with its public reason.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Closure)]
pub struct ClosureShape {
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    pub reason: Name,
}

impl ClosureShape {
    pub fn of(layer: &rules::Layer, zone: &TimeZone) -> ClosureShape {
        let SpanShape { from, until } = SpanShape::of(&layer.span, zone);
        ClosureShape { from, until, reason: layer.reason.clone() }
    }
}

/// Hours that are some people's first, on the day that is asked about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PriorityHours)]
pub struct PriorityShape {
    pub whom: Favoured,
    pub reason: Name,
    /// Minutes before the start from which on everybody may book; 0 = not before the start.
    pub to_all: i32,
    pub hours: Vec<SpanShape>,
}

impl PriorityShape {
    pub fn of(priority: &rules::Priority, day: &rules::Span, zone: &TimeZone) -> PriorityShape {
        let hours = priority.spans.iter().filter(|s| s.overlaps(day)).map(|s| SpanShape::of(s, zone)).collect();
        PriorityShape { whom: priority.whom, reason: priority.reason.clone(), to_all: priority.to_all, hours }
    }
}

/// A room and what one can book of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Venue)]
pub struct VenueShape {
    pub slug: String,
    pub name: Name,
    pub kind: Kind,
    /// `opening_hours` text; without one, whenever the station is open.
    pub hours: Option<String>,
    pub note: Name,
    pub key: Key,
    pub offerings: Vec<OfferingShape>,
}

/// What one can book, how it stands now, and its rules.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offering)]
pub struct OfferingShape {
    pub slug: String,
    pub name: Name,
    /// What people come for: `table-tennis`.
    pub activity: String,
    pub policy: Policy,
    /// What is free this minute; nothing while the room is closed.
    pub now: Option<SlotShape>,
    /// The next start that works for the usual length and the smallest group.
    pub next: Option<SpanShape>,
    /// When the room opens next within two days, if it is closed.
    #[schema(format = DateTime)]
    pub opens_at: Option<String>,
    /// The closure that is on now, if one is.
    pub closed_for: Option<ClosureShape>,
    /// The page where people book it.
    pub page: String,
}

impl OfferingShape {
    pub fn of(f: &FreeNow, station: &Station) -> OfferingShape {
        let zone = &station.zone;
        OfferingShape {
            slug: f.offering.slug.clone(),
            name: f.offering.name.clone(),
            activity: f.offering.activity.clone(),
            policy: f.offering.policy.clone(),
            now: f.now.as_ref().map(|s| SlotShape::of(s, &mut Clock::new(zone))),
            next: f.next.as_ref().map(|s| SpanShape::of(s, zone)),
            opens_at: f.opens_at.map(|at| written(at, zone)),
            closed_for: f.closed_for.as_ref().map(|l| ClosureShape::of(l, zone)),
            page: offering_path(station, &f.offering.slug),
        }
    }
}

/// A reservation, for the person it belongs to and for staff.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reservation)]
pub struct ReservationShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: ReservationId,
    pub offering: String,
    pub venue: String,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    pub group: i32,
    pub state: State,
    /// Whether a manager has to look at it first.
    pub awaits_approval: bool,
    /// When it ends by itself if nobody does anything: no code, no approval, nobody comes.
    #[schema(format = DateTime)]
    pub lapses_at: Option<String>,
    /// What they said they are, if they have it only because of that.
    pub said: Option<Favoured>,
    /// The tables, halves or rooms that were assigned.
    pub places: Vec<Name>,
    /// The page of it.
    pub page: String,
    /// The same for a calendar (`text/calendar`).
    pub calendar: String,
}

impl ReservationShape {
    pub fn of(r: &Receipt, station: &Station) -> ReservationShape {
        let one = &r.reservation;
        let SpanShape { from, until } = SpanShape::of(&one.span, &station.zone);
        let live = |at: &Timestamp| r.state.is_live() && *at < one.span.until;
        let page = reservation_path(station, one.id);
        ReservationShape {
            id: one.id,
            offering: r.offering.slug.clone(),
            venue: r.venue.slug.clone(),
            from,
            until,
            group: one.group,
            state: r.state,
            awaits_approval: one.awaits && r.state == State::Held,
            lapses_at: one.lapses_at.filter(live).map(|at| written(at, &station.zone)),
            said: one.favoured,
            places: r.places().map(|a| a.name.clone()).collect(),
            calendar: format!("{page}/calendar.ics"),
            page,
        }
    }
}

/// What to reserve. What is left out, the offering decides.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewReservation)]
#[serde(deny_unknown_fields)]
pub struct NewReservationShape {
    /// The slug of the offering.
    #[schema(example = "table-tennis")]
    pub offering: String,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: String,
    /// Without it, the usual length.
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    #[serde(default, deserialize_with = "whole")]
    pub minutes: Option<i32>,
    /// How many people; without it, the smallest group.
    #[schema(minimum = 1, maximum = 1000, example = 2)]
    #[serde(default, deserialize_with = "whole")]
    pub group: Option<i32>,
    /// A mobile number of eleven digits; only if nobody is signed in, else it is not looked at: the slot is held until the
    /// code that goes there comes back.
    #[schema(example = "13800005521")]
    pub phone: Option<String>,
    /// What you say you are, where hours are some people's first. It is kept only if you may have the time because of it.
    pub said: Option<Favoured>,
}

/// Another time for a reservation.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewTime)]
#[serde(deny_unknown_fields)]
pub struct NewTimeShape {
    #[schema(format = DateTime, example = "2026-06-24T20:30:00+08:00")]
    pub from: String,
    /// Without it, as long as before.
    #[schema(minimum = 5, maximum = 1440)]
    #[serde(default, deserialize_with = "whole")]
    pub minutes: Option<i32>,
}

impl From<NewReservationShape> for ReservationForm {
    fn from(new: NewReservationShape) -> ReservationForm {
        let typed = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        let ticked = |of| if new.said == Some(of) { "1".to_owned() } else { String::new() };
        ReservationForm {
            offering: new.offering,
            from: new.from,
            minutes: typed(new.minutes),
            group: typed(new.group),
            phone: new.phone.unwrap_or_default(),
            elderly: ticked(Favoured::Elderly),
            children: ticked(Favoured::Children),
            ..ReservationForm::default()
        }
    }
}

impl From<NewTimeShape> for ReservationForm {
    fn from(new: NewTimeShape) -> ReservationForm {
        let minutes = new.minutes.map(|n| n.to_string()).unwrap_or_default();
        ReservationForm { from: new.from, minutes, ..ReservationForm::default() }
    }
}

/// The digits of the message.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ReservationCode)]
#[serde(deny_unknown_fields)]
pub struct CodeShape {
    #[schema(example = "123456", pattern = "^[0-9]{6}$")]
    pub digits: String,
}

/// To JSON Schema 60.0 is as whole a number as 60.
pub fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i32>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(from)? else { return Ok(None) };
    let whole = number.as_i64().or_else(|| number.as_f64().filter(|n| n.fract() == 0.0).map(|n| n as i64));
    let fits = whole.and_then(|n| i32::try_from(n).ok());
    fits.map(Some).ok_or_else(|| D::Error::custom(format!("{number} is no whole number of 32 bits")))
}
