use axum::http::StatusCode;
use serde_json::{Value, json};

use super::all;
use crate::desk::tests::town::{API, call, get};

#[tokio::test]
async fn a_program_keeps_the_roster_and_reads_who_is_there() {
    for d in all().await {
        let me = d.clerk(1).await.to_string();
        let shift = json!({ "on": "2026-06-24", "from": "08:30", "until": "12:00", "who": { "staff": me } });
        let added = call(&d.town, &d.clerk, ("POST", "/duty-posts/1/shifts"), shift.clone()).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let id = added.json()["id"].as_str().unwrap().to_owned();
        let again = call(&d.town, &d.clerk, ("POST", "/duty-posts/1/shifts"), shift).await;
        assert_eq!(again.json()["id"], id.as_str(), "the same key does one thing");
        let now = get(&d.town, "", &format!("{API}/duty")).await.json();
        assert_eq!(now["posts"][0]["here"][0]["surname"], "祁");
        assert_eq!((&now["posts"][1]["missing"], &now["posts"][1]["next_at"]), (&json!(true), &Value::Null));
        let week = get(&d.town, &d.clerk, &format!("{API}/duty-posts/1/shifts?on=2026-06-24")).await.json();
        let today = &week["days"][2];
        assert_eq!((&today["promised_minutes"], &today["covered_minutes"]), (&json!(450), &json!(210)));
        assert_eq!(today["gaps"][0]["from"], "2026-06-24T14:00:00+08:00");
        let who = json!({ "volunteer": "王大爷" });
        let over = call(&d.town, &d.clerk, ("POST", &format!("/duty-shifts/{id}/handover")), who).await;
        assert_eq!(over.status, StatusCode::OK, "{}", over.body);
        let new = over.json()["id"].as_str().unwrap().to_owned();
        let gone = call(&d.town, &d.clerk, ("DELETE", &format!("/duty-shifts/{new}")), json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let copied = call(&d.town, &d.clerk, ("POST", "/duty-posts/1/copies"), json!({ "on": "2026-07-01" })).await;
        assert_eq!(copied.json()["shifts"], 1);
        let odd = call(
            &d.town,
            &d.clerk,
            ("POST", "/duty-posts/1/shifts"),
            json!({ "on": "24.6.", "from": "8", "until": "9", "who": {} }),
        );
        let odd = odd.await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(["on", "from", "until", "staff"].iter().all(|f| odd.json()["fields"][f].is_string()), "{}", odd.body);
        assert_eq!(get(&d.town, &d.clerk, &format!("{API}/duty-posts")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_program_of_a_manager_writes_posts() {
    for d in all().await {
        let new = json!({ "name": { "zh": "食堂岗" }, "hours": "Mo-Fr 11:30-13:00" });
        let added = call(&d.town, &d.manager, ("POST", "/duty-posts"), new).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let (id, mut edit) = (added.json()["id"].clone(), added.json()["written"].clone());
        edit["retired"] = json!(true);
        let left = call(&d.town, &d.manager, ("PUT", &format!("/duty-posts/{id}")), edit).await;
        assert_eq!(left.json().as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_program_is_refused_another_day_without_a_promise() {
    for d in all().await {
        let new = json!({ "what": "路灯谁管？", "phone": "13800005521", "days": 1 });
        let asked = call(&d.town, &d.clerk, ("POST", "/first-asked"), new).await;
        assert_eq!(asked.status, StatusCode::CREATED, "{}", asked.body);
        assert_eq!(asked.json()["due_on"], "2026-06-25");
        let steps = format!("/first-asked/{}/steps", asked.json()["id"].as_str().unwrap());
        let no = call(&d.town, &d.clerk, ("POST", &steps), json!({ "press": "another-day" })).await;
        assert_eq!((no.status, &no.json()["type"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("/problems/no-promise")));
        let with = d.clerk(2).await.to_string();
        let promise = json!({ "press": "another-day", "at": "2026-06-24T14:00", "staff": with });
        let promised = call(&d.town, &d.clerk, ("POST", &steps), promise).await.json();
        assert_eq!(
            (&promised["state"], &promised["promised_at"]),
            (&json!("promised"), &json!("2026-06-24T14:00:00+08:00"))
        );
        let answered =
            call(&d.town, &d.clerk, ("POST", &steps), json!({ "press": "answer", "words": "村里管。" })).await.json();
        assert_eq!((&answered["state"], &answered["ending"]), (&json!("closed"), &json!("told")));
        let list = get(&d.town, &d.other, &format!("{API}/first-asked")).await.json();
        assert_eq!((list["open"].as_array().unwrap().len(), list["closed"].as_array().unwrap().len()), (0, 1));
        assert_eq!(get(&d.town, "nobody", &format!("{API}/first-asked")).await.status, StatusCode::UNAUTHORIZED);
    }
}
