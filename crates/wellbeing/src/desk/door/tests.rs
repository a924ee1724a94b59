//! The desk through the real router.
use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::view::View;
use kernel::words::{self, Lang};
use serde_json::{Value, json};

use crate::door::tests::{Before, FOUND, facts, today};
use crate::tests::towns;

const DESK: &str = "/s/sanhe/desk/door";
const CALLS: &str = "/api/v1/stations/sanhe/desk/door";

#[tokio::test]
async fn a_clerk_presses_and_a_manager_takes_back_a_slip() {
    for town in towns().await {
        let (here, clerk, me) = (Before(&town), Some(&town.clerk), Some(&town.manager));
        here.get(clerk, DESK).await.is(StatusCode::OK).says("今天还没人说").hushes("按错了");
        let pressed = here.send(clerk, DESK, &[("once", "a"), ("sign", "opened")]).await;
        assert_eq!((pressed.status, pressed.to.as_str()), (StatusCode::SEE_OTHER, "/s/sanhe/desk/door?kept=said"));
        here.get(clerk, &pressed.to).await.says("记下了").says("12:00").hushes("李建国</td>");
        here.get(me, DESK).await.hushes("按错了");
        here.send(me, DESK, &[("once", "b"), ("sign", "closed")]).await.is(StatusCode::SEE_OTHER);
        here.get(me, DESK).await.says("按错了，收回");
        let back = format!("{DESK}/taking-back");
        here.send(clerk, &back, &[("once", "c")]).await.is(StatusCode::NOT_FOUND);
        for _ in 0..2 {
            here.send(me, &back, &[("once", "d")]).await.is(StatusCode::SEE_OTHER);
        }
        assert_eq!(today(&town).await.is_open(), Some(true));
        here.send(me, &back, &[("once", "e")]).await.is(StatusCode::CONFLICT).says("别人按的");
        here.send(clerk, DESK, &[("once", "f"), ("sign", "found-closed")]).await.is(StatusCode::NOT_FOUND);
        here.get(None, DESK).await.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn of_what_is_too_long_ago_nobody_looks_up_who_said_it() {
    for town in towns().await {
        let (here, me) = (Before(&town), Some(&town.manager));
        here.send(me, DESK, &[("once", "a"), ("sign", "opened")]).await.is(StatusCode::SEE_OTHER);
        here.get(me, DESK).await.says("按错了，收回");
        town.house.wait(SignedDuration::from_mins(11));
        // All that happened since would have to be read for it.
        let gone = |c: &mut kernel::db::Conn| c.run("ALTER TABLE events RENAME TO events_gone");
        town.house.db.write(gone).await.unwrap();
        here.get(me, DESK).await.is(StatusCode::OK).says("12:00").hushes("按错了");
        let back = here.send(me, &format!("{DESK}/taking-back"), &[("once", "b")]).await;
        back.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn that_it_was_found_closed_is_not_told_on_the_same_day() {
    for town in towns().await {
        let here = Before(&town);
        town.house.wait(SignedDuration::from_mins(31));
        here.call(None, FOUND, ("a", json!({}))).await.is(StatusCode::NO_CONTENT);
        town.house.wait(SignedDuration::from_mins(60));
        let page = here.get(Some(&town.clerk), DESK).await;
        page.hushes("刻钟").hushes("12:30").hushes("12:31");
        let day = here.get(Some(&town.clerk), CALLS).await.json();
        assert_eq!((&day["signs"], &day["open"]), (&json!([]), &Value::Null), "the month tells it, and not today");
    }
}

#[tokio::test]
async fn programs_say_the_same_by_the_same_rules() {
    for town in towns().await {
        let (here, me) = (Before(&town), Some(&town.manager));
        for _ in 0..2 {
            here.call(me, CALLS, ("a", json!({ "sign": "opened" }))).await.is(StatusCode::NO_CONTENT);
        }
        assert_eq!(facts(&town, "door.opened").await.len(), 1);
        let reused = here.call(me, CALLS, ("a", json!({ "sign": "closed" }))).await;
        reused.is(StatusCode::UNPROCESSABLE_ENTITY);
        let odd = here.call(me, CALLS, ("b", json!({ "sign": "ajar" }))).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["sign"].is_string());
        let day = here.get(me, CALLS).await.json();
        assert_eq!((&day["open"], &day["may_take_back"]), (&json!(true), &json!(true)));
        let sign = json!([{ "at": "2026-06-27T04:00:00Z", "sign": "opened", "said": true }]);
        assert_eq!(day["signs"], sign);
        let back = format!("{CALLS}/taking-back");
        here.call(me, &back, ("c", json!({}))).await.is(StatusCode::NO_CONTENT);
        let none = here.call(me, &back, ("d", json!({}))).await;
        assert_eq!(none.is(StatusCode::CONFLICT).json()["type"], "/problems/door-nothing-said");
        here.call(Some(&town.clerk), &back, ("e", json!({}))).await.is(StatusCode::NOT_FOUND);
    }
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = super::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 6, "{}", all.len());
        for (name, page) in &all {
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            assert!(!shown.any(|text| text.contains("door-") || text.contains("{ $")), "{name}: {page}");
            for odd in [" style=", "<style", "onclick", "<script>", "排名", "得分", "score", "target"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
    assert_eq!(words::keys(crate::DOOR_TEXTS.zh), words::keys(crate::DOOR_TEXTS.en));
}
