//! Venues, atoms and offerings of a station.
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rules::{Atom, Name, Offering, OfferingId, Policy, Venue, VenueId};
use crate::schema::{atoms, offerings, venues};
use kernel::db::Conn;
use kernel::db::types::{Json, JsonOf, StationId};
use kernel::fault::Fault;
use kernel::on;

/// Everything that a station offers, in the order of its list.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    pub venues: Vec<Venue>,
    pub atoms: Vec<Atom>,
    pub offerings: Vec<Offering>,
}

impl Catalogue {
    pub fn venue(&self, id: VenueId) -> Option<&Venue> {
        self.venues.iter().find(|v| v.id == id)
    }
    pub fn offering(&self, slug: &str) -> Option<&Offering> {
        self.offerings.iter().find(|o| o.slug == slug)
    }
    pub fn offering_by_id(&self, id: OfferingId) -> Option<&Offering> {
        self.offerings.iter().find(|o| o.id == id)
    }
    pub fn atoms_of(&self, venue: VenueId) -> Vec<Atom> {
        self.atoms.iter().filter(|a| a.venue == venue).cloned().collect()
    }
    pub fn offerings_of(&self, venue: VenueId) -> impl Iterator<Item = &Offering> {
        self.offerings.iter().filter(move |o| o.venue == venue)
    }
}

/// Until the transaction ends, no one else decides about this venue. Every path takes this lock first.
pub fn hold(c: &mut Conn, station: StationId, venue: VenueId) -> Result<(), Fault> {
    let row = venues::table.find((station, venue)).select(venues::id);
    Ok(kernel::hold!(c, row)?)
}

pub(super) type VenueRow = (i32, String, String, String, String, i32, Option<String>, String, String, String, i32, i32);
pub(super) type AtomRow = (i32, i32, String, String, i16);
pub(super) type OfferingRow =
    (i32, i32, String, String, String, String, String, String, JsonOf<Vec<i32>>, JsonOf<Policy>, i32);

/// A word of an enum as the database keeps it.
fn word<T: Serialize>(value: &T) -> Result<String, Fault> {
    match serde_json::to_value(value).map_err(Fault::broken)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Fault::broken(format!("{other} is not a word"))),
    }
}
fn unword<T: DeserializeOwned>(word: String) -> Result<T, Fault> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(Fault::broken)
}

pub(super) fn to_venue(row: VenueRow) -> Result<Venue, Fault> {
    let (id, slug, zh, en, kind, owner, hours, note_zh, note_en, key, place_in_list, version) = row;
    Ok(Venue {
        id,
        slug,
        name: Name { zh, en },
        kind: unword(kind)?,
        owner,
        hours,
        note: Name { zh: note_zh, en: note_en },
        key: unword(key)?,
        place_in_list,
        version,
    })
}
pub(super) fn to_atom((id, venue, zh, en, units): AtomRow) -> Atom {
    Atom { id, venue, name: Name { zh, en }, units }
}
pub(super) fn to_offering(row: OfferingRow) -> Result<Offering, Fault> {
    let (id, venue, slug, zh, en, activity, mode, takes, atoms, policy, version) = row;
    Ok(Offering {
        id,
        venue,
        slug,
        name: Name { zh, en },
        activity,
        mode: unword(mode)?,
        takes: unword(takes)?,
        atoms: atoms.0,
        policy: policy.0,
        version,
    })
}

macro_rules! offering_columns {
    () => {
        (
            offerings::id,
            offerings::venue_id,
            offerings::slug,
            offerings::name_zh,
            offerings::name_en,
            offerings::activity,
            offerings::mode,
            offerings::takes,
            offerings::atoms,
            offerings::policy,
            offerings::version,
        )
    };
}

macro_rules! venue_columns {
    () => {
        (
            venues::id,
            venues::slug,
            venues::name_zh,
            venues::name_en,
            venues::kind,
            venues::owner_id,
            venues::hours,
            venues::note_zh,
            venues::note_en,
            venues::key_kind,
            venues::place_in_list,
            venues::version,
        )
    };
}

pub(super) use {offering_columns, venue_columns};

pub fn catalogue(c: &mut Conn, station: StationId) -> Result<Catalogue, Fault> {
    let venue_rows: Vec<VenueRow> = on!(c, c => venues::table
        .filter(venues::station_id.eq(station))
        .order((venues::place_in_list, venues::id))
        .select(venue_columns!())
        .load(c))?;
    let atom_rows: Vec<AtomRow> = on!(c, c => atoms::table
        .filter(atoms::station_id.eq(station))
        .order(atoms::id)
        .select((atoms::id, atoms::venue_id, atoms::name_zh, atoms::name_en, atoms::units))
        .load(c))?;
    let offering_rows: Vec<OfferingRow> = on!(c, c => offerings::table
        .filter(offerings::station_id.eq(station))
        .order(offerings::id)
        .select(offering_columns!())
        .load(c))?;
    Ok(Catalogue {
        venues: venue_rows.into_iter().map(to_venue).collect::<Result<_, _>>()?,
        atoms: atom_rows.into_iter().map(to_atom).collect(),
        offerings: offering_rows.into_iter().map(to_offering).collect::<Result<_, _>>()?,
    })
}

