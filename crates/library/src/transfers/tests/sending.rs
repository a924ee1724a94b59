//! A book on its way.
use kernel::once::Once;

use super::*;
use crate::lending::rules::NoLoan;

#[tokio::test]
async fn what_was_asked_for_is_sent_and_becomes_a_copy_over_there() {
    for two in twos().await {
        let lychee = two.has.lychee.title;
        for (other, n) in [(&two.gucheng, 0), (&two.third, 1)] {
            let copy = two.has.lychee.copies[n];
            let id = two.other_asks(other, lychee).await.unwrap();
            assert_eq!(refused(two.other_asks(other, lychee).await), NoTransfer::Asked(id), "once is enough");
            assert_eq!(two.sends(Sending::Asked(id, copy)).await.unwrap(), id);
            assert_eq!(two.copy(copy).await.stands, Stands::OnTheWay);
            two.is_sound().await;
            let lent = two.lends(copy, two.luo.person).await;
            assert_eq!(refused(lent), NoLoan::NotHere { stands: Stands::OnTheWay });
            let arrived = two.arrives(other, id).await.unwrap();
            let there = two.copy_at(&other.station, arrived.copy).await;
            assert_eq!((there.stands, there.shelf, there.title), (Stands::Here, other.shelf, arrived.title));
            assert_eq!(there.source, "三合镇共享驿站");
            assert_eq!(there.barcode, crate::catalogue::rules::barcode::of_number(1), "a number of theirs");
            assert_eq!(two.copy(copy).await.stands, Stands::Gone);
            let at = other.station.id;
            let title = two.house.db.read(move |c: &mut Conn| catalogue::title(c, at, arrived.title)).await.unwrap();
            assert_eq!((title.title.as_str(), title.isbn.as_deref()), ("长安的荔枝", Some("9787572608582")));
            assert_eq!(two.one_at(&two.station, id).await.unwrap().seen.transfer.state, State::Arrived);
            let told = ["asked", "sent", "arrived"].map(|kind| format!("library-transfer.{kind}"));
            let theirs = two.told_at(&other.station).await;
            let wanted: Vec<_> = told.into_iter().zip([true, false, true]).collect();
            assert_eq!(theirs, wanted, "a station does not learn who works at the other");
        }
        assert_eq!(two.told_at(&two.station).await.len(), 6);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_title_that_is_there_gets_one_copy_more() {
    for two in twos().await {
        let other = &two.gucheng;
        for copies in [&two.has.lychee.copies, &two.has.chess.copies] {
            for copy in copies {
                let id = two.sends(Sending::Unasked(other.station.id, *copy)).await.unwrap();
                two.arrives(other, id).await.unwrap();
            }
        }
        let at = other.station.id;
        let found = |words: &'static str| {
            two.house.db.read(move |c: &mut Conn| {
                let found = catalogue::search(c, at, words, 10)?;
                Ok::<_, Fault>(found.into_iter().map(|one| (one.title.title, one.copies)).collect::<Vec<_>>())
            })
        };
        assert_eq!(found("荔枝").await.unwrap(), [("长安的荔枝".to_owned(), 2)], "by ISBN");
        assert_eq!(found("象棋").await.unwrap(), [("象棋".to_owned(), 1)]);
        // And back again: the title is known here, without an ISBN too.
        let read = move |c: &mut Conn| {
            let title = catalogue::search(c, at, "象棋", 1)?[0].title.id;
            Ok::<_, Fault>(catalogue::copies_of(c, at, title)?[0].id)
        };
        let chess = two.house.db.read(read).await.unwrap();
        let back =
            acts::send(&two.house, &other.station, Sending::Unasked(two.station.id, chess), (other.clerk.id, None));
        let id = back.await.unwrap();
        let clerk = two.desk.room.clerk.id;
        let arrived = acts::arrive(&two.house, &two.station, (id, two.has.shelf), (clerk, None)).await.unwrap();
        assert_eq!(arrived.title, two.has.chess.title);
        let all = two.sees(move |c, _, station| catalogue::copies_of(c, station.id, arrived.title)).await.unwrap();
        assert_eq!(all.iter().map(|copy| copy.stands).collect::<Vec<_>>(), [Stands::Gone, Stands::Here]);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_no_says_why_and_what_is_not_needed_is_taken_back() {
    for two in twos().await {
        let (other, title) = (&two.gucheng, two.has.hare.title);
        let who = (two.desk.room.clerk.id, None);
        let id = two.other_asks(other, title).await.unwrap();
        acts::decline(&two.house, &two.station, (id, "只有一本".into()), who).await.unwrap();
        let theirs = two.one_at(&other.station, id).await.unwrap();
        assert_eq!((theirs.seen.transfer.state, theirs.seen.transfer.why.as_str()), (State::Declined, "只有一本"));
        let moved = NoTransfer::Stands { id, state: State::Declined };
        assert_eq!(refused(two.sends(Sending::Asked(id, two.has.hare.copies[0])).await), moved);
        let again = two.other_asks(other, title).await.expect("one may ask again");
        acts::withdraw(&two.house, &other.station, again, (other.clerk.id, None)).await.unwrap();
        let moved = NoTransfer::Stands { id: again, state: State::CalledBack };
        assert_eq!(refused(two.sends(Sending::Asked(again, two.has.hare.copies[0])).await), moved);
        assert_eq!(two.copy(two.has.hare.copies[0]).await.stands, Stands::Here);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn until_it_arrives_it_can_be_called_back() {
    for two in twos().await {
        let (other, copy) = (&two.third, two.has.hare.copies[0]);
        let id = two.sends(Sending::Unasked(other.station.id, copy)).await.unwrap();
        let twice = two.sends(Sending::Unasked(other.station.id, copy)).await;
        assert_eq!(refused(twice), NoTransfer::NotHere(Stands::OnTheWay));
        two.calls_back(id).await.unwrap();
        assert_eq!(two.copy(copy).await.stands, Stands::Here);
        let over = NoTransfer::Stands { id, state: State::CalledBack };
        assert_eq!(refused(two.arrives(other, id).await), over);
        assert_eq!(refused(two.calls_back(id).await), over);
        two.house.wait(jiff::SignedDuration::from_mins(1));
        let again = two.sends(Sending::Unasked(other.station.id, copy)).await.expect("it may be sent again");
        two.arrives(other, again).await.unwrap();
        let arrived = NoTransfer::Stands { id: again, state: State::Arrived };
        assert_eq!(refused(two.calls_back(again).await), arrived);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn only_what_stands_free_is_sent_and_only_elsewhere() {
    for two in twos().await {
        let (here, there) = (two.station.id, two.gucheng.station.id);
        let (lent, hare) = (two.has.lychee.copies[0], two.has.hare.copies[0]);
        assert_eq!(refused(two.sends(Sending::Unasked(here, hare)).await), NoTransfer::Itself);
        let itself = acts::ask(&two.house, &two.station, (here, two.has.hare.title), (two.desk.room.clerk.id, None));
        assert_eq!(refused(itself.await), NoTransfer::Itself);
        two.lends(lent, two.luo.person).await.unwrap();
        let refusal = refused(two.sends(Sending::Unasked(there, lent)).await);
        assert!(matches!(refusal, NoTransfer::Lent { .. }), "{refusal:?}");
        let id = two.other_asks(&two.gucheng, two.has.chess.title).await.unwrap();
        assert_eq!(refused(two.sends(Sending::Asked(id, hare)).await), NoTransfer::OtherTitle);
        two.run(format!("DELETE FROM library_shelves WHERE station_id = {}", two.third.station.id)).await;
        let no_room = two.sends(Sending::Unasked(two.third.station.id, hare)).await;
        assert_eq!(refused(no_room), NoTransfer::NoRoomThere);
        let sent = two.sends(Sending::Unasked(there, hare)).await.unwrap();
        let odd = acts::arrive(&two.house, &two.gucheng.station, (sent, 99), (two.gucheng.clerk.id, None)).await;
        assert_eq!(refused(odd), NoTransfer::NoShelf);
        two.arrives(&two.gucheng, sent).await.unwrap();
        assert_eq!(refused(two.other_asks(&two.gucheng, two.has.hare.title).await), NoTransfer::NoCopies);
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_tap_that_comes_twice_sends_and_takes_in_once() {
    for two in twos().await {
        let (other, copy) = (&two.gucheng, two.has.hare.copies[0]);
        let once = |key: &str| Some(Once::new(key, "clerk", &"transfer"));
        let sending = Sending::Unasked(other.station.id, copy);
        let send = || acts::send(&two.house, &two.station, sending, (two.desk.room.clerk.id, once("send")));
        let (id, again) = (send().await.unwrap(), send().await.unwrap());
        assert_eq!(id, again);
        let who = other.clerk.id;
        let arrive = || acts::arrive(&two.house, &other.station, (id, other.shelf), (who, once("arrive")));
        let (one, twice) = (arrive().await.unwrap(), arrive().await.unwrap());
        assert_eq!(one, twice);
        two.is_sound().await;
    }
}
