//! The reading room: three thousand titles come in, one is found and goes home, with the network and without; another station asks for
//! it; and who had it is forgotten.
use std::fmt::Write as _;
use std::time::Duration;

use axum::http::Method;
use data_encoding::BASE64;
use jiff::civil::date;
use kernel::event::By;
use kernel::fact;
use kernel::fault::Fault;
use people::Role;
use serde_json::{Value, json};
use stations::Draft;
use yizhan::township::sanhe::PASSWORD;

use crate::forgetting::{forgets, marks, named};
use crate::form::forms;
use crate::households::code_on;
use crate::page::Page;
use crate::person::{Person, encoded};
use crate::town::{self, Town};

const API: &str = "/stations/sanhe/library";
const DESK: &str = "/stations/sanhe/desk/library";
const COUNTER: &str = "/s/sanhe/desk/library";
const IMPORT: &str = "/s/sanhe/desk/library/import";
const LITCHI: &str = "长安的荔枝";

/// A household card, as a clerk makes it: what a scanner reads from it.
async fn card(clerk: &Person<'_>, name: &str) -> String {
    let typed = [("name", name), ("agrees", "1"), ("once", name)];
    code_on(clerk.post("/s/sanhe/desk/cards", &typed).await.ok())
}

/// The title that fits best.
async fn title(who: &Person<'_>, station: &str, words: &str) -> Value {
    let path = format!("/stations/{station}/library/titles?q={}", encoded(words));
    let found = who.api(Method::GET, &path, None).await.ok().json();
    let id = found["titles"][0]["id"].as_str().unwrap_or_else(|| panic!("nothing fits {words}: {found}")).to_owned();
    who.api(Method::GET, &format!("/stations/{station}/library/titles/{id}"), None).await.ok().json()
}

/// The barcodes of a title that stand there.
fn free(title: &Value) -> Vec<String> {
    let copies = title["copies"].as_array().expect("copies").iter().filter(|copy| copy["state"] == "free");
    copies.map(|copy| copy["barcode"].as_str().expect("a barcode").to_owned()).collect()
}

/// What somebody has, as the counter knows it by their card.
async fn has(clerk: &Person<'_>, card: &str) -> Vec<(String, String)> {
    let reader = clerk.api(Method::POST, &format!("{DESK}/reader"), Some(json!({ "card": card }))).await.ok().json();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    reader["loans"].as_array().expect("loans").iter().map(|l| (text(&l["title"]), text(&l["due_on"]))).collect()
}

const TITLES: usize = 3000;

/// A spreadsheet of so many invented titles, and one that is there already with a copy more.
fn spreadsheet() -> String {
    let mut text = String::from("书名,作者,出版社,出版年,ISBN,书架,条码\n");
    let _ = writeln!(text, "{LITCHI},马伯庸,湖南文艺出版社,2022,978-7-5726-0858-2,文学,SH-0");
    for n in 1..TITLES {
        let twelve = format!("978700{n:06}");
        let digits = twelve.bytes().map(|b| u32::from(b - b'0'));
        let sum: u32 = digits.zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        let check = (10 - sum % 10) % 10;
        let (what, place) = (["果树", "山歌", "水渠", "羊群", "集市"][n % 5], ["河湟", "湟水", "雪山", "高原"][n % 4]);
        let _ = writeln!(
            text,
            "{place}{what}第{n}册,编写组{},试验出版社,{},{twelve}{check},文学,SH-{n}",
            n % 90,
            1990 + n % 35
        );
    }
    text
}

/// A file, as a browser sends it.
fn uploaded(text: &str) -> (&'static str, Vec<u8>) {
    let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"titles.csv\"\r\nContent-Type: text/csv\r\n\r\n";
    ("multipart/form-data; boundary=b", format!("{head}{text}\r\n--b--\r\n").into_bytes())
}

