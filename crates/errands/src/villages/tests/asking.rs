//! Asking: until the day is full, one place for one person, by the rules of the matter.
use super::*;
use crate::village_days::rules::Answer;

#[tokio::test]
async fn a_day_takes_as_many_as_its_minutes_and_no_more() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let first = town.asks(day, stranger("罗大爷", None)).await.unwrap();
        town.asks(day, stranger("铁桂英", None)).await.unwrap();
        assert_eq!(refused(town.asks(day, stranger("保长寿", None)).await), NoVisit::Full);
        // A place that is given back is somebody else's.
        let back = async || {
            let by = (Actor::Bearer, None);
            acts::answer(&town.house, &town.station, (first, Answer::Withdraw), by).await.unwrap()
        };
        assert_eq!((back().await, back().await), (VisitState::Withdrawn, VisitState::Withdrawn));
        town.asks(day, stranger("保长寿", None)).await.unwrap();
        assert_eq!(town.day(day).await.day.used, 100);
        town.sound_in_villages().await;
    }
}

/// So many ask at once for the last place.
const CALLERS: usize = 64;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_who_want_the_last_place_one_gets_it() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        town.asks(day, stranger("罗大爷", None)).await.unwrap();
        let mut callers = tokio::task::JoinSet::new();
        for n in 0..CALLERS {
            let (house, station) = (town.house.house(), town.station.clone());
            callers.spawn(async move {
                let guest = stranger("铁桂英", Some(&format!("138{n:08}")));
                let ask = Ask { village: XINZHUANG, matter: 1, at_home: false };
                acts::ask(&house, &station, NewVisit { day, ask, guest }, None).await
            });
        }
        let (mut won, mut full) = (0, 0);
        for result in callers.join_all().await {
            match result {
                Ok(_) => won += 1,
                Err(Not::Refused(NoVisit::Full)) => full += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((won, full), (1, CALLERS - 1));
        town.sound_in_villages().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_requests_of_one_number_one_gets_a_place() {
    for town in with_villages().await {
        let other = Plan { official: 2, ..plan() };
        let days = [town.planned(plan()).await.unwrap(), town.planned(other).await.unwrap()];
        let mut callers = tokio::task::JoinSet::new();
        for n in 0..CALLERS {
            let (house, station, day) = (town.house.house(), town.station.clone(), days[n % 2]);
            callers.spawn(async move {
                let guest = stranger("铁桂英", Some("13800000010"));
                let ask = Ask { village: XINZHUANG, matter: 1, at_home: false };
                acts::ask(&house, &station, NewVisit { day, ask, guest }, None).await
            });
        }
        let results = callers.join_all().await;
        let won = results.iter().filter(|r| r.is_ok()).count();
        assert!(results.iter().all(|r| matches!(r, Ok(_) | Err(Not::Refused(NoVisit::HasPlace)))), "{results:?}");
        assert_eq!(won, 1);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn a_person_has_one_place_on_a_day() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        town.asks(day, at_desk("罗大爷", Some("13800000001"))).await.unwrap();
        assert_eq!(refused(town.asks(day, at_desk("罗大爷", Some("13800000001"))).await), NoVisit::HasPlace);
    }
}

#[tokio::test]
async fn what_is_not_done_there_is_refused_with_how_it_is_done() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let asks = async |ask| {
            let new = NewVisit { day, ask, guest: stranger("罗大爷", None) };
            acts::ask(&town.house, &town.station, new, None).await
        };
        let ways = Ways { drop_off: true, ..Ways::default() };
        let insurance = Ask { village: XINZHUANG, matter: 2, at_home: false };
        assert_eq!(refused(asks(insurance).await), NoVisit::NoSuchWay(ways));
        assert_eq!(refused(asks(Ask { village: 7, matter: 1, at_home: false }).await), NoVisit::NotThere);
        assert_eq!(refused(asks(Ask { matter: 77, ..insurance }).await), NoVisit::NoMatter);
        let home = asks(Ask { village: XINZHUANG, matter: 1, at_home: true }).await.unwrap();
        assert_eq!((town.visit(home).await.takes.at_home, town.day(day).await.day.used), (true, 90));
    }
}

#[tokio::test]
async fn a_request_sent_twice_asks_once() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let mut ids = vec![];
        for _ in 0..2 {
            let ask = Ask { village: XINZHUANG, matter: 1, at_home: false };
            let once = Some(kernel::once::Once::new("k", "", &ask));
            let new = NewVisit { day, ask, guest: stranger("罗大爷", None) };
            ids.push(acts::ask(&town.house, &town.station, new, once).await.unwrap());
        }
        assert_eq!((ids[0], town.visits(day).await.len()), (ids[1], 1));
    }
}

#[tokio::test]
async fn once_it_has_begun_only_the_desk_adds_to_the_sheet() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        town.house.set_clock(friday(10));
        assert_eq!(refused(town.asks(day, stranger("罗大爷", None)).await), NoVisit::Over);
        town.asks(day, at_desk("罗大爷", None)).await.unwrap();
        town.house.set_clock(friday(11));
        assert_eq!(refused(town.asks(day, at_desk("铁桂英", None)).await), NoVisit::Over);
    }
}
