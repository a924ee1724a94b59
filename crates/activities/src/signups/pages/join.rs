//! Signing up: the part of the page of a time with the button, and the whole form.
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Field, Fields, HtmlPage, Kind, Row};
use maud::{Markup, html};
use people::Band;

use crate::draws::draw_path;
use crate::frame::Frame;
use crate::rules::Joining as How;
use crate::signups::answers::{Known, Seen};
use crate::signups::forms::JoinForm;
use crate::signups::reads::{OfChild, Offer};
use crate::signups::rules::{Fit, Whom, fit};
use crate::signups::{join_path, says, signup_path};

/// How it stands with places, in a shape and a word.
pub(super) fn places(f: Frame<'_>, known: &Known, waiting: usize) -> (Kind, String) {
    let (v, when, terms) = (f.v, f.when(), known.terms());
    let at = |at| format!("{} {}", when.day(when.date(at)), when.time(at));
    match () {
        () if terms.called_off => (Kind::Stop, v.t("signup-state-called-off")),
        () if v.now() >= terms.closes_at => (Kind::Shut, v.t("signup-closed")),
        () if v.now() < terms.opens_at => (Kind::Away, v.ta("signup-opens", &[("at", at(terms.opens_at).into())])),
        () if known.awaits_draw() => (Kind::Ok, v.ta("signup-draw-at", &[("at", at(terms.closes_at).into())])),
        () => match known.free() {
            None => (Kind::Ok, v.t("signup-free")),
            Some(0) => (Kind::Away, v.ta("signup-full", &[("n", waiting.into())])),
            Some(n) => (Kind::Ok, v.ta("signup-free-n", &[("n", n.into())])),
        },
    }
}

pub(super) fn is_open(f: Frame<'_>, known: &Known) -> bool {
    let terms = known.terms();
    !terms.called_off && terms.opens_at <= f.v.now() && f.v.now() < terms.closes_at
}

/// The part of the page of a time; nothing where everybody just comes.
pub fn section(f: Frame<'_>, offer: &Offer, once: &str) -> Markup {
    let (v, known) = (f.v, &offer.known);
    let by_draw = known.series.plan.joining == How::Draw;
    let draw = (v.t("signup-how-drawn"), draw_path(f.station, known.occurrence.id));
    let (kind, words) = places(f, known, offer.waiting);
    let body = html! {
        @if known.series.plan.joining != How::JustCome {
            p { (page::status(kind, &words)) }
            @if has(offer) { (page::rows(theirs(f, offer))) }
            @if is_open(f, known) { (buttons(f, offer, once)) }
        }
    };
    let more = by_draw.then_some((draw.0.as_str(), draw.1.as_str()));
    html! { @if known.series.plan.joining != How::JustCome { (page::section("signup", &v.t("signup-title"), more, body)) } }
}

fn has(offer: &Offer) -> bool {
    !offer.others.is_empty() || offer.children.iter().any(|of| of.signup.is_some())
}

/// What whoever reads has already.
fn theirs(f: Frame<'_>, offer: &Offer) -> Vec<Row> {
    let row = |called: String, seen: &Seen| {
        let (kind, words) = says::stands(f.v, seen);
        Row::new(called).icon("user").status(kind, &words).leads_to(signup_path(f.station, seen.signup.id))
    };
    let of_child = |of: &OfChild| of.signup.as_ref().map(|seen| row(of.child.nickname.clone(), seen));
    let children = offer.children.iter().filter_map(of_child);
    let called = |seen: &Seen| match seen.signup.band {
        Some(band) => says::child_of(f.v, band),
        None => f.v.t("signup-me"),
    };
    children.chain(offer.others.iter().map(|seen| row(called(seen), seen))).collect()
}

