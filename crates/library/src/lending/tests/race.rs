//! Two at once, and many.
use tokio::task::JoinHandle;

use super::*;
use crate::testing::{Reader as Card, reader};

async fn crowd(room: &Room, n: usize) -> Vec<PersonId> {
    let (h, station, clerk) = (room.house.house(), room.station.clone(), room.clerk.id);
    let work = move |c: &mut Conn| {
        let one = |c: &mut Conn| reader(c, &h, (&station, clerk), ("读者", None)).map(|Card { person, .. }| person);
        (0..n).map(|_| one(c)).collect::<Result<Vec<_>, Fault>>()
    };
    room.house.db.write(work).await.unwrap()
}

async fn ends<T, R: std::fmt::Debug>(all: Vec<JoinHandle<Result<T, Not<R>>>>) -> (Vec<T>, Vec<R>) {
    let (mut well, mut refusals) = (vec![], vec![]);
    for one in all {
        match one.await.unwrap() {
            Ok(done) => well.push(done),
            Err(Not::Refused(refusal)) => refusals.push(refusal),
            Err(Not::Fault(fault)) => panic!("{fault}"),
        }
    }
    (well, refusals)
}

/// A rule may say no; nothing may break.
fn faults<T, R>(ended: Result<T, Not<R>>) -> Result<(), Fault> {
    match ended {
        Err(Not::Fault(fault)) => Err(fault),
        Ok(_) | Err(Not::Refused(_)) => Ok(()),
    }
}

fn lends(room: &Room, copy: CopyId, person: PersonId) -> JoinHandle<Result<LentOut, Not<NoLoan>>> {
    let (house, station) = (room.house.house(), room.station.clone());
    let lending = Lending { copy, person, despite: false };
    tokio::spawn(async move { acts::lend(&house, &station, lending, (Hand::Kiosk, None)).await })
}

fn takes_back(room: &Room, copy: CopyId) -> JoinHandle<Result<Back, Not<NoLoan>>> {
    let (house, station) = (room.house.house(), room.station.clone());
    tokio::spawn(async move { Ok(acts::give_back(&house, &station, copy, (Hand::Kiosk, None)).await?) })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_sixteen_who_take_one_copy_at_once_one_gets_it() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        let people = crowd(&room, 16).await;
        let (well, refusals) = ends(people.iter().map(|person| lends(&room, copy, *person)).collect()).await;
        assert_eq!((well.len(), refusals.len()), (1, 15));
        assert!(refusals.iter().all(|no| matches!(no, NoLoan::Lent { .. })), "{refusals:?}");
        assert_eq!(room.facts("library.issue").await.len(), 1);
        room.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_who_takes_many_at_once_gets_as_many_as_may_be() {
    for room in all().await {
        room.decides(Settings { most_items: 2, ..Settings::default() }).await.unwrap();
        let all = [&room.has.lychee, &room.has.hare, &room.has.chess].map(|of| of.copies.clone()).concat();
        let (well, refusals) = ends(all.iter().map(|copy| lends(&room, *copy, room.luo.person)).collect()).await;
        assert_eq!(well.len(), 2);
        assert!(refusals.iter().all(|no| matches!(no, NoLoan::TooMany { most: 2, have: 2 })), "{refusals:?}");
        room.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_two_bring_back_at_once_is_put_aside_once_each_in_order() {
    for room in all().await {
        let (title, copies) = (room.has.lychee.title, room.has.lychee.copies.clone());
        for (copy, person) in copies.iter().zip([room.luo.person, room.man.person]) {
            room.lends(*copy, person).await.unwrap();
        }
        let waiting = crowd(&room, 3).await;
        for person in &waiting {
            room.waits(title, *person).await.unwrap();
            room.house.wait(SignedDuration::from_secs(1));
        }
        // Each is scanned twice, at two machines.
        let all = copies.iter().flat_map(|copy| [takes_back(&room, *copy), takes_back(&room, *copy)]).collect();
        let (well, _) = ends(all).await;
        assert_eq!(well.iter().filter(|back| back.was_lent).count(), 2);
        assert_eq!(room.facts("library.return").await.len(), 2);
        let ready = room.sees(|c, _, at| answers::ready_holds(c, at.id)).await.unwrap();
        let mut whose: Vec<PersonId> = ready.iter().map(|(_, who)| *who).collect();
        let mut first = waiting[..2].to_vec();
        whose.sort_unstable();
        first.sort_unstable();
        assert_eq!(whose, first, "the first two, each once");
        room.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_all_lend_return_and_wait_at_once_nothing_is_lost_or_doubled() {
    for room in all().await {
        let people = crowd(&room, 4).await;
        let copies = [&room.has.lychee, &room.has.hare].map(|of| of.copies.clone()).concat();
        let all: Vec<_> = (0..48)
            .map(|n| {
                let (house, station) = (room.house.house(), room.station.clone());
                let (copy, person) = (copies[n % copies.len()], people[n % people.len()]);
                let title = [room.has.lychee.title, room.has.hare.title][n % 2];
                tokio::spawn(async move {
                    let lending = Lending { copy, person, despite: false };
                    match n % 3 {
                        0 => faults(acts::lend(&house, &station, lending, (Hand::Kiosk, None)).await),
                        1 => acts::give_back(&house, &station, copy, (Hand::Kiosk, None)).await.map(|_| ()),
                        _ => faults(acts::hold(&house, &station, (title, person), (Hand::Phone, None)).await),
                    }
                })
            })
            .collect();
        for one in all {
            one.await.unwrap().unwrap();
        }
        room.sound().await;
        let (issues, returns) = (room.facts("library.issue").await.len(), room.facts("library.return").await.len());
        let out = room.count("SELECT count(*) AS n FROM loans").await;
        assert_eq!(i64::try_from(issues - returns), Ok(out));
    }
}
