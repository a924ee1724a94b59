//! A hall full of phones counts; a script does not.
use axum::http::header::RETRY_AFTER;

use super::*;
use crate::moods::rules::{Hour, MOST_AN_HOUR};

/// What one address may add at once, as `kernel::limits` has it; one more comes every two minutes.
const BURST: i64 = 60;

#[tokio::test]
async fn forty_phones_behind_one_address_all_count() {
    for town in towns().await {
        let hall: IpAddr = "203.0.113.7".parse().unwrap();
        for n in 0..40 {
            let mood = Mood::ALL[n % 2].name();
            let done = town.post(0, hall, "", &format!("mood={mood}&once=phone-{n}")).await;
            assert_eq!(done.status(), StatusCode::SEE_OTHER, "phone {n}");
        }
        let tally = town.board(0, None).await.tally;
        assert_eq!((tally.votes(Mood::Happy), tally.votes(Mood::Sad), tally.n()), (20, 20, 40));
        town.sound().await;
    }
}

#[tokio::test]
async fn ten_thousand_posts_from_one_address_add_at_most_the_allowance() {
    for town in towns().await {
        let script: IpAddr = "203.0.113.7".parse().unwrap();
        let before = std::time::Instant::now();
        let mut refused = 0;
        for n in 0..10_000 {
            let done = town.post(0, script, "", &format!("mood=sad&once=script-{n}")).await;
            if done.status() == StatusCode::TOO_MANY_REQUESTS {
                refused += 1;
                let wait: u64 = header(&done, RETRY_AFTER).parse().unwrap();
                assert!((1..=121).contains(&wait), "{wait}");
            }
        }
        // The test itself may take some minutes on a busy machine.
        let meanwhile = i64::try_from(before.elapsed().as_secs() / 120).unwrap() + 1;
        let rows = town.rows().await;
        assert!((BURST..=BURST + meanwhile).contains(&rows), "{rows}");
        assert_eq!(i64::from(refused), 10_000 - rows);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_is_refused_is_told_kindly_and_others_are_not_kept_out() {
    for town in towns().await {
        let crowd: IpAddr = "2001:db8:7::1".parse().unwrap();
        let first = town.post(0, crowd, "", "mood=like&once=first").await;
        for n in 1..BURST {
            town.post(0, crowd, "", &format!("mood=sad&once=script-{n}")).await;
        }
        let refused = town.post(0, "2001:db8:7::2".parse().unwrap(), "", "mood=sad&once=late").await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers().get(SET_COOKIE).is_none());
        let page = text(refused).await;
        assert!(page.contains("这里刚才投的人太多，过一会儿再来") && page.contains("value=\"late\""), "{page}");
        let part = text(town.post(0, crowd, "", "mood=sad&once=late&part=1").await).await;
        assert!(part.starts_with("<div id=\"mood-board\"") && part.contains("这里刚才投的人太多"), "{part}");
        // Whoever has voted may still change it, another address is another crowd, and so is another notice.
        let changed = town.post(0, crowd, &kept(&first), "mood=happy&once=x").await;
        assert_eq!(changed.status(), StatusCode::SEE_OTHER);
        let elsewhere = town.post(0, "2001:db8:8::1".parse().unwrap(), "", "mood=happy&once=y").await;
        assert_eq!(elsewhere.status(), StatusCode::SEE_OTHER);
        assert_eq!(town.post(1, crowd, "", "mood=happy&once=z").await.status(), StatusCode::SEE_OTHER);
        assert_eq!(town.board(0, None).await.tally.votes(Mood::Happy), 2);
        town.sound().await;
    }
}

/// Many addresses together: the hour is full, the next one is not.
#[tokio::test]
async fn an_hour_is_full_wherever_they_come_from() {
    for town in towns().await {
        town.voted(0, (1, 2), Mood::Happy).await;
        let (station, notice, now) = (town.station.id, town.notices[0], town.house.now());
        let full = Hour { from: now, voters: MOST_AN_HOUR - 1 };
        town.house.db.write(move |c: &mut Conn| store::set_hour(c, station, notice, full)).await.unwrap();
        town.vote(0, 3, Some(Mood::Happy)).await.unwrap();
        town.house.wait(jiff::SignedDuration::from_mins(10));
        let crowded = refused(town.vote(0, 4, Some(Mood::Happy)).await);
        assert_eq!(crowded, NoVote::Crowded { seconds: 50 * 60 + 1 });
        // Changing and taking back go on, and so does the other notice.
        town.vote(0, 3, Some(Mood::Sad)).await.unwrap();
        town.vote(0, 3, None).await.unwrap();
        town.vote(1, 4, Some(Mood::Happy)).await.unwrap();
        town.house.wait(jiff::SignedDuration::from_mins(50));
        town.vote(0, 4, Some(Mood::Happy)).await.unwrap();
        assert_eq!(town.board(0, None).await.tally.n(), 3);
        town.sound().await;
    }
}
