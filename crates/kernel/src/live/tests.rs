//! News reach whoever waits, from this process and from others, on both engines; and nobody can take all places.
use std::time::Duration;

use axum::body::to_bytes;
use http_body::Body as _;
use tokio::time::timeout;

use super::*;
use crate::db::Conn;
use crate::db::types::StationId;
use crate::event::{By, record};
use crate::fault::Fault;
use crate::house::House;
use crate::testing::{TestHouse, houses};

const SANHE: StationId = StationId(63_020_310_201);
const NEXT_DOOR: StationId = StationId(63_020_310_301);
/// Far longer than a look takes.
const PATIENCE: Duration = Duration::from_secs(20);

fn towns() -> Vec<TestHouse> {
    houses(&[crate::MIGRATIONS], &[])
}

async fn change(house: &House, station: StationId) {
    let now = house.now();
    let written = house.db.write(move |c| record(c, station, now, By::Program, "gate.opened", "1", &()).map(|_| ()));
    written.await.expect("a change can be written");
}

async fn next(listener: &mut Listener) -> Option<Heard> {
    timeout(PATIENCE, listener.next()).await.expect("something is heard in time")
}

#[tokio::test]
async fn a_listener_hears_how_things_stand_and_then_what_changes() {
    for town in towns() {
        change(&town, SANHE).await;
        let mut listener = listen(&town, SANHE).await.unwrap();
        assert_eq!(next(&mut listener).await, Some(Heard::Change(1)));
        change(&town, NEXT_DOOR).await;
        change(&town, SANHE).await;
        assert_eq!(next(&mut listener).await, Some(Heard::Change(2)), "and nothing of the station next door");
    }
}

#[tokio::test]
async fn a_change_by_another_process_is_heard() {
    for town in towns() {
        let mut listener = listen(&town, SANHE).await.unwrap();
        assert_eq!(next(&mut listener).await, Some(Heard::Change(0)));
        // A connection that this house knows nothing of.
        let mut other = Conn::open(&town.settings.database).unwrap();
        let now = town.now();
        other.in_transaction(|c| record(c, SANHE, now, By::Program, "gate.opened", "1", &())).unwrap();
        assert_eq!(next(&mut listener).await, Some(Heard::Change(1)));
    }
}

#[tokio::test]
async fn what_was_not_committed_is_not_heard() {
    for town in towns() {
        let mut listener = listen(&town, SANHE).await.unwrap();
        listener.beat = Duration::from_millis(1);
        assert_eq!(next(&mut listener).await, Some(Heard::Change(0)));
        let now = town.now();
        let undone = town.db.write(move |c| {
            record(c, SANHE, now, By::Program, "gate.opened", "1", &())?;
            Err::<(), _>(Fault::NotFound)
        });
        assert_eq!(undone.await, Err(Fault::NotFound));
        assert_eq!(next(&mut listener).await, Some(Heard::Beat(0)));
    }
}

#[tokio::test]
async fn nothing_is_looked_for_when_nobody_waits_and_again_when_somebody_does() {
    for town in towns() {
        drop(listen(&town, SANHE).await.unwrap());
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let mut listener = listen(&town, SANHE).await.unwrap();
        assert_eq!(next(&mut listener).await, Some(Heard::Change(0)));
        change(&town, SANHE).await;
        assert_eq!(next(&mut listener).await, Some(Heard::Change(1)));
    }
}

#[tokio::test]
async fn streams_end_when_the_program_stops_and_no_new_ones_begin() {
    for town in towns() {
        change(&town, SANHE).await;
        let answer = stream(&town, SANHE, &[]).await.unwrap();
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        let stopping = town.house();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(300)).await;
            close(&stopping);
        });
        let all = timeout(PATIENCE, to_bytes(answer.into_body(), 9999)).await.expect("it ends").unwrap();
        let all = String::from_utf8(all.to_vec()).unwrap();
        assert!(all.starts_with("retry: ") && all.ends_with("\n\nid: 1\ndata: 1\n\n"), "{all}");
        assert!(matches!(listen(&town, SANHE).await, Err(Fault::Busy)));
    }
}

#[tokio::test]
async fn a_stream_holds_its_place_until_it_goes() {
    for town in towns() {
        let (mine, theirs) = (Bound { of: [1; 32], most: 2 }, Bound { of: [2; 32], most: 2 });
        let first = stream(&town, SANHE, &[mine]).await.unwrap();
        let second = stream(&town, SANHE, &[mine]).await.unwrap();
        assert!(!second.body().is_end_stream());
        assert_eq!(stream(&town, SANHE, &[theirs, mine]).await.err(), Some(Fault::Busy));
        assert!(stream(&town, SANHE, &[theirs]).await.is_ok(), "others are not concerned");
        drop(first);
        assert!(stream(&town, SANHE, &[theirs, mine]).await.is_ok());
    }
}
