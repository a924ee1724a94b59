//! A place is kept until the digits come back that went to a phone.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Kind, Tone};
use maud::{Markup, html};
use people::Phone;

use crate::frame::Frame;
use crate::signups::reads::Mine;
use crate::signups::{join_path, says, signup_path};

pub struct Held<'a> {
    pub mine: &'a Mine,
    pub typed: &'a str,
    pub problems: &'a Problems,
    /// `Some` after a refusal.
    pub status: Option<StatusCode>,
}

pub fn code(f: Frame<'_>, held: &Held<'_>) -> HtmlPage {
    let (v, when, mine) = (f.v, f.when(), held.mine);
    let path = signup_path(f.station, mine.seen.signup.id);
    let fields = Fields::new(v, held.problems);
    let phone = mine.phone.as_ref().map(Phone::to_string).unwrap_or_default();
    let field = Field::new("digits", v.t("signup-code-ask"))
        .value(held.typed)
        .hint(v.ta("signup-code-sent", &[("phone", phone.into())]))
        .longest(12);
    let until = mine.seen.signup.lapses_at.map(|at| v.ta("signup-code-until", &[("at", when.time(at).into())]));
    let title = format!("{} {}", mine.known.title(), says::whole_day(&when, &mine.known));
    let (_, stands) = says::stands(v, &mine.seen);
    let answer = Answer::new(Kind::Away, v.ta("signup-code-held", &[("state", stands.into())]), title);
    let page = f.page_of_time(v.t("signup-code"), (mine.known.title(), mine.known.occurrence.id)).dock(Dock::None);
    page.status(held.status.unwrap_or(held.problems.status())).body(html! {
        (fields.summary())
        (answer.under(until.unwrap_or_default()))
        @if v.rehearsal { (rehearsal(f)) }
        form method="post" action={ (path) "/confirmation" } {
            (fields.code_field(field))
            (page::actions(html! { (Button::new(v.t("signup-prove")).huge().icon("check")) }))
        }
        form method="post" action={ (path) "/codes" } {
            (page::actions(html! { (Button::new(v.t("signup-code-again")).flat()) }))
        }
        (f.ask_a_person())
    })
}

fn rehearsal(f: Frame<'_>) -> Markup {
    let see = html! { p { (page::pill(&f.v.t("people-code-rehearsal-see"), "/messages")) } };
    page::notice(Tone::Lamp, &f.v.t("people-code-rehearsal"), see)
}

/// The code did not come in time, and the place went to others.
pub fn too_late(f: Frame<'_>, mine: &Mine) -> HtmlPage {
    let (v, id) = (f.v, mine.known.occurrence.id);
    let (kind, words) = says::stands(v, &mine.seen);
    let title = format!("{} {}", mine.known.title(), says::whole_day(&f.when(), &mine.known));
    let page = f.page_of_time(v.t("signup-code"), (mine.known.title(), id)).dock(Dock::None);
    page.status(StatusCode::CONFLICT).body(html! {
        (Answer::new(kind, words, title).actions(html! { (Button::new(v.t("signup-again")).href(join_path(f.station, id))) }))
        (f.ask_a_person())
    })
}
