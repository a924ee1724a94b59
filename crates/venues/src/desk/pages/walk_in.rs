//! Somebody stands at the door: where to, for how long, in.
use maud::{Markup, html};

use super::Ctx;
use crate::answers::FreeNow;
use crate::desk::forms::WalkInForm;
use crate::says;
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, actions, once, radio_cards, segmented};

/// Lengths that people ask for at the door, in minutes.
const LENGTHS: [i32; 4] = [30, 60, 90, 120];

pub fn body(ctx: Ctx<'_>, tiles: &[FreeNow], form: &WalkInForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, problems);
    let length = v.when(&ctx.station.zone);
    let lengths = LENGTHS
        .map(|n| Choice::new(n.to_string(), says::short_length(v, &length, n)).chosen(form.minutes == n.to_string()));
    let several = |tile: &FreeNow| tiles.iter().filter(|t| t.venue.id == tile.venue.id).count() > 1;
    let places: Vec<Choice> = tiles.iter().map(|tile| choice(ctx, (tile, several(tile)), form)).collect();
    let group = Field::new("group", v.t("venues-desk-how-many")).value(&form.group).range(1, 1000);
    let name = Field::new("name", v.t("venues-desk-name")).value(&form.name);
    let name = name.hint(v.t("venues-desk-name-hint")).longest(30).optional();
    html! {
        (fields.summary())
        form method="post" action=(ctx.path("/walk-ins")) {
            (once(&form.once))
            (radio_cards(&fields, "offering", &v.t("venues-desk-where-to"), &places))
            div class="two-up" {
                (segmented("minutes", &v.t("venues-desk-how-long"), &lengths))
                div { (fields.number_field(group)) }
            }
            (fields.text_field(name))
            (actions(html! { (Button::new(v.t("venues-desk-let-in")).huge().icon("door")) }))
        }
    }
}

/// One place to go to. Where nothing is free now, the tile says when.
fn choice(ctx: Ctx<'_>, (tile, one_of_several): (&FreeNow, bool), form: &WalkInForm) -> Choice {
    let v = ctx.v;
    let free = tile.now.is_some_and(|slot| slot.free > 0);
    let (_, note) = says::stands(v, &v.when(&ctx.station.zone), tile);
    let venue = says::name(v, &tile.venue.name);
    let label =
        if one_of_several { format!("{venue} · {}", says::name(v, &tile.offering.name)) } else { venue.to_owned() };
    let choice = Choice::new(&tile.offering.slug, label).note(note).shut(!free);
    choice.chosen(form.offering == tile.offering.slug)
}

/// What is chosen before anybody has chosen: an hour, one person, the first place that is free.
pub fn proposed(tiles: &[FreeNow], once: String) -> WalkInForm {
    let free = |tile: &&FreeNow| tile.now.is_some_and(|slot| slot.free > 0);
    let offering = tiles.iter().find(free).map(|t| t.offering.slug.clone()).unwrap_or_default();
    WalkInForm { once, offering, minutes: "60".into(), group: "1".into(), name: String::new() }
}
