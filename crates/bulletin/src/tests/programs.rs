//! The JSON API, through the router.
use data_encoding::BASE64;
use serde_json::json;

use super::*;
use crate::drawn;

#[tokio::test]
async fn a_program_writes_adds_a_photo_publishes_corrects_and_takes_down() {
    for town in towns().await {
        let (li, qi) = (&town.li, &town.qi);
        let notice = json!({ "section": "reviews", "title": "亲子阅读", "body": "来了**二十三**个孩子。" });
        let made = town.call(li, ("POST", "/desk/notices"), notice).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let made = made.json();
        assert_eq!((&made["stands"], &made["work"], &made["version"]), (&json!("not-yet"), &json!("draft"), &json!(1)));
        let path = format!("/desk/notices/{}", made["id"].as_str().unwrap());
        let file = BASE64.encode(&drawn::valley());
        let photo = json!({ "version": 1, "alt": "长桌", "file": file });
        let with = town.call(li, ("POST", &format!("{path}/photos")), photo).await;
        assert_eq!(with.status, StatusCode::CREATED, "{}", with.text());
        assert_eq!(with.json()["photos"][0]["alt"], "长桌");
        let one = json!({ "photo": with.json()["photos"][0]["id"], "alt": "长桌" });
        let twice = json!({ "version": 2, "photos": [one, one],
            "notice": { "section": "reviews", "title": "亲子阅读", "body": "来了**二十三**个孩子。" } });
        assert_eq!(town.call(li, ("PUT", &path), twice).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let read = json!({ "version": 2 });
        assert_eq!(town.call(li, ("POST", &format!("{path}/second-look")), read.clone()).await.json()["work"], "asked");
        let refused = town.call(li, ("POST", &format!("{path}/publication")), read.clone()).await;
        assert_eq!(
            (refused.status, refused.json()["type"].clone()),
            (StatusCode::CONFLICT, json!("/problems/second-person-needed"))
        );
        let done = town.call(qi, ("POST", &format!("{path}/publication")), read).await.json();
        assert_eq!((&done["stands"], &done["work"]), (&json!("public"), &json!("none")));
        let public = format!("/notices/{}", made["id"].as_str().unwrap());
        let one = town.call(li, ("GET", &public), json!({})).await.json();
        assert_eq!(one["notice"]["html"], "<p>来了<strong>二十三</strong>个孩子。</p>");
        assert_eq!(one["notice"]["editor"], "李建国");
        let list = town.call(li, ("GET", "/notices?q=qzyd"), json!({})).await.json();
        assert_eq!(list["notices"][0]["title"], "亲子阅读");
        let rewrite = json!({ "version": 2, "what": "人数写错了",
            "notice": { "section": "reviews", "title": "亲子阅读", "body": "来了二十四个孩子。", "ask": true } });
        assert_eq!(town.call(li, ("PUT", &path), rewrite).await.json()["work"], "asked");
        town.call(qi, ("POST", &format!("{path}/publication")), json!({ "version": 3 })).await;
        let one = town.call(li, ("GET", &public), json!({})).await.json();
        assert_eq!(one["notice"]["corrections"][0]["what"], "人数写错了");
        assert_eq!(one["notice"]["photos"][0]["alt"], "长桌", "left out, they stay");
        town.call(li, ("POST", &format!("{path}/take-down")), json!({ "why": "照片" })).await;
        let down = town.call(qi, ("POST", &format!("{path}/take-down/confirmation")), json!({ "nr": 1 })).await.json();
        assert_eq!((&down["stands"], &down["take_downs"][0]["taken_down"]), (&json!("down"), &json!(true)));
        let one = town.call(li, ("GET", &public), json!({})).await.json();
        assert_eq!((&one["taken_down"]["why"], &one["notice"]), (&json!("照片"), &Value::Null));
        assert_eq!(town.call(li, ("GET", &format!("{public}/related")), json!({})).await.status, StatusCode::NOT_FOUND);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong() {
    for town in towns().await {
        let li = &town.li;
        let wrong = town.call(li, ("POST", "/desk/notices"), json!({ "section": "x", "title": "", "body": "" })).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = wrong.json()["fields"].clone();
        assert!(["section", "title", "body"].iter().all(|f| fields[f].is_string()), "{fields}");
        let odd = town
            .call(li, ("POST", "/desk/notices"), json!({ "section": "reviews", "title": "一", "body": "二", "x": 1 }))
            .await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let section = json!({ "slug": "jobs", "name_zh": "招工" });
        assert_eq!(
            town.call(li, ("POST", "/desk/notice-sections"), section.clone()).await.status,
            StatusCode::NOT_FOUND
        );
        let made = town.call(&town.qi, ("POST", "/desk/notice-sections"), section).await;
        assert_eq!((made.status, made.json()["id"].clone()), (StatusCode::CREATED, json!(4)));
        let sections = town.call(li, ("GET", "/notice-sections"), json!({})).await.json();
        assert_eq!(sections["sections"].as_array().unwrap().len(), 4);
    }
}

#[tokio::test]
async fn the_key_of_a_request_makes_it_once() {
    for town in towns().await {
        let send = || {
            let body = json!({ "section": "reviews", "title": "一", "body": "二" }).to_string();
            let request = Request::post("/api/v1/stations/sanhe/desk/notices")
                .header(header::CONTENT_TYPE, "application/json")
                .header("idempotency-key", "k1")
                .header(header::AUTHORIZATION, format!("Bearer {}", town.li.token));
            town.ask(request.body(Body::from(body)).unwrap())
        };
        let (first, second) = (send().await.json(), send().await.json());
        assert_eq!(first["id"], second["id"]);
        assert_eq!(town.done().await.len(), 1);
    }
}
