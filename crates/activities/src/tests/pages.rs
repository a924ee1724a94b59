//! Every page in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

/// The view of a reader in each language.
pub fn views() -> [View; 2] {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang))
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    for texts in crate::texts() {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    for v in views() {
        let all = crate::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 19, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let is_key = |text: &&str| ["activities-", "stations-", "page-", "{ $"].iter().any(|k| text.contains(k));
            assert_eq!(shown.find(is_key), None, "{name} shows a key");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
}

#[test]
fn a_page_of_one_time_answers_when_where_whether_there_is_a_place_and_what_to_bring() {
    let [zh, _] = views();
    let all = crate::samples(&zh).unwrap();
    let page = |wanted: &str| all.iter().find(|(name, _)| name == wanted).map(|(_, page)| page.as_str()).unwrap();
    let left = page("occurrence-left");
    for words in [
        "6月27日 周六 15:00–16:30",
        "还有 3 个名额",
        "书屋座位 · 靠窗的长桌",
        "4–12 岁，不满 8 岁要有大人陪",
        "一本自己喜欢的书",
    ] {
        assert!(left.contains(words), "{words}: {left}");
    }
    assert!(left.contains("\"@type\":\"Event\"") && left.contains("\"startDate\":\"2026-06-27T15:00:00+08:00\""));
    assert!(page("occurrence-off").contains("老师临时有事，下周照常。"));
    assert!(page("occurrence-off").contains("https://schema.org/EventCancelled"));
    assert!(page("occurrence-full").contains("名额满了，可以排队"));
    // A room that is not held is not promised.
    assert!(!page("occurrence-full").contains("书屋座位"));
}

#[test]
fn a_clash_shows_another_room_another_time_and_doing_without() {
    let [zh, _] = views();
    let all = crate::samples(&zh).unwrap();
    let (_, page) = all.iter().find(|(name, _)| name == "activities-desk-clash").unwrap();
    for words in ["场地那时有人用", "换到小会议室", "改到 16:30", "不用场地，照办"] {
        assert!(page.contains(words), "{words}");
    }
}
