//! Many callers at one moment: one winner, and everyone else is told politely.
use super::town::{oneself, refusal, towns, winners, wish};
use super::{at, on};
use crate::games::acts;
use crate::games::rules::{NoGame, Stands};
use crate::rules::{Refusal, State};
use kernel::house::House;

const CALLERS: i32 = 64;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_who_join_a_game_that_needs_one_one_is_in() {
    for town in towns().await {
        let poster = town.person(0).await;
        let id = town.post(oneself(poster), wish("chess", at(20, 0), 1)).await.expect("a game");
        let other = town.post(town.clerk("韩师傅"), wish("court", at(20, 0), 3)).await.expect("a game");
        let mut calls = vec![];
        for n in 1..=CALLERS {
            let coming = if n % 4 == 0 { town.clerk("来电") } else { oneself(town.person(n).await) };
            calls.push(town.join(id, coming));
        }
        assert_eq!(winners(calls, |r| *r == NoGame::NotOpen).await, 1);
        assert_eq!(town.game(id).await.stands, Stands::Filled);
        assert_eq!(town.reservation(id).await, State::Confirmed);
        assert_eq!(town.open(None).await, [other], "and there is another one tonight");
        assert_eq!(town.told(0).await, ["game-filled"]);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn somebody_who_joins_two_games_at_one_moment_is_in_one() {
    for town in towns().await {
        for n in 0..8 {
            let hour = on(25, 8, 0) + jiff::SignedDuration::from_hours(n.into());
            let a = town.post(town.clerk("甲"), wish("chess", hour, 1)).await.expect("a game");
            let b = town.post(town.clerk("乙"), wish("court", hour, 3)).await.expect("a game");
            let twice = town.person(100 + n).await;
            let calls = vec![town.join(a, oneself(twice)), town.join(b, oneself(twice))];
            assert_eq!(winners(calls, |r| *r == NoGame::Elsewhere).await, 1);
        }
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_games_for_one_court_one_is_posted_and_a_booking_cannot_slip_in() {
    for town in towns().await {
        let mut calls = vec![];
        for n in 0..CALLERS {
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            let coming = oneself(town.person(n).await);
            let wish = wish("court", at(19, 0), 1);
            calls.push(async move { acts::post(&house, &station, coming, wish, None).await });
        }
        assert_eq!(winners(calls, |r| *r == NoGame::Room(Refusal::Taken)).await, 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn joining_leaving_and_calling_off_at_once_leave_a_sound_game() {
    for town in towns().await {
        let poster = town.person(0).await;
        let id = town.post(oneself(poster), wish("gym", at(20, 0), 3)).await.expect("a game");
        let mut calls: Vec<std::pin::Pin<Box<dyn Future<Output = _> + Send>>> = vec![];
        for n in 1..=CALLERS {
            let person = town.person(n % 8 + 1).await;
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            calls.push(match n % 3 {
                0 => Box::pin(async move {
                    acts::leave(&house, &station, (id, None), crate::acts::Actor::Person(person)).await
                }),
                _ => Box::pin(town.join(id, oneself(person))),
            });
        }
        let asked: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
        for one in asked {
            // Who was not in cannot leave; who came late finds it full. Nothing else may go wrong.
            match one.await.expect("nobody panics") {
                Ok(_) | Err(kernel::refusal::Not::Refused(NoGame::NotOpen)) => {}
                Err(kernel::refusal::Not::Fault(kernel::fault::Fault::NotFound)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        town.sound().await;
        let game = town.game(id).await;
        assert!(game.table().taken() <= 4, "{game:?}");
        assert_eq!(game.stands == Stands::Filled, game.left() == 0);
    }
}

#[tokio::test]
async fn whoever_comes_second_for_the_same_hour_is_told_and_keeps_their_game() {
    for town in towns().await {
        let person = town.person(1).await;
        town.post(oneself(person), wish("chess", at(20, 0), 1)).await.expect("a game");
        let second = town.post(oneself(person), wish("court", at(20, 30), 1)).await;
        assert_eq!(refusal(second), NoGame::Elsewhere);
        town.post(oneself(person), wish("court", at(21, 0), 1)).await.expect("right afterwards is fine");
        town.sound().await;
    }
}
