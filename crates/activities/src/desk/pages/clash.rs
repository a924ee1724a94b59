//! A room that cannot be had, and the ways out as buttons of the same form: another room, another time, without one.
use kernel::page::{self, Button, Tone};
use kernel::refusal::Refusal as _;
use maud::{Markup, html};

use super::Ctx;
use crate::rules::Refusal;
use crate::says;

/// Nothing for other refusals: they are said above the form.
pub fn clash(ctx: Ctx<'_>, refusal: &Refusal) -> Markup {
    let Refusal::Clash { on, why, clashes, of, starts, rooms } = refusal else {
        return page::notice(Tone::Stop, &refusal.say(ctx.v).what, html! {});
    };
    let (v, when) = (ctx.v, ctx.when());
    let words = says::clash(v, (says::day(&when, *on), why), (*clashes, *of));
    let anyway = if *of == 1 { "without-room" } else { "anyway" };
    page::notice(
        Tone::Stop,
        &words,
        html! {
            ul class="chips" {
                @for room in rooms {
                    @let label = v.ta("activities-desk-other-room", &[("room", says::room(v, room).into())]);
                    li { (Button::new(label).small(true).named("other_room", room.id.to_string())) }
                }
                @if *of == 1 {
                    @for at in starts {
                        @let label = v.ta("activities-desk-other-time", &[("at", when.time(*at).into())]);
                        li { (Button::new(label).small(true).named("other_at", when.time(*at))) }
                    }
                    li { (Button::new(ctx.t(anyway)).small(false).named("other_room", "none")) }
                } @else { li { (Button::new(ctx.t(anyway)).small(false).named("anyway", "1")) } }
            }
        },
    )
}
