//! Who is told what and when, and whom a clerk calls.
use kernel::view::View;
use kernel::words::Lang;

use super::*;
use crate::lending::to_call;
use stations::ToCall;

impl Room {
    async fn calls(&self) -> Vec<ToCall> {
        self.sees(|c, house, station| to_call(c, house, &View::plain(house, Lang::Zh), station)).await.unwrap()
    }

    async fn kinds_told(&self) -> Vec<String> {
        self.told().await.into_iter().map(|(kind, ..)| kind).collect()
    }
}

#[tokio::test]
async fn the_day_before_and_the_day_after_are_told_once_each() {
    for room in all().await {
        room.lends(room.has.hare.copies[0], room.luo.person).await.unwrap();
        room.later(28).await;
        assert!(room.kinds_told().await.is_empty());
        room.later(1).await;
        assert_eq!(room.kinds_told().await, ["loan-due"]);
        acts::jobs(&room.house).await.unwrap();
        room.later(1).await;
        assert_eq!(room.kinds_told().await, ["loan-due"], "on the day itself nobody is told");
        room.later(5).await;
        assert_eq!(room.kinds_told().await, ["loan-due", "loan-overdue"]);
        let told = room.told().await;
        assert_eq!(told[0].1, "13800000001");
        assert!(told[0].2.contains("猜猜我有多爱你") && told[0].2.contains("7月27日"), "{}", told[0].2);
        assert!(told[1].2.contains("不罚钱"), "{}", told[1].2);
        assert!(room.calls().await.is_empty());
    }
}

#[tokio::test]
async fn what_was_renewed_is_told_anew_and_what_came_back_is_not() {
    for room in all().await {
        let lent = room.lends(room.has.hare.copies[0], room.luo.person).await.unwrap();
        room.lends(room.has.chess.copies[0], room.man.person).await.unwrap();
        room.later(10).await;
        room.takes_back(room.has.chess.copies[0]).await.unwrap();
        room.later(19).await;
        assert_eq!(room.kinds_told().await, ["loan-due"]);
        room.renews(lent.loan, room.luo.person).await.unwrap();
        room.later(29).await;
        assert_eq!(room.kinds_told().await, ["loan-due", "loan-due"]);
    }
}

#[tokio::test]
async fn whoever_has_no_phone_is_on_the_call_list_until_a_clerk_has_told_them() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        room.lends(copy, room.luo.person).await.unwrap();
        let hold = room.waits(title, room.ma.person).await.unwrap();
        assert!(room.calls().await.is_empty());
        room.takes_back(copy).await.unwrap();
        let calls = room.calls().await;
        assert_eq!(calls.len(), 1);
        assert_eq!((calls[0].id, calls[0].name.as_deref(), calls[0].phone.is_none()), (hold.0, Some("马秀英"), true));
        assert_eq!(calls[0].answered_at, format!("/desk/library/told/{hold}"));
        assert!(calls[0].text.contains("6月30日"), "{}", calls[0].text);
        for _ in 0..2 {
            acts::was_told(&room.house, &room.station, hold.0, (room.clerk.id, None)).await.unwrap();
        }
        assert!(room.calls().await.is_empty() && room.reader(room.ma.person).await.holds[0].told);

        let lent = room.lends(copy, room.ma.person).await.unwrap();
        room.later(31).await;
        let calls = room.calls().await;
        assert_eq!(calls.iter().map(|call| call.id).collect::<Vec<_>>(), [lent.loan.0]);
        acts::was_told(&room.house, &room.station, lent.loan.0, (room.clerk.id, None)).await.unwrap();
        room.later(3).await;
        assert!(room.calls().await.is_empty());
        let told = room.events().await.into_iter().filter(|kind| kind == "reader.told").count();
        assert_eq!(told, 2);
        let nothing = room.house.new_id();
        let unknown = acts::was_told(&room.house, &room.station, nothing, (room.clerk.id, None)).await;
        assert_eq!(unknown, Err(Fault::NotFound));
        assert!(room.kinds_told().await.is_empty());
    }
}

#[tokio::test]
async fn what_is_said_of_tomorrow_does_not_wait_for_the_morning() {
    for room in all().await {
        room.lends(room.has.hare.copies[0], room.luo.person).await.unwrap();
        room.later(28).await;
        // 23:30, 0:30 and 8:59: nothing is sent, and nothing waits to be.
        for minutes in [11 * 60 + 30, 60, 8 * 60 + 29] {
            room.house.wait(SignedDuration::from_mins(minutes));
            acts::jobs(&room.house).await.unwrap();
            assert!(room.kinds_told().await.is_empty());
        }
        room.house.wait(SignedDuration::from_mins(1));
        acts::jobs(&room.house).await.unwrap();
        assert_eq!(room.kinds_told().await, ["loan-due"]);
    }
}

#[tokio::test]
async fn nobodys_phone_rings_at_night() {
    for room in all().await {
        let (title, copy) = (room.has.hare.title, room.has.hare.copies[0]);
        room.lends(copy, room.luo.person).await.unwrap();
        room.waits(title, room.man.person).await.unwrap();
        // 23:30.
        room.house.wait(SignedDuration::from_mins(11 * 60 + 30));
        room.takes_back(copy).await.unwrap();
        let due = |minutes| {
            let at = room.house.now() + SignedDuration::from_mins(minutes);
            room.house.set_clock(at);
            room.house.db.write({
                let house = room.house.house();
                move |c| kernel::outbox::take_due(c, &house, 10)
            })
        };
        assert_eq!(due(0).await.unwrap().len(), 0);
        // 8:59, and 9:00.
        assert_eq!(due(9 * 60 + 29).await.unwrap().len(), 0);
        assert_eq!(due(1).await.unwrap().iter().map(|m| m.kind.as_str()).collect::<Vec<_>>(), ["hold-ready"]);
    }
}
