use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;

use super::{Hall, all, new_day, refused, slot};
use crate::deputies::acts::{self, NewDay, Who};
use crate::deputies::rules::{Refusal, State};
use crate::tests::at;

impl Hall {
    /// Who is to be telephoned.
    pub(super) async fn call_list(&self) -> Vec<String> {
        let (h, at, now) = (self.town.house.house(), self.town.station.id, self.town.house.now());
        let list = move |c: &mut Conn| crate::reach::open_of(c, &h, at, now);
        let list = self.town.house.db.read(list).await.unwrap();
        assert!(list.iter().all(|e| !e.text.contains("/receptions/")), "nobody reads an address out");
        list.into_iter().filter_map(|e| e.name).collect()
    }
}

#[tokio::test]
async fn a_day_is_announced_in_time_and_not_twice_at_once() {
    for h in all().await {
        let by = h.staff(1).await.id;
        h.announced(1).await;
        let again = acts::announce(&h.town.house, &h.town.station, new_day(1), (by, None)).await;
        assert!(matches!(refused(again), Refusal::Elsewhere { .. }));
        h.announced(2).await;
        h.town.house.wait(SignedDuration::from_hours(24));
        let late = acts::announce(&h.town.house, &h.town.station, new_day(2), (by, None)).await;
        assert_eq!(refused(late), Refusal::TooSoon { earliest: date(2026, 6, 28) });
        let nobody = NewDay { deputy: 9, ..new_day(1) };
        let nobody = acts::announce(&h.town.house, &h.town.station, nobody, (by, None)).await;
        assert_eq!(refused(nobody), Refusal::NoDeputy);
        h.sound().await;
    }
}

#[tokio::test]
async fn a_slot_that_is_given_back_is_free_again() {
    for h in all().await {
        let day = h.announced(1).await;
        let mine = h.take(day, slot(20)).await.unwrap();
        assert_eq!(refused(h.take(day, slot(20)).await), Refusal::Taken { free: vec![slot(0), slot(40)] });
        for _ in 0..2 {
            acts::give_back(&h.town.house, &h.town.station, mine.id, None).await.unwrap();
        }
        assert_eq!(h.full(mine.id).await.item.visit.state, State::Cancelled);
        h.take(day, slot(20)).await.unwrap();
        h.sound().await;
    }
}

#[tokio::test]
async fn a_day_that_is_called_off_tells_everybody_who_has_a_slot() {
    for h in all().await {
        let day = h.announced(1).await;
        let staff = h.staff(1).await.id;
        let nameless = h.take(day, slot(0)).await.unwrap();
        for (at, name, phone) in [(slot(20), "罗大爷", None), (slot(40), "马女士", Some("13800005521"))] {
            let phone = phone.map(|p: &str| p.parse().unwrap());
            let who = Who::Desk { staff, name: Some(name.into()), phone };
            acts::take(&h.town.house, &h.town.station, (day, at), (who, None)).await.unwrap();
        }
        assert_eq!(h.messages().await.len(), 1, "who gave a number reads that it is theirs");
        let off = |reason: &str| acts::call_off(&h.town.house, &h.town.station, (day, reason.to_owned()), staff);
        assert_eq!(off("代表去县里开会").await.unwrap(), 3);
        assert_eq!(off("又一次").await.unwrap(), 0, "called off twice is called off once");
        assert!(h.told("代表去县里开会").await);
        assert_eq!(h.call_list().await, ["罗大爷"], "whom no message reaches is called");
        let page = h.full(nameless.id).await;
        assert_eq!((page.item.visit.state, page.day.kept.reason.as_str()), (State::Cancelled, "代表去县里开会"));
        assert_eq!(refused(h.take(day, slot(0)).await), Refusal::CalledOff);
        h.sound().await;
    }
}

#[tokio::test]
async fn who_does_not_come_is_written_down_by_time() {
    for h in all().await {
        let day = h.announced(1).await;
        let mine = h.take(day, slot(20)).await.unwrap();
        h.town.house.set_clock(slot(60) + SignedDuration::from_hours(24));
        assert_eq!(h.full(mine.id).await.item.visit.state, State::Missed, "time decides before any job runs");
        crate::deputies::jobs(&h.town.house).await.unwrap();
        crate::deputies::jobs(&h.town.house).await.unwrap();
        let full = h.full(mine.id).await;
        assert_eq!((full.item.kept.visit.state, full.log.len()), (State::Missed, 2));
        assert_eq!(at(9, 0), slot(0) - SignedDuration::from_hours(72));
        h.sound().await;
    }
}
