//! Five hundred at one moment, on both engines.
use super::*;

const PEOPLE: usize = 500;
const PLACES: i32 = 30;

async fn all_at_once(town: &Town, guests: Vec<Guest>) -> Vec<SignedUp> {
    let asked: Vec<_> = guests
        .into_iter()
        .map(|guest| {
            let (house, station, new) = (town.house.house(), town.station.clone(), town.wish(guest, 1));
            tokio::spawn(async move {
                let v = View::plain(&house, Lang::Zh);
                acts::join(&house, &station, &v, new, None).await
            })
        })
        .collect();
    let mut all = vec![];
    for one in asked {
        all.push(one.await.unwrap().unwrap());
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_500_people_for_30_places_30_are_in_and_470_wait_in_a_fair_order() {
    for town in towns(for_(PLACES)).await {
        let mut guests = vec![];
        for n in 0..PEOPLE {
            guests.push(match n % 3 {
                0 => Guest::Person(town.person(n).await),
                1 => Guest::Stranger(phone(n)),
                _ => named("马大爷"),
            });
        }
        let all = all_at_once(&town, guests).await;
        let count = |state| all.iter().filter(|s| s.state == state).count();
        assert_eq!((count(State::In), count(State::Waiting)), (30, 470));
        let mut places = vec![];
        for one in &all {
            let kept = town.signup(one.id).await;
            // Nobody is in behind somebody who waits.
            assert_eq!(kept.place <= PLACES, kept.state == State::In);
            places.push(kept.place);
        }
        places.sort_unstable();
        assert!(places.iter().zip(1..).all(|(place, n)| *place == n), "the numbers have no holes: {places:?}");
        assert_eq!((town.at().await.taken, town.at().await.lined), (30, 500));
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_many_give_back_and_many_come_no_place_is_given_twice_and_none_lost() {
    for town in towns(for_(10)).await {
        let mut has = vec![];
        for n in 0..20 {
            has.push(town.joins(n, 1).await);
        }
        let leaving: Vec<_> = has[..10]
            .iter()
            .map(|id| {
                let (house, station, id) = (town.house.house(), town.station.clone(), *id);
                tokio::spawn(async move {
                    acts::answer(&house, &station, (id, Answer::GiveBack), (Actor::Bearer, None)).await
                })
            })
            .collect();
        let mut guests = vec![];
        for n in 20..40 {
            guests.push(Guest::Person(town.person(n).await));
        }
        let late = all_at_once(&town, guests).await;
        for one in leaving {
            assert_eq!(one.await.unwrap().unwrap(), State::GivenBack);
        }
        assert!(town.states(&has[10..]).await.iter().all(|s| *s == State::Offered));
        assert!(late.iter().all(|s| s.state == State::Waiting), "nobody overtakes the list");
        assert_eq!(town.at().await.taken, 10);
        town.sound().await;
    }
}
