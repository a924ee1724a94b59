//! Words and pages, without a database row.
use kernel::view::View;
use kernel::words::{Lang, keys};

use crate::BOOKED_TEXTS;
use crate::appointments::samples;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    house.set_clock(crate::tests::at(9, 0));
    for lang in [Lang::Zh, Lang::En] {
        let all = samples(&View::plain(&house, lang)).unwrap();
        assert_eq!(all.len(), 11);
        for (name, html) in all {
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let slips = ["booked-", "public-", "errands-", "hall-", "page-", "{ $"];
            let keys: Vec<&str> = shown.filter(|t| slips.iter().any(|slip| t.contains(slip))).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!html.contains(odd), "{name} has {odd}");
            }
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(keys(BOOKED_TEXTS.zh), keys(BOOKED_TEXTS.en));
}

#[test]
fn no_text_is_there_for_nobody() {
    let mut sources = String::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            match entry.is_dir() {
                true => folders.push(entry),
                false => sources.push_str(&std::fs::read_to_string(entry).unwrap_or_default()),
            }
        }
    }
    // Refusals by their codes, and the fields of a policy, are put together.
    let said = |key: &&str| {
        let of_a_policy = key.starts_with("booked-policy-");
        let code = key.strip_prefix("booked-no-").is_some_and(|code| sources.contains(&format!("\"{code}\"")));
        sources.contains(&format!("\"{key}\"")) || of_a_policy || code
    };
    let unsaid: Vec<&str> = keys(BOOKED_TEXTS.zh).into_iter().filter(|key| !said(key)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

/// For whoever wants to look: the pages as files, without their sheets, in the folder that the variable names.
///     YIZHAN_LOOK=/tmp/look cargo test -p errands -- --ignored appointments_to_look_at
#[tokio::test]
#[ignore = "writes files for people to look at"]
async fn appointments_to_look_at() {
    let folder = std::env::var("YIZHAN_LOOK").expect("YIZHAN_LOOK names a folder");
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    house.set_clock(crate::tests::at(11, 20));
    for (name, html) in samples(&View::plain(&house, Lang::Zh)).unwrap() {
        std::fs::write(format!("{folder}/appointments-{name}.html"), html).unwrap();
    }
}
