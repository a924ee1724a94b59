//! Who sees what: a clerk what was given to them, whoever is named nothing, people of other stations nothing.
use serde_json::json;

use super::*;
use crate::rules::{Choice, State};

const LAMP: &str = "文化广场的路灯坏了三天，晚上看不见台阶";

#[tokio::test]
async fn a_clerk_sees_what_is_given_to_them_and_no_more() {
    for town in towns().await {
        let (theirs, others) = (town.left(LAMP).await, town.left("水沟堵了，雨天进不了门").await);
        for worker in [&town.clerk, &town.other_clerk] {
            town.get(worker, DESK).await.is(StatusCode::OK).says("现在没有等您办的意见").hushes("路灯");
        }
        town.give(theirs, &town.clerk).await;
        town.give(others, &town.other_clerk).await;
        town.get(&town.clerk, DESK).await.says("路灯").hushes("水沟");
        town.get(&town.clerk, &format!("{DESK}?show=all")).await.says("路灯").hushes("水沟");
        let calls = town.get(&town.clerk, &format!("{CALLS}?all=true")).await.json();
        assert_eq!((&calls["open"], calls["opinions"].as_array().map(Vec::len)), (&json!(1), Some(1)));
        town.get(&town.clerk, &format!("{DESK}/{theirs}")).await.says(LAMP).says("开始办");
        for path in [format!("{DESK}/{others}"), format!("{CALLS}/{others}"), format!("{DESK}/{others}/print")] {
            town.get(&town.clerk, &path).await.is(StatusCode::NOT_FOUND).hushes("水沟");
        }
        // What only managers do is not there for them, whatever it is about.
        for below in ["month", "month/print", "categories", "categories/new", "templates"] {
            town.get(&town.clerk, &format!("{DESK}/{below}")).await.is(StatusCode::NOT_FOUND);
        }
        let to = town.other_clerk.staff.id.to_string();
        let gave = town.send(&town.clerk, &format!("{DESK}/{theirs}/assignments"), &[("to", to.as_str())]).await;
        gave.is(StatusCode::NOT_FOUND);
        let called =
            town.call(&town.clerk, ("POST", &format!("{CALLS}/{theirs}/assignments")), json!({ "to": to })).await;
        called.is(StatusCode::NOT_FOUND);
    }
}

/// All pages and calls of one opinion that are asked for.
fn looks(id: OpinionId, photo: &str) -> Vec<String> {
    ["", "/print", &format!("/photos/{photo}")]
        .iter()
        .map(|below| format!("{DESK}/{id}{below}"))
        .chain([format!("{CALLS}/{id}"), format!("{CALLS}/{id}/photos/{photo}")])
        .collect()
}

/// All forms of one opinion, each with what it needs.
fn forms(town: &Town, other: OpinionId) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let to = town.other_clerk.staff.id.to_string();
    vec![
        ("screening", vec![("to", to.clone())]),
        ("assignments", vec![("to", to)]),
        ("beginnings", vec![]),
        ("questions", vec![("question", "哪一盏？".into())]),
        ("answers", vec![("answer", "修好了".into())]),
        ("elsewhere", vec![("elsewhere", "找供电所".into())]),
        ("merging", vec![("into", other.to_string())]),
        ("notes", vec![("note", "记一笔".into())]),
        ("named", vec![("about", format!("person:{CLERK}"))]),
        ("public", vec![("title", "路灯".into()), ("masked", "路灯坏了".into())]),
        ("hiding", vec![("reason", "不合适".into())]),
    ]
}

/// The same as calls.
fn calls(town: &Town, other: OpinionId) -> Vec<(&'static str, &'static str, serde_json::Value)> {
    let to = town.other_clerk.staff.id;
    vec![
        ("POST", "screening", json!({ "to": to })),
        ("POST", "assignments", json!({ "to": to })),
        ("POST", "beginnings", json!({})),
        ("POST", "prints", json!({})),
        ("POST", "questions", json!({ "text": "哪一盏？" })),
        ("POST", "answers", json!({ "text": "修好了" })),
        ("POST", "elsewhere", json!({ "elsewhere": "找供电所" })),
        ("POST", "merging", json!({ "into": other })),
        ("POST", "notes", json!({ "text": "记一笔" })),
        ("POST", "named", json!({ "about": { "person": CLERK } })),
        ("PUT", "public", json!({ "title": "路灯", "text": "路灯坏了" })),
        ("POST", "hiding", json!({ "reason": "不合适" })),
    ]
}

/// A picture that is one.
fn photo() -> kernel::photo::Photo {
    kernel::photo::Photo { bytes: vec![0xff, 0xd8, 0xff, 0xd9], width: 2, height: 2 }
}

#[track_caller]
fn nowhere(answer: &Answer, number: &str) {
    answer.hushes("路灯").hushes(number).hushes("台阶");
}

