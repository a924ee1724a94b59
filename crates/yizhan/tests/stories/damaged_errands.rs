//! The tables of tickets, promises, village days, consents, receipts, duty, receptions and ratings, damaged by hand as
//! `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_tickets_and_matters_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE tickets SET number = number + 100 WHERE number = 3", said: "tickets are numbered up to" },
        Damage { done: "UPDATE line_days SET last = last + 1", said: "has counted to" },
        Damage { done: "UPDATE tickets SET version = version + 1 WHERE state = 8", said: "is at version" },
        Damage { done: "UPDATE tickets SET state = 9 WHERE state = 8", said: "its log says 8" },
        Damage { done: "UPDATE tickets SET waits_in = waits_in + 1 WHERE state = 1", said: "its log says 1" },
        Damage { done: "UPDATE ticket_steps SET until_at = NULL WHERE number = 1", said: "ends when no other begins" },
        Damage {
            done: "UPDATE ticket_steps SET until_at = until_at + $HOUR WHERE number = 1",
            said: "ends when no other begins",
        },
        Damage { done: "UPDATE tickets SET desk_id = NULL WHERE state IN (2, 3)", said: "is called to no desk" },
        Damage { done: "$BARE(tickets) UPDATE tickets SET desk_id = 1 WHERE state IN (2, 3)", said: "tickets at once" },
        Damage { done: "UPDATE matters SET version = version + 1", said: "checklists, not" },
        Damage { done: "DELETE FROM bookings", said: "has an appointment and no booking" },
        Damage { done: "UPDATE tickets SET booked_at = NULL", said: "is of no appointment" },
        Damage { done: "UPDATE tickets SET order_at = order_at + $HOUR WHERE state = 0", said: "is booked for no time" },
        Damage { done: "UPDATE bookings SET minutes = 0", said: "keeps no desk" },
        Damage { done: "UPDATE bookings SET next_id = ticket_id", said: "stands and has moved" },
        Damage {
            done: "INSERT INTO pad_numbers SELECT station_id, on_day, line_id + 1, 7, 1, id, drawn_at FROM tickets \
                   WHERE number = 1 AND line_id = 1",
            said: "sheet 7 of line 2",
        },
        Damage {
            done: "UPDATE promises SET ending = 0, ended_at = NULL WHERE next_id IS NULL; UPDATE tickets SET state = 10 \
                   WHERE state = 6",
            said: "is open, the ticket is in state 10",
        },
        Damage { done: "UPDATE promises SET next_id = $ID WHERE ending = 2", said: "gave way to one that is not there" },
        Damage { done: "UPDATE promises SET ended_at = NULL WHERE ending = 2", said: "a time of ending that does not fit" },
        Damage {
            done: "UPDATE presences SET declared_at = (SELECT min(declared_at) FROM presences) - $HOUR WHERE number = 2",
            said: "is older than the one before",
        },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_village_days_consents_and_receipts_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE village_days SET used = used + 1", said: "minutes for 3 visits" },
        Damage { done: "UPDATE village_visits SET minutes = minutes + 1", said: "minutes for 3 visits" },
        Damage { done: "DELETE FROM village_visits", said: "minutes for 0 visits" },
        Damage {
            done: "UPDATE village_visits SET on_day = (SELECT min(on_day) FROM tickets)",
            said: "belongs to the village day of",
        },
        Damage {
            done: "UPDATE village_days SET state = 2 WHERE trip IS NULL",
            said: "a village day that was called off",
        },
        Damage {
            done: "INSERT INTO ticket_carriers (station_id, ticket_id, consent_id, on_day) \
                   SELECT t.station_id, t.id, p.id, t.on_day FROM tickets t, proxy_consents p WHERE t.line_id <> 1",
            said: "is carried without a consent for its matter",
        },
        Damage { done: "DELETE FROM receipt_steps WHERE number = 2", said: "steps, not 2" },
        Damage { done: "UPDATE receipts SET steps = 7 WHERE number = 1", said: "steps, not 7" },
        Damage { done: "UPDATE receipts SET state = 1 WHERE number = 1", said: "is in state 1, its log says 2" },
        Damage { done: "UPDATE receipts SET number = 5 WHERE number = 2", said: "are numbered up to 5" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_shifts_questions_and_receptions_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE duty_shifts SET ends_at = starts_at - $HOUR", said: "ends before it begins" },
        Damage {
            done: "UPDATE duty_shifts SET staff_id = (SELECT staff_id FROM duty_shifts WHERE staff_id IS NOT NULL \
                   ORDER BY id LIMIT 1)",
            said: "at once on",
        },
        Damage { done: "UPDATE first_asked SET steps = steps + 1", said: "steps, its log" },
        Damage { done: "UPDATE first_asked SET state = 1", said: "a promise that nobody made" },
        Damage { done: "UPDATE first_asked SET state = 3", said: "its end does not fit" },
        Damage {
            done: "$BARE(receptions) UPDATE receptions SET slot_at = (SELECT min(slot_at) FROM receptions), \
                   day_id = (SELECT day_id FROM receptions ORDER BY slot_at LIMIT 1)",
            said: "people",
        },
        Damage { done: "UPDATE reception_days SET announced_at = starts_at - $HOUR", said: "was announced too late" },
        Damage { done: "UPDATE receptions SET steps = steps + 1", said: "steps, its log" },
        Damage { done: "UPDATE receptions SET owner_id = NULL WHERE state = 4", said: "waits for nobody" },
        Damage { done: "UPDATE receptions SET state = 6 WHERE state = 4", said: "its end does not fit" },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_ratings_and_call_backs_are_named() {
    each_is_named(&[
        Damage {
            done: "UPDATE ratings SET on_day = (SELECT min(on_day) FROM ratings) WHERE on_day > (SELECT min(on_day) FROM ratings)",
            said: "is of a ticket of",
        },
        Damage { done: "DELETE FROM call_backs", said: "is low and nobody calls back" },
        Damage { done: "UPDATE ratings SET level = 5 WHERE level = 2", said: "is open for a rating of level 5" },
        Damage { done: "UPDATE call_backs SET answered_at = NULL", said: "has an outcome and no time" },
    ])
    .await;
}
