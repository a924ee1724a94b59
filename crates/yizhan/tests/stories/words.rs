//! What the program says: the same things in both languages, and nothing that is not there.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kernel::words::{Lang, Words, keys};
use yizhan::slices;

#[test]
fn both_languages_say_the_same_things() {
    for texts in slices::texts() {
        let (zh, en) = (keys(texts.zh), keys(texts.en));
        let only: Vec<_> = zh.symmetric_difference(&en).collect();
        assert!(only.is_empty(), "only in one language: {only:?}");
    }
}

/// Beside Chinese words stand the marks of Chinese: ，。；：（）？！ Times, numbers and code keep theirs.
#[test]
fn chinese_has_chinese_marks() {
    let lines = slices::texts().into_iter().flat_map(|texts| texts.zh.lines()).filter(|line| !line.starts_with('#'));
    let wrong: Vec<_> = lines.filter(|line| half_width_beside_chinese(line)).collect();
    assert!(wrong.is_empty(), "half-width marks: {wrong:#?}");
}

#[test]
fn half_width_marks_are_found_beside_words_and_what_is_put_in() {
    for wrong in ["开门,快来", "为什么?", "{ $name }: 空着", "第 3 行:读不出", "退了 ({ $n })", "“歇”;再来"]
    {
        assert!(half_width_beside_chinese(wrong), "{wrong}");
    }
    for right in ["开门，快来", "20:00 开", "如 36.42, 102.03", "{ NUMBER($n) } 个", "写 code,name（乡镇）"]
    {
        assert!(!half_width_beside_chinese(right), "{right}");
    }
}

/// Whether a mark of ASCII stands beside a Chinese character or a value, be there a space between them or not.
fn half_width_beside_chinese(line: &str) -> bool {
    // A value becomes one character that counts as Chinese: what is put in is mostly a name or a day.
    let text =
        line.split('{').map(|part| part.split_once('}').map_or(part.to_owned(), |(_, rest)| format!("值{rest}")));
    let text: Vec<char> = text.collect::<String>().chars().filter(|c| *c != ' ').collect();
    let chinese =
        |c: Option<&char>| c.is_some_and(|c| matches!(c, '一'..='鿿' | '“' | '”' | '、'..='】' | '！'..='？'));
    (0..text.len()).filter(|&n| ",;:?!()".contains(text[n])).any(|n| {
        let before = n.checked_sub(1).and_then(|n| text.get(n));
        chinese(before) || chinese(text.get(n + 1))
    })
}

/// Every key that stands whole in the code; those that are put together are tried by the page samples.
#[test]
fn every_text_that_the_code_asks_for_is_there() {
    let words = Words::new(&slices::texts()).expect("the texts parse");
    let mut missing = BTreeSet::new();
    for file in sources() {
        let text = fs::read_to_string(&file).expect("a source file");
        let code = |l: &&str| !l.trim_start().starts_with("//");
        let text: String = text.split("#[cfg(test)]").next().unwrap_or_default().lines().filter(code).collect();
        for asked in [".t(\"", ".ta(\""] {
            let found = text.split(asked).skip(1).filter_map(|rest| rest.split('"').next());
            missing.extend(
                found.filter(|key| !words.knows(Lang::Zh, key)).map(|key| format!("{key} ({})", file.display())),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn sources() -> Vec<PathBuf> {
    let mut found = vec![];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            match path.is_dir() {
                true if ["tests", "target", "node_modules"].contains(&name.as_str()) => {}
                true => folders.push(path),
                false if name.ends_with(".rs") && name != "tests.rs" => found.push(path),
                false => {}
            }
        }
    }
    found
}
