//! A word to the members, and those that were.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage, Kind, Row};
use maud::html;

use super::who::below;
use crate::clubs::asked::LONGEST_NOTICE;
use crate::clubs::forms::LineForm;
use crate::clubs::reads::Led;
use crate::clubs::says::club_path;
use crate::public::pages::Frame;

pub fn notices(
    f: Frame<'_>,
    led: &Led,
    (form, problems): (&LineForm, &Problems),
    refused: Option<StatusCode>,
) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let club = &led.seen.club;
    let fields = Fields::new(v, problems);
    let words = Field::new("words", v.t("clubs-notice-words")).value(&form.words).hint(v.t("clubs-notice-hint"));
    let rows = led.notices.iter().map(|n| {
        let row = Row::new(&n.words).when(&when.day(when.date(n.made_at)), &when.time(n.made_at));
        match n.told_at {
            Some(_) => row.status(Kind::Ok, &v.t("clubs-notice-told")),
            None => row.status(Kind::Away, &v.t("clubs-notice-waits")),
        }
    });
    below(f, club, v.t("clubs-tell")).status(refused.unwrap_or_else(|| problems.status())).body(html! {
        (fields.summary())
        form method="post" action={ (club_path(f.station, club.id)) "/notices" } {
            (page::once(&form.once))
            (fields.textarea(words.longest(LONGEST_NOTICE.into())))
            (page::actions(html! { (Button::new(v.t("clubs-notice-send")).icon("message")) }))
        }
        p class="note" { (v.t("clubs-notice-note")) }
        @if !led.notices.is_empty() { (page::section("told", &v.t("clubs-notices"), None, page::rows(rows))) }
    })
}
