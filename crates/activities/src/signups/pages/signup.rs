//! What whoever is signed up looks at: how it stands, and the one thing to do now.
use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::page::{self, Button, Dock, HtmlPage, Receipt, Row, query_value};
use kernel::refusal::Said;
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::draws::draw_path;
use crate::frame::Frame;
use crate::signups::assets;
use crate::signups::reads::Mine;
use crate::signups::rules::{Answer, DOOR_OPENS, Fit, State, fit};
use crate::signups::{says, signup_path};

/// A signup, and what there is to show beside it.
pub struct Shown<'a> {
    pub mine: &'a Mine,
    pub refused: Option<&'a Said>,
    pub once: &'a str,
    /// What staff scan when they come.
    pub qr: Option<Markup>,
}

/// 小宝 · 2 人
fn who(v: &View, mine: &Mine) -> String {
    let signup = &mine.seen.signup;
    let child = mine.nickname.clone().or(signup.band.map(|band| says::child_of(v, band)));
    let people = (signup.seats > 1).then(|| v.ta("signup-people", &[("n", i32::from(signup.seats).into())]));
    let number = signup.entry.map(|n| v.ta("signup-entry", &[("n", n.into())]));
    [child, people, number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub fn signup(f: Frame<'_>, s: &Shown<'_>) -> HtmlPage {
    let (v, when, known, seen) = (f.v, f.when(), &s.mine.known, &s.mine.seen);
    let (kind, words) = says::stands(v, seen);
    let (from, until) = (known.occurrence.starts_at, known.occurrence.ends_at);
    let on = when.date(from);
    let day = format!("{} {}", when.date_in_full(on), when.weekday(on));
    let receipt = Receipt::new(known.title(), when.times(from, until), format!("{day} {}", known.place()));
    let page = f.page_of_time(v.t("signup-mine"), (known.title(), known.occurrence.id)).dock(Dock::Mine);
    let page = if s.refused.is_some() { page.status(StatusCode::CONFLICT) } else { page };
    let page = if s.qr.is_some() { page.sheet_at(assets::sheet()) } else { page };
    page.body(html! {
        @if let Some(said) = s.refused { (page::refused(v, said)) }
        (receipt.status(kind, &words).below(html! {
            p { b { (who(v, s.mine)) } }
            @for line in notes(f, s.mine) { p { (line) } }
            @if let Some(qr) = &s.qr { (qr) p class="note" { (v.t("signup-qr-how")) } }
        }))
        (at_the_door(f, s.mine))
        (presses(f, s))
        @if seen.signup.entry.is_some() {
            p class="sec" { a href=(draw_path(f.station, known.occurrence.id)) { (v.t("signup-how-drawn")) } }
        }
        p class="sec note" { (v.t("signup-mine-how")) }
        (f.ask_a_person())
    })
}

fn notes(f: Frame<'_>, mine: &Mine) -> Vec<String> {
    let (v, when, known, seen) = (f.v, f.when(), &mine.known, &mine.seen);
    let ages = &known.series.plan.ages;
    let at = |at| format!("{} {}", when.day(when.date(at)), when.time(at));
    let stands = seen.state.stands();
    let offer = seen.signup.lapses_at.filter(|_| seen.state == State::Offered);
    let drawn = (seen.state == State::Entered).then(|| known.terms().closes_at);
    let small = ages.guardian_under.filter(|_| stands && seen.signup.band.is_some());
    let bring = Some(&known.series.plan.bring).filter(|b| stands && !b.is_empty());
    let reason = Some(&known.occurrence.reason).filter(|r| seen.state == State::CalledOff && !r.is_empty());
    [
        offer.map(|until| v.ta("signup-kept-until", &[("at", at(until).into())])),
        drawn.map(|closes| v.ta("signup-drawn-at", &[("at", at(closes).into())])),
        (seen.state == State::Waiting).then(|| v.t("signup-waits-how")),
        (stands && fit(ages, seen.signup.whom()) == Fit::MayNotFit)
            .then(|| v.ta("signup-may-not-fit-note", &[("ages", says::ages(v, ages).unwrap_or_default().into())])),
        small.map(|under| v.ta("signup-guardian-note", &[("under", i32::from(under).into())])),
        bring.map(|what| v.ta("signup-bring", &[("what", what.as_str().into())])),
        reason.cloned(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where they say that they are there, and afterwards how it was.
fn at_the_door(f: Frame<'_>, mine: &Mine) -> Markup {
    let (v, seen, occurrence) = (f.v, &mine.seen, &mine.known.occurrence);
    let path = signup_path(f.station, seen.signup.id);
    let has = seen.state == State::In && !seen.signup.awaits_code(v.now());
    let here =
        has && seen.signup.came == 0 && v.now() >= occurrence.starts_at - DOOR_OPENS && v.now() < occurrence.ends_at;
    let was = has && seen.signup.came > 0 && !seen.signup.mood_said && v.now() >= occurrence.ends_at;
    html! {
        @if here { (page::actions(html! { (Button::new(v.t("arrival-here")).huge().icon("door").href(format!("{path}/arrival"))) })) }
        @if was { (page::actions(html! { (Button::new(v.t("arrival-how-was-it")).huge().href(format!("{path}/mood"))) })) }
    }
}

fn presses(f: Frame<'_>, s: &Shown<'_>) -> Markup {
    let (v, seen) = (f.v, &s.mine.seen);
    let path = signup_path(f.station, seen.signup.id);
    let action = format!("{path}/answer");
    let press = |said: Answer, button: Button| {
        f.press(&action, &format!("{}-{}", s.once, said.name()), &[("answer", said.name())], &button)
    };
    let open = f.v.now() < s.mine.known.occurrence.starts_at;
    let leave = |key| press(Answer::GiveBack, Button::new(v.t(key)).flat());
    html! {
        @match seen.state {
            _ if !open => {}
            _ if seen.signup.awaits_code(v.now()) => (page::actions(html! {
                (Button::new(v.t("signup-prove")).huge().href(format!("{path}/confirmation")))
            })),
            State::Offered => (page::actions(html! {
                (press(Answer::Accept, Button::new(v.t("signup-accept")).huge().icon("check")))
                (leave("signup-decline"))
            })),
            State::In => (page::actions(leave("signup-leave"))),
            State::Waiting | State::Entered => (page::actions(leave("signup-leave-line"))),
            _ => {}
        }
    }
}

/// 报名 among somebody's things, of one station.
pub fn mine(v: &View, station: &Station, all: &[Mine]) -> Markup {
    let when = v.when(&station.zone);
    let row = |mine: &Mine| {
        let (kind, words) = says::stands(v, &mine.seen);
        let who = who(v, mine);
        let row = Row::new(format!("{} {}", mine.known.title(), says::whole_day(&when, &mine.known))).icon("calendar");
        let row = row.status(kind, &words);
        let row = if who.is_empty() { row } else { row.note(&who) };
        row.leads_to(signup_path(station, mine.seen.signup.id))
    };
    let id = format!("signups-{}", query_value(&station.slug));
    page::section(&id, &v.t("signup-mine"), None, page::rows(all.iter().map(row)))
}

/// From when on a signup shows the code that is scanned at the door.
pub const SHOWS_CODE: SignedDuration = SignedDuration::from_hours(24);
