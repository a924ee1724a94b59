//! A month on one page that anybody computes again; and a survey after which nobody can say who answered what.
use axum::http::Method;
use kernel::db::Conn;
use kernel::lottery::Published as _;
use serde_json::{Value, json};
use wellbeing::rules::sheet::MonthSheet;
use wellbeing::rules::{county, households, verify};

use crate::forgetting::everything;
use crate::page::Page;
use crate::person::Person;
use crate::terminal::Desk;
use crate::town::{self, Town};

const API: &str = "/stations/sanhe";
const PAGES: &str = "/s/sanhe";
/// The demo's months are made by then, and its second survey is open.
const JULY: &str = "2026-07-01T06:30";

async fn get(who: &Person<'_>, path: &str) -> Page {
    let page = who.api(Method::GET, &format!("{API}{path}"), None).await;
    page.ok();
    page
}

async fn post(who: &Person<'_>, path: &str, body: Value) -> Page {
    who.api(Method::POST, &format!("{API}{path}"), Some(body)).await
}

/// The id of the survey that is open.
async fn open_survey(manager: &Person<'_>) -> String {
    let desk = get(manager, "/desk/surveys").await.json();
    desk["running"]["survey"]["id"].as_str().expect("a survey is open").to_owned()
}

/// Codes of `n` more ballots.
async fn ballots(manager: &Person<'_>, n: usize) -> Vec<String> {
    let id = open_survey(manager).await;
    let printed = post(manager, &format!("/desk/surveys/{id}/ballots"), json!({ "n": n })).await.is(201).json();
    let codes = printed["codes"].as_array().expect("codes");
    assert_eq!(codes.len(), n);
    codes.iter().map(|code| code.as_str().expect("a code").to_owned()).collect()
}

fn answer(code: &str, score: u8) -> Value {
    json!({ "code": code, "score": score, "band": 1 })
}

