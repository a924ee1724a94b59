//! What to bring, and other ways than coming oneself and waiting.
use kernel::page::{self, Row};
use kernel::view::View;
use maud::{Markup, html};

use super::Frame;
use crate::rules::{Kind, Matter, Paper};
use crate::says::name;

/// The list of a matter: what must be there, what may follow, what nobody has to bring.
pub fn lists(v: &View, papers: &[Paper]) -> Markup {
    let of = |kind| papers.iter().filter(move |p: &&Paper| p.kind == kind);
    let must = of(Kind::Required).count();
    let title = if must == 0 { v.t("public-bring-nothing") } else { v.ta("public-bring", &[("n", must.into())]) };
    let part = |id, title: String, kind, icon: &'static str| {
        let rows = of(kind).map(move |p| row(v, p, icon));
        html! { @if of(kind).next().is_some() { (page::section(id, &title, None, page::rows(rows))) } }
    };
    html! {
        @if must == 0 { p class="sec" { (title) } } @else { (part("bring", title, Kind::Required, "file-text")) }
        (part("follow", v.t("public-may-follow"), Kind::MayFollow, "clock"))
        (part("looked", v.t("public-looked-up"), Kind::LookedUp, "search"))
    }
}

fn row(v: &View, paper: &Paper, icon: &str) -> Row {
    let row = Row::new(name(v, &paper.name)).icon(icon);
    let note = name(v, &paper.note);
    if note.is_empty() { row } else { row.note(note) }
}

/// 身份证、户口本、社保卡或银行卡: what must be there, of several lists, each once.
pub fn needed<'p>(v: &'p View, papers: impl Iterator<Item = &'p Paper>) -> Vec<&'p str> {
    let mut all: Vec<&str> = vec![];
    for paper in papers.filter(|p| p.kind == Kind::Required) {
        let called = name(v, &paper.name);
        if !all.contains(&called) {
            all.push(called);
        }
    }
    all
}

/// The other ways; nothing when there is only one's own.
pub fn ways(f: Frame<'_>, m: &Matter) -> Markup {
    let (v, w) = (f.v, m.draft.ways);
    let all = [
        (w.drop_off, "drop-off", "door"),
        (w.proxy, "proxy", "users"),
        (w.home, "home", "home"),
        (w.village, "village", "map-pin"),
    ];
    // Which days come, and where one agrees to a proxy, are pages of their own.
    let further = |key: &str| match key {
        "village" => Some(f.station.path("/village-days")),
        "proxy" => Some(f.station.path(&format!("/proxies/new?matter={}", page::query_value(&m.draft.slug)))),
        _ => None,
    };
    let row = |key: &str, icon: &str| {
        let row = Row::new(v.t(&format!("public-way-{key}"))).icon(icon).note(&v.t(&format!("public-way-{key}-how")));
        match further(key) {
            Some(path) => row.leads_to(path),
            None => row,
        }
    };
    let rows: Vec<Row> = all.iter().filter(|(has, ..)| *has).map(|(_, key, icon)| row(key, icon)).collect();
    html! { @if !rows.is_empty() { (page::section("ways", &v.t("public-ways"), None, page::rows(rows))) } }
}
