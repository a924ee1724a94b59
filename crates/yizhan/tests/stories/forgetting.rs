//! Whoever is forgotten leaves nothing behind that names them, in any table, however it is written.
use std::collections::BTreeMap;

use kernel::db::Conn;
use kernel::secret::Keys;
use serde_json::Value;
use yizhan::township::sanhe::KEY;
use yizhan::township::{self, Files};

use crate::ground;
use crate::person::Person;
use crate::town::{self, Town};

const NAME: &str = "罗生贵";
/// All purposes under which anything is sealed. A new one that is missing here leaves sealed texts that nobody opens, and
/// then [`opened`] says so.
const PURPOSES: &[&str] = &[
    "phone",
    "name",
    "message-to",
    "message-text",
    "reservation-guest",
    "child-nickname",
    "totp-secret",
    "game-player",
    "club-child",
    "season-seed",
    "door-key",
    "door-code-unseen",
    "lock-call",
    "ticket-name",
    "call-list-name",
    "call-list-text",
    "duty-volunteer",
    "first-asked-what",
    "first-asked-name",
    "first-asked-words",
    "reception-name",
    "reception-what",
    "reception-words",
    "rating-words",
    "call-back-answer",
    "ticket-carrier",
    "booking-phone",
    "village-visitor",
    "village-phone",
    "receipt-name",
    "receipt-carrier",
    "proxy-for",
    "proxy-name",
    "signup-guest",
    "draw-seed",
    "stall-draw-seed",
    "parking-plate",
    "parking-asker",
    "parking-phone",
    "stall-holder",
    "stall-phone",
    "opinion-text",
    "opinion-named",
    "opinion-contact-phone",
    "wish-name",
    "wish-phone",
    "wish-appeal",
    "survey-seed",
];

/// Sealed for a purpose of each row; a random key, which holds nobody.
const KEYS: [&str; 1] = ["mood_keys.key_sealed"];

/// Every value of every table, with what is sealed opened: (table and column, value).
pub fn everything(town: &Town) -> Vec<(String, String)> {
    let mut c = Conn::open(&town.url()).expect("the database opens");
    let mut out = vec![];
    ground::exported(&mut c, town.engine(), &mut out);
    let keys = Keys::from_bytes(KEY);
    let tables = yizhan::dump::tables(&yizhan::slices::migrations()).expect("the migrations are readable");
    let columns: BTreeMap<&str, Vec<&str>> =
        tables.iter().map(|t| (t.name.as_str(), t.columns.iter().map(|c| c.name.as_str()).collect())).collect();
    let (mut table, mut found) = (String::new(), vec![]);
    for line in String::from_utf8(out).expect("an export is text").lines().skip(1) {
        match serde_json::from_str::<Value>(line).expect("a line is JSON") {
            Value::Object(section) => table = section["table"].as_str().expect("a table's name").to_owned(),
            Value::Array(row) => {
                for (value, column) in row.iter().zip(&columns[table.as_str()]) {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    found.push((format!("{table}.{column}"), opened(&keys, (&table, column), &text)));
                }
            }
            other => panic!("an export has no {other}"),
        }
    }
    found
}

/// The value, or what is sealed in it.
fn opened(keys: &Keys, (table, column): (&str, &str), text: &str) -> String {
    if !column.ends_with("_sealed") || text == "null" || KEYS.contains(&format!("{table}.{column}").as_str()) {
        return text.to_owned();
    }
    let sealed = data_encoding::HEXLOWER.decode(text.as_bytes()).expect("sealed bytes");
    let open = PURPOSES.iter().find_map(|purpose| keys.open(purpose, &sealed).ok());
    open.unwrap_or_else(|| panic!("{table}.{column} is sealed for a purpose that this test does not know"))
}

/// Where any of the marks of a person stands.
pub fn named(town: &Town, marks: &[String]) -> Vec<String> {
    let names = |text: &str| marks.iter().any(|mark| text.contains(mark.as_str()));
    everything(town).into_iter().filter(|(_, text)| names(text)).map(|(at, text)| format!("{at}: {text}")).collect()
}

/// The number that people.csv has for a name.
fn phone_of(name: &str) -> String {
    let sanhe = township::read(&Files::sanhe()).expect("the fixtures are well-formed");
    let found = sanhe.people.iter().find(|p| p.name.as_str() == name);
    found.unwrap_or_else(|| panic!("people.csv has no {name}")).phone.full().to_owned()
}

