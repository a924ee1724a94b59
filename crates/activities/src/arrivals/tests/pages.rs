//! Every page of signing up, of draws and of the door, in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

#[test]
fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::SIGNUPS_TEXTS.zh), words::keys(crate::SIGNUPS_TEXTS.en));
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = [crate::signups::samples(&v).unwrap(), crate::arrivals::samples(&v).unwrap()].concat();
        assert!(all.len() > 60, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let shown: Vec<&str> =
                page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).skip(8).collect();
            for odd in ["signup-", "draw-", "arrival-", "people-", "page-", "{ $"] {
                assert!(
                    !shown.iter().any(|text| text.starts_with(odd) && *text != *name),
                    "{name} shows {odd}: {page}"
                );
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
}
