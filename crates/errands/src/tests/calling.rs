//! Whose turn it is, and that two desks never call one person.
use std::collections::HashSet;

use super::*;
use crate::rules::State;

/// Eight desks press at the same instant, again and again, until nobody waits. `YIZHAN_TEST_ROUNDS` makes it longer.
#[tokio::test]
async fn two_desks_never_call_one_person() {
    let rounds = std::env::var("YIZHAN_TEST_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(25);
    for town in towns().await {
        town.drawn(rounds * 8).await;
        let mut called = HashSet::new();
        for _ in 0..rounds {
            let mut desks = tokio::task::JoinSet::new();
            for desk in 1..=8 {
                let (house, station) = (town.house.house(), town.station.clone());
                desks.spawn(async move {
                    let pressed = acts::call_next(&house, &station, (desk, staff(desk)), None).await.unwrap();
                    let id = pressed.called.expect("somebody waits");
                    acts::press(&house, &station, (id, None), (Press::Serve, staff(desk)), None).await.unwrap();
                    id
                });
            }
            for id in desks.join_all().await {
                assert!(called.insert(id), "{id} was called twice");
            }
        }
        assert_eq!(called.len(), rounds * 8);
        town.sound().await;
    }
}

#[tokio::test]
async fn they_are_called_in_the_order_of_their_numbers() {
    for town in towns().await {
        let drawn = town.drawn(3).await;
        for id in &drawn {
            assert_eq!(town.next(1).await.unwrap().called, Some(*id));
            town.press(*id, Press::Serve).await.unwrap();
        }
        let last = town.next(1).await.unwrap();
        assert_eq!((last.finished, last.called), (Some(drawn[2]), None));
        assert_eq!(refused(town.next(1).await), Refusal::NobodyWaits);
        town.sound().await;
    }
}

#[tokio::test]
async fn at_most_two_with_priority_are_called_in_a_row() {
    for town in towns().await {
        let first = town.drawn(2).await;
        let mut dear = vec![];
        for priority in [Priority::Elderly, Priority::Disabled, Priority::Veteran] {
            dear.push(town.favoured(priority).await);
        }
        let mut order = vec![];
        while let Ok(Pressed { called: Some(id), .. }) = town.next(1).await {
            town.press(id, Press::Serve).await.unwrap();
            order.push(id);
        }
        assert_eq!(order, [dear[0], dear[1], first[0], dear[2], first[1]]);
    }
}

#[tokio::test]
async fn whoever_is_not_in_the_hall_is_passed_over_and_keeps_their_place() {
    for town in towns().await {
        let home = town.draw(Drawing { on_site: false, ..in_line(1) }).await.unwrap().id;
        let hall = town.drawn(2).await;
        assert_eq!(town.next(1).await.unwrap().called, Some(hall[0]));
        acts::take_own(&town.house, &town.station, home, (acts::Own::Arrive, acts::Actor::Bearer), None).await.unwrap();
        assert_eq!(town.next(2).await.unwrap().called, Some(home));
        assert_eq!(town.next(3).await.unwrap().called, Some(hall[1]));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_waits_for_an_official_is_called_by_no_other() {
    for town in towns().await {
        let theirs = town.draw(Drawing { official: Some(3), ..in_line(1) }).await.unwrap().id;
        assert_eq!(refused(town.next(1).await), Refusal::NobodyWaits);
        assert_eq!(town.next(3).await.unwrap().called, Some(theirs));
    }
}

#[tokio::test]
async fn a_desk_that_has_called_says_first_whether_they_came() {
    for town in towns().await {
        let drawn = town.drawn(2).await;
        town.next(1).await.unwrap();
        assert_eq!(refused(town.next(1).await), Refusal::DeskTaken);
        town.press(drawn[0], Press::Miss).await.unwrap();
        assert_eq!(town.next(1).await.unwrap(), Pressed { finished: None, called: Some(drawn[1]) });
        town.sound().await;
    }
}

#[tokio::test]
async fn a_desk_of_two_lines_calls_whoever_waits_longest() {
    for town in towns().await {
        let mut drawn = vec![];
        for line in [2, 1, 2] {
            drawn.push(town.draw(in_line(line)).await.unwrap().id);
            town.house.wait(jiff::SignedDuration::from_mins(1));
        }
        for id in drawn {
            assert_eq!(town.next(2).await.unwrap().called, Some(id));
            town.press(id, Press::Serve).await.unwrap();
            assert_eq!(town.ticket(id).await.ticket.state, State::Serving);
        }
    }
}

#[tokio::test]
async fn whoever_is_called_in_the_hall_shows_that_the_door_is_open_once_a_quarter() {
    for town in towns().await {
        let seen = async || {
            let station = town.station.id;
            let days = (date(2026, 6, 24), date(2026, 6, 25));
            let read = move |c: &mut Conn| kernel::fact::between(c, station, "door.seen-open", days.0, days.1);
            town.house.db.read(read).await.unwrap().into_iter().map(|fact| fact.at).collect::<Vec<_>>()
        };
        let from_home = town.draw(Drawing { on_site: false, ..in_line(1) }).await.unwrap().id;
        let drawn = town.drawn(3).await;
        assert_eq!(refused(town.press(from_home, Press::Call(1)).await), Refusal::NotHere);
        assert_eq!(seen().await, [], "a number says nothing of the door");
        town.house.set_clock(at(9, 10));
        town.next(1).await.unwrap();
        town.house.set_clock(at(9, 14));
        town.press(drawn[1], Press::Call(2)).await.unwrap();
        assert_eq!(seen().await, [at(9, 0)]);
        town.house.set_clock(at(9, 15));
        town.next(3).await.unwrap();
        assert_eq!(seen().await, [at(9, 0), at(9, 15)]);
        town.sound().await;
    }
}
