//! The booking page: a day, a time, a length, and one button.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Dock, Field, Fields, HtmlPage, Tone, query_value, tel};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::choices;
use super::frame::Frame;
use crate::ReservationId;
use crate::public::forms::{ReservationForm, proposed, written};
use crate::public::reads::Look;
use crate::public::reserve::{offering_path, reservation_path};
use crate::rules::{LayerKind, Span, Who};
use crate::says;

/// What the page is made of beside what is free.
pub struct Booking<'a> {
    pub look: &'a Look,
    /// What was typed and tapped.
    pub form: &'a ReservationForm,
    pub problems: &'a Problems,
    /// Why the last try did not work, the times that do, and the status that goes with it.
    pub refused: Option<(&'a Said, &'a [Span], StatusCode)>,
    /// Nobody is signed in: a phone is asked for.
    pub ask_phone: bool,
    /// The reservation that gets another time, and its present one.
    pub moving: Option<(ReservationId, Span)>,
    pub all_times: bool,
    pub once: &'a str,
}

pub fn booking(f: Frame<'_>, b: &Booking<'_>) -> HtmlPage {
    let (v, look) = (f.v, b.look);
    let status = b.refused.map_or_else(|| b.problems.status(), |(.., status)| status);
    let slug = &look.offering().slug;
    let page = f
        .page(says::name(v, &look.offering().name))
        .status(status)
        .describe(says::name(v, &look.venue().note))
        .link_alternate(
            "text/calendar",
            &format!("{}/calendar.ics", offering_path(f.station, slug)),
            &v.t("venues-feed"),
        );
    if look.policy().who != Who::Anyone {
        return page.body(not_by_oneself(f, look));
    }
    let fields = Fields::new(v, b.problems);
    let moving = b.moving.map(|(id, _)| id);
    let body = html! {
        @if let Some((said, works, _)) = b.refused { (refused(f, said, works)) }
        (fields.summary())
        @if let Some((id, span)) = b.moving { (moving_from(f, id, &span)) }
        (choices::days(f, look, moving))
        (closures(f, look))
        (choices::priorities(f, look))
        @if look.cards.is_empty() { (nothing(f, look)) } @else { (form(f, b, &fields)) }
        @if moving.is_none() { (choices::full(f, look)) (elsewhere(f, look)) }
        (about(f, look))
    };
    if look.cards.iter().all(|card| card.slot.free == 0) {
        return page.dock(Dock::Elsewhere).body(body);
    }
    page.bar(bar(f, b)).body(body)
}

fn form(f: Frame<'_>, b: &Booking<'_>, fields: &Fields<'_>) -> Markup {
    let (v, look) = (f.v, b.look);
    let moving = b.moving.map(|(id, _)| id);
    let action = match moving {
        Some(id) => format!("{}/time", reservation_path(f.station, id)),
        None => f.station.path("/reservations"),
    };
    let phone = Field::new("phone", v.t("venues-phone")).value(&b.form.phone).hint(v.t("venues-phone-why")).longest(30);
    let day = day_name(f, look);
    html! {
        form id="booking" method="post" action=(action) data-sum={ (day) " {from}–{from+minutes}" } {
            (page::once(b.once))
            input type="hidden" name="offering" value=(look.offering().slug);
            (choices::starts(f, look, b.all_times, moving))
            (choices::said(f, look, b.form, fields))
            (choices::lengths(f, look, look.day.minutes))
            (choices::group(f, look, b.form, fields))
            @if moving.is_none() { (together(f, look)) }
            @if b.ask_phone { (fields.tel_field(phone)) }
        }
    }
}

/// The way to look for people to play with, at the time that is proposed.
fn together(f: Frame<'_>, look: &Look) -> Markup {
    let policy = look.policy();
    let at = look.chosen.map(|s| format!("&at={}", query_value(&written(s.from, &f.station.zone)))).unwrap_or_default();
    let href = f.station.path(&format!("/games/new?offering={}{at}", query_value(&look.offering().slug)));
    html! {
        @if !policy.approval && policy.largest_group > 1 {
            p class="chips" { (page::pill(&f.v.t("venues-play-together"), &href)) }
        }
    }
}

/// 今晚 while only the evening is left, otherwise the day's name.
fn day_name(f: Frame<'_>, look: &Look) -> String {
    let when = f.when();
    let first = look.cards.first().map(|card| card.slot.span.from);
    first.map_or_else(|| when.day(look.day.on), |at| when.day_or_tonight(at))
}

fn bar(f: Frame<'_>, b: &Booking<'_>) -> Markup {
    let when = f.when();
    let line = match b.look.chosen {
        Some(span) => format!("{} {}", day_name(f, b.look), when.times(span.from, span.until)),
        None => f.v.t("venues-choose-time"),
    };
    let label = match (b.moving.is_some(), b.look.policy().approval) {
        (true, _) => "venues-move-here",
        (false, true) => "venues-request",
        (false, false) => "venues-reserve",
    };
    let button = Button::new(f.v.t(label)).form("booking");
    // What is proposed instead comes first, until something else is chosen.
    let button = if b.refused.is_some_and(|(_, works, _)| !works.is_empty()) { button.secondary() } else { button };
    page::buy_bar(&line, &says::terms(f.v, &when, b.look.offering()), html! { (button) })
}

