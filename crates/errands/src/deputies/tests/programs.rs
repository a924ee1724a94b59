use axum::http::StatusCode;
use people::Role;
use serde_json::json;

use super::{all, slot};
use crate::desk::tests::town::{API, call, get, works_here};

#[tokio::test]
async fn a_program_announces_takes_routes_and_is_refused() {
    for h in all().await {
        let new = json!({ "deputy": 2, "on": "2026-06-26", "from": "09:00", "until": "10:00", "minutes": 20, "place": { "zh": "联络室" } });
        let late = call(&h.town, &h.clerk, ("POST", "/desk/reception-days"), new.clone()).await;
        assert_eq!(late.json()["type"], "/problems/announced-too-late");
        let mut new = new;
        new["on"] = json!("2026-06-27");
        let day = call(&h.town, &h.clerk, ("POST", "/desk/reception-days"), new).await;
        assert_eq!(day.status, StatusCode::CREATED, "{}", day.body);
        let id = day.json()["id"].as_str().unwrap().to_owned();
        let days = get(&h.town, "", &format!("{API}/reception-days")).await.json();
        assert_eq!(days["days"][0]["free"][1], "2026-06-27T09:20:00+08:00");
        let taken = call(
            &h.town,
            "",
            ("POST", &format!("/reception-days/{id}/slots")),
            json!({ "at": days["days"][0]["free"][1] }),
        )
        .await;
        assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.body);
        let visit = taken.json()["id"].as_str().unwrap().to_owned();
        let other =
            call(&h.town, "", ("POST", &format!("/reception-days/{id}/slots")), json!({ "at": slot(20).to_string() }))
                .await;
        assert_eq!(other.json()["type"], "/problems/slot-taken");
        h.town.house.set_clock(slot(20));
        let (clerk, deputy) = (h.sign_in(1).await, h.sign_in(2).await);
        let steps = format!("/desk/receptions/{visit}/steps");
        let press = |body| call(&h.town, &clerk, ("POST", &steps), body);
        let said = press(json!({ "press": "register", "words": "路灯坏了。", "category": "roads-water-power" })).await;
        assert_eq!(said.json()["state"], "registered", "{}", said.body);
        press(json!({ "press": "route", "office": 2, "days": 3 })).await;
        let answered = press(json!({ "press": "answer", "words": "下周来修。" })).await;
        assert_eq!(answered.json()["state"], "answered", "{}", answered.body);
        let no = call(&h.town, &deputy, ("POST", &steps), json!({ "press": "close" })).await;
        assert_eq!((no.status, &no.json()["type"]), (StatusCode::CONFLICT, &json!("/problems/deputies-do-not-close")));
        let not = call(&h.town, &deputy, ("POST", &steps), json!({ "press": "not-settled", "words": "没修。" })).await;
        assert_eq!((&not.json()["state"], &not.json()["reopened"]), (&json!("routed"), &json!(true)));
        let mine = get(&h.town, "", &format!("{API}/receptions/{visit}")).await.json();
        assert_eq!((&mine["state"], &mine["log"][3]["words"]), (&json!("routed"), &json!("下周来修。")));
        assert!(mine["log"][3].get("by").is_none(), "who of staff pressed is not told");
        let list = get(&h.town, &clerk, &format!("{API}/desk/receptions")).await.json();
        assert_eq!(list["open"][0]["category"], "roads-water-power");
        let all = get(&h.town, &clerk, &format!("{API}/desk/reception-days/{id}/receptions")).await.json();
        assert_eq!(all.as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_program_of_a_manager_writes_deputies() {
    for h in all().await {
        let manager = works_here(&h.town, Role::Manager, Some(4));
        let login = h.staff(2).await.id;
        let taken = json!({ "name": "新代表", "staff": login });
        let taken = call(&h.town, &manager, ("POST", "/deputies"), taken).await;
        assert_eq!(taken.json()["type"], "/problems/login-taken", "{}", taken.body);
        let added = call(&h.town, &manager, ("POST", "/deputies"), json!({ "name": "新代表" })).await;
        let mut edit = added.json()[2]["written"].clone();
        edit["retired"] = json!(true);
        let left = call(&h.town, &manager, ("PUT", "/deputies/3"), edit).await;
        assert_eq!(left.json().as_array().unwrap().len(), 2, "{}", left.body);
        assert_eq!(get(&h.town, &h.clerk, &format!("{API}/deputies")).await.status, StatusCode::NOT_FOUND);
        let gone = call(&h.town, &manager, ("PUT", "/deputies/99"), json!({ "name": "谁" })).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}
