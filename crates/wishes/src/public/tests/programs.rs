//! The same for programs.
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{CALLS, towns};
use crate::rules::Kind;

#[tokio::test]
async fn a_program_finds_takes_up_and_gives_back() {
    for town in towns().await {
        let wish = town.thing(Kind::Warm, "保暖鞋，42 码").await;
        let like = town.thing(Kind::Warm, "一床棉被").await;
        let (_, me) = town.resident("13800000001").await;
        let (_, other) = town.resident("13800000002").await;
        let list = town.get(None, &format!("{CALLS}?kind=warm&band=to-100&most=1")).await.json();
        assert_eq!((&list["wishes"][0]["id"], &list["more_before"]), (&json!(like), &json!(like)));
        let next = town.get(None, &format!("{CALLS}?kind=warm&before={like}")).await.json();
        assert_eq!((&next["wishes"][0]["id"], &next["more_before"]), (&json!(wish), &Value::Null));
        let one = town.get(None, &format!("{CALLS}/{wish}")).await.json();
        assert_eq!((&one["state"], &one["most_yuan"], &one["village"]), (&json!("open"), &json!(100), &Value::Null));
        let path = format!("{CALLS}/{wish}/claim");
        town.call(None, ("POST", &path), "k", json!({})).await.is(StatusCode::UNAUTHORIZED);
        let mine = town.call(Some(&me), ("POST", &path), "k", json!({})).await;
        mine.is(StatusCode::CREATED);
        let again = town.call(Some(&me), ("POST", &path), "k", json!({})).await;
        assert_eq!(again.json()["id"], mine.json()["id"], "{}", again.body);
        let late = town.call(Some(&other), ("POST", &path), "k", json!({})).await;
        late.is(StatusCode::CONFLICT);
        assert_eq!(late.json()["type"], "/problems/wish-gone");
        assert_eq!(late.json()["next"][0]["href"], format!("/s/sanhe/wishes/{like}"));
        let all = town.get(Some(&me), "/api/v1/me/wishes").await.json();
        assert_eq!((&all["claims"][0]["state"], &all["claims"][0]["station"]), (&json!("claimed"), &json!("sanhe")));
        assert_eq!(town.get(Some(&other), "/api/v1/me/wishes").await.json()["claims"], json!([]));
        town.get(None, "/api/v1/me/wishes").await.is(StatusCode::UNAUTHORIZED);
        let claim = format!("{CALLS}/claims/{}", mine.json()["id"].as_str().unwrap());
        town.call(Some(&other), ("DELETE", &claim), "a", json!({})).await.is(StatusCode::NOT_FOUND);
        town.call(Some(&me), ("DELETE", &claim), "b", json!({})).await.is(StatusCode::NO_CONTENT);
        town.call(Some(&me), ("DELETE", &claim), "b", json!({})).await.is(StatusCode::NO_CONTENT);
        let late = town.call(Some(&me), ("POST", &path), "k", json!({})).await;
        assert_eq!((late.status, &late.json()["id"]), (StatusCode::CREATED, &mine.json()["id"]), "{}", late.body);
        town.call(Some(&other), ("POST", &path), "l", json!({})).await.is(StatusCode::CREATED);
    }
}

#[tokio::test]
async fn what_there_is_not_is_said_plainly() {
    let town = towns().await.swap_remove(0);
    let (_, me) = town.resident("13800000001").await;
    let nowhere = crate::WishId(town.house.new_id());
    town.get(None, &format!("{CALLS}/{nowhere}")).await.is(StatusCode::NOT_FOUND);
    town.get(None, &format!("/s/sanhe/wishes/{nowhere}")).await.is(StatusCode::NOT_FOUND);
    town.get(None, "/s/nowhere/wishes").await.is(StatusCode::NOT_FOUND);
    town.get(None, &format!("{CALLS}?kind=ill")).await.is(StatusCode::BAD_REQUEST);
    let odd = town.get(None, "/s/sanhe/wishes?kind=ill").await;
    assert_eq!((odd.status, odd.to()), (StatusCode::SEE_OTHER, "/s/sanhe/wishes"));
    let gone = town.call(Some(&me), ("POST", &format!("{CALLS}/{nowhere}/claim")), "k", json!({})).await;
    gone.is(StatusCode::CONFLICT);
    assert_eq!((&gone.json()["type"], &gone.json()["next"]), (&json!("/problems/wish-gone"), &Value::Null));
}
