//! How a day ends, and what is left of it.
use jiff::SignedDuration;
use kernel::once::Once;

use super::*;
use crate::rules::State;

#[tokio::test]
async fn closing_the_day_serves_nobody_and_tells_each_why() {
    for town in towns().await {
        let drawn = town.drawn(3).await;
        town.next(1).await.unwrap();
        town.press(drawn[0], Press::Serve).await.unwrap();
        let key = || Some(Once::new("k", "manager", &"停电了"));
        for _ in 0..2 {
            let why = ("停电了".into(), staff(1));
            assert_eq!(acts::close_day(&town.house, &town.station, why, key()).await.unwrap(), 2);
        }
        for id in &drawn[1..] {
            let kept = town.ticket(*id).await.ticket;
            assert_eq!((kept.state, kept.reason.as_str()), (State::Closed, "停电了"));
        }
        // Whoever sits at a desk is served, and the clerk says how that ends.
        assert_eq!(town.ticket(drawn[0]).await.ticket.state, State::Serving);
        assert_eq!(
            refused(acts::close_day(&town.house, &town.station, (" ".into(), staff(1)), None).await),
            Refusal::NoReason
        );
    }
}

#[tokio::test]
async fn what_nobody_closed_is_not_served_the_next_day() {
    for town in towns().await {
        let id = town.drawn(1).await[0];
        town.next(1).await.unwrap();
        town.press(id, Press::Serve).await.unwrap();
        town.house.wait(SignedDuration::from_hours(48));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.ticket(id).await.ticket.state, State::Closed);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_day_becomes_facts_that_name_nobody() {
    for town in towns().await {
        let (h, phone) = (town.house.house(), "13800000001".parse().unwrap());
        let person = town.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap();
        let how = (Holder::Person(person), Way::Phone);
        let one = Drawing { matters: vec![1], line: None, ..in_line(1) };
        let id = acts::draw(&town.house, &town.station, one, how, None).await.unwrap().id;
        town.house.wait(SignedDuration::from_mins(7));
        town.next(1).await.unwrap();
        town.press(id, Press::Serve).await.unwrap();
        town.house.wait(SignedDuration::from_mins(12));
        town.press(id, Press::Finish(vec![])).await.unwrap();
        town.house.wait(SignedDuration::from_hours(24 * 40));
        acts::jobs(&town.house).await.unwrap();
        acts::jobs(&town.house).await.unwrap();
        let (station, day) = (town.station.id, date(2026, 6, 24));
        let until = day.tomorrow().unwrap();
        let read = move |c: &mut Conn| kernel::fact::between(c, station, "ticket-ended", day, until);
        let facts = town.house.db.read(read).await.unwrap();
        assert_eq!(facts.len(), 1, "each ticket is counted once");
        let data = &facts[0].data;
        assert_eq!((data["waited_s"].as_i64(), data["served_s"].as_i64()), (Some(7 * 60), Some(12 * 60)));
        assert_eq!(data["wasted"], serde_json::Value::Null);
        assert!(!data.to_string().contains(&person.to_string()));
        assert_eq!(town.ticket(id).await.person, None);
    }
}
