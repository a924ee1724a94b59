//! A time that somebody was told is kept, moved or broken in the open; and nobody leaves before those who rely on them know.
use axum::http::Method;
use serde_json::{Value, json};

use crate::person::Person;
use crate::town::{self, Town};

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";
const PRESENCE: &str = "/s/sanhe/desk/presence";
/// 祁海燕, who does the allowance.
const OFFICIAL: i32 = 1;

/// The next morning: nobody has said anything yet, and what nobody closed is closed.
async fn morning(town: &Town) {
    town.set_clock("2026-06-25T09:00");
    town.wait(jiff::SignedDuration::ZERO).await;
}

async fn says(clerk: &Person<'_>, state: &str, back: Option<&str>) -> Value {
    let body = json!({ "state": state, "back": back });
    clerk.api(Method::PUT, &format!("{API}/officials/{OFFICIAL}/presence"), Some(body)).await.ok().json()
}

/// Draws for the allowance, for whoever asks, to be served by the official and nobody else. The ticket's id.
async fn waits(anybody: &Person<'_>) -> String {
    let asked = json!({ "matters": ["old-age-allowance"], "official": OFFICIAL });
    let drawn = anybody.api(Method::POST, &format!("{API}/tickets"), Some(asked)).await;
    drawn.is(201).json()["id"].as_str().expect("an id").to_owned()
}

async fn ticket(anybody: &Person<'_>, id: &str) -> Value {
    anybody.api(Method::GET, &format!("{API}/tickets/{id}"), None).await.ok().json()
}

fn page(id: &str) -> String {
    format!("/s/sanhe/tickets/{id}")
}

