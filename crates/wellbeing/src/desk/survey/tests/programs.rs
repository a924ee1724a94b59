//! The same for programs.
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::CALLS;
use crate::testing::homes;
use crate::tests::towns;

fn new() -> Value {
    json!({
        "opens_on": "2026-06-27", "closes_on": "2026-07-11", "wanted": 60, "source": "2025 年统计年报",
        "bands": [{ "band": "18–59 岁", "population": 3000 }, { "band": "60 岁以上", "population": 1000 }],
    })
}

fn list(n: usize) -> Value {
    json!({ "households": homes(n) })
}

#[tokio::test]
async fn programs_see_a_survey_through_by_the_same_rules() {
    for town in towns().await {
        let me = &town.manager;
        assert_eq!(town.get(Some(me), CALLS).await.json(), json!({ "running": null, "over": [] }));
        let made = town.call(me, ("POST", CALLS), "m", new()).await.is(StatusCode::CREATED).json();
        assert_eq!(town.call(me, ("POST", CALLS), "m", new()).await.json(), made);
        let one = format!("{CALLS}/{}", made["id"].as_str().expect("an id"));
        let (lists, draw, print) = (format!("{one}/list"), format!("{one}/draw"), format!("{one}/ballots"));
        let few = town.call(me, ("PUT", &lists), "f", list(29)).await;
        assert_eq!(few.is(StatusCode::UNPROCESSABLE_ENTITY).json()["type"], "/problems/survey-few-households");
        town.call(me, ("PUT", &lists), "l", list(90)).await.is(StatusCode::NO_CONTENT);
        for _ in 0..2 {
            town.call(me, ("POST", &draw), "d", Value::Null).await.is(StatusCode::NO_CONTENT);
        }
        let sheet = town.get(Some(me), &draw).await;
        assert!(crate::rules::households::verify(&sheet.body).is_ok_and(|found| found.differs.is_empty()));
        let visits = town.get(Some(me), &format!("{one}/households")).await.json();
        assert_eq!(visits.as_array().map(Vec::len), Some(60));
        assert!(visits[0]["line"].is_u64() && visits[0]["village"].is_string());

        let printed = town.call(me, ("POST", &print), "p", json!({ "n": 40 })).await.is(StatusCode::CREATED).json();
        let again = town.call(me, ("POST", &print), "p", json!({ "n": 40 })).await;
        assert_eq!(again.is(StatusCode::CONFLICT).json()["type"], "/problems/survey-shown-once");
        let many = town.call(me, ("POST", &print), "q", json!({ "n": 501 })).await;
        assert!(many.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["n"].is_string());
        let code = &printed["codes"][0];
        let answer = json!({ "code": code, "score": 7, "band": 1, "mode": "interviewer" });
        for _ in 0..2 {
            town.call(&town.clerk, ("POST", &format!("{CALLS}/answers")), "a", answer.clone())
                .await
                .is(StatusCode::NO_CONTENT);
        }
        let back = town.call(me, ("POST", &format!("{one}/taken-back")), "b", Value::Null).await;
        assert_eq!(back.is(StatusCode::OK).json(), json!({ "n": 39 }));
        town.call(me, ("PUT", &format!("{one}/empty")), "e", json!({ "n": 4 })).await.is(StatusCode::NO_CONTENT);
        let far = town.get(Some(me), &one).await.json();
        let counts = ["asked", "answered", "unspent", "can_print"].map(|name| far[name].as_u64());
        assert_eq!(counts, [56, 0, 1, 55].map(Some), "{far}");
        assert_eq!((&far["survey"]["state"], &far["result"]), (&json!("open"), &Value::Null));
        town.later(15).await;
        let over = town.get(Some(me), &one).await.json();
        assert_eq!((&over["survey"]["state"], &over["result"]["answered"]), (&json!("closed"), &json!(1)));
        assert_eq!(town.get(Some(me), CALLS).await.json()["over"].as_array().map(Vec::len), Some(1));
        town.sound().await;
    }
}

#[tokio::test]
async fn programs_of_clerks_and_odd_requests_are_refused() {
    for town in towns().await {
        let one = format!("{CALLS}/{}", town.draws().await);
        let clerk = &town.clerk;
        town.get(Some(clerk), CALLS).await.is(StatusCode::OK);
        town.get(None, CALLS).await.is(StatusCode::UNAUTHORIZED);
        town.get(Some(clerk), &format!("{one}/households")).await.is(StatusCode::NOT_FOUND);
        town.call(clerk, ("POST", CALLS), "a", new()).await.is(StatusCode::NOT_FOUND);
        town.call(clerk, ("PUT", &format!("{one}/list")), "b", list(60)).await.is(StatusCode::NOT_FOUND);
        town.call(clerk, ("POST", &format!("{one}/ballots")), "c", json!({ "n": 1 })).await.is(StatusCode::NOT_FOUND);
        town.call(clerk, ("POST", &format!("{one}/taken-back")), "d", Value::Null).await.is(StatusCode::NOT_FOUND);
        let answers = format!("{CALLS}/answers");
        let odd = json!({ "code": "123", "score": 7, "band": 0, "mode": "paper" });
        let odd = town.call(clerk, ("POST", &answers), "", odd).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["code"].is_string());
        let by_phone = json!({ "code": "123", "score": 7, "band": 0, "mode": "phone" });
        let by_phone = town.call(clerk, ("POST", &answers), "", by_phone).await;
        assert!(by_phone.status.is_client_error(), "staff answer for nobody by phone");
    }
}
