//! After thirty days the key is gone, the rows are gone, and the numbers stand.
use jiff::SignedDuration;

use super::*;
use crate::moods::rules::OPEN;

#[tokio::test]
async fn after_thirty_days_the_numbers_stand_and_nobody_can_be_known() {
    for town in towns().await {
        town.voted(0, (1, 7), Mood::Happy).await;
        town.voted(0, (10, 5), Mood::Sad).await;
        town.voted(1, (1, 1), Mood::Like).await;
        let before = town.board(0, None).await;
        // The last second: nothing is due.
        town.house.wait(OPEN - SignedDuration::from_secs(1));
        super::super::jobs(&town.house).await.unwrap();
        town.vote(0, 1, Some(Mood::Like)).await.unwrap();
        town.vote(0, 1, Some(Mood::Happy)).await.unwrap();
        assert_eq!(town.rows().await, 13);
        // It is over, whether the night's work has come by or not.
        town.house.wait(SignedDuration::from_secs(1));
        for wants in [Some(Mood::Sad), None] {
            assert_eq!(refused(town.vote(0, 1, wants).await), NoVote::Closed);
        }
        for _ in 0..2 {
            super::super::jobs(&town.house).await.unwrap();
            assert_eq!(town.rows().await, 0);
        }
        let after = town.board(0, Some(phone(1))).await;
        assert_eq!((after.tally, after.chose, after.open), (before.tally, None, false));
        assert_eq!(refused(town.vote(0, 1, Some(Mood::Sad)).await), NoVote::Closed);
        assert_eq!(refused(town.vote(0, 99, Some(Mood::Sad)).await), NoVote::Closed);
        let gone = |c: &mut Conn| {
            use schema::mood_keys as t;
            Ok::<i64, Fault>(on!(c, c => t::table.filter(t::key_sealed.is_not_null()).count().get_result(c))?)
        };
        assert_eq!(town.house.db.read(gone).await.unwrap(), 0);
        town.sound().await;
    }
}

/// A clock that is set back, as in a rehearsal, does not bring a key back.
#[tokio::test]
async fn a_destroyed_key_stays_destroyed() {
    for town in towns().await {
        town.voted(0, (1, 3), Mood::Happy).await;
        let start = town.house.now();
        town.house.wait(OPEN);
        super::super::jobs(&town.house).await.unwrap();
        town.house.set_clock(start);
        assert_eq!(refused(town.vote(0, 1, Some(Mood::Sad)).await), NoVote::Closed);
        let (h, station, notice) = (town.house.house(), town.station.clone(), town.notices[0]);
        town.house.db.write(move |c: &mut Conn| acts::opened(c, &h, &station, notice, start)).await.unwrap();
        assert_eq!(refused(town.vote(0, 1, Some(Mood::Sad)).await), NoVote::Closed);
        town.sound().await;
    }
}

#[tokio::test]
async fn the_page_says_that_it_is_over() {
    for town in towns().await {
        town.voted(0, (1, 12), Mood::Happy).await;
        town.house.wait(OPEN);
        let page = text(town.get(&town.path(0), "").await).await;
        assert!(page.contains("三十天过了") && page.contains("12 票") && !page.contains("<form"), "{page}");
        let late = town.post(0, from(1), "", "mood=sad&once=late").await;
        assert_eq!(late.status(), StatusCode::CONFLICT);
        assert!(late.headers().get(SET_COOKIE).is_none());
        assert_eq!(text(late).await.matches("三十天过了").count(), 1, "it is said once");
    }
}

#[tokio::test]
async fn damage_is_named() {
    let damages = [
        ("UPDATE mood_totals SET votes = 4 WHERE votes = 3", 0, "total of 4"),
        ("DELETE FROM mood_totals", 1, "3 votes of mood 1"),
        ("DELETE FROM mood_votes", 0, "and 0 votes"),
        ("UPDATE mood_votes SET mood = 2", 1, "of mood 2"),
        ("UPDATE mood_votes SET at_day = '2026-11-26'", 3, "2026-11-26"),
    ];
    for (sql, check, said) in damages {
        for town in towns().await {
            town.voted(0, (1, 3), Mood::Happy).await;
            town.house.db.write(move |c: &mut Conn| c.run(sql)).await.unwrap();
            let broken = town.house.db.read(move |c| (acts::CHECKS[check].run)(c)).await.unwrap();
            assert!(broken.iter().any(|b| b.contains(said)), "{sql}: {broken:?}");
        }
    }
    for town in towns().await {
        town.voted(0, (1, 3), Mood::Happy).await;
        let (station, notice, now) = (town.station.id, town.notices[0], town.house.now());
        let half = move |c: &mut Conn| {
            store::destroy(c, station, notice, now)?;
            publish(c, station, NoticeId(id(44)), now)
        };
        town.house.db.write(half).await.unwrap();
        for (check, said) in [(2, "3 votes are kept"), (4, "takes no moods")] {
            let broken = town.house.db.read(move |c| (acts::CHECKS[check].run)(c)).await.unwrap();
            assert!(broken.iter().any(|b| b.contains(said)), "{broken:?}");
        }
    }
}
