//! What the code on a shelf leads to: what belongs there, or, where nobody writes down who takes what, two large buttons.
use kernel::page::{Button, HtmlPage, Row, Tone, actions, empty, notice, rows};
use maud::{Markup, html};

use super::words;
use crate::frame::{self, Frame, by_line, shelf_path, title_path};
use crate::public::reads::{Piece, ShelfSeen};
use crate::public::tally::Moved;
use crate::rules::Title;

pub struct ShelfShown<'a> {
    pub seen: &'a ShelfSeen,
    pub once: &'a str,
    /// What was pressed a moment ago.
    pub did: Option<Moved>,
}

pub fn shelf(f: Frame<'_>, s: &ShelfShown<'_>) -> HtmlPage {
    let (v, shelf) = (f.v, &s.seen.shelf);
    f.page(frame::shelf(v, shelf)).body(html! {
        @if shelf.honesty { (honesty(f, s)) }
        @if !shelf.honesty || s.seen.all > 0 { (belongs(f, s.seen)) }
        (f.ask_a_person())
    })
}

/// Take one, bring one.
fn honesty(f: Frame<'_>, s: &ShelfShown<'_>) -> Markup {
    let v = f.v;
    let path = format!("{}/tally", shelf_path(f.station, &s.seen.shelf.code));
    let press = |moved: Moved, button: Button| {
        f.press(&path, &format!("{}-{}", s.once, moved.word()), &[("moved", moved.word())], &button.huge())
    };
    let thanks = s.did.map(|moved| match moved {
        Moved::Took => ("library-honesty-took", "library-honesty-took-then"),
        Moved::Brought => ("library-honesty-brought", "library-honesty-brought-then"),
    });
    html! {
        @if let Some((title, then)) = thanks { (notice(Tone::Ok, &v.t(title), html! { p { (v.t(then)) } })) }
        p { (v.t("library-honesty-how")) }
        (actions(html! {
            (press(Moved::Took, Button::new(v.t("library-honesty-take")).icon("books")))
            (press(Moved::Brought, Button::new(v.t("library-honesty-bring")).secondary().icon("heart-handshake")))
        }))
        p class="sec note" { (v.t("library-honesty-nameless")) }
    }
}

fn belongs(f: Frame<'_>, seen: &ShelfSeen) -> Markup {
    let v = f.v;
    if seen.all == 0 {
        return empty("books", &v.t("library-shelf-empty"), None);
    }
    let row = |(title, piece): &(Title, Piece)| {
        let (look, said) = words::piece(f, &piece.state);
        let row = Row::new(&title.title).icon("books").status(look, &said);
        let line = by_line(title);
        let row = if line.is_empty() { row } else { row.note(&line) };
        row.leads_to(title_path(f.station, title.id))
    };
    let next = seen.from + seen.part.len();
    let (path, start) = (shelf_path(f.station, &seen.shelf.code), v.t("library-shelf-start"));
    html! {
        p class="sec" { (v.ta("library-shelf-here", &[("here", seen.here.into()), ("n", seen.all.into())])) }
        @if seen.part.is_empty() { (empty("books", &v.t("library-no-more"), Some((&start, &path)))) }
        @else { div class="sec" { (rows(seen.part.iter().map(row))) } }
        @if !seen.part.is_empty() && next < seen.all {
            (actions(html! {
                (Button::new(v.t("library-more")).secondary().icon("chevron-down").href(format!("{path}?from={next}")))
            }))
        }
    }
}
