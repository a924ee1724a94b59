//! Times as they are typed in haste, and how places are called.
use super::lines::at;
use crate::paper::rules::{Place, minute, of_offering, rounded};
use crate::rules::{Atom, Mode, Name, Offering, Policy, Takes};

#[test]
fn a_clock_time_is_read_however_it_is_written() {
    for (typed, minutes) in [
        ("14:30", 870),
        ("1430", 870),
        ("930", 570),
        ("9", 540),
        ("９：０５", 545),
        ("14.30", 870),
        ("14点30", 870),
        ("9点", 540),
        (" 00:00 ", 0),
        ("24:00", 1440),
    ] {
        assert_eq!(minute(typed), Some(minutes), "{typed}");
    }
    for typed in ["", "x", "25:00", "24:01", "14:60", "123456", "-1", "1:2:3", "十点", "14:3x"] {
        assert_eq!(minute(typed), None, "{typed}");
    }
}

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
