//! What happens to a game between the morning and the evening, on both engines.
use jiff::SignedDuration;
use jiff::civil::date;

use super::at;
use super::town::{child, oneself, refusal, towns, wish};
use crate::acts::Actor;
use crate::games::acts;
use crate::games::rules::{Band, NoGame, Stands, Weekly};
use crate::rules::{Ask, State};
use kernel::view::View;
use kernel::words::Lang;

#[tokio::test]
async fn a_game_that_nobody_joins_is_released_a_quarter_before_and_whoever_posted_it_is_told() {
    for town in towns().await {
        let poster = town.person(1).await;
        let id = town.post(oneself(poster), wish("court", at(20, 0), 1)).await.expect("a game");
        town.house.set_clock(at(19, 44));
        assert_eq!(town.game(id).await.stands, Stands::Open);
        town.house.set_clock(at(19, 45));
        // Time has decided before anybody writes it down: somebody else may have the court.
        assert_eq!(town.game(id).await.stands, Stands::Unfilled);
        assert_eq!(refusal(town.join(id, oneself(town.person(2).await)).await), NoGame::NotOpen);
        let v = View::plain(&town.house, Lang::Zh);
        let ask = ("court".to_owned(), Ask { from: at(20, 0), minutes: 60, group: 2, said: None });
        let other = crate::acts::Booker::Person(town.person(3).await);
        crate::acts::book(&town.house, &town.station, &v, ask, other, None).await.expect("the court is free");
        town.jobs().await;
        assert_eq!(town.told(1).await, ["game-unfilled"]);
        assert_eq!(town.game(id).await.stands, Stands::Unfilled);
        // The hour that was kept for it is the poster's own again.
        town.post(oneself(poster), wish("chess", at(20, 30), 1)).await.expect("another game");
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_leaves_in_time_opens_the_game_again_and_the_others_hear_of_it() {
    for town in towns().await {
        let (poster, second, third) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let id = town.post(oneself(poster), wish("chess", at(20, 0), 1)).await.expect("a game");
        assert_eq!(town.join(id, oneself(second)).await.expect("joined"), Stands::Filled);
        assert_eq!(town.join(id, oneself(second)).await.expect("joining twice is joining once"), Stands::Filled);
        assert_eq!(refusal(town.leave(id, poster).await), NoGame::OwnGame);
        assert_eq!(town.leave(id, second).await.expect("left"), Stands::Open);
        assert_eq!(town.leave(id, second).await.expect("leaving twice is leaving once"), Stands::Open);
        assert_eq!(town.reservation(id).await, State::Held);
        assert_eq!(town.told(1).await, ["game-missing", "game-filled"]);
        assert_eq!(town.join(id, oneself(third)).await.expect("joined"), Stands::Filled);
        town.house.set_clock(at(19, 30));
        assert_eq!(refusal(town.leave(id, third).await), NoGame::TooLateToLeave { until: at(19, 0) });
        town.sound().await;
    }
}

#[tokio::test]
async fn three_of_four_play_with_three_and_the_fourth_place_is_free_for_others() {
    for town in towns().await {
        let poster = town.person(1).await;
        let id = town.post(oneself(poster), wish("gym", at(20, 0), 3)).await.expect("a game");
        let alone = acts::play_with_fewer(&town.house, &town.station, id, Actor::Person(poster)).await;
        assert_eq!(refusal(alone), NoGame::TooFew { least: 2 });
        for n in [2, 3] {
            town.join(id, oneself(town.person(n).await)).await.expect("joined");
        }
        let stranger = Actor::Person(town.person(2).await);
        assert!(acts::play_with_fewer(&town.house, &town.station, id, stranger).await.is_err());
        let began = acts::play_with_fewer(&town.house, &town.station, id, Actor::Person(poster)).await;
        assert_eq!(began.expect("three are enough"), Stands::Filled);
        assert_eq!((town.game(id).await.game.wanted, town.reservation(id).await), (3, State::Confirmed));
        let v = View::plain(&town.house, Lang::Zh);
        let ask = ("gym".to_owned(), Ask { from: at(20, 0), minutes: 60, group: 2, said: None });
        let pair = crate::acts::Booker::Person(town.person(5).await);
        crate::acts::book(&town.house, &town.station, &v, ask, pair, None).await.expect("five less three are two");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_game_that_is_called_off_is_told_to_all_and_one_whose_room_is_closed_too() {
    for town in towns().await {
        let poster = town.person(1).await;
        let first = town.post(oneself(poster), wish("chess", at(20, 0), 2)).await.expect("a game");
        town.join(first, oneself(town.person(2).await)).await.expect("joined");
        let off = acts::call_off(&town.house, &town.station, first, (Actor::Person(poster), String::new())).await;
        assert_eq!(off.expect("called off"), Stands::CalledOff);
        assert_eq!(town.told(2).await, ["game-called-off"]);
        let second = town.post(oneself(poster), wish("court", at(20, 0), 1)).await.expect("a game");
        town.join(second, oneself(town.person(3).await)).await.expect("joined");
        let clerk = town.clerk("").by;
        crate::acts::cancel(&town.house, &town.station, second, clerk).await.expect("the desk gives it back");
        assert_eq!(town.game(second).await.stands, Stands::CalledOff);
        town.jobs().await;
        assert_eq!(town.told(3).await, ["game-called-off"]);
        assert_eq!(town.told(1).await[0], "reservation-cancelled", "whoever posted it hears it once, from the room");
        town.sound().await;
    }
}

#[tokio::test]
async fn two_who_keep_apart_neither_see_nor_join_each_others_games() {
    for town in towns().await {
        let (ma, luo, other) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let met = town.post(oneself(ma), wish("chess", at(14, 0), 1)).await.expect("a game");
        town.join(met, oneself(luo)).await.expect("joined");
        let seat = town.game(met).await.seats.iter().find(|s| s.seat.person == Some(luo)).map(|s| s.seat.id);
        let seat = seat.expect("they met");
        assert!(acts::block(&town.house, &town.station, (met, seat), other).await.is_err(), "who was not there");
        for _ in 0..2 {
            acts::block(&town.house, &town.station, (met, seat), ma).await.expect("blocked, once or twice");
        }
        let theirs = town.post(oneself(luo), wish("court", at(20, 0), 2)).await.expect("a game");
        let mine = town.post(oneself(ma), wish("chess", at(20, 0), 1)).await.expect("a game");
        assert_eq!(town.open(Some(ma)).await, [mine]);
        assert_eq!(town.open(Some(luo)).await, [theirs]);
        assert_eq!(town.open(Some(other)).await.len(), 2);
        assert_eq!(refusal(town.join(mine, oneself(luo)).await), NoGame::NotOpen);
        town.join(theirs, oneself(other)).await.expect("anybody else may");
        let blocks = acts::blocks(&town.house, ma).await.expect("a list");
        assert_eq!((blocks.len(), acts::blocks(&town.house, luo).await.expect("a list").len()), (1, 0));
        acts::unblock(&town.house, town.station.id, luo, blocks[0].block.id).await.expect("of no effect");
        assert_eq!(town.open(Some(ma)).await, [mine], "only whoever made it takes it back");
        acts::unblock(&town.house, town.station.id, ma, blocks[0].block.id).await.expect("taken back");
        assert_eq!(town.open(Some(ma)).await.len(), 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_guardian_enters_a_child_and_plays_elsewhere_at_the_same_time() {
    for town in towns().await {
        let (guardian, second) = (town.person(1).await, town.person(2).await);
        let game = town.post(child(guardian, Band::From13, false), wish("chess", at(20, 0), 2)).await.expect("a game");
        assert_eq!(town.game(game).await.game.band, Some(Band::From13));
        town.post(oneself(guardian), wish("court", at(20, 0), 1)).await.expect("their own game");
        let alone = town.post(child(second, Band::Under13, false), wish("gym", at(20, 0), 1)).await;
        assert_eq!(refusal(alone), NoGame::WithGuardian);
        assert_eq!(refusal(town.join(game, oneself(second)).await), NoGame::ForMinors { band: Band::From13 });
        let both = town.join(game, child(second, Band::Under13, true)).await;
        assert_eq!(both.expect("a child and the guardian take two places"), Stands::Filled);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_can_play_on_wednesdays_is_told_once_a_day_and_never_at_night() {
    for town in towns().await {
        town.house.set_clock(at(6, 0));
        let wednesdays = Weekly { weekday: 2, from: 18 * 60, until: 22 * 60, ends_on: date(2026, 7, 31) };
        let (fan, apart) = (town.person(1).await, town.person(2).await);
        for person in [fan, apart] {
            let added = acts::add(&town.house, &town.station, person, ("chess".into(), wednesdays), None).await;
            added.expect("a weekly time");
        }
        let poster = town.person(3).await;
        let met = town.post(oneself(poster), wish("chess", at(10, 0), 1)).await.expect("a game");
        town.join(met, oneself(apart)).await.expect("joined");
        let seat = town.game(met).await.seats.iter().find(|s| s.seat.person == Some(poster)).map(|s| s.seat.id);
        acts::block(&town.house, &town.station, (met, seat.expect("met")), apart).await.expect("blocked");
        town.house.set_clock(at(6, 30));
        town.post(oneself(poster), wish("chess", at(20, 0), 1)).await.expect("a game");
        town.jobs().await;
        assert!(town.told(1).await.is_empty(), "it is before seven");
        assert!(town.told(2).await.is_empty());
        town.house.set_clock(at(7, 0));
        town.jobs().await;
        assert_eq!(town.told(1).await, ["game-fits"]);
        assert!(town.told(2).await.is_empty(), "nobody is called to those they keep away from");
        town.post(town.clerk("韩师傅"), wish("chess", at(18, 0), 1)).await.expect("a game");
        town.jobs().await;
        assert_eq!(town.told(1).await, ["game-fits"], "once a day");
        assert_eq!(town.told(2).await, ["game-fits"], "but to anybody else");
        town.house.wait(SignedDuration::from_hours(24 * 40));
        town.jobs().await;
        assert!(town.game(met).await.seats.is_empty(), "who played is forgotten after a month");
        town.sound().await;
    }
}