fn has(all: &[(String, String)], table: &str) -> usize {
    let column = format!("{table}.station_id");
    all.iter().filter(|(named, _)| *named == column).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_leaves_one_row_more_and_nothing_that_leads_to_it() {
    town::each(async |town| {
        let (manager, resident) = (town.staff("qihaiyan").await, town.visitor());
        let codes = ballots(&manager, 3).await;
        let before = everything(town);
        let [first, second, third] = codes.as_slice() else { panic!("three ballots") };
        // A tap that is made twice arrives once; another with the same ballot does not, even if it says the same.
        let path = format!("{API}/survey/answers");
        for _ in 0..2 {
            let pressed = resident.api_with(Method::POST, &path, &[("idempotency-key", "a")], Some(answer(first, 8)));
            pressed.await.is(204);
        }
        for score in [8, 2] {
            post(&resident, "/survey/answers", answer(first, score)).await.is(409);
        }
        let typed = json!({ "code": second, "score": 3, "band": 0, "mode": "paper" });
        post(&manager, "/desk/surveys/answers", typed).await.is(204);
        post(&resident, "/survey/answers", json!({ "code": third, "score": 11, "band": 0 })).await.is(422);
        post(&resident, "/survey/tips", json!({ "by_whom": "village" })).await.is(204);

        let after = everything(town);
        for table in ["survey_answers", "survey_ballots", "events", "facts", "changes", "answers"] {
            let more =
                i64::try_from(has(&after, table)).expect("a count") - i64::try_from(has(&before, table)).expect("one");
            let expected = match table {
                "survey_answers" => 2,
                "survey_ballots" => -2,
                _ => 0,
            };
            assert_eq!(more, expected, "{table}");
        }
        for code in [first, second] {
            assert!(!after.iter().any(|(_, text)| text.contains(code.as_str())), "a code is kept");
        }
        // No column of an answer holds an instant, and its key is drawn: its first half is no time of this year.
        let columns = after.iter().filter(|(named, _)| named.starts_with("survey_answers."));
        assert!(columns.clone().all(|(named, _)| !named.ends_with("_at") && !named.ends_with("_on")));
        let ids: Vec<&String> = columns.filter(|(named, _)| named.ends_with(".id")).map(|(_, id)| id).collect();
        assert!(ids.iter().all(|id| id.replace('-', "").chars().nth(12) == Some('4')), "{ids:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_survey_from_its_list_to_its_result() {
    town::each(async |town| {
        // The demo's runs until the fifteenth of July.
        town.set_clock("2026-07-16T04:00");
        town.wait(jiff::SignedDuration::from_mins(1)).await;
        let manager = town.staff("qihaiyan").await;
        let bands = json!([{ "band": "18–59", "population": 300 }, { "band": "60+", "population": 100 }]);
        let new = json!({ "opens_on": "2026-07-20", "closes_on": "2026-08-10", "wanted": 80, "bands": bands, "source": "册" });
        let made = post(&manager, "/desk/surveys", new).await.is(201).json();
        let id = made["id"].as_str().expect("an id").to_owned();
        let sealed = get(&town.visitor(), "/survey/draw").await;
        assert!(sealed.json()["seed"].is_null() && sealed.json()["commitment"].is_string());
        let homes: Vec<Value> =
            (1..=200).map(|n| json!({ "village": "新安村", "address": format!("{}社{n}号", n % 5) })).collect();
        let list = format!("{API}/desk/surveys/{id}/list");
        manager.api(Method::PUT, &list, Some(json!({ "households": homes }))).await.is(204);
        post(&manager, &format!("/desk/surveys/{id}/draw"), json!({})).await.is(204);
        let drawn = get(&town.visitor(), "/survey/draw").await;
        let again = households::verify(&drawn.text).expect("a published draw");
        assert!(again.differs.is_empty() && again.not_yet.is_empty(), "{:?}", again.differs);
        assert_eq!(drawn.json()["commitment"], sealed.json()["commitment"]);
        assert_eq!(again.sheet.drawn.len(), 80);
        assert!(!drawn.text.contains("新安村"), "no address is published");

        let printed = post(&manager, &format!("/desk/surveys/{id}/ballots"), json!({ "n": 70 })).await.is(201).json();
        let codes: Vec<&str> = printed["codes"].as_array().expect("codes").iter().filter_map(Value::as_str).collect();
        town.set_clock("2026-07-21T10:00");
        // The worked example: 60 young answers with the mean 7.5, 10 old ones with the mean 6.
        let young = [(5, 6), (6, 12), (7, 12), (8, 12), (9, 12), (10, 6)];
        let old = [(3, 1), (4, 1), (5, 2), (6, 2), (7, 2), (8, 1), (9, 1)];
        let said = |band: u8, all: &[(u8, usize)]| -> Vec<(u8, u8)> {
            all.iter().flat_map(|(score, n)| std::iter::repeat_n((band, *score), *n)).collect()
        };
        let all = [said(0, &young), said(1, &old)].concat();
        assert_eq!(all.len(), codes.len());
        for (n, (code, (band, score))) in (0_u8..).zip(codes.iter().zip(all)) {
            let someone = town.visitor().at_address([10, 9, 0, n]);
            post(&someone, "/survey/answers", json!({ "code": code, "score": score, "band": band })).await.is(204);
        }
        town.set_clock("2026-08-11T04:00");
        town.wait(jiff::SignedDuration::from_mins(1)).await;
        let over = get(&town.visitor(), "/survey").await.json();
        let over = over["over"].as_array().expect("surveys that are over");
        let mean = &over.iter().find(|one| one["id"] == json!(id)).expect("it is over")["mean"];
        assert!((mean["value"].as_f64().expect("a mean") - 7.125).abs() < 1e-6, "{mean}");
        assert_eq!(mean["n"], 70);
        assert!(!everything(town).iter().any(|(column, _)| column.starts_with("survey_households.")), "the list is gone");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_month_is_made_on_the_first_and_anybody_computes_it_again() {
    town::each(async |town| {
        town.set_clock(JULY);
        town.wait(jiff::SignedDuration::from_mins(1)).await;
        let anybody = town.visitor();
        let june = get(&anybody, "/months/2026-06").await;
        let may = get(&anybody, "/months/2026-05").await;
        let found = verify::verify_after(&june.text, &may.text).expect("two sheets");
        assert!(found.differs.is_empty(), "{:?}", found.differs);
        assert_eq!(may.json()["survey"]["response"]["drawn"], 120);
        let page = anybody.get(&format!("{PAGES}/months/2026-06")).await;
        page.ok().says("yizhan wellbeing verify");
        for word in ["排名", "得分", "目标", "考核"] {
            page.says_not(word);
        }
        // A figure that somebody has bent is seen.
        let mut bent = found.sheet.clone();
        if let Some(door) = &mut bent.door {
            door.minutes.open += 15;
        }
        assert!(!verify::verify_after(&bent.signed().text(), &may.text).expect("sheets").differs.is_empty());
    })
    .await;
}

/// What `yizhan wellbeing verify` says of an area's file, with those of its stations, and its exit code.
fn verified(area: &str, stations: &[MonthSheet]) -> (i32, String) {
    let desk = Desk::new();
    desk.writes("area.json", area);
    let mut words = ["wellbeing", "verify", "area.json"].map(str::to_owned).to_vec();
    for sheet in stations {
        let file = format!("{}.json", sheet.station);
        desk.writes(&file, &sheet.text());
        words.extend(["--station".to_owned(), file]);
    }
    desk.types(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[tokio::test(flavor = "multi_thread")]
async fn three_months_make_an_areas_which_anybody_adds_up_again() {
    town::each(async |town| {
        let may = get(&town.visitor(), "/months/2026-05").await.text;
        let of = |slug: &str| MonthSheet { station: slug.into(), ..MonthSheet::read(&may).expect("a sheet") }.signed();
        let all = ["sanhe", "gucheng", "hongshuiquan"].map(of);
        let area = county::county(630_203, "2026-05", 9, &all).expect("an area");
        let (code, said) = verified(&area.text(), &all);
        assert!(code == 0 && said.contains("3 of 9 stations") && said.contains("It agrees."), "{code} {said}");
        let (code, said) = verified(&area.text(), &[]);
        assert!(code == 0 && said.contains("not yet  the sums"), "{code} {said}");
        let (code, said) = verified(&area.text(), &all[..2]);
        assert!(code == 1 && said.contains("DIFFERS"), "{code} {said}");
        assert_eq!(verified("{}", &[]).0, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_looked_at_and_then_published_with_why() {
    town::each(async |town| {
        let manager = town.staff("qihaiyan").await;
        late_fact(town);
        let path = "/desk/months/2026-05/correction";
        let seen = get(&manager, path).await.json();
        assert!(!seen["figures"].as_array().expect("what differs").is_empty(), "{seen}");
        let body = json!({ "why": "五月有一场活动补记了人数。", "seen": seen["seen"] });
        post(&manager, path, body.clone()).await.is(201);
        let may = get(&town.visitor(), "/months/2026-05").await.json();
        assert_eq!(may["revision"], 2);
        assert!(may["corrections"].as_array().is_some_and(|all| !all.is_empty()));
        let first = get(&town.visitor(), "/months/2026-05?revision=1").await.json();
        assert_eq!(first["revision"], 1, "what was published stays");
        post(&manager, path, body).await.is(409);
        town.staff("lijianguo").await.api(Method::GET, &format!("{API}{path}"), None).await.is(404);
    })
    .await;
}

/// An activity of May whose attendance was typed in later.
fn late_fact(town: &Town) {
    let mut c = Conn::open(&town.url()).expect("the database opens");
    let at: jiff::Timestamp = "2026-05-20T07:00:00Z".parse().expect("an instant");
    let day = jiff::civil::date(2026, 5, 20);
    for _ in 0..6 {
        let planned = json!({ "announced_h": 96, "called_off": false, "came": 31 });
        kernel::fact::record(&mut c, town.station, town.house.new_id(), "activity.planned", (day, at), &planned)
            .expect("it is written down");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_finds_the_door_closed_says_so_without_a_name() {
    town::each(async |town| {
        let (stranger, clerk) = (town.visitor(), town.staff("lijianguo").await);
        post(&stranger, "/door/found-closed", json!({})).await.is(204);
        post(&town.visitor().at_address([10, 8, 0, 2]), "/door/found-closed", json!({})).await.is(204);
        let reports = everything(town).into_iter().filter(|(c, text)| c == "facts.kind" && text == "door.found-closed");
        let before_today = reports.count();
        post(&clerk, "/desk/door", json!({ "sign": "opened" })).await.is(204);
        let today = get(&clerk, "/desk/door").await.text;
        assert!(today.contains("opened"), "{today}");
        // At three in the night nobody promises anything.
        town.set_clock("2026-06-25T03:00");
        post(&stranger, "/door/found-closed", json!({})).await.is(409);
        let all = everything(town);
        let now = all.iter().filter(|(c, text)| c == "facts.kind" && text == "door.found-closed").count();
        assert_eq!(now, before_today, "two who say the same in a quarter are one");
    })
    .await;
}
