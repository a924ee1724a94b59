//! What anybody says.
use std::net::IpAddr;

use jiff::SignedDuration;
use kernel::view::Peer;
use serde_json::json;

use super::{at, events, facts, today};
use crate::door::found_closed;
use crate::tests::{Town, refused, towns};

/// The line of the database that a press leaves beside its fact, if any.
async fn kept(town: &Town) -> usize {
    town.dump_of("answers").await.len() + events(town).await.len()
}

async fn presses(town: &Town, key: &str) -> Result<(), kernel::refusal::Not<crate::door::NotPromised>> {
    let peer = Peer::new(IpAddr::from([192, 0, 2, 7]));
    found_closed(&town.house, &town.station, (peer, Some(key))).await
}

#[tokio::test]
async fn a_quarter_counts_once_and_nothing_else_is_kept() {
    for town in towns().await {
        town.house.wait(SignedDuration::from_mins(22));
        for key in ["a", "b", "b"] {
            presses(&town, key).await.unwrap();
            town.house.wait(SignedDuration::from_secs(7));
        }
        let all = facts(&town, "door.found-closed").await;
        assert_eq!((all.len(), &all[0].data, all[0].at), (1, &json!({}), at("2026-06-27T12:15:00+08:00")));
        assert_eq!(kept(&town).await, 0);
        town.house.wait(SignedDuration::from_mins(8));
        presses(&town, "b").await.unwrap();
        assert_eq!(facts(&town, "door.found-closed").await.len(), 1, "the same press, sent again in the next quarter");
        presses(&town, "c").await.unwrap();
        assert_eq!(facts(&town, "door.found-closed").await.len(), 2);
        assert!(today(&town).await.signs.is_empty(), "staff are not told");
    }
}

#[tokio::test]
async fn before_and_after_the_promised_hours_nobody_finds_it_closed() {
    for town in towns().await {
        for (wall, opens) in [("2026-06-27T22:00:00+08:00", "2026-06-28"), ("2026-06-28T05:59:59+08:00", "2026-06-28")]
        {
            town.house.set_clock(at(wall));
            let no = refused(presses(&town, "a").await);
            assert_eq!(no.opens, Some(at(&format!("{opens}T06:00:00+08:00"))), "{wall}");
        }
        town.house.set_clock(at("2026-06-28T06:00:00+08:00"));
        presses(&town, "a").await.unwrap();
        assert_eq!(facts(&town, "door.found-closed").await.len(), 1);
    }
}
