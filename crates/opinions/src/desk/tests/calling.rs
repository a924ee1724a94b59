//! The same by calls: the same rules say yes and no.
use serde_json::json;

use super::*;
use crate::rules::State;

#[tokio::test]
async fn programs_do_what_the_pages_do() {
    for town in towns().await {
        let id = town.left("文化广场的路灯坏了三天").await;
        let one = format!("{CALLS}/{id}");
        let call =
            async |who: &Worker, below: &str, body| town.call(who, ("POST", &format!("{one}/{below}")), body).await;
        let early = call(&town.manager, "beginnings", json!({})).await;
        early.is(StatusCode::CONFLICT);
        assert_eq!(early.json()["type"], "/problems/opinion-not-yet");
        let category = town.category("roads").await;
        let screened = json!({ "category": category, "to": town.clerk.staff.id });
        call(&town.manager, "screening", screened).await.is(StatusCode::NO_CONTENT);
        call(&town.clerk, "beginnings", json!({})).await.is(StatusCode::NO_CONTENT);
        let empty = call(&town.clerk, "answers", json!({ "text": " " })).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.json()["fields"]["text"].is_string());
        call(&town.clerk, "questions", json!({ "text": "哪一盏？" })).await.is(StatusCode::NO_CONTENT);
        call(&town.clerk, "notes", json!({ "text": "已约电工" })).await.is(StatusCode::NO_CONTENT);
        call(&town.clerk, "answers", json!({ "text": "换了灯泡" })).await.is(StatusCode::NO_CONTENT);
        let case = town.get(&town.clerk, &one).await.json();
        assert_eq!((&case["state"], &case["assigned"]["name"]), (&json!("answered"), &json!(CLERK)));
        let steps: Vec<&str> = case["steps"].as_array().unwrap().iter().filter_map(|s| s["step"].as_str()).collect();
        assert_eq!(steps, ["received", "screened", "assigned", "working", "question", "note", "answered"]);
        let printed = call(&town.clerk, "prints", json!({})).await;
        assert_eq!(printed.is(StatusCode::OK).json()["text"], "文化广场的路灯坏了三天");
        assert_eq!(town.seen(id).await.state, State::Answered);
        let month = town.get(&town.manager, &format!("{CALLS}/month")).await.json();
        assert_eq!((&month["figures"]["received"], &month["figures"]["answered"]["value"]), (&json!(1), &json!(null)));
        let odd = town.get(&town.manager, &format!("{CALLS}/month?month=2027-01")).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_key_that_comes_again_does_one_thing_and_with_something_else_none() {
    for town in towns().await {
        let id = town.left("文化广场的路灯坏了三天").await;
        let path = format!("{CALLS}/{id}/notes");
        let send = async |text: &str| {
            let request =
                Request::post(&path).header(header::CONTENT_TYPE, "application/json").header("idempotency-key", "same");
            town.ask(&town.manager, request, json!({ "text": text }).to_string()).await
        };
        send("记一笔").await.is(StatusCode::NO_CONTENT);
        send("记一笔").await.is(StatusCode::NO_CONTENT);
        send("记两笔").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let case = town.get(&town.manager, &format!("{CALLS}/{id}")).await;
        assert_eq!(case.body.matches("记一笔").count(), 1);
        case.hushes("记两笔");
    }
}
