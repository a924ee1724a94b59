//! 兴趣小组: people who write together, and what becomes of their club.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::json;

use crate::page::Page;
use crate::person::Person;
use crate::town::{self, Town};

const NEW: &str = "/s/sanhe/clubs/new";
const TEXT: [(&str, &str); 4] =
    [("name", "翰墨小组"), ("about", "一起写毛笔字，从楷书开始。"), ("joining", "asks"), ("called", "马学义先生")];

/// Somebody nobody knows, signed in with a phone of their own.
async fn newcomer<'t>(town: &'t Town, phone: &str, then: &str) -> Person<'t> {
    let person = town.visitor();
    let sent = person.post("/sign-in", &[("phone", phone), ("then", then)]).await;
    let digits = town.code_sent_to(phone).await;
    person.post(&sent.leads_to(), &[("digits", &digits), ("then", then)]).await.leads_to();
    person
}

/// A calligraphy club whose leader has the number 13812340001; its address.
async fn founded(town: &Town) -> (Person<'_>, String) {
    let leader = newcomer(town, "13812340001", NEW).await;
    let form = leader.get(NEW).await;
    let club = leader.submit(&form, "/s/sanhe/clubs", &TEXT).await.leads_to();
    (leader, club)
}

/// The leader looks first and then makes meetings of the calligraphy desks. What came of it.
async fn meets(leader: &Person<'_>, club: &str, pattern: &str, typed: &[(&str, &str)]) -> Page {
    let places = leader.visit(&format!("{club}/meetings")).await;
    let form = leader.visit(&format!("{}{pattern}", places.link("/series/new?offering=calligraphy"))).await;
    let typed = [typed, &[("minutes", "90"), ("group", "3"), ("look", "1")]].concat();
    let looked = leader.submit(&form, "/series/new", &typed).await;
    let made = leader.submit(looked.ok(), &format!("{club}/series"), &[]).await;
    leader.visit(&made.leads_to()).await
}

