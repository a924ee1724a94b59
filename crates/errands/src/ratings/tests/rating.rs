//! Giving a rating, changing it, and what becomes of it.
use serde_json::json;

use super::*;
use crate::tests::{staff, towns};

#[tokio::test]
async fn a_finished_ticket_is_rated_once_and_changed_until_the_end_of_the_next_day() {
    for town in towns().await {
        let id = served(&town).await;
        assert!(!say(&town, id, Level::Satisfied, "很快").await.unwrap().call_back);
        say(&town, id, Level::VerySatisfied, "").await.unwrap();
        let given = seen(&town, id).await.given.expect("it is rated");
        assert_eq!((given.level, given.words.as_str(), given.call_back), (Level::VerySatisfied, "", None));
        later(&town, 24).await;
        say(&town, id, Level::MostlySatisfied, "").await.unwrap();
        assert!(facts(&town, "rating-given").await.is_empty(), "it is not fixed yet");
        later(&town, 24).await;
        assert_eq!(refused(say(&town, id, Level::Satisfied, "").await), Refusal::Fixed);
        crate::jobs(&town.house).await.unwrap();
        let day = jiff::civil::date(2026, 6, 24);
        let fact = json!({ "level": "mostly-satisfied", "matters": [1] });
        assert_eq!(facts(&town, "rating-given").await, [(day, fact)]);
        assert_eq!(seen(&town, id).await.may, Err(Refusal::Fixed));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_not_done_is_not_rated() {
    for town in towns().await {
        let id = town.drawn(1).await[0];
        assert_eq!(refused(say(&town, id, Level::Satisfied, "").await), Refusal::NotDone);
        town.next(1).await.unwrap();
        assert_eq!(refused(say(&town, id, Level::Satisfied, "").await), Refusal::NotDone);
    }
}

#[tokio::test]
async fn an_end_that_was_taken_back_takes_its_rating_along() {
    for town in towns().await {
        let id = served(&town).await;
        say(&town, id, Level::Dissatisfied, "").await.unwrap();
        crate::acts::undo(&town.house, &town.station, (id, staff(1)), None).await.unwrap();
        town.press(id, Press::Close("停电".into())).await.unwrap();
        later(&town, 50).await;
        assert!(facts(&town, "rating-given").await.is_empty());
        assert!(to_call(&town).await.is_empty());
        town.sound().await;
    }
}

#[tokio::test]
async fn who_rates_twice_at_once_rates_once() {
    for town in towns().await {
        let id = served(&town).await;
        let both = tokio::join!(say(&town, id, Level::Satisfied, ""), say(&town, id, Level::Dissatisfied, ""));
        both.0.unwrap();
        both.1.unwrap();
        town.sound().await;
        later(&town, 50).await;
        assert_eq!(facts(&town, "rating-given").await.len(), 1);
    }
}

#[tokio::test]
async fn no_event_leads_from_a_rating_to_a_ticket() {
    for town in towns().await {
        let id = served(&town).await;
        say(&town, id, Level::VeryDissatisfied, "").await.unwrap();
        let station = town.station.id;
        let events = town.house.db.read(move |c: &mut Conn| kernel::event::since(c, station, 0, 1000)).await.unwrap();
        let about: Vec<_> =
            events.iter().filter(|e| e.kind.starts_with("rating.") || e.kind.starts_with("call-back.")).collect();
        assert_eq!(about.len(), 2);
        for event in about {
            let whole = format!("{}{}", event.subject, event.data);
            assert!(!whole.contains(&id.to_string()), "{event:?}");
        }
    }
}
