//! Short numbers for what one can have: they stand on the printed list and are what a clerk types to find it again.
use crate::rules::{Atom, AtomId, Mode, Name, Offering};

/// What a line of the paper may name: an offering, or one table of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `3` for any table of the third offering, `3.2` for its second table.
    pub code: String,
    /// The slug of the offering.
    pub offering: String,
    pub of: Name,
    /// The table, if it is one.
    pub atom: Option<(AtomId, Name)>,
}

impl Place {
    /// As forms send it: `table-tennis`, `table-tennis/12`.
    pub fn value(&self) -> String {
        match &self.atom {
            Some((id, _)) => format!("{}/{id}", self.offering),
            None => self.offering.clone(),
        }
    }

    /// The reverse of [`Place::value`]: the slug, and the table if one is named.
    pub fn parse(value: &str) -> Option<(String, Option<AtomId>)> {
        match value.trim().split_once('/') {
            Some((slug, atom)) => Some((slug.to_owned(), Some(atom.parse().ok()?))),
            None => Some((value.trim().to_owned(), None)).filter(|(slug, _)| !slug.is_empty()),
        }
    }
}

/// The places of one offering, `atoms` being those of its venue. Tables are numbered in the order of the offering; where
/// there is nothing to choose, there is one place.
pub fn of_offering(offering: &Offering, atoms: &[Atom]) -> Vec<Place> {
    let place = |code: String, atom| Place { code, offering: offering.slug.clone(), of: offering.name.clone(), atom };
    let mut all = vec![place(offering.id.to_string(), None)];
    if offering.mode == Mode::AnyOne && offering.atoms.len() > 1 {
        let tables = (1..).zip(offering.atoms.iter().filter_map(|id| atoms.iter().find(|a| a.id == *id)));
        all.extend(tables.map(|(n, a)| place(format!("{}.{n}", offering.id), Some((a.id, a.name.clone())))));
    }
    all
}
