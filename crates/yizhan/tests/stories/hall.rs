//! The hall in a power cut, its seats, what is on, and what managers change of it.
use axum::http::Method;
use serde_json::{Value, json};

use crate::person::Person;
use crate::town::{self, Town};

const API: &str = "/stations/sanhe";
const DESK: &str = "/s/sanhe/desk";

/// The morning after the evening on which stories begin, with whoever calls at desk 3.
async fn morning(town: &Town) -> Person<'_> {
    town.set_clock("2026-06-25T08:40");
    town.wait(jiff::SignedDuration::ZERO).await;
    town.staff("maxuelan").await
}

async fn next(clerk: &Person<'_>) -> Value {
    let called = clerk.api(Method::POST, &format!("{API}/desks/3/calls"), Some(json!({}))).await.ok().json();
    let id = called["called"].as_str().expect("somebody waits").to_owned();
    let step = format!("{API}/tickets/{id}/steps");
    clerk.api(Method::POST, &step, Some(json!({ "press": "serve" }))).await.ok();
    clerk.api(Method::GET, &format!("{API}/tickets/{id}"), None).await.ok().json()
}

/// What the page's list calls this matter.
fn chosen(page: &crate::page::Page, matter: &str) -> String {
    let options = page.text.split("<option value=\"").filter_map(|o| o.split_once("\">"));
    let found = options.into_iter().find(|(_, words)| words.split('<').next().is_some_and(|w| w.ends_with(matter)));
    found.unwrap_or_else(|| panic!("{matter} cannot be chosen")).0.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cuts_sheets_keep_their_turns() {
    town::each(async |town| {
        let clerk = morning(town).await;
        let kiosk = town.kiosk().await;
        let draws = async || {
            let ask = kiosk.get("/s/sanhe/kiosk/priority?line=civil").await;
            kiosk.submit(&ask, "/kiosk/tickets", &[("priority", "none")]).await.leads_to();
        };
        draws().await;
        // The power goes at nine and is back at half past ten; at the kiosk somebody is faster than the clerk.
        town.set_clock("2026-06-25T10:30");
        draws().await;
        let clerk_back = town.staff("maxuelan").await;
        let form = clerk_back.get(&format!("{DESK}/tickets/pads")).await;
        let what = chosen(form.ok(), "高龄补贴");
        let typed = [
            ("pad-1", "1"),
            ("what-1", &what),
            ("from-1", "0910"),
            ("became-1", "served"),
            ("pad-2", "2"),
            ("what-2", &what),
            ("from-2", "9点30"),
            ("became-2", "waits"),
            ("name-2", "罗大爷"),
            ("pad-3", "3"),
            ("what-3", &what),
            ("from-3", "940"),
            ("became-3", "left"),
            ("pad-4", "2"),
            ("what-4", &what),
            ("from-4", "950"),
            ("became-4", "waits"),
        ];
        let kept = clerk_back.submit(&form, "/tickets/pads", &typed).await;
        kept.is(409).says("记好了 3 张").says("纸号 2 现在是 A004").says("有 1 行还没记下").says("已经记过，是 A004");
        let settled = clerk_back.submit(&kept, "/tickets/pads", &[("way-1", "another")]).await;
        settled.ok().says("纸号 2 现在是 A006");
        // Called by when they came: the one before the cut, the sheets, then whoever drew when it was over.
        let mut order = vec![];
        for _ in 0..4 {
            order.push(next(&clerk).await["number"].as_str().expect("a number").to_owned());
        }
        assert_eq!(order, ["A001", "A004", "A006", "A002"]);
        town.visitor().get("/s/sanhe/hall").await.ok().says("A002").says_not("罗大爷");
        let all = clerk.api(Method::GET, &format!("{API}/desk/pad-numbers"), None).await.ok().json();
        let stands: Vec<_> = all.as_array().expect("a list").iter().map(|p| p["state"].clone()).collect();
        assert_eq!(stands, ["done", "done", "done", "closed"], "{all}");
        // The next morning the rest of the pad turns up.
        town.set_clock("2026-06-26T09:00");
        let clerk = town.staff("maxuelan").await;
        let late = json!({ "pad": 9, "line": 1, "came": "2026-06-25T10:00:00+08:00", "became": "served" });
        let typed = clerk.api(Method::POST, &format!("{API}/desk/pad-numbers"), Some(late)).await;
        assert_eq!(typed.is(201).json()["number"], "A007");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_sees_whether_there_is_a_seat() {
    town::each(async |town| {
        let clerk = morning(town).await;
        let manager = town.staff("qihaiyan").await;
        let seats = json!({ "seats": 12 });
        manager.api(Method::PUT, &format!("{API}/lounge"), Some(seats)).await.ok();
        let page = clerk.get(&format!("{DESK}/lounge")).await;
        clerk.submit(page.ok(), "/desk/lounge", &[("tap", "empty")]).await.leads_to();
        for _ in 0..2 {
            let page = clerk.get(&format!("{DESK}/lounge")).await;
            // A double tap is one.
            for _ in 0..2 {
                clerk.submit(&page, "/desk/lounge", &[("tap", "came")]).await.leads_to();
            }
        }
        let visitor = town.visitor();
        visitor.get("/s/sanhe/hall").await.ok().says("候休区 12 个座，空 10 个");
        let matter = visitor.get("/s/sanhe/matters/old-age-allowance").await;
        let ticket = visitor.submit(&matter, "/tickets", &[]).await.leads_to();
        visitor.get(&ticket).await.ok().says("候休区：12 个座，空 10 个");
        town.set_clock("2026-06-25T09:45");
        visitor.get("/s/sanhe/hall").await.ok().says("空几个座不清楚（08:40 时空 10 个，共 12 个）");
        let known = visitor.api(Method::GET, &format!("{API}/lounge"), None).await.ok().json();
        assert_eq!((&known["free"], &known["last_free"]), (&Value::Null, &json!(10)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_says_what_is_free_and_who_looks_for_players() {
    town::each(async |town| {
        town.visitor().get("/s/sanhe/hall").await.ok().says("现在").says("今晚").says("缺");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_opens_a_line_and_closes_one_that_nobody_needs() {
    town::each(async |town| {
        let clerk = morning(town).await;
        let manager = town.staff("qihaiyan").await;
        let new = manager.get(&format!("{DESK}/lines/new")).await;
        let line = [("letter", "F"), ("slug", "advice"), ("name_zh", "法律咨询"), ("hours", "Mo-Fr 08:30-12:00")];
        manager.submit(new.ok(), "/lines/new", &line).await.leads_to();
        let id = manager.api(Method::GET, &format!("{API}/desk/lines"), None).await.ok().json();
        let id = id.as_array().expect("a list").iter().find(|l| l["slug"] == "advice").expect("it is there")["id"]
            .to_string();
        let new = manager.get(&format!("{DESK}/lines/desks/new")).await;
        manager
            .post(&format!("{DESK}/lines/desks/new"), &[("id", "8"), ("note_zh", "二楼"), ("line", &id)])
            .await
            .leads_to();
        new.ok().says("法律咨询");
        let kiosk = town.kiosk().await;
        kiosk.get("/s/sanhe/kiosk").await.ok().says("法律咨询");
        let ask = kiosk.get("/s/sanhe/kiosk/priority?line=advice").await;
        kiosk.submit(&ask, "/kiosk/tickets", &[("priority", "none")]).await.leads_to();
        // Somebody waits: it stays.
        let edit = manager.get(&format!("{DESK}/lines/{id}")).await;
        manager.submit(edit.ok(), "/lines/retired", &[]).await.is(409).says("还有 1 个号没办完");
        let called = clerk.api(Method::POST, &format!("{API}/desks/8/calls"), Some(json!({}))).await.ok().json();
        let ticket = called["called"].as_str().expect("called").to_owned();
        for press in ["serve", "finish"] {
            let step = format!("{API}/tickets/{ticket}/steps");
            clerk.api(Method::POST, &step, Some(json!({ "press": press }))).await.ok();
        }
        manager.submit(&edit, "/lines/retired", &[]).await.leads_to();
        kiosk.get("/s/sanhe/kiosk").await.ok().says_not("法律咨询");
        let retired = manager.get(&format!("{DESK}/lines/retired")).await;
        manager.submit(retired.ok().says("法律咨询"), "/lines/retired", &[("back", "1")]).await.leads_to();
        kiosk.get("/s/sanhe/kiosk").await.ok().says("法律咨询");
        // The official reads their own week.
        let body = json!({ "state": "leave", "back": "2026-06-29T08:30:00+08:00" });
        manager.api(Method::PUT, &format!("{API}/officials/1/presence"), Some(body)).await.ok();
        manager.get(&format!("{DESK}/my-week")).await.ok().says("请假，这一天都不在").says("请假，8:30 回");
    })
    .await;
}
