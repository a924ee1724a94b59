//! Every page in both languages, and every text.
use kernel::view::View;
use kernel::words::{self, Lang};

#[test]
fn both_languages_have_the_same_texts() {
    assert_eq!(words::keys(crate::BALLOT_TEXTS.zh), words::keys(crate::BALLOT_TEXTS.en));
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::public::ballot::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 28, "{}", all.len());
        for (name, page) in &all {
            let shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            for text in shown {
                let is_key = ["ballot-", "survey-", "wellbeing-", "stations-", "page-", "{ $"];
                assert!(!is_key.iter().any(|odd| text.contains(odd)), "{name} shows {text}");
            }
            for odd in [" style=", "<style", "onclick", "<script>", "排名", "得分", "目标"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
            let n = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), n, "{name} has an id twice");
        }
        let mut names: Vec<&String> = all.iter().map(|(name, _)| name).collect();
        let n = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), n, "two samples have one name");
    }
}

#[test]
fn a_phone_is_sent_no_script_of_the_machine_and_the_machine_a_small_one() {
    assert!(super::super::assets::sent() <= 400, "{}", super::super::assets::sent());
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    let v = View::plain(&house, Lang::Zh);
    for (name, page) in crate::public::ballot::samples(&v).expect("drawn") {
        let machine = name.ends_with("-machine");
        assert_eq!(page.contains("ballot-machine-") && page.contains("data-leave"), machine, "{name}");
        assert!(page.len() <= 30_000, "{name}: {}", page.len());
    }
}
