//! One device has one vote on a notice, which it may change and take back.
use axum::http::header::LOCATION;
use diesel::dsl::count_star;

use super::*;

#[tokio::test]
async fn a_vote_is_cast_changed_and_taken_back() {
    for town in towns().await {
        town.voted(0, (100, 10), Mood::Like).await;
        let tally = async |mood| town.board(0, None).await.tally.votes(mood);
        assert_eq!(town.vote(0, 1, Some(Mood::Happy)).await.unwrap().chose, Some(Mood::Happy));
        assert_eq!((tally(Mood::Happy).await, tally(Mood::Sad).await), (1, 0));
        // The same again changes nothing.
        let again = town.vote(0, 1, Some(Mood::Happy)).await.unwrap();
        assert_eq!((again.tally.votes(Mood::Happy), again.tally.n()), (1, 11));
        assert_eq!(town.vote(0, 1, Some(Mood::Sad)).await.unwrap().tally.n(), 11);
        assert_eq!((tally(Mood::Happy).await, tally(Mood::Sad).await), (0, 1));
        assert_eq!(town.board(0, Some(phone(1))).await.chose, Some(Mood::Sad));
        assert_eq!(town.board(0, Some(phone(2))).await.chose, None);
        town.sound().await;
        for _ in 0..2 {
            let back = town.vote(0, 1, None).await.unwrap();
            assert_eq!((back.chose, back.tally.n()), (None, 10));
        }
        assert_eq!(town.rows().await, 10);
        town.sound().await;
    }
}

