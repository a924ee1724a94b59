//! Whose code was scanned.
use kernel::page::{self, Answer, Button, Kind, actions};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::desk_path;
use crate::frame::Frame;
use crate::signups::answers::{Guest, Known};
use crate::signups::rules::State;
use crate::signups::says;

/// Somebody whose code was scanned: who it is, and one button.
pub fn scanned(f: Frame<'_>, (known, guest): (&Known, &Guest), refused: Option<&Said>) -> Markup {
    let (v, came) = (f.v, guest.signup.came);
    let action = f.station.path(&format!("/desk/signups/{}/arrival", guest.signup.id));
    let (kind, words) = if came > 0 { (Kind::Ok, v.t("arrival-is-here")) } else { says::state(v, guest.state) };
    let people = v.ta("signup-people", &[("n", i32::from(guest.signup.seats).into())]);
    let title = format!("{} · {people}", says::who(v, guest));
    let of = desk_path(f.station, known.occurrence.id, "arrivals");
    let press = |key: &str, people: i16, button: fn(Button) -> Button| {
        html! { form method="post" action=(action) {
            input type="hidden" name="people" value=(people);
            (button(Button::new(v.t(key))))
        } }
    };
    html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (Answer::new(kind, words, title).under(format!("{} {}", known.title(), says::whole_day(&f.when(), known))))
        (actions(html! {
            @if guest.state == State::In && came == 0 { (press("arrival-came", guest.signup.seats, |b| b.huge().icon("check"))) }
            @if came > 0 { (press("arrival-take-back", 0, Button::flat)) }
            (Button::new(v.t("arrival-all")).secondary().href(of))
        }))
    }
}
