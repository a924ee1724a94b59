//! One title: where it stands, or when it comes back, and having it put aside.
use axum::http::StatusCode;
use kernel::page::refused as said_no;
use kernel::page::{Answer, Button, HtmlPage, Kind as Look, Row, facts, rows, section};
use kernel::refusal::Said;
use maud::{Markup, html};
use serde_json::json;

use super::{own, words};
use crate::frame::{self, Frame, by_line, copy_path, cover_path, title_path};
use crate::lending::answers::{CopyState, HoldSeen};
use crate::public::reads::{Piece, TitleSeen};
use crate::rules::Kind;

pub struct TitleShown<'a> {
    pub seen: &'a TitleSeen,
    /// Whoever looks is signed in.
    pub known: bool,
    pub once: &'a str,
    pub refused: Option<&'a (StatusCode, Said)>,
    pub public_url: &'a str,
}

pub fn title(f: Frame<'_>, s: &TitleShown<'_>) -> HtmlPage {
    let (v, t) = (f.v, &s.seen.title);
    let line = by_line(t);
    let about = if t.note.is_empty() { &line } else { &t.note };
    let page = f.page(frame::called(v, t)).describe(about).json_ld(book(f, s)).reading();
    page.status(s.refused.map_or(StatusCode::OK, |(status, _)| *status)).body(html! {
        @if let Some((_, said)) = s.refused { (said_no(v, said)) }
        @if !line.is_empty() || !t.subtitle.is_empty() {
            p { @if !t.subtitle.is_empty() { (t.subtitle) br; } (line) }
        }
        (stands(f, s))
        @if s.seen.pieces.len() > 1 { (pieces(f, &s.seen.pieces)) }
        @if !t.note.is_empty() { (section("about", &v.t("library-about"), None, html! { p { (t.note) } })) }
        (known_of_it(f, s.seen))
        @if s.seen.has_cover {
            p class="sec" {
                img src=(cover_path(f.station, t.id)) height="240" loading="lazy" decoding="async"
                    alt=(v.ta("library-cover", &[("title", t.title.as_str().into())]));
            }
        }
        (f.ask_a_person())
    })
}

/// What somebody came for: do I have it, where is it, when does it come back.
fn stands(f: Frame<'_>, s: &TitleShown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    let free: Vec<&Piece> = seen.pieces.iter().filter(|piece| matches!(piece.state, CopyState::Free)).collect();
    if let Some(loan) = &seen.loan {
        return own::loan_answer(f, loan, s.once, &title_path(f.station, seen.title.id));
    }
    if let Some(hold) = &seen.hold {
        return hold_answer(f, hold, s);
    }
    let of_all = [("free", free.len().into()), ("n", seen.pieces.len().into())];
    match free.first() {
        Some(first) => {
            let here = words::here(v, seen.title.kind, i64::try_from(free.len()).unwrap_or(i64::MAX));
            let how = if seen.lent_here { "library-take-it" } else { "library-read-here" };
            let under = if seen.pieces.len() > 1 {
                format!("{} {}", v.ta("library-n-of-m", &of_all), v.t(how))
            } else {
                v.t(how)
            };
            let at = v.ta("library-stands-at", &[("shelf", words::place(v, first).into())]);
            html! { (Answer::new(Look::Ok, here, at).under(under)) }
        }
        None if seen.pieces.iter().any(|piece| !matches!(piece.state, CopyState::NotHere(_))) => out(f, s),
        None => {
            let why = seen.pieces.first().map(|piece| words::piece(f, &piece.state).1);
            let word = why.unwrap_or_else(|| v.t("library-no-copies"));
            html! { (Answer::new(Look::Shut, word, v.t("library-not-now")).under(v.t("library-not-now-how"))) }
        }
    }
}

