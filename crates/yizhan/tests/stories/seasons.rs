//! 场地季: the hall's Tuesday evenings are allocated for the season, and everybody can do it again.

use axum::http::Method;
use serde_json::{Value, json};

use crate::person::Person;
use crate::terminal::Desk;
use crate::town::{self, Town};

/// Wednesday evening: until 1 July, for July and August.
async fn opened(qi: &Person<'_>) -> String {
    let form = qi.get("/s/sanhe/desk/seasons/new").await;
    let typed = [
        ("title", "暑期的小礼堂"),
        ("starts_on", "2026-07-07"),
        ("ends_on", "2026-08-25"),
        ("apply_until", "2026-07-01"),
        ("at", "18:00"),
        ("limit", "2"),
        ("offering1", "whole-hall"),
        ("tu1", "1"),
        ("times1", "18:00 20:00"),
        ("minutes1", "90"),
    ];
    let wrong = qi.submit(&form, "/desk/seasons", &[typed.as_slice(), &[("times1", "18:00 19:30")]].concat()).await;
    wrong.is(409).says("第 1 行").says("碰上了");
    let made = qi.submit(&form, "/desk/seasons", &typed).await;
    made.leads_to().rsplit('/').next().expect("an id").to_owned()
}

async fn apply(town: &Town, name: &str, round: &str, typed: &[(&str, &str)]) {
    let leader = town.resident(name).await;
    let page = leader.get(&format!("/s/sanhe/seasons/{round}")).await;
    page.ok().says("正在报名").says("暑期的小礼堂");
    let form = leader.get(&page.link("/application")).await;
    let sent = leader.submit(&form, "/application", typed).await;
    leader.visit(&sent.leads_to()).await.ok().says("交上了").says("我们的申请");
}