pub fn offering_by_slug(c: &mut Conn, station: StationId, slug: &str) -> Result<Option<Offering>, Fault> {
    let row: Option<OfferingRow> = on!(c, c => offerings::table
        .filter(offerings::station_id.eq(station).and(offerings::slug.eq(slug)))
        .select(offering_columns!())
        .first(c)
        .optional())?;
    row.map(to_offering).transpose()
}

/// A venue and its atoms.
pub fn venue_of(c: &mut Conn, station: StationId, venue: VenueId) -> Result<(Venue, Vec<Atom>), Fault> {
    let row: VenueRow = on!(c, c => venues::table.find((station, venue)).select(venue_columns!()).first(c))?;
    let atom_rows: Vec<AtomRow> = on!(c, c => atoms::table
        .filter(atoms::station_id.eq(station).and(atoms::venue_id.eq(venue)))
        .order(atoms::id)
        .select((atoms::id, atoms::venue_id, atoms::name_zh, atoms::name_en, atoms::units))
        .load(c))?;
    Ok((to_venue(row)?, atom_rows.into_iter().map(to_atom).collect()))
}

pub fn insert_venue(c: &mut Conn, station: StationId, v: &Venue) -> Result<(), Fault> {
    let row = (
        (venues::station_id.eq(station), venues::id.eq(v.id), venues::slug.eq(&v.slug)),
        (venues::name_zh.eq(&v.name.zh), venues::name_en.eq(&v.name.en)),
        (venues::kind.eq(word(&v.kind)?), venues::owner_id.eq(v.owner), venues::hours.eq(&v.hours)),
        (venues::note_zh.eq(&v.note.zh), venues::note_en.eq(&v.note.en), venues::key_kind.eq(word(&v.key)?)),
        (venues::place_in_list.eq(v.place_in_list), venues::version.eq(v.version)),
    );
    on!(c, c => diesel::insert_into(venues::table).values(row).execute(c))?;
    Ok(())
}

/// Keeps an edited venue if nobody else has edited it since version `v.version`. Returns whether it did.
pub fn update_venue(c: &mut Conn, station: StationId, v: &Venue) -> Result<bool, Fault> {
    let (kind, key) = (word(&v.kind)?, word(&v.key)?);
    let changed = on!(c, c => diesel::update(venues::table.find((station, v.id)).filter(venues::version.eq(v.version)))
        .set((
            (venues::name_zh.eq(&v.name.zh), venues::name_en.eq(&v.name.en), venues::kind.eq(kind)),
            (venues::owner_id.eq(v.owner), venues::hours.eq(&v.hours), venues::key_kind.eq(key)),
            (venues::note_zh.eq(&v.note.zh), venues::note_en.eq(&v.note.en)),
            (venues::place_in_list.eq(v.place_in_list), venues::version.eq(v.version.saturating_add(1))),
        ))
        .execute(c))?;
    Ok(changed == 1)
}

pub fn insert_atom(c: &mut Conn, station: StationId, a: &Atom) -> Result<(), Fault> {
    let row = (
        (atoms::station_id.eq(station), atoms::id.eq(a.id), atoms::venue_id.eq(a.venue)),
        (atoms::name_zh.eq(&a.name.zh), atoms::name_en.eq(&a.name.en), atoms::units.eq(a.units)),
    );
    on!(c, c => diesel::insert_into(atoms::table).values(row).execute(c))?;
    Ok(())
}

pub fn insert_offering(c: &mut Conn, station: StationId, o: &Offering) -> Result<(), Fault> {
    let row = (
        (offerings::station_id.eq(station), offerings::id.eq(o.id), offerings::venue_id.eq(o.venue)),
        (offerings::slug.eq(&o.slug), offerings::name_zh.eq(&o.name.zh), offerings::name_en.eq(&o.name.en)),
        (offerings::activity.eq(&o.activity), offerings::mode.eq(word(&o.mode)?), offerings::takes.eq(word(&o.takes)?)),
        (offerings::atoms.eq(Json::of(&o.atoms)?), offerings::policy.eq(Json::of(&o.policy)?)),
        offerings::version.eq(o.version),
    );
    on!(c, c => diesel::insert_into(offerings::table).values(row).execute(c))?;
    Ok(())
}

/// Keeps an edited name and policy if nobody else has edited the offering since version `o.version`. Returns whether it did.
pub fn update_offering(c: &mut Conn, station: StationId, o: &Offering) -> Result<bool, Fault> {
    let policy = Json::of(&o.policy)?;
    let row = offerings::table.find((station, o.id)).filter(offerings::version.eq(o.version));
    let changed = on!(c, c => diesel::update(row)
        .set((
            (offerings::name_zh.eq(&o.name.zh), offerings::name_en.eq(&o.name.en)),
            (offerings::policy.eq(policy), offerings::version.eq(o.version.saturating_add(1))),
        ))
        .execute(c))?;
    Ok(changed == 1)
}
