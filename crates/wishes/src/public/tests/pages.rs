//! Every page in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

#[test]
fn every_page_is_drawn_in_both_languages() {
    for texts in crate::texts() {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 59, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let shown: Vec<&str> =
                page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
            for odd in ["wishes-", "page-", "stations-", "people-", "form-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice: {page}");
        }
    }
}

/// Every text of the two groups of pages is read somewhere, or is put together with a name that the code has.
#[test]
fn no_text_is_left_over() {
    let code = sources(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let put_together = [
        "wishes-public-step-",
        "wishes-desk-act-",
        "wishes-desk-field-",
        "wishes-desk-fact-",
        "wishes-desk-waits-",
        "wishes-desk-shares-",
        "wishes-desk-month-",
    ];
    let unused = |key: &&str| !put_together.iter().any(|p| key.starts_with(p)) && !code.contains(&format!("\"{key}\""));
    let left: Vec<&str> =
        [crate::PUBLIC_TEXTS.zh, crate::DESK_TEXTS.zh].into_iter().flat_map(words::keys).filter(unused).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn sources(folder: &str) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all += &sources(path.to_str().expect("a name in UTF-8"));
        } else if path.extension().is_some_and(|e| e == "rs") {
            all += &std::fs::read_to_string(path).expect("a source");
        }
    }
    all
}
