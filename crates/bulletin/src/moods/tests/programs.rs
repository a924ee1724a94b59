//! The JSON API: the same acts, the same rules.
use axum::http::header::RETRY_AFTER;
use serde_json::{Value, json};

use super::*;

impl Town {
    async fn call(&self, method: Method, path: &str, from: IpAddr, body: Value) -> (StatusCode, Value) {
        let response = self.called(method, path, from, body).await;
        let status = response.status();
        (status, serde_json::from_str(&text(response).await).unwrap_or_default())
    }

    async fn called(&self, method: Method, path: &str, from: IpAddr, body: Value) -> Response<Body> {
        let path = format!("/api/v1/stations/sanhe/notices/{path}");
        self.ask((method, &path), (from, ""), ("application/json", body.to_string())).await
    }
}

#[tokio::test]
async fn a_program_votes_changes_looks_and_takes_back() {
    for town in towns().await {
        let notice = town.notices[0];
        let (mood, moods) = (format!("{notice}/mood"), format!("{notice}/moods"));
        let vote = |n: u32, mood: &str| json!({ "device": phone(n).as_str(), "mood": mood });
        for n in 0..9 {
            let (status, said) = town.call(Method::PUT, &mood, from(n), vote(n, "happy")).await;
            assert_eq!((status, &said["chose"], &said["n"]), (StatusCode::OK, &json!("happy"), &Value::Null));
            assert_eq!(said["moods"], json!([]), "below ten nothing is told");
        }
        let (_, said) = town.call(Method::PUT, &mood, from(9), vote(9, "sad")).await;
        assert_eq!(
            (&said["n"], &said["moods"][0]["votes"], &said["moods"][1]["votes"]),
            (&json!(10), &json!(9), &json!(1))
        );
        let (_, said) = town.call(Method::PUT, &mood, from(9), vote(9, "like")).await;
        assert_eq!((&said["n"], &said["moods"][1]["votes"]), (&json!(10), &json!(0)));
        let (status, said) = town.call(Method::GET, &moods, from(1), Value::Null).await;
        assert_eq!((status, &said["open"], &said["n"]), (StatusCode::OK, &json!(true), &json!(10)));
        assert!(said.get("chose").is_none());
        let (low, share) = (said["moods"][0]["low"].as_f64().unwrap(), said["moods"][0]["share"].as_f64().unwrap());
        assert!((share - 0.9).abs() < 1e-9 && (low - 0.5958).abs() < 1e-3, "{low} {share}");
        let (_, said) = town.call(Method::GET, "moods?month=2026-11", from(1), Value::Null).await;
        assert_eq!((&said["month"], &said["rankings"][0]["mood"]), (&json!("2026-11"), &json!("happy")));
        assert_eq!(said["rankings"][0]["notices"][0]["id"], json!(notice));
        assert_eq!(said["rankings"][0]["notices"][0]["n"], json!(10));
        let gone = json!({ "device": phone(9).as_str() });
        for _ in 0..2 {
            let (status, said) = town.call(Method::DELETE, &mood, from(9), gone.clone()).await;
            assert_eq!((status, &said["n"]), (StatusCode::OK, &Value::Null));
        }
        assert_eq!(town.rows().await, 9);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_cannot_be_is_a_problem_document() {
    for town in towns().await {
        let mood = format!("{}/mood", town.notices[0]);
        let short = json!({ "device": "AAAA", "mood": "happy" });
        let (status, said) = town.call(Method::PUT, &mood, from(1), short).await;
        assert_eq!((status, &said["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("/problems/invalid-fields")));
        assert!(said["fields"]["device"].is_string(), "{said}");
        let odd = json!({ "device": phone(1).as_str(), "mood": "angry" });
        assert!(town.call(Method::PUT, &mood, from(1), odd).await.0.is_client_error());
        let nobody = json!({ "device": phone(1).as_str(), "mood": "happy" });
        let unknown = format!("{}/mood", id(77));
        assert_eq!(town.call(Method::PUT, &unknown, from(1), nobody.clone()).await.0, StatusCode::NOT_FOUND);
        let (status, said) = town.call(Method::GET, "moods?month=2026-13", from(1), Value::Null).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(said["fields"]["month"].is_string(), "{said}");
        assert_eq!(town.rows().await, 0);
        town.house.wait(crate::moods::rules::OPEN);
        let (status, said) = town.call(Method::PUT, &mood, from(1), nobody).await;
        assert_eq!((status, &said["type"]), (StatusCode::CONFLICT, &json!("/problems/moods-closed")));
    }
}

/// Pages and programs share one allowance.
#[tokio::test]
async fn a_program_is_told_when_to_come_again() {
    for town in towns().await {
        let mood = format!("{}/mood", town.notices[0]);
        let script: IpAddr = "203.0.113.9".parse().unwrap();
        for n in 0..60 {
            town.post(0, script, "", &format!("mood=sad&once=script-{n}")).await;
        }
        let vote = json!({ "device": phone(1).as_str(), "mood": "happy" });
        let refused = town.called(Method::PUT, &mood, script, vote).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(header(&refused, RETRY_AFTER).parse::<u64>().is_ok());
        assert_eq!(header(&refused, CONTENT_TYPE), "application/problem+json");
        assert!(text(refused).await.contains("/problems/moods-crowded"));
        assert_eq!(town.rows().await, 60);
    }
}