/// What `yizhan season verify` says of a file, and its exit code.
fn verified(text: &str) -> (i32, String) {
    let desk = Desk::new();
    desk.writes("season.json", text);
    desk.types(&["season", "verify", "season.json"])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_halls_tuesday_evenings_are_allocated_and_everybody_can_do_it_again() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let round = opened(&qi).await;
        let (page, desk) = (format!("/s/sanhe/seasons/{round}"), format!("/s/sanhe/desk/seasons/{round}"));
        // Both want the later evening first.
        apply(town, "索南加", &round, &[("name", "三合锅庄队"), ("kind", "elderly"), ("size", "60"), ("wants", "2"), ("w1", "2"), ("w2", "1")]).await;
        apply(town, "童晓东", &round, &[("name", "河湟少年舞团"), ("kind", "youth"), ("size", "30"), ("wants", "2"), ("w1", "2"), ("w2", "1")]).await;
        apply(town, "解生莲", &round, &[("name", "新手合唱队"), ("kind", "beginners"), ("size", "25"), ("wants", "1"), ("w1", "2")]).await;
        let office = qi.get(&desk).await;
        let sent = qi.submit(&office, "/applications", &[("owner", "1"), ("size", "12"), ("wants", "1"), ("w1", "1")]).await;
        qi.visit(&sent.leads_to()).await.ok().says("党群活动中心").says("三合锅庄队");
        // Nobody else reads who wishes what, and no person is named at all.
        let stranger = town.visitor();
        stranger.get(&page).await.ok().says("已有 4 个申请").says("种子的哈希").says_not("三合锅庄队").says_not("索南加");
        qi.post(&format!("{desk}/allocation"), &[]).await.is(409).says("报名到");
        let open = stranger.get(&format!("{page}/round.json")).await.json();
        assert_eq!((&open["seed"], &open["applications"]), (&Value::Null, &json!([])));

        town.set_clock("2026-07-01T18:00");
        stranger.get(&page).await.ok().says("报名结束").says("三合锅庄队").says_not("索南加");
        let late = town.resident("童晓东").await;
        late.post(&format!("{page}/withdrawal"), &[]).await.is(409).says("已经结束");
        // A week later staff sign in anew.
        let qi = town.staff("qihaiyan").await;
        let locked = qi.visit(&desk).await;
        qi.submit(&locked, "/allocation", &[]).await.leads_to();
        let result = stranger.get(&page).await;
        // 20 for the elderly, 12 for filling the hall, 20 for their turn; the youth 20, 6 and 20.
        result.ok().says("结果公示").says("52 分").says("46 分").says("三合锅庄队分数更高（52 分）").says("每个志愿，为什么");
        let text = stranger.get(&format!("{page}/round.json")).await.text;
        assert_eq!(text, stranger.api(Method::GET, &format!("/stations/sanhe/seasons/{round}"), None).await.text);
        let sheet: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(sheet["commitment"], open["commitment"]);
        let (code, said) = verified(&text);
        assert!(code == 0 && said.contains("It agrees."), "{said}");
        let (code, said) = verified(&text.replacen("\"size\":60", "\"size\":61", 1));
        assert!(code == 1 && said.contains("DIFFERS") && said.contains("when they were locked"), "{said}");
        assert_eq!(verified(&text.replacen("暑期", "寒期", 1)).0, 1, "one changed character is found");
        assert_eq!(verified("{}").0, 4);

        // Staff give what the rule gave otherwise, and everybody reads why.
        let youth = sheet["applications"].as_array().into_iter().flatten().find(|a| a["size"] == 30).expect("the youth");
        let youth = youth["id"].as_str().expect("an id");
        let public = qi.visit(&desk).await;
        let typed = [("application", youth), ("slot", "1"), ("which", "take"), ("reason", "")];
        qi.submit(&public, "/changes", &typed).await.is(422).says("写一句为什么");
        let typed = [("application", youth), ("slot", "1"), ("which", "take"), ("reason", "暑假里排练改在学校")];
        qi.submit(&public, "/changes", &typed).await.leads_to();
        stranger.get(&page).await.ok().says("驿站改动").says("暑假里排练改在学校");

        let last = qi.visit(&desk).await;
        let done = qi.submit(&last, "/confirmation", &[]).await;
        qi.visit(&done.leads_to()).await.ok().says("已经定下").says("订好 8 次");
        let told = town.messages().await;
        let to = |phone: &str, words: &str| told.iter().any(|m| m.to == phone && m.text.contains(words));
        assert!(to("13800000012", "三合锅庄队分到星期二 20:00–21:30"), "{told:?}");
        assert!(to("13800000017", "新手合唱队这次没有分到"), "{told:?}");
        let (code, said) = verified(&stranger.get(&format!("{page}/round.json")).await.text);
        assert_eq!(code, 0, "{said}");
        // It is the group's: in its leader's things, at the desk, and for nobody else.
        let leader = town.resident("索南加").await;
        leader.visit("/me").await.ok().says("三合锅庄队").says("分到 1 段").says("星期二");
        let taken = json!({ "offering": "whole-hall", "from": "2026-07-07T20:00:00+08:00", "minutes": 60, "group": 20, "name": "张三" });
        qi.api(Method::POST, "/stations/sanhe/desk/reservations", Some(taken)).await.is(409);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_do_the_same_by_the_same_rules_and_a_repeated_request_does_one_thing() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let slot = json!({ "offering": "whole-hall", "weekday": 1, "from": "20:00", "minutes": 90 });
        let weights = json!({ "youth": 20, "elderly": 20, "beginners": 20, "other": 10, "office": 10, "fit": 20, "continuity": 10, "turn": 20 });
        let new = json!({ "title": "暑期的小礼堂", "starts_on": "2026-07-07", "ends_on": "2026-08-25",
            "apply_until": "2026-07-01T18:00:00+08:00", "limit": 1, "weights": weights, "slots": [slot] });
        let key = [("idempotency-key", "one")];
        let first = qi.api_with(Method::POST, "/stations/sanhe/desk/seasons", &key, Some(new.clone())).await;
        let again = qi.api_with(Method::POST, "/stations/sanhe/desk/seasons", &key, Some(new)).await;
        let id = first.is(201).json()["sheet"]["round"].as_str().expect("an id").to_owned();
        assert_eq!(again.is(201).json()["sheet"]["round"], id.as_str());
        let path = format!("/stations/sanhe/seasons/{id}");

        let tong = town.resident("童晓东").await;
        let asked = json!({ "name": "河湟少年舞团", "kind": "youth", "size": 30, "wants": 1, "wishes": [1] });
        tong.api(Method::GET, &format!("{path}/application"), None).await.is(404);
        let filed = tong.api(Method::PUT, &format!("{path}/application"), Some(asked.clone())).await.is(200).json();
        let more = json!({ "name": "河湟少年舞团", "kind": "youth", "size": 40, "wants": 1, "wishes": [1] });
        let changed = tong.api(Method::PUT, &format!("{path}/application"), Some(more)).await.is(200).json();
        assert_eq!(filed["id"], changed["id"], "it stays the same application");
        let office = json!({ "name": "冒名的单位", "kind": "office", "size": 30, "wants": 1, "wishes": [1] });
        tong.api(Method::PUT, &format!("{path}/application"), Some(office)).await.is(422);
        let large = json!({ "name": "大队", "kind": "youth", "size": 300, "wants": 1, "wishes": [1] });
        tong.api(Method::PUT, &format!("{path}/application"), Some(large)).await.is(409).says("10 到 100 人");
        tong.api(Method::POST, &format!("/stations/sanhe/desk/seasons/{id}/allocation"), None).await.is(401);
        let li = town.staff("lijianguo").await;
        li.api(Method::POST, &format!("/stations/sanhe/desk/seasons/{id}/allocation"), None).await.is(404);

        town.set_clock("2026-07-01T18:00");
        tong.api(Method::PUT, &format!("{path}/application"), Some(asked)).await.is(409);
        let qi = town.staff("qihaiyan").await;
        let desk = format!("/stations/sanhe/desk/seasons/{id}");
        let result = qi.api(Method::POST, &format!("{desk}/allocation"), None).await.is(200).json();
        assert_eq!(result["sheet"]["awards"][0]["by"], "rule", "{result}");
        let repeated = qi.api(Method::POST, &format!("{desk}/allocation"), None).await.is(200).json();
        assert_eq!(repeated["sheet"], result["sheet"]);
        let done = qi.api(Method::POST, &format!("{desk}/confirmation"), None).await.is(200).json();
        assert_eq!(done["bookings"][0]["booked"], 8, "{done}");
        qi.api(Method::POST, &format!("{desk}/cancellation"), Some(json!({ "reason": "太晚了" }))).await.is(409);
        let listed = town.visitor().api(Method::GET, "/stations/sanhe/seasons", None).await.is(200).json();
        assert!(listed["rounds"].as_array().is_some_and(|all| all.iter().any(|r| r["state"] == "confirmed")), "{listed}");
    })
    .await;
}
