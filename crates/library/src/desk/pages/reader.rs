//! What whoever stands at the counter has and waits for; and who of several they are.
use kernel::page::{self, Button, Kind, Row, actions, rows, section};
use maud::{Markup, html};

use super::ctx::Ctx;
use crate::desk::reads::AtCounter;
use crate::desk::serving::Served;
use crate::lending::answers::{HoldSeen, LoanSeen};

pub fn reader(x: Ctx<'_>, r: &AtCounter) -> Markup {
    let (name, loans) = (x.called(&r.person), &r.reader.loans);
    let title = x.f.v.ta("library-desk-has", &[("n", loans.len().into()), ("name", name.as_str().into())]);
    html! {
        @if let Some(since) = r.reader.blocked_since {
            (page::notice(page::Tone::Lamp, &x.say_on("blocked", since), html! {}))
        }
        (section("h-has", &title, None, html! {
            @if loans.is_empty() { p class="note" { (x.say("has-none")) } }
            @else { (rows(loans.iter().map(|one| loan(x, &r.held, one)))) }
        }))
        @if !r.reader.holds.is_empty() {
            (section("h-waits", &x.say("waits-for"), None, rows(r.reader.holds.iter().map(|one| hold(x, &r.held, one)))))
        }
    }
}

/// Who of those who are called so: each with what they have, and at the end somebody else.
pub fn which(x: Ctx<'_>, s: &Served, all: &[AtCounter]) -> Markup {
    let next = [("barcode", s.barcode.as_str()), ("hold", &s.hold), ("then", &s.then)];
    let one = |r: &AtCounter| {
        let has: Vec<&str> = r.reader.loans.iter().map(|loan| loan.title.title.as_str()).collect();
        let has =
            if has.is_empty() { x.say("has-none") } else { x.say_with("has-these", ("titles", &has.join("、"))) };
        let button =
            html! { (Button::new(x.say("this-one")).small(true).about(format!("{} {has}", x.say("this-one")))) };
        let hidden = [&next[..], &[("held", r.held.as_str())]].concat();
        Row::new(x.called(&r.person)).icon("user").note(&has).end(x.press(&hidden, button))
    };
    let other = html! { (actions(html! { (Button::new(x.say("another")).secondary()) })) };
    section(
        "h-which",
        &x.say_with("which", ("name", &s.typed)),
        None,
        html! {
            (rows(all.iter().map(one)))
            (x.press(&[&next[..], &[("reader", s.typed.as_str()), ("new", "1")]].concat(), other))
        },
    )
}

/// A button that says aloud which of several like it this is.
fn small(x: Ctx<'_>, (key, then): (&str, &str), title: &str) -> Button {
    Button::new(x.say(key))
        .small(false)
        .about(x.say_with(&format!("{key}-about"), ("title", title)))
        .named("then", then)
}

fn loan(x: Ctx<'_>, held: &str, one: &LoanSeen) -> Row {
    let title = one.title.title.as_str();
    let row = Row::new(title).icon("books");
    let row = match one.overdue {
        true => row.status(Kind::Stop, &x.say_on("loan-over", one.due_on)),
        false => row.status(Kind::Ok, &x.say_on("loan-due", one.due_on)),
    };
    let left = usize::try_from(one.renewals_left).unwrap_or(0);
    let row = match (one.others_wait, left) {
        (true, _) => row.note(&x.say("loan-others")),
        (false, 0) => row,
        (false, left) => row.note(&x.say_n("loan-left", left)),
    };
    let (id, code) = (one.loan.to_string(), one.copy.barcode.as_str());
    let renew = html! { (small(x, ("renew", "renew"), title)) };
    let back = html! { (small(x, ("give-back", "back"), title)) };
    row.end(html! {
        div class="chips" {
            @if left > 0 && !one.others_wait { (x.press(&[("held", held), ("id", &id), ("barcode", code)], renew)) }
            (x.press(&[("held", held), ("barcode", code)], back))
        }
    })
}

fn hold(x: Ctx<'_>, held: &str, one: &HoldSeen) -> Row {
    let title = one.title.title.as_str();
    let row = Row::new(title).icon("clock");
    let row = match &one.ready {
        Some((_, until)) => row.status(Kind::Ok, &x.say_on("hold-ready", *until)),
        None => row.note(&x.say_n("hold-place", usize::try_from(one.place_in_line).unwrap_or(1))),
    };
    let cancel = html! { (small(x, ("cancel", "cancel"), title)) };
    row.end(x.press(&[("held", held), ("id", &one.hold.to_string())], cancel))
}
