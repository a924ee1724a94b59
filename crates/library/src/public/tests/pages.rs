//! Every page in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

use crate::public::assets;

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(words::keys(crate::TEXTS.zh), words::keys(crate::TEXTS.en));
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::public::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 50, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let is_key =
                |text: &&str| ["library-", "lending-", "stations-", "page-", "{ $"].iter().any(|k| text.contains(k));
            assert_eq!(shown.find(is_key), None, "{name} shows a key");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice");
        }
        let names: Vec<&String> = all.iter().map(|(name, _)| name).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len(), "two samples have one name");
    }
}

#[test]
fn a_page_for_everybody_is_small_and_the_script_of_the_machine_smaller() {
    assert!(assets::sent() <= 400, "{}", assets::sent());
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    let v = View::plain(&house, Lang::Zh);
    for (name, page) in crate::public::samples(&v).expect("the samples can be drawn") {
        assert!(page.len() <= 30_000, "{name}: {}", page.len());
        let machine = name.starts_with("library-machine") && name != "library-machine-shut";
        assert_eq!(page.contains("library-machine-"), machine, "{name} has a script of its own");
    }
}
