//! Where from: one tap on the phone's own answer, or a township by its name.
use kernel::form::Problems;
use kernel::page::{Button, Dock, Field, Fields, HtmlPage, Page, Row, actions, empty, rows, section};
use kernel::view::View;
use maud::{Markup, html};
use stations::{Division, Station};

use super::links::{PAGE, path, wished};
use crate::near::rules::Wish;
use crate::near::whence::{Choices, Of};

pub fn choose(v: &View, wish: &Wish, choices: &Choices) -> HtmlPage {
    let found = &choices.found;
    let nothing = !choices.text.is_empty() && found.areas.is_empty() && found.divisions.is_empty();
    let page = Page::new(v, v.t("venues-near-title")).describe(&v.t("venues-near-describe")).dock(Dock::Elsewhere);
    page.back(v.t("venues-near-directory"), "/directory").body(html! {
        (here(v, wish))
        (search(v, wish, &choices.text))
        @if nothing { (empty("search", &v.ta("venues-near-no-such", &[("text", choices.text.as_str().into())]), None)) }
        @if !found.areas.is_empty() || !found.divisions.is_empty() {
            (section("which", &v.t("venues-near-which"), None, rows(fits(v, wish, choices))))
        }
        @else if !choices.stations.is_empty() {
            (section("which", &v.t("venues-near-which"), None, rows(choices.stations.iter().map(|s| at(v, wish, s)))))
        }
        @if found.more { p class="note" { (v.t("venues-near-more")) } }
    })
}

/// What the browser knows, where the script can ask it.
fn here(v: &View, wish: &Wish) -> Markup {
    html! {
        p class="note" { (v.t("venues-near-where-why")) }
        div class="acts" data-here=(path(None, wish)) hidden {
            button class="btn" type="button" { (kernel::page::icon("map-pin")) (v.t("venues-near-here-button")) }
            p class="note" { (v.t("venues-near-here-why")) }
            p class="note" role="alert" hidden { (v.t("venues-near-here-not")) }
        }
    }
}

fn search(v: &View, wish: &Wish, text: &str) -> Markup {
    let none = Problems::default();
    let field = Field::new("q", v.t("venues-near-search")).value(text).hint(v.t("venues-near-search-hint")).longest(40);
    html! {
        form action=(PAGE) method="get" role="search" {
            @for (name, value) in wished(wish) { input type="hidden" name=(name) value=(value); }
            (Fields::new(v, &none).search_field(field))
            (actions(html! { (Button::new(v.t("venues-near-search-go")).secondary().icon("search")) }))
        }
    }
}

/// Areas lead to what is in them, townships and villages to the answer.
fn fits<'a>(v: &'a View, wish: &'a Wish, choices: &'a Choices) -> impl Iterator<Item = Row> + 'a {
    let into = |code: i64| format!("{}&q={code}", path(None, wish));
    let areas = choices.found.areas.iter().map(move |area| {
        let townships = v.ta("venues-near-townships", &[("n", area.townships.into())]);
        Row::new(area.name.clone()).icon("map-pin").note(&townships).leads_to(into(area.code))
    });
    areas.chain(choices.found.divisions.iter().map(move |d| from(wish, d)))
}

fn from(wish: &Wish, division: &Division) -> Row {
    let href = path(Some(&Of::Division(division.clone())), wish);
    Row::new(division.name.clone()).icon("map-pin").note(&division.within()).leads_to(href)
}

fn at(v: &View, wish: &Wish, station: &Station) -> Row {
    let href = path(Some(&Of::Division(station.division.clone())), wish);
    Row::new(station.name(v)).icon("door").note(&station.division.within()).leads_to(href)
}
