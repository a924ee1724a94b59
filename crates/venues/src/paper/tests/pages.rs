//! The pages, and the same acts for programs.
use axum::http::StatusCode;
use kernel::testing::TestHouse;
use kernel::view::View;
use kernel::words::{self, Lang};
use people::Role;
use serde_json::{Value, json};

use crate::desk::tests::town::{Answer, DESK, call, get, get_in_english, send, towns, works_here};

const API: &str = "/api/v1/stations/sanhe/desk";

/// The clerk's town, at five in the afternoon.
fn afternoons() -> Vec<(TestHouse, String)> {
    let with_clerk = |town: TestHouse| {
        town.set_clock("2026-06-24T17:00:00+08:00".parse().expect("an instant"));
        let clerk = works_here(&town, Role::Clerk);
        (town, clerk)
    };
    towns().into_iter().map(with_clerk).collect()
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_default()
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    for lang in [Lang::Zh, Lang::En] {
        let (town, _) = afternoons().swap_remove(0);
        for (name, html) in crate::paper::samples(&View::plain(&town, lang)) {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let keys: Vec<&str> =
                shown.filter(|t| ["paper-", "venues-", "{ $"].iter().any(|k| t.contains(k))).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
        }
    }
    assert_eq!(words::keys(crate::PAPER_TEXTS.zh), words::keys(crate::PAPER_TEXTS.en));
}

