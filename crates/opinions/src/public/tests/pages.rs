//! Every page in both languages, and their weight.
use kernel::testing::on_sqlite;
use kernel::view::View;
use kernel::words::{self, Lang};

use crate::public::{assets, samples};

fn texts() -> Vec<words::Texts> {
    [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat()
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages() {
    for texts in [crate::TEXTS, crate::PUBLIC_TEXTS] {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    let house = on_sqlite(&[kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS], &texts());
    for (lang, care) in [(Lang::Zh, false), (Lang::En, false), (Lang::Zh, true)] {
        let mut v = View::plain(&house.house(), lang);
        v.care = care;
        let all = samples(&v).expect("the samples can be drawn");
        assert!(all.len() > 40, "{}", all.len());
        for (name, page) in &all {
            let shown: Vec<&str> = page.split('<').filter_map(|p| p.split_once('>').map(|(_, text)| text)).collect();
            for odd in ["opinions-", "page-", "stations-", "form-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{name} has an id twice: {ids:?}");
        }
    }
}

/// Every text of the two files is on some page, or is put together with a name that the code has.
#[test]
fn no_text_is_left_over() {
    let code = include_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let put_together = [
        "opinions-state-",
        "opinions-step-",
        "opinions-satisfied-",
        "opinions-source-",
        "opinions-viewed-",
        "opinions-no-",
    ];
    let unused = |key: &&str| !put_together.iter().any(|p| key.starts_with(p)) && !code.contains(&format!("\"{key}\""));
    let left: Vec<&str> =
        [crate::TEXTS.zh, crate::PUBLIC_TEXTS.zh].into_iter().flat_map(words::keys).filter(unused).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn include_dir(folder: &str) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all += &include_dir(path.to_str().expect("a name in UTF-8"));
        } else if path.extension().is_some_and(|e| e == "rs") {
            all += &std::fs::read_to_string(path).expect("a source");
        }
    }
    all
}

#[test]
fn the_sheet_and_the_script_are_light() {
    let [sheet, script] = assets::sent();
    assert!(sheet <= 1536 && script <= 1280, "{sheet} {script}");
}
