//! A manager gives keys and takes them back, on the page and through the API.
use axum::http::{StatusCode, header};

use super::*;
use crate::rules::{MOST_LIVE, NoPartner};
use kernel::refusal::Not;

impl Open {
    async fn desk(&self, path: &str, sent: Option<&[(&str, &str)]>) -> Answer {
        let request = match sent {
            Some(_) => Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
            None => Request::get(path),
        };
        let request = request.header(header::COOKIE, format!("session={}", self.manager.token));
        self.ask(request.body(Body::from(sent.map(form).unwrap_or_default())).expect("a request")).await
    }

    async fn api(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let request = Request::builder().method(method).uri(format!("/api/v1/stations/sanhe{path}"));
        let request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.manager.token));
        let request = request.header(header::CONTENT_TYPE, "application/json").header("idempotency-key", "k");
        self.ask(request.body(Body::from(body.map(|b| b.to_string()).unwrap_or_default())).expect("a request")).await
    }
}

/// The key that a page shows.
fn shown_key(page: &str) -> Option<&str> {
    page.split("<code>")
        .skip(1)
        .filter_map(|rest| rest.split("</code>").next())
        .find(|text| text.len() == 32 && !text.contains('/'))
}

#[tokio::test]
async fn a_key_is_shown_once_and_works_until_it_is_withdrawn() {
    for town in opened().await {
        let page = "/s/sanhe/desk/partners";
        assert!(town.desk(page, None).await.body.contains("还没有给谁发过密钥"));
        let wrong = town.desk(page, Some(&[("name", "热线 13800000001"), ("once", "1")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("value=\"热线 13800000001\""), "what was typed stays");
        let sent = [("name", "平安区12345热线"), ("once", "2")];
        let made = town.desk(page, Some(&sent)).await;
        let key = shown_key(&made.body).unwrap_or_else(|| panic!("no key in {}", made.body)).to_owned();
        let again = town.desk(page, Some(&sent)).await;
        assert_eq!(shown_key(&again.body), Some(key.as_str()), "two taps are one key");
        let list = town.desk(page, None).await.body;
        assert!(shown_key(&list).is_none() && list.contains(&key[28..]), "only its end");
        assert_eq!(list.matches("/withdrawal").count(), 1);
        let report =
            [("api_key", key.as_str()), ("service_code", "roads"), ("address_id", "7"), ("description", "路灯不亮")];
        assert_eq!(town.send(&report, None).await.status, StatusCode::OK);
        let path = list.split('"').find(|part| part.ends_with("/withdrawal")).expect("a way to withdraw it").to_owned();
        for _ in 0..2 {
            assert_eq!(town.desk(&path, Some(&[])).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(town.send(&report, None).await.status, StatusCode::FORBIDDEN);
        assert!(town.desk(page, None).await.body.contains("已停用"));
        let nobody = town.get(page).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        let station = town.station.id;
        let events = town.house.db.read(move |c| kernel::event::since(c, station, 0, 100)).await.expect("events");
        let kinds: Vec<&str> = events.iter().map(|e| e.kind.as_str()).filter(|k| k.starts_with("open.")).collect();
        assert_eq!(kinds, ["open.key-issued", "open.key-withdrawn"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn programs_do_the_same() {
    for town in opened().await {
        let new = serde_json::json!({ "name": "数字乡村平台" });
        let made = town.api("POST", "/partners", Some(new.clone())).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        assert_eq!(town.api("POST", "/partners", Some(new)).await.body, made.body, "sent again");
        let all = town.api("GET", "/partners", None).await.json();
        assert_eq!((all.as_array().map(Vec::len), &all[0]["withdrawn_at"]), (Some(1), &Value::Null));
        assert!(made.json()["key"].as_str().expect("a key").ends_with(all[0]["key_end"].as_str().expect("an end")));
        let path = format!("/partners/{}", all[0]["id"].as_str().expect("an id"));
        assert_eq!(town.api("DELETE", &path, None).await.status, StatusCode::NO_CONTENT);
        assert!(town.api("GET", "/partners", None).await.json()[0]["withdrawn_at"].is_string());
        let odd = town.api("DELETE", "/partners/0197a000-0000-7000-8000-000000000000", None).await;
        assert_eq!(odd.status, StatusCode::NOT_FOUND);
        let empty = town.api("POST", "/partners", Some(serde_json::json!({ "name": " " }))).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        town.sound().await;
    }
}

#[tokio::test]
async fn there_are_not_more_keys_than_somebody_looks_after() {
    for town in opened().await {
        let mut first = None;
        for n in 0..MOST_LIVE {
            let issued = town.key(&format!("平台{n}")).await;
            first.get_or_insert(issued.id);
        }
        let another = acts::issue(&town.house, &town.station, "再一个".into(), (town.manager.staff.id, None)).await;
        assert!(matches!(another, Err(Not::Refused(NoPartner::TooMany))), "{another:?}");
        let first = first.expect("the first");
        acts::withdraw(&town.house, &town.station, first, town.manager.staff.id).await.expect("withdrawn");
        town.key("再一个").await;
        town.sound().await;
    }
}
