//! Somebody says what is wrong, without a name, and follows what becomes of it; whom it is about finds no trace of it.
use std::collections::BTreeSet;

use axum::http::Method;
use jiff::SignedDuration;
use kernel::db::{Conn, Engine};
use serde_json::{Value, json};

use crate::form::attribute;
use crate::ground;
use crate::page::Page;
use crate::person::Person;
use crate::town::{self, Town};

const API: &str = "/stations/sanhe/opinions";
const DESK: &str = "/stations/sanhe/desk/opinions";

/// The digits on the page that one gets.
fn receipt_on(page: &Page) -> String {
    let (_, rest) = page.text.split_once("id=\"receipt\"").unwrap_or_else(|| panic!("no receipt: {}", page.seen()));
    let digits: String = rest.split("</p>").next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 16, "{digits}");
    digits
}

/// Leaves an opinion with one field, as a page without JavaScript sends it; the digits.
async fn left(visitor: &Person<'_>, text: &str) -> String {
    let form = visitor.get("/s/sanhe/opinions/new").await;
    receipt_on(visitor.submit(form.ok(), "/s/sanhe/opinions", &[("text", text)]).await.ok())
}

async fn followed(visitor: &Person<'_>, receipt: &str) -> Page {
    let page = visitor.post("/s/sanhe/opinions/follow", &[("receipt", receipt)]).await;
    page.ok();
    page
}

/// The id at the desk of the opinion that says `words`.
async fn id_of(manager: &Person<'_>, words: &str) -> String {
    let inbox = manager.api(Method::GET, &format!("{DESK}?all=true"), None).await.ok().json();
    let all = inbox["opinions"].as_array().expect("opinions");
    let found = all.iter().find(|one| one["first_words"].as_str().is_some_and(|first| first.contains(words)));
    found.unwrap_or_else(|| panic!("the inbox has no “{words}”"))["id"].as_str().expect("an id").to_owned()
}

async fn does(staff: &Person<'_>, id: &str, what: &str, body: Value) -> Page {
    staff.api(Method::POST, &format!("{DESK}/{id}/{what}"), Some(body)).await
}

