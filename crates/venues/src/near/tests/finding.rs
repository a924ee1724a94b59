//! Who is found, on every engine.
use kernel::fault::Fault;
use kernel::testing::TestHouse;
use stations::{Origin, Point};

use super::country::{close_today, countries, take};
use crate::near::reads::{Found, activities, find};
use crate::near::rules::{Part, Start, Wish};
use crate::rules::Offering;

fn from(lat: f64, lon: f64) -> Origin {
    Origin::at(Point::new(lat, lon).expect("a point"))
}

async fn found(house: &TestHouse, activity: &str, within: i32) -> Found {
    let start = Start::In { on: None, part: Part::Evening };
    let wish = Wish { activity: activity.into(), start, minutes: None, within };
    let (h, now) = (house.house(), house.now());
    let from = from(36.40, 102.0);
    house.db.snapshot(move |c| find(c, &h, from, &wish, now)).await.expect("it is found")
}

/// The stations found, with the clock time of the first start and how much is free then.
fn said(found: &Found) -> Vec<(&str, String, i32)> {
    let time = |at: jiff::Timestamp, zone: &jiff::tz::TimeZone| {
        at.to_zoned_datetime(zone.clone()).strftime("%H:%M").to_string()
    };
    let one = |p: &'_ crate::near::reads::Place| (time(p.slot.span.from, &p.station.zone), p.slot.free);
    found.places.iter().map(|p| (p.station.slug.as_str(), one(p).0, one(p).1)).collect()
}

/// The one that has not said where it lies.
fn lost() -> (&'static str, String, i32) {
    ("hongshuiquan", "19:30".into(), 1)
}

#[tokio::test]
async fn the_nearest_comes_first_and_each_says_its_first_free_hour() {
    for house in countries() {
        let all = found(&house, "table", 50).await;
        assert_eq!(said(&all), [("sanhe", "19:30".into(), 2), ("pingan", "19:30".into(), 1), lost()]);
        assert_eq!(all.looked_at, 3);
        let kms: Vec<Option<i64>> = all.places.iter().map(|p| p.km.map(|km| (km * 100.0).round() as i64)).collect();
        assert_eq!(kms, [Some(0), Some(1112), None]);
        take(&house, "pingan", 1).await;
        take(&house, "sanhe", 1).await;
        let later = found(&house, "table", 50).await;
        let one_is_left = [("sanhe", "19:30".into(), 1), ("pingan", "20:30".into(), 1), lost()];
        assert_eq!(said(&later), one_is_left);
    }
}

#[tokio::test]
async fn only_what_is_near_enough_and_offers_it_is_found() {
    for house in countries() {
        assert_eq!(said(&found(&house, "table", 5).await), [("sanhe", "19:30".into(), 2), lost()]);
        assert_eq!(found(&house, "chess", 20).await.looked_at, 0, "33 km away");
        assert_eq!(said(&found(&house, "chess", 50).await), [("north", "19:30".to_owned(), 1)]);
        assert_eq!(found(&house, "swimming", 50).await.looked_at, 0);
    }
}

#[tokio::test]
async fn a_station_that_is_closed_or_full_is_counted_but_not_shown() {
    for house in countries() {
        let sanhe = house.db.read(|c| stations::by_slug(c, "sanhe")).await.expect("it is there").id;
        close_today(&house, sanhe);
        let open = found(&house, "table", 50).await;
        assert_eq!(said(&open), [("pingan", "19:30".to_owned(), 1), lost()], "a closure at one is none at the other");
        assert_eq!(open.looked_at, 3);
        take(&house, "pingan", 2).await;
        let full = found(&house, "table", 50).await;
        assert_eq!(said(&full), [lost()], "from 21:30 on, no whole hour is left");
        assert_eq!(full.looked_at, 3);
    }
}

#[tokio::test]
async fn what_there_is_to_do_around_is_listed_once_each_the_nearest_first() {
    for house in countries() {
        let from = from(36.69, 102.0);
        let known = house.db.snapshot(move |c| activities(c, from, 50)).await.expect("it is read");
        let words: Vec<&str> = known.iter().map(|a| a.word.as_str()).collect();
        assert_eq!(words, ["chess", "table", "whole"]);
    }
}

#[tokio::test]
async fn what_is_offered_from_now_on_is_found_from_now_on() {
    for house in countries() {
        assert_eq!(found(&house, "chess", 20).await.looked_at, 0);
        let made = house.db.write(|c| {
            let station = stations::by_slug(c, "pingan")?;
            let catalogue = crate::answers::catalogue(c, &station)?;
            let table = catalogue.offerings.first().ok_or(Fault::NotFound)?;
            let chess = Offering { id: 2, slug: "chess".into(), activity: "chess".into(), ..table.clone() };
            crate::acts::make_offering(c, station.id, &chess)
        });
        made.await.expect("chess is offered");
        assert_eq!(said(&found(&house, "chess", 20).await), [("pingan", "19:30".to_owned(), 1)]);
    }
}
