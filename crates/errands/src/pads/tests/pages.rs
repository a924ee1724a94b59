//! The page, and the same act for programs.
use axum::http::StatusCode;
use kernel::words::{self, Lang};
use people::Role;
use serde_json::json;

use crate::desk::tests::town::{API, DESK, call, get, send, works_here};
use crate::tests::{at, towns};

#[test]
fn every_page_has_a_sample_in_both_languages_without_a_missing_text() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for lang in [Lang::Zh, Lang::En] {
        let v = kernel::view::View::plain(&house, lang);
        for (name, page) in crate::pads::samples(&v).expect("the samples can be drawn") {
            let page = page.replace("/assets/", "").replace("/tickets/pads", "");
            for odd in ["pads-", "errands-", "{ $", " style=", "<style", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}: {page}");
            }
        }
    }
    assert_eq!(words::keys(crate::PADS_TEXTS.zh), words::keys(crate::PADS_TEXTS.en));
}

#[tokio::test]
async fn each_row_is_kept_by_itself_and_a_clash_has_ways_out() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let path = format!("{DESK}/tickets/pads");
        assert!(get(&town, &clerk, &format!("{DESK}/tickets/new")).await.says(&path));
        let row = |n: u8, pad: &str, from: &str, became: &str| {
            let once = format!("k{n}{pad}{from}");
            let pairs =
                [("once", once.as_str()), ("pad", pad), ("what", "matter:1"), ("from", from), ("became", became)];
            pairs.map(|(field, value)| (format!("{field}-{n}"), value.to_owned())).to_vec()
        };
        let sends = async |rows: Vec<(String, String)>| {
            let all = [vec![("on".to_owned(), "2026-06-24".to_owned())], rows].concat();
            let form: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            send(&town, &clerk, &path, &form).await
        };
        let first = [row(1, "7", "930", "waits"), row(2, "8", "soon", "served")].concat();
        let page = sends(first.clone()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.says("纸号 7 现在是 A001") && page.says("有 1 行还没记下") && page.says(r#"value="soon""#),
            "{}",
            page.body
        );
        // Sent again as it was, nothing is typed in twice.
        assert!(sends(first).await.says("纸号 7 现在是 A001"));
        let clash = sends(row(1, "7", "945", "served")).await;
        assert_eq!(clash.status, StatusCode::CONFLICT);
        assert!(clash.says("已经记过，是 A001") && clash.says("way-1"), "{}", clash.body);
        let way = |word: &str| [row(1, "7", "945", "served"), vec![("way-1".to_owned(), word.to_owned())]].concat();
        assert_eq!(sends(way("same")).await.status, StatusCode::OK);
        let another = sends(way("another")).await;
        assert!(another.status == StatusCode::OK && another.says("纸号 7 现在是 A002"), "{}", another.body);
        assert_eq!(get(&town, "nobody", &path).await.status, StatusCode::UNAUTHORIZED);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_program_types_sheets_in() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let sheet =
            json!({ "pad": 7, "matters": [1], "came": "2026-06-24T09:30", "became": "waits", "name": "罗大爷" });
        let typed = call(&town, &clerk, ("POST", "/desk/pad-numbers"), sheet).await;
        assert_eq!(typed.status, StatusCode::CREATED, "{}", typed.body);
        assert_eq!(typed.json()["number"], "A001");
        let all = get(&town, &clerk, &format!("{API}/desk/pad-numbers")).await.json();
        assert_eq!((&all[0]["pad"], &all[0]["state"]), (&json!(7), &json!("waiting")));
        let again = json!({ "pad": 7, "line": 1, "came": "2026-06-24T10:00:00+08:00", "became": "served" });
        let clash = call(&town, &clerk, ("POST", "/desk/pad-numbers"), again).await;
        assert_eq!(clash.json()["type"], "/problems/typed-in-already", "{}", clash.body);
        let odd = json!({ "pad": 0, "came": "yesterday", "became": "served" });
        let odd = call(&town, &clerk, ("POST", "/desk/pad-numbers"), odd).await.json();
        assert!(["pad", "what", "came"].iter().all(|f| odd["fields"][f].is_string()), "{odd}");
    }
}
