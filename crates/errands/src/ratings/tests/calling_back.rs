//! Call-backs: opened by the two lowest levels, due in working days, ended by a manager.
use serde_json::json;

use super::*;
use crate::acts::{Holder, draw};
use crate::ratings::rules::Outcome;
use crate::rules::Way;
use crate::tests::{staff, towns};

async fn answered(town: &Town, outcome: Outcome, words: &str) -> Result<(), Not<Refusal>> {
    let id = to_call(town).await[0].id;
    acts::answer(&town.house, &town.station, id, (outcome, words.into()), (staff(1), None)).await
}

#[tokio::test]
async fn a_low_level_opens_a_call_back_in_working_days() {
    for town in towns().await {
        let id = served(&town).await;
        assert!(say(&town, id, Level::Dissatisfied, "等太久").await.unwrap().call_back);
        let all = to_call(&town).await;
        // Wednesday 24 June and five working days: Wednesday 1 July.
        assert_eq!((all.len(), all[0].due.date, all[0].words.as_str()), (1, date(2026, 7, 1), "等太久"));
        assert!(all[0].phone.is_none() && !all[0].overdue);
        // Said otherwise in time, nobody calls.
        say(&town, id, Level::Satisfied, "").await.unwrap();
        assert!(to_call(&town).await.is_empty());
        town.sound().await;
    }
}

#[tokio::test]
async fn a_station_sets_its_own_days_and_what_is_open_keeps_its_day() {
    for town in towns().await {
        let first = served(&town).await;
        say(&town, first, Level::Dissatisfied, "").await.unwrap();
        acts::set_days(&town.house, &town.station, 2, staff(1)).await.unwrap();
        let second = served(&town).await;
        say(&town, second, Level::VeryDissatisfied, "").await.unwrap();
        let due: Vec<_> = to_call(&town).await.iter().map(|b| b.due.date).collect();
        assert_eq!(due, [date(2026, 6, 26), date(2026, 7, 1)]);
    }
}

#[tokio::test]
async fn a_manager_reads_whom_to_reach_and_the_answer_stands_on_the_tickets_page() {
    for town in towns().await {
        let (h, phone) = (town.house.house(), "13800000001".parse().unwrap());
        let person = town.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap();
        let for_what = Drawing { matters: vec![1], line: None, ..in_line(1) };
        let how = (Holder::Person(person), Way::Phone);
        let id = draw(&town.house, &town.station, for_what, how, None).await.unwrap().id;
        done(&town, id).await;
        say(&town, id, Level::Dissatisfied, "").await.unwrap();
        let open = &to_call(&town).await[0];
        assert_eq!(open.phone.as_ref().map(people::Phone::full), Some("13800000001"));
        assert_eq!(refused(answered(&town, Outcome::NotReached, "").await), Refusal::NoWords);
        answered(&town, Outcome::NotReached, "没有人接").await.unwrap();
        assert!(to_call(&town).await[0].is_open(), "it may be tried again");
        answered(&town, Outcome::Settled, "已经补发").await.unwrap();
        let called = seen(&town, id).await.given.and_then(|g| g.call_back).expect("it is called back");
        assert_eq!((called.outcome, called.answer.as_str()), (Some(Outcome::Settled), "已经补发"));
        assert_eq!(refused(answered(&town, Outcome::NotSettled, "又不行").await), Refusal::Answered);
        // Who has been called is not taken out of the list by a better level.
        say(&town, id, Level::VerySatisfied, "").await.unwrap();
        assert_eq!(to_call(&town).await.len(), 1);
        later(&town, 50).await;
        assert_eq!(facts(&town, "call-back-ended").await, [(date(2026, 6, 24), json!({ "outcome": "settled" }))]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_nobody_did_in_time_is_late_and_counted_so() {
    for town in towns().await {
        let id = served(&town).await;
        say(&town, id, Level::Dissatisfied, "").await.unwrap();
        later(&town, 24 * 7).await;
        assert!(!to_call(&town).await[0].overdue, "its last day is not over");
        assert!(facts(&town, "call-back-ended").await.is_empty());
        later(&town, 24).await;
        assert!(to_call(&town).await[0].overdue);
        assert_eq!(facts(&town, "call-back-ended").await, [(date(2026, 6, 24), json!({ "outcome": null }))]);
        // Late is better than never, and changes no fact.
        answered(&town, Outcome::Settled, "").await.unwrap();
        later(&town, 1).await;
        assert_eq!(facts(&town, "call-back-ended").await.len(), 1);
        town.sound().await;
    }
}
