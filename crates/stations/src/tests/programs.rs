//! The API, as a program uses it.
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kernel::testing::TestHouse;
use people::Role;
use serde_json::{Value, json};

use crate::tests::town::{ask, get, towns, works_here};

async fn read(town: &TestHouse, path: &str) -> (StatusCode, Value) {
    let (status, body) = get(town, &format!("/api/v1{path}")).await;
    (status, serde_json::from_str(&body).unwrap_or(Value::Null))
}

async fn patch(town: &TestHouse, token: &str, change: Value) -> (StatusCode, Value) {
    let request = Request::patch("/api/v1/stations/sanhe")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header("idempotency-key", "p1")
        .body(Body::from(change.to_string()));
    let (status, body) = ask(town, request.expect("a request")).await;
    (status, serde_json::from_str(&body).unwrap_or(Value::Null))
}

#[tokio::test]
async fn stations_are_listed_in_pages_and_by_area() {
    for town in towns() {
        let (_, all) = read(&town, "/stations").await;
        assert_eq!((all["stations"][0]["slug"].as_str(), &all["next"]), (Some("sanhe"), &Value::Null));
        assert_eq!(read(&town, "/stations?division=6302").await.1["stations"].as_array().map(Vec::len), Some(1));
        assert_eq!(read(&town, "/stations?division=11").await.1["stations"], json!([]));
        assert_eq!(read(&town, "/stations?after=63020310201").await.1["stations"], json!([]));
        for wrong in ["limit=0", "limit=501", "division=1", "after=-1", "limit=x"] {
            assert_eq!(read(&town, &format!("/stations?{wrong}")).await.0, StatusCode::BAD_REQUEST, "{wrong}");
        }
    }
}

#[tokio::test]
async fn a_station_comes_with_its_owners_and_its_hours_on_a_day() {
    for town in towns() {
        let (_, station) = read(&town, "/stations/sanhe").await;
        assert_eq!(station["owners"][0]["name_en"], "Community Centre");
        assert_eq!(station["division"]["province"], "青海省");
        let (_, day) = read(&town, "/stations/sanhe/opening?on=2026-10-01").await;
        assert_eq!((&day["day"], &day["provisional"]), (&json!("holiday"), &json!(false)));
        assert_eq!(day["spans"][0]["until"], "2026-10-01T22:00:00");
        assert_eq!(read(&town, "/stations/sanhe/opening").await.1["on"], "2026-06-27");
        assert_eq!(read(&town, "/stations/sanhe/opening?on=tomorrow").await.0, StatusCode::BAD_REQUEST);
        assert_eq!(read(&town, "/stations/nowhere").await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn divisions_are_found_by_code_and_by_name() {
    for town in towns() {
        let (_, found) = read(&town, "/divisions?prefix=630203").await;
        assert_eq!(found["divisions"].as_array().map(Vec::len), Some(3));
        let (_, found) = read(&town, "/divisions?name=%E9%AA%86%E9%A9%BC").await;
        assert_eq!(found["divisions"][0]["code"], 630_203_102_201_i64);
        assert_eq!(read(&town, "/divisions?prefix=1").await.0, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn a_manager_changes_what_is_named_and_nothing_else() {
    for town in towns() {
        let clerk = works_here(&town, "clerk", Role::Clerk);
        assert_eq!(patch(&town, "nobody", json!({})).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(patch(&town, &clerk, json!({})).await.0, StatusCode::NOT_FOUND);
        let manager = works_here(&town, "manager", Role::Manager);
        let (status, wrong) = patch(&town, &manager, json!({ "hours": "22:00+", "zone": "Mars" })).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong["fields"]["hours"].is_string() && wrong["fields"]["zone"].is_string(), "{wrong}");
        let (status, changed) = patch(&town, &manager, json!({ "hours": "Mo-Su 07:00-21:00", "phone": "" })).await;
        assert_eq!(
            (status, &changed["hours"], &changed["phone"]),
            (StatusCode::OK, &json!("Mo-Su 07:00-21:00"), &Value::Null)
        );
        assert_eq!(changed["name_zh"], "三合镇共享驿站");
        let again = patch(&town, &manager, json!({ "hours": "Mo-Su 09:00-21:00" })).await;
        assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY, "the same key with another request");
        assert_eq!(patch(&town, &manager, json!({ "colour": "red" })).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
