//! Many at once, and both directions at once.
use super::*;

#[tokio::test]
async fn of_many_who_take_it_in_at_once_one_does() {
    for two in twos().await {
        let other = &two.third;
        let id = two.sends(Sending::Unasked(other.station.id, two.has.hare.copies[0])).await.unwrap();
        let all: Vec<_> = (0..16)
            .map(|_| {
                let (house, station) = (two.house.house(), other.station.clone());
                let (shelf, who) = (other.shelf, other.clerk.id);
                tokio::spawn(async move { acts::arrive(&house, &station, (id, shelf), (who, None)).await })
            })
            .collect();
        let mut arrived = 0;
        for one in all {
            match one.await.unwrap() {
                Ok(_) => arrived += 1,
                not => assert_eq!(refused(not), NoTransfer::Stands { id, state: State::Arrived }),
            }
        }
        assert_eq!(arrived, 1);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn it_arrives_or_comes_back_and_never_both() {
    for two in twos().await {
        let (other, copy) = (&two.gucheng, two.has.hare.copies[0]);
        let id = two.sends(Sending::Unasked(other.station.id, copy)).await.unwrap();
        let (house, station, who) = (two.house.house(), two.station.clone(), two.desk.room.clerk.id);
        let back = tokio::spawn(async move { acts::call_back(&house, &station, id, (who, None)).await });
        let arrived = two.arrives(other, id).await;
        let back = back.await.unwrap();
        assert_ne!(arrived.is_ok(), back.is_ok(), "{arrived:?} {back:?}");
        let stands = if arrived.is_ok() { Stands::Gone } else { Stands::Here };
        assert_eq!(two.copy(copy).await.stands, stands);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_copy_is_lent_or_sent_and_never_both() {
    for two in twos().await {
        let (there, copy) = (two.gucheng.station.id, two.has.hare.copies[0]);
        let all: Vec<_> = (0..8)
            .map(|_| {
                let (house, station, who) = (two.house.house(), two.station.clone(), two.desk.room.clerk.id);
                let sending = Sending::Unasked(there, copy);
                tokio::spawn(async move { acts::send(&house, &station, sending, (who, None)).await })
            })
            .collect();
        let lent = two.lends(copy, two.luo.person).await.is_ok();
        let mut sent = 0;
        for one in all {
            sent += usize::from(one.await.unwrap().is_ok());
        }
        assert_eq!(sent + usize::from(lent), 1);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn two_stations_that_send_each_other_books_do_not_wait_for_each_other() {
    for two in twos().await {
        let other = &two.gucheng;
        // Each has one of the other's on its way.
        let there = two.sends(Sending::Unasked(other.station.id, two.has.lychee.copies[0])).await.unwrap();
        let arrived = two.arrives(other, there).await.unwrap();
        let who = (other.clerk.id, None);
        let sending = Sending::Unasked(two.station.id, arrived.copy);
        let back = acts::send(&two.house, &other.station, sending, who).await.unwrap();
        let there = two.sends(Sending::Unasked(other.station.id, two.has.lychee.copies[1])).await.unwrap();
        let (house, station, who) = (two.house.house(), two.station.clone(), two.desk.room.clerk.id);
        let shelf = two.has.shelf;
        let home = tokio::spawn(async move { acts::arrive(&house, &station, (back, shelf), (who, None)).await });
        let out = two.arrives(other, there).await;
        assert!(out.is_ok() && home.await.unwrap().is_ok(), "{out:?}");
        two.is_sound().await;
    }
}
