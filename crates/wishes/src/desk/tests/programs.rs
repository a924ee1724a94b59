//! The same for programs: every act that a page has.
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::CALLS;
use crate::public::tests::{Answer, Town, Worker, towns};

fn new() -> Value {
    json!({ "kind": "warm", "item": "保暖鞋，42 码", "band": "to-100", "village": 630_203_102_201_i64, "name": "冶秀英",
        "phone": "13912345678", "consent": "witness", "consented": true })
}

impl Town {
    async fn does(&self, who: &Worker, (method, below): (&str, &str), body: Value) -> Answer {
        let key = self.house.new_id().to_string();
        self.call(Some(&who.known), (method, &format!("{CALLS}{below}")), &key, body).await
    }
}

#[tokio::test]
async fn a_program_sees_a_wish_through() {
    for town in towns().await {
        let (me, li, ma) = (&town.coordinator, &town.li, &town.ma);
        let call = async |who, below: &str, body| {
            let done = town.does(who, ("POST", below), body).await;
            done.is(StatusCode::NO_CONTENT);
        };
        let made = town.call(Some(&me.known), ("POST", CALLS), "k", new()).await;
        made.is(StatusCode::CREATED);
        assert_eq!(town.call(Some(&me.known), ("POST", CALLS), "k", new()).await.json(), made.json());
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let code = made.json()["code"].as_str().unwrap().to_owned();
        let rewrite = json!({ "version": 1, "kind": "warm", "item": "保暖鞋，43 码", "band": "to-100" });
        town.does(me, ("PUT", &format!("/{id}")), rewrite).await.is(StatusCode::NO_CONTENT);
        call(me, &format!("/{id}/second-look"), json!({ "version": 2 })).await;
        let no = json!({ "version": 2, "yes": false, "why": "太细" });
        call(li, &format!("/{id}/reviews"), no).await;
        call(me, &format!("/{id}/appeals"), json!({ "why": "不细" })).await;
        let whole = town.get(Some(&ma.known), &format!("{CALLS}/{id}")).await.json();
        assert_eq!((&whole["state"], &whole["looks"][0]["why"]), (&json!("refused"), &json!("太细")), "{whole}");
        assert_eq!((&whole["may"][0], &whole["person"]["known"]), (&json!("decide-appeal"), &Value::Null));
        let appeal = whole["appeals"][0]["id"].as_str().unwrap().to_owned();
        let decided = json!({ "upheld": false, "words": "可以" });
        call(ma, &format!("/appeals/{appeal}/decision"), decided).await;
        for who in [li, ma] {
            call(who, &format!("/{id}/reviews"), json!({ "version": 3, "yes": true })).await;
        }
        let lines = town.get(Some(&me.known), CALLS).await.json();
        assert_eq!((&lines["wishes"][0]["state"], &lines["wishes"][0]["yes"]), (&json!("open"), &json!(2)), "{lines}");
        call(li, &format!("/{id}/claims"), json!({ "name": "马师傅" })).await;
        let whole = town.get(Some(&me.known), &format!("{CALLS}/{id}")).await.json();
        let claim = whole["claim"]["id"].as_str().unwrap().to_owned();
        town.does(li, ("DELETE", &format!("/claims/{claim}")), json!({})).await.is(StatusCode::NO_CONTENT);
        call(li, &format!("/{id}/claims"), json!({ "name": "马师傅", "phone": "13900001234" })).await;
        call(me, &format!("/{id}/contact"), json!({})).await;
        call(li, &format!("/{id}/delivery"), json!({ "place": "2 号柜" })).await;
        call(li, &format!("/{id}/told"), json!({ "answer": "told" })).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = town.does(li, ("POST", &format!("/{id}/handover")), json!({ "code": wrong })).await;
        refused.is(StatusCode::CONFLICT);
        assert_eq!(refused.json()["type"], "/problems/wish-wrong-code");
        let fresh = town.does(me, ("POST", &format!("/{id}/code")), json!({})).await;
        fresh.is(StatusCode::OK);
        call(li, &format!("/{id}/handover"), json!({ "code": fresh.json()["code"] })).await;
        let whole = town.get(Some(&me.known), &format!("{CALLS}/{id}")).await.json();
        assert_eq!(whole["state"], "fulfilled", "{whole}");
        town.does(li, ("DELETE", &format!("/{id}")), json!({})).await.is(StatusCode::NO_CONTENT);
        town.get(Some(&me.known), &format!("{CALLS}/{id}")).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_cannot_be_is_a_problem_with_its_fields() {
    let town = towns().await.swap_remove(0);
    let me = &town.coordinator;
    let with = |field: &str, value: Value| {
        let mut body = new();
        body[field] = value;
        body
    };
    for (field, value) in [
        ("item", json!("三合小学的书包")),
        ("item", json!("鞋")),
        ("item", json!("保\u{0}暖鞋")),
        ("item", json!("保\u{202e}暖鞋")),
        ("item", json!("长".repeat(41))),
        ("name", json!(" ")),
        ("name", json!("秀\u{0}英")),
        ("phone", json!("12")),
        ("village", json!(1)),
        ("consented", json!(false)),
    ] {
        let wrong = town.does(me, ("POST", ""), with(field, value.clone())).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.json()["fields"][field].is_string(), "{field} {value}: {}", wrong.body);
    }
    let minor = town.does(me, ("POST", ""), with("minor", json!(true))).await;
    assert!(minor.json()["fields"]["guardian"].is_string(), "{}", minor.body);
    for (field, value) in [("kind", json!("ill")), ("band", json!("to-900")), ("age", json!(70))] {
        let odd = town.does(me, ("POST", ""), with(field, value)).await;
        assert!(odd.status.is_client_error(), "{field}: {}", odd.body);
    }
    let made = town.does(me, ("POST", ""), new()).await.json();
    let id = made["id"].as_str().unwrap();
    for (below, body, field) in [
        ("reviews", json!({ "version": 1, "yes": false }), "why"),
        ("appeals", json!({ "why": "\u{0}" }), "why"),
        ("claims", json!({ "name": "", "phone": "1" }), "name"),
        ("delivery", json!({ "place": "长".repeat(41) }), "place"),
        ("handover", json!({ "code": "12345x" }), "code"),
        ("referral", json!({ "to": "" }), "to"),
    ] {
        let wrong = town.does(&town.li, ("POST", &format!("/{id}/{below}")), body).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.json()["fields"][field].is_string(), "{below}: {}", wrong.body);
    }
    // One wish of a person at a time, by the number.
    town.does(me, ("POST", ""), new()).await.is(StatusCode::CONFLICT);
    let early = town.does(&town.li, ("POST", &format!("/{id}/delivery")), json!({ "place": "2 号柜" })).await;
    early.is(StatusCode::CONFLICT);
    let early = town.does(me, ("POST", &format!("/{id}/referral")), json!({ "to": "镇民政办" })).await;
    early.is(StatusCode::CONFLICT);
}
