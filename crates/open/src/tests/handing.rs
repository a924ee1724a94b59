//! What partners hand in.
use axum::http::{StatusCode, header};

use super::*;

/// A good report with some values in front, which count, and some names left out.
fn report<'a>(key: &'a str, more: &[(&'a str, &'a str)], less: &[&str]) -> Vec<(&'a str, &'a str)> {
    let good = [
        ("api_key", key),
        ("jurisdiction_id", "sanhe"),
        ("service_code", "roads"),
        ("address_string", "骆驼堡村文化广场"),
        ("description", "路灯不亮，已经三天"),
        ("first_name", "海燕"),
        ("email", "q@example.cn"),
        ("phone", "13800000001"),
    ];
    let all = more.iter().chain(&good).copied();
    all.filter(|(name, value)| !less.contains(name) || more.contains(&(*name, *value))).collect()
}

#[tokio::test]
async fn a_report_gets_a_token_and_a_receipt_for_whoever_reports() {
    for town in opened().await {
        let key = town.key("平安区12345热线").await.key;
        let answer = town.send(&report(&key, &[], &[]), None).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json; charset=utf-8");
        let one = answer.json()[0].clone();
        assert!(one.get("service_request_id").is_none() && one["account_id"].is_null(), "{one}");
        let notice = one["service_notice"].as_str().expect("a notice");
        let digits: String = notice.chars().skip_while(|c| !c.is_ascii_digit()).take(19).collect();
        assert!(
            opinions::rules::Receipt::parse(&digits).is_some() && notice.contains("/s/sanhe/opinions/follow"),
            "{notice}"
        );
        // The token names nothing until it is public, and says so to whoever asks.
        let token = one["token"].as_str().expect("a token");
        let asked = town.get(&format!("/open311/v2/tokens/{token}.json")).await;
        assert_eq!(asked.json(), serde_json::json!([{ "service_request_id": null, "token": token }]));
        let asked = town.get(&format!("/open311/v2/tokens/{token}.xml?jurisdiction_id=sanhe")).await;
        assert!(asked.body.contains("<service_request_id/>"), "{}", asked.body);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_sent_again_is_one_opinion_with_one_answer() {
    for town in opened().await {
        let key = town.key("平安区12345热线").await.key;
        let first = town.send(&report(&key, &[], &[]), Some("a")).await;
        let again = town.send(&report(&key, &[], &[]), Some("a")).await;
        assert_eq!((first.status, &first.body), (StatusCode::OK, &again.body));
        let other = town.send(&report(&key, &[], &[]), Some("b")).await;
        assert_ne!(first.json()[0]["token"], other.json()[0]["token"]);
        // Another partner that thinks of the same key is another sender.
        let theirs = town.key("数字乡村平台").await.key;
        let stranger = town.send(&report(&theirs, &[], &[]), Some("a")).await;
        assert_ne!(first.json()[0]["token"], stranger.json()[0]["token"]);
        let reused = town.send(&report(&key, &[("description", "别的事")], &[]), Some("a")).await;
        assert_eq!((reused.status, reused.errors()[0].0), (StatusCode::UNPROCESSABLE_ENTITY, 422));
        // After two days the same key is a new request.
        town.house.wait(SignedDuration::from_hours(49));
        let now = town.house.now();
        town.house.db.write(move |c| kernel::once::forget_old(c, now)).await.expect("old answers go");
        let later = town.send(&report(&key, &[], &[]), Some("a")).await;
        assert_ne!(first.json()[0]["token"], later.json()[0]["token"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn each_thing_that_is_wrong_is_named() {
    let town = opened().await.swap_remove(0);
    let issued = town.key("平安区12345热线").await;
    let key = issued.key.as_str();
    let says = async |pairs: Vec<(&str, &str)>, codes: &[u64], words: &[&str]| {
        let answer = town.send(&pairs, None).await;
        let said = answer.errors();
        assert_eq!(said.iter().map(|(code, _)| *code).collect::<Vec<_>>(), codes, "{said:?}");
        assert_eq!(u64::from(answer.status.as_u16()), codes[0]);
        for word in words {
            assert!(said.iter().any(|(_, text)| text.contains(word)), "{word} in {said:?}");
        }
    };
    says(report(key, &[], &["api_key"]), &[403], &["api_key"]).await;
    says(report("not a key", &[], &[]), &[403], &["api_key"]).await;
    says(report(key, &[("jurisdiction_id", "elsewhere")], &[]), &[404], &["jurisdiction_id"]).await;
    says(report(key, &[("service_code", "no-such")], &[]), &[404], &["service_code"]).await;
    says(report(key, &[], &["service_code"]), &[400], &["service_code"]).await;
    says(report(key, &[], &["address_string"]), &[400], &["lat + long", "address_string", "address_id"]).await;
    says(report(key, &[], &["address_string", "description"]), &[400, 400], &["description"]).await;
    says(report(key, &[("media_url", "https://x.cn/a.jpg")], &[]), &[400], &["media_url"]).await;
    // A key works at the station that gave it and until it is withdrawn.
    acts::withdraw(&town.house, &town.station, issued.id, town.manager.staff.id).await.expect("it can be");
    says(report(key, &[], &[]), &[403], &["api_key"]).await;
    let json = Request::post("/open311/v2/requests.xml").header(header::CONTENT_TYPE, "application/json");
    let answer = town.ask(json.body(Body::from("{}")).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("<errors><error><code>400</code><description>"), "{}", answer.body);
    let form =
        Request::post("/open311/v2/requests.xml").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = town.ask(form.body(Body::from("api_key=none&service_code=roads")).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("<errors><error><code>403</code><description>"), "{}", answer.body);
    town.sound().await;
}

#[tokio::test]
async fn a_key_is_good_for_sixty_at_once_and_a_crowd_does_not_stop_it() {
    let town = opened().await.swap_remove(0);
    let (key, other) = (town.key("平安区12345热线").await.key, town.key("数字乡村平台").await.key);
    // More than people can write: on the page each would now cost work or a minute.
    for n in 0..35 {
        let answer = town.send(&report(&key, &[], &[]), Some(&n.to_string())).await;
        assert_eq!(answer.status, StatusCode::OK, "{n}: {}", answer.body);
    }
    // What is wrong counts too.
    for _ in 35..60 {
        assert_eq!(town.send(&report(&key, &[], &["service_code"]), None).await.status, StatusCode::BAD_REQUEST);
    }
    let answer = town.send(&report(&key, &[], &[]), None).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.body);
    let wait: u64 = answer.headers[header::RETRY_AFTER].to_str().expect("digits").parse().expect("seconds");
    assert!((1..=7).contains(&wait), "{wait}");
    assert_eq!(answer.errors()[0].0, 429);
    assert_eq!(town.send(&report(&other, &[], &[]), None).await.status, StatusCode::OK, "another key has its own");
}
