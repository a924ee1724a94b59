//! Every page in both languages, and every text.
use kernel::view::View;
use kernel::words::{self, Lang};

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::desk::months::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 8, "{}", all.len());
        for (name, page) in &all {
            let shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            for text in shown {
                assert!(!["county-", "wellbeing-", "{ $"].iter().any(|odd| text.contains(odd)), "{name} shows {text}");
            }
            for odd in [" style=", "<style", "onclick", "<script>", "排名", "得分", "目标", "score", "target"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_and_none_is_left_over() {
    let (zh, en) = (words::keys(crate::COUNTY_TEXTS.zh), words::keys(crate::COUNTY_TEXTS.en));
    assert_eq!(zh, en);
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let code = sources(&format!("{here}/desk/months")) + &sources(&format!("{here}/public/county"));
    // Those that end in a word of the rules are tried by the tests of both says.rs; heads of tables stand in the code by their end.
    let by_word = ["county-of-", "county-contact-", "county-say-", "county-n-", "county-weeks-"];
    let by_end = ["county-desk-", "county-correction-", "county-week-"];
    let quoted = |text: &str| code.contains(&format!("\"{text}\""));
    let used = |key: &str| {
        quoted(key)
            || by_word.iter().any(|p| key.starts_with(p))
            || by_end.iter().any(|p| key.strip_prefix(p).is_some_and(quoted))
    };
    assert_eq!(zh.iter().filter(|key| !used(key)).collect::<Vec<_>>(), [&""; 0]);
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
