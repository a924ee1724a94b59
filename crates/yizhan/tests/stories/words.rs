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
