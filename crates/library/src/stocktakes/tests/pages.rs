//! Every page of walks, transfers and the month in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

const TEXTS: [kernel::words::Texts; 1] = [crate::SHELVES_TEXTS];

#[test]
fn every_page_is_drawn_in_both_languages() {
    for texts in TEXTS {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let groups = [crate::stocktakes::samples(&v), crate::transfers::samples(&v), crate::month::samples(&v)];
        let all = groups.map(|samples| samples.expect("the samples can be drawn")).concat();
        assert!(all.len() >= 40, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let keys = ["stocktakes-", "transfers-", "library-", "page-", "{ $", "{$"];
            assert_eq!(shown.find(|text| keys.iter().any(|k| text.contains(k))), None, "{name} shows a key");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice");
        }
    }
}
