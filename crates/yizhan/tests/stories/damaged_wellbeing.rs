//! The tables of surveys and months, damaged by hand as `damage.rs` says.
use crate::damage::{Damage, each_is_named};

#[tokio::test(flavor = "multi_thread")]
async fn damaged_surveys_and_months_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE surveys SET state = 2 WHERE state = 4", said: "2 surveys are not over" },
        Damage { done: "DELETE FROM survey_ballots", said: "0 can be used and" },
        Damage { done: "UPDATE surveys SET not_eligible = 500 WHERE state = 2", said: "and 500 empty houses" },
        Damage { done: "DELETE FROM survey_answers", said: "has another result" },
        Damage { done: "DELETE FROM survey_hours", said: "and its hours 0" },
        Damage {
            done: "UPDATE surveys SET closed_at = NULL WHERE state = 4",
            said: "a survey of state 4 is over, or not",
        },
        Damage {
            done: "UPDATE month_sheets SET revision = 2 WHERE period = '2026-05'",
            said: "2026-05 has 1 revisions, numbered 2 to 2",
        },
        Damage {
            done: "UPDATE month_sheets SET sheet = replace(sheet, '\"planned\":', '\"planned\":1')",
            said: "2026-0",
        },
    ])
    .await;
}
