use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use kernel::api::Wrong;
use kernel::outbox;
use kernel::signed::{SIGNATURE, signature};
use kernel::view::View;
use kernel::words::Lang;
use people::Role;
use serde_json::json;

use super::super::api::heard;
use super::town::{DESK, get, send, works_here};
use crate::rules::Drawing;
use crate::tests::{Town, towns};

const SECRET: &str = "a secret of the gateway";

fn signed(secret: &str, body: &str) -> HeaderMap {
    let digits = signature(secret, body.as_bytes());
    HeaderMap::from_iter([(HeaderName::from_static(SIGNATURE), HeaderValue::from_str(&digits).expect("digits"))])
}

async fn texts(town: &Town, from: &str, text: &str) -> Result<(bool, String, String), Wrong> {
    let body = json!({ "from": from, "text": text }).to_string();
    let v = View::plain(&town.house, Lang::Zh);
    let answer = heard(&town.house, &v, (SECRET, &signed(SECRET, &body)), body.as_bytes()).await?;
    Ok((answer.understood, answer.zh, answer.en))
}

#[tokio::test]
async fn an_official_says_by_text_message_where_they_are_and_is_answered_in_both_languages() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, Some(1));
        let phone = [("name", "经办人1"), ("desk", "1"), ("phone", "13800000009")];
        let page = get(&town, &manager, &format!("{DESK}/officials/1")).await;
        let staff = town.official(1).await.staff.expect("linked").to_string();
        let seen = page.hidden("seen");
        let form = [phone.as_slice(), &[("seen", seen.as_str()), ("staff", staff.as_str())]].concat();
        let kept = send(&town, &manager, &format!("{DESK}/officials/1"), &form).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let (understood, zh, en) = texts(&town, "13800000009", "下村 15点回").await.expect("it is read");
        assert!(understood && zh.contains("下村 15:00 回") && en.contains("15:00"), "{zh} {en}");
        let (understood, zh, _) = texts(&town, "13800000009", "今天天气不错").await.expect("it is answered");
        assert!(!understood && zh.contains("请像这样发"), "{zh}");
        let (h, at) = (town.house.house(), town.station.id);
        let sent = town.house.db.read(move |c: &mut kernel::db::Conn| outbox::newest(c, &h, at, 9)).await.unwrap();
        assert_eq!(sent.len(), 2);
        assert!(sent.iter().all(|m| m.to == "13800000009" && m.text.contains('\n')));
        assert!(get(&town, &manager, &format!("{DESK}/presence")).await.says("下村 15:00 回"));
    }
}

#[tokio::test]
async fn who_leaves_by_text_message_hears_what_became_of_those_who_wait() {
    for town in towns().await {
        let h = town.house.house();
        let hash = h.keys.lookup(crate::acts::OFFICIAL_PHONE, "13800000009");
        let at = town.station.id;
        town.house.db.write(move |c| crate::store::set_phone(c, at, 1, Some(&hash))).await.unwrap();
        texts(&town, "13800000009", "下村 15点回").await.expect("it is read");
        let waits = Drawing { matters: vec![1], official: Some(1), ..Drawing::default() };
        town.draw(waits).await.unwrap();
        let (_, zh, en) = texts(&town, "13800000009", "下村 16点回").await.expect("it is read");
        assert!(zh.ends_with("下村 16:00 回。等你的 1 人已经安排：1 人等到 16:00"), "{zh}");
        assert!(en.ends_with("1 waiting for you: 1 until 16:00"), "{en}");
    }
}

#[tokio::test]
async fn strangers_and_forged_messages_say_nothing() {
    for town in towns().await {
        let nobody = texts(&town, "13800000001", "在岗").await;
        assert!(matches!(nobody, Err(Wrong::Fault(kernel::fault::Fault::NotFound))), "{nobody:?}");
        let body = json!({ "from": "13800000009", "text": "在岗" }).to_string();
        let v = View::plain(&town.house, Lang::Zh);
        for headers in [HeaderMap::new(), signed("another", &body)] {
            let forged = heard(&town.house, &v, (SECRET, &headers), body.as_bytes()).await;
            assert!(matches!(forged, Err(Wrong::Problem(p)) if p.status == 401));
        }
    }
}

#[tokio::test]
async fn without_a_secret_there_is_no_such_address() {
    for town in towns().await {
        let answer = super::town::call_at(&town, "/api/v1/text-messages", r#"{"from":"1","text":"在岗"}"#).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}
