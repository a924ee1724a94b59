//! A time at the desk: who comes, who waits, one more by name, and the draw.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, empty, facts, notice, once, section, status, table};
use maud::{Markup, html};
use people::Band;

use crate::draws::draw_path;
use crate::frame::Frame;
use crate::signups::answers::Guest;
use crate::signups::forms::DeskForm;
use crate::signups::reads::List;
use crate::signups::rules::{Answer, Fit, State, Whom, fit};
use crate::signups::says;

pub struct Desk<'a> {
    pub list: &'a List,
    pub form: &'a DeskForm,
    pub problems: &'a Problems,
    /// Something was kept.
    pub done: bool,
}

pub fn desk(f: Frame<'_>, d: &Desk<'_>) -> Markup {
    let (v, known) = (f.v, &d.list.known);
    let fields = Fields::new(v, d.problems);
    let id = known.occurrence.id;
    let path = f.station.path(&format!("/desk/occurrences/{id}"));
    let open = !known.terms().called_off && v.now() < known.occurrence.starts_at;
    html! {
        @if d.done { (notice(Tone::Ok, &v.t("signup-desk-kept"), html! {})) }
        (fields.summary())
        (about(f, d.list))
        (actions(html! {
            (Button::new(v.t("signup-desk-arrivals")).icon("user-check").href(format!("{path}/arrivals")))
            (Button::new(v.t("signup-desk-roster")).icon("printer").secondary().href(format!("{path}/roster")))
        }))
        @if known.awaits_draw() { (draw(f, d.list, &path)) }
        (people(f, d.list))
        @if open { (section("h-more", &v.t("signup-desk-more"), None, more(f, d, &fields, &path))) }
    }
}

/// The same in short, on the desk's page of a time.
pub fn at_the_desk(f: Frame<'_>, list: &List) -> Markup {
    let v = f.v;
    let path = f.station.path(&format!("/desk/occurrences/{}", list.known.occurrence.id));
    let body = html! {
        (about(f, list))
        (actions(html! {
            (Button::new(v.t("signup-desk-people")).icon("users").href(format!("{path}/people")))
            (Button::new(v.t("signup-desk-arrivals")).icon("user-check").secondary().href(format!("{path}/arrivals")))
        }))
    };
    section("h-signups", &v.t("signup-title"), None, body)
}

fn count(list: &List, which: impl Fn(State) -> bool) -> i32 {
    list.guests.iter().filter(|g| which(g.state)).map(|g| i32::from(g.signup.seats)).sum()
}

fn about(f: Frame<'_>, list: &List) -> Markup {
    let (v, known) = (f.v, &list.known);
    let [when, places, waiting] = ["when", "places", "waiting"].map(|key| v.t(&format!("signup-desk-{key}")));
    let taken = match known.occurrence.capacity {
        Some(of) => v.ta("signup-desk-taken-of", &[("n", known.occurrence.taken.into()), ("of", of.into())]),
        None => v.ta("signup-desk-taken", &[("n", known.occurrence.taken.into())]),
    };
    let waits = count(list, |s| matches!(s, State::Waiting | State::Entered));
    facts([
        (when.as_str(), html! { (says::whole_day(&f.when(), known)) }),
        (places.as_str(), html! { (taken) }),
        (waiting.as_str(), html! { (v.ta("signup-people", &[("n", waits.into())])) }),
    ])
}

fn draw(f: Frame<'_>, list: &List, path: &str) -> Markup {
    let (v, when, known) = (f.v, f.when(), &list.known);
    let closes = known.terms().closes_at;
    let at = format!("{} {}", when.day(when.date(closes)), when.time(closes));
    let body = html! {
        p { (v.ta("signup-drawn-at", &[("at", at.into())])) }
        @if v.now() >= closes {
            form method="post" action={ (path) "/draw" } { (actions(html! { (Button::new(v.t("signup-desk-draw"))) })) }
        }
    };
    let (more, href) = (v.t("signup-how-drawn"), draw_path(f.station, known.occurrence.id));
    section("h-draw", &v.t("signup-desk-by-draw"), Some((&more, &href)), body)
}

