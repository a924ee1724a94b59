//! What the code on a piece leads to: one large button for whoever holds it in their hands.
use axum::http::StatusCode;
use kernel::page::{Answer, Button, HtmlPage, Kind as Look, Tone, notice, refused};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::{own, words};
use crate::frame::{self, Frame, by_line, copy_path, title_path};
use crate::lending::answers::CopyState;
use crate::public::reads::PieceSeen;

pub struct CopyShown<'a> {
    pub seen: &'a PieceSeen,
    /// Whoever looks is signed in.
    pub known: bool,
    pub once: &'a str,
    /// It was lent a moment ago.
    pub just_lent: bool,
    pub refused: Option<&'a (StatusCode, Said)>,
}

pub fn copy(f: Frame<'_>, s: &CopyShown<'_>) -> HtmlPage {
    let (v, t) = (f.v, &s.seen.of.title);
    let (line, path) = (by_line(t), title_path(f.station, t.id));
    let page = f.page(frame::called(v, t)).status(s.refused.map_or(StatusCode::OK, |(status, _)| *status));
    page.body(html! {
        @if let Some((_, said)) = s.refused { (refused(v, said)) }
        @if s.just_lent && s.seen.mine().is_some() {
            (notice(Tone::Ok, &v.t("library-lent-now"), html! { p { (v.t("library-lent-now-how")) } }))
        }
        @if !line.is_empty() { p { (line) } }
        (stands(f, s))
        p class="sec" { a href=(path) { (v.t("library-about-title")) } }
        p class="note" { (v.ta("library-barcode", &[("code", s.seen.piece.copy.barcode.as_str().into())])) }
        (f.ask_a_person())
    })
}

fn stands(f: Frame<'_>, s: &CopyShown<'_>) -> Markup {
    let (v, seen) = (f.v, s.seen);
    if let Some(loan) = seen.mine() {
        return own::loan_answer(f, loan, s.once, &copy_path(f.station, &seen.piece.copy.barcode));
    }
    let (look, word) = words::piece(f, &seen.piece.state);
    match (&seen.piece.state, seen.kept_for_me()) {
        (CopyState::KeptForSomebody, Some(until)) => {
            let title = v.ta("library-hold-until", &[("day", words::day(&f.when(), until).into())]);
            html! { (Answer::new(Look::Ok, v.t("library-hold-ready"), title).actions(take(f, s))) }
        }
        (CopyState::Free, _) if !seen.of.lent_here => {
            html! { (Answer::new(look, word, v.t("library-only-here")).under(v.t("library-read-here"))) }
        }
        (CopyState::Free, _) => {
            let title = v.ta("library-stands-at", &[("shelf", words::place(v, &seen.piece).into())]);
            html! { (Answer::new(look, word, title).actions(take(f, s))) }
        }
        (CopyState::Lent { .. }, _) => {
            html! { (Answer::new(look, word, v.t("library-not-yours")).under(v.t("library-give-back-how"))) }
        }
        (CopyState::KeptForSomebody | CopyState::NotHere(_), _) => {
            html! { (Answer::new(look, word, v.t("library-give-to-staff")).under(v.t("library-give-to-staff-why"))) }
        }
    }
}

/// 借这本: one press for whoever is signed in; others sign in and come back here.
fn take(f: Frame<'_>, s: &CopyShown<'_>) -> Markup {
    let path = copy_path(f.station, &s.seen.piece.copy.barcode);
    let button = Button::new(f.v.t("library-borrow")).huge().icon("check");
    match s.known {
        true => f.press(&format!("{path}/loan"), s.once, &[], &button),
        false => html! {
            (button.href(words::door(f.station, &path)))
            p class="note" { (f.v.t("library-borrow-phone")) }
        },
    }
}
