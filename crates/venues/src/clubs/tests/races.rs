//! Many callers at one moment.
use super::on;
use super::town::{meeting, oneself, refusal, towns};
use crate::acts::{self as rooms, Actor, Booker};
use crate::clubs::acts::{self, Founder};
use crate::clubs::rules::{MOST_LED, NoClub};
use crate::rules::{Ask, Refusal};
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;

const CALLERS: i32 = 64;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_who_want_the_hall_on_saturday_clubs_among_them_one_has_it() {
    for town in towns().await {
        let clerk = town.clerk();
        let mut calls = vec![];
        for n in 0..CALLERS {
            let person = town.person(n).await;
            let club = town.found(person, &format!("小组 {n}"), true).await.expect("a club");
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            calls.push(async move {
                if n % 2 == 0 {
                    let v = View::plain(&house, Lang::Zh);
                    let ask = ("hall".to_owned(), Ask { from: on(27, 15, 0), minutes: 60, group: 1, said: None });
                    let booked = rooms::book(&house, &station, &v, ask, Booker::Person(person), None).await;
                    return match booked {
                        Ok(_) => true,
                        Err(Not::Refused(Refusal::Taken)) => false,
                        Err(other) => panic!("{other:?}"),
                    };
                }
                // Only that Saturday, so that a club has it or nothing.
                let once = meeting("hall", "FREQ=WEEKLY;BYDAY=SA;COUNT=1", 15);
                match acts::meet(&house, &station, (club, clerk), once, None).await {
                    Ok(_) => true,
                    Err(Not::Refused(NoClub::Room(Refusal::Taken))) => false,
                    Err(other) => panic!("{other:?}"),
                }
            });
        }
        let asked: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
        let mut won = 0;
        for one in asked {
            won += i32::from(one.await.expect("nobody panics"));
        }
        assert_eq!(won, 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn somebody_who_founds_many_clubs_at_one_moment_leads_three_and_a_name_is_had_once() {
    for town in towns().await {
        let one = town.person(0).await;
        let mut calls = vec![];
        for n in 0..16 {
            let person = if n < 8 { one } else { town.person(n).await };
            let name = if n < 8 { format!("小组 {n}") } else { "同名小组".into() };
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            let founder = Founder::Me { person, name: None };
            let what = (super::town::text(&name, true), founder);
            calls.push(tokio::spawn(async move { acts::found(&house, &station, what, None).await }));
        }
        let (mut led, mut named) = (0, 0);
        for (n, call) in calls.into_iter().enumerate() {
            match (n < 8, call.await.expect("nobody panics")) {
                (true, Ok(_)) => led += 1,
                (false, Ok(_)) => named += 1,
                (true, no) => assert_eq!(refusal(no), NoClub::EnoughClubs { most: MOST_LED }),
                (false, no) => assert_eq!(refusal(no), NoClub::NameTaken),
            }
        }
        assert_eq!((led, named), (MOST_LED, 1));
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn joining_leaving_handing_over_and_closing_at_once_leave_a_sound_club() {
    for town in towns().await {
        let leader = town.person(0).await;
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        town.meet(id, town.clerk(), meeting("hall", "FREQ=WEEKLY;BYDAY=SA", 15)).await.expect("made");
        let mut calls = vec![];
        for n in 1..=CALLERS {
            let person = town.person(n % 8 + 1).await;
            let (house, station): (House, _) = (town.house.house(), town.station.clone());
            calls.push(tokio::spawn(async move {
                match n % 8 {
                    0 => acts::leave(&house, &station, (id, None), person).await,
                    1 => acts::lead(&house, &station, id, person).await,
                    2 if n > 50 => acts::close(&house, &station, (id, Actor::Person(leader), String::new())).await,
                    _ => acts::join(&house, &station, (id, oneself(person)), None).await.map(|_| ()),
                }
            }));
        }
        for call in calls {
            // Nobody was asked to lead, and after the end nobody joins. Nothing else may go wrong.
            match call.await.expect("nobody panics") {
                Ok(()) | Err(Not::Refused(NoClub::NotAsked | NoClub::Closed)) => {}
                Err(Not::Fault(kernel::fault::Fault::NotFound)) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        town.sound().await;
        assert!(town.members(id).await.is_empty(), "it was closed");
    }
}