#[tokio::test]
async fn the_list_of_a_day_shows_the_end_of_a_number_and_no_more() {
    for (town, clerk) in afternoons() {
        let form = [("offering", "table"), ("from", "2026-06-24T19:00:00+08:00"), ("minutes", "60"), ("group", "2")];
        let who = [("name", "罗大爷"), ("phone", "13800005521"), ("once", "k1")];
        let booked = send(&town, &clerk, &format!("{DESK}/reservations/new"), &[&form[..], &who].concat()).await;
        assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
        for path in ["/paper/list?on=2026-06-24", "/paper/list?on=2026-06-24&venue=1", "/paper/list"] {
            let sheet = get(&town, &clerk, &format!("{DESK}{path}")).await;
            assert!(sheet.says("罗大爷") && sheet.says("5521") && sheet.says("<svg"), "{path}");
            assert!(!sheet.says("13800005521") && !sheet.says("138****"), "{path}");
            assert!(sheet.says("到第 ") && sheet.says("class=\"blank\""), "{path}");
        }
        assert_eq!(get(&town, &clerk, &format!("{DESK}/paper/list?venue=9")).await.status, StatusCode::NOT_FOUND);
        assert!(get_in_english(&town, &clerk, &format!("{DESK}/paper")).await.says("Type in from paper"));
        assert_eq!(get(&town, "nobody", &format!("{DESK}/paper")).await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn each_row_is_kept_by_itself_and_what_was_not_kept_stays_as_it_was_typed() {
    for (town, clerk) in afternoons() {
        let form = [
            ("on", "2026-06-24"),
            ("once-1", "a"),
            ("place-1", "table/1"),
            ("from-1", "1400"),
            ("until-1", "1500"),
            ("came-1", "yes"),
            ("once-2", "b"),
            ("place-2", "table/1"),
            ("from-2", "1430"),
            ("until-2", "1530"),
            ("name-2", "马先生"),
            ("came-2", "yes"),
            ("once-3", "c"),
            ("place-3", "whole"),
            ("from-3", "soon"),
            ("until-3", "1530"),
            ("name-3", "祁女士"),
        ];
        for _ in 0..2 {
            let page = send(&town, &clerk, &format!("{DESK}/paper"), &form).await;
            assert_eq!(page.status, StatusCode::CONFLICT);
            assert!(page.says("记好了 1 行") && page.says("有 2 行还没记下"), "{}", page.body);
            assert!(page.says(r#"value="马先生""#) && page.says(r#"value="祁女士""#) && page.says(r#"value="soon""#));
            assert!(page.says("place:table/2") && page.says("not-come"), "the ways out: {}", page.body);
        }
        let day = read(&get(&town, &clerk, &format!("{API}/agenda?on=2026-06-24")).await);
        assert_eq!(day.as_array().map(Vec::len), Some(1), "sent twice, kept once: {day}");
    }
}

#[tokio::test]
async fn who_did_not_come_is_named_to_a_clerk_for_the_day_and_to_the_manager_after_it() {
    for (town, clerk) in afternoons() {
        let manager = works_here(&town, Role::Manager);
        for day in ["2026-06-23", "2026-06-24"] {
            let note = json!({ "offering": "table", "from": format!("{day}T14:00:00+08:00"),
                "until": format!("{day}T15:00:00+08:00"), "name": "马先生", "came": false, "as_note": true });
            let made = call(&town, &clerk, ("POST", &format!("{API}/paper-entries")), note).await;
            assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        }
        // The newest first.
        for (who, named) in [(&clerk, [true, false]), (&manager, [true, true])] {
            let notes = read(&get(&town, who, &format!("{API}/paper-notes")).await);
            assert_eq!([0_usize, 1].map(|n| notes[n]["name"] == "马先生"), named, "{notes}");
            let page = get(&town, who, &format!("{DESK}/paper")).await;
            assert_eq!(page.body.matches("马先生").count(), named.into_iter().filter(|n| *n).count(), "{}", page.body);
        }
    }
}

#[tokio::test]
async fn a_program_enters_lines_reads_clashes_and_declares_an_outage() {
    for (town, clerk) in afternoons() {
        let line = json!({ "offering": "table", "place": 1, "from": "2026-06-24T14:00:00+08:00",
            "until": "2026-06-24T15:00:00+08:00", "came": true });
        let path = format!("{API}/paper-entries");
        let made = call(&town, &clerk, ("POST", &path), line.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        assert_eq!((&read(&made)["became"], &read(&made)["state"]), (&json!("reservation"), &json!("completed")));
        assert_eq!(call(&town, &clerk, ("POST", &path), line.clone()).await.body, made.body, "the same key");

        let mut other = line;
        other["name"] = json!("马先生");
        let refused = call(&town, &clerk, ("POST", &path), other.clone()).await;
        assert_eq!(read(&refused)["type"], "/problems/slot-taken", "{}", refused.body);
        let asked = "offering=table&place=1&from=2026-06-24T14:00:00&until=2026-06-24T15:00:00";
        let clash = read(&get(&town, &clerk, &format!("{API}/paper-clashes?{asked}")).await);
        assert_eq!(clash["free"][0]["place"], 2, "{clash}");
        other["others"] = json!([{ "reservation": clash["in_the_way"][0]["id"], "was": "moved" }]);
        let made = call(&town, &clerk, ("POST", &path), other.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        other["as_note"] = json!(true);
        assert_eq!(read(&call(&town, &clerk, ("POST", &path), other).await)["became"], "note");
        assert_eq!(read(&get(&town, &clerk, &format!("{API}/paper-notes")).await)[0]["name"], "马先生");

        let outages = format!("{API}/outages");
        let away = json!({ "from": "2026-06-24T13:00:00+08:00", "until": "2026-06-24T16:00:00+08:00" });
        let declared = call(&town, &clerk, ("POST", &outages), away).await;
        assert_eq!(declared.status, StatusCode::CREATED, "{}", declared.body);
        let id = read(&declared)["id"].as_str().unwrap_or_default().to_owned();
        assert_eq!(read(&get(&town, &clerk, &outages).await)[0]["id"], id.as_str());
        let gone = call(&town, &clerk, ("DELETE", &format!("{outages}/{id}")), json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let later = json!({ "from": "2026-06-24T13:00:00+08:00", "until": "2026-06-24T18:00:00+08:00" });
        let wrong = call(&town, &clerk, ("POST", &outages), later).await;
        assert!(read(&wrong)["fields"]["until"].is_string(), "{}", wrong.body);
    }
}
