//! The tables of a fair and of its car parks, damaged by hand as `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_counts_and_stalls_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE parking_bays SET parked = parked + 1 WHERE parked > 0", said: "its taps come to" },
        Damage { done: "DELETE FROM parking_taps WHERE nonce = 'morning-3'", said: "its taps come to" },
        Damage {
            done: "UPDATE parking_taps SET counts = NOT counts WHERE nonce = 'morning-3'",
            said: "its taps come to",
        },
        Damage {
            done: "UPDATE parking_lots SET closes_at = closes_at + 2400 * $HOUR, opens_at = opens_at + 2400 * $HOUR",
            said: "opens when its fair is over",
        },
        Damage {
            done: "UPDATE stall_applications SET metres = 50 WHERE code IS NOT NULL",
            said: "does not fit on place",
        },
        Damage { done: "UPDATE fair_places SET goods = 5 WHERE goods = 0", said: "does not fit on place" },
        Damage { done: "UPDATE stall_applications SET number = 99 WHERE number = 3", said: "the last is number 99" },
    ])
    .await;
}
