//! Reservations as a list: who, when, where, how it stands, and what can be done.
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::Seen;
use crate::desk::told;
use crate::says;
use kernel::page::table;

/// `act` draws what can be pressed for one of them.
pub fn reservations(ctx: Ctx<'_>, caption: &str, all: &[&Seen], act: &dyn Fn(&Seen) -> Markup) -> Markup {
    let head = ["who", "when", "where", "state", "act"].map(|h| ctx.v.t(&format!("venues-desk-col-{h}")));
    let rows: Vec<Vec<Markup>> = all.iter().map(|seen| row(ctx, seen, act)).collect();
    table(caption, &head.each_ref().map(String::as_str), &rows)
}

fn row(ctx: Ctx<'_>, seen: &Seen, act: &dyn Fn(&Seen) -> Markup) -> Vec<Markup> {
    let (v, r) = (ctx.v, &seen.receipt);
    let when = v.when(&ctx.station.zone);
    let span = r.reservation.span;
    let slip = ctx.station.path(&format!("/reservations/{}", r.reservation.id));
    vec![
        html! { a href=(slip) { (told::who(v, &seen.guest)) } @if seen.guest.name.is_some() { " " (told::call(v, &seen.guest)) } },
        html! { (when.times(span.from, span.until)) },
        html! { span { (says::what(v, r)) " " span class="note" { (told::people(v, r)) } } },
        told::state(v, seen),
        act(seen),
    ]
}