/// One tap for each who may come: a remembered child, and oneself.
fn buttons(f: Frame<'_>, offer: &Offer, once: &str) -> Markup {
    let (v, action) = (f.v, join_path(f.station, offer.known.occurrence.id));
    let own = offer.others.iter().any(|seen| seen.signup.band.is_none());
    let children = || offer.children.iter().filter(|of| of.signup.is_none() && of.fit != Fit::Not);
    let waits = offer.known.free() == Some(0) && !offer.known.awaits_draw();
    let for_child =
        |name: &str| v.ta(if waits { "signup-line-up-child" } else { "signup-join-child" }, &[("child", name.into())]);
    let for_me = v.t(if waits { "signup-line-up" } else { "signup-join" });
    html! {
        @if offer.person.is_some() {
            div class="acts" {
                @for of in children() {
                    @let button = Button::new(for_child(&of.child.nickname)).huge().icon("user-plus");
                    (f.press(&action, &format!("{once}-{}", of.child.id), &[("who", &of.child.id.to_string())], &button))
                    @if of.fit == Fit::MayNotFit { p class="note" { (v.ta("signup-may-not-fit", &[("child", of.child.nickname.as_str().into())])) } }
                }
                @if !own && offer.own_fit() == Fit::Fits {
                    @let button = if children().next().is_some() { Button::new(for_me).secondary() } else { Button::new(for_me).huge() };
                    (f.press(&action, once, &[("who", "me")], &button.icon("check")))
                }
                (Button::new(v.t("signup-several")).flat().href(format!("{action}?who=me")))
            }
        } @else {
            (page::actions(html! { (Button::new(for_me).huge().icon("check").href(action)) }))
        }
    }
}

/// The whole form.
pub struct Joining<'a> {
    pub offer: &'a Offer,
    pub form: &'a JoinForm,
    pub problems: &'a Problems,
    pub once: &'a str,
}

pub fn join(f: Frame<'_>, j: &Joining<'_>) -> HtmlPage {
    let (v, when, known) = (f.v, f.when(), &j.offer.known);
    let fields = Fields::new(v, j.problems);
    let (kind, words) = places(f, known, j.offer.waiting);
    let title = format!("{} {}", known.title(), says::whole_day(&when, known));
    let page = f.page_of_time(v.t("signup-title"), (known.title(), known.occurrence.id));
    page.status(j.problems.status()).body(html! {
        (fields.summary())
        (Answer::new(kind, words, title).under(says::ages(v, &known.series.plan.ages).unwrap_or_default()))
        @if has(j.offer) { (page::rows(theirs(f, j.offer))) }
        @if is_open(f, known) { (form(f, j, &fields)) }
        (f.ask_a_person())
    })
}

/// Whoever it may be for: oneself, remembered children, a child of an age.
fn whom(f: Frame<'_>, offer: &Offer) -> Vec<(String, String)> {
    let ages = &offer.known.series.plan.ages;
    let me = (offer.own_fit() == Fit::Fits).then(|| ("me".to_owned(), f.v.t("signup-me")));
    let known = offer.children.iter().filter(|of| of.fit != Fit::Not && of.signup.is_none());
    let known = known.map(|of| (of.child.id.to_string(), of.child.nickname.clone()));
    let bands = Band::ALL.into_iter().filter(|band| fit(ages, Whom::Child(*band)) != Fit::Not);
    let bands = bands.map(|band| (band.name().to_owned(), says::child_of(f.v, band)));
    me.into_iter().chain(known).chain(bands).collect()
}

fn form(f: Frame<'_>, j: &Joining<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let ages = &j.offer.known.series.plan.ages;
    let all = whom(f, j.offer);
    let who = Field::new("who", v.t("signup-who")).value(&j.form.who);
    let who = match ages.guardian_under {
        Some(under) => who.hint(v.ta("signup-guardian-hint", &[("under", i32::from(under).into())])),
        None => who,
    };
    let seats = if j.form.seats.is_empty() { "1" } else { &j.form.seats };
    html! {
        form method="post" action=(join_path(f.station, j.offer.known.occurrence.id)) {
            (page::once(j.once))
            (fields.select(who, all.iter().map(|(value, words)| (value.as_str(), words.as_str()))))
            (fields.number_field(Field::new("seats", v.t("signup-seats")).value(seats).range(1, 8).hint(v.t("signup-seats-hint"))))
            @if j.offer.person.is_none() {
                (fields.tel_field(Field::new("phone", v.t("signup-phone")).value(&j.form.phone).hint(v.t("signup-phone-hint"))))
            }
            (page::actions(html! { (Button::new(v.t("signup-join")).huge().icon("check")) }))
        }
    }
}
