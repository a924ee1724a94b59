//! The same for programs.
use axum::http::{StatusCode, header};
use serde_json::json;

use super::*;

#[tokio::test]
async fn programs_answer_and_tell_by_the_same_rules() {
    for square in squares().await {
        assert_eq!(square.looks(CALLS, "").await.json(), json!({ "now": null, "over": [] }));
        let (id, codes) = square.0.asks().await;
        let now = square.looks(CALLS, "").await.json();
        assert_eq!((&now["now"]["state"], &now["now"]["answered"]), (&json!("open"), &Value::Null), "{now}");
        assert_eq!(now["now"]["bands"], json!(["18–59 岁", "60 岁以上"]));
        let answers = format!("{CALLS}/answers");
        let answer = json!({ "code": codes[0].to_string(), "score": 7, "band": 1 });
        for _ in 0..2 {
            let done = square.calls(&answers, "k", answer.clone()).await;
            assert_eq!(done.is(StatusCode::NO_CONTENT).header(header::CACHE_CONTROL), "private, no-store");
        }
        let other = json!({ "code": codes[0].text(), "score": 8, "band": 1 });
        let other = square.calls(&answers, "another", other).await;
        assert_eq!(other.is(StatusCode::CONFLICT).json()["type"], "/problems/ballot-spent");
        let odd = square.calls(&answers, "", json!({ "code": "ABC", "score": 7, "band": 0 })).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["code"].is_string());
        let high = square.calls(&answers, "", json!({ "code": codes[1].text(), "score": 11, "band": 0 })).await;
        assert_eq!(high.is(StatusCode::UNPROCESSABLE_ENTITY).json()["type"], "/problems/survey-no-such-answer");
        let mode = json!({ "code": codes[1].text(), "score": 1, "band": 0, "mode": "kiosk" });
        assert!(square.calls(&answers, "", mode).await.status.is_client_error(), "a program is no kiosk");
        for _ in 0..2 {
            let tip = square.calls(&format!("{CALLS}/tips"), "t", json!({ "by_whom": "interviewer" })).await;
            tip.is(StatusCode::NO_CONTENT);
        }
        assert_eq!(square.0.dump_of("survey_tips").await.len(), 1);
        assert_eq!((square.0.answered(id).await, square.modes(id).await), (1, vec![(Mode::Phone, 1)]));
        square.keeps_no(&codes[0].text()).await;
    }
}

#[tokio::test]
async fn anybody_draws_the_households_again() {
    for square in squares().await {
        square.looks(&format!("{CALLS}/draw"), "").await.is(StatusCode::NOT_FOUND);
        square.looks(&format!("{SURVEY}/draw.json"), "").await.is(StatusCode::NOT_FOUND);
        let (id, _) = square.0.asks().await;
        let sheet = square.looks(&format!("{SURVEY}/draw.json"), "").await;
        assert_eq!(sheet.is(StatusCode::OK).header(header::CONTENT_TYPE), "application/json");
        let found = crate::rules::households::verify(&sheet.body).expect("a sheet");
        assert_eq!((found.differs, found.sheet.drawn.len()), (vec![], 60));
        sheet.hushes("骆驼堡村");
        assert_eq!(square.looks(&format!("{CALLS}/draw"), "").await.body, sheet.body);
        // When it is over, it is still there, by its name too.
        square.0.later(20).await;
        assert_eq!(square.looks(&format!("{CALLS}/draw"), "").await.body, sheet.body);
        assert_eq!(square.looks(&format!("{CALLS}/draw?survey={id}"), "").await.body, sheet.body);
        for odd in [String::new(), "x".to_owned(), square.0.house.new_id().to_string()] {
            square.looks(&format!("{CALLS}/draw?survey={odd}"), "").await.is(StatusCode::NOT_FOUND);
        }
    }
}
