//! Readers who wait, at both ends.
use super::*;
use crate::lending::acts as lending;
use crate::lending::rules::Hand;

#[tokio::test]
async fn what_is_put_aside_stays_and_whoever_waits_comes_first() {
    for two in twos().await {
        let (there, hare) = (two.gucheng.station.id, two.has.hare.copies[0]);
        two.lends(hare, two.luo.person).await.unwrap();
        two.waits(two.has.hare.title, two.ma.person).await.unwrap();
        two.takes_back(hare).await.unwrap();
        assert_eq!(refused(two.sends(Sending::Unasked(there, hare)).await), NoTransfer::PutAside);
        // A second one waits and a copy turns up that was put aside for nobody yet.
        two.waits(two.has.hare.title, two.man.person).await.unwrap();
        let (h, station, shelf) = (two.house.house(), two.station.clone(), two.has.shelf);
        let title = two.has.hare.title;
        let add = move |c: &mut Conn| {
            let new = crate::catalogue::rules::NewCopies { shelf, source: String::new(), count: 1 };
            let of = crate::catalogue::rules::Of::There(title);
            let taken =
                crate::catalogue::acts::take_in_within(c, &h, &station, &of, &new, None, (By::Program, h.now()));
            Ok::<_, Fault>(taken.map_err(|_| Fault::broken("it can be taken in"))?.copies[0])
        };
        let fresh = two.house.db.write(add).await.unwrap();
        assert_eq!(refused(two.sends(Sending::Unasked(there, fresh)).await), NoTransfer::OthersWait(1));
    }
}

#[tokio::test]
async fn what_comes_back_is_put_aside_for_whoever_asked_meanwhile() {
    for two in twos().await {
        let [away, lent] = [two.has.lychee.copies[0], two.has.lychee.copies[1]];
        let id = two.sends(Sending::Unasked(two.third.station.id, away)).await.unwrap();
        two.lends(lent, two.luo.person).await.unwrap();
        two.waits(two.has.lychee.title, two.ma.person).await.unwrap();
        assert_eq!(two.kept_for(two.ma.person).await, []);
        two.calls_back(id).await.unwrap();
        assert_eq!(two.kept_for(two.ma.person).await, [away]);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn what_arrives_is_put_aside_for_whoever_waits_there() {
    for two in twos().await {
        let other = &two.gucheng;
        let [first, second] = [two.has.lychee.copies[0], two.has.lychee.copies[1]];
        let id = two.sends(Sending::Unasked(other.station.id, first)).await.unwrap();
        let there = two.arrives(other, id).await.unwrap();
        let out = lending::Lending { copy: there.copy, person: two.luo.person, despite: false };
        lending::lend(&two.house, &other.station, out, (Hand::Desk(other.clerk.id), None)).await.unwrap();
        let wait = lending::hold(&two.house, &other.station, (there.title, two.ma.person), (Hand::Phone, None));
        wait.await.unwrap();
        let id = two.sends(Sending::Unasked(other.station.id, second)).await.unwrap();
        let arrived = two.arrives(other, id).await.unwrap();
        let at = other.station.id;
        let ready = two.house.db.read(move |c: &mut Conn| crate::lending::answers::ready_holds(c, at)).await.unwrap();
        assert_eq!(ready.len(), 1);
        assert_eq!(ready[0].0.ready.as_ref().map(|(copy, _)| copy.id), Some(arrived.copy));
        two.is_sound().await;
    }
}
