//! 门口: whose hours come first, coming to a room, and the door that six digits open.
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::routing::post;
use jiff::SignedDuration;
use kernel::signed::signature;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use yizhan::lock::LockWebhook;

use crate::person::Person;
use crate::town::{self, Town};

const MORNING: [(&str, &str); 4] =
    [("offering", "calligraphy"), ("from", "2026-06-25T09:00:00+08:00"), ("minutes", "90"), ("group", "1")];

#[tokio::test(flavor = "multi_thread")]
async fn the_morning_at_the_calligraphy_desks_is_the_elders_first() {
    town::each(async |town| {
        let young = town.resident("罗生贵").await;
        let page = young.get("/s/sanhe/venues/calligraphy?on=2026-06-25").await;
        page.ok().says("先给满 60 岁的邻居：老年书法早课").says("开始前 2 小时起，大家都能订").says("我满 60 岁");
        let refused = young.post("/s/sanhe/reservations", &MORNING).await;
        refused.is(409).says("老年书法早课").says("明天 07:00 起，大家都能订").says("11:00");
        let elder = town.resident("铁桂英").await;
        let said = [&MORNING[..], &[("elderly", "1")]].concat();
        let slip = elder.post("/s/sanhe/reservations", &said).await.leads_to();
        elder.get(&slip).await.ok().says("订好了");
        town.staff("qihaiyan").await.get("/s/sanhe/desk/today?on=2026-06-25").await.ok().says("自己说满 60 岁");
        // Programs hear the same.
        let body = json!({ "offering": "calligraphy", "from": "2026-06-25T09:00:00+08:00", "group": 1 });
        let asked = young.api(Method::POST, "/stations/sanhe/reservations", Some(body)).await;
        asked.is(409);
        assert_eq!(asked.json()["type"], "/problems/kept-for");
        let free =
            young.api(Method::GET, "/stations/sanhe/availability?on=2026-06-25&offering=calligraphy", None).await;
        assert_eq!(free.json()["offerings"][0]["priorities"][0]["whom"], "elderly");
        // Two hours before a start, everybody may book it.
        town.set_clock("2026-06-25T07:00");
        young.post("/s/sanhe/reservations", &MORNING).await.leads_to();
    })
    .await;
}

/// Books a place in the gym at eight.
async fn gym(person: &Person<'_>) -> String {
    let wish = [("offering", "gym"), ("from", "2026-06-24T20:00:00+08:00"), ("minutes", "60"), ("group", "1")];
    person.post("/s/sanhe/reservations", &wish).await.leads_to()
}

