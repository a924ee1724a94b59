//! Transfers through the JSON API.
use serde_json::{Value, json};

use super::*;

const OURS: &str = "/sanhe/desk/library/transfers";
const THEIRS: &str = "/gucheng/desk/library/transfers";

#[tokio::test]
async fn a_program_asks_sends_and_takes_in() {
    for two in twos().await {
        let (ours, theirs) = (two.desk.clerk.clone(), two.gucheng.token.clone());
        let offers = "/gucheng/desk/library/transfer-offers?from=sanhe&q=9787572608582";
        let found = two.asks(&theirs, ("GET", offers), Value::Null).await.is(StatusCode::OK).json();
        assert_eq!(
            (&found["titles"][0]["title"]["title"], &found["titles"][0]["free"]),
            (&json!("长安的荔枝"), &json!(2))
        );
        let wanted = json!({ "from": "sanhe", "title": found["titles"][0]["title"]["id"] });
        let asked = two.asks(&theirs, ("POST", THEIRS), wanted.clone()).await.is(StatusCode::CREATED).json();
        assert_eq!((&asked["transfer"]["ours"], &asked["transfer"]["state"]), (&json!(false), &json!("asked")));
        assert_eq!((&asked["copies"], &asked["sent"]), (&json!([]), &Value::Null), "what they have is theirs");
        let twice = two.asks(&theirs, ("POST", THEIRS), wanted).await.is(StatusCode::CONFLICT).json();
        assert_eq!(twice["type"], "/problems/transfer-asked");
        let id = asked["transfer"]["id"].as_str().unwrap();
        let all = two.asks(&ours, ("GET", OURS), Value::Null).await.json();
        assert_eq!(all["wanted"][0]["station"], "gucheng");
        let one = two.asks(&ours, ("GET", &format!("{OURS}/{id}")), Value::Null).await.json();
        assert_eq!((one["copies"].as_array().map(Vec::len), &one["copies"][0]["free"]), (Some(2), &json!(true)));
        let send = json!({ "copy": one["copies"][0]["id"] });
        let sent = two.asks(&ours, ("POST", &format!("{OURS}/{id}/sending")), send).await.is(StatusCode::OK).json();
        assert_eq!((&sent["transfer"]["state"], &sent["sent"]["free"]), (&json!("sent"), &json!(false)));
        let odd = json!({ "shelf": "zz" });
        let odd = two.asks(&theirs, ("POST", &format!("{THEIRS}/{id}/arrival")), odd).await;
        assert!(odd.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["shelf"].is_string());
        let shelf = json!({ "shelf": "b1" });
        let there = two.asks(&theirs, ("POST", &format!("{THEIRS}/{id}/arrival")), shelf).await;
        assert!(there.is(StatusCode::CREATED).json()["copy"].is_string());
        let late = two.asks(&ours, ("POST", &format!("{OURS}/{id}/recall")), Value::Null).await;
        assert_eq!(late.is(StatusCode::CONFLICT).json()["type"], "/problems/transfer-moved");
        let all = two.asks(&theirs, ("GET", THEIRS), Value::Null).await.json();
        assert_eq!((&all["over"][0]["state"], all["coming"].as_array().map(Vec::len)), (&json!("arrived"), Some(0)));
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_program_sends_unasked_declines_and_withdraws() {
    for two in twos().await {
        let (ours, theirs) = (two.desk.clerk.clone(), two.gucheng.token.clone());
        let ships = "/sanhe/desk/library/shipments";
        let ship = json!({ "to": "gucheng", "copy": two.has.hare.copies[0] });
        let sent = two.asks(&ours, ("POST", ships), ship.clone()).await.is(StatusCode::CREATED).json();
        let id = sent["transfer"]["id"].as_str().unwrap();
        let twice = two.asks(&ours, ("POST", ships), ship).await.is(StatusCode::CONFLICT).json();
        assert_eq!(twice["type"], "/problems/copy-not-here");
        let back = two.asks(&ours, ("POST", &format!("{OURS}/{id}/recall")), Value::Null).await.is(StatusCode::OK);
        assert_eq!(back.json()["transfer"]["state"], "called-back");
        let nowhere = json!({ "to": "\u{0}", "copy": two.has.hare.copies[0] });
        let odd = two.asks(&ours, ("POST", ships), nowhere).await.is(StatusCode::UNPROCESSABLE_ENTITY).json();
        assert!(odd["fields"]["to"].is_string());
        let wanted = json!({ "from": "sanhe", "title": two.has.chess.title });
        let asked = two.asks(&theirs, ("POST", THEIRS), wanted.clone()).await.is(StatusCode::CREATED).json();
        let id = asked["transfer"]["id"].as_str().unwrap();
        for why in ["", "\u{0}", "13800000001"] {
            let odd = two.asks(&ours, ("POST", &format!("{OURS}/{id}/refusal")), json!({ "why": why })).await;
            odd.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let no = two.asks(&ours, ("POST", &format!("{OURS}/{id}/refusal")), json!({ "why": "正在用" })).await;
        assert_eq!(no.is(StatusCode::OK).json()["transfer"]["why"], "正在用");
        let asked = two.asks(&theirs, ("POST", THEIRS), wanted).await.is(StatusCode::CREATED).json();
        let id = asked["transfer"]["id"].as_str().unwrap();
        let gone = two.asks(&theirs, ("POST", &format!("{THEIRS}/{id}/withdrawal")), Value::Null).await;
        assert_eq!(gone.is(StatusCode::OK).json()["transfer"]["state"], "called-back");
        two.asks(&two.third.token, ("GET", &format!("/shihuiyao/desk/library/transfers/{id}")), Value::Null)
            .await
            .is(StatusCode::NOT_FOUND);
        two.is_sound().await;
    }
}
