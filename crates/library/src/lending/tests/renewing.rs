//! Keeping something for longer.
use kernel::once::Once;
use serde_json::json;

use super::*;

#[tokio::test]
async fn a_loan_is_renewed_from_today_as_often_as_may_be() {
    for room in all().await {
        let luo = room.luo.person;
        let lent = room.lends(room.has.hare.copies[0], luo).await.unwrap();
        assert_eq!(refused(room.renews(lent.loan, luo).await), NoRenewal::TooEarly);
        assert_eq!(room.reader(luo).await.loans[0].renewals_left, 1, "it is not used up");
        room.later(10).await;
        let once = || Some(Once::new("tap", "luo", &"renew"));
        let renew = || acts::renew(&room.house, &room.station, lent.loan, By::Person(luo), once());
        assert_eq!(renew().await.unwrap(), date(2026, 8, 6));
        // A double tap is one renewal.
        assert_eq!(renew().await.unwrap(), date(2026, 8, 6));
        assert_eq!(room.reader(luo).await.loans[0].renewals_left, 0);
        assert_eq!(refused(room.renews(lent.loan, luo).await), NoRenewal::TooOften { most: 1 });
        assert_eq!(room.facts("library.renewal").await, [json!({})]);
        assert!(room.events().await.contains(&"loan.renewed".to_owned()));
        room.sound().await;
    }
}

#[tokio::test]
async fn nobody_renews_what_others_have_or_wait_for() {
    for room in all().await {
        let (luo, ma) = (room.luo.person, room.ma.person);
        let lent = room.lends(room.has.hare.copies[0], luo).await.unwrap();
        assert_eq!(refused(room.renews(lent.loan, ma).await), NoRenewal::NotYours);
        room.waits(room.has.hare.title, ma).await.unwrap();
        assert!(room.reader(luo).await.loans[0].others_wait);
        assert_eq!(refused(room.renews(lent.loan, luo).await), NoRenewal::OthersWait);
        let by = By::Staff(room.clerk.id);
        let tried = acts::renew(&room.house, &room.station, lent.loan, by, None).await;
        assert_eq!(refused(tried), NoRenewal::OthersWait);
        room.takes_back(room.has.hare.copies[0]).await.unwrap();
        let gone = room.renews(lent.loan, luo).await;
        assert!(matches!(gone, Err(Not::Fault(Fault::NotFound))), "{gone:?}");
    }
}

#[tokio::test]
async fn what_is_over_for_long_staff_renew_and_the_reader_does_not() {
    for room in all().await {
        let luo = room.luo.person;
        let lent = room.lends(room.has.hare.copies[0], luo).await.unwrap();
        room.later(50).await;
        let no = NoRenewal::Overdue { since: lent.due_on, title: lent.title };
        assert_eq!(refused(room.renews(lent.loan, luo).await), no);
        let by = By::Staff(room.clerk.id);
        let day = acts::renew(&room.house, &room.station, lent.loan, by, None).await.unwrap();
        assert_eq!(day, date(2026, 9, 15));
        assert_eq!(room.reader(luo).await.blocked_since, None);
    }
}
