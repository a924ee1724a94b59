//! `venues.toml`: rooms, their atoms, and what one can book of them.
use std::collections::BTreeSet;

use ::venues::rules::{Atom, AtomId, Key, Kind, Mode, Name, Offering, Policy, Takes, Venue};
use serde::Deserialize;
use toml::Spanned;

use super::station::{Owner, owner_number};
use super::wrong::{line_at, toml};
use super::{Files, Wrong};

/// A venue with all that belongs to it, numbered for one station.
#[derive(Debug, Clone)]
pub struct Room {
    pub venue: Venue,
    pub atoms: Vec<Atom>,
    pub offerings: Vec<Offering>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    venue: Vec<Spanned<VenueText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VenueText {
    slug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    kind: Kind,
    owner: String,
    hours: Option<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
    key: Key,
    atoms: Vec<AtomText>,
    #[serde(default)]
    offering: Vec<Spanned<OfferingText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AtomText {
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default = "one")]
    units: i16,
}

fn one() -> i16 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfferingText {
    slug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    activity: String,
    mode: Mode,
    takes: Takes,
    /// Names of atoms; none = all of the venue.
    atoms: Option<Vec<String>>,
    #[serde(default)]
    policy: Policy,
}

const FILE: &str = "venues.toml";

pub fn read(files: &Files, owners: &[Owner]) -> Result<Vec<Room>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let mut reader = Reader { text, owners, wrong: vec![], slugs: BTreeSet::new(), atoms: 0, offerings: 0 };
    let rooms = read.venue.into_iter().zip(1..).map(|(venue, n)| reader.room(venue, n)).collect();
    if reader.wrong.is_empty() { Ok(rooms) } else { Err(reader.wrong) }
}

struct Reader<'t> {
    text: &'t str,
    owners: &'t [Owner],
    wrong: Vec<Wrong>,
    /// `venue x` and `offering y` that were seen.
    slugs: BTreeSet<String>,
    /// How many atoms and offerings have a number.
    atoms: i32,
    offerings: i32,
}

impl Reader<'_> {
    fn wrong(&mut self, at: usize, about: &str, why: impl Into<String>) {
        self.wrong.push(Wrong::new(FILE, line_at(self.text, at), about, why));
    }

    fn slug(&mut self, at: usize, about: &str, slug: &str) {
        if slug.parse::<stations::Slug>().is_err() {
            self.wrong(at, about, "a slug is small letters, digits and single hyphens");
        }
        if !self.slugs.insert(about.to_owned()) {
            self.wrong(at, about, "the same slug stands further up");
        }
    }

    fn room(&mut self, venue: Spanned<VenueText>, id: i32) -> Room {
        let at = venue.span().start;
        let text = venue.into_inner();
        let about = format!("venue {}", text.slug);
        self.slug(at, &about, &text.slug);
        let owner = owner_number(self.owners, &text.owner).unwrap_or_else(|why| {
            self.wrong(at, &about, why);
            0
        });
        if let Some(Err(e)) = text.hours.as_ref().map(|h| h.parse::<almanac::hours::Hours>()) {
            self.wrong(at, &about, format!("hours: {e}"));
        }
        let atoms = self.atoms(at, &about, id, &text.atoms);
        let offerings = text.offering.into_iter().map(|offering| self.offering(offering, id, &atoms)).collect();
        let venue = Venue {
            id,
            slug: text.slug,
            name: Name { zh: text.name, en: text.name_en },
            kind: text.kind,
            owner,
            hours: text.hours,
            note: Name { zh: text.note, en: text.note_en },
            key: text.key,
            place_in_list: id,
            version: 1,
        };
        Room { venue, atoms, offerings }
    }

    fn atoms(&mut self, at: usize, about: &str, venue: i32, texts: &[AtomText]) -> Vec<Atom> {
        if texts.is_empty() {
            self.wrong(at, about, "a venue has at least one atom");
        }
        let mut atoms = vec![];
        for text in texts {
            if !(1..=1000).contains(&text.units) {
                self.wrong(at, about, format!("atom {} has {} units; 1 to 1000 are possible", text.name, text.units));
            }
            self.atoms += 1;
            let name = Name { zh: text.name.clone(), en: text.name_en.clone() };
            atoms.push(Atom { id: self.atoms, venue, name, units: text.units });
        }
        atoms
    }

    fn offering(&mut self, offering: Spanned<OfferingText>, venue: i32, atoms: &[Atom]) -> Offering {
        let at = offering.span().start;
        let text = offering.into_inner();
        let about = format!("offering {}", text.slug);
        self.slug(at, &about, &text.slug);
        for problem in text.policy.problems() {
            self.wrong(at, &about, format!("policy: {} does not fit ({})", problem.field, problem.key));
        }
        let mut chosen: Vec<AtomId> = atoms.iter().map(|a| a.id).collect();
        if let Some(names) = &text.atoms {
            let found = |name: &String| atoms.iter().find(|a| a.name.zh == *name).map(|a| a.id);
            for name in names.iter().filter(|n| found(n).is_none()) {
                self.wrong(at, &about, format!("the venue has no atom “{name}”"));
            }
            chosen = names.iter().filter_map(found).collect();
            chosen.sort_unstable();
        }
        self.offerings += 1;
        Offering {
            id: self.offerings,
            venue,
            slug: text.slug,
            name: Name { zh: text.name, en: text.name_en },
            activity: text.activity,
            mode: text.mode,
            takes: text.takes,
            atoms: chosen,
            policy: text.policy,
            version: 1,
        }
    }
}
