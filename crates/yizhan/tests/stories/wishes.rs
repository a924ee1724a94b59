//! A neighbour's wish: two look at it before everybody does, whoever is first has it, and nothing that anybody reads names whose it is.
use std::collections::BTreeSet;

use axum::http::Method;
use jiff::SignedDuration;
use kernel::secret::Keys;
use serde_json::{Value, json};
use yizhan::township::Files;
use yizhan::township::sanhe::KEY;

use crate::booking::all_at_once;
use crate::forgetting::everything;
use crate::page::Page;
use crate::person::{Person, encoded};
use crate::town::{self, Town};

const API: &str = "/stations/sanhe/wishes";
const DESK: &str = "/stations/sanhe/desk/wishes";
const WISHES: &str = "/s/sanhe/wishes";

/// Somebody whom nobody has seen before, signed in with a code, each from an address of their own.
async fn newcomer(town: &Town, n: u8) -> Person<'_> {
    let phone = format!("139876543{n:02}");
    let person = town.visitor().at_address([10, 7, 0, n]);
    let sent = person.post("/sign-in", &[("phone", &phone), ("then", "/me")]).await;
    let digits = town.code_sent_to(&phone).await;
    person.post(&sent.leads_to(), &[("digits", &digits), ("then", "/me")]).await.leads_to();
    person
}

/// What a coordinator writes down: a wish, and whose it is.
fn wish(item: &str, name: &str, phone: &str) -> Value {
    json!({ "kind": "warm", "item": item, "band": "to-100", "village": 630_203_102_204_i64, "name": name, "phone": phone,
        "consent": "paper", "consented": true })
}

async fn does(staff: &Person<'_>, id: &str, what: &str, body: Value) -> Page {
    staff.api(Method::POST, &format!("{DESK}/{id}/{what}"), Some(body)).await
}

/// Writes it down and asks for two others: its id, and the six digits.
async fn asked(coordinator: &Person<'_>, wish: Value) -> (String, String) {
    let made = coordinator.api(Method::POST, DESK, Some(wish)).await.is(201).json();
    let text = |name: &str| made[name].as_str().expect("a text").to_owned();
    does(coordinator, &text("id"), "second-look", json!({ "version": 1 })).await.is(204);
    (text("id"), text("code"))
}

async fn looked(staff: &Person<'_>, id: &str, version: i32) -> Page {
    does(staff, id, "reviews", json!({ "version": version, "yes": true })).await
}

/// How a wish stands for everybody.
async fn state(who: &Person<'_>, id: &str) -> String {
    let card = who.api(Method::GET, &format!("{API}/{id}"), None).await.ok().json();
    card["state"].as_str().expect("a state").to_owned()
}

async fn claims(who: &Person<'_>, id: &str) -> Page {
    who.api(Method::POST, &format!("{API}/{id}/claim"), None).await
}