/// Why it did not work, and times that do: one tap on one of them sends the form with everything else as it was.
fn refused(f: Frame<'_>, said: &Said, works: &[Span]) -> Markup {
    let when = f.when();
    // The nearest one stands out.
    let pill = |(i, span): (usize, &Span)| {
        let value = proposed(span, &f.station.zone);
        html! { li { (Button::new(says::span(&when, span)).small(i == 0).form("booking").named("instead", value)) } }
    };
    page::notice(
        Tone::Stop,
        &said.what,
        html! {
            @if !works.is_empty() {
                p { (f.v.t("venues-tap-instead")) }
                ul class="chips" { @for one in works.iter().enumerate() { (pill(one)) } }
            }
            @if !said.next.is_empty() {
                ul class="chips" { @for next in &said.next { li { (page::pill(&next.label, &next.href)) } } }
            }
        },
    )
}

fn moving_from(f: Frame<'_>, id: ReservationId, span: &Span) -> Markup {
    let now = f.v.ta("venues-moving-now", &[("when", says::span(&f.when(), span).into())]);
    let keep = f.v.t("venues-moving-keep");
    page::notice(Tone::Lamp, &now, html! { p { (page::pill(&keep, &reservation_path(f.station, id))) } })
}

/// Closures that touch the day, with their reasons.
fn closures(f: Frame<'_>, look: &Look) -> Markup {
    let when = f.when();
    html! {
        @for layer in look.day.layers.iter().filter(|l| l.kind == LayerKind::Closed) {
            @let told = [
                ("when", says::span(&when, &layer.span).into()),
                ("reason", says::name(f.v, &layer.reason).into()),
            ];
            (page::notice(Tone::Lamp, &f.v.ta("venues-closed-when", &told), html! {}))
        }
    }
}

fn nothing(f: Frame<'_>, look: &Look) -> Markup {
    let week = format!("{}/week", offering_path(f.station, &look.offering().slug));
    page::empty("calendar-off", &f.v.t("venues-nothing-that-day"), Some((&f.v.t("venues-week"), &week)))
}

/// Nothing that suits is left here on that day: the way to other stations.
fn elsewhere(f: Frame<'_>, look: &Look) -> Markup {
    let from = look.day.open.first().map_or(f.v.now(), |open| open.from.max(f.v.now()));
    let (code, activity) = (f.station.division.code, &look.offering().activity);
    let at = query_value(&written(from, &f.station.zone));
    html! {
        @if look.elsewhere {
            div class="sec" {
                p class="note" { (f.v.t("venues-full-here")) }
                ul class="chips" {
                    li { (page::pill(&f.v.t("venues-near-title"), &format!("/near?division={code}&activity={activity}&from={at}"))) }
                }
            }
        }
    }
}

/// Where it is, the ways to see more of it, and whom to ask.
fn about(f: Frame<'_>, look: &Look) -> Markup {
    let path = offering_path(f.station, &look.offering().slug);
    let note = says::name(f.v, &look.venue().note);
    html! {
        div class="sec" {
            @if !note.is_empty() { (page::card(html! { p { (note) } })) }
            ul class="chips" {
                li { (page::pill(&f.v.t("venues-week"), &format!("{path}/week"))) }
                @if look.policy().series_own.is_some() {
                    li { (page::pill(&f.v.t("venues-series-make-own"), &f.series().form(&look.offering().slug))) }
                }
                li { (page::pill(&f.v.t("venues-feed"), &format!("{path}/calendar.ics"))) }
            }
        }
        (f.ask_a_person())
    }
}

/// What nobody books by themselves: just come, or ask the clerk.
fn not_by_oneself(f: Frame<'_>, look: &Look) -> Markup {
    let (v, when) = (f.v, f.when());
    let open = look.day.open.iter().find(|o| o.contains(when.now));
    let (kind, word) = match open {
        Some(o) => (page::Kind::Ok, v.ta("venues-open-until", &[("at", says::at(&when, o.until).into())])),
        None => match look.day.open.iter().find(|o| o.from > when.now) {
            Some(o) => (page::Kind::Shut, v.ta("venues-opens", &[("at", says::at(&when, o.from).into())])),
            None => (page::Kind::Shut, v.t("venues-shut")),
        },
    };
    let staff_only = look.policy().who == Who::StaffOnly;
    let title = v.t(if staff_only { "venues-staff-only" } else { "venues-just-come" });
    let call = f.station.phone.as_ref().filter(|_| staff_only);
    let answer = Answer::new(kind, word, title).under(says::name(v, &look.venue().note));
    let answer = match call {
        Some(phone) => answer.actions(html! { (Button::new(v.t("venues-ask-call")).icon("phone").href(tel(phone))) }),
        None => answer,
    };
    let week = format!("{}/week", offering_path(f.station, &look.offering().slug));
    html! {
        (answer)
        (closures(f, look))
        ul class="chips" { li { (page::pill(&v.t("venues-week"), &week)) } }
    }
}
