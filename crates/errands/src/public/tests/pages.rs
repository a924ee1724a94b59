//! Words and pages, without a database row.
use std::collections::BTreeSet;

use kernel::testing::TestHouse;
use kernel::view::View;
use kernel::words::{Lang, keys};

use crate::PUBLIC_TEXTS;
use crate::public::samples;

fn house() -> TestHouse {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    kernel::testing::on_sqlite(&[], &texts)
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = house();
    for lang in [Lang::Zh, Lang::En] {
        let all = samples(&View::plain(&town, lang)).unwrap();
        assert!(all.len() > 35);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let slips = ["public-", "promises-", "errands-", "hall-", "page-", "{ $"];
            let keys: Vec<&str> = shown.filter(|t| slips.iter().any(|slip| t.contains(slip))).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
            assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("onclick"), "{name}");
            assert!(!html.contains("<script>"), "{name}");
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(keys(PUBLIC_TEXTS.zh), keys(PUBLIC_TEXTS.en));
}

#[tokio::test]
async fn no_text_is_there_for_nobody() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/public");
    let mut sources = String::new();
    let mut folders = vec![std::path::PathBuf::from(here)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            match entry.is_dir() {
                true => folders.push(entry),
                false => sources.push_str(&std::fs::read_to_string(entry).unwrap()),
            }
        }
    }
    let said = |key: &&str| sources.contains(&format!("\"{key}\"")) || key.starts_with("public-way-");
    let unsaid: BTreeSet<&str> = keys(PUBLIC_TEXTS.zh).into_iter().filter(|key| !said(key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[tokio::test]
async fn a_ticket_shows_one_thing_to_do() {
    let town = house();
    let all = samples(&View::plain(&town, Lang::Zh)).unwrap();
    let page = |wanted: &str| all.iter().find(|(name, _)| name == wanted).map(|(_, html)| html.as_str()).unwrap();
    assert!(page("ticket-waiting").contains("前面 2 人") && page("ticket-waiting").contains("我到了"));
    assert!(!page("ticket-here").contains("/arrival"), "whoever is here has said so");
    assert!(page("ticket-called").contains("请到 3 号窗") && !page("ticket-called").contains("/deferral"));
    assert!(page("ticket-missed").contains("/return") && !page("ticket-missed").contains("/arrival"));
    assert!(!page("ticket-serving").contains("<form method=\"post\""), "nothing is pressed while being served");
    for over in ["done", "expired", "cancelled", "closed", "past"] {
        assert!(!page(&format!("ticket-{over}")).contains("<form method=\"post\""), "{over}");
    }
}

#[tokio::test]
async fn the_sheet_is_small() {
    let (town, url) = (house(), crate::public::assets::sheet());
    assert!(url.starts_with("/assets/ticket-") && include_str!("../../../assets/ticket.css").len() < 2048);
    drop(town);
}

/// For whoever wants to look: the pages as files, without their sheets, in the folder that the variable names.
///     YIZHAN_LOOK=/tmp/look cargo test -p errands -- --ignored public_pages_to_look_at
#[tokio::test]
#[ignore = "writes files for people to look at"]
async fn public_pages_to_look_at() {
    let folder = std::env::var("YIZHAN_LOOK").expect("YIZHAN_LOOK names a folder");
    let town = house();
    town.set_clock(crate::tests::at(11, 20));
    for (lang, care, end) in [(Lang::Zh, false, "zh"), (Lang::En, false, "en"), (Lang::Zh, true, "care")] {
        let mut v = View::plain(&town, lang);
        v.care = care;
        for (name, html) in samples(&v).unwrap() {
            std::fs::write(format!("{folder}/public-{name}-{end}.html"), html).unwrap();
        }
    }
}