/// The first entry of a club that a button of the page names.
fn entry_on(page: &Page) -> String {
    let value = page.text.split("name=\"member\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.expect("a button names somebody").to_owned()
}

async fn told(town: &Town, phone: &str, kind: &str) -> Vec<String> {
    let all = town.messages().await;
    all.into_iter().filter(|m| m.to == phone && m.kind == kind).map(|m| m.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_write_together_week_by_week_and_by_the_moon() {
    town::each(async |town| {
        // Whoever is not signed in is led to the door and back.
        town.visitor().get(NEW).await.leads_to();
        let (leader, club) = founded(town).await;
        leader.visit(&club).await.ok().says("翰墨小组").says("你是组长").says("下次活动还没定");
        let again = leader.submit(&leader.get(NEW).await, "/s/sanhe/clubs", &TEXT).await;
        again.is(409).says("已经有一个小组叫这个名字").says("一起写毛笔字");

        // A stranger finds it, asks, and is let in.
        let passer_by = town.visitor();
        let list = passer_by.get("/s/sanhe/clubs").await;
        list.ok().says("翰墨小组").says("几位").says("临帖小组");
        passer_by.get(&list.link(&club)).await.ok().says("马先生").says_not("学义").says("我想加入");
        let stranger = newcomer(town, "13812340002", &club).await;
        let asked = stranger.submit(&stranger.get(&club).await, "/members", &[("called", "罗生财")]).await;
        stranger.visit(&asked.leads_to()).await.ok().says("等组长同意");
        assert_eq!(told(town, "13812340001", "club-asked").await.len(), 1);
        leader.visit("/me").await.ok().says("1 人想加入");
        let people = leader.visit(&format!("{club}/people")).await;
        people.ok().says("罗生财");
        leader.submit(&people, "/admission", &[]).await.leads_to();
        stranger.visit(&club).await.ok().says("已加入").says_not("我想加入");
        stranger.get(&format!("{club}/people")).await.is(404);

        // Saturdays, and the fifteenth of the lunar month: each date says what became of it.
        let weekly = meets(&leader, &club, "", &[("sa", "1"), ("we", ""), ("at", "10:00"), ("times", "4")]).await;
        weekly.ok().says("每周星期六").says("10:00–11:30").says("订好了");
        let lunar = [("day", "15"), ("at", "16:00"), ("times", "3")];
        let lunar = meets(&leader, &club, "&pattern=lunar-monthly", &lunar).await;
        lunar.ok().says("十五").says("6月29日").says("订好了");
        stranger.visit(&club).await.ok().says("6月29日").says("书法座位");

        // A word to the members; the feed has every meeting, and nobody's name.
        let form = leader.visit(&format!("{club}/notices")).await;
        let sent = leader.submit(&form, "/notices", &[("words", "周六带上毛毡，墨这里有。")]).await;
        leader.visit(&sent.leads_to()).await.ok().says("发出去了");
        assert!(told(town, "13812340002", "club-notice").await[0].contains("“翰墨小组”：周六带上毛毡"));
        stranger.visit(&club).await.ok().says("周六带上毛毡");
        passer_by.get(&club).await.ok().says_not("周六带上毛毡");
        let feed = passer_by.get(&format!("{club}/calendar.ics")).await;
        let events = feed.ok().text.matches("BEGIN:VEVENT").count();
        assert!(events >= 5 && feed.text.contains("翰墨小组"), "{}", feed.text);
        assert!(feed.text.contains("DTSTART:20260629T080000Z") && !feed.text.contains("RRULE"), "{}", feed.text);

        // The desk sees whose room it is on that day.
        let li = town.staff("lijianguo").await;
        li.visit("/s/sanhe/desk/today?on=2026-06-29").await.ok().says("翰墨小组");

        // The end: what was to come is free, and whoever was in is told.
        let end = leader.visit(&format!("{club}/text")).await;
        leader.submit(&end, "/closure", &[]).await.leads_to();
        stranger.visit(&club).await.ok().says("已经解散");
        assert_eq!(told(town, "13812340002", "club-closed").await.len(), 1);
        li.visit("/s/sanhe/desk/today?on=2026-06-29").await.ok().says("退");
        let feed = passer_by.get(&format!("{club}/calendar.ics")).await;
        assert_eq!(feed.text.matches("STATUS:CANCELLED").count(), events);
        passer_by.get("/s/sanhe/clubs").await.ok().says_not("翰墨小组");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn leadership_is_handed_over_and_a_guardian_enters_a_child() {
    town::each(async |town| {
        let (leader, club) = founded(town).await;
        let heir = newcomer(town, "13812340002", &club).await;
        heir.submit(&heir.get(&club).await, "/members", &[("called", "韩女士")]).await.leads_to();
        let page = heir.visit(&club).await;
        let bad = heir.submit(&page, "/members", &[("child", "豆豆")]).await;
        bad.is(422).says("选孩子多大");
        heir.submit(&page, "/members", &[("child", "豆豆"), ("band", "under-13")]).await.leads_to();
        heir.visit(&club).await.ok().says("豆豆");
        let mut people = leader.visit(&format!("{club}/people")).await;
        people.says("豆豆（孩子，13 岁以下）");
        for _ in 0..2 {
            people = leader.visit(&leader.submit(&people, "/admission", &[]).await.leads_to()).await;
        }
        let asked = leader.submit(&people, "/leadership", &[]).await;
        leader.visit(&asked.leads_to()).await.ok().says("在等答复");
        heir.visit("/me").await.ok().says("想请你当组长");
        let accepted = heir.submit(&heir.visit(&club).await, &format!("{club}/leadership"), &[]).await;
        heir.visit(&accepted.leads_to()).await.ok().says("你是组长").says("韩女士");
        assert_eq!(told(town, "13812340001", "club-led").await.len(), 1);
        let left = leader.submit(&leader.visit(&club).await, "/departure", &[]).await;
        leader.visit(&left.leads_to()).await.ok().says("我想加入");
        let page = heir.visit(&club).await;
        let child = heir.submit(&page, "/departure", &[("member", &entry_on(&page))]).await;
        heir.visit(&child.leads_to()).await.ok().says_not("豆豆");
        heir.post(&format!("{club}/departure"), &[]).await.is(409).says("你是组长");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_staff_hide_words_and_find_a_new_leader_when_the_old_one_is_gone() {
    town::each(async |town| {
        let (leader, club) = founded(town).await;
        let (li, qi) = (town.staff("lijianguo").await, town.staff("qihaiyan").await);
        let list = li.visit("/s/sanhe/desk/series").await;
        let list = li.visit(&list.link("/desk/clubs")).await;
        let one = list.ok().link(&club.replace("/s/sanhe/clubs", "/s/sanhe/desk/clubs"));
        let page = li.visit(&one).await;
        let asked = li.submit(&page, "/hiding", &[("words", "像是广告")]).await;
        let page = li.visit(&asked.leads_to()).await;
        li.submit(&page, "/agreement", &[]).await.is(409).says("另一位工作人员");
        town.visitor().get(&club).await.ok().says("一起写毛笔字");
        qi.submit(&qi.visit(&one).await, "/agreement", &[]).await.leads_to();
        town.visitor().get(&club).await.ok().says("正在核实").says_not("一起写毛笔字").says_not("翰墨小组");
        let said = leader.submit(&leader.visit(&club).await, "/appeal", &[("words", "不卖东西")]).await;
        leader.visit(&said.leads_to()).await.ok().says("像是广告");
        let page = qi.visit(&one).await;
        page.ok().says("组长说：不卖东西");
        qi.submit(&page, "/hiding/end", &[]).await.leads_to();
        town.visitor().get(&club).await.ok().says("一起写毛笔字");

        // The leader has everything forgotten; the club stays and waits, and the desk reads so first.
        let member = newcomer(town, "13812340002", &club).await;
        member.submit(&member.get(&club).await, "/members", &[("called", "韩女士")]).await.leads_to();
        leader.submit(&leader.visit(&format!("{club}/people")).await, "/admission", &[]).await.leads_to();
        town.wait(SignedDuration::from_mins(2)).await;
        let last = leader.submit(&leader.visit("/me/data").await, "/me/forget", &[]).await;
        let last = leader.visit(&last.leads_to()).await;
        let digits = town.code_sent_to("13812340001").await;
        leader.submit(&last, "/me/forget/", &[("digits", &digits)]).await.leads_to();
        town.visitor().get(&club).await.ok().says("在等组长").says("还没有，驿站正在找").says_not("马先生");
        qi.visit("/s/sanhe/desk/clubs").await.ok().says("没有组长，要找一位");
        qi.visit("/s/sanhe/desk/changes").await.ok().says("兴趣小组没有组长了");
        qi.submit(&qi.visit(&one).await, "/successor", &[]).await.is(404);
        let page = qi.visit(&one).await;
        qi.submit(&page, "/successor", &[("member", &entry_on(&page))]).await.leads_to();
        assert_eq!(told(town, "13812340002", "club-lead").await.len(), 1);
        member.submit(&member.visit(&club).await, &format!("{club}/leadership"), &[]).await.leads_to();
        town.visitor().get(&club).await.ok().says("韩女士");
        let closed = li.submit(&li.visit(&one).await, "/closure", &[("reason", "")]).await;
        closed.is(422);
        li.submit(&li.visit(&one).await, "/closure", &[("reason", "没有人来了")]).await.leads_to();
        assert!(told(town, "13812340002", "club-closed").await[0].contains("没有人来了"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_founds_a_club_makes_its_meetings_and_settles_a_clash() {
    town::each(async |town| {
        let (ma, luo, han) =
            (town.resident("马学兰").await, town.resident("罗生贵").await, town.resident("韩玉梅").await);
        let same = |key: &'static str| [("sec-fetch-site", "same-origin"), ("idempotency-key", key)];
        let text = json!({ "name": "早起太极", "about": "早上一起练太极。", "opens": true });
        let found = async || {
            ma.api_with(Method::POST, "/stations/sanhe/clubs", &same("k1"), Some(json!({ "text": text }))).await
        };
        let (club, again) = (found().await, found().await);
        club.is(201);
        assert_eq!(club.json()["id"], again.json()["id"], "the same key, the same club");
        assert_eq!((&club.json()["you"], &club.json()["members"]), (&json!("leader"), &json!(null)));
        let path = format!("/stations/sanhe/clubs/{}", club.json()["id"].as_str().expect("an id"));
        let joined = luo.api_with(Method::POST, &format!("{path}/members"), &same("k2"), Some(json!({}))).await;
        assert_eq!(joined.is(200).json()["you"], "member");
        let child = json!({ "child": { "name": "小雅", "band": "13-15" } });
        let asks = han.api_with(Method::POST, &format!("{path}/members"), &same("k3"), Some(child)).await;
        assert_eq!(
            (&asks.is(200).json()["you"], &asks.json()["entries"][0]["child"]),
            (&json!("asks"), &json!("小雅"))
        );
        luo.api(Method::GET, &format!("{path}/members"), None).await.is(404);
        let members = ma.api(Method::GET, &format!("{path}/members"), None).await.is(200).json();
        let names: Vec<&str> = members.as_array().into_iter().flatten().filter_map(|m| m["name"].as_str()).collect();
        assert!(names.contains(&"罗生贵") && names.contains(&"小雅"), "{names:?}");

        // All six desks are taken on that Saturday: a clash, with what works on the day.
        let qi = town.staff("qihaiyan").await;
        let taken = json!({ "offering": "calligraphy", "from": "2026-07-11T10:00:00+08:00", "minutes": 60, "group": 6,
            "name": "张三" });
        qi.api(Method::POST, "/stations/sanhe/desk/reservations", Some(taken)).await.is(201);
        let series = json!({ "offering": "calligraphy", "rule": "FREQ=WEEKLY;BYDAY=SA;COUNT=3", "on": "2026-07-01",
            "at": "10:00", "minutes": 60, "group": 4 });
        let looked =
            ma.api_with(Method::POST, &format!("{path}/series/preview"), &same("k4"), Some(series.clone())).await;
        assert_eq!(looked.is(200).json()[1]["outcome"], "clash");
        let made = ma.api_with(Method::POST, &format!("{path}/series"), &same("k5"), Some(series)).await.is(201).json();
        assert_eq!(made["title"], "早起太极");
        let at = made["dates"][1]["instead"][0]["from"].as_str().expect("an alternative")[11..16].to_owned();
        let of = format!("{path}/series/{}", made["id"].as_str().expect("an id"));
        let time = json!({ "at": at, "minutes": 60 });
        let placed = ma.api_with(Method::PUT, &format!("{of}/dates/2026-07-11/time"), &same("k6"), Some(time)).await;
        assert_eq!(placed.is(200).json()["dates"][1]["outcome"], "booked");
        luo.api_with(Method::POST, &format!("{of}/end"), &same("k7"), Some(json!({}))).await.is(404);
        let named = json!({ "title": "别的" });
        ma.api_with(Method::POST, &format!("{of}/changes"), &same("k8"), Some(named)).await.is(422);
        let hall = json!({ "offering": "half-hall", "rule": "FREQ=WEEKLY;BYDAY=SU;COUNT=2", "on": "2026-07-01",
            "at": "09:00", "minutes": 60 });
        let no = ma.api_with(Method::POST, &format!("{path}/series"), &same("k9"), Some(hall.clone())).await;
        assert_eq!(no.is(409).json()["type"], "/problems/series-not-offered");
        qi.api(Method::POST, &format!("{path}/series"), Some(hall)).await.is(201);
        let shown = town.visitor().api(Method::GET, &path, None).await.is(200).json();
        assert_eq!(shown["meetings"].as_array().map(Vec::len), Some(5), "{shown}");
        let notice = json!({ "words": "请穿软底鞋。" });
        for n in 0..3 {
            let key = ["n1", "n2", "n3"][n];
            ma.api_with(Method::POST, &format!("{path}/notices"), &same(key), Some(notice.clone())).await.is(201);
        }
        let fourth = ma.api_with(Method::POST, &format!("{path}/notices"), &same("n4"), Some(notice)).await;
        assert_eq!(fourth.is(409).json()["type"], "/problems/enough-notices");
        ma.api_with(Method::POST, &format!("{path}/closure"), &same("k10"), Some(json!({}))).await.is(204);
        let shown = town.visitor().api(Method::GET, &path, None).await.is(200).json();
        assert_eq!((&shown["closed"], &shown["leader"]), (&json!(true), &json!(null)));
    })
    .await;
}
