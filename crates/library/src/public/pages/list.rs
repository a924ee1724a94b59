//! The first page: a field to search by, then what is new.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, actions, empty, query_value, rows, section};
use maud::{Markup, html};

use super::rows::row;
use crate::frame::{Frame, kind, library_path};
use crate::public::asked::MOST_TYPED;
use crate::public::reads::{Page, Wanted};
use crate::rules::Kind;

pub struct List<'a> {
    pub wanted: &'a Wanted,
    pub page: &'a Page,
}

/// `/s/sanhe/library?kind=picture-book&q=…` with what was chosen.
fn address(f: Frame<'_>, w: &Wanted, before: &str) -> String {
    let children = if w.children { "1" } else { "" };
    let all =
        [("q", w.typed.as_str()), ("kind", w.kind.map_or("", Kind::word)), ("children", children), ("before", before)];
    let chosen = all.into_iter().filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = chosen.map(|(name, value)| format!("{name}={}", query_value(value))).collect();
    let path = library_path(f.station);
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

pub fn list(f: Frame<'_>, l: &List<'_>) -> HtmlPage {
    let v = f.v;
    let about = v.ta("library-describe", &[("station", f.station.name(v).into())]);
    f.shell(v.t("library-title")).back(v.t("page-home"), f.station.home()).describe(&about).body(html! {
        (search(f, l.wanted))
        (kinds(f, l.wanted))
        (found(f, l))
        @if let Some(last) = l.page.all.last().filter(|_| l.page.more) {
            (actions(html! {
                (Button::new(v.t("library-more")).secondary().icon("chevron-down")
                    .href(address(f, l.wanted, &last.title.id.to_string())))
            }))
        }
        p class="note sec" { (v.t("library-how")) }
        (f.ask_a_person())
    })
}

fn search(f: Frame<'_>, w: &Wanted) -> Markup {
    let (v, fine) = (f.v, Problems::default());
    let field = Field::new("q", v.t("library-search"))
        .value(&w.typed)
        .hint(v.t("library-search-hint"))
        .longest(u32::try_from(MOST_TYPED).unwrap_or(60))
        .optional();
    html! {
        form class="acts" method="get" role="search" action=(library_path(f.station)) {
            @if let Some(kind) = w.kind { input type="hidden" name="kind" value=(kind.word()); }
            @if w.children { input type="hidden" name="children" value="1"; }
            (Fields::new(v, &fine).search_field(field))
            (Button::new(v.t("library-find")).icon("search"))
        }
    }
}

/// Which kind is shown, and the others; what is for children is one of them.
fn kinds(f: Frame<'_>, w: &Wanted) -> Markup {
    let v = f.v;
    let with =
        |kind: Option<Kind>, children: bool| address(f, &Wanted { kind, children, before: None, ..w.clone() }, "");
    let all = (v.t("library-all-kinds"), with(None, false), w.kind.is_none() && !w.children);
    let young = (v.t("library-for-children"), with(None, true), w.children);
    let one = |k: Kind| (kind(v, k), with(Some(k), false), w.kind == Some(k) && !w.children);
    let links = [all, young].into_iter().chain(Kind::ALL.into_iter().map(one));
    html! {
        nav class="sec" aria-label=(v.t("library-kinds")) {
            ul class="chips" {
                @for (label, href, here) in links {
                    li { a class={ "pill" @if here { " go" } } href=(href) aria-current=[here.then_some("page")] { (label) } }
                }
            }
        }
    }
}

fn found(f: Frame<'_>, l: &List<'_>) -> Markup {
    let (v, w) = (f.v, l.wanted);
    let (all, whole) = (v.t("library-all"), library_path(f.station));
    let narrow = w.kind.is_some() || w.children || w.before.is_some();
    match (l.page.all.is_empty(), w.typed.is_empty()) {
        (false, true) => {
            let title = v.t(if w.before.is_some() { "library-earlier" } else { "library-new" });
            section("found", &title, None, rows(l.page.all.iter().map(|one| row(f, one))))
        }
        (false, false) => html! { div class="sec" { (rows(l.page.all.iter().map(|one| row(f, one)))) } },
        (true, true) if narrow => empty("books", &v.t("library-no-more"), Some((&all, &whole))),
        (true, true) => empty("books", &v.t("library-none"), None),
        (true, false) => {
            empty("search", &v.ta("library-not-found", &[("typed", w.typed.as_str().into())]), Some((&all, &whole)))
        }
    }
}
