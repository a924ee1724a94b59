//! A time at a desk: booked without an account, mixed with those who just come.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::person::Person;
use crate::town::{self, Town};

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";
/// Where the allowance is booked.
const PAGE: &str = "/s/sanhe/matters/old-age-allowance/appointments";

async fn says(clerk: &Person<'_>, id: i32, state: &str, back: Option<&str>) {
    let path = format!("{API}/officials/{id}/presence");
    clerk.api(Method::PUT, &path, Some(json!({ "state": state, "back": back }))).await.ok();
}

/// Books for the next day from wherever one is; the path of the ticket.
async fn booked(anybody: &Person<'_>, from: &str, typed: &[(&str, &str)]) -> String {
    let page = anybody.get(&format!("{PAGE}?on=2026-06-25")).await;
    page.ok().says(&from[11..16]);
    let typed: Vec<(&str, &str)> = [("from", from)].into_iter().chain(typed.iter().copied()).collect();
    anybody.submit(&page, "/appointments", &typed).await.leads_to()
}

fn id_of(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

/// Calls the next at desk 3 and serves them, so that the desk is free for the one after.
async fn next(clerk: &Person<'_>) -> Value {
    let called =
        clerk.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await.ok().json()["called"].clone();
    let step = format!("{API}/tickets/{}/steps", called.as_str().expect("somebody waits"));
    clerk.api(Method::POST, &step, Some(json!({ "press": "serve" }))).await.ok();
    called
}

async fn walks_in(town: &Town) -> String {
    let kiosk = town.kiosk().await;
    let ask = kiosk.get("/s/sanhe/kiosk/priority?line=civil").await;
    let drawn = kiosk.submit(&ask, "/kiosk/tickets", &[("priority", "none")]).await;
    id_of(&drawn.leads_to()).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn booked_in_the_evening_and_called_at_the_time_among_those_who_just_come() {
    town::each(async |town| {
        let resident = town.visitor();
        resident.get("/s/sanhe/matters/old-age-allowance").await.ok().says("预约").link(PAGE);
        let path = booked(&resident, "2026-06-25T09:30:00+08:00", &[("phone", "13800000911")]).await;
        resident.get(&path).await.ok().says("A001").says("约在 明天 09:30");
        // A message says it, and in the morning another one an hour before. (The evening before is over already.)
        let to = |kind: &'static str| async move {
            town.messages().await.iter().filter(|m| m.kind == kind && m.to.ends_with("13800000911")).count()
        };
        assert_eq!(to("appointment-booked").await, 1);
        town.set_clock("2026-06-25T08:30");
        town.wait(SignedDuration::ZERO).await;
        assert_eq!(to("appointment-reminder").await, 1);
        let clerk = town.staff("maxuelan").await;
        says(&clerk, 1, "desk", None).await;
        says(&clerk, 2, "desk", None).await;
        let mut walk_ins = vec![];
        for _ in 0..3 {
            walk_ins.push(walks_in(town).await);
        }
        // At the kiosk the number is enough.
        town.set_clock("2026-06-25T09:20");
        town.kiosk().await.post("/s/sanhe/kiosk/here", &[("number", "A001")]).await.ok().says("知道您到了");
        assert_eq!(next(&clerk).await, walk_ins[0].as_str(), "it is not their time yet");
        town.set_clock("2026-06-25T09:30");
        // The appointment is with official 1; the clerk who calls is official 2.
        assert_eq!(next(&clerk).await, walk_ins[1].as_str());
        let official = town.staff("qihaiyan").await;
        assert_eq!(next(&official).await, id_of(&path));
        assert_eq!(next(&official).await, walk_ins[2].as_str());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_place_goes_to_one_and_the_other_is_led_to_the_nearest() {
    town::each(async |town| {
        let (one, other) = (town.visitor(), town.visitor());
        let page = other.get(&format!("{PAGE}?on=2026-06-25")).await;
        booked(&one, "2026-06-25T09:30:00+08:00", &[]).await;
        let refused = other.submit(&page, "/appointments", &[("from", "2026-06-25T09:30:00+08:00")]).await;
        refused.is(409).says("这个时间刚被约走了").says("明天 09:15 · 祁海燕");
        let instead = other.submit(&refused, "/appointments", &[("from", "2026-06-25T09:15:00+08:00")]).await;
        other.get(&instead.leads_to()).await.ok().says("约在 明天 09:15");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stand_in_has_the_times_while_the_official_is_in_a_village() {
    town::each(async |town| {
        let clerk = town.staff("maxuelan").await;
        let path = booked(&town.visitor(), "2026-06-25T10:00:00+08:00", &[]).await;
        says(&clerk, 1, "field", Some("2026-06-25T15:00:00+08:00")).await;
        let page = town.visitor().get(&format!("{PAGE}?on=2026-06-25")).await;
        page.ok().says("上午 · 马学兰").says("下午 · 祁海燕");
        // What was booked with whoever is away is the stand-in's, at the same time.
        clerk.get("/s/sanhe/desk/appointments").await.ok().says_not("没有人能办了");
        let list = clerk.api(Method::GET, &format!("{API}/desk/appointments?official=2"), None).await.ok().json();
        let theirs = list["appointments"].as_array().expect("a list").iter().find(|a| a["id"] == id_of(&path));
        assert_eq!(theirs.expect("it is listed")["hit"], false);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_without_a_phone_is_booked_by_name_moves_and_is_not_kept_for_ever() {
    town::each(async |town| {
        let clerk = town.staff("maxuelan").await;
        let new = "/s/sanhe/desk/appointments/new";
        let from = "2026-06-25T09:00:00+08:00";
        clerk.get(&format!("{new}?matter=old-age-allowance&on=2026-06-25")).await.ok().form("/appointments/new");
        let form = [("matter", "old-age-allowance"), ("from", from), ("name", "罗大爷"), ("once", "a")];
        let list = clerk.visit(&clerk.post(new, &form).await.leads_to()).await;
        list.ok().says("约好了").says("高龄补贴 · 罗大爷");
        let all = clerk.api(Method::GET, &format!("{API}/desk/appointments"), None).await.ok().json();
        let all = all["appointments"].as_array().expect("a list");
        let id =
            all.iter().find(|a| a["name"] == "罗大爷").expect("it is listed")["id"].as_str().expect("an id").to_owned();
        // To another day: another number of that day, and the old page leads there.
        let path = format!("{API}/tickets/{id}/time");
        let moved = clerk.api(Method::PUT, &path, Some(json!({ "from": "2026-06-26T09:00" }))).await.ok().json();
        town.visitor().get(&format!("/s/sanhe/tickets/{id}")).await.ok().says("改到别的日子了");
        let ticket = format!("{API}/tickets/{}", moved["id"].as_str().expect("an id"));
        town.set_clock("2026-06-26T09:29");
        assert_eq!(clerk.api(Method::GET, &ticket, None).await.ok().json()["state"], "booked");
        town.set_clock("2026-06-26T09:30");
        clerk.api(Method::POST, &format!("{ticket}/arrival"), Some(json!({}))).await.is(409);
        town.wait(SignedDuration::ZERO).await;
        assert_eq!(clerk.api(Method::GET, &ticket, None).await.ok().json()["state"], "expired");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_who_is_signed_in_finds_it_among_their_things() {
    town::each(async |town| {
        let luo = town.resident("罗生贵").await;
        let path = booked(&luo, "2026-06-25T09:30:00+08:00", &[]).await;
        luo.get("/me").await.ok().says("约在 明天 09:30");
        // One on a day in a line; the second leads to the first.
        let page = luo.get(&format!("{PAGE}?on=2026-06-25")).await;
        let refused = luo.submit(&page, "/appointments", &[("from", "2026-06-25T10:00:00+08:00")]).await;
        refused.is(409).says("您在这个队里已经有一个号了").link(&path);
        let ticket = luo.get(&path).await;
        luo.submit(&ticket, "/cancellation", &[]).await.leads_to();
        luo.get("/me").await.ok().says_not("约在 明天");
    })
    .await;
}
