//! Locks hear of codes: at least once, in order, and no secret is left lying about.
use std::sync::Arc;

use jiff::SignedDuration;

use super::at;
use super::town::{Heard, Town, towns};
use crate::door::acts;
use crate::door::lock::What;

async fn round(town: &Town, lock: &Arc<Heard>) -> usize {
    acts::deliver(&town.house, lock.clone()).await.expect("calls can be read")
}

fn heard(lock: &Heard) -> Vec<What> {
    lock.calls.lock().expect("nobody panicked").iter().map(|(_, call)| call.what.clone()).collect()
}

#[tokio::test]
async fn a_lock_hears_who_has_reserved_moved_and_given_back() {
    for town in towns().await {
        let lock = Arc::new(Heard::default());
        let key = town.key().await;
        town.lock_at("http://127.0.0.1:9/lock").await;
        let id = town.book(1, at(20, 0)).await;
        town.jobs().await;
        assert_eq!((round(&town, &lock).await, round(&town, &lock).await), (1, 0), "once");
        let code = town.digits_told(1).await;
        assert_eq!(heard(&lock), [What::Granted { code, from: at(19, 50), until: at(21, 0) }]);
        let (place, call) = lock.calls.lock().expect("nobody panicked")[0].clone();
        assert_eq!((place.url.as_str(), place.key), ("http://127.0.0.1:9/lock", Some(key)));
        assert_eq!((call.venue.as_str(), call.reservation), ("tables", id));
        town.move_to(id, 1, at(18, 0)).await;
        town.jobs().await;
        town.cancel(id).await;
        town.jobs().await;
        assert_eq!(round(&town, &lock).await, 2);
        assert_eq!(heard(&lock)[1..], [What::Moved { from: at(17, 50), until: at(19, 0) }, What::Revoked]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_a_lock_did_not_take_is_told_again_under_the_same_id_and_before_what_came_later() {
    for town in towns().await {
        let lock = Arc::new(Heard::default());
        town.lock_at("http://127.0.0.1:9/lock").await;
        let id = town.book(1, at(20, 0)).await;
        town.jobs().await;
        *lock.refuse.lock().expect("nobody panicked") = 1;
        assert_eq!(round(&town, &lock).await, 0);
        town.cancel(id).await;
        town.jobs().await;
        assert_eq!(round(&town, &lock).await, 0, "the later one waits for the earlier");
        town.house.set_clock(at(9, 1));
        assert_eq!(round(&town, &lock).await, 2);
        let calls = lock.calls.lock().expect("nobody panicked").clone();
        assert_eq!((calls.len(), calls[0].1.id), (3, calls[1].1.id));
        assert!(matches!((&calls[1].1.what, &calls[2].1.what), (What::Granted { .. }, What::Revoked)));
    }
}

#[tokio::test]
async fn calls_that_wait_for_an_earlier_one_keep_no_others_waiting() {
    for town in towns().await {
        let lock = Arc::new(Heard::default());
        town.lock_at("http://127.0.0.1:9/lock").await;
        let mut all = vec![];
        for n in 1..=5 {
            all.push(town.book(n, at(11, 0) + SignedDuration::from_hours(n.into())).await);
        }
        town.jobs().await;
        *lock.refuse.lock().expect("nobody panicked") = 5;
        assert_eq!(round(&town, &lock).await, 0);
        for id in all {
            town.cancel(id).await;
        }
        town.jobs().await;
        town.book(6, at(19, 0)).await;
        town.jobs().await;
        assert_eq!(round(&town, &lock).await, 1, "the one that waits for nothing");
    }
}

#[tokio::test]
async fn a_lock_that_never_answers_is_given_up_and_forgotten() {
    for town in towns().await {
        let lock = Arc::new(Heard::default());
        town.lock_at("http://127.0.0.1:9/lock").await;
        town.book(1, at(20, 0)).await;
        town.jobs().await;
        *lock.refuse.lock().expect("nobody panicked") = usize::MAX;
        let mut now = at(9, 0);
        for _ in 0..12 {
            now += SignedDuration::from_mins(30);
            town.house.set_clock(now);
            assert_eq!(round(&town, &lock).await, 0);
        }
        assert_eq!(heard(&lock).len(), 8);
        town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24));
        town.jobs().await;
        let left: usize = rows(&town).await;
        assert_eq!(left, 0);
    }
}

/// How many calls are kept.
async fn rows(town: &Town) -> usize {
    use diesel::prelude::*;
    let read = town.house.db.read(|c| {
        let calls = crate::door::schema::lock_calls::table;
        Ok::<i64, kernel::fault::Fault>(kernel::on!(c, c => calls.count().get_result(c))?)
    });
    usize::try_from(read.await.expect("calls can be counted")).expect("not many")
}

#[tokio::test]
async fn a_new_lock_gets_codes_that_it_knows_and_a_lock_that_is_gone_nothing() {
    for town in towns().await {
        let lock = Arc::new(Heard::default());
        town.book(1, at(20, 0)).await;
        town.jobs().await;
        let before = town.digits_told(1).await;
        assert_eq!(round(&town, &lock).await, 0, "there is no lock");
        town.house.set_clock(at(9, 1));
        town.lock_at("http://127.0.0.1:9/lock").await;
        town.jobs().await;
        assert_eq!(round(&town, &lock).await, 1);
        let after = town.digits_told(1).await;
        assert_ne!(before, after);
        assert!(matches!(&heard(&lock)[0], What::Granted { code, .. } if *code == after));
        town.book(2, at(19, 0)).await;
        town.jobs().await;
        town.lock_at("").await;
        round(&town, &lock).await;
        assert_eq!(heard(&lock).len(), 1);
        assert_eq!(rows(&town).await, 0);
    }
}
