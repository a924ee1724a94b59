//! All venues: what is free, when they open, and the way to what can be changed.
use maud::{Markup, html};

use super::Ctx;
use crate::answers::FreeNow;
use crate::rules::Venue;
use crate::says;
use kernel::page::{Tone, notice, pill, status, table};

/// `kept` names the venue or offering that was just changed.
pub fn body(ctx: Ctx<'_>, all: &[FreeNow], kept: Option<&str>) -> Markup {
    let v = ctx.v;
    let head = ["venue", "now", "hours", "rules", "act"].map(|h| v.t(&format!("venues-desk-col-{h}")));
    let mut rows: Vec<Vec<Markup>> = vec![];
    // Offerings come in the order of their venues: one row for each venue.
    for of_one in all.chunk_by(|a, b| a.venue.id == b.venue.id) {
        let Some(first) = of_one.first() else { continue };
        rows.push(row(ctx, &first.venue, of_one));
    }
    html! {
        @if let Some(name) = kept { (notice(Tone::Ok, &v.ta("venues-desk-kept", &[("name", name.into())]), html! {})) }
        (table(&v.t("venues-desk-venues-list"), &head.each_ref().map(String::as_str), &rows))
    }
}

fn row(ctx: Ctx<'_>, venue: &Venue, offerings: &[FreeNow]) -> Vec<Markup> {
    let v = ctx.v;
    let edit = ctx.path(&format!("/venues/{}", venue.id));
    let rules = html! {
        span class="chips" {
            @for f in offerings {
                (pill(v.pick(&f.offering.name.zh, &f.offering.name.en), &ctx.path(&format!("/offerings/{}", f.offering.id))))
            }
        }
    };
    vec![
        html! { a href=(edit) { (v.pick(&venue.name.zh, &venue.name.en)) } },
        html! { div { @for f in offerings { (now(ctx, f, offerings.len() > 1)) } } },
        html! { @match &venue.hours { Some(hours) => code { (hours) }, None => (v.t("venues-desk-as-station")) } },
        rules,
        html! {
            span class="chips" {
                (pill(&v.t("venues-desk-edit"), &edit))
                (pill(&v.t("venues-desk-close-it"), &ctx.path(&format!("/openings?kind=closed&venue={}#new", venue.id))))
            }
        },
    ]
}

fn now(ctx: Ctx<'_>, f: &FreeNow, several: bool) -> Markup {
    let v = ctx.v;
    let (kind, words) = says::stands(v, &v.when(&ctx.station.zone), f);
    let name = v.pick(&f.offering.name.zh, &f.offering.name.en);
    status(kind, &if several { format!("{name} · {words}") } else { words })
}
