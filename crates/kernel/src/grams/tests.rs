//! What is found by what was typed, a sentence each.
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// Whether a text with these grams fits all parts of what was typed.
fn fits(grams: &BTreeSet<Gram>, typed: &str) -> bool {
    let parts = parts(typed);
    let in_range = |(from, until): &(Gram, Gram)| grams.range(from.clone()..until.clone()).next().is_some();
    !parts.is_empty() && parts.iter().all(|part| part.iter().any(in_range))
}

#[test]
fn every_part_of_a_text_is_found() {
    let text = "从这个周六起，书屋开到晚上 9 点；ＷｉＦｉ 密码在门口。高龄补\n贴照旧。";
    let found = of([text]);
    for typed in [
        "书屋",
        "周六",
        "晚上",
        "贴照",
        "屋",
        "口",
        "9",
        "9 点",
        "wifi",
        "WIFI",
        "wi",
        "高龄补贴",
        "书屋 密码",
        "晚上9点",
    ] {
        assert!(fits(&found, typed), "{typed}");
    }
    for typed in ["图书", "龄高", "fi", "8", "，", ""] {
        assert!(!fits(&found, typed), "{typed}");
    }
}

#[test]
fn the_first_letters_of_a_title_find_it_from_any_character_on() {
    let found = of_title("高龄补贴在3号窗口办");
    for typed in ["gl", "glbt", "bt", "glbtzhck", "ck", "ZH"] {
        assert!(fits(&found, typed), "{typed}");
    }
    for typed in ["lg", "xyz"] {
        assert!(!fits(&found, typed), "{typed}");
    }
    // 行 is read hang and xing.
    let bank = of_title("银行卡");
    assert!(fits(&bank, "yhk") && fits(&bank, "yxk"));
}

proptest! {
    #[test]
    fn recall_of_two_neighbouring_characters_is_whole(text in "[一-龥]{2,40}", at in 0usize..39) {
        let chars: Vec<char> = text.chars().collect();
        let at = at % (chars.len() - 1);
        let typed: String = chars[at..at + 2].iter().collect();
        prop_assert!(fits(&of([text.as_str()]), &typed));
    }
}
