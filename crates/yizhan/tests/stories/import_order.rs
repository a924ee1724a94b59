//! Cargo keeps crates from importing each other in circles. Inside a crate, this does: `lib.rs` and each `mod.rs` list
//! modules in reading order, and a module may use only modules that are listed above it. `rules` knows neither the web nor
//! the database. And a crate imports only crates of a lower rank.
use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up; crates of one rank never import each other.
const RANKS: [&[&str]; 7] = [
    &["almanac", "kernel"],
    &["people"],
    &["stations"],
    &["venues", "errands", "activities", "opinions", "bulletin", "library", "wishes"],
    &["wellbeing"],
    &["open"],
    &["yizhan"],
];
const NOT_PURE: [&str; 4] = ["diesel::", "axum::", "maud::", "kernel::db::Conn"];
/// What tests and samples need may come from anywhere.
const FREE: [&str; 3] = ["tests", "samples", "testing"];

fn crates() -> Vec<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    found.retain(|c| c.join("Cargo.toml").exists());
    found.sort();
    found
}

#[test]
fn modules_use_only_what_is_listed_above_them() {
    let mut wrong = vec![];
    for of in crates() {
        look(&of.join("src/lib.rs"), &of.join("src"), "crate::", &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Looks at the modules that `list` names, which lie in `folder`, and then into each of them.
fn look(list: &Path, folder: &Path, prefix: &str, wrong: &mut Vec<String>) {
    let Ok(text) = fs::read_to_string(list) else { return };
    let order = listed(&text);
    for (place, name) in order.iter().enumerate().filter(|(_, n)| !FREE.contains(&n.as_str())) {
        let below = &order[place + 1..];
        for file in files_of(folder, name) {
            let lines = fs::read_to_string(&file).unwrap();
            for (n, line) in code(&lines) {
                for used in used(line, prefix).filter(|u| below.contains(u)) {
                    wrong.push(format!("{}:{n} uses {used}, which is listed below {name}", shown(&file)));
                }
                if name == "rules" && NOT_PURE.iter().any(|w| line.contains(w)) {
                    wrong.push(format!("{}:{n} rules stay pure: {}", shown(&file), line.trim()));
                }
            }
        }
        let inner = [folder.join(name).join("mod.rs"), folder.join(format!("{name}.rs"))];
        let inner = inner.iter().find(|f| f.exists());
        if let Some(list) = inner {
            look(list, &folder.join(name), &format!("{prefix}{name}::"), wrong);
        }
    }
}

/// The modules in the order in which a file lists them.
fn listed(text: &str) -> Vec<String> {
    let bare = |l: &str| {
        let rest = l.strip_prefix("pub ").or_else(|| l.strip_prefix("pub(crate) ")).unwrap_or(l);
        Some(rest.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
    };
    text.lines().filter_map(bare).collect()
}

/// A module's own file, and everything in its folder.
fn files_of(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    let own = folder.join(format!("{name}.rs"));
    if own.exists() {
        found.push(own);
    }
    let mut folders = vec![folder.join(name)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
            match path.is_dir() {
                _ if FREE.contains(&stem.as_str()) => {}
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.retain(|f| f.extension().is_some_and(|e| e == "rs"));
    found
}

/// Lines of code with their numbers, up to the tests at the end of a file.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, l)| *l != "#[cfg(test)]");
    lines.map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.trim_start().starts_with("//"))
}

/// The modules that stand directly behind `prefix`: `crate::store` and `crate::{store, rules}`.
fn used<'l>(line: &'l str, prefix: &'l str) -> impl Iterator<Item = String> + 'l {
    line.split(prefix).skip(1).flat_map(|rest| {
        let word = |text: &str| {
            text.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
        };
        match rest.strip_prefix('{') {
            Some(several) => top_level(several).map(word).collect::<Vec<_>>(),
            None => vec![word(rest)],
        }
    })
}

/// The parts between the commas of `{a::{b, c}, d}` that stand in no inner braces.
fn top_level(several: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, vec![]);
    for (at, c) in several.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&several[start..at]);
                return parts.into_iter();
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&several[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&several[start..]);
    parts.into_iter()
}

fn shown(file: &Path) -> String {
    let whole = file.display().to_string();
    whole.split("/../").last().unwrap_or(&whole).to_owned()
}

#[test]
fn crates_use_only_crates_of_a_lower_rank() {
    let rank = |name: &str| RANKS.iter().position(|r| r.contains(&name));
    let mut wrong = vec![];
    for of in crates() {
        let text = fs::read_to_string(of.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        let name = manifest["package"]["name"].as_str().unwrap().to_owned();
        let Some(own) = rank(&name) else {
            wrong.push(format!("{name} has no rank: add it to RANKS"));
            continue;
        };
        let used = manifest.get("dependencies").and_then(toml::Value::as_table);
        for used in used.into_iter().flat_map(toml::Table::keys) {
            if rank(used).is_some_and(|theirs| theirs >= own) {
                wrong.push(format!("{name} uses {used}, which has no lower rank"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn files_stay_short() {
    let mut wrong = vec![];
    for of in crates() {
        for file in files_of(&of, "src") {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > 400 {
                wrong.push(format!("{} has {lines} lines; 400 are the most", shown(&file)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
