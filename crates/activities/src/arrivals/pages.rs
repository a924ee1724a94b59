//! What is seen at the door. Data in, pages out.
use axum::http::StatusCode;
use kernel::fault::Fault;
use kernel::page::{
    self, Answer, Button, Dock, HtmlPage, Kind, Page, Row, Tone, actions, empty, facts, notice, section,
};
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::answers::Door;
use super::assets;
use super::rules::{Mood, NoArrival};
use super::store::Attendance;
use crate::OccurrenceId;
use crate::rules::Joining;
use crate::signups::answers::{Guest, Known};
use crate::signups::pages::Frame;
use crate::signups::pages::samples::{guest, known, offer, sample_mine, sample_station};
use crate::signups::reads::{Mine, Offer};
use crate::signups::rules::State;
use crate::signups::{says, signup_path};

impl Refusal for NoArrival {
    fn code(&self) -> &'static str {
        match self {
            NoArrival::NotNow => "arrival-not-now",
            NoArrival::CalledOff => "activity-called-off",
            NoArrival::NoPlace(_) => "no-place",
            NoArrival::NotTheirs => "not-of-this-time",
            NoArrival::NotAsked => "mood-not-asked",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoArrival::NoPlace(state) => v.ta("arrival-no-no-place", &[("state", says::state(v, *state).1.into())]),
            other => v.t(&format!("arrival-no-{}", other.code())),
        })
    }
}

fn desk_path(station: &Station, id: OccurrenceId, below: &str) -> String {
    station.path(&format!("/desk/occurrences/{id}/{below}"))
}

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

/// Lines for whoever comes without having signed up.
const BLANK: usize = 5;

/// The roster, A4: a box and a code for each who has a place. The code at its head hangs at the door.
pub fn roster(f: Frame<'_>, d: &Door, public_url: &str) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let id = d.known.occurrence.id;
    let here = format!("{public_url}{}", f.station.path(&format!("/occurrences/{id}/here")));
    let code = stations::qr_picture(&here, &v.t("arrival-roster-door"))?;
    let heads = ["tick", "who", "people", "digits", "code"].map(|key| v.t(&format!("arrival-roster-{key}")));
    let mut lines = vec![];
    for guest in &d.guests {
        let address = format!("{public_url}{}", f.station.path(&format!("/desk/signups/{}/arrival", guest.signup.id)));
        let name = says::who(v, guest);
        let qr = stations::qr_picture(&address, &name)?;
        lines.push(html! { tr {
            td { @if guest.signup.came > 0 { "✓" } @else { "□" } }
            td { b { (name) } }
            td { (guest.signup.seats) }
            td { @if let Some(phone) = &guest.phone { (says::last_four(phone)) } }
            td { (qr) }
        } });
    }
    let made = format!("{} {}", when.date_in_full(when.today()), when.time(when.now));
    let body = html! {
        header class="dayhead" {
            div {
                h1 { (d.known.title()) }
                p { b { (says::whole_day(&when, &d.known)) } " " (d.known.place()) }
                p class="small" { (v.ta("arrival-roster-made", &[("at", made.into()), ("n", d.expected().into())])) }
                p class="small" { (v.t("arrival-roster-how")) }
            }
            (code)
        }
        table class="roster" {
            thead { tr { @for head in &heads { th scope="col" { (head) } } } }
            tbody {
                @for line in lines { (line) }
                @for _ in 0..BLANK { tr class="blank" { td { "□" } td {} td {} td {} td {} } }
            }
        }
        p class="screen-only" { (v.t("arrival-roster-print")) }
    };
    let title = format!("{} {}", v.t("arrival-roster"), d.known.title());
    Ok(Page::new(v, title).place(f.station.place(v)).print().sheet_at(assets::sheet()).body(body))
}

/// What the code at the door leads to: whoever is signed in finds themselves.
pub fn here(f: Frame<'_>, offer: &Offer) -> HtmlPage {
    let (v, known) = (f.v, &offer.known);
    let children = offer.children.iter().filter_map(|of| Some((of.child.nickname.clone(), of.signup.as_ref()?)));
    let others = offer.others.iter().map(|seen| {
        let called = seen.signup.band.map_or_else(|| v.t("signup-me"), |band| says::child_of(v, band));
        (called, seen)
    });
    let theirs: Vec<Row> = children
        .chain(others)
        .filter(|(_, seen)| seen.state == State::In)
        .map(|(called, seen)| {
            let (kind, words) = match seen.signup.came {
                0 => (Kind::Away, v.t("arrival-here")),
                _ => (Kind::Ok, v.t("arrival-is-here")),
            };
            let path = signup_path(f.station, seen.signup.id);
            Row::new(called).icon("user").status(kind, &words).leads_to(format!("{path}/arrival"))
        })
        .collect();
    f.page(v.t("arrival-at-the-door"), (known.title(), known.occurrence.id)).body(html! {
        (Answer::new(Kind::Ok, v.t("arrival-at-the-door"), known.title()).under(says::whole_day(&f.when(), known)))
        @if theirs.is_empty() { (notice(Tone::Lamp, &v.t("arrival-not-found"), html! { p { (v.t("arrival-not-found-how")) } })) }
        @else { (page::rows(theirs)) }
        (f.ask_a_person())
    })
}

