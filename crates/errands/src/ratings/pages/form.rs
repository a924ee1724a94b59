//! Saying something else, or more: level and words on a page of their own.
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Dock, Field, Fields, HtmlPage, Page, radio_cards};
use kernel::view::View;
use maud::html;
use stations::Station;

use crate::ratings::answers::OfTicket;
use crate::ratings::rules::{Level, MOST_IN_WORDS};
use crate::ratings::says;

/// What was typed, or what is kept.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub level: Option<Level>,
    pub words: String,
}

/// `path` is the ticket's; `problems` also says why nothing can be said any more.
pub fn form(
    (v, station): (&View, &Station),
    path: &str,
    (seen, form): (&OfTicket, &Form),
    problems: &Problems,
    once: &str,
) -> HtmlPage {
    let (f, when) = (Fields::new(v, problems), v.when(&station.zone));
    let choice = |level: Level| Choice::new(level.name(), says::level(v, level)).chosen(form.level == Some(level));
    let levels: Vec<Choice> = Level::ALL.into_iter().map(choice).collect();
    let words = Field::new("words", v.t("ratings-words")).value(&form.words).hint(v.t("ratings-words-how"));
    let page = Page::new(v, v.t("ratings-title"))
        .place(station.place(v))
        .back(v.t("public-ticket"), path)
        .dock(Dock::Elsewhere)
        .status(problems.status());
    page.body(html! {
        (f.summary())
        @if seen.may.is_ok() {
            form method="post" action={ (path) "/rating" } {
                (page::once(once))
                (radio_cards(&f, "level", &v.t("ratings-ask"), &levels))
                (f.textarea(words.longest(MOST_IN_WORDS).optional()))
                (page::actions(html! { (Button::new(v.t("ratings-keep"))) }))
                p class="note" { (v.ta("ratings-free", &[("day", says::day(&when, seen.until).into())])) }
            }
        } @else {
            (page::actions(html! { (Button::new(v.t("ratings-back")).secondary().href(path)) }))
        }
    })
}
