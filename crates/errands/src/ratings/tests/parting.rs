//! After thirty days nothing leads from a rating to a ticket: whatever is looked at, in every table.
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use kernel::on;

use super::*;
use crate::ratings::rules::Outcome;
use crate::tests::{staff, towns};

#[derive(QueryableByName)]
struct Rows {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

async fn rows(town: &Town, table: &'static str) -> i64 {
    let count = move |c: &mut Conn| {
        let query = format!("SELECT count(*) AS n FROM {table}");
        Ok::<_, kernel::fault::Fault>(on!(c, c => diesel::sql_query(&query).get_result::<Rows>(c))?.n)
    };
    town.house.db.read(count).await.unwrap()
}

#[tokio::test]
async fn after_thirty_days_nothing_joins_a_rating_to_a_ticket() {
    for town in towns().await {
        let (id, other) = (served(&town).await, served(&town).await);
        say(&town, id, Level::VeryDissatisfied, "等太久").await.unwrap();
        say(&town, other, Level::Satisfied, "").await.unwrap();
        let open = to_call(&town).await[0].id;
        let how = (Outcome::NotSettled, "还在办".to_owned());
        acts::answer(&town.house, &town.station, open, how, (staff(1), None)).await.unwrap();
        later(&town, 24 * 29).await;
        assert_eq!((rows(&town, "ratings").await, rows(&town, "call_backs").await), (2, 1));
        later(&town, 24 * 3).await;
        assert_eq!((rows(&town, "ratings").await, rows(&town, "call_backs").await), (0, 0));
        assert!(seen(&town, id).await.given.is_none());
        // What is left are facts: a day, matters and a level, all of one day with the same instant.
        let station = town.station.id;
        let all = |kind| move |c: &mut Conn| kernel::fact::between(c, station, kind, YEAR.0, YEAR.1);
        let facts = town.house.db.read(all("rating-given")).await.unwrap();
        assert_eq!(facts.len(), 2);
        assert_eq!(facts[0].at, facts[1].at);
        for fact in &facts {
            let keys: Vec<&String> = fact.data.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["level", "matters"]);
            for ticket in [id, other] {
                assert!(!fact.data.to_string().contains(&ticket.to_string()) && fact.id != ticket.0);
            }
        }
        // The ticket is still there, and says nothing of it.
        assert_eq!(town.ticket(id).await.ticket.state, crate::rules::State::Done);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_call_back_that_nobody_ended_goes_with_its_rating_and_is_counted() {
    for town in towns().await {
        acts::set_days(&town.house, &town.station, 15, staff(1)).await.unwrap();
        let id = served(&town).await;
        say(&town, id, Level::Dissatisfied, "").await.unwrap();
        later(&town, 24 * 33).await;
        assert!(to_call(&town).await.is_empty());
        assert_eq!(facts(&town, "call-back-ended").await.len(), 1);
    }
}
