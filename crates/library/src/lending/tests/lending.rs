//! What is lent, to whom, until when, and what comes back.
use kernel::once::Once;
use serde_json::json;

use super::*;
use crate::lending::answers::loans_of;
use crate::rules::{Copy, DueMode, Kind, Kinds, Stands};

#[tokio::test]
async fn a_book_is_lent_in_a_scan_and_a_press_and_comes_back() {
    for room in all().await {
        let (copy, luo) = (room.has.lychee.copies[0], room.luo.person);
        let lent = room.lends(copy, luo).await.unwrap();
        assert_eq!((lent.copy, lent.title, lent.due_on), (copy, room.has.lychee.title, date(2026, 7, 27)));
        assert_eq!(room.state(copy).await, CopyState::Lent { due_on: lent.due_on });
        let has = room.reader(luo).await.loans;
        assert_eq!((has.len(), has[0].loan, has[0].lent_on, has[0].overdue), (1, lent.loan, TODAY, false));
        assert_eq!((has[0].title.title.as_str(), has[0].renewals_left), ("长安的荔枝", 1));
        let everywhere = room.sees(move |c, house, _| loans_of(c, None, luo, house.now())).await.unwrap();
        assert_eq!(everywhere, vec![(room.station.id, has[0].clone())]);

        let back = room.takes_back(copy).await.unwrap();
        let shelf = room.has.shelf;
        let title = room.has.lychee.title;
        let fine =
            Back { title, copy, was_lent: true, days_late: 0, kept_for_somebody: false, shelf, stands: Stands::Here };
        assert_eq!(back, fine);
        assert_eq!(room.state(copy).await, CopyState::Free);
        assert_eq!(room.reader(luo).await.loans, vec![]);
        assert_eq!(
            room.facts("library.issue").await,
            [json!({"children": false, "first": true, "how": "desk", "kind": "book"})]
        );
        assert_eq!(room.facts("library.return").await, [json!({"late": false})]);
        assert!(room.events().await.ends_with(&["loan.lent".into(), "loan.returned".into()]));
        room.sound().await;
    }
}

#[tokio::test]
async fn a_month_counts_each_reader_once() {
    for room in all().await {
        let first = |facts: Vec<Value>| facts.iter().map(|f| f["first"] == json!(true)).collect::<Vec<_>>();
        room.lends(room.has.lychee.copies[0], room.luo.person).await.unwrap();
        room.lends(room.has.hare.copies[0], room.luo.person).await.unwrap();
        room.lends(room.has.lychee.copies[1], room.ma.person).await.unwrap();
        room.house.wait(SignedDuration::from_hours(24 * 10));
        room.lends(room.has.chess.copies[0], room.luo.person).await.unwrap();
        let facts = room.facts("library.issue").await;
        assert_eq!(first(facts.clone()), [true, false, true, true]);
        assert_eq!((&facts[1]["children"], &facts[1]["kind"]), (&json!(true), &json!("picture-book")));
    }
}

#[tokio::test]
async fn the_same_request_again_lends_once_and_a_second_reader_is_told_until_when() {
    for room in all().await {
        let (copy, luo, ma) = (room.has.hare.copies[0], room.luo.person, room.ma.person);
        let once = || Some(Once::new("tap", "clerk", &"hare"));
        let lending = Lending { copy, person: luo, despite: false };
        let twice = [once(), once()].map(|key| {
            let (house, station) = (room.house.house(), room.station.clone());
            async move { acts::lend(&house, &station, lending, (Hand::Kiosk, key)).await.unwrap() }
        });
        let [first, second] = twice;
        let (first, second) = (first.await, second.await);
        assert_eq!(first, second);
        assert_eq!(refused(room.lends(copy, luo).await), NoLoan::LentToYou { due_on: first.due_on });
        let lent = NoLoan::Lent { due_on: first.due_on, title: first.title };
        assert_eq!(refused(room.lends(copy, ma).await), lent);
        assert_eq!(room.facts("library.issue").await.len(), 1);
        let nothing = CopyId(room.house.new_id());
        assert_eq!(refused(room.lends(nothing, ma).await), NoLoan::NoSuchCopy);
        assert_eq!(room.takes_back(nothing).await, Err(Fault::NotFound));
        room.sound().await;
    }
}

