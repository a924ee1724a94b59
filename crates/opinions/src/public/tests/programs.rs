//! The same for programs.
use axum::http::StatusCode;
use serde_json::json;

use super::asking::{call, get, picture};
use super::towns;

#[tokio::test]
async fn an_opinion_is_left_once_and_followed_with_its_receipt() {
    for town in towns().await {
        let photo = data_encoding::BASE64.encode(&picture());
        let new = json!({ "text": "路灯坏了", "photos": [photo], "about": [{ "person": "钱大有" }] });
        let left = call(&town, "/opinions", Some("1"), new.clone()).await;
        assert_eq!(left.status, StatusCode::CREATED, "{}", left.text());
        let receipt = left.json()["receipt"].as_str().expect("a receipt").to_owned();
        assert_eq!(call(&town, "/opinions", Some("1"), new).await.json()["receipt"], receipt.as_str());
        let other = call(&town, "/opinions", Some("1"), json!({ "text": "别的" })).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "the key was used");
        let seen = call(&town, "/opinions/follow", None, json!({ "receipt": receipt })).await.json();
        assert_eq!((&seen["state"], &seen["text"]), (&json!("received"), &json!("路灯坏了")));
        assert_eq!(get(&town, seen["photos"][0].as_str().expect("a path")).await.status, StatusCode::OK);
        let gone = call(&town, "/opinions/follow/withdrawal", None, json!({ "receipt": receipt })).await.json();
        assert_eq!((&gone["state"], &gone["text"]), (&json!("withdrawn"), &json!("")));
    }
}

#[tokio::test]
async fn what_cannot_be_is_a_problem_with_its_fields() {
    let town = towns().await.swap_remove(0);
    let wrong =
        call(&town, "/opinions", None, json!({ "text": "", "phone": "1", "lat": 36.4, "photos": ["AAAA"] })).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = wrong.json()["fields"].clone();
    for field in ["text", "phone", "lat", "photos"] {
        assert!(fields[field].is_string(), "{field}: {fields}");
    }
    let odd = call(&town, "/opinions", None, json!({ "text": "好", "name": "张三" })).await;
    assert!(odd.status.is_client_error(), "names are not even taken");
    let nobodys = call(&town, "/opinions/follow", None, json!({ "receipt": "1234 5678 9012 3456" })).await;
    assert_eq!(nobodys.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobodys.json()["fields"]["receipt"].is_string());
    let receipt = call(&town, "/opinions", None, json!({ "text": "好" })).await.json()["receipt"].clone();
    let early = call(&town, "/opinions/follow/replies", None, json!({ "receipt": receipt, "text": "？" })).await;
    assert_eq!((early.status, &early.json()["type"]), (StatusCode::CONFLICT, &json!("/problems/opinion-not-asked")));
    let figures = get(&town, "/api/v1/stations/sanhe/opinions/figures").await.json();
    assert!(figures["received"].is_null() && figures["solved"].is_null(), "{figures}");
    let all = get(&town, "/api/v1/stations/sanhe/opinions/categories").await.json();
    assert!(all["categories"].as_array().is_some_and(|all| all.len() > 3), "{all}");
    assert_eq!(get(&town, "/api/v1/stations/sanhe/opinions/posts?closed=true").await.json()["posts"], json!([]));
}

/// Above the threshold a program reads what it has to do, does it, and is let in; the same stamp is good once.
#[tokio::test]
async fn while_far_too_many_come_a_stamp_is_asked_for() {
    let town = towns().await.swap_remove(0);
    for n in 0..31 {
        town.says(&format!("第 {n} 件")).await;
    }
    let busy = call(&town, "/opinions", None, json!({ "text": "还有一件" })).await;
    assert_eq!((busy.status, &busy.json()["type"]), (StatusCode::CONFLICT, &json!("/problems/opinion-busy")));
    let asked = busy.json()["fields"].clone();
    let (challenge, bits) = (asked["challenge"].as_str().expect("a challenge"), asked["bits"].as_str().expect("bits"));
    let bits: u32 = bits.parse().expect("a number");
    let nonce = (0_u64..).map(|n| n.to_string()).find(|n| crate::rules::is_worked(challenge, n, bits));
    let paid = json!({ "text": "还有一件", "stamp": { "challenge": challenge, "nonce": nonce } });
    assert_eq!(call(&town, "/opinions", None, paid.clone()).await.status, StatusCode::CREATED);
    assert_eq!(call(&town, "/opinions", None, paid).await.status, StatusCode::CONFLICT, "used");
    let form = get(&town, "/s/sanhe/opinions/new").await;
    assert!(form.text().contains("data-stamp=") && form.text().contains("opinions-"), "the form asks a browser for it");
    assert!(!form.hidden("challenge").is_empty());
}
