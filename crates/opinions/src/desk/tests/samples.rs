//! Every page is drawn in both languages with words that are there.
use kernel::view::View;
use kernel::words::{Lang, keys};

#[test]
fn every_page_has_a_sample_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    let mut all = String::new();
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&house, lang);
        let samples = crate::desk::samples(&v).expect("the samples can be drawn");
        assert!(samples.len() >= 40, "{}", samples.len());
        for (name, page) in samples {
            let body = page.replace("/assets/opinions-", "/assets/").replace("/desk/opinions", "");
            for odd in ["opinions-desk-", "opinions-state", "opinions-step", " style=", "<style", "onclick", "<script>"]
            {
                assert!(!body.contains(odd), "{name} has {odd}: {body}");
            }
            ids_are_single(&name, &page);
            all.push_str(&page);
        }
    }
    assert!(all.contains("watermark"));
}

/// An id stands once on a page: labels and summaries lead to it.
fn ids_are_single(name: &str, page: &str) {
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|w| w[0] == w[1]).map(|w| w[0]).collect();
    assert!(twice.is_empty(), "{name} has {twice:?} twice");
}

/// Keys that are put together are written out here, so that no text stays that nobody reads.
#[test]
fn every_text_of_the_desk_is_read_somewhere() {
    let code = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/desk")).expect("the desk's code");
    let mut folders: Vec<_> = code.flatten().map(|e| e.path()).collect();
    let mut text = String::new();
    while let Some(path) = folders.pop() {
        match path.is_dir() {
            true if path.ends_with("tests") => {}
            true => folders.extend(std::fs::read_dir(&path).expect("a folder").flatten().map(|e| e.path())),
            false => text.push_str(&std::fs::read_to_string(&path).expect("a file")),
        }
    }
    let ends = |key: &str| {
        let parts: Vec<&str> = key.split('-').skip(2).collect();
        (0..parts.len()).any(|n| text.contains(&format!("\"{}\"", parts[n..].join("-"))))
            || ["-own", "-how", "-go", "hide-asked"].iter().any(|e| key.ends_with(e))
    };
    let unread: Vec<&str> = keys(crate::DESK_TEXTS.zh)
        .into_iter()
        .filter(|key| !text.contains(&format!("\"{key}\"")) && !ends(key))
        .collect();
    assert!(unread.is_empty(), "{unread:?}");
}
