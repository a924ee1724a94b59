//! Every page in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

/// Checks what the pages of a group may not show.
#[track_caller]
pub fn no_page_shows_a_key(all: &[(String, String)], keys: &[&str]) {
    for (name, page) in all {
        assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
        let shown: Vec<&str> = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
        for odd in keys.iter().chain(&["errands-", "public-", "hall-", "people-", "page-", "{ $"]) {
            assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
        }
        for odd in [" style=", "<style", "onclick", "<script>"] {
            assert!(!page.contains(odd), "{name} has {odd}");
        }
    }
}

/// The page of a view in each language.
pub fn views() -> [View; 2] {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang))
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::VILLAGES_TEXTS.zh), words::keys(crate::VILLAGES_TEXTS.en));
    for v in views() {
        let all = crate::villages::samples(&v).expect("the samples can be drawn");
        assert!(all.len() > 30, "{}", all.len());
        no_page_shows_a_key(&all, &["village-"]);
    }
}
