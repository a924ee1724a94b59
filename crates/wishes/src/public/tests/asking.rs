//! 我也有心愿.
use axum::http::StatusCode;
use serde_json::json;

use super::{CALLS, towns};

const PAGE: &str = "/s/sanhe/wishes/ask";

#[tokio::test]
async fn a_name_and_a_number_wait_for_a_call_once() {
    for town in towns().await {
        let form = town.get(None, PAGE).await;
        form.is(StatusCode::OK).says("已满 18 岁").says("请家长到驿站窗口办");
        let fields = [("once", form.hidden("once")), ("name", "赵大娘"), ("phone", "138 1234 5678"), ("adult", "1")];
        for _ in 0..2 {
            let done = town.send(None, PAGE, &fields).await;
            assert_eq!(
                (done.status, done.to()),
                (StatusCode::SEE_OTHER, "/s/sanhe/wishes?done=asked"),
                "{}",
                done.body
            );
        }
        town.get(None, "/s/sanhe/wishes?done=asked").await.says("会给您打电话").hushes("赵大娘").hushes("5678");
        let desk = town.get(Some(&town.coordinator.known), "/s/sanhe/desk/wishes").await;
        desk.says("赵大娘").says("tel:13812345678");
        assert_eq!(desk.body.matches("赵大娘").count() % 2, 0, "the row, and the name of its button");
        let asks = town.get(Some(&town.li.known), "/api/v1/stations/sanhe/desk/wishes/asks").await.json();
        assert_eq!(asks["asks"].as_array().map(Vec::len), Some(1));
        let id = asks["asks"][0]["id"].as_str().unwrap().to_owned();
        let done = town.send(Some(&town.li.known), &format!("/s/sanhe/desk/wishes/asks/{id}/done"), &[]).await;
        done.is(StatusCode::SEE_OTHER);
        town.get(Some(&town.coordinator.known), "/s/sanhe/desk/wishes").await.hushes("赵大娘");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
    let town = towns().await.swap_remove(0);
    let wrong = town.send(None, PAGE, &[("name", "赵大娘"), ("phone", "138")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("value=\"赵大娘\"").says("value=\"138\"").says("id=\"p-phone\"");
    wrong.says("id=\"p-adult\"");
    let empty = town.send(None, PAGE, &[("adult", "1")]).await;
    empty.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"p-name\"").says("id=\"p-phone\"").hushes("id=\"p-adult\"");
    let call = async |body| town.call(None, ("POST", &format!("{CALLS}/asks")), "", body).await;
    let young = call(json!({ "name": "小明", "phone": "13812345678", "adult": false })).await;
    young.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(young.json()["fields"]["adult"].is_string(), "{}", young.body);
    let more = call(json!({ "name": "赵大娘", "phone": "13812345678", "adult": true, "wish": "鞋" })).await;
    assert!(more.status.is_client_error(), "what somebody wishes is not even taken");
    let odd = call(json!({ "name": "赵\u{0}大娘", "phone": "13812345678", "adult": true })).await;
    odd.is(StatusCode::UNPROCESSABLE_ENTITY);
    call(json!({ "name": "赵大娘", "phone": "13812345678", "adult": true })).await.is(StatusCode::NO_CONTENT);
    let desk = town.get(Some(&town.li.known), "/api/v1/stations/sanhe/desk/wishes/asks").await.json();
    assert_eq!(desk["asks"].as_array().map(Vec::len), Some(1));
}
