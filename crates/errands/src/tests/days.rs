//! How a day ends, and what is left of it.
use jiff::SignedDuration;
use kernel::once::Once;
use serde_json::json;

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
        assert_eq!((facts[0].at, data["seen_at"].clone()), (at(9, 0), json!(at(9, 0))));
        assert!(!data.to_string().contains(&person.to_string()));
        assert_eq!(town.ticket(id).await.person, None);
    }
}

/// The facts of the town's Wednesday, in the order in which their numbers were drawn.
async fn ended(town: &Town) -> Vec<kernel::fact::Fact> {
    let (station, day) = (town.station.id, date(2026, 6, 24));
    let read = move |c: &mut Conn| kernel::fact::between(c, station, "ticket-ended", day, day.tomorrow().unwrap());
    town.house.db.read(read).await.unwrap()
}

#[tokio::test]
async fn whoever_drew_at_home_was_there_when_they_were_called_and_not_when_they_drew() {
    for town in towns().await {
        let home = Drawing { on_site: false, ..in_line(1) };
        let id = town.draw(home.clone()).await.unwrap().id;
        town.house.set_clock(at(9, 20));
        let here = town.draw(in_line(1)).await.unwrap().id;
        town.house.set_clock(at(9, 25));
        let never = town.draw(home).await.unwrap().id;
        town.house.set_clock(at(10, 50));
        acts::take_own(&town.house, &town.station, id, (acts::Own::Arrive, acts::Actor::Bearer), None).await.unwrap();
        town.house.set_clock(at(11, 5));
        for one in [id, here] {
            assert_eq!(town.next(1).await.unwrap().called, Some(one));
            town.press(one, Press::Serve).await.unwrap();
            town.house.wait(SignedDuration::from_mins(20));
            town.press(one, Press::Finish(vec![])).await.unwrap();
        }
        town.house.wait(SignedDuration::from_hours(24));
        acts::jobs(&town.house).await.unwrap();
        let told: Vec<_> = ended(&town).await.into_iter().map(|f| (f.at, f.data["seen_at"].clone())).collect();
        let seen = |hour, minute| json!(at(hour, minute));
        assert_eq!(told, [(at(9, 0), seen(11, 0)), (at(9, 20), seen(9, 15)), (at(9, 25), json!(null))]);
        assert_eq!(town.ticket(never).await.ticket.state, State::Closed);
    }
}
