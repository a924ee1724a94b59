//! No trip at all: an official comes to the village, somebody else goes, the papers stay at the desk.
use axum::http::Method;
use serde_json::json;

use crate::person::Person;
use crate::town::{self, Town};

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";
const XINZHUANG: &str = "630203102205";

async fn morning(town: &Town) {
    town.set_clock("2026-06-25T09:00");
    town.wait(jiff::SignedDuration::ZERO).await;
}

/// The page of the day on which Qi Haiyan goes to Qixinzhuang and Zhangqizhai.
async fn the_day(visitor: &Person<'_>) -> crate::page::Page {
    let days = visitor.get("/s/sanhe/village-days").await;
    days.ok().says("祁海燕 到 祁新庄村、张其寨村").says("高龄补贴");
    visitor.get(&days.link("/village-days/")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_villager_asks_is_on_the_sheet_and_is_met() {
    town::each(async |town| {
        morning(town).await;
        let visitor = town.visitor();
        let day = the_day(&visitor).await;
        day.ok().says("请他也到我这里来");
        // What was typed stays when something is missing.
        let missing = visitor.submit(&day, "/visits", &[("phone", "13800000099")]).await;
        missing.is(422).says("有 1 处要改");
        let sent = visitor.submit(&day, "/visits", &[("name", "罗奶奶"), ("phone", "13800000099")]).await;
        let visit = visitor.visit(&sent.leads_to()).await;
        visit.ok().says("约好了").says("祁新庄村 · 村委会 · 高龄补贴").says("身份证");
        // Names are for the desk, the sheet has surnames, and no number unless they agreed.
        visitor.get("/s/sanhe/village-days").await.says_not("罗");
        let clerk = town.staff("qihaiyan").await;
        let list = clerk.get("/s/sanhe/desk/village-days").await;
        list.ok().says("约了 4 位");
        let path = list.link("/desk/village-days/0");
        clerk.get(&path).await.ok().says("罗奶奶").says("138****0099");
        let sheet = clerk.get(&format!("{path}/sheet")).await;
        sheet
            .ok()
            .says("1. 祁新庄村")
            .says("身份证、户口本")
            .says_not("罗奶奶")
            .says_not("13800000099")
            .says("13800000010");
        visitor.get(&format!("{path}/sheet")).await.is(303);
        // Afterwards what came of each is entered in one form; whoever was not met is told what is next.
        town.set_clock("2026-06-26T13:00");
        let clerk = town.staff("qihaiyan").await;
        let entering = clerk.get(&path).await;
        let visits: Vec<String> = entering.form("/outcome").fields.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(visits.len(), 4);
        let mut said: Vec<(&str, &str)> = visits.iter().map(|name| (name.as_str(), "done")).collect();
        let hers = format!("visit-{}", sent.leads_to().rsplit('/').next().expect("an id"));
        said.iter_mut().filter(|(name, _)| *name == hers).for_each(|(_, outcome)| *outcome = "hall");
        clerk.submit(&entering, "/outcome", &said).await.leads_to();
        clerk.get("/s/sanhe/desk/village-days").await.ok().says("结果写好了，4 位");
        visitor.get(&sent.leads_to()).await.ok().says("这次没办成").says("请到大厅来办");
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.to.ends_with("13800000099") && m.text.contains("请到大厅来办")), "{told:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_never_fuller_than_it_is_long_and_says_what_works() {
    town::each(async |town| {
        morning(town).await;
        let visitor = town.visitor();
        let days = visitor.api(Method::GET, &format!("{API}/village-days"), None).await.ok().json();
        let path = format!("{API}/village-days/{}/visits", days["days"][0]["id"].as_str().expect("an id"));
        let ask = |matter: i32, name: &str| json!({ "village": 630_203_102_205_i64, "matter": matter, "name": name });
        let mut asked = 0;
        let full = loop {
            let answer = visitor.api(Method::POST, &path, Some(ask(1, "罗奶奶"))).await;
            if answer.status != 201 {
                break answer;
            }
            asked += 1;
        };
        // 180 minutes: 60 of road, 49 of those who asked before, and five times twelve.
        assert_eq!((asked, full.status), (5, 409));
        assert_eq!(full.json()["type"], "/problems/village-day-full");
        assert!(full.json()["next"][0]["href"].as_str().is_some_and(|href| href.contains("old-age-allowance")));
        // What is not done in villages says how else it is done.
        let letters = visitor.api(Method::POST, &path, Some(ask(13, "罗奶奶"))).await;
        letters.is(409);
        assert_eq!(letters.json()["type"], "/problems/not-in-a-village");
        // On the next day in that village there is room: the refusal leads there.
        let clerk = town.staff("maxuelan").await;
        let plan = json!({ "official": 2, "from": "2026-06-29T09:00", "until": "2026-06-29T11:00",
            "villages": [630_203_102_205_i64], "matters": [1] });
        clerk.api(Method::POST, &format!("{API}/village-days"), Some(plan)).await.is(201);
        let full = visitor.api(Method::POST, &path, Some(ask(1, "罗奶奶"))).await;
        assert!(full.json()["next"][0]["label"].as_str().is_some_and(|l| l.contains("马学兰")), "{}", full.text);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_and_lives_there_is_asked_and_leaves_the_hall() {
    town::each(async |town| {
        morning(town).await;
        let visitor = town.visitor();
        let matter = visitor.get("/s/sanhe/matters/old-age-allowance").await;
        let drawn = visitor.submit(&matter, "/tickets", &[]).await;
        let ticket = visitor.visit(&drawn.leads_to()).await;
        let asked = visitor.get(&ticket.link("/village")).await;
        asked.ok().says("您住哪个村");
        let said = visitor.submit(&asked, "/village", &[("village", XINZHUANG)]).await;
        let offers = visitor.visit(&said.leads_to()).await;
        offers.ok().says("可以在村里办").says("祁海燕 到 祁新庄村");
        let offer = visitor.get(&offers.link("/village-visits/")).await;
        let accepted = visitor.submit(&offer, "/answer", &[]).await;
        visitor.visit(&accepted.leads_to()).await.ok().says("约好了");
        visitor.get(&drawn.leads_to()).await.ok().says("已退号");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_comes_with_consent_that_is_seen_and_taken_back() {
    town::each(async |town| {
        morning(town).await;
        // A resident agrees at home.
        let luo = town.resident("罗生贵").await;
        let form = luo.get("/s/sanhe/proxies/new?matter=old-age-allowance").await;
        let agreed = luo.submit(&form, "/proxies/new", &[("proxy", "王秀兰"), ("kind", "family")]).await;
        let consent = luo.visit(&agreed.leads_to()).await;
        consent.ok().says("王秀兰 可以替您办高龄补贴");
        luo.get("/me").await.ok().says("我同意的代办").says("王秀兰");
        town.resident("韩玉梅").await.get(&agreed.leads_to()).await.is(404);
        // The clerk draws for whoever comes: the desk and the slip say so.
        let clerk = town.staff("maxuelan").await;
        let list = clerk.get("/s/sanhe/desk/proxies").await;
        list.ok().says("罗生贵").says("王秀兰");
        let id = agreed.leads_to().rsplit('/').next().expect("an id").to_owned();
        let drawn = clerk.submit(&list, &format!("/proxies/{id}/tickets"), &[]).await;
        clerk.visit(&drawn.leads_to()).await.ok().says("A001");
        let ticket = drawn.leads_to().rsplit("drawn=").next().expect("an id").to_owned();
        clerk.get("/s/sanhe/desk/calls?desk=3").await.ok().says("代办：王秀兰");
        clerk.get(&format!("/s/sanhe/tickets/{ticket}/slip")).await.ok().says("代办：王…").says_not("王秀兰");
        // Taken back, the number goes too, and nobody draws any more.
        luo.submit(&consent, "/withdrawal", &[]).await.leads_to();
        luo.get(&agreed.leads_to()).await.ok().says("已收回");
        luo.get(&format!("/s/sanhe/tickets/{ticket}")).await.ok().says("已退号");
        let draw = format!("{API}/desk/proxies/{id}/tickets");
        let late = clerk.api(Method::POST, &draw, Some(json!({ "on_site": true }))).await;
        assert_eq!(late.is(409).json()["type"], "/problems/consent-ended");
        // What nobody else can do is refused with how it is done.
        let body = json!({ "matter": 9, "name": "罗大爷", "proxy": "王秀兰", "kind": "family", "how": "paper", "until": "2026-07-01" });
        let refused = clerk.api(Method::POST, &format!("{API}/desk/proxies"), Some(body)).await;
        assert_eq!(refused.is(409).json()["type"], "/problems/not-by-proxy");
        refused.says("上门办、在村里办");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_stay_at_the_desk_and_their_owner_is_told() {
    town::each(async |town| {
        morning(town).await;
        let clerk = town.staff("maxuelan").await;
        clerk.get("/s/sanhe/desk/drop-offs").await.ok().says("办好了，可以取").says("残疾人证");
        let choose = clerk.get("/s/sanhe/desk/drop-offs/new").await;
        choose.ok().says("老年优待证");
        let form = clerk.get("/s/sanhe/desk/drop-offs/new?matter=6").await;
        let typed = [("name", "罗大爷"), ("phone", "13800000099"), ("on", "2026-06-26"), ("at", "16:00")];
        let taken = clerk.submit(&form, "/drop-offs/new", &typed).await;
        let folder = clerk.visit(&taken.leads_to()).await;
        folder.ok().says("0625-01").says("罗大爷").says("身份证、一寸照片");
        let id = taken.leads_to().split('?').next().and_then(|p| p.rsplit('/').next()).expect("an id").to_owned();
        let visitor = town.visitor();
        let receipt = format!("/s/sanhe/receipts/{id}");
        visitor.get(&receipt).await.ok().says("明天 16:00 前办好").says_not("罗大爷");
        visitor.get(&format!("{receipt}/slip?mm=58")).await.ok().says("0625-01").says("留下的材料");
        let steps = format!("{API}/desk/drop-offs/{id}/steps");
        let press = async |body| clerk.api(Method::POST, &steps, Some(body)).await;
        press(json!({ "press": "needs-more" })).await.is(422);
        press(json!({ "press": "needs-more", "note": "一寸照片" })).await.ok();
        visitor.get(&receipt).await.ok().says("请补：一寸照片");
        press(json!({ "press": "brought", "ready_at": "2026-06-26T17:00" })).await.ok();
        press(json!({ "press": "ready" })).await.ok();
        visitor.get(&receipt).await.ok().says("来取就行");
        let told = town.messages().await;
        let theirs: Vec<&str> =
            told.iter().filter(|m| m.to.ends_with("13800000099")).map(|m| m.text.as_str()).collect();
        let told = |words: &str| theirs.iter().any(|text| text.contains(words));
        assert!(theirs.len() == 2 && told("还缺：一寸照片") && told("办好了"), "{theirs:?}");
        press(json!({ "press": "hand-back" })).await.ok();
        press(json!({ "press": "start" })).await.is(409);
    })
    .await;
}