/// The digits in the newest message about a door code.
async fn code_of(town: &Town) -> String {
    let sent = town.messages().await;
    let text = &sent.iter().find(|m| m.kind == "door-code").expect("a message with a door code").text;
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6);
    digits.unwrap_or_else(|| panic!("no six digits in “{text}”")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gym_opens_for_six_digits_and_whoever_comes_in_is_here() {
    town::each(async |town| {
        let luo = town.resident("罗生贵").await;
        let slip = gym(&luo).await;
        town.wait(SignedDuration::ZERO).await;
        let digits = code_of(town).await;
        let manager = town.staff("qihaiyan").await;
        let door = manager.get("/s/sanhe/desk/venues/2/door").await;
        door.ok().says("还没有密钥").says("/api/v1/stations/sanhe/doors/gym/entries");
        let made = manager.api(Method::POST, "/stations/sanhe/venues/2/door/keys", None).await;
        let key = made.is(201).json()["key"].as_str().expect("a key").to_owned();
        manager.get("/s/sanhe/desk/venues/2/door").await.ok().says("已经有密钥").says_not(&key);

        let keypad = town.visitor().with_token(&key);
        let type_in = async |digits: &str| {
            let body = json!({ "code": digits });
            keypad.api(Method::POST, "/stations/sanhe/doors/gym/entries", Some(body)).await
        };
        let early = type_in(&digits).await.ok().json();
        assert_eq!((&early["open"], &early["from"]), (&json!(false), &json!("2026-06-24T19:50:00+08:00")));
        town.set_clock("2026-06-24T19:52");
        let opened = type_in(&digits).await.ok().json();
        assert_eq!((&opened["open"], &opened["until"]), (&json!(true), &json!("2026-06-24T21:00:00+08:00")));
        luo.get(&slip).await.ok().says("正在用");
        let stranger = town.visitor().with_token("0000");
        stranger.api(Method::POST, "/stations/sanhe/doors/gym/entries", Some(json!({ "code": digits }))).await.is(401);

        // The page shows the digits of the message once; asked again, there are new ones and the old ones are dead.
        let page = luo.get(&slip).await;
        let shown = luo.submit(&page, "/door-code", &[]).await;
        shown.ok().says(&format!("{} {}", &digits[..3], &digits[3..])).says("只显示这一次");
        assert_eq!(shown.header("cache-control"), Some("no-store"));
        let page = luo.get(&slip).await;
        luo.submit(&page, "/door-code", &[]).await.ok().says_not(&format!("{} {}", &digits[..3], &digits[3..]));
        assert_eq!(type_in(&digits).await.ok().json()["open"], json!(false));
        for _ in 0..7 {
            type_in("000000").await.ok();
        }
        let waits = type_in("000000").await;
        assert!(waits.is(429).header("retry-after").is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stands_at_the_door_scans_and_is_checked_in() {
    town::each(async |town| {
        let poster = town.visitor().get("/s/sanhe/doors/gym/poster").await;
        poster.ok().says("到了请扫一扫").says("/s/sanhe/doors/gym");
        assert!(poster.text.contains("<svg") && !poster.text.contains("style="));
        let luo = town.resident("罗生贵").await;
        let slip = gym(&luo).await;
        // Somebody else's phone at the door knows nobody; four digits are enough, and no name is shown.
        let visitor = town.visitor();
        let door = visitor.get("/s/sanhe/doors/gym").await;
        door.ok().says("手机号的最后 4 位").says("现在这里").says_not("罗");
        let digits = last_digits(town, "罗生贵");
        visitor.submit(&door, "/arrivals", &[("digits", "12")]).await.is(422).says("最后 4 位数字");
        visitor.submit(&door, "/arrivals", &[("digits", &digits)]).await.is(409).says("19:45 起可以");
        town.set_clock("2026-06-24T19:58");
        visitor.submit(&door, "/arrivals", &[("digits", &digits)]).await.ok().says("签到好了").says_not("罗生贵");
        luo.get(&slip).await.ok().says("正在用");
        luo.get("/s/sanhe/doors/gym").await.ok().says("签到好了");
        visitor.get("/s/sanhe/doors/nowhere").await.is(404);
    })
    .await;
}

/// The last four digits of the number of somebody of `people.csv`.
fn last_digits(_: &Town, name: &str) -> String {
    let sanhe = yizhan::township::read(&yizhan::township::Files::sanhe()).expect("the fixtures are well-formed");
    let found = sanhe.people.iter().find(|p| p.name.as_str() == name).expect("somebody of people.csv");
    let full = found.phone.full();
    full[full.len() - 4..].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_too_late_sees_what_is_free_and_only_they_and_the_manager_see_it_later() {
    town::each(async |town| {
        let luo = town.resident("罗生贵").await;
        let slip = gym(&luo).await;
        town.set_clock("2026-06-24T20:20");
        let door = luo.get("/s/sanhe/doors/gym").await;
        door.ok().says("让给别人了").says("现在这里").says("没关系");
        let tried = luo.post("/s/sanhe/doors/gym/arrivals", &[]).await;
        tried.is(409).says("20:15 让给别人了");
        town.wait(SignedDuration::from_hours(24)).await;
        luo.get(&slip).await.ok().says("没来，让给别人了");
        luo.get("/me").await.ok().says("没来，让给别人了");
        let name = "罗生贵";
        town.staff("qihaiyan").await.get("/s/sanhe/desk/today?on=2026-06-24&venue=2").await.ok().says(name);
        town.staff("lijianguo")
            .await
            .get("/s/sanhe/desk/today?on=2026-06-24&venue=2")
            .await
            .ok()
            .says_not(name)
            .says("名字只给站长看");
    })
    .await;
}

/// What a lock at the other end of the wire saw, and how often it says no first.
#[derive(Default)]
struct Seen {
    bodies: Vec<Bytes>,
    signatures: Vec<Option<String>>,
    refuse: usize,
}

type Bolt = Arc<Mutex<Seen>>;

async fn hear(State(bolt): State<Bolt>, headers: HeaderMap, body: Bytes) -> StatusCode {
    assert_eq!(headers[header::CONTENT_TYPE], "application/json");
    let mut seen = bolt.lock().expect("nobody panicked");
    seen.bodies.push(body);
    seen.signatures.push(headers.get("yizhan-signature").and_then(|h| h.to_str().ok()).map(str::to_owned));
    if seen.refuse > 0 {
        seen.refuse -= 1;
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    StatusCode::NO_CONTENT
}

async fn deliver(town: &Town) -> usize {
    let lock = Arc::new(LockWebhook::with_patience(Duration::from_secs(5)));
    venues::door::deliver(&town.house, lock).await.expect("calls can be read")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_on_the_network_hears_what_is_reserved_moved_and_given_back() {
    town::each(async |town| {
        let bolt = Bolt::default();
        let door = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let url = format!("http://{}/lock", door.local_addr().expect("it has an address"));
        let paths = Router::new().route("/lock", post(hear)).with_state(bolt.clone());
        tokio::spawn(async move { axum::serve(door, paths).await });

        let manager = town.staff("qihaiyan").await;
        let made = manager.api(Method::POST, "/stations/sanhe/venues/2/door/keys", None).await;
        let key = made.is(201).json()["key"].as_str().expect("a key").to_owned();
        manager.post("/s/sanhe/desk/venues/2/door", &[("lock_url", "ftp://lock")]).await.is(422).says("https://");
        manager.post("/s/sanhe/desk/venues/2/door", &[("lock_url", &url)]).await.leads_to();
        town.wait(SignedDuration::ZERO).await;
        deliver(town).await;
        bolt.lock().expect("nobody panicked").bodies.clear();
        bolt.lock().expect("nobody panicked").signatures.clear();

        let luo = town.resident("罗生贵").await;
        let slip = gym(&luo).await;
        town.wait(SignedDuration::ZERO).await;
        bolt.lock().expect("nobody panicked").refuse = 1;
        assert_eq!(deliver(town).await, 0, "the lock was busy");
        town.wait(SignedDuration::from_mins(1)).await;
        assert_eq!((deliver(town).await, deliver(town).await), (1, 0));
        let later = [("from", "2026-06-24T20:30:00+08:00"), ("minutes", "60")];
        luo.post(&format!("{slip}/time"), &later).await.leads_to();
        town.wait(SignedDuration::ZERO).await;
        luo.post(&format!("{slip}/cancellation"), &[]).await.leads_to();
        town.wait(SignedDuration::ZERO).await;
        assert_eq!(deliver(town).await, 2);

        let seen = bolt.lock().expect("nobody panicked");
        let calls: Vec<Value> = seen.bodies.iter().map(|b| serde_json::from_slice(b).expect("JSON")).collect();
        let id = slip.rsplit('/').next().expect("an id");
        let kinds: Vec<&str> = calls.iter().filter_map(|c| c["kind"].as_str()).collect();
        assert_eq!(kinds, ["granted", "granted", "moved", "revoked"]);
        assert_eq!(calls[0], calls[1], "the same call, under the same id");
        assert!(calls.iter().all(|c| c["reservation"] == id && c["venue"] == "gym" && c["station"] == "sanhe"));
        assert_eq!(calls[0]["from"], "2026-06-24T11:50:00Z");
        assert_eq!(calls[2]["until"], "2026-06-24T13:30:00Z");
        assert!(calls[2].get("code").is_none());
        for (body, signed) in seen.bodies.iter().zip(&seen.signatures) {
            assert_eq!(signed.as_deref(), Some(signature(&key, body).as_str()));
        }
    })
    .await;
}
