//! The helper's page: whoever has a place, a button for each, and who just comes.
use kernel::page::{self, Button, actions, empty, facts, section};
use kernel::view::View;
use maud::{Markup, html};

use super::desk_path;
use crate::OccurrenceId;
use crate::arrivals::answers::Door;
use crate::frame::Frame;
use crate::signups::answers::Guest;
use crate::signups::says;

/// The helper's page: a button for each who has a place, and two for those who just come.
pub fn door(f: Frame<'_>, d: &Door, find: &str) -> Markup {
    let (v, id) = (f.v, d.known.occurrence.id);
    let api = format!("/api/v1/stations/{}/desk/occurrences/{id}/arrivals", f.station.slug);
    let [on, off] = ["arrival-came", "arrival-take-back"].map(|key| v.t(key));
    let [waiting, refused] = ["arrival-waiting", "arrival-refused"].map(|key| v.ta(key, &[("n", "#".into())]));
    let shown = |guest: &&Guest| find.is_empty() || searched(v, guest).contains(find);
    html! {
        form method="post" action=(desk_path(f.station, id, "arrivals"))
            data-arrivals=(api) data-on=(on) data-off=(off) data-waiting=(waiting) data-refused=(refused) {
            (counts(f, d))
            p id="sent" role="status" {}
            @if d.guests.is_empty() { (empty("users", &v.t("arrival-nobody"), None)) } @else {
                (section("h-people", &v.t("arrival-people"), None, html! {
                    ul class="card rows" { @for guest in d.guests.iter().filter(shown) { (line(f, guest, (&on, &off))) } }
                }))
            }
            (section("h-walk", &v.t("arrival-walk-ins"), None, html! {
                p class="note" { (v.t("arrival-walk-ins-how")) }
                div class="acts" {
                    button class="btn" name="walked" value="1" data-n="1" { (v.t("arrival-one-more")) }
                    button class="btn flat" name="walked" value="-1" data-n="-1" { (v.t("arrival-one-fewer")) }
                }
            }))
        }
        (finding(f, id, find))
        (afterwards(f, d))
    }
}

fn counts(f: Frame<'_>, d: &Door) -> Markup {
    let v = f.v;
    let [when, came, walked] = ["when", "of", "walked"].map(|key| v.t(&format!("arrival-{key}")));
    facts([
        (when.as_str(), html! { (says::whole_day(&f.when(), &d.known)) }),
        (came.as_str(), html! { b id="came" { (d.came()) } " / " (d.expected()) }),
        (walked.as_str(), html! { b id="walked" { (d.walked_in) } }),
    ])
}

/// By what somebody is found: what they are called, and the last four digits.
fn searched(v: &View, guest: &Guest) -> String {
    let digits = guest.phone.as_ref().map(says::last_four).unwrap_or_default();
    format!("{} {digits}", says::who(v, guest))
}

fn line(f: Frame<'_>, guest: &Guest, (on, off): (&str, &str)) -> Markup {
    let v = f.v;
    let (came, seats) = (guest.signup.came, guest.signup.seats);
    let name = says::who(v, guest);
    let digits = guest.phone.as_ref().map(says::last_four);
    let next = if came > 0 { 0 } else { seats };
    html! {
        li data-find=(searched(v, guest)) {
            div class="row" {
                span class="ico" { (page::icon("user")) }
                span {
                    b { (name) }
                    span class="note" {
                        @if seats > 1 { (v.ta("signup-people", &[("n", i32::from(seats).into())])) " " }
                        @if let Some(digits) = digits { "…" (digits) }
                    }
                }
                button class={ "pill" (if came > 0 { "" } else { " go" }) } name="tap" value={ (guest.signup.id) ":" (next) } data-signup=(guest.signup.id) data-n=(seats)
                    data-came=(came) data-name=(name) aria-pressed=(came > 0) aria-label={ (name) " " (if came > 0 { off } else { on }) } {
                    (if came > 0 { off } else { on })
                }
            }
        }
    }
}

fn finding(f: Frame<'_>, id: OccurrenceId, find: &str) -> Markup {
    let v = f.v;
    html! {
        form method="get" action=(desk_path(f.station, id, "arrivals")) {
            div class="fld" {
                label for="find" { (v.t("arrival-find")) }
                input id="find" type="search" name="find" value=(find) maxlength="30" autocomplete="off";
            }
            (actions(html! { (Button::new(v.t("arrival-find-do")).secondary().icon("search")) }))
        }
    }
}

/// What came of it, and how they found it: only of ten or more.
fn afterwards(f: Frame<'_>, d: &Door) -> Markup {
    let v = f.v;
    html! {
        @if let Some(of) = d.attendance {
            (section("h-after", &v.t("arrival-afterwards"), None, html! {
                p { (v.ta("arrival-counted", &[("came", of.came.into()), ("seats", of.seats.into()), ("walked", of.walked_in.into())])) }
                @match &d.moods {
                    Some(moods) => ul { @for (mood, n) in moods { li { (v.t(&format!("arrival-mood-{}", mood.name()))) " " b { (n) } } } },
                    None => p class="note" { (v.t("arrival-moods-few")) },
                }
            }))
        }
    }
}
