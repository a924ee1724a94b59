//! The tables of wishes, damaged by hand as `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_wishes_are_named() {
    each_is_named(&[
        Damage { done: "DELETE FROM wish_claims", said: "a wish has state 4 and 0 who have it" },
        Damage { done: "UPDATE wishes SET state = 3 WHERE state = 4", said: "a wish has state 3 and 1 who have it" },
        Damage { done: "UPDATE wish_claims SET person_id = NULL", said: "is to be brought by nobody" },
        Damage { done: "UPDATE wish_claims SET delivered_at = NULL", said: "was brought at a time that does not fit" },
        Damage { done: "DELETE FROM wish_reviews WHERE yes = TRUE", said: "and 0 have said yes to version 1" },
        Damage { done: "UPDATE wishes SET version = 2 WHERE state = 3", said: "and 0 have said yes to version 2" },
        Damage {
            done: "UPDATE wish_reviews SET staff_id = (SELECT w.coordinator FROM wishes w \
                   WHERE w.station_id = wish_reviews.station_id AND w.id = wish_reviews.wish_id) WHERE yes = FALSE",
            said: "was looked at by who wrote it down",
        },
        Damage { done: "UPDATE wish_reviews SET why = ' ' WHERE yes = FALSE", said: "was refused and nobody says why" },
        Damage { done: "DELETE FROM wish_people", said: "nobody knows whose a wish of state 3 is" },
        Damage {
            done: "UPDATE wish_people SET guardian = FALSE WHERE minor = TRUE",
            said: "a guardian's, and not both",
        },
        Damage { done: "UPDATE wishes SET band = 3 WHERE kind = 7", said: "an hour of time costs something" },
        Damage { done: "UPDATE wishes SET ends_on = NULL WHERE state = 3", said: "has no first or no last day" },
        Damage { done: "UPDATE wishes SET referred_to = ''", said: "a wish of state 9 is referred to “”" },
    ])
    .await;
}
