//! Counts of villages, and the month.
use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{CALLS, DESK};
use crate::public::tests::{path, towns};
use crate::rules::Kind;

const SHARES: &str = "/s/sanhe/desk/wishes/shares";
const COUNT: [(&str, &str); 5] = [
    ("village", "630203102201"),
    ("kind", "warm"),
    ("people", "34"),
    ("source", "2026 年村级统计表"),
    ("counted_on", "2026-05-01"),
];

#[tokio::test]
async fn a_village_is_shown_only_after_a_manager_has_counted_twenty() {
    for town in towns().await {
        let (id, _) = town.opens().await;
        town.get(None, &path(id)).await.hushes("骆驼堡村");
        town.get(Some(&town.li.known), SHARES).await.is(StatusCode::NOT_FOUND);
        town.send(Some(&town.li.known), SHARES, &COUNT).await.is(StatusCode::NOT_FOUND);
        let manager = Some(&town.manager.known);
        town.send(manager, SHARES, &COUNT).await.is_kept();
        town.get(manager, SHARES).await.says("2026 年村级统计表").says("34");
        town.get(None, &path(id)).await.says("骆驼堡村");
        let fewer = COUNT.map(|(name, value)| (name, if name == "people" { "19" } else { value }));
        town.send(manager, SHARES, &fewer).await.is_kept();
        town.get(None, &path(id)).await.hushes("骆驼堡村");
        town.send(manager, SHARES, &COUNT).await.is_kept();
        town.send(manager, &format!("{SHARES}/630203102201/warm/removal"), &[]).await.is_kept();
        town.get(None, &path(id)).await.hushes("骆驼堡村");
        for (field, value) in [
            ("people", "-1"),
            ("people", "viele"),
            ("counted_on", "2026-07-01"),
            ("counted_on", ""),
            ("source", " "),
            ("village", "1"),
            ("kind", "ill"),
        ] {
            let wrong = COUNT.map(|(name, typed)| (name, if name == field { value } else { typed }));
            let refused = town.send(manager, SHARES, &wrong).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).says(&format!("id=\"p-{field}\""));
        }
        let count = json!({ "village": 630_203_102_201_i64, "kind": "warm", "people": 20, "source": "统计", "counted_on": "2026-05-01" });
        let shares = format!("{CALLS}/shares");
        town.call(Some(&town.li.known), ("PUT", &shares), "a", count.clone()).await.is(StatusCode::NOT_FOUND);
        town.call(manager, ("PUT", &shares), "b", count).await.is(StatusCode::NO_CONTENT);
        town.get(Some(&town.li.known), &shares).await.is(StatusCode::NOT_FOUND);
        assert_eq!(town.get(manager, &shares).await.json()["shares"][0]["people"], 20);
        town.get(None, &path(id)).await.says("骆驼堡村");
        let one = format!("{shares}/630203102201/warm");
        town.call(manager, ("DELETE", &one), "c", json!({})).await.is(StatusCode::NO_CONTENT);
        assert_eq!(town.get(manager, &shares).await.json()["shares"], json!([]));
    }
}

#[tokio::test]
async fn a_month_tells_sums_of_ten_or_more_once_it_is_over() {
    for mut town in towns().await {
        for n in 0..12 {
            town.thing(Kind::Warm, &format!("手套第{}双", ["一", "二", "三", "四"][n % 4])).await;
        }
        let month = format!("{CALLS}/month");
        let now = town.get(Some(&town.li.known), &format!("{month}?month=2026-06")).await.json();
        assert_eq!((&now["month"], &now["published"]), (&json!("2026-06-01"), &Value::Null), "it is not over");
        town.house.wait(SignedDuration::from_hours(24 * 5));
        town.again().await;
        let told = town.get(Some(&town.li.known), &month).await.json();
        assert_eq!(
            told,
            json!({ "month": "2026-06-01", "published": 12, "fulfilled": null, "back": null, "referred": null })
        );
        let page = town.get(Some(&town.li.known), &format!("{DESK}/month")).await;
        page.says("2026年6月").says("12").says("不公布");
        let odd = town.get(Some(&town.li.known), &format!("{month}?month=Juni")).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY);
        let before = town.get(Some(&town.li.known), &format!("{DESK}/month?month=2025-01")).await;
        before.is(StatusCode::OK).says("没有可以公布的数");
    }
}
