//! The tables of opinions and of partners' keys, damaged by hand as `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_opinions_and_keys_are_named() {
    each_is_named(&[
        Damage {
            done: "UPDATE opinion_named SET staff_id = (SELECT o.assigned_to FROM opinions o \
                   WHERE o.station_id = opinion_named.station_id AND o.id = opinion_named.opinion_id)",
            said: "is looked after by somebody whom it is about",
        },
        Damage { done: "UPDATE opinions SET state = 10 WHERE state = 5", said: "something of it is left" },
        Damage { done: "UPDATE opinions SET ended_at = NULL WHERE state = 5", said: "an end that does not fit" },
        Damage { done: "DELETE FROM opinion_events WHERE number = 2", said: "steps, numbered from 1 to" },
        Damage { done: "UPDATE opinion_posts SET hidden_by = 1", said: "is hidden, and not by two" },
        Damage {
            done: "UPDATE opinions SET state = 8, ended_at = received_at WHERE state = 3",
            said: "is merged into nothing that stands by itself",
        },
        Damage {
            done: "UPDATE opinions SET may_publish = FALSE",
            said: "is public, and whoever left it does not allow that",
        },
        Damage {
            done: "INSERT INTO opinion_contacts (station_id, link, phone_sealed, phone_hash) \
                   SELECT station_id, receipt_lookup, receipt_lookup, receipt_lookup FROM opinions",
            said: "numbers are kept, and fewer opinions have one",
        },
        Damage {
            done: "INSERT INTO open_partners (station_id, id, name, key_hash, key_end, made_by, made_at, withdrawn_by, \
                   withdrawn_at) SELECT station_id, $ID, '区热线', receipt_lookup, 'abcd', $ID, received_at, $ID, \
                   received_at - $HOUR FROM opinions WHERE state = 3",
            said: "was withdrawn before it was given",
        },
        Damage {
            done: "$BARE(open_partners) INSERT INTO open_partners (station_id, id, name, key_hash, key_end, made_by, made_at) \
                   SELECT o.station_id, $ID, '区热线', o.receipt_lookup, 'abcd', $ID, o.received_at \
                   FROM opinions o JOIN opinions p ON p.station_id = o.station_id",
            said: "keys are in use",
        },
    ])
    .await;
}
