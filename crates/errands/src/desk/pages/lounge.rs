//! 候休区: how many seats are free, and the taps that count them.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Kind, actions, empty, once, section, status};
use maud::{Markup, html};

use super::Ctx;
use crate::lounge::{MOST_SEATS, Seats, Tap, says};
use crate::rules::DeskId;

/// How it stands, and a button for each tap. `desk` leads back to the calls of that desk.
pub fn strip(ctx: Ctx<'_>, seats: &Seats, (token, desk): (&str, Option<DeskId>)) -> Markup {
    let v = ctx.v;
    let kind = match (seats.known, seats.free) {
        (false, _) => Kind::Away,
        (true, 0) => Kind::Shut,
        (true, _) => Kind::Ok,
    };
    html! {
        p { (status(kind, &says::seats(v, &ctx.when(), seats))) }
        form method="post" action=(ctx.path("/lounge")) class="presses" {
            (once(token))
            @if let Some(desk) = desk { input type="hidden" name="desk" value=(desk); }
            @for tap in Tap::ALL {
                (Button::new(v.t(&format!("lounge-tap-{}", tap.name()))).secondary().named("tap", tap.name()))
            }
        }
    }
}

pub struct Page<'a> {
    pub seats: Option<&'a Seats>,
    pub once: &'a str,
    /// What a manager typed; nothing for those who only count.
    pub typed: Option<&'a str>,
    pub problems: &'a Problems,
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, p.problems));
    html! {
        (f.summary())
        @match p.seats {
            Some(seats) => (section("h-lounge", &v.t("lounge-title"), None, strip(ctx, seats, (p.once, None)))),
            None => (empty("armchair", &v.t("lounge-none"), None)),
        }
        p class="sec note" { (v.t("lounge-why")) }
        @if let Some(typed) = p.typed {
            form method="post" action=(ctx.path("/lounge/seats")) {
                (once(p.once))
                (f.number_field(Field::new("seats", v.t("lounge-seats")).value(typed).range(0, MOST_SEATS).hint(v.t("lounge-seats-hint"))))
                (actions(html! { (Button::new(v.t("lounge-keep"))) }))
            }
        }
    }
}
