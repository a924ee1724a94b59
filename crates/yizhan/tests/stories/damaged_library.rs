//! The tables of the reading room, damaged by hand as `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_titles_and_copies_are_named() {
    each_is_named(&[
        Damage {
            done: "DELETE FROM titles WHERE isbn = '9787572608582'",
            said: "is of no title or belongs on no shelf",
        },
        Damage {
            done: "DELETE FROM titles WHERE isbn = '9787572608582'",
            said: "grams lead to a title that is not there",
        },
        Damage { done: "DELETE FROM library_shelves WHERE code = 'a'", said: "is of no title or belongs on no shelf" },
        Damage {
            done: "UPDATE copies SET barcode = '2000000000019' WHERE barcode = (SELECT min(barcode) FROM copies)",
            said: "barcode 2000000000019 has a wrong check digit",
        },
        Damage { done: "UPDATE library_settings SET next_barcode = 1", said: "would be given again" },
        Damage {
            done: "UPDATE titles SET title = '另一本书' WHERE isbn = '9787572608582'",
            said: "“另一本书” is not found by its card",
        },
        Damage { done: "DELETE FROM title_grams", said: "“长安的荔枝” is not found by its card" },
        Damage {
            done: "UPDATE titles SET isbn = '9787572608583' WHERE isbn = '9787572608582'",
            said: "“长安的荔枝” has a wrong ISBN",
        },
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_loans_and_holds_are_named() {
    each_is_named(&[
        Damage {
            done: "UPDATE copies SET stands = 4 WHERE id IN (SELECT copy_id FROM loans)",
            said: "is lent, and stands as 4",
        },
        Damage {
            done: "UPDATE loans SET title_id = (SELECT id FROM titles WHERE isbn = '9787572608582')",
            said: "is lent, and stands as 0",
        },
        Damage { done: "UPDATE loans SET due_on = (SELECT min(added_on) FROM copies)", said: "a loan of" },
        Damage {
            done: "UPDATE library_holds SET copy_id = (SELECT copy_id FROM loans LIMIT 1) WHERE copy_id IS NOT NULL",
            said: "is put aside, and is lent or another title",
        },
        Damage {
            done: "UPDATE library_holds SET told = TRUE WHERE copy_id IS NULL",
            said: "and nothing is put aside",
        },
        Damage {
            done: "INSERT INTO library_holds (station_id, id, title_id, person_id, placed_at, told) \
                   SELECT station_id, $ID, title_id, person_id, lent_at, FALSE FROM loans",
            said: "and has it",
        },
        Damage {
            done: "INSERT INTO library_tasks (station_id, id, kind, copy_id, person_id, barcode, happened_at, made_at, settled_at, \
                   settled_by, how) SELECT station_id, $ID, 1, copy_id, person_id, 'X-1', lent_at, lent_at, lent_at, person_id, 0 \
                   FROM loans",
            said: "a task about X-1 is settled and still names",
        },
        Damage {
            done: "INSERT INTO library_log (station_id, id, staff_id, kind, barcode, happened_at, received_at, outcome) \
                   SELECT station_id, $ID, person_id, 0, 'X-2', lent_at, lent_at, 2 FROM loans",
            said: "what a device said of X-2 needs a clerk, and is no task",
        },
        Damage {
            done: "INSERT INTO reading_history (station_id, id, person_id, title_id, lent_on, returned_on) \
                   SELECT station_id, $ID, person_id, title_id, lent_on, due_on FROM loans",
            said: "are on the list of somebody who wants none",
        },
        Damage {
            done: "UPDATE copies SET stands = 3 WHERE id NOT IN (SELECT copy_id FROM loans)",
            said: "is on its way and has 0 transfers",
        },
        Damage {
            done: "INSERT INTO library_transfers (station_id, id, title_id, copy_id, to_station, state, why, asked_at, sent_at) \
                   SELECT station_id, $ID, title_id, copy_id, station_id, 1, '', lent_at, lent_at FROM loans",
            said: "is no copy that is on its way",
        },
        Damage {
            done: "INSERT INTO library_transfers (station_id, id, title_id, copy_id, to_station, state, why, asked_at, sent_at) \
                   SELECT station_id, $ID, title_id, copy_id, station_id, 1, '', lent_at, lent_at FROM loans",
            said: "and its times say otherwise",
        },
    ])
    .await;
}
