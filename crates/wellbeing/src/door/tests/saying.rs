//! What staff say.
use jiff::SignedDuration;
use kernel::fault::Fault;

use super::promising::{NIGHTS, open_at};
use super::{at, events, facts, today};
use crate::acts::once;
use crate::door::{NoTakeBack, say, take_back};
use crate::rules::door::Sign;
use crate::tests::{not_there, refused, towns};

#[tokio::test]
async fn what_is_said_is_a_fact_without_a_name_and_an_event_with_one() {
    for town in towns().await {
        let (h, station, by) = (&town.house, &town.station, &town.clerk);
        assert_eq!(today(&town).await.is_open(), None, "nothing said is unknown");
        say(h, station, Sign::Opened, (by, None)).await.unwrap();
        assert_eq!(today(&town).await.is_open(), Some(true));
        h.wait(SignedDuration::from_mins(5));
        say(h, station, Sign::Closed, (by, None)).await.unwrap();
        assert_eq!(today(&town).await.is_open(), Some(false));
        h.wait(SignedDuration::from_mins(5));
        say(h, station, Sign::SeenOpen, (by, None)).await.unwrap();
        let day = today(&town).await;
        let said: Vec<_> = day.signs.iter().map(|one| (one.sign, one.said)).collect();
        assert_eq!(said, [(Sign::Opened, Some(1)), (Sign::Closed, Some(2)), (Sign::SeenOpen, Some(3))]);
        assert_eq!(
            (day.is_open(), events(&town).await),
            (Some(true), vec!["door.opened".into(), "door.closed".into(), "door.seen-open".to_owned()])
        );
        for kind in ["door.opened", "door.closed", "door.seen-open"] {
            let all = facts(&town, kind).await;
            assert_eq!((all.len(), &all[0].data), (1, &serde_json::json!({})), "{kind}");
        }
        let no = say(h, station, Sign::FoundClosed, (by, None)).await;
        assert_eq!(no, Err(Fault::NotFound));
    }
}

#[tokio::test]
async fn the_same_word_in_a_row_within_a_quarter_is_said_once() {
    for town in towns().await {
        let (h, station, by) = (&town.house, &town.station, &town.clerk);
        for _ in 0..3 {
            say(h, station, Sign::Opened, (by, None)).await.unwrap();
            h.wait(SignedDuration::from_mins(4));
        }
        assert_eq!(facts(&town, "door.opened").await.len(), 1);
        h.wait(SignedDuration::from_mins(4));
        say(h, station, Sign::Opened, (by, None)).await.unwrap();
        assert_eq!(facts(&town, "door.opened").await.len(), 2, "another quarter");
        // A repeated request does one thing, whatever was said meanwhile.
        let key = || once(h, "k", "li", &"closed");
        say(h, station, Sign::Closed, (by, key())).await.unwrap();
        say(h, station, Sign::Opened, (by, None)).await.unwrap();
        say(h, station, Sign::Closed, (by, key())).await.unwrap();
        assert_eq!((facts(&town, "door.closed").await.len(), today(&town).await.is_open()), (1, Some(true)));
    }
}

#[tokio::test]
async fn of_many_who_press_at_one_moment_one_is_counted() {
    for town in towns().await {
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (h, station, by) = (town.house.house(), town.station.clone(), town.clerk.clone());
            all.spawn(async move { say(&h, &station, Sign::Opened, (&by, None)).await });
        }
        while let Some(done) = all.join_next().await {
            assert_eq!(done.unwrap(), Ok(()));
        }
        assert_eq!((facts(&town, "door.opened").await.len(), events(&town).await.len()), (1, 1));
    }
}