#[tokio::test]
async fn thirty_two_presses_of_one_device_at_once_are_one_vote() {
    for town in towns().await {
        let all: Vec<_> = (0..32)
            .map(|n| {
                let (house, station) = (town.house.house(), town.station.clone());
                let mood = Mood::ALL[n % 4];
                let voting =
                    Voting { notice: town.notices[0], device: phone(1), wants: Some(mood), from: from(n as u32) };
                tokio::spawn(async move { acts::vote(&house, &station, published, voting).await })
            })
            .collect();
        for one in all {
            one.await.unwrap().unwrap();
        }
        assert_eq!((town.rows().await, town.board(0, None).await.tally.n()), (1, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn many_devices_at_once_all_count() {
    for town in towns().await {
        let all: Vec<_> = (0..64)
            .map(|n| {
                let (house, station) = (town.house.house(), town.station.clone());
                let mood = Some(Mood::ALL[n as usize % 2]);
                let voting = Voting { notice: town.notices[0], device: phone(n), wants: mood, from: from(n) };
                tokio::spawn(async move { acts::vote(&house, &station, published, voting).await })
            })
            .collect();
        for one in all {
            one.await.unwrap().unwrap();
        }
        let tally = town.board(0, None).await.tally;
        assert_eq!((tally.votes(Mood::Happy), tally.votes(Mood::Sad), tally.n()), (32, 32, 64));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_notice_that_nobody_reads_takes_no_votes() {
    for town in towns().await {
        let stranger = Voting { notice: NoticeId(id(77)), device: phone(1), wants: Some(Mood::Happy), from: from(1) };
        let done = acts::vote(&town.house, &town.station, published, stranger).await;
        assert!(matches!(done, Err(Not::Fault(Fault::NotFound))));
        let (station, notice) = (town.station.id, town.notices[0]);
        town.house.db.write(move |c: &mut Conn| take_down(c, station, notice)).await.unwrap();
        assert!(matches!(town.vote(0, 1, Some(Mood::Happy)).await, Err(Not::Fault(Fault::NotFound))));
        assert_eq!(town.get(&town.path(0), "").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(town.rows().await, 0);
    }
}

/// Hard line 3: nobody is counted by cookie across pages.
#[tokio::test]
async fn the_cookie_of_a_notice_is_its_own_and_goes_nowhere_else() {
    for town in towns().await {
        // Whoever only reads gets none.
        let read = town.get(&town.path(0), "").await;
        assert!(read.headers().get(SET_COOKIE).is_none());
        let mut cookies = vec![];
        for notice in [0, 1] {
            let done = town.post(notice, from(1), "", &format!("mood=happy&once=page-{notice}")).await;
            assert_eq!(done.status(), StatusCode::SEE_OTHER);
            let page = format!("/s/sanhe/notices/{}", town.notices[notice]);
            assert_eq!(header(&done, LOCATION), format!("{page}#moods"));
            let line = header(&done, SET_COOKIE);
            for part in [format!("; Path={page};"), "; HttpOnly".into(), "; SameSite=Lax".into()] {
                assert!(line.contains(&part), "{line}");
            }
            assert!(line.ends_with("; Max-Age=2592000"), "{line}");
            cookies.push(kept(&done));
        }
        assert_ne!(cookies[0], cookies[1]);
        // With the token of one notice nobody is known at the other; with all rows at hand neither.
        let token: Device = cookies[0].trim_start_matches("mood=").parse().unwrap();
        assert_eq!(town.board(0, Some(token.clone())).await.chose, Some(Mood::Happy));
        assert_eq!(town.board(1, Some(token)).await.chose, None);
        town.vote(0, 9, Some(Mood::Sad)).await.unwrap();
        town.vote(1, 9, Some(Mood::Sad)).await.unwrap();
        let voters = |c: &mut Conn| {
            use schema::mood_votes as t;
            Ok::<Vec<Vec<u8>>, Fault>(on!(c, c => t::table.filter(t::mood.eq(2)).select(t::voter).load(c))?)
        };
        let voters = town.house.db.read(voters).await.unwrap();
        assert_eq!(voters.len(), 2);
        assert_ne!(voters[0], voters[1], "one device, two notices");
    }
}

#[tokio::test]
async fn a_double_tap_without_a_cookie_is_one_device_and_the_cookie_knows_it_again() {
    for town in towns().await {
        let first = town.post(0, from(1), "", "mood=happy&once=one-page").await;
        let second = town.post(0, from(1), "", "mood=happy&once=one-page").await;
        assert_eq!(kept(&first), kept(&second));
        let cookie = kept(&first);
        town.post(0, from(1), &cookie, "mood=like&once=a-later-page").await;
        assert_eq!(town.rows().await, 1);
        assert_eq!(town.board(0, None).await.tally.votes(Mood::Like), 1);
        // Taken back, nothing is left on either side.
        let back = town.post(0, from(1), &cookie, "mood=none&once=a-later-page").await;
        assert!(header(&back, SET_COOKIE).starts_with("mood=; ") && header(&back, SET_COOKIE).contains("Max-Age=0"));
        assert_eq!(town.rows().await, 0);
        // A cookie that is none is passed over, and so is a button that is none.
        assert_eq!(town.post(0, from(1), "mood=x", "mood=sad&once=b").await.status(), StatusCode::SEE_OTHER);
        assert_eq!(town.post(0, from(1), &cookie, "mood=angry&once=b").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(town.rows().await, 1);
    }
}

/// A vote leaves no trace with an instant: no event, no change of the station's number.
#[tokio::test]
async fn a_vote_writes_no_event() {
    for town in towns().await {
        let station = town.station.id;
        let last = async || town.house.db.read(move |c: &mut Conn| kernel::event::last(c, station)).await.unwrap();
        let before = last().await;
        town.voted(0, (1, 3), Mood::Happy).await;
        assert_eq!(last().await, before);
    }
}

#[tokio::test]
async fn a_notice_opens_once() {
    for town in towns().await {
        town.voted(0, (1, 3), Mood::Happy).await;
        let before = town.board(0, Some(phone(1))).await;
        town.house.wait(jiff::SignedDuration::from_hours(48));
        let (h, station, notice, now) = (town.house.house(), town.station.clone(), town.notices[0], town.house.now());
        town.house.db.write(move |c: &mut Conn| acts::opened(c, &h, &station, notice, now)).await.unwrap();
        assert_eq!(town.board(0, Some(phone(1))).await, before);
        let keys =
            |c: &mut Conn| Ok::<i64, Fault>(on!(c, c => schema::mood_keys::table.select(count_star()).first(c))?);
        assert_eq!(town.house.db.read(keys).await.unwrap(), 3);
    }
}

/// What files lay out stands as if devices had voted, and whoever comes after that votes as ever.
#[tokio::test]
async fn a_notice_can_be_laid_out_with_moods() {
    for town in towns().await {
        let (h, station, notice, now) = (town.house.house(), town.station.clone(), town.notices[0], town.house.now());
        let moods = [(Mood::Happy, 12), (Mood::Passing, 3), (Mood::Sad, 0)];
        let work = move |c: &mut Conn| acts::founded(c, &h, &station, (notice, &moods), now);
        town.house.db.write(work).await.unwrap();
        let tally = town.vote(0, 1, Some(Mood::Happy)).await.unwrap().tally;
        assert_eq!((tally.votes(Mood::Happy), tally.votes(Mood::Passing), tally.n()), (13, 3, 16));
        assert_eq!(town.rows().await, 16);
        town.sound().await;
    }
}
