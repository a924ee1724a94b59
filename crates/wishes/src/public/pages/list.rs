//! All wishes that wait for somebody: cards, chosen by kind of thing and by what it costs, and by nothing else.
use kernel::page::{Button, HtmlPage, Row, Tone, actions, empty, notice, once, rows};
use maud::{Markup, html};

use super::parts::{days_left, row};
use crate::answers::{Card, Filter};
use crate::frame::{Frame, wish_path, wishes_path};
use crate::rules::{Band, Kind};
use crate::says;

pub struct List<'a> {
    pub filter: Filter,
    pub cards: &'a [Card],
    /// Whether there are more after the last.
    pub more: bool,
    /// Whether these are not the first.
    pub later: bool,
    /// The token of whoever is signed in: they take one up from here, in one tap.
    pub once: Option<&'a str>,
    /// What was done on the way here, as the key of its text.
    pub done: Option<&'static str>,
}

pub fn list(f: Frame<'_>, l: &List<'_>) -> HtmlPage {
    let v = f.v;
    let about = v.ta("wishes-public-describe", &[("place", f.station.division.name.as_str().into())]);
    let more = l.cards.last().filter(|_| l.more).map(|card| address(f, l.filter, Some(&card.id.to_string())));
    f.shell(v.t("wishes-public-title")).describe(&about).body(html! {
        @if let Some(done) = l.done { (notice(Tone::Ok, &v.t(done), html! {})) }
        p class="note" { (v.t("wishes-public-what")) }
        (choices(f, l.filter))
        @if l.cards.is_empty() { (none(f, l)) } @else {
            @if l.once.is_some() { p class="sec note" { (v.t("wishes-public-help-how")) } }
            div class="sec" { (rows(l.cards.iter().map(|card| one(f, l, card)))) }
        }
        (actions(html! {
            @if let Some(href) = more { (Button::new(v.t("wishes-public-more")).secondary().icon("chevron-down").href(href)) }
            (Button::new(v.t("wishes-public-ask")).secondary().icon("heart-handshake").href(format!("{}/ask", wishes_path(f.station))))
        }))
        (f.ask_a_person())
    })
}

/// A card that leads to more about it, or for whoever is signed in with the button itself.
fn one(f: Frame<'_>, l: &List<'_>, card: &Card) -> Row {
    let row = row(f, card).note(&days_left(f, card));
    let Some(token) = l.once else { return row.leads_to(wish_path(f.station, card.id)) };
    let about = f.v.ta("wishes-public-help-of", &[("item", card.item.as_str().into())]);
    row.end(html! {
        form method="post" action={ (wish_path(f.station, card.id)) "/claim" } {
            (once(&format!("{token}-{}", card.id)))
            (Button::new(f.v.t("wishes-public-help")).small(true).about(about))
        }
    })
}

/// The list's address with what is chosen.
fn address(f: Frame<'_>, filter: Filter, before: Option<&str>) -> String {
    let kind = filter.kind.map(|kind| format!("kind={}", kind.word()));
    let band = filter.band.map(|band| format!("band={}", band.word()));
    let before = before.map(|id| format!("before={id}"));
    let asked: Vec<String> = [kind, band, before].into_iter().flatten().collect();
    let path = wishes_path(f.station);
    if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
}

/// Kinds of things, and what they cost. Whose they are cannot be chosen: there is no such address.
fn choices(f: Frame<'_>, chosen: Filter) -> Markup {
    let v = f.v;
    let of = |filter: Filter| address(f, filter, None);
    let every = (v.t("wishes-public-every-kind"), of(Filter { kind: None, ..chosen }), chosen.kind.is_none());
    let kinds = Kind::ALL.into_iter().map(|kind| {
        let href = of(Filter { kind: Some(kind), ..chosen });
        (says::kind(v, kind), href, chosen.kind == Some(kind))
    });
    let any = (v.t("wishes-public-every-band"), of(Filter { band: None, ..chosen }), chosen.band.is_none());
    let bands = Band::ALL.into_iter().map(|band| {
        let href = of(Filter { band: Some(band), ..chosen });
        (says::band(v, band), href, chosen.band == Some(band))
    });
    html! {
        (chips(&v.t("wishes-public-kinds"), std::iter::once(every).chain(kinds)))
        (chips(&v.t("wishes-public-bands"), std::iter::once(any).chain(bands)))
    }
}

fn chips(label: &str, links: impl Iterator<Item = (String, String, bool)>) -> Markup {
    html! {
        nav class="sec" aria-label=(label) {
            ul class="chips" {
                @for (words, href, here) in links {
                    li { a class={ "pill" @if here { " go" } } href=(href) aria-current=[here.then_some("page")] { (words) } }
                }
            }
        }
    }
}

fn none(f: Frame<'_>, l: &List<'_>) -> Markup {
    let v = f.v;
    let (all, path) = (v.t("wishes-public-all"), wishes_path(f.station));
    let chosen = l.filter.kind.is_some() || l.filter.band.is_some();
    match (l.later, chosen) {
        (true, _) => empty("heart-handshake", &v.t("wishes-public-no-more"), Some((&all, &path))),
        (false, true) => empty("heart-handshake", &v.t("wishes-public-none-such"), Some((&all, &path))),
        (false, false) => empty("heart-handshake", &v.t("wishes-public-none"), None),
    }
}