#[tokio::test]
async fn a_manager_takes_back_their_own_slip_within_minutes() {
    for town in towns().await {
        let (h, station, me) = (&town.house, &town.station, &town.manager);
        assert_eq!(refused(take_back(h, station, (me, None)).await), NoTakeBack::Nothing);
        say(h, station, Sign::Opened, (me, None)).await.unwrap();
        not_there(take_back(h, station, (&town.clerk, None)).await);
        say(h, station, Sign::Closed, (me, None)).await.unwrap();
        let key = || once(h, "k", "qi", &"back");
        for _ in 0..2 {
            take_back(h, station, (me, key())).await.unwrap();
        }
        let day = today(&town).await;
        assert_eq!((day.is_open(), day.signs.len()), (Some(true), 1), "the closing alone is gone");
        assert_eq!(events(&town).await, ["door.opened", "door.closed", "door.taken-back"]);
        h.wait(SignedDuration::from_mins(11));
        assert_eq!(refused(take_back(h, station, (me, None)).await), NoTakeBack::TooLate);
        say(h, station, Sign::Closed, (&town.clerk, None)).await.unwrap();
        assert_eq!(refused(take_back(h, station, (me, None)).await), NoTakeBack::NotYours);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_slip_just_before_midnight_is_taken_back_just_after_it() {
    for town in towns().await {
        let (h, station, me) = (&town.house, &town.station, &town.manager);
        h.set_clock(at("2026-06-27T23:57:00+08:00"));
        say(h, station, Sign::Opened, (me, None)).await.unwrap();
        h.wait(SignedDuration::from_mins(1));
        say(h, station, Sign::Closed, (me, None)).await.unwrap();
        h.set_clock(at("2026-06-28T00:08:00+08:00"));
        take_back(h, station, (me, None)).await.unwrap();
        assert_eq!((facts(&town, "door.closed").await.len(), facts(&town, "door.opened").await.len()), (0, 1));
        assert_eq!(refused(take_back(h, station, (me, None)).await), NoTakeBack::Nothing, "that one is too long ago");
        say(h, station, Sign::Closed, (me, None)).await.unwrap();
        take_back(h, station, (me, None)).await.unwrap();
        assert_eq!(events(&town).await.len(), 5);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_said_in_the_evening_stands_until_the_night_is_over() {
    for town in towns().await {
        let town = open_at(town, NIGHTS).await;
        let (h, station, by) = (&town.house, &town.station, &town.clerk);
        h.set_clock(at("2026-06-27T10:00:00+08:00"));
        say(h, station, Sign::Closed, (by, None)).await.unwrap();
        h.set_clock(at("2026-06-27T19:50:00+08:00"));
        say(h, station, Sign::Opened, (by, None)).await.unwrap();
        h.set_clock(at("2026-06-28T00:30:00+08:00"));
        let day = today(&town).await;
        let signs = |day: &crate::door::answers::Today| day.signs.iter().map(|one| one.sign).collect::<Vec<_>>();
        assert_eq!((day.is_open(), signs(&day)), (Some(true), vec![Sign::Opened]));
        say(h, station, Sign::Closed, (by, None)).await.unwrap();
        let day = today(&town).await;
        assert_eq!((day.is_open(), signs(&day)), (Some(false), vec![Sign::Opened, Sign::Closed]));
        h.set_clock(at("2026-06-28T02:00:00+08:00"));
        assert_eq!(signs(&today(&town).await), [Sign::Closed], "the night is over");
    }
}

#[tokio::test]
async fn who_is_called_after_a_closing_is_not_shown_before_it() {
    for town in towns().await {
        let (h, station, by) = (&town.house, &town.station, &town.clerk);
        let called = async |wall: &str| {
            h.set_clock(at(wall));
            let (station, now) = (station.clone(), h.now());
            h.db.write(move |c: &mut kernel::db::Conn| stations::seen_open(c, &station, now)).await.unwrap();
        };
        called("2026-06-27T17:02:00+08:00").await;
        h.set_clock(at("2026-06-27T17:05:00+08:00"));
        say(h, station, Sign::Closed, (by, None)).await.unwrap();
        assert_eq!(today(&town).await.is_open(), Some(false));
        called("2026-06-27T17:05:20+08:00").await;
        called("2026-06-27T17:10:00+08:00").await;
        let day = today(&town).await;
        let all: Vec<_> = day.signs.iter().map(|one| (one.sign, one.said.is_some())).collect();
        assert_eq!(all, [(Sign::SeenOpen, false), (Sign::Closed, true), (Sign::SeenOpen, false)]);
        assert_eq!(day.is_open(), Some(true));
    }
}