/// A page of somebody's own at the door, and why the last press did nothing.
fn own<'a>(f: Frame<'a>, mine: &Mine, title: &str, refused: Option<&Said>) -> Page<'a> {
    let page = f.page(f.v.t(title), (mine.known.title(), mine.known.occurrence.id)).dock(Dock::Mine);
    if refused.is_some() { page.status(StatusCode::CONFLICT) } else { page }
}

/// "I am here."
pub fn arrival(f: Frame<'_>, mine: &Mine, refused: Option<&Said>) -> HtmlPage {
    let v = f.v;
    let path = signup_path(f.station, mine.seen.signup.id);
    let here = mine.seen.signup.came > 0;
    let (kind, words) = if here { (Kind::Ok, v.t("arrival-is-here")) } else { says::state(v, mine.seen.state) };
    own(f, mine, "arrival-here", refused).body(html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (Answer::new(kind, words, mine.known.title()).under(says::whole_day(&f.when(), &mine.known)))
        @if !here && mine.seen.state == State::In {
            form method="post" action={ (path) "/arrival" } { (actions(html! { (Button::new(v.t("arrival-here")).huge().icon("door")) })) }
        }
        (f.ask_a_person())
    })
}

/// How it was, asked once.
pub fn mood(f: Frame<'_>, mine: &Mine, refused: Option<&Said>) -> HtmlPage {
    let v = f.v;
    let path = signup_path(f.station, mine.seen.signup.id);
    let asked = mine.seen.signup.came > 0 && !mine.seen.signup.mood_said && v.now() >= mine.known.occurrence.ends_at;
    own(f, mine, "arrival-how-was-it", refused).body(html! {
        @if let Some(said) = refused { (page::refused(v, said)) }
        (Answer::new(Kind::Ok, v.t("arrival-how-was-it"), mine.known.title()).under(v.t("arrival-mood-how")))
        @if asked {
            form method="post" action={ (path) "/mood" } {
                div class="acts" {
                    @for mood in Mood::ALL { (Button::new(v.t(&format!("arrival-mood-{}", mood.name()))).secondary().named("mood", mood.name())) }
                }
            }
        } @else if mine.seen.signup.mood_said { p class="sec" { (v.t("arrival-mood-thanks")) } }
    })
}

/// Every page with invented people.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = sample_station()?;
    let f = Frame { v, station: &station };
    let at = |hours| known(v, &station, (Joining::SignUp, hours, 4));
    let guests = |known: &Known| (1..=4).map(|n| guest(v, known, (n, State::In))).collect();
    let whole = |name: &str, body: Markup| {
        (name.to_owned(), Page::new(v, name.to_owned()).place(station.place(v)).body(body).into_string())
    };
    let now = at(1);
    let mut d = Door { guests: guests(&now), known: now, walked_in: 3, attendance: None, moods: None };
    let mut all = vec![whole("arrival-door", door(f, &d, "")), whole("arrival-found", door(f, &d, "1234"))];
    all.push(("arrival-roster".into(), roster(f, &d, "https://example.org")?.into_string()));
    d.attendance = Some(Attendance { seats: 5, came: 4, walked_in: 3 });
    all.push(whole("arrival-few-moods", door(f, &d, "")));
    d.moods = Some(Mood::ALL.map(|mood| (mood, 4)).to_vec());
    all.push(whole("arrival-moods", door(f, &d, "")));
    d.guests = vec![];
    all.push(whole("arrival-empty", door(f, &d, "")));
    let refusals = [
        NoArrival::NotNow,
        NoArrival::CalledOff,
        NoArrival::NoPlace(State::GivenBack),
        NoArrival::NotTheirs,
        NoArrival::NotAsked,
    ];
    for (n, no) in refusals.into_iter().enumerate() {
        let said = no.say(v);
        let state = if n == 2 { State::GivenBack } else { State::In };
        let one = guest(v, &d.known, (if n == 0 { 4 } else { 1 }, state));
        all.push(whole(&format!("arrival-scanned-{}", no.code()), scanned(f, (&d.known, &one), Some(&said))));
        let hours = if n < 3 { 1 } else { -3 };
        let mine = sample_mine(v, at(hours), (if n == 4 { 1 } else { 4 }, state));
        all.push((format!("arrival-own-{}", no.code()), arrival(f, &mine, Some(&said)).into_string()));
        all.push((format!("arrival-mood-{}", no.code()), mood(f, &mine, Some(&said)).into_string()));
    }
    for signed_in in [true, false] {
        all.push((format!("arrival-here-{signed_in}"), here(f, &offer(v, at(1), signed_in)).into_string()));
    }
    Ok(all)
}
