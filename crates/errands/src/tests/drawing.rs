//! Numbers: unique, without gaps, for whoever comes first.
use std::collections::BTreeSet;

use super::*;

#[tokio::test]
async fn eight_kiosks_at_once_draw_every_number_once() {
    for town in towns().await {
        let mut kiosks = tokio::task::JoinSet::new();
        let each: i32 = 50;
        for _ in 0..8 {
            let (house, station) = (town.house.house(), town.station.clone());
            kiosks.spawn(async move {
                let mut mine = vec![];
                for _ in 0..each {
                    let drawn = acts::draw(&house, &station, in_line(1), (Holder::Bearer, Way::Kiosk), None).await;
                    mine.push(drawn.unwrap().number);
                }
                mine
            });
        }
        let all: BTreeSet<i32> = kiosks.join_all().await.into_iter().flatten().collect();
        assert_eq!(all, (1..=8 * each).collect());
        town.sound().await;
    }
}

#[tokio::test]
async fn a_request_sent_twice_draws_one_number() {
    for town in towns().await {
        let once = || kernel::once::Once::new("k", "kiosk-1", &in_line(1));
        let mut numbers = vec![];
        for _ in 0..2 {
            let how = (Holder::Bearer, Way::Kiosk);
            numbers.push(acts::draw(&town.house, &town.station, in_line(1), how, Some(once())).await.unwrap().number);
        }
        assert_eq!(numbers, [1, 1]);
        assert_eq!(town.draw(in_line(1)).await.unwrap().number, 2);
    }
}

#[tokio::test]
async fn each_line_counts_by_itself_and_each_day_anew() {
    for town in towns().await {
        let first = town.draw(in_line(1)).await.unwrap();
        let other = town.draw(in_line(2)).await.unwrap();
        assert_eq!((first.number().to_string(), other.number().to_string()), ("A001".into(), "B001".into()));
        town.house.wait(jiff::SignedDuration::from_hours(24));
        assert_eq!(town.draw(in_line(1)).await.unwrap().number, 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn numbers_are_given_before_the_desks_open_and_not_after_they_close() {
    for town in towns().await {
        for (hour, minute) in [(6, 0), (12, 30), (17, 29)] {
            town.house.set_clock(at(hour, minute));
            town.draw(in_line(1)).await.unwrap();
        }
        town.house.set_clock(at(17, 30));
        let tomorrow = at(8, 30) + jiff::SignedDuration::from_hours(24);
        assert_eq!(refused(town.draw(in_line(1)).await), Refusal::Shut(Some(tomorrow)));
    }
}

#[tokio::test]
async fn a_person_has_one_ticket_in_a_line() {
    for town in towns().await {
        let (h, phone) = (town.house.house(), "13800000001".parse().unwrap());
        let person = town.house.db.write(move |c| people::person_by_phone(c, &h, &phone)).await.unwrap();
        let mine = async |line| {
            let how = (Holder::Person(person), Way::Phone);
            acts::draw(&town.house, &town.station, in_line(line), how, None).await
        };
        let first = mine(1).await.unwrap();
        assert_eq!(refused(mine(1).await), Refusal::HasOne);
        mine(2).await.unwrap();
        acts::take_own(&town.house, &town.station, first.id, (acts::Own::Cancel, acts::Actor::Person(person)), None)
            .await
            .unwrap();
        assert_eq!(mine(1).await.unwrap().number, 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn one_ticket_is_for_several_matters_in_the_line_of_the_first() {
    for town in towns().await {
        let both = Drawing { matters: vec![2, 1, 2], on_site: true, ..Drawing::default() };
        let drawn = town.draw(both).await.unwrap();
        assert_eq!(drawn.letter, 'B');
        let (station, id) = (town.station.clone(), drawn.id);
        let one = town.house.db.read(move |c: &mut Conn| crate::answers::one(c, &station, id)).await.unwrap();
        assert_eq!(one.matters.iter().map(|(m, _)| m.id).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(refused(town.draw(Drawing { matters: vec![9], ..in_line(1) }).await), Refusal::NoMatter);
    }
}
