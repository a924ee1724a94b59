//! What is not public is not there: nothing in an answer tells it from what never was.
use axum::http::StatusCode;

use super::*;

#[tokio::test]
async fn private_hidden_withdrawn_and_made_up_look_the_same() {
    for town in opened().await {
        let key = town.key("平安区12345热线").await.key;
        let (shown_token, shown) = town.handed_in(&key, "roads", "路灯不亮").await;
        let (hidden_token, hidden) = town.handed_in(&key, "roads", "路面有坑").await;
        let (gone_token, gone) = town.handed_in(&key, "roads", "路牌歪了").await;
        let (shown, hidden, written) = (
            town.published(shown, "路灯不亮").await,
            town.published(hidden, "路面有坑").await,
            town.published(gone, "路牌歪了").await,
        );
        let waiting = {
            let (_, late) = town.handed_in(&key, "safety", "井盖松了").await;
            late
        };
        town.weeks_go_by().await;
        let unreleased = town.published(waiting, "井盖松了").await;
        let doing = town.doing();
        let reason = "写到了别人的家事".to_owned();
        opinions::acts::ask_hide(&doing, &town.manager.staff, (hidden, reason), None).await.expect("asked");
        opinions::acts::decide_hide(&doing, &town.second.staff, (hidden, true), None).await.expect("hidden");
        for what in ["json", "xml"] {
            let look = async |id: &str| town.get(&format!("/open311/v2/requests/{id}.{what}")).await;
            assert_eq!(look(&shown.to_string()).await.status, StatusCode::OK);
            let made_up = look("0197a000-0000-7000-8000-000000000000").await;
            assert_eq!(made_up.status, StatusCode::NOT_FOUND);
            for id in [hidden.to_string(), unreleased.to_string(), gone.to_string(), "1".into(), "%20".into()] {
                assert_eq!(look(&id).await, made_up, "{id}");
            }
        }
        let by_ids = format!("/open311/v2/requests.json?service_request_id={shown},{hidden},{unreleased}");
        assert_eq!(town.get(&by_ids).await.json().as_array().map(Vec::len), Some(1));
        let all = town.get("/open311/v2/requests.json?status=open").await;
        assert!(all.body.contains(&shown.to_string()) && all.body.contains(&written.to_string()));
        for secret in [hidden.to_string(), unreleased.to_string(), "路面有坑".into(), "写到了别人的家事".into()]
        {
            assert!(!all.body.contains(&secret), "{secret}");
        }
        // A page is full although something in between is hidden.
        let page = town.get("/open311/v2/requests.json?page_size=2").await.json();
        assert_eq!(page.as_array().map(Vec::len), Some(2));
        // Whoever has the token learns no more: an id or none.
        let of = async |token: &str| town.get(&format!("/open311/v2/tokens/{token}.json")).await;
        assert_eq!(of(&shown_token).await.json()[0]["service_request_id"], shown.to_string());
        assert!(of(&hidden_token).await.json()[0]["service_request_id"].is_null());
        assert_eq!(of("nobody").await.status, StatusCode::NOT_FOUND);
        assert_eq!(of(&gone_token).await.json()[0]["service_request_id"], written.to_string());
        town.sound().await;
    }
}

#[tokio::test]
async fn without_consent_nothing_becomes_public_and_tokens_are_forgotten() {
    for town in opened().await {
        let key = town.key("平安区12345热线").await.key;
        let pairs =
            [("api_key", key.as_str()), ("service_code", "roads"), ("address_id", "7"), ("description", "路灯不亮")];
        let answer = town.send(&pairs, None).await;
        let token = answer.json()[0]["token"].as_str().expect("a token").to_owned();
        let (h, station, t) = (town.house.house(), town.station.id, token.clone());
        let found = move |c: &mut Conn| crate::store::opinion_of(c, station, &crate::answers::token_hash(&h, &t));
        let id = town.house.db.read(found).await.expect("a row").expect("it leads somewhere");
        let (doing, staff) = (town.doing(), &town.manager.staff);
        opinions::acts::screen(&doing, staff, (id, None, None), None).await.expect("screened");
        let public = PublicText {
            title: "路灯".into(),
            text: "路灯不亮".into(),
            answer: None,
            address: String::new(),
            with_point: false,
        };
        assert!(opinions::acts::write_public(&doing, staff, (id, public), None).await.is_err(), "nobody allowed it");
        let path = format!("/open311/v2/tokens/{token}.json");
        assert_eq!(town.get(&path).await.status, StatusCode::OK);
        town.house.wait(SignedDuration::from_hours(24 * 600));
        crate::jobs(&town.house).await.expect("tokens are looked at");
        assert_eq!(town.get(&path).await.status, StatusCode::NOT_FOUND, "forgotten");
        town.sound().await;
    }
}

/// What the database holds of tokens and keys opens nothing by itself.
#[tokio::test]
async fn neither_keys_nor_tokens_are_kept() {
    let town = opened().await.swap_remove(0);
    let issued = town.key("平安区12345热线").await;
    let (token, _) = town.handed_in(&issued.key, "roads", "路灯不亮").await;
    let file = town.house.settings.database.clone();
    let mut all = std::fs::read(&file).expect("the database is a file");
    all.extend(std::fs::read(format!("{file}-wal")).unwrap_or_default());
    let holds = |text: &str| all.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(holds("平安区12345热线"), "the look finds what is there");
    assert!(!holds(&issued.key) && !holds(&token) && !holds("路灯不亮"));
}
