use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;

use crate::acts::{change_station, make_station, rename_owner};
use crate::rules::naming::Refusal;
use crate::tests::town::{SANHE, at_once, draft, towns};

fn refused(town: &kernel::testing::TestHouse, code: i64, slug: &str) -> Refusal {
    let slug = slug.parse().expect("a slug");
    match at_once(town, |c| make_station(c, code, &slug, &draft(), By::Program, town.now())) {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_station_needs_a_division_that_exists() {
    for town in towns() {
        let Refusal::NoSuchDivision { near, .. } = refused(&town, 630_203_103, "other") else { panic!() };
        let codes: Vec<i64> = near.iter().map(|d| d.code).collect();
        assert_eq!(codes, [630_203_001, 630_203_102, 630_203_200]);
        for odd in [0, -5, 63, 63_020_310, i64::MAX] {
            assert!(matches!(refused(&town, odd, "other"), Refusal::NoSuchDivision { near, .. } if !near.is_empty()));
        }
    }
}

#[test]
fn a_slug_belongs_to_one_station() {
    for town in towns() {
        let free = "sanhe-2".into();
        assert_eq!(refused(&town, 630_203_001, "sanhe"), Refusal::SlugTaken { slug: "sanhe".into(), free });
    }
}

#[test]
fn a_second_station_of_a_township_gets_the_next_place_and_the_areas_count_it() -> Result<(), Not<Refusal>> {
    for town in towns() {
        let slug = "luotuopu".parse().expect("a slug");
        let id = at_once(&town, |c| make_station(c, 630_203_102_201, &slug, &draft(), By::Program, town.now()))?;
        assert_eq!(id.0, SANHE.0 + 1);
        let counted = at_once(&town, |c| crate::store::divisions::area(c, 63))?;
        assert_eq!(counted.stations, 2);
        let station = at_once(&town, |c| crate::by_slug(c, "luotuopu"))?;
        assert_eq!(station.division.name, "骆驼堡村委会");
        assert_eq!(at_once(&town, crate::all)?.len(), 2);
    }
    Ok(())
}

#[test]
fn a_change_says_what_was_changed_but_not_to_what() -> Result<(), Fault> {
    for town in towns() {
        let new = crate::Draft { hours: "Mo-Su 07:00-21:00".into(), phone: None, ..draft() };
        at_once(&town, |c| change_station(c, SANHE, &new, By::Program, town.now()))?;
        let newest = at_once(&town, |c| event::latest(c, SANHE, i64::MAX, 1))?.remove(0);
        assert_eq!(newest.kind, "station.changed");
        assert_eq!(newest.data, serde_json::json!({ "changed": ["phone", "hours"] }));
        let station = at_once(&town, |c| crate::by_id(c, SANHE))?;
        assert_eq!((station.hours.text(), station.phone), ("Mo-Su 07:00-21:00", None));
    }
    Ok(())
}

#[test]
fn an_owner_that_is_not_there_is_not_renamed() {
    for town in towns() {
        let renamed = at_once(&town, |c| rename_owner(c, SANHE, 9, ("无", ""), By::Program, town.now()));
        assert_eq!(renamed, Err(Fault::NotFound));
    }
}
