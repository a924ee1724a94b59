//! An hour without a network: what was noted is done once, whatever is sent again, and what does not fit is looked at.
use kernel::db::types::Id;

use super::*;

const MINUTE: i64 = 60_000;

fn entry(id: Id, kind: &str, (barcode, card): (&str, &str), ago: i64) -> Value {
    json!({ "id": id, "kind": kind, "barcode": barcode, "card": card, "ago": ago })
}

impl Counter {
    fn id(&self) -> Id {
        self.room.house.new_id()
    }

    async fn sends(&self, entries: &[Value]) -> Vec<String> {
        let answer = self.call(("POST", "/log"), json!({ "entries": entries })).await;
        let said = answer.is(StatusCode::OK).json();
        let all = said["entries"].as_array().expect("a list");
        for (sent, got) in entries.iter().zip(all) {
            assert_eq!(sent["id"], got["id"], "in their order");
        }
        all.iter().map(|one| one["outcome"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn an_hour_without_a_network_is_made_up_and_nothing_is_lost_or_doubled() {
    for counter in counters().await {
        let ([one, two], hare, room) = (counter.lychees().await, counter.hare().await, &counter.room);
        let all = [
            entry(counter.id(), "lent", (&one, &room.luo.card), 60 * MINUTE),
            entry(counter.id(), "lent", (&hare, &room.ma.card), 50 * MINUTE),
            entry(counter.id(), "back", (&one, ""), 40 * MINUTE),
            entry(counter.id(), "lent", (&one, &room.man.card), 30 * MINUTE),
            entry(counter.id(), "lent", (&two, &room.luo.card), 3 * 24 * 60 * MINUTE),
            entry(counter.id(), "renewed", (&two, &room.luo.card), 10 * MINUTE),
        ];
        assert_eq!(counter.sends(&all).await, ["done"; 6]);
        // The answer was lost: all of it comes again, and some of it in another order.
        assert_eq!(counter.sends(&all).await, ["done"; 6]);
        let mut turned = all.clone();
        turned.reverse();
        assert_eq!(counter.sends(&turned[..3]).await, ["done"; 3]);
        assert_eq!(counter.has(&room.luo).await, ["长安的荔枝"]);
        assert_eq!(counter.has(&room.man).await, ["长安的荔枝"]);
        assert_eq!(counter.has(&room.ma).await, ["猜猜我有多爱你"]);
        let kinds: Vec<String> = counter.events().await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds.iter().filter(|kind| *kind == "loan.lent").count(), 4);
        assert_eq!(kinds.iter().filter(|kind| *kind == "loan.returned").count(), 1);
        counter.get(&format!("{DESK}/tasks")).await.says("没有要看的");
        counter.sound().await;
    }
}

#[tokio::test]
async fn what_does_not_fit_is_a_task_which_a_clerk_settles() {
    for counter in counters().await {
        let ([one, _], hare, room) = (counter.lychees().await, counter.hare().await, &counter.room);
        counter.lends(&room.luo, &hare).await;
        room.house.wait(jiff::SignedDuration::from_mins(5));
        let all = [
            entry(counter.id(), "lent", (&hare, &room.ma.card), MINUTE),
            entry(counter.id(), "lent", (&one, "abcdefghijklmnopqrstuvw2"), MINUTE),
            entry(counter.id(), "back", ("NO-SUCH-1", ""), MINUTE),
        ];
        assert_eq!(counter.sends(&all).await, ["look"; 3]);
        assert_eq!(counter.sends(&all).await, ["look"; 3], "sent again there are no more of them");
        assert_eq!(counter.has(&room.luo).await, ["猜猜我有多爱你"]);
        counter.get(DESK).await.says("要看一看 3");
        let page = counter.get(&format!("{DESK}/tasks")).await;
        page.says("记在别人名下").says("现在记在罗大爷名下").says("马秀英来借的");
        page.says("家庭卡不能用").says("没有这个条码").says("NO-SUCH-1");
        page.hushes("abcdefghijklmnopqrstuvw2");
        let tasks = counter.call(("GET", "/tasks"), Value::Null).await.json();
        let tasks = tasks["tasks"].as_array().unwrap().clone();
        assert_eq!(tasks.len(), 3);
        let first = format!("{DESK}/tasks/{}", tasks[0]["id"].as_str().unwrap());
        for _ in 0..2 {
            counter.send_as(&counter.clerk, &first, &[("how", "done")]).await.is(StatusCode::SEE_OTHER);
        }
        counter.send_as(&counter.clerk, &first, &[("how", "perhaps")]).await.is(StatusCode::NOT_FOUND);
        for task in &tasks[1..] {
            let path = format!("/tasks/{}/settlement", task["id"].as_str().unwrap());
            counter.call(("POST", &path), json!({ "how": "dropped" })).await.is(StatusCode::NO_CONTENT);
        }
        counter.get(&format!("{DESK}/tasks")).await.says("没有要看的").hushes("罗大爷");
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_press_whose_answer_was_lost_is_not_done_again_by_the_log() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        let lent = counter.id();
        let form = [("once", lent.to_string()), ("reader", room.luo.card.clone()), ("barcode", hare.clone())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        counter.press(&form).await.says("借出去了");
        room.house.wait(jiff::SignedDuration::from_hours(24 * 3));
        let counter = Counter { clerk: token(room, &room.clerk).await, ..counter };
        let room = &counter.room;
        let (id, loan) = (counter.id(), counter.reader(&room.luo).await.loans[0].loan.to_string());
        let renewed = id.to_string();
        let form = [("once", renewed.as_str()), ("id", &loan), ("barcode", &hare), ("then", "renew")];
        counter.press(&form).await.says("续好了");
        let before = counter.reader(&room.luo).await;
        room.decides(crate::rules::Settings { renewals: 9, ..Default::default() }).await.unwrap();
        let all = [entry(id, "renewed", (&hare, ""), MINUTE)];
        assert_eq!(counter.sends(&all).await, ["already"]);
        let after = counter.reader(&room.luo).await;
        assert_eq!(after.loans[0].due_on, before.loans[0].due_on);
        assert_eq!(after.loans[0].renewals_left, 8, "renewed once");
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_form_after_the_log_does_nothing_and_the_log_after_a_form_neither() {
    for counter in counters().await {
        let ([one, two], room) = (counter.lychees().await, &counter.room);
        // Noted and sent; then the form arrives late, by another clerk.
        let first = counter.id();
        assert_eq!(counter.sends(&[entry(first, "lent", (&one, &room.luo.card), 0)]).await, ["done"]);
        let first = first.to_string();
        let form = [("once", first.as_str()), ("reader", room.luo.card.as_str()), ("barcode", one.as_str())];
        let late = counter.send_as(&counter.manager, DESK, &form).await;
        late.is(StatusCode::OK).says("不会做两次").says("罗大爷手上的 1 件");
        // It was brought back meanwhile: the late form does not lend it anew.
        counter.press(&[("barcode", &one)]).await.says("还好了");
        counter.press(&form).await.is(StatusCode::OK).says("不会做两次");
        assert!(!counter.is_lent(&one).await);
        // The other way round, and by another clerk too.
        let second = counter.id();
        let key = second.to_string();
        counter.send_as(&counter.manager, DESK, &[("once", &key), ("reader", &room.ma.card), ("barcode", &two)]).await;
        assert!(counter.is_lent(&two).await);
        counter.press(&[("barcode", &two)]).await.says("还好了");
        assert_eq!(counter.sends(&[entry(second, "lent", (&two, &room.ma.card), 0)]).await, ["already"]);
        assert!(!counter.is_lent(&two).await);
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_log_is_read_by_staff_only_and_within_its_limits() {
    for counter in counters().await {
        let one = |n: usize| entry(Id(uuid::Uuid::from_u128(n as u128 + 1)), "back", ("2000000000176", ""), 0);
        let many: Vec<Value> = (0..101).map(one).collect();
        let log = ("POST", "/log");
        counter.call(log, json!({ "entries": many })).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("entries");
        counter.call(log, json!({ "entries": [] })).await.is(StatusCode::OK);
        for wrong in ["2000\u{0}000", &"1".repeat(301)] {
            let odd = json!({ "entries": [entry(counter.id(), "back", (wrong, ""), 0)] });
            counter.call(log, odd).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("barcode");
        }
        let odd = json!({ "entries": [entry(counter.id(), "stolen", ("1", ""), 0)] });
        counter.call(log, odd).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let stranger = counter.call_as("nobody", log, json!({ "entries": [] })).await;
        stranger.is(StatusCode::UNAUTHORIZED);
        counter.get(&format!("{DESK}/tasks")).await.says("没有要看的");
    }
}
