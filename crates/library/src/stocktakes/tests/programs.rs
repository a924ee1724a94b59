//! Walks through the JSON API.
use serde_json::json;

use super::*;

const TOP: &str = "/sanhe/desk/library/stocktakes";

#[tokio::test]
async fn a_program_walks_from_beginning_to_end() {
    for desk in desks().await {
        let clerk = desk.clerk.clone();
        let begun = desk.asks(&clerk, ("POST", TOP), json!({ "shelf": "A1" })).await.is(StatusCode::CREATED).json();
        assert_eq!((&begun["of"], &begun["stocktake"]["shelf"]), (&json!(4), &json!("a1")));
        assert_eq!(begun["stocktake"]["begun_by"], "李建国");
        let path = format!("{TOP}/{}", begun["stocktake"]["id"].as_str().unwrap());
        let code = desk.barcode(desk.has.hare.copies[0]).await;
        let scans = json!({ "barcodes": [code, "\u{0}", "2009999999992"] });
        let sent = desk.asks(&clerk, ("POST", &format!("{path}/scans")), scans).await.is(StatusCode::OK).json();
        assert_eq!(sent["scans"][0]["title"], "猜猜我有多爱你");
        assert_eq!(sent["scans"].as_array().map(Vec::len), Some(2), "what cannot be seen is nothing: {sent}");
        assert_eq!((&sent["scans"][1]["copy"], &sent["progress"]["seen"]), (&Value::Null, &json!(1)));
        let again = json!({ "shelf": "door", "barcodes": [code] });
        let again = desk.asks(&clerk, ("POST", &format!("{path}/scans")), again).await.json();
        assert_eq!(again["scans"][0]["odd"], json!([{ "what": "already" }]), "the walk is along one shelf");
        let ending = desk.asks(&clerk, ("GET", &format!("{path}/ending")), Value::Null).await.json();
        assert_eq!(
            (ending["missing"].as_array().map(Vec::len), &ending["missing"][0]["shelf"]),
            (Some(3), &json!("a1"))
        );
        let wrong = json!({ "read": "ffffffffffffffff" });
        let moved = desk.asks(&clerk, ("POST", &format!("{path}/ending")), wrong).await.is(StatusCode::CONFLICT).json();
        assert_eq!(moved["type"], "/problems/stocktake-moved");
        assert!(moved["next"][0]["href"].as_str().unwrap().ends_with("/end"), "{moved}");
        let read = json!({ "read": ending["read"] });
        let ended = desk.asks(&clerk, ("POST", &format!("{path}/ending")), read).await.is(StatusCode::OK).json();
        assert_eq!(ended, json!({ "seen": 1, "missing": 3, "again": 0 }));
        let all = desk.asks(&clerk, ("GET", TOP), Value::Null).await.json();
        assert_eq!((all["open"].as_array().map(Vec::len), &all["ended"][0]["scanned"]), (Some(0), &json!(1)));
        assert!(desk.asks(&clerk, ("GET", &path), Value::Null).await.json()["stocktake"]["ended_at"].is_string());
        let over = desk.asks(&clerk, ("DELETE", &path), Value::Null).await.is(StatusCode::CONFLICT).json();
        assert_eq!(over["type"], "/problems/stocktake-over");
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_and_may_give_up() {
    for desk in desks().await {
        let clerk = desk.clerk.clone();
        let odd = desk.asks(&clerk, ("POST", TOP), json!({ "shelf": "zz" })).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["shelf"].is_string());
        let begun = desk.asks(&clerk, ("POST", TOP), json!({})).await.is(StatusCode::CREATED).json();
        assert_eq!(begun["stocktake"]["shelf"], Value::Null);
        let path = format!("{TOP}/{}", begun["stocktake"]["id"].as_str().unwrap());
        let scans = format!("{path}/scans");
        for odd in
            [json!({ "barcodes": [] }), json!({ "barcodes": vec!["1"; 201] }), json!({ "barcodes": ["1"], "x": 1 })]
        {
            desk.asks(&clerk, ("POST", &scans), odd).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let running = desk.asks(&clerk, ("POST", TOP), json!({ "shelf": "a1" })).await.is(StatusCode::CONFLICT).json();
        assert_eq!(running["type"], "/problems/stocktake-running");
        desk.asks("", ("GET", TOP), Value::Null).await.is(StatusCode::UNAUTHORIZED);
        desk.asks(&clerk, ("DELETE", &path), Value::Null).await.is(StatusCode::NO_CONTENT);
        desk.asks(&clerk, ("GET", &path), Value::Null).await.is(StatusCode::NOT_FOUND);
    }
}
