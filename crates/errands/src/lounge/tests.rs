//! Counted by tapping, once for each tap, on every engine.
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;

use super::{Seats, Tap, furnish, look, seats};
use crate::tests::{Town, staff, towns};

async fn tap(town: &Town, tap: Tap, key: Option<&str>) -> Result<Seats, Fault> {
    let once = key.map(|key| Once::new(key, "clerk", &tap));
    look(&town.house, &town.station, (tap, staff(1)), once).await
}

async fn now(town: &Town) -> Option<Seats> {
    let (station, now) = (town.station.clone(), town.house.now());
    town.house.db.read(move |c: &mut Conn| seats(c, &station, now)).await.unwrap()
}

#[tokio::test]
async fn seats_are_counted_by_tapping_and_a_tap_sent_twice_counts_once() {
    for town in towns().await {
        assert_eq!((now(&town).await, tap(&town, Tap::Came, None).await), (None, Err(Fault::NotFound)));
        furnish(&town.house, &town.station, (12, staff(1)), None).await.unwrap();
        for key in ["a", "a", "b"] {
            tap(&town, Tap::Came, Some(key)).await.unwrap();
        }
        assert_eq!(tap(&town, Tap::Same, None).await.unwrap().free, 10);
        town.house.wait(SignedDuration::from_mins(61));
        let late = now(&town).await.expect("there is a lounge");
        assert!(!late.known && late.free == 10);
        assert!(tap(&town, Tap::Went, None).await.unwrap().known);
        let fewer = furnish(&town.house, &town.station, (1, staff(1)), None).await.unwrap();
        assert_eq!(fewer.map(|s| (s.of, s.free)), Some((1, 0)));
        assert_eq!(furnish(&town.house, &town.station, (0, staff(1)), None).await.unwrap(), None);
        assert_eq!(now(&town).await, None);
    }
}

#[tokio::test]
async fn everybody_who_taps_at_once_is_counted() {
    for town in towns().await {
        furnish(&town.house, &town.station, (40, staff(1)), None).await.unwrap();
        let all: Vec<_> = (0..16)
            .map(|_| {
                let (house, station) = (town.house.house(), town.station.clone());
                tokio::spawn(async move { look(&house, &station, (Tap::Came, staff(1)), None).await })
            })
            .collect();
        for one in all {
            one.await.unwrap().unwrap();
        }
        assert_eq!(now(&town).await.expect("there is a lounge").free, 24);
    }
}