/// To whom it can be given, by name.
async fn handler(manager: &Person<'_>, id: &str, name: &str) -> Option<String> {
    let case = manager.api(Method::GET, &format!("{DESK}/{id}"), None).await.ok().json();
    let all = case["assignable"].as_array().expect("handlers").clone();
    all.iter().find(|one| one["name"] == name).map(|one| one["id"].as_str().expect("an id").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_villager_without_a_name_is_answered_disputes_and_the_first_day_still_counts() {
    town::each(async |town| {
        let (villager, qi) = (town.visitor(), town.staff("qihaiyan").await);
        let receipt = left(&villager, "村口的井盖翘起来一块，晚上看不见。").await;
        assert_eq!(villager.cookie("session"), None, "nobody is signed in by saying something");
        let page = followed(&villager, &receipt).await;
        page.says("收到了");
        let due = |page: &Value| page["due"].clone();
        let seen = async |receipt: &str| {
            let body = json!({ "receipt": receipt });
            villager.api(Method::POST, &format!("{API}/follow"), Some(body)).await.ok().json()
        };

        let id = id_of(&qi, "村口的井盖").await;
        let to = handler(&qi, &id, "李建国").await.expect("a clerk");
        let about = qi.api(Method::GET, &format!("{API}/categories"), None).await.json();
        let about = about["categories"].as_array().expect("categories")[0]["id"].clone();
        does(&qi, &id, "screening", json!({ "category": about, "to": to })).await.is(204);
        followed(&villager, &receipt).await.says("交给经办人");
        let owed = due(&seen(&receipt).await);
        town.wait(SignedDuration::from_hours(24)).await;
        let li = town.staff("lijianguo").await;
        li.get(&format!("/s/sanhe/desk/opinions/{id}")).await.ok().says("村口的井盖");
        does(&li, &id, "beginnings", json!({})).await.is(204);
        does(&li, &id, "answers", json!({ "text": "井盖垫平了。" })).await.is(204);
        let page = followed(&villager, &receipt).await;
        page.says("答复").says("井盖垫平了。").says("李建国");

        town.wait(SignedDuration::from_hours(24)).await;
        let again = villager.submit(&page, "/follow/disputes", &[("text", "又翘起来了。")]).await;
        again.ok().says("没解决，接着办").says("又翘起来了。");
        let after = seen(&receipt).await;
        assert_eq!((due(&after)["on"].clone(), &after["state"]), (owed["on"].clone(), &json!("disputed")));

        // Ten working days later it is late, although it was answered once in time.
        town.wait(SignedDuration::from_hours(24 * 14)).await;
        assert_eq!(due(&seen(&receipt).await)["late"], json!(true));
        let li = town.staff("lijianguo").await;
        does(&li, &id, "answers", json!({ "text": "换了新的井盖。" })).await.is(204);
        let page = followed(&villager, &receipt).await;
        villager.submit(&page, "/follow/solved", &[("level", "5")]).await.ok().says("解决了");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_receipt_nothing_is_said_and_a_wrong_digit_is_caught() {
    town::each(async |town| {
        let (villager, stranger) = (town.visitor(), town.visitor());
        let receipt = left(&villager, "公厕的水龙头关不紧。").await;
        let wrong = format!("{}{}", &receipt[..15], (receipt.as_bytes()[15] - b'0' + 1) % 10);
        stranger.post("/s/sanhe/opinions/follow", &[("receipt", &wrong)]).await.is(422).says_not("水龙头");
        let nobodys = stranger.post("/s/sanhe/opinions/follow", &[("receipt", "1234 5678 9012 3452")]).await;
        assert!([409, 422].contains(&nobodys.status), "{}", nobodys.seen());
        let words: String =
            receipt.as_bytes().chunks(4).map(|c| str::from_utf8(c).expect("digits")).collect::<Vec<_>>().join("-");
        followed(&stranger, &words).await.says("水龙头");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_is_gone() {
    town::each(async |town| {
        let villager = town.visitor();
        let receipt = left(&villager, "想想还是算了的一件事。").await;
        let page = followed(&villager, &receipt).await;
        villager.submit(&page, "/follow/withdrawal", &[]).await.ok().says("撤回");
        followed(&villager, &receipt).await.says("撤回").says_not("还是算了");
        let qi = town.staff("qihaiyan").await;
        let inbox = qi.api(Method::GET, &format!("{DESK}?all=true"), None).await;
        assert!(!inbox.ok().text.contains("还是算了"), "{}", inbox.text);
    })
    .await;
}

/// Every page of the station that somebody comes to by links, from `first` on, and what each says.
async fn all_pages(person: &Person<'_>, first: &[&str]) -> Vec<Page> {
    let mut left: Vec<String> = first.iter().map(|p| (*p).to_owned()).collect();
    let (mut known, mut pages): (BTreeSet<String>, Vec<Page>) = (left.iter().cloned().collect(), vec![]);
    // The calendar goes on for ever.
    const MOST: usize = 400;
    while let Some(path) = left.pop().filter(|_| pages.len() < MOST) {
        let page = person.get(&path).await;
        let tags = page.text.split('<').filter(|tag| tag.starts_with("a ") || tag.starts_with("link "));
        for href in tags.filter_map(|tag| attribute(tag.split('>').next()?, "href")) {
            let path =
                href.trim_start_matches("http://localhost:8600").split('#').next().unwrap_or_default().to_owned();
            // A page for each day and each ticket says the same as the first of them.
            let kind = path.split('?').next().unwrap_or_default().to_owned();
            if path.starts_with("/s/sanhe") && known.insert(kind) {
                left.push(path);
            }
        }
        pages.push(page);
    }
    pages
}

const MARK: &str = "紫色的门";

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_is_about_finds_no_trace_of_it_anywhere() {
    town::each(async |town| {
        let (villager, qi, zhaxi) = (town.visitor(), town.staff("qihaiyan").await, town.staff("zhaxicuo").await);
        let inbox = zhaxi.api(Method::GET, &format!("{DESK}?all=true"), None).await.ok().json();
        let body = json!({ "text": format!("二号窗口的扎西措让我去{MARK}等了两个钟头。"), "may_publish": true });
        let sent = villager.api(Method::POST, API, Some(body)).await;
        sent.is(201);
        let receipt = sent.json()["receipt"].as_str().expect("a receipt").to_owned();
        let id = id_of(&qi, MARK).await;
        assert_eq!(handler(&qi, &id, "扎西措").await, None, "nobody handles what names them");
        let to = handler(&qi, &id, "马学兰").await.expect("somebody else");
        does(&qi, &id, "screening", json!({ "to": to })).await.is(204);
        does(&qi, &id, "notes", json!({ "text": format!("{MARK}是库房。") })).await.is(204);

        // For her it is as if it were not there: not by its address, not in a list, a count or a search.
        for path in ["", "/print"] {
            zhaxi.get(&format!("/s/sanhe/desk/opinions/{id}{path}")).await.is(404);
        }
        zhaxi.api(Method::GET, &format!("{DESK}/{id}"), None).await.is(404);
        let never = zhaxi.api(Method::GET, &format!("{DESK}/00000000-0000-4000-8000-000000000000"), None).await;
        let hers = zhaxi.api(Method::GET, &format!("{DESK}/{id}"), None).await;
        assert_eq!((never.status, never.text), (hers.status, hers.text));
        for what in ["beginnings", "answers", "notes", "questions"] {
            does(&zhaxi, &id, what, json!({ "text": "我来回答" })).await.is(404);
        }
        let again = zhaxi.api(Method::GET, &format!("{DESK}?all=true"), None).await.ok().json();
        assert_eq!(inbox, again);
        let pages = all_pages(&zhaxi, &["/s/sanhe", "/s/sanhe/desk/opinions", "/s/sanhe/desk/changes", "/me"]).await;
        assert!(pages.len() > 60, "{} pages were looked at", pages.len());
        for path in [
            "/open311/v2/requests.json?jurisdiction_id=sanhe",
            "/s/sanhe/notices/feed.atom",
            "/s/sanhe/notices/feed.rss",
            "/s/sanhe/notices/feed.json",
        ] {
            let page = zhaxi.get(path).await;
            assert!(page.ok().text.len() > 20 && !page.text.contains(MARK), "{path}");
        }
        for page in &pages {
            assert!(!page.text.contains(MARK) && !page.text.contains(&id), "{} shows it", page.path);
        }

        let searched = zhaxi.api(Method::GET, &format!("{API}/posts?q={MARK}"), None).await.ok().json();
        assert_eq!(searched["posts"], json!([]));

        // Somebody else reads it, and whoever left it reads who has.
        let ma = town.staff("maxuelan").await;
        ma.get(&format!("/s/sanhe/desk/opinions/{id}")).await.ok().says(MARK);
        followed(&villager, &receipt).await.says("马学兰").says_not(&id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_whoever_runs_the_station_is_sealed_there_and_says_where_to_turn() {
    town::each(async |town| {
        let (villager, qi) = (town.visitor(), town.staff("qihaiyan").await);
        let receipt = left(&villager, &format!("祁海燕把{MARK}的钥匙给了亲戚。")).await;
        followed(&villager, &receipt).await.says("12345");
        let pages = all_pages(&qi, &["/s/sanhe/desk/opinions", "/s/sanhe/desk/opinions/month"]).await;
        assert!(pages.iter().all(|page| !page.text.contains(MARK)));
        let inbox = qi.api(Method::GET, &format!("{DESK}?all=true"), None).await;
        assert!(!inbox.ok().text.contains(MARK));
    })
    .await;
}

/// All bytes of the database: of the file and its log, or of every row.
async fn bytes_of(town: &Town) -> Vec<u8> {
    let mut out = vec![];
    let mut c = Conn::open(&town.url()).expect("the database opens");
    ground::exported(&mut c, town.engine(), &mut out);
    if town.engine() == Engine::Sqlite {
        for end in ["", "-wal"] {
            out.extend(std::fs::read(format!("{}{end}", town.url())).unwrap_or_default());
        }
    }
    out
}

fn holds(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|w| w == what.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_for_messages_stands_nowhere_in_the_clear_and_nobody_at_the_station_reads_it() {
    town::each(async |town| {
        let (villager, qi) = (town.visitor(), town.staff("qihaiyan").await);
        let body = json!({ "text": "路灯一闪一闪的，晃眼。", "phone": "139 8765 4321" });
        let sent = villager.api(Method::POST, API, Some(body)).await.is(201).json();
        let receipt = sent["receipt"].as_str().expect("a receipt").to_owned();
        let id = id_of(&qi, "路灯一闪一闪").await;
        does(&qi, &id, "screening", json!({})).await.is(204);
        does(&qi, &id, "questions", json!({ "text": "是哪一盏？" })).await.is(204);
        let told = town.messages().await;
        let told = told.iter().find(|m| m.to.ends_with("13987654321")).expect("a message");
        assert!(!told.text.contains("路灯") && !told.text.contains("哪一盏"), "{}", told.text);

        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let pages = all_pages(&qi, &[&format!("/s/sanhe/desk/opinions/{id}"), "/s/sanhe/desk/told"]).await;
        for page in &pages {
            let shown = digits(&page.seen());
            assert!(!shown.contains("13987654321"), "{}", page.path);
            assert!(!digits(&page.text).contains(&receipt), "{}", page.path);
        }
        let all = bytes_of(town).await;
        assert!(all.len() > 100_000 && holds(&all, "opinion_contacts"));
        for clear in ["13987654321", "139 8765 4321", "路灯一闪一闪", "是哪一盏", receipt.as_str()] {
            assert!(!holds(&all, clear), "{clear} stands in the clear on {:?}", town.engine());
        }
    })
    .await;
}
