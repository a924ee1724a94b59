//! One reservation: a slip to keep, and what can be done about it.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::page::{self, Button, Dock, HtmlPage, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::frame::Frame;
use crate::SeriesId;
use crate::answers::Receipt;
use crate::public::confirm::awaits_code;
use crate::public::reserve::{at_path, game_path, offering_path, reservation_path};
use crate::rules::{self, Source, State};
use crate::says;

/// `part_of` is the series that it belongs to and its date there, `refused` says why the last thing that was tried did not
/// work, `once` is a fresh token for what must not be done twice.
pub fn receipt(
    f: Frame<'_>,
    r: &Receipt,
    part_of: Option<(SeriesId, Date)>,
    refused: Option<(&Said, StatusCode)>,
    once: &str,
) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let span = &r.reservation.span;
    let (kind, words) = says::state_of(v, r);
    let told = [
        ("day", when.day_or_tonight(span.from).into()),
        ("what", says::what(v, r).into()),
        ("until", when.time(span.until).into()),
    ];
    let slip = page::Receipt::new(v.t("venues-mine-one"), when.time(span.from), v.ta("venues-slip-line", &told))
        .status(kind, &words)
        .below(below(f, r));
    let page = f.page(v.t("venues-mine-one")).back(v.t("page-mine"), says::MINE).dock(Dock::Mine);
    let page = match refused {
        Some((_, status)) => page.status(status),
        None => page,
    };
    page.body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (note(f, r))
        div id="slip" { (slip) }
        @if let Some((series, _)) = part_of {
            p class="sec" { (page::pill(&v.t("venues-series-part-of"), &f.series().one(series))) }
        }
        (page::actions(acts(f, r, part_of, once)))
        p class="sec" { (page::read_aloud(v, "slip")) }
        (f.ask_a_person())
    })
}

/// Where it is, and what one should know while it is still to come.
fn below(f: Frame<'_>, r: &Receipt) -> Markup {
    let (v, when) = (f.v, f.when());
    let late = r.reservation.grace.filter(|_| r.state == State::Confirmed);
    let venue = says::name(v, &r.venue.note);
    html! {
        p { (f.station.name(v)) " · " (f.station.address) }
        @if !venue.is_empty() { p class="note" { (venue) } }
        @if let (Some(_), Some(at)) = (late, r.reservation.lapses_at) {
            p class="note" { (v.ta("venues-late", &[("at", says::at(&when, at).into())])) }
        }
        @if r.state.is_live() && r.venue.key == rules::Key::Clerk { p class="note" { (v.t("venues-key-clerk")) } }
    }
}

/// What the state means, where the word alone does not say it.
fn note(f: Frame<'_>, r: &Receipt) -> Markup {
    let (tone, key) = match r.state {
        State::Held if r.reservation.awaits => (Tone::Lamp, "venues-told-requested"),
        State::Expired => (Tone::Stop, "venues-told-expired"),
        State::Released => (Tone::Lamp, "venues-told-released"),
        State::Cancelled => (Tone::Lamp, "venues-told-cancelled"),
        _ => return html! {},
    };
    page::notice(tone, &f.v.t(key), html! {})
}

/// One primary button at most: what is most likely to be wanted now.
fn acts(f: Frame<'_>, r: &Receipt, part_of: Option<(SeriesId, Date)>, once: &str) -> Markup {
    let v = f.v;
    let path = reservation_path(f.station, r.reservation.id);
    let standing = r.reservation.standing(r.offering.policy.cancel_until);
    let (now, slug) = (v.now(), &r.offering.slug);
    let checks_in = r.reservation.grace.is_some() && rules::check_in(now, &standing).is_ok();
    let to_come = matches!(r.state, State::Held | State::Confirmed) && !awaits_code(r);
    let move_path = match part_of {
        // Beyond the days that can be booked singly, a date of a series has a page of its own.
        Some((series, on)) => f.series().date(series, on),
        None => format!("{}&moving={}", at_path(f.station, slug, r.reservation.span.from), r.reservation.id),
    };
    // What came through a code and waits for the manager stays where it is: moving would need a new look at it.
    let game = r.reservation.source == Source::Game;
    let moves = to_come && !game && (r.state == State::Confirmed || r.reservation.code.is_none());
    let again = !r.state.is_live();
    let has_code = r.venue.key == rules::Key::Code && matches!(r.state, State::Confirmed | State::CheckedIn);
    html! {
        @if checks_in { (post(&path, "check-in", &Button::new(v.t("venues-check-in")).huge().icon("user-check"))) }
        @if has_code {
            form method="post" action={ (path) "/door-code" } {
                (page::once(once))
                (Button::new(v.t("door-code-see")).secondary().icon("key"))
            }
        }
        @if rules::complete(now, &standing).is_ok() {
            (post(&path, "completion", &Button::new(v.t("venues-complete")).icon("check")))
        }
        @if to_come {
            (Button::new(v.t("venues-to-calendar")).secondary().icon("calendar-plus").href(format!("{path}/calendar.ics")))
        }
        @if moves { (Button::new(v.t("venues-move")).secondary().icon("clock").href(move_path)) }
        @if game { (Button::new(v.t("venues-see-game")).secondary().icon("users").href(game_path(f.station, r.reservation.id))) }
        @if !game && rules::cancel(now, &standing, false).is_ok() {
            (post(&path, "cancellation", &Button::new(v.t("venues-cancel")).flat()))
        }
        @if again { (Button::new(v.t("venues-again")).href(offering_path(f.station, slug))) }
    }
}

/// A form of one button.
pub fn post(path: &str, act: &str, button: &Button) -> Markup {
    html! { form method="post" action={ (path) "/" (act) } { (button) } }
}