/// The newest message that went to a number.
async fn told(town: &Town, phone: &str) -> String {
    let all = town.messages().await;
    all.into_iter().find(|m| m.to.ends_with(phone)).map(|m| m.text).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delay_revises_each_promise_and_reaches_each_person() {
    town::each(async |town| {
        morning(town).await;
        let (official, clerk) = (town.staff("qihaiyan").await, town.staff("maxuelan").await);
        says(&official, "field", Some("2026-06-25T15:00")).await;
        // One at home with a phone, one at home without, one in the hall.
        let resident = town.resident("罗生贵").await;
        let home = waits(&resident).await;
        resident.get(&page(&home)).await.ok().says("祁海燕 15:00 回来").says("还没到时间");
        let drawing = json!({ "matters": [1], "official": OFFICIAL, "name": "马占福", "on_site": false });
        let by_voice = clerk.api(Method::POST, &format!("{API}/desk/tickets"), Some(drawing)).await;
        let by_voice = by_voice.is(201).json()["id"].as_str().expect("an id").to_owned();
        let visitor = town.visitor();
        let hall = waits(&visitor).await;
        visitor.api(Method::POST, &format!("{API}/tickets/{hall}/arrival"), None).await.ok();

        // The delay: two taps, and one more that settles all of it.
        town.set_clock("2026-06-25T11:20");
        let back = official.get(&format!("{PRESENCE}?of={OFFICIAL}&is=field")).await;
        let asks = official.submit(&back, "/presence", &[("back", "2026-06-25T16:00")]).await;
        asks.ok().says("祁海燕走之前，有 3 个人在等").says("说好 15:00 回来").says("等到 16:00").says("马占福");
        let still = ticket(&resident, &home).await;
        assert_eq!(still["promises"].as_array().map(Vec::len), Some(1), "nothing is said before it is decided");
        let done = official.submit(&asks, "/presence", &[]).await;
        official.visit(&done.leads_to()).await.ok().says("下村 16:00 回").says("3 个等着的人已经安排好了");
        assert!(told(town, "13800000001").await.contains("祁海燕要到 16:00 才回来"));
        resident.get(&page(&home)).await.ok().says("改到 16:00").says("等祁海燕回来");
        let told_times = ticket(&resident, &home).await["promises"].take();
        assert_eq!((&told_times[0]["ended"], &told_times[1]["ended"]), (&json!("revised"), &Value::Null));

        // Whom no message reaches a clerk tells.
        let list = clerk.get("/s/sanhe/desk/told").await;
        list.ok().says("马占福").says("祁海燕要到 16:00 才回来");
        clerk.submit(&list, "/told", &[("outcome", "told")]).await.leads_to();
        let left = clerk.api(Method::GET, &format!("{API}/desk/call-list"), None).await.ok().json();
        // Beside whoever waits there is somebody whose papers wait.
        let waits = left.as_array().expect("a list").iter().filter(|p| !p["number"].is_null());
        assert_eq!(waits.count(), 1, "one of two was told: {left}");
        clerk.get("/s/sanhe/desk/calls").await.ok().says("有 2 个人收不到短信");

        // Back: the hall starts at once, whoever is at home gets a time to come.
        town.set_clock("2026-06-25T15:50");
        official.post(PRESENCE, &[("of", "1"), ("is", "desk")]).await.leads_to();
        let at_home = ticket(&resident, &home).await;
        assert_eq!(at_home["promises"][1]["ended"], "kept");
        assert_eq!((&at_home["state"], &at_home["promises"][2]["kind"]), (&json!("waiting"), &json!("come-at")));
        assert_eq!(at_home["promises"][2]["at"], "2026-06-25T16:20:00+08:00");
        resident.get(&page(&home)).await.ok().says("请 16:20 到大厅");
        assert!(told(town, "13800000001").await.contains("请您 16:20 到大厅"));
        let called = official.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await;
        assert_eq!(called.ok().json()["called"], hall.as_str());
        let step = format!("{API}/tickets/{hall}/steps");
        official.api(Method::POST, &step, Some(json!({ "press": "serve" }))).await.ok();
        town.set_clock("2026-06-25T16:18");
        resident.api(Method::POST, &format!("{API}/tickets/{home}/arrival"), None).await.ok();
        let called = official.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await;
        assert_eq!(called.ok().json()["called"], home.as_str());
        assert_eq!(ticket(&resident, &home).await["promises"][2]["ended"], "kept");
        assert_eq!(ticket(&clerk, &by_voice).await["promises"][2]["kind"], "come-at");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_that_is_missed_is_broken_in_the_open_and_there_is_another_way() {
    town::each(async |town| {
        morning(town).await;
        let (official, clerk) = (town.staff("qihaiyan").await, town.staff("maxuelan").await);
        says(&official, "field", Some("2026-06-25T15:00")).await;
        let resident = town.resident("罗生贵").await;
        let id = waits(&resident).await;
        let open = clerk.api(Method::GET, &format!("{API}/officials/{OFFICIAL}/promises"), None).await.ok().json();
        assert_eq!((&open["open"][0]["kind"], &open["open"][0]["number"]), (&json!("return"), &json!("A001")));
        // Time decides, whether the periodic work has written it down or not.
        town.set_clock("2026-06-25T15:16");
        resident.get(&page(&id)).await.ok().says("没做到，对不起");
        town.wait(jiff::SignedDuration::ZERO).await;
        assert!(told(town, "13800000001").await.contains("说好 15:00 回来，还没有回来，对不起"));
        // The stand-in is in by now, and one tap goes to them.
        clerk.post(PRESENCE, &[("of", "2"), ("is", "desk")]).await.leads_to();
        let ticket_page = resident.get(&page(&id)).await;
        ticket_page.ok().says("不等了，找马学兰办").says("不等了，材料放在窗口");
        resident.submit(&ticket_page, "/instead", &[]).await.leads_to();
        let after = ticket(&resident, &id).await;
        assert_eq!((&after["state"], &after["official"]), (&json!("waiting"), &json!(2)));
        assert_eq!(after["instead"], json!([]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_what_hangs_on_an_official_and_decides() {
    town::each(async |town| {
        morning(town).await;
        let (official, clerk) = (town.staff("qihaiyan").await, town.staff("maxuelan").await);
        says(&official, "desk", None).await;
        clerk.post(PRESENCE, &[("of", "2"), ("is", "desk")]).await.leads_to();
        let visitor = town.visitor();
        let (first, second) = (waits(&visitor).await, waits(&visitor).await);
        let asked = format!("{API}/officials/{OFFICIAL}/promises?back=2026-06-25T11:00");
        let hangs = official.api(Method::GET, &asked, None).await.ok().json();
        let decisions = json!(["stand-in", "later", "drop-off", "choose"]);
        assert_eq!((&hangs["hit"][0]["ticket"], &hangs["hit"][0]["decisions"]), (&json!(first), &decisions));
        let odd = official.api(Method::GET, &format!("{API}/officials/{OFFICIAL}/promises?back=soon"), None).await;
        odd.is(422);
        let path = format!("{API}/officials/{OFFICIAL}/presence");
        let leaves = json!({ "state": "meeting", "back": "2026-06-25T11:00",
            "decisions": [{ "ticket": second, "decision": "later" }] });
        let key = [("idempotency-key", "leaves once")];
        let said = official.api_with(Method::PUT, &path, &key, Some(leaves.clone())).await.ok().json();
        let became: Vec<&Value> = said["settled"].as_array().expect("a list").iter().map(|s| &s["decision"]).collect();
        assert_eq!(became, [&json!("stand-in"), &json!("later")]);
        let again = official.api_with(Method::PUT, &path, &key, Some(leaves)).await.ok().json();
        assert_eq!(again["settled"], said["settled"], "the same request does one thing");
        assert_eq!(ticket(&visitor, &second).await["state"], "held");
    })
    .await;
}
