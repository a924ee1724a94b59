//! What everybody reads.
use axum::http::StatusCode;

use super::*;

async fn ids(town: &Open, query: &str) -> Vec<String> {
    let answer = town.get(&format!("/open311/v2/requests.json?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let all = answer.json();
    all.as_array()
        .expect("a list")
        .iter()
        .map(|r| r["service_request_id"].as_str().expect("an id").to_owned())
        .collect()
}

#[tokio::test]
async fn discovery_leads_to_the_services() {
    let town = opened().await.swap_remove(0);
    let found = town.get("/open311/discovery.json").await.json();
    let endpoint = &found["endpoints"][0];
    assert_eq!(endpoint["specification"], "http://wiki.open311.org/GeoReport_v2");
    assert_eq!(
        (&endpoint["type"], &endpoint["formats"]),
        (&"test".into(), &serde_json::json!(["text/xml", "application/json"]))
    );
    let url = endpoint["url"].as_str().expect("an address");
    let path = url.strip_prefix(&town.house.settings.public_url).expect("on this station");
    let services = town.get(&format!("{path}/services.json?jurisdiction_id=sanhe")).await.json();
    let roads = services.as_array().expect("a list").iter().find(|s| s["service_code"] == "roads").expect("roads");
    assert_eq!((&roads["metadata"], &roads["type"]), (&true.into(), &"batch".into()));
    assert_eq!(roads["service_name"], "道路出行");
    let xml = town.get(&format!("{path}/services.xml")).await;
    assert_eq!(xml.headers["content-type"], "text/xml; charset=utf-8");
    assert!(xml.body.contains("<service><service_code>environment</service_code>"), "{}", xml.body);
    let definition = town.get(&format!("{path}/services/roads.json")).await.json();
    assert_eq!(definition["service_code"], "roads");
    assert_eq!(
        definition["attributes"][0]["values"],
        serde_json::json!([
            { "key": "no", "name": "不公开" }, { "key": "yes", "name": "同意公开" }
        ])
    );
    for path in ["/open311/v2/services/none.json", "/open311/v2/nothing.json", "/open311/v1/services.json"] {
        assert_eq!(town.get(path).await.errors()[0].0, 404, "{path}");
    }
}

#[tokio::test]
async fn english_is_spoken_to_whoever_asks_for_it() {
    let town = opened().await.swap_remove(0);
    let request = Request::get("/open311/v2/services.json").header("accept-language", "en-GB,en;q=0.9");
    let answer = town.ask(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(answer.headers["content-language"], "en");
    assert!(answer.body.contains("\"Roads\"") && answer.body.contains("within"), "{}", answer.body);
}

#[tokio::test]
async fn where_there_are_two_stations_one_has_to_be_named() {
    for town in opened().await {
        assert_eq!(town.get("/open311/v2/services.json").await.status, StatusCode::OK, "the only one");
        let now = town.house.now();
        let station = town.station.clone();
        let second = move |c: &mut Conn| {
            let draft = stations::Draft {
                name_zh: "第二驿站".into(),
                name_en: String::new(),
                address: "三合镇".into(),
                phone: None,
                at: None,
                zone: station.zone.clone(),
                hours: "Mo-Su 06:00-22:00".into(),
            };
            let slug = "second".parse().map_err(|_| Fault::broken("a slug"))?;
            stations::make_station(c, 630_203_102, &slug, &draft, By::Program, now)
                .map_err(|e| Fault::broken(format!("{e:?}")))
        };
        town.house.db.write(second).await.expect("a second station");
        let answer = town.get("/open311/v2/services.json?jurisdiction_id=").await;
        assert_eq!((answer.status, answer.errors().len()), (StatusCode::BAD_REQUEST, 1));
        assert!(answer.errors()[0].1.contains("jurisdiction_id"));
        let named = town.get("/open311/v2/services.json?jurisdiction_id=second").await;
        assert_eq!((named.status, named.body.as_str()), (StatusCode::OK, "[]"));
        for odd in ["none", "%00", "%FF", "Sanhe", "x".repeat(3000).as_str()] {
            let answer = town.get(&format!("/open311/v2/services.json?jurisdiction_id={odd}")).await;
            assert_eq!(answer.errors()[0].0, 404, "{odd}");
        }
        // A key of one station is none at the other.
        let key = town.key("平安区12345热线").await.key;
        let there = [("api_key", key.as_str()), ("jurisdiction_id", "second"), ("service_code", "roads")];
        assert_eq!(town.send(&there, None).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn what_was_handed_in_is_found_once_it_is_public() {
    for town in opened().await {
        let key = town.key("平安区12345热线").await.key;
        let mut made = vec![];
        for (n, code) in ["roads", "roads", "safety", "environment"].into_iter().enumerate() {
            let (token, id) = town.handed_in(&key, code, &format!("第{n}件事，张三家门口")).await;
            made.push((token, town.published(id, &format!("第{n}件事")).await.to_string(), id));
        }
        assert_eq!(ids(&town, "").await, Vec::<String>::new(), "written, and not released");
        let doing = town.doing();
        let (staff, id) = (&town.manager.staff, made[3].2);
        opinions::acts::assign(&doing, staff, (id, staff.id), None).await.expect("somebody gets it");
        opinions::acts::take_up(&doing, staff, id, None).await.expect("somebody works on it");
        opinions::acts::answer(&doing, staff, (id, "清了".into()), None).await.expect("an answer");
        town.weeks_go_by().await;

        let asked = town.get(&format!("/open311/v2/tokens/{}.json", made[0].0)).await.json();
        assert_eq!(asked[0]["service_request_id"], made[0].1.as_str());
        let one = town.get(&format!("/open311/v2/requests/{}.json", made[0].1)).await.json()[0].clone();
        assert_eq!((&one["service_code"], &one["status"]), (&"roads".into(), &"open".into()));
        assert_eq!(one["description"], "第0件事\n第0件事，已经三天");
        assert_eq!((&one["lat"], &one["long"]), (&36.412.into(), &102.083.into()), "to a hundred metres");
        let day = one["requested_datetime"].as_str().expect("a day");
        assert!(day.ends_with("T00:00:00+08:00"), "{day}");
        let day: jiff::civil::Date = day[..10].parse().expect("a day");
        assert_eq!(day.weekday(), jiff::civil::Weekday::Monday);

        let all = ids(&town, "jurisdiction_id=sanhe").await;
        assert_eq!(all.len(), 4);
        assert_eq!(ids(&town, "service_code=safety").await, [made[2].1.clone()]);
        assert_eq!(ids(&town, "service_code=safety,%20roads").await.len(), 3);
        assert_eq!(ids(&town, "service_code=no-such").await.len(), 0);
        assert_eq!(ids(&town, "status=open").await.len() + ids(&town, "status=closed").await.len(), 4);
        assert_eq!(ids(&town, &format!("start_date={day}&end_date={day}")).await.len(), 4);
        assert_eq!(ids(&town, &format!("end_date={}", day.yesterday().expect("a day"))).await.len(), 0);
        assert_eq!(ids(&town, &format!("start_date={day}T00:00:01%2B08:00")).await.len(), 0);
        assert_eq!(ids(&town, &format!("updated_after={day}")).await.len(), 4);
        assert_eq!(ids(&town, &format!("updated_before={}", day.yesterday().expect("a day"))).await.len(), 0);
        let mut pages = vec![];
        for page in 1..=3 {
            pages.extend(ids(&town, &format!("page_size=2&page={page}")).await);
        }
        assert_eq!(pages, all);
        let some = format!("service_request_id={},none,{}&status=odd", made[1].1, made[2].1);
        let mut found = ids(&town, &some).await;
        found.sort();
        let mut wanted = [made[1].1.clone(), made[2].1.clone()];
        wanted.sort();
        assert_eq!(found, wanted);
        let long = town.get("/open311/v2/requests.json?start_date=2026-01-01&end_date=2026-12-31&status=odd").await;
        assert_eq!(long.errors().iter().map(|e| e.0).collect::<Vec<_>>(), [400, 400]);
        town.sound().await;
    }
}
