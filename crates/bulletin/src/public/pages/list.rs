//! The list: the newest first, by section, ten at a time, or what fits what somebody typed.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, actions, empty, query_value, rows};
use maud::{Markup, html};

use super::rows::row;
use crate::answers::Page;
use crate::frame::Frame;
use crate::public::reads::MOST_TYPED;
use crate::rules::Section;
use crate::says;

pub struct List<'a> {
    pub sections: &'a [Section],
    pub section: Option<&'a Section>,
    pub typed: &'a str,
    pub page: &'a Page,
    /// This is not the beginning.
    pub later: bool,
}

/// The formats in which others may follow what the station tells: path, media type, name.
const FEEDS: [(&str, &str, &str); 3] = [
    ("feed.atom", "application/atom+xml", "Atom"),
    ("feed.rss", "application/rss+xml", "RSS"),
    ("feed.json", "application/feed+json", "JSON"),
];

/// `/s/sanhe/notices?section=reminders&q=…` with what was chosen, and what is `more`.
fn address(f: Frame<'_>, below: &str, section: Option<&Section>, more: &[(&str, &str)]) -> String {
    let section = section.map(|s| ("section", s.slug.as_str()));
    let pairs = section.iter().chain(more).filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", query_value(value))).collect();
    let path = f.station.path(&format!("/notices{below}"));
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

pub fn list(f: Frame<'_>, l: &List<'_>) -> HtmlPage {
    let v = f.v;
    let mut shell = f
        .shell(l.section.map_or_else(|| v.t("bulletin-title"), |s| says::section(v, s).to_owned()))
        .back(v.t("page-home"), f.station.home())
        .describe(&v.ta("bulletin-describe", &[("station", f.station.name(v).into())]));
    for (name, media, _) in FEEDS {
        shell = shell.link_alternate(media, &address(f, &format!("/{name}"), l.section, &[]), f.station.name(v));
    }
    shell.body(html! {
        (search(f, l))
        (sections(f, l))
        (found(f, l))
        @if let Some(last) = l.page.all.last().filter(|_| l.page.more) {
            @let before = last.notice.id.to_string();
            (actions(html! {
                (Button::new(v.t("bulletin-more")).secondary().icon("chevron-down").href(
                    address(f, "", l.section, &[("q", l.typed), ("before", &before)])))
            }))
        }
        p class="note sec" {
            (v.t("bulletin-follow"))
            @for (name, _, shown) in FEEDS { " " a href=(address(f, &format!("/{name}"), l.section, &[])) { (shown) } }
        }
    })
}

fn search(f: Frame<'_>, l: &List<'_>) -> Markup {
    let (v, fine) = (f.v, Problems::default());
    let field = Field::new("q", v.t("bulletin-search"))
        .value(l.typed)
        .longest(u32::try_from(MOST_TYPED).unwrap_or(60))
        .optional();
    html! {
        form class="acts" method="get" role="search" action=(f.station.path("/notices")) {
            @if let Some(section) = l.section { input type="hidden" name="section" value=(section.slug); }
            (Fields::new(v, &fine).search_field(field))
            (Button::new(v.t("bulletin-find")).secondary().icon("search"))
        }
    }
}

/// Of which section the list is, and the others.
fn sections(f: Frame<'_>, l: &List<'_>) -> Markup {
    let v = f.v;
    let of = |section: Option<&Section>| address(f, "", section, &[("q", l.typed)]);
    let all = (v.t("bulletin-every-section"), of(None), l.section.is_none());
    let one = |s: &Section| {
        (says::section(v, s).to_owned(), of(Some(s)), l.section.is_some_and(|section| section.id == s.id))
    };
    let links = [all].into_iter().chain(l.sections.iter().map(one));
    html! {
        nav class="sec" aria-label=(v.t("bulletin-sections")) {
            ul class="chips" {
                @for (label, href, here) in links {
                    li { a class={ "pill" @if here { " go" } } href=(href) aria-current=[here.then_some("page")] { (label) } }
                }
            }
        }
    }
}

fn found(f: Frame<'_>, l: &List<'_>) -> Markup {
    let v = f.v;
    let whole = f.station.path("/notices");
    let back = v.t("bulletin-all");
    match (l.page.all.is_empty(), l.typed.is_empty()) {
        (false, _) => html! { div class="sec" { (rows(l.page.all.iter().map(|one| row(f, one)))) } },
        (true, true) if l.later => empty("speakerphone", &v.t("bulletin-no-more"), Some((&back, &whole))),
        (true, true) => empty("speakerphone", &v.t("bulletin-none"), None),
        (true, false) => {
            empty("search", &v.ta("bulletin-not-found", &[("typed", l.typed.into())]), Some((&back, &whole)))
        }
    }
}
