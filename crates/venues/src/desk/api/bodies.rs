//! What the desk's API answers with.
use jiff::tz::TimeZone;
use kernel::db::types::Id;
use kernel::event::{By, Event};
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::ReservationId;
use crate::acts::Booked;
use crate::desk::seen::Seen;
use crate::public::api::shapes::ReservationShape;
use crate::public::forms::written;
use crate::rules::{Atom, Key, Kind, Layer, LayerKind, Name, Offering, Policy, Source, Span, State, Venue};

/// A reservation with whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgendaEntry {
    #[serde(flatten)]
    reservation: ReservationShape,
    source: Source,
    /// What they are called, if anybody said.
    name: Option<String>,
    /// The number, masked.
    #[schema(example = "138****5521")]
    phone: Option<String>,
}

impl AgendaEntry {
    pub fn of(seen: &Seen, station: &Station) -> AgendaEntry {
        AgendaEntry {
            reservation: ReservationShape::of(&seen.receipt, station),
            source: seen.receipt.reservation.source,
            name: seen.guest.name.clone(),
            phone: seen.guest.phone.as_ref().map(ToString::to_string),
        }
    }
}

/// What became of a wish or of a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct Became {
    #[schema(value_type = String, format = "uuid")]
    pub id: ReservationId,
    pub state: State,
}

impl From<Booked> for Became {
    fn from(booked: Booked) -> Became {
        Became { id: booked.id, state: booked.state }
    }
}

/// A closure or an extra opening.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Opening)]
pub struct OpeningBody {
    #[schema(value_type = String, format = "uuid")]
    id: Id,
    /// None = the whole station.
    venue: Option<i32>,
    kind: LayerKind,
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
    reason: Name,
}

impl OpeningBody {
    pub fn of(layer: &Layer, zone: &TimeZone) -> OpeningBody {
        let Span { from, until } = layer.span;
        OpeningBody {
            id: layer.id,
            venue: layer.venue,
            kind: layer.kind,
            from: written(from, zone),
            until: written(until, zone),
            reason: layer.reason.clone(),
        }
    }
}

/// What laying a closure did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Laid {
    #[schema(value_type = String, format = "uuid")]
    pub id: Id,
    /// The reservations that it has cancelled; whoever has a phone is told.
    #[schema(value_type = Vec<String>)]
    pub cancelled: Vec<ReservationId>,
}

/// A venue with what it is made of and what one can book of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ManagedVenue)]
pub struct VenueBody {
    id: i32,
    slug: String,
    kind: Kind,
    /// Send it back with a change of it.
    version: i32,
    name_zh: String,
    name_en: String,
    /// The number of the owner.
    owner: i32,
    /// `opening_hours`; null = whenever the station is open.
    hours: Option<String>,
    note_zh: String,
    note_en: String,
    key: Key,
    /// Smaller stands higher.
    place_in_list: i32,
    places: Vec<PlaceBody>,
    offerings: Vec<OfferingBody>,
}

/// One table, one half of the hall, a gym that so many people share.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Place)]
pub struct PlaceBody {
    id: i32,
    name: Name,
    units: i16,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ManagedOffering)]
pub struct OfferingBody {
    id: i32,
    slug: String,
    name: Name,
    activity: String,
    version: i32,
    policy: Policy,
}

impl VenueBody {
    pub fn of<'o>(venue: &Venue, atoms: &[Atom], offerings: impl Iterator<Item = &'o Offering>) -> VenueBody {
        let place = |a: &Atom| PlaceBody { id: a.id, name: a.name.clone(), units: a.units };
        VenueBody {
            id: venue.id,
            slug: venue.slug.clone(),
            kind: venue.kind,
            version: venue.version,
            name_zh: venue.name.zh.clone(),
            name_en: venue.name.en.clone(),
            owner: venue.owner,
            hours: venue.hours.clone(),
            note_zh: venue.note.zh.clone(),
            note_en: venue.note.en.clone(),
            key: venue.key,
            place_in_list: venue.place_in_list,
            places: atoms.iter().map(place).collect(),
            offerings: offerings.map(OfferingBody::of).collect(),
        }
    }
}

impl OfferingBody {
    pub fn of(o: &Offering) -> OfferingBody {
        OfferingBody {
            id: o.id,
            slug: o.slug.clone(),
            name: o.name.clone(),
            activity: o.activity.clone(),
            version: o.version,
            policy: o.policy.clone(),
        }
    }
}

/// One change, as it was written. Ids only: no names, no numbers of persons.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Change)]
pub struct ChangeBody {
    /// Grows by one with each change of the station, without holes.
    change: i64,
    #[schema(format = DateTime)]
    at: String,
    #[schema(example = "reservation.confirmed")]
    kind: String,
    subject: String,
    by: ByBody,
    #[schema(value_type = Object)]
    data: serde_json::Value,
}

/// Who made it. Residents are not told apart.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChangedBy)]
#[serde(rename_all = "kebab-case")]
enum ByBody {
    Program,
    Resident,
    Staff,
}

impl ChangeBody {
    pub fn of(event: Event, zone: &TimeZone) -> ChangeBody {
        let by = match event.by {
            By::Program => ByBody::Program,
            By::Resident => ByBody::Resident,
            By::Staff(_) => ByBody::Staff,
        };
        let at = written(event.at, zone);
        ChangeBody { change: event.change, at, kind: event.kind, subject: event.subject, by, data: event.data }
    }
}
