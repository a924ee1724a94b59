use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::{all, refused, slot};
use crate::deputies::acts::{Said, Wish};
use crate::deputies::rules::{Refusal, State, Step};

fn words(text: &str) -> String {
    text.to_owned()
}

#[tokio::test]
async fn what_is_said_goes_to_an_office_that_answers_and_closes() {
    for h in all().await {
        let id = h.received(2, Some("13800005521")).await;
        let no = h.press(id, 1, Wish::Route { office: 9, days: 5 }).await;
        assert_eq!(refused(no), Refusal::NoOffice);
        h.press(id, 1, Wish::Route { office: 2, days: 5 }).await.unwrap();
        let full = h.full(id).await;
        assert_eq!(full.item.visit.reply_by, Some(date(2026, 7, 3)), "five working days from a Saturday");
        assert!(h.told("新时代文明实践所").await);
        // The deputy reads it, speaks, and cannot answer or close.
        assert_eq!(refused(h.press(id, 2, Wish::Answer(words("修"))).await), Refusal::DeputyCannot);
        assert_eq!(refused(h.press(id, 2, Wish::Close).await), Refusal::DeputyCannot);
        h.press(id, 2, Wish::Comment(words("我看过，三盏都不亮。"))).await.unwrap();
        h.press(id, 1, Wish::Answer(words("下周来修。"))).await.unwrap();
        assert!(h.told("下周来修。").await);
        h.press(id, 1, Wish::Close).await.unwrap();
        h.press(id, 2, Wish::NotSettled { words: words("还是不亮。"), days: 3 }).await.unwrap();
        let full = h.full(id).await;
        assert_eq!((full.item.visit.state, full.item.visit.reopened), (State::Routed, true));
        h.press(id, 1, Wish::Answer(words("换了灯。"))).await.unwrap();
        h.press(id, 1, Wish::Close).await.unwrap();
        assert_eq!(refused(h.press(id, 1, Wish::Close).await), Refusal::Stands(State::Closed));
        let at = h.town.station.id;
        let read =
            move |c: &mut Conn| kernel::fact::between(c, at, "reception-closed", date(2026, 6, 27), date(2026, 6, 28));
        let facts = h.town.house.db.read(read).await.unwrap();
        let reopened = facts.iter().filter(|f| f.data["reopened"] == true).count();
        assert_eq!((facts.len(), reopened), (2, 1));
        h.sound().await;
    }
}

#[tokio::test]
async fn the_desk_writes_for_a_deputy_who_does_not_sign_in_but_not_the_office_that_answers() {
    for h in all().await {
        let id = h.received(1, None).await;
        h.press(id, 1, Wish::Route { office: 2, days: 5 }).await.unwrap();
        h.press(id, 1, Wish::Answer(words("下周来修。"))).await.unwrap();
        assert_eq!(h.call_list().await, ["罗大爷"], "the answer has overtaken that it went to an office");
        let own = Wish::NotSettled { words: words("没修"), days: 3 };
        assert_eq!(refused(h.press(id, 1, own.clone()).await), Refusal::NotTheDeputy);
        h.press(id, 3, own).await.unwrap();
        assert_eq!(h.full(id).await.item.visit.state, State::Routed);
        h.sound().await;
    }
}

#[tokio::test]
async fn whoever_has_a_slot_is_received_on_the_day() {
    for h in all().await {
        let day = h.announced(1).await;
        let mine = h.take(day, slot(20)).await.unwrap().id;
        let said = || Said { what: words("路灯坏了。"), category: None };
        assert_eq!(refused(h.press(mine, 1, Wish::Register(said())).await), Refusal::NotYet);
        h.town.house.set_clock(slot(20));
        h.press(mine, 1, Wish::Register(said())).await.unwrap();
        h.press(mine, 1, Wish::Settle).await.unwrap();
        let full = h.full(mine).await;
        assert_eq!((full.item.visit.state, full.item.what.as_deref()), (State::Closed, Some("路灯坏了。")));
        h.sound().await;
    }
}

#[tokio::test]
async fn words_go_half_a_year_after_the_end_or_with_the_person() {
    for h in all().await {
        let id = h.received(1, Some("13800005521")).await;
        h.press(id, 1, Wish::Route { office: 2, days: 5 }).await.unwrap();
        let (house, now) = (h.town.house.house(), h.town.house.now());
        let whole = move |c: &mut Conn| {
            let person = people::who_has(c, &house, &"13800005521".parse().unwrap())?.unwrap();
            let holding = crate::deputies::holding();
            let told = (holding.export)(c, &house, person)?;
            (holding.erase)(c, &house, person, now)?;
            Ok::<_, Fault>((told, (holding.export)(c, &house, person)?))
        };
        let (told, left) = h.town.house.db.write(whole).await.unwrap();
        assert_eq!((&told[0]["said"], left), (&"村口的路灯坏了。".into(), serde_json::json!([])));
        let full = h.full(id).await;
        assert_eq!((full.item.visit.state, full.item.what), (State::Closed, None));
        assert_eq!(full.log.last().unwrap().made.step, Step::Withdrawn);
        // Somebody without a name: the words go by themselves.
        let day = full.day.kept.id;
        let who = crate::deputies::acts::Who::Desk { staff: h.staff(1).await.id, name: None, phone: None };
        let said = Said { what: words("学校的路。"), category: None };
        let other =
            crate::deputies::acts::receive(&h.town.house, &h.town.station, (day, said), (who, None)).await.unwrap().id;
        h.press(other, 1, Wish::Settle).await.unwrap();
        for (days, known) in [(179, true), (181, false)] {
            h.town.house.set_clock(slot(0) + SignedDuration::from_hours(24 * days));
            crate::deputies::jobs(&h.town.house).await.unwrap();
            assert_eq!(h.full(other).await.item.what.is_some(), known, "{days} days");
        }
        assert_eq!(refused(h.press(other, 3, Wish::Comment(words("…"))).await), Refusal::Stands(State::Closed));
        h.sound().await;
    }
}
