//! Line icons, drawn once per page and used by name.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use maud::{Markup, PreEscaped, html};

/// Each symbol of `assets/icons.svg` by its name; the file has one symbol per line.
static SYMBOLS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let named = |line: &'static str| Some((line.strip_prefix("<symbol id=\"i-")?.split_once('"')?.0, line));
    include_str!("../../assets/icons.svg").lines().filter_map(named).collect()
});

const USE: &str = "href=\"#i-";

/// An icon that says nothing to a screen reader: the words beside it do.
pub fn icon(name: &str) -> Markup {
    if !SYMBOLS.contains_key(name) {
        tracing::error!(name, "there is no such icon");
    }
    html! { svg class="i" aria-hidden="true" { use href=(format_args!("#i-{name}")) {} } }
}

pub(super) fn glyph(name: &str) -> Markup {
    html! { svg class="tb" aria-hidden="true" { use href=(format_args!("#i-{name}")) {} } }
}

/// The symbols that `parts` of a page use, each once.
pub(super) fn symbols_for(parts: &[&str]) -> Markup {
    let mut names: Vec<&str> = vec![];
    for part in parts {
        for (at, _) in part.match_indices(USE) {
            let name = part[at + USE.len()..].split('"').next().unwrap_or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let drawn: String = names.iter().filter_map(|n| SYMBOLS.get(n).copied()).collect();
    html! { @if !drawn.is_empty() { svg class="defs" aria-hidden="true" { (PreEscaped(drawn)) } } }
}

#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SYMBOLS.keys().copied()
}
