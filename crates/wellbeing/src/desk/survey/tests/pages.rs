//! Every page in both languages, and every text.
use kernel::view::View;
use kernel::words::{self, Lang};

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::desk::survey::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 20, "{}", all.len());
        for (name, page) in &all {
            let shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            for text in shown {
                assert!(!["survey-", "wellbeing-", "{ $"].iter().any(|odd| text.contains(odd)), "{name} shows {text}");
            }
            for odd in [" style=", "<style", "onclick", "<script>", "排名", "得分", "目标", "target"] {
                let page = page.replace("target=\"_blank\"", "");
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_and_none_is_left_over() {
    let (zh, en) = (words::keys(crate::SURVEY_TEXTS.zh), words::keys(crate::SURVEY_TEXTS.en));
    assert_eq!(zh, en);
    let code = sources(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let unused: Vec<_> = zh.iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, [&""; 0]);
}

#[test]
fn four_ballots_are_on_a_sheet_and_no_page_has_a_code_in_an_address_of_the_desk() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    let all = crate::desk::survey::samples(&View::plain(&house, Lang::Zh)).expect("drawn");
    let (_, sheets) = all.iter().find(|(name, _)| name == "survey-ballots").expect("ballots");
    assert_eq!(sheets.matches("class=\"ballot\"").count(), 5);
    assert_eq!(sheets.matches("role=\"img\"").count(), 5);
    for code in super::codes_of(sheets) {
        let text = code.text();
        assert!(!sheets.contains(&text), "as ten characters it is in the pictures alone");
    }
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
