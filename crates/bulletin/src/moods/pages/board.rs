//! The moods under a notice: four buttons, how many chose what, and what becomes of it.
use kernel::page::{Button, HtmlPage, Kind, Page, Row, facts, once, rows, section, status};
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::frame::notice_path;
use crate::moods::answers::Board;
use crate::moods::asked::NONE;
use crate::moods::rules::{Mood, NoVote, Tally};
use crate::moods::{Headline, says};

/// What the part is drawn from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub board: &'a Board,
    pub once: &'a str,
    /// Why the last press did nothing.
    pub refused: Option<NoVote>,
}

/// The part's id, by which the script of all pages puts it in place.
const PART: &str = "mood-board";

/// Nothing in it needs more than the page has already, so that it may be put in place.
pub fn board(v: &View, station: &Station, s: Shown<'_>) -> Markup {
    let more = v.t("moods-more");
    let body = html! {
        // One that is closed says so below: it is no failure.
        @if let Some(said) = s.refused.filter(|_| s.board.open).map(|r| r.say(v)) { (not_taken(&said)) }
        @if s.board.open { (form(v, station, s)) }
        @else if let Some(tally) = s.board.tally.published() { (result(v, tally)) }
        p class="note" role="status" { (count(v, &s.board.tally)) }
        p class="note" { (until(v, station, s.board)) }
    };
    let ranking = station.path("/notices/moods");
    html! { div id=(PART) tabindex="-1" { (section("moods", &v.t("moods-title"), Some((&more, &ranking)), body)) } }
}

fn not_taken(said: &Said) -> Markup {
    html! { div role="alert" { (status(Kind::Away, &said.what)) } }
}

fn form(v: &View, station: &Station, s: Shown<'_>) -> Markup {
    let action = format!("{}/mood", notice_path(station, s.board.notice));
    html! {
        form method="post" action=(action) data-part=(PART) {
            (once(s.once))
            div class="chips" {
                @for mood in Mood::ALL { (button(v, s.board, mood)) }
            }
            @if s.board.chose.is_some() { (Button::new(v.t("moods-withdraw")).flat().named("mood", NONE)) }
        }
    }
}

/// 开心 24; the one that is chosen is filled, and says so to those who hear it.
fn button(v: &View, board: &Board, mood: Mood) -> Button {
    let name = says::mood(v, mood);
    let label = match board.tally.published() {
        Some(tally) => v.ta("moods-name-votes", &[("mood", name.into()), ("n", tally.votes(mood).into())]),
        None => name,
    };
    let chosen = board.chose == Some(mood);
    let button = Button::new(label.clone()).small(chosen).named("mood", mood.name());
    if chosen { button.about(v.ta("moods-chosen", &[("mood", label.into())])) } else { button }
}

fn result(v: &View, tally: &Tally) -> Markup {
    let all: Vec<(String, usize)> = Mood::ALL.map(|m| (says::mood(v, m), tally.votes(m))).into();
    facts(all.iter().map(|(name, votes)| (name.as_str(), html! { (v.ta("moods-votes", &[("n", (*votes).into())])) })))
}

/// How many there are, and of whom.
fn count(v: &View, tally: &Tally) -> String {
    match tally.published() {
        Some(tally) => v.ta("moods-count", &[("n", tally.n().into())]),
        None => v.t("moods-few"),
    }
}

/// Until when votes move.
fn until(v: &View, station: &Station, board: &Board) -> String {
    if !board.open {
        return v.t("moods-over");
    }
    let when = v.when(&station.zone);
    v.ta("moods-until", &[("day", when.date_in_full(when.date(board.closes)).into())])
}

/// The same as a page of its own: where a press without a script ends that was refused.
pub fn alone(v: &View, station: &Station, headline: &Headline, s: Shown<'_>) -> HtmlPage {
    let title = says::title(v, headline);
    let path = notice_path(station, headline.id);
    let page = Page::new(v, v.t("moods-page")).place(station.place(v));
    let page = match s.refused {
        Some(refusal) => page.status(refusal.status()),
        None => page,
    };
    page.back(v.t("moods-notices"), station.path("/notices")).body(html! {
        (rows([Row::new(title).icon("file-text").leads_to(path)]))
        (board(v, station, s))
    })
}
