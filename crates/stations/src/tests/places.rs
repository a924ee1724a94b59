//! How far it is.
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::testing::TestHouse;

use super::town::{SANHE, draft, towns};
use crate::acts::make_station;
use crate::around::{Around, Origin};
use crate::rules::place::{MOST_RINGS, Point};
use crate::station::Draft;

fn at(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).expect("a point")
}

#[test]
fn a_degree_of_latitude_is_111_kilometres_everywhere_one_of_longitude_only_at_the_equator() {
    for lat in [0.0, 36.4, 53.0] {
        assert!((at(lat, 102.0).km_to(at(lat + 1.0, 102.0)) - 111.195).abs() < 0.01);
    }
    assert!((at(0.0, 102.0).km_to(at(0.0, 103.0)) - 111.195).abs() < 0.01);
    // cos 60° = 1/2; along the great circle it is a little shorter than along the parallel.
    assert!((at(60.0, 102.0).km_to(at(60.0, 103.0)) - 55.6).abs() < 0.1);
    assert_eq!(at(36.4, 102.0).km_to(at(36.4, 102.0)), 0.0);
    assert!((at(0.0, 0.0).km_to(at(0.0, 180.0)) - 20_015.1).abs() < 0.1, "half way around");
}

#[test]
fn what_is_covered_lies_in_the_rings_and_no_cell_is_in_two_of_them() {
    for lat in [-60.0, 0.0, 18.2, 36.449_999, 36.45, 53.5] {
        let from = at(lat, 102.05);
        for rings in [1, 2, 4, 8, MOST_RINGS] {
            let (within, cells) = (from.covered(rings), from.cells(0..rings));
            assert_eq!(cells.len() as i64, (2 * rings - 1).pow(2));
            for n in -300..=300 {
                for m in [-0.999, -0.6, -0.3, 0.0, 0.3, 0.7, 0.999] {
                    let there = at(lat + within * m / 111.195, 102.05 + f64::from(n) / 100.0);
                    if from.km_to(there) <= within {
                        assert!(cells.contains(&there.cells(0..1)[0]), "{from:?} {there:?} {rings}");
                    }
                }
            }
        }
        let mut all = [from.cells(0..2), from.cells(2..4), from.cells(4..8)].concat();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 15 * 15);
    }
}

#[test]
fn all_rings_together_reach_a_hundred_kilometres_in_the_whole_country() {
    assert!(at(53.56, 123.0).covered(MOST_RINGS) >= 100.0);
}

#[test]
fn a_point_that_somebody_gives_is_taken_to_a_hundredth_of_a_degree() {
    assert_eq!(at(36.423_456, 102.026_1).coarse(), at(36.42, 102.03));
    assert_eq!(Origin::at(at(36.423_456, 102.026_1)).point, Some(at(36.42, 102.03)));
}

#[test]
fn there_is_no_point_beyond_the_pole() {
    assert!(
        [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)]
            .iter()
            .all(|(lat, lon)| Point::new(*lat, *lon).is_none())
    );
}

/// Sanhe lies at 36.42, 102.03. Around it: one 10 km away, one 31 km, one 1,200 km, and one of the same county that has not
/// said where it lies.
async fn country(house: &TestHouse) {
    let now = house.now();
    let made = house.db.write(move |c| {
        c.run("INSERT INTO divisions VALUES (630202100, '雨润镇', '乐都区', '海东市', '青海省', NULL)")?;
        let mut make = |code, slug: &str, place| {
            let slug = slug.parse().expect("a slug");
            make_station(c, code, &slug, &Draft { at: place, ..draft() }, By::Program, now).expect("made")
        };
        make(630_203_001, "pingan", Some((36.50, 102.10)));
        make(630_203_200, "hongshuiquan", None);
        make(630_202_100, "north", Some((36.70, 102.03)));
        make(110_101_001, "donghuamen", Some((39.91, 116.41)));
        Ok::<_, Fault>(())
    });
    made.await.expect("made");
}

