//! Reservations as a list: when, who, where, how it stands, and what can be done.
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::Seen;
use crate::desk::told;
use crate::public::reserve::reservation_path;
use crate::says;
use kernel::page::section;

/// Whether the rows have to say which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    One,
    Several,
}

/// `act` draws what can be pressed for one of them.
pub fn reservations(
    ctx: Ctx<'_>,
    (id, title): (&str, &str),
    (all, days): (&[&Seen], Days),
    act: &dyn Fn(&Seen) -> Markup,
) -> Markup {
    section(id, title, None, html! { ul class="card rows" { @for seen in all { li { (row(ctx, seen, days, act)) } } } })
}

fn row(ctx: Ctx<'_>, seen: &Seen, days: Days, act: &dyn Fn(&Seen) -> Markup) -> Markup {
    let (v, r) = (ctx.v, &seen.receipt);
    let when = v.when(&ctx.station.zone);
    let span = r.reservation.span;
    let times = when.times(span.from, span.until);
    let slip = reservation_path(ctx.station, r.reservation.id);
    html! {
        div class="row" {
            span class="day" {
                @match days {
                    Days::One => { b { (when.time(span.from)) } (when.time(span.until)) }
                    Days::Several => { b { (when.day(when.date(span.from))) } (when.time(span.from)) }
                }
            }
            span class="seen" {
                b { a href=(slip) { (told::who(v, &seen.guest)) } }
                span class="note" {
                    @if days == Days::Several { (times) " · " }
                    (says::what(v, r)) " · " (told::people(v, r))
                }
                @if let Some(series) = seen.series {
                    span class="note" { a href=(ctx.series().one(series)) { (v.t("venues-series-part-of")) } }
                }
                @if let Some(whom) = r.reservation.favoured {
                    span class="note" { (v.t(&format!("venues-desk-said-{}", whom.name()))) }
                }
                (told::call(v, &seen.guest))
                (told::state(v, seen))
            }
            (act(seen))
        }
    }
}