#[tokio::test]
async fn to_whoever_it_is_about_it_is_not_there() {
    for town in towns().await {
        let about = vec![Choice::Person(OTHER_MANAGER.into()), Choice::Desk("民政窗口".into())];
        let named = New { about, photos: vec![photo()], may_publish: true, ..said(LAMP) };
        let id = town.leave(named).await.id;
        let other = town.left("水沟堵了，雨天进不了门").await;
        let case = town.get(&town.manager, &format!("{CALLS}/{id}")).await.json();
        let photo = case["photo_ids"][0].as_str().unwrap().to_owned();
        let number = case["number"].as_str().unwrap().to_owned();
        // One by name, one by where he sits: neither can be given it.
        let assignable: Vec<&str> =
            case["assignable"].as_array().unwrap().iter().filter_map(|a| a["name"].as_str()).collect();
        assert_eq!(assignable, [MANAGER, OTHER_CLERK]);
        for worker in [&town.other_manager, &town.clerk, &town.stranger] {
            for path in looks(id, &photo) {
                nowhere(town.get(worker, &path).await.is(StatusCode::NOT_FOUND), &number);
            }
            for (below, form) in forms(&town, other) {
                let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
                let sent = town.send(worker, &format!("{DESK}/{id}/{below}"), &form).await;
                nowhere(sent.is(StatusCode::NOT_FOUND), &number);
            }
            for (method, below, body) in calls(&town, other) {
                let sent = town.call(worker, (method, &format!("{CALLS}/{id}/{below}")), body).await;
                nowhere(sent.is(StatusCode::NOT_FOUND), &number);
            }
        }
        // Nothing of that was done, and nobody but the one who may has looked.
        let seen = town.seen(id).await;
        assert_eq!((seen.state, seen.viewers.len()), (State::Received, 1));
        assert_eq!(seen.viewers[0].name, MANAGER);
    }
}

#[tokio::test]
async fn no_list_no_count_and_no_month_shows_it_to_them() {
    for mut town in towns().await {
        let about = vec![Choice::Person(OTHER_MANAGER.into())];
        let id = town.leave(New { about, ..said(LAMP) }).await.id;
        let other = town.left("文化广场的路边水沟堵了，晚上看不见").await;
        let number = town.get(&town.manager, &format!("{CALLS}/{id}")).await.json()["number"].clone();
        let number = number.as_str().unwrap();
        // Long enough for both to be late.
        town.later(45).await;
        let month = "2026-06";
        let paths = [
            DESK.to_owned(),
            format!("{DESK}?show=all"),
            format!("{DESK}?show=all&state=received"),
            format!("{DESK}/month?month={month}"),
            format!("{DESK}/month/print?month={month}"),
            format!("{CALLS}?all=true"),
            format!("{CALLS}?state=received"),
            format!("{CALLS}/decisions"),
            format!("{CALLS}/month?month={month}"),
            format!("{DESK}/{other}"),
            format!("{CALLS}/{other}"),
        ];
        for path in &paths {
            let answer = town.get(&town.other_manager, path).await;
            answer.is(StatusCode::OK).hushes("路灯").hushes(number).hushes(&id.to_string());
        }
        let counts = |answer: Answer| (answer.json()["open"].clone(), answer.json()["late"].clone());
        let list = format!("{CALLS}?all=true");
        assert_eq!(counts(town.get(&town.other_manager, &list).await), (json!(1), json!(1)));
        assert_eq!(counts(town.get(&town.manager, &list).await), (json!(2), json!(2)));
        let month = format!("{CALLS}/month?month={month}");
        let received = |answer: Answer| (answer.json()["figures"]["received"].clone(), answer.json()["open"].clone());
        assert_eq!(received(town.get(&town.other_manager, &month).await), (json!(1), json!(1)));
        assert_eq!(received(town.get(&town.manager, &month).await), (json!(2), json!(2)));
        // And it is proposed for merging to whoever may see both.
        town.get(&town.manager, &format!("{CALLS}/{other}")).await.says(number);
        // At the next station there is nothing at all.
        town.get(&town.stranger, &list).await.is(StatusCode::NOT_FOUND);
        let own = town.get(&town.stranger, "/api/v1/stations/pingan/desk/opinions?all=true").await;
        assert_eq!(own.is(StatusCode::OK).json()["opinions"], json!([]));
        let crossed = town.get(&town.stranger, &format!("/s/pingan/desk/opinions/{id}")).await;
        crossed.is(StatusCode::NOT_FOUND).hushes("路灯");
    }
}

#[tokio::test]
async fn whoever_names_themselves_is_led_away_and_it_is_gone_for_them() {
    for town in towns().await {
        let id = town.left(LAMP).await;
        town.give(id, &town.clerk).await;
        let path = format!("{DESK}/{id}");
        let form = [("about", format!("person:{CLERK}"))];
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let sent = town.send(&town.clerk, &format!("{path}/named"), &form).await;
        assert_eq!((sent.status, sent.to.as_str()), (StatusCode::SEE_OTHER, format!("{DESK}?kept=1").as_str()));
        town.get(&town.clerk, &path).await.is(StatusCode::NOT_FOUND);
        // It waits for a manager again, who can say that it was a mistake.
        let page = town.get(&town.manager, &path).await;
        page.says("派出去").says("不是他");
        let case = town.get(&town.manager, &format!("{CALLS}/{id}")).await.json();
        assert_eq!((&case["state"], &case["assigned"]), (&json!("screened"), &json!(null)));
        let to = town.clerk.staff.id.to_string();
        let refused = town.send(&town.manager, &format!("{path}/assignments"), &[("to", to.as_str())]).await;
        refused.is(StatusCode::CONFLICT).says("不能交给他办");
        let named = case["named"][0]["id"].as_str().unwrap().to_owned();
        town.send(&town.manager, &format!("{path}/named/lifting"), &[("named", named.as_str())]).await.is_kept();
        town.send(&town.manager, &format!("{path}/assignments"), &[("to", to.as_str())]).await.is_kept();
        town.get(&town.clerk, &path).await.is(StatusCode::OK);
    }
}