/// The kinds of what was sent to a number, the newest first.
async fn told(town: &Town, phone: &str) -> Vec<String> {
    let all = town.messages().await;
    all.into_iter().filter(|m| m.to.ends_with(phone) && m.kind != "code").map(|m| m.kind.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_word_to_the_six_digits() {
    town::each(async |town| {
        let (ma, li, zhaxi) =
            (town.staff("machunlan").await, town.staff("lijianguo").await, town.staff("zhaxicuo").await);
        let stranger = town.visitor();
        let odd = ma.api(Method::POST, DESK, Some(wish("马奶奶的棉鞋", "马奶奶", "13900000001"))).await;
        odd.is(422);
        assert!(odd.text.contains("马奶奶"), "it says what is to be left out: {}", odd.text);
        let without = json!({ "kind": "warm", "item": "棉鞋", "band": "to-100", "name": "老人", "consent": "paper", "consented": false });
        ma.api(Method::POST, DESK, Some(without)).await.is(422);

        let (id, code) = asked(&ma, wish("厚棉裤，特大号", "索南卓玛", "13900000001")).await;
        stranger.get(&format!("{WISHES}/{id}")).await.is(404);
        looked(&ma, &id, 1).await.is(409);
        looked(&li, &id, 1).await.is(204);
        looked(&li, &id, 1).await.is(409);
        stranger.get(&format!("{WISHES}/{id}")).await.is(404);
        // Whoever only looks at it reads neither name nor number.
        let seen = li.api(Method::GET, &format!("{DESK}/{id}"), None).await;
        assert!(!seen.ok().text.contains("索南卓玛") && !seen.text.contains("13900000001"), "{}", seen.text);
        looked(&zhaxi, &id, 1).await.is(204);

        // From the home page: one tap to the wishes, one to have it, and nothing to fill in.
        let helper = newcomer(town, 1).await;
        let home = helper.get("/s/sanhe").await;
        let card = helper.get(&home.ok().link(WISHES)).await;
        card.ok().says("厚棉裤，特大号").says("我来帮").says_not("冰岭山").says_not("索南卓玛");
        let mine = helper.visit(&helper.submit(&card, &format!("{id}/claim"), &[]).await.leads_to()).await;
        mine.ok().says("您认领了").says("7月1日").says_not("冰岭山").says_not("索南卓玛");
        helper.visit("/me").await.ok().says("厚棉裤，特大号");
        stranger.get(&format!("{WISHES}/{id}")).await.ok().says("已经有人帮了");

        does(&ma, &id, "contact", json!({})).await.is(204);
        does(&li, &id, "delivery", json!({ "place": "二号柜" })).await.is(204);
        assert_eq!(told(town, "13900000001").await, ["wish-arrived"]);
        let message = town.messages().await.into_iter().find(|m| m.kind == "wish-arrived").expect("a message");
        assert!(!message.text.contains("棉裤"), "{}", message.text);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let no = does(&li, &id, "handover", json!({ "code": wrong })).await;
        assert!([409, 422].contains(&no.status), "{}", no.text);
        assert_eq!(state(&stranger, &id).await, "taken");
        does(&li, &id, "handover", json!({ "code": code })).await.is(204);
        stranger.get(&format!("{WISHES}/{id}")).await.ok().says("圆梦了");
        helper.get(&format!("{WISHES}/{id}")).await.ok().says("谢谢您");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_press_at_once_one_has_it_and_the_others_are_shown_another() {
    town::each(async |town| {
        let stranger = town.visitor();
        let open = stranger.api(Method::GET, API, None).await.ok().json();
        let id = open["wishes"][0]["id"].as_str().expect("an open wish").to_owned();
        let mut all = vec![];
        for n in 0..50 {
            all.push(newcomer(town, n).await);
        }
        let answers = all_at_once(all.iter().map(|who| claims(who, &id)).collect()).await;
        let won = answers.iter().filter(|a| a.status == 201).count();
        let lost: Vec<&Page> = answers.iter().filter(|a| a.status == 409).collect();
        assert_eq!((won, lost.len()), (1, 49), "{}", answers[0].text);
        for said in &lost {
            let said = said.json();
            let next = said["next"][0]["href"].as_str().unwrap_or_else(|| panic!("nothing else is shown: {said}"));
            assert!(!next.contains(&id), "{said}");
            let other = stranger.get(next.trim_start_matches("http://localhost:8600")).await;
            other.ok().says("等人来帮");
        }
        assert_eq!(state(&stranger, &id).await, "taken");
        // Whoever has it presses once more: it is theirs, and nobody loses it.
        let has = answers.iter().position(|a| a.status == 201).expect("somebody");
        assert!(claims(&all[has], &id).await.text.contains(&id));
        let mine = all[has].api(Method::GET, "/me/wishes", None).await.ok().json();
        assert_eq!(mine["claims"].as_array().map(Vec::len), Some(1), "{mine}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_brought_in_a_week_goes_back_and_nobody_hoards() {
    town::each(async |town| {
        let (first, second) = (newcomer(town, 1).await, newcomer(town, 2).await);
        let open = first.api(Method::GET, API, None).await.ok().json();
        let ids: Vec<&str> =
            open["wishes"].as_array().expect("wishes").iter().filter_map(|w| w["id"].as_str()).collect();
        claims(&first, ids[0]).await.is(201);
        claims(&first, ids[1]).await.is(201);
        claims(&first, ids[2]).await.is(409);
        // Given back in a tap, it waits for others at once.
        let card = first.get(&format!("{WISHES}/{}", ids[1])).await;
        first.submit(card.ok(), "/give-up", &[]).await.leads_to();
        assert_eq!(state(&second, ids[1]).await, "open");

        town.wait(SignedDuration::from_hours(24 * 5 + 1)).await;
        assert_eq!(told(town, "13987654301").await, ["wish-remind"]);
        assert_eq!(state(&second, ids[0]).await, "taken");
        town.wait(SignedDuration::from_hours(24 * 2)).await;
        assert_eq!(told(town, "13987654301").await, ["wish-lapsed"], "a reminder that still waits goes with it");
        assert_eq!(state(&second, ids[0]).await, "open");
        assert_eq!(first.api(Method::GET, "/me/wishes", None).await.ok().json()["claims"], json!([]));
        claims(&second, ids[0]).await.is(201);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_takes_up_in_ninety_days_is_somebody_elses_to_help_with() {
    town::each(async |town| {
        let stranger = town.visitor();
        let open = stranger.api(Method::GET, &format!("{API}?kind=learning"), None).await.ok().json();
        let id = open["wishes"][0]["id"].as_str().expect("an open wish").to_owned();
        town.wait(SignedDuration::from_hours(24 * 90)).await;
        stranger.get(&format!("{WISHES}/{id}")).await.is(404);
        let ma = town.staff("machunlan").await;
        does(&ma, &id, "referral", json!({ "to": "镇民政办" })).await.is(204);
        // Thirty days later nobody knows any more whose it was, ninety days later nobody knows that it was.
        let rows = |town: &Town, table: &str| {
            let bare = id.replace('-', "");
            everything(town).iter().filter(|(at, text)| at.starts_with(table) && text.replace('-', "") == bare).count()
        };
        assert_eq!((rows(town, "wishes."), rows(town, "wish_people.")), (1, 1));
        town.wait(SignedDuration::from_hours(24 * 31)).await;
        assert_eq!((rows(town, "wishes."), rows(town, "wish_people.")), (1, 0));
        town.wait(SignedDuration::from_hours(24 * 60)).await;
        assert_eq!((rows(town, "wishes."), rows(town, "wish_reviews.")), (0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_stands_in_no_row_any_more() {
    const ITEM: &str = "紫色的暖水袋";
    const NAME: &str = "仁青措毛";
    const PHONE: &str = "13900000002";
    town::each(async |town| {
        let (ma, li, zhaxi, qi) = (
            town.staff("machunlan").await,
            town.staff("lijianguo").await,
            town.staff("zhaxicuo").await,
            town.staff("qihaiyan").await,
        );
        let (id, code) = asked(&ma, wish(ITEM, NAME, PHONE)).await;
        let no = json!({ "version": 1, "yes": false, "why": "颜色不用写得这么细吧" });
        does(&li, &id, "reviews", no).await.is(204);
        does(&ma, &id, "appeals", json!({ "why": "她就喜欢紫色，别的都有了" })).await.is(204);
        let whole = ma.api(Method::GET, &format!("{DESK}/{id}"), None).await.ok().json();
        let appeal = whole["appeals"][0]["id"].as_str().expect("an id").to_owned();
        let decision = json!({ "upheld": false, "words": "颜色看不出是谁" });
        // Not by whoever said no.
        does(&li, &format!("appeals/{appeal}"), "decision", decision.clone()).await.is(409);
        does(&qi, &format!("appeals/{appeal}"), "decision", decision).await.is(204);
        let version = ma.api(Method::GET, &format!("{DESK}/{id}"), None).await.ok().json()["version"].clone();
        let version = i32::try_from(version.as_i64().expect("a number")).expect("a small one");
        looked(&qi, &id, version).await.is(204);
        looked(&zhaxi, &id, version).await.is(204);
        let helper = newcomer(town, 3).await;
        claims(&helper, &id).await.is(201);

        let keys = Keys::from_bytes(KEY);
        let hash = data_encoding::HEXLOWER.encode(&keys.lookup("wish-phone", &format!("+86{PHONE}")));
        let marks = [ITEM, NAME, PHONE, "颜色不用写得", "她就喜欢紫色", "颜色看不出", hash.as_str(), code.as_str()];
        let found = |town: &Town| -> BTreeSet<String> {
            let all = everything(town);
            assert!(all.len() > 10_000, "{} values were looked at", all.len());
            let mut found = BTreeSet::new();
            for (at, text) in all {
                // Six digits may stand in any number; only as a value of their own are they a code.
                let is = |mark: &&str| if *mark == code { text == code } else { text.contains(*mark) };
                found.extend(marks.iter().filter(|mark| is(mark)).map(|mark| format!("{at}: {mark}")));
            }
            found
        };
        let before = found(town);
        for at in ["wishes.item", "wish_people.name_sealed", "wish_people.phone_sealed", "wish_people.phone_hash"] {
            assert!(before.iter().any(|row| row.starts_with(at)), "the look sees {at}: {before:?}");
        }
        for at in ["wish_reviews.why", "wish_appeals.why_sealed", "wish_appeals.words"] {
            assert!(before.iter().any(|row| row.starts_with(at)), "the look sees {at}: {before:?}");
        }
        li.api(Method::DELETE, &format!("{DESK}/{id}"), None).await.is(204);
        assert_eq!(found(town), BTreeSet::new());
        for who in [&helper, &ma, &town.visitor()] {
            who.api(Method::GET, &format!("{API}/{id}"), None).await.is(404);
        }
        ma.api(Method::GET, &format!("{DESK}/{id}"), None).await.is(404);
        assert_eq!(told(town, "13987654303").await, ["wish-withdrawn"]);
        let kindly = town.messages().await.into_iter().find(|m| m.kind == "wish-withdrawn").expect("a message");
        assert!(!kindly.text.contains("暖水袋"), "{}", kindly.text);
    })
    .await;
}

/// What the file says after `name = ` and the like.
fn written(what: &str) -> BTreeSet<String> {
    let files = Files::sanhe();
    let lines = files.get("wishes.toml").expect("the demo has wishes").lines();
    let said = lines.filter_map(|line| line.strip_prefix(&format!("{what} = \"")));
    said.map(|rest| rest.trim_end_matches('"').to_owned()).collect()
}

const KINDS: [&str; 9] = ["", "daily", "warm", "learning", "reading", "appliance", "farming", "hobby", "time"];
const BANDS: [&str; 6] = ["", "free", "to-50", "to-100", "to-200", "to-500"];

#[tokio::test(flavor = "multi_thread")]
async fn no_combination_of_filters_shows_what_could_name_anybody() {
    // Of these villages twenty or more share what an open card says; of all others nothing may be read.
    const SHOWN: [&str; 3] = ["骆驼堡", "祁新庄", "索尔干"];
    town::each(async |town| {
        let stranger = town.visitor();
        let villages = written("village").into_iter().map(|name| name.trim_end_matches("村委会").to_owned());
        // The township is called as one of its villages is.
        let hidden: Vec<String> = villages.filter(|v| !SHOWN.contains(&v.as_str()) && v != "三合").collect();
        assert!(hidden.len() >= 6, "{hidden:?}");
        let secret: Vec<String> = written("name").into_iter().chain(written("phone")).chain(hidden).collect();
        assert!(secret.len() > 30);
        let names_nobody = |page: &Page| {
            for word in secret.iter().map(String::as_str).chain(["三合村"]) {
                assert!(!page.text.contains(word), "{} shows {word}: {}", page.path, page.seen());
            }
        };
        let (mut cards, mut pages) = (BTreeSet::new(), 0);
        for kind in KINDS {
            for band in BANDS {
                let filters = [("kind", kind), ("band", band)].into_iter().filter(|(_, value)| !value.is_empty());
                let query: Vec<String> = filters.map(|(name, value)| format!("{name}={value}")).collect();
                let mut before = String::new();
                loop {
                    let asked = [query.clone(), vec!["most=2".into()], vec![before.clone()]].concat().join("&");
                    let list = stranger.api(Method::GET, &format!("{API}?{asked}"), None).await;
                    names_nobody(list.ok());
                    let page = stranger.get(&format!("{WISHES}?{asked}")).await;
                    names_nobody(page.ok());
                    pages += 1;
                    let said = list.json();
                    for card in said["wishes"].as_array().expect("wishes") {
                        assert_eq!(card["state"], "open", "{card}");
                        let village = card["village"].as_str().unwrap_or_default();
                        assert!(village.is_empty() || SHOWN.iter().any(|shown| village.contains(shown)), "{card}");
                        cards.insert(card["id"].as_str().expect("an id").to_owned());
                    }
                    let Some(more) = said["more_before"].as_str() else { break };
                    before = format!("before={more}");
                }
            }
        }
        assert!(pages >= KINDS.len() * BANDS.len() && cards.len() == 6, "{pages} pages of {} cards", cards.len());
        // What nobody offers is not heard: an address by village, name or anything else leads to the same list.
        let plain = stranger.api(Method::GET, API, None).await.ok().json();
        for asked in ["village=630203102204", "name=马福海", "q=马福海", "minor=true", "for_child=true", "state=draft"]
        {
            let (name, value) = asked.split_once('=').expect("a value");
            let page = stranger.api(Method::GET, &format!("{API}?{name}={}", encoded(value)), None).await;
            assert!(page.status == 400 || page.status == 422 || page.json() == plain, "{asked}: {}", page.text);
            names_nobody(&stranger.get(&format!("{WISHES}?{name}={}", encoded(value))).await);
        }
        // Every card by its address: what is not public is not there, what is taken says no village at all.
        let qi = town.staff("qihaiyan").await;
        let all = qi.api(Method::GET, DESK, None).await.ok().json();
        let all = all["wishes"].as_array().expect("wishes");
        assert!(all.len() >= 15, "{} wishes", all.len());
        for one in all {
            let (id, state) = (one["id"].as_str().expect("an id"), one["state"].as_str().expect("a state"));
            let card = stranger.api(Method::GET, &format!("{API}/{id}"), None).await;
            let page = stranger.get(&format!("{WISHES}/{id}")).await;
            names_nobody(&card);
            names_nobody(&page);
            match state {
                "open" => _ = card.ok(),
                "claimed" | "contacted" | "delivered" | "fulfilled" => {
                    assert_eq!(card.ok().json()["village"], Value::Null, "{}", card.text);
                }
                _ => {
                    card.is(404);
                    page.is(404);
                }
            }
        }
        for path in ["/s/sanhe", "/s/sanhe/hall", "/s/sanhe/wishes/ask", "/s/sanhe/today"] {
            let page = stranger.get(path).await;
            for name in written("name").iter().chain(&written("phone")) {
                assert!(!page.text.contains(name.as_str()), "{path} shows {name}");
            }
        }
        // Sums of fewer than ten are not told to anybody either.
        let month = qi.api(Method::GET, &format!("{DESK}/month?month=2026-05"), None).await.ok().json();
        assert!(month["published"].as_u64().is_some_and(|n| n >= 10), "{month}");
        assert_eq!((&month["back"], &month["referred"]), (&Value::Null, &Value::Null), "{month}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_wish_or_had_one_is_forgotten_when_they_ask() {
    town::each(async |town| {
        // 许延年 has spoken to the coordinator and brings nothing more; 苏小军 has brought something that lies there.
        for (name, item, left) in [("许延年", "放大镜", "open"), ("苏小军", "保温饭盒", "taken")] {
            let (qi, who) = (town.staff("qihaiyan").await, town.resident(name).await);
            let all = qi.api(Method::GET, DESK, None).await.ok().json();
            let all = all["wishes"].as_array().expect("wishes");
            let of = all.iter().find(|one| one["item"].as_str().is_some_and(|text| text.contains(item)));
            let id = of.expect("their wish")["id"].as_str().expect("an id").to_owned();
            let marks = crate::forgetting::marks(town, name).await;
            let before = crate::forgetting::named(town, &marks);
            assert!(before.iter().any(|at| at.starts_with("wish_claims.person_id")), "{before:#?}");
            town.wait(SignedDuration::from_mins(2)).await;
            let data = who.api(Method::GET, "/me/data", None).await;
            assert!(data.ok().text.contains(item), "{}", data.text);
            crate::forgetting::forgets(town, &who, name).await;
            assert_eq!(crate::forgetting::named(town, &marks), [""; 0]);
            assert_eq!(state(&town.visitor(), &id).await, left);
        }
    })
    .await;
}