/// All by which somebody can be recognised: id in both spellings, name, number, and what is made of the number.
pub async fn marks(town: &Town, name: &str) -> Vec<String> {
    let number = phone_of(name);
    let (h, phone) = (town.house.clone(), number.parse().expect("a number"));
    let id =
        town.house.db.read(move |c| people::who_has(c, &h, &phone)).await.expect("a read").expect("they are known");
    let keys = Keys::from_bytes(KEY);
    let hash = |purpose: &str, text: &str| data_encoding::HEXLOWER.encode(&keys.lookup(purpose, text));
    let e164 = format!("+86{number}");
    let mut marks = vec![id.to_string(), id.to_string().replace('-', ""), name.into(), number.clone()];
    marks.extend(["phone", "message-receiver"].into_iter().flat_map(|p| [hash(p, &number), hash(p, &e164)]));
    marks
}

async fn books(luo: &Person<'_>) {
    let page = luo.get("/s/sanhe/venues/table-tennis").await;
    luo.visit(&luo.submit(&page, "/reservations", &[]).await.leads_to()).await.ok();
}

/// Through the pages, as the resident does it.
pub async fn forgets(town: &Town, luo: &Person<'_>, name: &str) {
    let data = luo.visit("/me/data").await;
    let last = luo.submit(&data, "/me/forget", &[]).await;
    let last = luo.visit(&last.leads_to()).await;
    last.ok().says("会没有的").says("会留下的");
    let digits = town.code_sent_to(&phone_of(name)).await;
    luo.visit(&luo.submit(&last, "/me/forget/", &[("digits", &digits)]).await.leads_to()).await.ok().says("不认识您了");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_forgotten_is_named_nowhere() {
    town::each(async |town| {
        let luo = town.resident(NAME).await;
        town.wait(jiff::SignedDuration::from_mins(2)).await;
        books(&luo).await;
        let marks = marks(town, NAME).await;
        let before = named(town, &marks);
        for at in [
            "persons.name_sealed",
            "persons.phone_hash",
            "messages.to_sealed",
            "reservations.person_id",
            "sessions.subject",
            "series.person_id",
        ] {
            assert!(before.iter().any(|found| found.starts_with(at)), "the look sees {at}: {before:#?}");
        }
        let uses = |town: &Town| everything(town).iter().filter(|(at, _)| at == "reservations.id").count();
        let before = uses(town);
        forgets(town, &luo, NAME).await;
        assert_eq!(named(town, &marks), [""; 0]);
        // Whoever waited for what is free now may have got it.
        assert!(uses(town) >= before, "counts stay");
        assert!(luo.get("/me").await.leads_to().starts_with("/sign-in"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_among_those_who_play_and_wait() {
    town::each(async |town| {
        // One posts a game, waits for the courtyard and leads a club; the other has joined a third person's game, and the club.
        for (name, where_) in [
            ("仲积德", ["games.person_id", "waits.person_id", "clubs.leader_id"]),
            ("童晓东", ["game_players.person_id", "club_members.person_id", "club_members.person_id"]),
        ] {
            let who = town.resident(name).await;
            let marks = marks(town, name).await;
            let before = named(town, &marks);
            for at in where_ {
                assert!(before.iter().any(|found| found.starts_with(at)), "the look sees {at}: {before:#?}");
            }
            town.wait(jiff::SignedDuration::from_mins(2)).await;
            forgets(town, &who, name).await;
            assert_eq!(named(town, &marks), [""; 0]);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_of_whoever_is_forgotten_is_free_for_others() {
    town::each(async |town| {
        let luo = town.resident(NAME).await;
        books(&luo).await;
        town.wait(jiff::SignedDuration::from_mins(2)).await;
        let han = town.resident("韩玉梅").await;
        let busy = free_tonight(&han).await;
        forgets(town, &luo, NAME).await;
        assert!(free_tonight(&han).await > busy);
    })
    .await;
}

/// How many slots of tonight's tables are free, over all starts.
async fn free_tonight(who: &Person<'_>) -> i64 {
    let path = "/stations/sanhe/availability?on=2026-06-24&activity=table-tennis";
    let available = who.api(axum::http::Method::GET, path, None).await.ok().json();
    available["offerings"][0]["slots"].as_array().expect("slots").iter().filter_map(|s| s["free"].as_i64()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn time_forgets_whom_nobody_asked_to_forget() {
    town::each(async |town| {
        let luo = town.resident(NAME).await;
        books(&luo).await;
        let marks = marks(town, NAME).await;
        // A reservation's link goes after half a year, and the last of their series is in August; the person goes two years
        // after they were last here.
        town.wait(jiff::SignedDuration::from_hours(24 * 260)).await;
        let left = named(town, &marks);
        assert!(!left.iter().any(|at| at.starts_with("reservations.") || at.starts_with("messages.")), "{left:#?}");
        assert!(left.iter().any(|at| at.starts_with("persons.")));
        town.wait(jiff::SignedDuration::from_hours(24 * 475)).await;
        assert_eq!(named(town, &marks), [""; 0]);
    })
    .await;
}
