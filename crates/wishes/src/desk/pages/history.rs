//! Who looked at a wish and what they said, and what came of an objection.
use kernel::page::{Row, rows, section};
use maud::{Markup, html};

use crate::answers::{Look, Objection, Whole};
use crate::frame::Frame;

pub fn history(f: Frame<'_>, w: &Whole) -> Markup {
    let all = w.looks.iter().map(|one| look(f, one)).chain(w.appeals.iter().map(|one| objection(f, one)));
    let all: Vec<Row> = all.collect();
    html! { @if !all.is_empty() { (section("h-history", &f.v.t("wishes-desk-history"), None, rows(all))) } }
}

/// A member of staff, if they are still known.
pub fn somebody(f: Frame<'_>, name: &str) -> String {
    if name.is_empty() { f.v.t("wishes-desk-somebody") } else { name.to_owned() }
}

/// 第 2 版 · 6月27日
fn version(f: Frame<'_>, (n, at): (i32, jiff::Timestamp)) -> String {
    let when = f.when();
    f.v.ta("wishes-desk-version", &[("n", n.into()), ("day", when.date_in_full(when.date(at)).into())])
}

fn look(f: Frame<'_>, one: &Look) -> Row {
    let key = if one.yes { "wishes-desk-history-yes" } else { "wishes-desk-history-no" };
    let title = f.v.ta(key, &[("name", somebody(f, &one.by).into())]);
    let row = Row::new(title).icon(if one.yes { "check" } else { "x" }).note(&version(f, (one.version, one.at)));
    if one.why.is_empty() { row } else { row.note(&one.why) }
}

fn objection(f: Frame<'_>, one: &Objection) -> Row {
    let title = match &one.decided {
        None => f.v.t("wishes-desk-history-appeal"),
        Some((_, by, upheld, _)) => {
            let key = if *upheld { "wishes-desk-history-upheld" } else { "wishes-desk-history-again" };
            f.v.ta(key, &[("name", somebody(f, by).into())])
        }
    };
    let row = Row::new(title).icon("messages").note(&version(f, (one.version, one.made_at)));
    let said = [one.why.clone(), one.decided.as_ref().map(|(_, _, _, words)| words.clone())];
    said.into_iter().flatten().fold(row, |row, words| row.note(&words))
}
