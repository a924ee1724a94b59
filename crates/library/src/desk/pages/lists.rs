//! What is put aside and for whom, and what should have come back.
use jiff::civil::Date;
use kernel::page::{Button, Kind, Row, Tone, empty, notice, once, rows};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::reads::Person;
use crate::lending::answers::{HoldSeen, LoanSeen};

/// Where the number is pressed to call it.
fn phone(person: &Person) -> Markup {
    html! { @if let Some(phone) = &person.phone { a class="pill" href={ "tel:" (phone.full()) } { (phone.full()) } } }
}

fn done(x: Ctx<'_>, done: bool) -> Markup {
    html! { @if done { (notice(Tone::Ok, &x.say("done"), html! {})) } }
}

/// A button of the list: what it does is the end of its address.
fn press(x: Ctx<'_>, below: &str, button: &Button) -> Markup {
    html! { form method="post" action=(x.path(below)) { (once(x.once)) (button) } }
}

pub fn holds(x: Ctx<'_>, all: &[(HoldSeen, Person)], was_done: bool) -> Markup {
    html! {
        (done(x, was_done))
        @if all.is_empty() { (empty("clock", &x.say("holds-none"), None)) }
        @else {
            p class="sec note" { (x.say("holds-how")) }
            div class="sec" { (rows(all.iter().map(|(one, person)| aside(x, one, person)))) }
        }
    }
}

fn aside(x: Ctx<'_>, one: &HoldSeen, person: &Person) -> Row {
    let title = one.title.title.as_str();
    let mut row = Row::new(title).icon("books").note(&x.say_with("hold-for", ("name", &x.called(person))));
    if let Some((copy, until)) = &one.ready {
        row = row.note(&x.say_with("hold-barcode", ("barcode", &copy.barcode))).note(&x.say_on("hold-until", *until));
    }
    let row = match one.told {
        true => row.status(Kind::Ok, &x.say("hold-told")),
        false => row.status(Kind::Away, &x.say("hold-not-told")),
    };
    let small = |key: &str, about: String, go: bool| Button::new(x.say(key)).small(go).about(about);
    let tell = small("hold-tell", x.say_with("hold-tell-about", ("title", title)), true);
    let cancel = small("cancel", x.say_with("cancel-about", ("title", title)), false);
    row.end(html! {
        div class="chips" {
            (phone(person))
            @if !one.told { (press(x, &format!("/told/{}", one.hold), &tell)) }
            (press(x, &format!("/holds/{}/cancellation", one.hold), &cancel))
        }
    })
}

pub fn overdue(x: Ctx<'_>, all: &[(LoanSeen, Option<Person>)], today: Date) -> Markup {
    html! {
        @if all.is_empty() { (empty("circle-check", &x.say("overdue-none"), None)) }
        @else {
            p class="sec note" { (x.say("overdue-how")) }
            div class="sec" { (rows(all.iter().map(|(one, person)| late(x, (one, person.as_ref()), today)))) }
        }
    }
}

fn late(x: Ctx<'_>, (one, person): (&LoanSeen, Option<&Person>), today: Date) -> Row {
    let days = usize::try_from((today - one.due_on).get_days()).unwrap_or(0);
    let with = person.map_or_else(|| x.say("overdue-nobody"), |p| x.say_with("overdue-with", ("name", &x.called(p))));
    let row = Row::new(&one.title.title).icon("books").status(Kind::Stop, &x.say_n("overdue-days", days));
    let row = row.note(&with).note(&x.say_on("loan-over", one.due_on));
    let row = row.note(&x.say_with("hold-barcode", ("barcode", &one.copy.barcode)));
    row.end(html! { div class="chips" { @if let Some(person) = person { (phone(person)) } } })
}
