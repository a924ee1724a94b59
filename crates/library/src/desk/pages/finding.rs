//! Titles that fit what was typed, with their copies: which one is lent is said by pressing beside it.
use kernel::page::{Button, Kind, Row, rows, section};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::reads::{Hit, Piece};
use crate::desk::serving::Served;
use crate::frame;
use crate::lending::answers::CopyState;
use crate::rules::Stands;

pub fn found(x: Ctx<'_>, s: &Served) -> Markup {
    if s.hits.is_empty() {
        return html! {};
    }
    let args = [("n", s.hits.len().into()), ("words", s.barcode.as_str().into())];
    let title = x.f.v.ta("library-desk-found", &args);
    section("h-found", &title, None, html! { @for hit in &s.hits { (one(x, s, hit)) } })
}

fn one(x: Ctx<'_>, s: &Served, hit: &Hit) -> Markup {
    let title = &hit.found.title;
    let by = frame::by_line(title);
    let none_free = !hit.copies.iter().any(|piece| piece.state == CopyState::Free);
    let more = frame::desk_title_path(x.station(), title.id);
    html! {
        div class="sec" {
            h3 { a href=(more) { (title.title) } }
            @if !by.is_empty() { p class="note" { (by) } }
            @if hit.copies.is_empty() { p class="note" { (x.say("no-copies")) } }
            @else { (rows(hit.copies.iter().map(|piece| row(x, s, (&title.title, piece))))) }
            @if none_free && !hit.copies.is_empty() {
                @let button = Button::new(x.say("hold")).small(false).about(format!("{} {}", x.say("hold"), title.title));
                (x.press(&[("held", held(s)), ("hold", &title.id.to_string())], html! { p class="chips" { (button) } }))
            }
        }
    }
}

fn held(s: &Served) -> &str {
    s.reader.as_ref().map_or("", |reader| reader.held.as_str())
}

fn row(x: Ctx<'_>, s: &Served, (title, piece): (&str, &Piece)) -> Row {
    let (copy, v) = (&piece.copy, x.f.v);
    let row = Row::new(&copy.barcode).icon("books");
    let row = match piece.state {
        CopyState::Free => row.status(Kind::Ok, &x.say("copy-free")),
        CopyState::Lent { due_on } => row.status(Kind::Shut, &x.say_on("copy-lent", due_on)),
        CopyState::KeptForSomebody => row.status(Kind::Away, &x.say("copy-kept")),
        CopyState::NotHere(stands) => row.status(Kind::Stop, &x.say(not_here(stands))),
    };
    let row = match &piece.shelf {
        Some(shelf) => row.note(frame::shelf(v, shelf)),
        None => row,
    };
    if piece.state != CopyState::Free {
        return row;
    }
    let about = v.ta("library-desk-about", &[("title", title.into()), ("barcode", copy.barcode.as_str().into())]);
    let button =
        Button::new(x.say("lend")).small(true).about(format!("{} {about}", x.say("lend"))).named("then", "lend");
    row.end(x.press(&[("held", held(s)), ("barcode", &copy.barcode)], html! { (button) }))
}

fn not_here(stands: Stands) -> &'static str {
    match stands {
        Stands::Here => "copy-free",
        Stands::Missing => "copy-missing",
        Stands::Repair => "copy-repair",
        Stands::OnTheWay => "copy-on-the-way",
        Stands::Gone => "copy-gone",
    }
}