fn people(f: Frame<'_>, list: &List) -> Markup {
    let v = f.v;
    let heads = ["nth", "who", "people", "phone", "stands"].map(|key| v.t(&format!("signup-col-{key}")));
    let shown: Vec<&Guest> = list.guests.iter().filter(|g| g.state.stands()).collect();
    let gone = list.guests.len() - shown.len();
    let rows: Vec<Vec<Markup>> = shown.into_iter().map(|guest| line(f, guest)).collect();
    let body = html! {
        @if rows.is_empty() { (empty("users", &v.t("signup-desk-nobody"), None)) } @else {
            (table(&v.t("signup-desk-people"), &heads.each_ref().map(String::as_str), &rows))
        }
        @if gone > 0 { p class="note" { (v.ta("signup-desk-gone", &[("n", gone.into())])) } }
    };
    section("h-people", &v.t("signup-desk-people"), None, body)
}

fn line(f: Frame<'_>, guest: &Guest) -> Vec<Markup> {
    let v = f.v;
    let (kind, words) = says::state(v, guest.state);
    let action = f.station.path(&format!("/desk/signups/{}/answer", guest.signup.id));
    let name = says::who(v, guest);
    let press = |answer: Answer, key: &str, go| {
        let label = v.t(key);
        let button =
            Button::new(label.clone()).small(go).about(format!("{label} {name}")).named("answer", answer.name());
        html! { form method="post" action=(action) { (button) } }
    };
    let open = v.now() < guest.signup.starts_at;
    vec![
        html! { (guest.signup.place) },
        html! { b { (name) } },
        html! { (guest.signup.seats) },
        html! { @match &guest.phone {
            Some(phone) => a href={ "tel:" (phone.full()) } { (phone) },
            None if guest.state == State::Offered => (v.t("signup-desk-tell")),
            None => {}
        } },
        html! {
            (status(kind, &words))
            @if open {
                @if guest.state == State::Offered { (press(Answer::Accept, "signup-desk-accept", true)) }
                (press(Answer::GiveBack, "signup-desk-leave", false))
            }
        },
    ]
}

fn more(f: Frame<'_>, d: &Desk<'_>, fields: &Fields<'_>, path: &str) -> Markup {
    let v = f.v;
    let ages = &d.list.known.series.plan.ages;
    let me = (fit(ages, Whom::Oneself) == Fit::Fits).then(|| ("me".to_owned(), v.t("signup-desk-grown-up")));
    let bands = Band::ALL.into_iter().filter(|band| fit(ages, Whom::Child(*band)) != Fit::Not);
    let all: Vec<(String, String)> =
        me.into_iter().chain(bands.map(|b| (b.name().to_owned(), says::child_of(v, b)))).collect();
    let seats = if d.form.seats.is_empty() { "1" } else { &d.form.seats };
    html! {
        form method="post" action={ (path) "/signups" } {
            (once(&d.form.once))
            (fields.text_field(Field::new("name", v.t("signup-desk-name")).value(&d.form.name).longest(30).autocomplete("off").optional()))
            (fields.tel_field(Field::new("phone", v.t("signup-desk-phone")).value(&d.form.phone).hint(v.t("signup-desk-phone-hint")).autocomplete("off").optional()))
            (fields.text_field(Field::new("card", v.t("signup-desk-card")).value(&d.form.card).longest(200).autocomplete("off").optional()))
            (fields.select(Field::new("who", v.t("signup-who")).value(&d.form.who), all.iter().map(|(value, words)| (value.as_str(), words.as_str()))))
            (fields.number_field(Field::new("seats", v.t("signup-seats")).value(seats).range(1, 8)))
            (actions(html! { (Button::new(v.t("signup-desk-add")).icon("user-plus")) }))
        }
    }
}
