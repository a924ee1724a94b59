use axum::http::StatusCode;
use people::Role;
use serde_json::json;

use super::town::{API, call, get, works_here};
use crate::tests::towns;

#[tokio::test]
async fn a_program_calls_serves_and_finishes() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let new = json!({ "matters": [1], "on_site": true, "name": "罗大爷", "priority": "elderly" });
        let drawn = call(&town, &clerk, ("POST", "/desk/tickets"), new).await;
        assert_eq!(drawn.status, StatusCode::CREATED, "{}", drawn.body);
        assert_eq!(drawn.json()["number"], "A001");
        let board = get(&town, &clerk, &format!("{API}/desk/board")).await.json();
        assert_eq!((&board["desk"], &board["next"][0]["why"]), (&json!(1), &json!("priority")));
        let called = call(&town, &clerk, ("POST", "/desks/1/calls"), json!({})).await.json();
        let id = called["called"].as_str().expect("somebody is called").to_owned();
        let steps = format!("/tickets/{id}/steps");
        let stale = call(&town, &clerk, ("POST", &steps), json!({ "press": "serve", "version": 1 })).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let fresh = stale.json();
        assert_eq!((&fresh["type"], &fresh["ticket"]["version"]), (&json!("/problems/ticket-changed"), &json!(2)));
        let served = call(&town, &clerk, ("POST", &steps), json!({ "press": "serve", "version": 2 })).await.json();
        assert_eq!((&served["state"], &served["version"]), (&json!("serving"), &json!(3)));
        let undone = call(&town, &clerk, ("POST", &format!("/tickets/{id}/undo")), json!({})).await.json();
        assert_eq!(undone["state"], "called");
        let odd = call(&town, &clerk, ("POST", &steps), json!({ "press": "transfer", "version": 4 })).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.json()["fields"]["line"].is_string(), "{}", odd.body);
    }
}

#[tokio::test]
async fn a_program_says_where_an_official_is() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let path = "/officials/1/presence";
        let trip = json!({ "state": "field", "back": "2026-06-24T15:00:00+08:00" });
        let said = call(&town, &clerk, ("PUT", path), trip).await.json();
        assert_eq!((&said["is_in"], &said["back"]), (&json!(false), &json!("2026-06-24T15:00:00")));
        let village = json!({ "state": "field", "village": 999 });
        let odd = call(&town, &clerk, ("PUT", path), village).await;
        assert!(odd.json()["fields"]["village"].is_string(), "{}", odd.body);
        let past = call(&town, &clerk, ("PUT", path), json!({ "state": "off", "back": "2026-06-24T08:00" })).await;
        assert_eq!(past.json()["type"], "/problems/undeclarable");
        let nobody = call(&town, &clerk, ("PUT", "/officials/99/presence"), json!({ "state": "desk" })).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_program_of_a_manager_writes_matters_officials_and_desks() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk, None), works_here(&town, Role::Manager, Some(2)));
        let new = json!({ "slug": "low-income", "name": { "zh": "低保" }, "line": 1, "minutes": 15 });
        assert_eq!(call(&town, &clerk, ("POST", "/desk/matters"), new.clone()).await.status, StatusCode::NOT_FOUND);
        let added = call(&town, &manager, ("POST", "/desk/matters"), new).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let mut added = added.json();
        let (id, mut edit) = (added["id"].take(), added["written"].take());
        edit["papers"] = json!([{ "kind": "looked-up", "name": { "zh": "户口本" } }]);
        let path = format!("/desk/matters/{id}");
        let kept = call(&town, &manager, ("PUT", &path), edit.clone()).await;
        assert_eq!(kept.json()["version"], 2, "{}", kept.body);
        edit["minutes"] = json!(20);
        let late = call(&town, &manager, ("PUT", &path), edit).await;
        assert_eq!(late.json()["type"], "/problems/changed-meanwhile");
        let desk = call(&town, &manager, ("PUT", "/desks/1"), json!({ "lines": [2] })).await.json();
        assert_eq!(desk["lines"], json!([2]));
        let odd = call(&town, &manager, ("PUT", "/desks/1"), json!({ "lines": [7] })).await;
        assert_eq!(odd.json()["type"], "/problems/no-such-line");
        let official = json!({ "name": "新人", "phone": "13800000008" });
        let added = call(&town, &manager, ("POST", "/desk/officials"), official).await.json();
        assert_eq!((&added["id"], &added["texts"]), (&json!(9), &json!(true)));
        assert_eq!(added["written"]["phone"], json!(null), "of the number only a hash is kept");
        let hit = get(&town, &manager, &format!("{API}/day/closing")).await.json();
        assert_eq!(hit["tickets"], 0);
    }
}
