//! Which times lines have, and how places are called.
use super::lines::at;
use crate::paper::rules::{Place, of_offering, rounded};
use crate::rules::{Atom, Mode, Name, Offering, Policy, Takes};

#[test]
fn times_that_met_on_paper_meet_on_a_cell() {
    assert_eq!(rounded(at(14, 2)), at(14, 0));
    assert_eq!(rounded(at(14, 3)), at(14, 5));
    assert_eq!(rounded(at(14, 5)), at(14, 5));
    assert_eq!(rounded(at(14, 58)), at(15, 0));
}

#[test]
fn places_have_short_numbers_and_forms_name_them_alike() {
    let atom = |id, zh: &str| Atom { id, venue: 1, name: Name { zh: zh.into(), en: String::new() }, units: 1 };
    let offering = |mode, atoms| Offering {
        id: 3,
        venue: 1,
        slug: "table".into(),
        name: Name::default(),
        activity: "table".into(),
        mode,
        takes: Takes::Whole,
        atoms,
        policy: Policy::default(),
        version: 1,
    };
    let atoms = [atom(7, "1 号台"), atom(9, "2 号台")];
    let codes = |offering: &Offering| of_offering(offering, &atoms).into_iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(codes(&offering(Mode::AnyOne, vec![7, 9])), ["3", "3.1", "3.2"]);
    assert_eq!(codes(&offering(Mode::AnyOne, vec![7])), ["3"]);
    assert_eq!(codes(&offering(Mode::All, vec![7, 9])), ["3"], "the whole hall has no tables to choose from");
    for place in of_offering(&offering(Mode::AnyOne, vec![7, 9]), &atoms) {
        assert_eq!(Place::parse(&place.value()), Some((place.offering, place.atom.map(|(id, _)| id))));
    }
    assert_eq!(Place::parse(""), None);
    assert_eq!(Place::parse("table/x"), None);
}