/// All pieces are with somebody: when the first comes back, how many wait, and the button.
fn out(f: Frame<'_>, s: &TitleShown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    let back = seen.pieces.iter().filter_map(|piece| match piece.state {
        CopyState::Lent { due_on } => Some(due_on),
        _ => None,
    });
    let today = f.when().today();
    let title = match back.min() {
        Some(due_on) if due_on >= today => v.ta("library-back-on", &[("day", words::day(&f.when(), due_on).into())]),
        Some(_) => v.t("library-back-late"),
        None => v.t("library-all-kept"),
    };
    let under =
        if seen.line == 0 { v.t("library-nobody-waits") } else { v.ta("library-line", &[("n", seen.line.into())]) };
    let button = Button::new(v.t("library-hold")).icon("bell");
    let path = title_path(f.station, seen.title.id);
    let acts = match s.known {
        true => f.press(&format!("{path}/hold"), s.once, &[], &button),
        false => html! {
            (button.href(words::door(f.station, &path)))
            p class="note" { (v.t("library-hold-phone")) }
        },
    };
    let answer = Answer::new(Look::Away, v.t("library-all-out"), title).under(under);
    html! { @if seen.lent_here { (answer.actions(acts)) } @else { (answer) } }
}

fn hold_answer(f: Frame<'_>, hold: &HoldSeen, s: &TitleShown<'_>) -> Markup {
    let v = f.v;
    let (look, word, title, under) = match &hold.ready {
        Some((_, until)) => (
            Look::Ok,
            v.t("library-hold-ready"),
            v.ta("library-hold-until", &[("day", words::day(&f.when(), *until).into())]),
            v.t("library-hold-fetch"),
        ),
        None => (
            Look::Away,
            v.t("library-hold-waits"),
            v.ta("library-hold-place", &[("n", hold.place_in_line.into())]),
            v.t("library-hold-told"),
        ),
    };
    let back = title_path(f.station, s.seen.title.id);
    let cancel = Button::new(v.t("library-hold-cancel")).secondary().icon("x");
    let acts = f.press(&own::hold_path(f.station, hold.hold), s.once, &[("back", &back)], &cancel);
    html! { (Answer::new(look, word, title).under(under).actions(acts)) }
}

fn pieces(f: Frame<'_>, all: &[Piece]) -> Markup {
    let row = |piece: &Piece| {
        let (look, said) = words::piece(f, &piece.state);
        let row = Row::new(words::place(f.v, piece)).icon("map-pin").status(look, &said);
        row.note(&piece.copy.barcode).leads_to(copy_path(f.station, &piece.copy.barcode))
    };
    section("pieces", &f.v.t("library-pieces"), None, rows(all.iter().map(row)))
}

fn known_of_it(f: Frame<'_>, seen: &TitleSeen) -> Markup {
    let (v, t) = (f.v, &seen.title);
    let kind = match t.for_children {
        true => format!("{} · {}", frame::kind(v, t.kind), v.t("library-for-children")),
        false => frame::kind(v, t.kind),
    };
    let all = [
        (v.t("library-kind"), kind),
        (v.t("library-class"), t.class.clone()),
        (v.t("library-isbn"), t.isbn.clone().unwrap_or_default()),
    ];
    let told = all.iter().filter(|(_, value)| !value.is_empty());
    html! { div class="sec" { (facts(told.map(|(name, value)| (name.as_str(), html! { (value) })))) } }
}

/// The same for programs (https://schema.org/Book). Nothing is guessed: what is not known is left out.
fn book(f: Frame<'_>, s: &TitleShown<'_>) -> String {
    let t = &s.seen.title;
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let of_type = match t.kind {
        Kind::Book | Kind::PictureBook => "Book",
        Kind::Magazine => "Periodical",
        Kind::Media | Kind::Thing => "CreativeWork",
    };
    let url = format!("{}{}", s.public_url, title_path(f.station, t.id));
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": of_type,
        "name": t.title,
        "url": url,
        "provider": { "@type": "Library", "name": f.station.name(f.v) },
    });
    let more = [
        ("alternativeHeadline", known(&t.subtitle)),
        ("isbn", t.isbn.clone()),
        ("author", known(&t.authors)),
        ("publisher", known(&t.publisher)),
        ("datePublished", t.year.map(|year| year.to_string())),
    ];
    for (name, value) in more {
        if let Some(value) = value {
            data[name] = json!(value);
        }
    }
    if s.seen.has_cover {
        data["image"] = json!(format!("{}{}", s.public_url, cover_path(f.station, t.id)));
    }
    data.to_string()
}