#[tokio::test]
async fn limits_bind_at_the_machine_and_staff_may_go_over_them() {
    for room in all().await {
        room.decides(Settings { most_items: 1, ..Settings::default() }).await.unwrap();
        let (luo, second) = (room.luo.person, room.has.hare.copies[0]);
        room.lends(room.has.lychee.copies[0], luo).await.unwrap();
        let despite = Lending { copy: second, person: luo, despite: true };
        for hand in [Hand::Kiosk, Hand::Phone] {
            let tried = acts::lend(&room.house, &room.station, despite, (hand, None)).await;
            assert_eq!(refused(tried), NoLoan::TooMany { most: 1, have: 1 });
        }
        assert_eq!(refused(room.lends(second, luo).await), NoLoan::TooMany { most: 1, have: 1 });
        let hand = Hand::Desk(room.clerk.id);
        acts::lend(&room.house, &room.station, despite, (hand, None)).await.unwrap();
        assert!(room.events().await.contains(&"loan.lent-despite".to_owned()));
    }
}

#[tokio::test]
async fn whoever_has_something_over_for_long_gets_nothing_more_until_it_is_back() {
    for room in all().await {
        let (luo, copy) = (room.luo.person, room.has.lychee.copies[0]);
        let lent = room.lends(copy, luo).await.unwrap();
        room.later(30 + 13).await;
        assert_eq!(room.reader(luo).await.blocked_since, None);
        assert!(room.reader(luo).await.loans[0].overdue);
        room.later(1).await;
        assert_eq!(room.reader(luo).await.blocked_since, Some(lent.due_on));
        let no = NoLoan::Overdue { since: lent.due_on, title: lent.title };
        assert_eq!(refused(room.lends(room.has.hare.copies[0], luo).await), no);
        let late =
            room.sees(|c, house, station| answers::overdue(c, station.id, answers::day_of(station, house.now()), 10));
        let late = late.await.unwrap();
        assert_eq!(late.iter().map(|(one, who)| (one.loan, *who)).collect::<Vec<_>>(), [(lent.loan, Some(luo))]);
        assert_eq!(room.takes_back(copy).await.unwrap().days_late, 14);
        assert_eq!(room.facts("library.return").await, [json!({"late": true})]);
        room.lends(room.has.hare.copies[0], luo).await.unwrap();
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_missing_is_here_again_when_it_is_scanned_and_what_is_not_lent_stays() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        let mark = move |stands: Stands| {
            move |c: &mut Conn, at: kernel::db::types::StationId| {
                let now = crate::catalogue::answers::copy(c, at, copy)?;
                crate::catalogue::answers::set_copy(c, at, &Copy { stands, ..now })
            }
        };
        let at = room.station.id;
        let set = mark(Stands::Missing);
        room.house.db.write(move |c| set(c, at)).await.unwrap();
        let missing = NoLoan::NotHere { stands: Stands::Missing };
        assert_eq!(refused(room.lends(copy, room.luo.person).await), missing);
        let back = room.takes_back(copy).await.unwrap();
        assert!(!back.was_lent && !back.kept_for_somebody);
        assert_eq!(room.state(copy).await, CopyState::Free);
        let set = mark(Stands::Repair);
        room.house.db.write(move |c| set(c, at)).await.unwrap();
        room.takes_back(copy).await.unwrap();
        assert_eq!(room.state(copy).await, CopyState::NotHere(Stands::Repair));
        assert_eq!(room.facts("library.return").await.len(), 0);
        let seen = room.sees(move |c, _, at| crate::catalogue::answers::copy(c, at.id, copy)).await.unwrap().seen_on;
        assert_eq!(seen, Some(TODAY));
    }
}

#[tokio::test]
async fn a_station_decides_what_it_lends_and_how_it_counts_days() {
    for room in all().await {
        let kinds = Kinds::of([Kind::Book, Kind::PictureBook]);
        let decided = Settings { kinds, loan_days: 7, due_mode: DueMode::Calendar, renewals: 3, ..Settings::default() };
        room.decides(decided.clone()).await.unwrap();
        assert_eq!(room.sees(|c, _, at| answers::settings(c, at.id)).await, Ok(decided.clone()));
        let chess = room.lends(room.has.chess.copies[0], room.luo.person).await;
        assert_eq!(refused(chess), NoLoan::NotLent { kind: Kind::Thing });
        let lent = room.lends(room.has.hare.copies[0], room.luo.person).await.unwrap();
        assert_eq!(lent.due_on, date(2026, 7, 4));
        assert_eq!(room.reader(room.luo.person).await.loans[0].renewals_left, 3);
        // The same again changes nothing, and only managers decide.
        room.decides(decided.clone()).await.unwrap();
        let changed = room.events().await.into_iter().filter(|kind| kind == "library.settings-changed").count();
        assert_eq!(changed, 1);
        let by_clerk = acts::set_settings(&room.house, &room.station, decided, (&room.clerk, None)).await;
        assert_eq!(by_clerk, Err(Fault::NotFound));
    }
}
