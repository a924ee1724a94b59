//! No wasted trip: who is in, whose turn it is, and when.
use axum::http::Method;
use serde_json::{Value, json};

use crate::person::Person;
use crate::town::{self, Town};

/// The morning after the evening on which stories begin: nobody has said anything yet, and what nobody closed is closed.
async fn morning(town: &Town) {
    town.set_clock("2026-06-25T09:00");
    town.wait(jiff::SignedDuration::ZERO).await;
}

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";

/// Says where official `id` is, as the front desk does.
async fn says(clerk: &Person<'_>, id: i32, state: &str, back: Option<&str>) {
    let body = json!({ "state": state, "back": back });
    let path = format!("{API}/officials/{id}/presence");
    clerk.api(Method::PUT, &path, Some(body)).await.ok();
}

async fn ticket(anybody: &Person<'_>, id: &str) -> Value {
    anybody.api(Method::GET, &format!("{API}/tickets/{id}"), None).await.ok().json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_knows_before_leaving_home_takes_a_ticket_and_is_called() {
    town::each(async |town| {
        morning(town).await;
        let clerk = town.staff("maxuelan").await;
        says(&clerk, 1, "field", Some("2026-06-25T15:00:00+08:00")).await;
        says(&clerk, 2, "desk", None).await;
        // One tap from the home page: who is away until when, who does it now, where.
        let resident = town.visitor();
        let home = resident.get("/s/sanhe").await;
        home.ok().says("来办事");
        let matter = resident.get("/s/sanhe/matters/old-age-allowance").await;
        matter.ok().says("去 3 号窗找马学兰").says("祁海燕下村 15:00 回");
        // In plain words, and by the first letters.
        for asked in ["老年补贴", "glbt"] {
            let found = resident.get(&format!("/s/sanhe/errands?q={asked}")).await;
            found.ok().says("高龄补贴");
        }
        // A ticket from home, without a name.
        let drawn = resident.submit(&matter, "/tickets", &[]).await;
        let page = resident.visit(&drawn.leads_to()).await;
        page.ok().says("A001");
        let id = drawn.leads_to().rsplit('/').next().expect("an id").to_owned();
        // Who is not in the hall is not called.
        let next = format!("{API}/desks/3/calls");
        clerk.api(Method::POST, &next, Some(json!({}))).await.is(409);
        resident.submit(&page, "/arrival", &[]).await.leads_to();
        let called = clerk.api(Method::POST, &next, Some(json!({}))).await;
        assert_eq!(called.ok().json()["called"], id.as_str());
        // The screen in the hall shows number and desk, and no name.
        resident.get("/s/sanhe/hall").await.ok().says("A001").says_not("罗生贵");
        assert_eq!(ticket(&resident, &id).await["state"], "called");
        let step = format!("{API}/tickets/{id}/steps");
        clerk.api(Method::POST, &step, Some(json!({ "press": "serve" }))).await.ok();
        clerk.api(Method::POST, &step, Some(json!({ "press": "finish" }))).await.ok();
        assert_eq!(ticket(&resident, &id).await["state"], "done");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_return_reads_unconfirmed_and_calling_proves_presence() {
    town::each(async |town| {
        morning(town).await;
        let clerk = town.staff("maxuelan").await;
        says(&clerk, 2, "meeting", Some("2026-06-25T10:00:00+08:00")).await;
        let visitor = town.visitor();
        visitor.get("/s/sanhe/officials").await.ok().says("开会 10:00 回");
        town.set_clock("2026-06-25T10:16");
        visitor.get("/s/sanhe/officials").await.ok().says("未确认");
        let matter = visitor.get("/s/sanhe/matters/old-age-allowance").await;
        let drawn = visitor.submit(&matter, "/tickets", &[]).await;
        let page = visitor.visit(&drawn.leads_to()).await;
        visitor.submit(&page, "/arrival", &[]).await.leads_to();
        clerk.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await.ok();
        visitor.get("/s/sanhe/officials").await.ok().says("在 3 号窗");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kiosk_draws_for_whoever_has_no_phone_and_prints_a_slip() {
    town::each(async |town| {
        morning(town).await;
        // From anywhere else its address says what it is, and draws nothing.
        let stranger = town.visitor();
        stranger.get("/s/sanhe/kiosk").await.is(403).says("这台设备不是取号机").link("/s/sanhe/errands");
        stranger.post("/s/sanhe/kiosk/tickets", &[("line", "civil"), ("priority", "none")]).await.is(403);
        let kiosk = town.kiosk().await;
        let start = kiosk.get("/s/sanhe/kiosk").await;
        start.ok().says("民政·救助");
        let ask = kiosk.get("/s/sanhe/kiosk/priority?line=civil").await;
        let drawn = kiosk.submit(&ask, "/kiosk/tickets", &[("priority", "elderly")]).await;
        let shown = kiosk.visit(&drawn.leads_to()).await;
        shown.ok().says("A001");
        let id = drawn.leads_to().rsplit('/').next().expect("an id").to_owned();
        for mm in [80, 58] {
            kiosk.get(&format!("/s/sanhe/tickets/{id}/slip?mm={mm}")).await.ok().says("A001").says("手机扫一扫");
        }
        // Whoever has drawn at home types the number.
        kiosk.post("/s/sanhe/kiosk/here", &[("number", "A001")]).await.ok().says("A001");
        kiosk.post("/s/sanhe/kiosk/here", &[("number", "A999")]).await.ok().says("今天没有这个号");
    })
    .await;
}
