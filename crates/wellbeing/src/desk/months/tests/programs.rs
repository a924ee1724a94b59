//! The same for programs.
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::CALLS;
use crate::tests::towns;

#[tokio::test]
async fn programs_do_the_same_by_the_same_rules() {
    for town in towns().await {
        let me = &town.manager;
        let bare = town.get(Some(me), CALLS).await.is(StatusCode::OK).json();
        assert_eq!((&bare["months"], &bare["residents"]), (&json!([]), &json!([])));
        let new = json!({ "people": 4012, "source": "2025 年统计年报", "as_of": "2025-12-31" });
        let residents = format!("{CALLS}/residents");
        for _ in 0..2 {
            town.call(me, ("POST", &residents), "a", new.clone()).await.is(StatusCode::NO_CONTENT);
        }
        town.publishes_june().await;
        let desk = town.get(Some(me), CALLS).await.json();
        assert_eq!(desk["residents"], json!([new]));
        assert_eq!(desk["next"]["month"], "2026-07");
        let june = &desk["months"][0];
        assert_eq!((&june["month"], &june["revision"], &june["why"]), (&json!("2026-06"), &json!(1), &Value::Null));
        let wrong = json!({ "people": 0, "source": "", "as_of": "2026-12-31" });
        let wrong = town.call(me, ("POST", &residents), "b", wrong).await;
        let fields = wrong.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"].clone();
        assert!(["people", "source", "as_of"].iter().all(|field| fields[field].is_string()), "{fields}");
        town.call(&town.clerk, ("POST", &residents), "c", new).await.is(StatusCode::NOT_FOUND);
        town.get(None, CALLS).await.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn programs_look_at_a_correction_before_they_publish_it() {
    for town in towns().await {
        let (me, june) = (&town.manager, format!("{CALLS}/2026-06/correction"));
        town.get(Some(me), &june).await.is(StatusCode::CONFLICT);
        town.publishes_june().await;
        let same = town.get(Some(me), &june).await.is(StatusCode::OK).json();
        assert_eq!(same["figures"], json!([]));
        town.uses_it_ten_times(12).await;
        let seen = town.get(Some(me), &june).await.json();
        let used =
            seen["figures"].as_array().expect("figures").iter().find(|f| f["indicator"] == "used" && f["part"] == "");
        let used = used.expect("rooms were used longer");
        assert_eq!((&used["was"]["low"], &used["is"]["low"]), (&json!(0.3), &json!(0.5)));
        let late = json!({ "why": "补录了一天", "seen": same["seen"] });
        let refused = town.call(me, ("POST", &june), "k", late).await;
        assert_eq!(refused.is(StatusCode::CONFLICT).json()["type"], "/problems/month-changed-since");
        let asked = json!({ "why": "补录了一天", "seen": seen["seen"] });
        for _ in 0..2 {
            let done = town.call(me, ("POST", &june), "k", asked.clone()).await.is(StatusCode::CREATED).json();
            assert_eq!(done, json!({ "month": "2026-06", "revision": 2 }));
        }
        let desk = town.get(Some(me), CALLS).await.json();
        assert_eq!((&desk["months"][0]["revision"], &desk["months"][0]["why"]), (&json!(2), &json!("补录了一天")));
        let why = json!({ "why": "", "seen": seen["seen"] });
        let short = town.call(me, ("POST", &june), "s", why).await;
        assert!(short.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["why"].is_string());
        for odd in ["2026-W23", "june"] {
            town.get(Some(me), &format!("{CALLS}/{odd}/correction")).await.is(StatusCode::NOT_FOUND);
        }
    }
}