/// All that is told, each with its kilometres.
async fn told(house: &TestHouse, from: Origin, within: f64) -> Vec<(String, Option<i64>)> {
    let read = house.db.snapshot(move |c| {
        let (mut around, mut all) = (Around::new(from, within), vec![]);
        while let Some(some) = around.farther(c)? {
            for away in some {
                all.push((crate::by_id(c, away.id)?.slug, away.km.map(|km| km.round() as i64)));
            }
        }
        Ok::<_, Fault>(all)
    });
    read.await.expect("read")
}

fn said(all: &[(&str, Option<i64>)]) -> Vec<(String, Option<i64>)> {
    all.iter().map(|(slug, km)| ((*slug).to_owned(), *km)).collect()
}

#[tokio::test]
async fn the_nearest_comes_first_then_those_of_the_county_that_have_not_said_where_they_lie() {
    for house in towns() {
        country(&house).await;
        let from = Origin::at(at(36.49, 102.10));
        let near = [("pingan", Some(1)), ("sanhe", Some(10)), ("hongshuiquan", None)];
        assert_eq!(told(&house, from, 20.0).await, said(&near));
        let [pingan, sanhe, lost] = near;
        assert_eq!(told(&house, from, 50.0).await, said(&[pingan, sanhe, ("north", Some(24)), lost]));
        assert_eq!(
            told(&house, Origin::at(at(36.49, 108.0)), 100.0).await,
            [],
            "there is nothing there, not even a county"
        );
    }
}

#[tokio::test]
async fn a_township_is_where_its_station_lies_and_without_one_the_order_of_divisions_decides() {
    for house in towns() {
        country(&house).await;
        let origin = |code| house.db.read(move |c| Origin::in_division(c, code));
        let sanhe = origin(630_203_102).await.expect("read").expect("an origin");
        assert_eq!(sanhe.point, Some(at(36.42, 102.03)));
        assert_eq!(origin(630_203_102_200).await, Ok(Some(sanhe)), "a village is in its township");
        assert_eq!(told(&house, sanhe, 5.0).await, said(&[("sanhe", Some(0)), ("hongshuiquan", None)]));
        let lost = origin(630_203_200).await.expect("read").expect("an origin");
        let all = [("hongshuiquan", None), ("pingan", None), ("sanhe", None), ("north", None)];
        assert_eq!(told(&house, lost, 20.0).await, said(&all), "the township, the county, the city");
        assert_eq!(origin(630_203).await, Ok(None), "a county is not where somebody stands");
    }
}

#[tokio::test]
async fn the_many_of_one_county_do_not_hide_the_others_of_the_city() {
    for house in towns() {
        let now = house.now();
        let made = house.db.write(move |c| {
            // As many as are told of one division, and their keys come before Sanhe's.
            for n in 0..60 {
                let code = 630_202_100 + n;
                c.run(&format!("INSERT INTO divisions VALUES ({code}, '镇', '乐都区', '海东市', '青海省', NULL)"))?;
                let slug = format!("lost-{n}").parse().expect("a slug");
                make_station(c, code, &slug, &Draft { at: None, ..draft() }, By::Program, now).expect("made");
            }
            Ok::<_, Fault>(())
        });
        made.await.expect("made");
        let read = house.db.read(|c| Origin::in_division(c, 630_202_100));
        let all = told(&house, read.await.expect("read").expect("an origin"), 20.0).await;
        assert_eq!((all.len(), all.last()), (61, Some(&("sanhe".to_owned(), None))));
    }
}

#[tokio::test]
async fn a_station_that_moves_is_found_where_it_lies_now() {
    for house in towns() {
        let now = house.now();
        let moved = Draft { at: Some((40.0, 110.0)), ..draft() };
        let write = house.db.write(move |c| crate::change_station(c, SANHE, &moved, By::Program, now));
        write.await.expect("it moves");
        assert_eq!(told(&house, Origin::at(at(36.42, 102.03)), 20.0).await, []);
        assert_eq!(told(&house, Origin::at(at(40.0, 110.0)), 20.0).await, said(&[("sanhe", Some(0))]));
        let (only, other) = (house.db.read(|c| crate::others(c, SANHE)).await, StationId(1));
        assert_eq!((only, house.db.read(move |c| crate::others(c, other)).await), (Ok(false), Ok(true)));
    }
}