/// Takes the file in through the desk's pages, and waits for the end of it; whether it said how far it was meanwhile.
async fn taken_in(clerk: &Person<'_>, text: &str) -> (Page, bool) {
    let same = [("sec-fetch-site", "same-origin")];
    let looked = clerk.send(Method::POST, IMPORT, &same, Some(uploaded(text))).await;
    looked.ok().says("看过了，还没有存").says(&(TITLES - 1).to_string()).says(&TITLES.to_string());
    let running = clerk.submit(&looked, "/import/start", &[]).await.leads_to();
    let mut said = false;
    for _ in 0..600 {
        let page = clerk.get(&running).await;
        if !page.ok().text.contains("<progress") {
            return (page, said);
        }
        said = true;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("the file is still being taken in");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_three_thousand_titles_one_is_found_and_lent_to_a_household_in_a_scan_and_a_press() {
    town::each(async |town| {
        let (li, stranger) = (town.staff("lijianguo").await, town.visitor());
        let file = spreadsheet();
        let (over, said) = taken_in(&li, &file).await;
        over.says("登记好了").says(&(TITLES - 1).to_string());
        assert!(said, "a page said how far it is");
        // The same file again adds nothing.
        let again = json!({ "file": BASE64.encode(file.as_bytes()) });
        let again = li.api(Method::POST, &format!("{DESK}/import"), Some(again)).await.ok().json();
        assert_eq!((&again["new_titles"], &again["new_copies"]), (&json!(0), &json!(0)), "{again}");
        assert_eq!((&again["known"], &again["refused"]), (&json!(TITLES), &json!([])), "{again}");

        for words in ["荔枝", "cadl", "9787572608582", "978-7-5726-0858-2", "SH-0"] {
            let found = title(&stranger, "sanhe", words).await;
            assert_eq!(found["title"], LITCHI, "by {words}");
            stranger.get(&format!("/s/sanhe/library?q={}", encoded(words))).await.ok().says(LITCHI);
        }
        let two = title(&stranger, "sanhe", "羊群 第2998").await;
        assert_eq!(two["title"], "雪山羊群第2998册", "two parts of a title, both of which fit");

        let code = card(&li, "罗大爷").await;
        let counter = li.visit(COUNTER).await;
        let found = li.submit(&counter, COUNTER, &[("barcode", "cadl")]).await;
        found.ok().says(LITCHI);
        // The button beside a copy that stands there; then the scan of the card.
        let beside = |f: &crate::form::Form| f.fields.iter().any(|(name, value)| name == "barcode" && value == "SH-0");
        let form = forms(&found.text).into_iter().find(beside).expect("a button beside the copy");
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let asks = li.post(COUNTER, &[&fields[..], &[("then", "lend")]].concat()).await;
        asks.ok().says(LITCHI).says("借给谁");
        li.submit(&asks, COUNTER, &[("reader", &code)]).await.ok().says("借出去了").says("7月24日");
        assert_eq!(has(&li, &code).await, [(LITCHI.to_owned(), "2026-07-24".to_owned())]);
        stranger.get("/s/sanhe/library?q=cadl").await.ok().says_not("罗大爷");
    })
    .await;
}

/// How many things were lent and brought back, by the facts of the month.
async fn counted(town: &Town) -> (usize, usize) {
    let station = town.station;
    let (from, until) = (date(2026, 6, 1), date(2026, 7, 1));
    let read = town.house.db.read(move |c| {
        let mut all = |kind| fact::between(c, station, kind, from, until).map(|all| all.len());
        Ok::<_, Fault>((all("library.issue")?, all("library.return")?))
    });
    read.await.expect("the facts are readable")
}

fn entry(n: u32, kind: &str, barcode: &str, card: &str, minutes_ago: u32) -> Value {
    let id = format!("0197b2a4-7c00-7000-8000-{n:012}");
    json!({ "id": id, "kind": kind, "barcode": barcode, "card": card, "ago": minutes_ago * 60_000 })
}

/// Sends what a device has kept; what became of each.
async fn sent(clerk: &Person<'_>, entries: &[Value]) -> Vec<String> {
    let said = clerk.api(Method::POST, &format!("{DESK}/log"), Some(json!({ "entries": entries }))).await.ok().json();
    let all = said["entries"].as_array().expect("entries").iter();
    all.map(|one| one["outcome"].as_str().expect("an outcome").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_without_a_network_is_sent_twice_and_is_one_hour() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        let (first, second) = (card(&li, "罗大爷").await, card(&li, "马奶奶").await);
        let (litchi, alive) = (title(&li, "sanhe", LITCHI).await, title(&li, "sanhe", "围城").await);
        let (a, b) = (free(&litchi)[0].clone(), free(&alive)[0].clone());
        let before = counted(town).await;
        let hour = [
            entry(1, "lent", &a, &first, 50),
            entry(2, "lent", &b, &first, 45),
            entry(3, "back", &a, "", 20),
            entry(4, "renewed", &b, &first, 5),
        ];
        // On the day of the loan a renewal gains nothing, and is not used up.
        let done = ["done", "done", "done", "already"];
        assert_eq!(sent(&li, &hour).await, done);
        let day = counted(town).await;
        assert_eq!(day, (before.0 + 2, before.1 + 1));
        // The answer was lost on the way: all of it comes again, and a part of it once more.
        assert_eq!(sent(&li, &hour).await, done);
        sent(&li, &hour[2..]).await;
        assert_eq!(counted(town).await, day, "sent again it is done once");
        let theirs = has(&li, &first).await;
        assert_eq!(theirs.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(), ["围城"]);

        // Another device has lent the same copy to somebody else: the book is where it is, and a clerk asks.
        let other = [
            entry(5, "lent", &b, &second, 30),
            entry(6, "lent", "NOBODYS-1", &second, 29),
            entry(7, "lent", &a, "abcd efgh ijkl mnop qrst uvwx", 10),
        ];
        assert_eq!(sent(&li, &other).await, ["look"; 3]);
        assert_eq!(sent(&li, &other).await, ["look"; 3]);
        assert_eq!(has(&li, &second).await, []);
        let tasks = li.api(Method::GET, &format!("{DESK}/tasks"), None).await.ok().json();
        let mut kinds: Vec<&str> =
            tasks["tasks"].as_array().expect("tasks").iter().filter_map(|task| task["kind"].as_str()).collect();
        // They came in one instant.
        kinds.sort_unstable();
        assert_eq!(kinds, ["card-not-good", "lent-to-another", "no-such-barcode"], "each is one task");
        li.get(&format!("{COUNTER}/tasks")).await.ok().says("围城");
        for task in tasks["tasks"].as_array().expect("tasks") {
            let path = format!("{DESK}/tasks/{}/settlement", task["id"].as_str().expect("an id"));
            for _ in 0..2 {
                li.api(Method::POST, &path, Some(json!({ "how": "done" }))).await.is(204);
            }
        }
        let left = li.api(Method::GET, &format!("{DESK}/tasks"), None).await.ok().json();
        assert_eq!(left["tasks"], json!([]));
        assert_eq!(counted(town).await, day);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_machine_in_the_hall_lends_to_a_card_and_takes_back_from_anybody() {
    town::each(async |town| {
        let (li, stranger) = (town.staff("lijianguo").await, town.visitor());
        let code = card(&li, "罗大爷").await;
        let piece = free(&title(&li, "sanhe", LITCHI).await)[0].clone();
        stranger.get("/s/sanhe/kiosk/library").await.is(403);
        let kiosk = town.kiosk().await;
        let start = kiosk.get("/s/sanhe/kiosk/library").await;
        let asks = kiosk.submit(start.ok(), "/kiosk/library", &[("code", &piece)]).await;
        asks.ok().says(LITCHI).says("扫一下家庭卡");
        let lent = kiosk.submit(&asks, "/kiosk/library", &[("code", &code)]).await;
        lent.ok().says("借好了").says("7月24日").says_not("罗大爷");
        assert_eq!(has(&li, &code).await.len(), 1);
        // A scanner that reads twice undoes nothing.
        let twice = kiosk.submit(&lent, "/kiosk/library", &[("code", &piece)]).await;
        twice.ok().says("刚刚借好");
        assert_eq!(has(&li, &code).await.len(), 1);

        // The next one brings it: nobody asks for a card, and where it belongs stands there in large letters.
        let start = kiosk.get("/s/sanhe/kiosk/library").await;
        let back = kiosk.submit(start.ok(), "/kiosk/library", &[("code", &piece)]).await;
        back.ok().says("还好了").says("文学").says_not("罗大爷");
        assert_eq!(has(&li, &code).await, []);
        // A card that is good no more is a piece of paper.
        let household = li.post("/s/sanhe/desk/cards/scans", &[("code", &code)]).await.leads_to();
        li.post(&format!("{household}/revocation"), &[]).await.leads_to();
        let start = kiosk.get("/s/sanhe/kiosk/library").await;
        let asks = kiosk.submit(start.ok(), "/kiosk/library", &[("code", &piece)]).await;
        let not = kiosk.submit(asks.ok(), "/kiosk/library", &[("code", &code)]).await;
        assert!(not.status >= 400, "{}", not.seen());
    })
    .await;
}

/// Another station of the township with one shelf, and a clerk who works only there.
async fn neighbour(town: &Town) -> Person<'_> {
    let (sanhe, now) = (town.station, town.house.now());
    let new = people::new_staff(&town.house, "zhaobeipian", "赵北片", PASSWORD).expect("a hash");
    let new = new.unwrap_or_else(|problems| panic!("{problems:?}"));
    let house = town.house.clone();
    let made = town.house.db.write(move |c| {
        let pattern = stations::by_id(c, sanhe)?;
        let draft = Draft {
            name_zh: "三合北片共享驿站".into(),
            name_en: "Sanhe North shared station".into(),
            address: "骆驼堡村委会院内".into(),
            phone: None,
            at: None,
            zone: pattern.zone.clone(),
            hours: pattern.hours.text().to_owned(),
        };
        let slug = "north".parse().map_err(|_| Fault::broken("a slug that is none"))?;
        let id = stations::make_station(c, 630_203_102, &slug, &draft, By::Program, now)
            .map_err(|not| Fault::broken(format!("{not:?}")))?;
        let staff = people::add_staff(c, &house, By::Program, &new).map_err(|not| Fault::broken(format!("{not:?}")))?;
        people::give_role(c, &house, By::Program, staff, id, Role::Clerk, None)
    });
    made.await.expect("the neighbour opens");
    let clerk = town.staff("zhaobeipian").await;
    let shelf = json!({ "code": "a", "name_zh": "书架" });
    clerk.api(Method::POST, "/stations/north/desk/library/shelves", Some(shelf)).await.is(201);
    clerk
}

#[tokio::test(flavor = "multi_thread")]
async fn a_book_goes_to_the_next_station_and_neither_sees_more_of_the_other() {
    const NORTH: &str = "/stations/north/desk/library";
    town::each(async |town| {
        let (li, zhao) = (town.staff("lijianguo").await, neighbour(town).await);
        let code = card(&li, "罗大爷").await;
        let litchi = title(&li, "sanhe", LITCHI).await;
        let pieces = free(&litchi);
        let lent = json!({ "reader": { "card": code }, "barcode": pieces[0] });
        li.api(Method::POST, &format!("{DESK}/loans"), Some(lent)).await.is(201);

        // What crosses is the title, and how many stand there: not who has the other one, and not until when.
        let path = format!("{NORTH}/transfer-offers?from=sanhe&q={}", encoded("荔枝"));
        let offers = zhao.api(Method::GET, &path, None).await;
        let offer = offers.ok().json()["titles"][0].clone();
        assert_eq!((&offer["copies"], &offer["free"]), (&json!(pieces.len()), &json!(pieces.len() - 1)), "{offer}");
        let asked = json!({ "from": "sanhe", "title": offer["title"]["id"] });
        let asked = zhao.api(Method::POST, &format!("{NORTH}/transfers"), Some(asked)).await;
        let id = asked.is(201).json()["transfer"]["id"].as_str().expect("an id").to_owned();
        for seen in [&offers, &asked] {
            for hidden in ["罗大爷", "2026-07-24", &pieces[0], &pieces[1], "文学"] {
                assert!(!seen.text.contains(hidden), "{hidden} is the other station's: {}", seen.text);
            }
        }
        for path in ["", "/overdue", "/holds", "/tasks", "/titles", "/transfers"] {
            let not = zhao.api(Method::GET, &format!("{DESK}{path}"), None).await;
            assert!([403, 404, 405].contains(&not.status), "{path}: {}", not.text);
        }
        li.api(Method::GET, &format!("{NORTH}/transfers/{id}"), None).await.is(404);

        let wanted = li.api(Method::GET, &format!("{DESK}/transfers"), None).await.ok().json();
        assert_eq!(wanted["wanted"][0]["station"], "north", "{wanted}");
        let whole = li.api(Method::GET, &format!("{DESK}/transfers/{id}"), None).await.ok().json();
        let copies = whole["copies"].as_array().expect("copies");
        let copy = copies.iter().find(|copy| copy["free"] == true).expect("one stands there")["id"].clone();
        let gone = copies.iter().find(|copy| copy["free"] == false).expect("one is lent")["id"].clone();
        let send = async |copy: &Value| {
            let path = format!("{DESK}/transfers/{id}/sending");
            li.api(Method::POST, &path, Some(json!({ "copy": copy }))).await
        };
        send(&gone).await.is(409);
        send(&copy).await.ok();
        assert_eq!(free(&title(&li, "sanhe", LITCHI).await).len(), pieces.len() - 2, "it is on its way");

        let arrive = async || {
            let key = [("idempotency-key", "arrives")];
            let path = format!("{NORTH}/transfers/{id}/arrival");
            zhao.api_with(Method::POST, &path, &key, Some(json!({ "shelf": "a" }))).await
        };
        let there = arrive().await.is(201).json();
        assert_eq!(arrive().await.is(201).json(), there, "sent again it arrives once");
        let here = title(&zhao, "north", "cadl").await;
        let own = free(&here);
        assert_eq!((&here["title"], own.len()), (&json!(LITCHI), 1));
        assert!(own[0].starts_with("20") && own[0].len() == 13, "it has a number of its own: {}", own[0]);
        let stays = title(&li, "sanhe", LITCHI).await;
        let stays = stays["copies"].as_array().expect("copies");
        assert_eq!(stays.len(), pieces.len() - 1, "it is gone here: {stays:?}");
        let over = zhao.get(&format!("/s/north/desk/library/transfers/{id}")).await;
        over.ok().says(LITCHI).says("三合镇共享驿站").says_not("罗大爷");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_had_it_is_forgotten_when_it_comes_back_and_when_they_ask() {
    const NAME: &str = "东知布";
    town::each(async |town| {
        let (li, reader) = (town.staff("lijianguo").await, town.resident(NAME).await);
        let marks = marks(town, NAME).await;
        let loans = |found: &[String]| found.iter().filter(|at| at.starts_with("loans.person_id")).count();
        let before = loans(&named(town, &marks));
        let piece = free(&title(&reader, "sanhe", LITCHI).await)[0].clone();
        reader.api(Method::POST, &format!("{API}/copies/{piece}/loan"), None).await.is(201);
        let waited = title(&reader, "sanhe", "我的阿勒泰").await;
        let hold = format!("{API}/titles/{}/holds", waited["id"].as_str().expect("an id"));
        reader.api(Method::POST, &hold, None).await.is(201);
        let found = named(town, &marks);
        assert_eq!(loans(&found), before + 1);
        assert!(found.iter().any(|at| at.starts_with("library_holds.person_id")), "{found:#?}");

        // Back on the shelf, nothing says whose it was.
        let back = json!({ "barcode": piece });
        li.api(Method::POST, &format!("{DESK}/returns"), Some(back)).await.ok();
        assert_eq!(loans(&named(town, &marks)), before);
        reader.api(Method::POST, &format!("{API}/copies/{piece}/loan"), None).await.is(201);

        town.wait(jiff::SignedDuration::from_mins(2)).await;
        let data = reader.api(Method::GET, "/me/data", None).await;
        assert!(data.ok().text.contains(LITCHI) && data.text.contains("我的阿勒泰"), "{}", data.text);
        forgets(town, &reader, NAME).await;
        assert_eq!(named(town, &marks), [""; 0]);
        // The book is still out, with nobody who is known; it comes back all the same.
        let copy = li.api(Method::GET, &format!("{API}/copies/{piece}"), None).await.ok().json();
        assert_eq!(copy["copy"]["state"], "lent");
        let back =
            li.api(Method::POST, &format!("{DESK}/returns"), Some(json!({ "barcode": piece }))).await.ok().json();
        assert_eq!(back["was_lent"], true);
        let copy = li.api(Method::GET, &format!("{API}/copies/{piece}"), None).await.ok().json();
        assert_eq!(copy["copy"]["state"], "free");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_room_of_the_demo_has_something_of_everything() {
    town::each(async |town| {
        let (qi, stranger) = (town.staff("qihaiyan").await, town.visitor());
        let overdue = qi.api(Method::GET, &format!("{DESK}/overdue"), None).await.ok().json();
        assert_eq!(overdue["loans"][0]["loan"]["title"], "平凡的世界", "{overdue}");
        let held = qi.api(Method::GET, &format!("{DESK}/holds"), None).await.ok().json();
        assert_eq!(held["holds"][0]["hold"]["title"], "人世间", "{held}");
        let month = qi.api(Method::GET, &format!("{DESK}/month?month=2026-05"), None).await.ok().json();
        let issues = month["issues"].as_u64().expect("a number");
        assert!((58..=62).contains(&issues), "{month}");
        assert!(month["children"]["value"].is_number() && month["late"]["value"].is_number(), "{month}");
        let idle: u64 = month["idle"].as_array().expect("shelves").iter().filter_map(|s| s["idle"].as_u64()).sum();
        assert!((5..30).contains(&idle), "{month}");
        stranger.get("/s/sanhe/library/shelves/h").await.ok().says("诚信书架").says("我拿走一本");
        stranger.get("/s/sanhe/library").await.ok().says("长安十二时辰");
        let tally = async |taken: i64| {
            let path = format!("{API}/shelves/h/tally");
            stranger.api(Method::POST, &path, Some(json!({ "taken": taken }))).await
        };
        tally(1).await.is(204);
        tally(2).await.is(422);
        let june = qi.api(Method::GET, &format!("{DESK}/month?month=2026-06"), None).await.ok().json();
        assert_eq!((&june["taken"], &june["brought"]), (&json!(1), &json!(0)), "{june}");
    })
    .await;
}
