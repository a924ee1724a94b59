//! Closures and extra openings, now and to come.
use jiff::civil::Date;
use maud::{Markup, html};

use super::Ctx;
use crate::desk::told;
use crate::rules::{Layer, Venue, VenueId};
use kernel::page::{Button, Tone, empty, notice, pill, section, table};
use kernel::words::When;

/// What was just laid.
#[derive(Debug, Clone, Copy)]
pub struct Laid {
    pub on: Date,
    /// How many reservations it has cancelled.
    pub cancelled: usize,
}

/// The list, and below it `form`, which asks for a further one.
pub fn body(ctx: Ctx<'_>, layers: &[Layer], venues: &[Venue], laid: Option<Laid>, form: Markup) -> Markup {
    let v = ctx.v;
    html! {
        @if let Some(laid) = laid { (done(ctx, laid)) }
        @if layers.is_empty() { (empty("calendar", &v.t("venues-desk-no-openings"), None)) }
        @else { (list(ctx, layers, venues)) }
        (section("new", &v.t("venues-desk-new-opening"), None, form))
    }
}

fn done(ctx: Ctx<'_>, laid: Laid) -> Markup {
    let v = ctx.v;
    let body = html! {
        @if laid.cancelled > 0 {
            p { (v.ta("venues-desk-cancelled-and-told", &[("n", laid.cancelled.into())])) }
            p { (pill(&v.t("venues-desk-see-day"), &ctx.today(laid.on, None))) }
        }
    };
    notice(Tone::Ok, &v.t("venues-desk-laid"), body)
}

fn list(ctx: Ctx<'_>, layers: &[Layer], venues: &[Venue]) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let head = ["venue", "when", "state", "reason", "act"].map(|h| v.t(&format!("venues-desk-col-{h}")));
    let rows: Vec<Vec<Markup>> = layers
        .iter()
        .map(|layer| {
            vec![
                html! { (which(ctx, layer.venue, venues)) },
                html! { (from_until(&when, layer)) },
                told::layer_kind(v, layer.kind),
                html! { (v.pick(&layer.reason.zh, &layer.reason.en)) },
                revoke(ctx, layer, venues),
            ]
        })
        .collect();
    table(&v.t("venues-desk-openings-list"), &head.each_ref().map(String::as_str), &rows)
}

fn revoke(ctx: Ctx<'_>, layer: &Layer, venues: &[Venue]) -> Markup {
    let label = ctx.v.t("venues-desk-revoke");
    let about = format!("{label} {}", which(ctx, layer.venue, venues));
    html! {
        form method="post" action=(ctx.path(&format!("/openings/{}/revocation", layer.id))) {
            (Button::new(label).small(false).about(about))
        }
        @if layer.kind == crate::rules::LayerKind::Closed {
            (pill(&ctx.v.t("waiting-desk-who-is-hit"), &ctx.path(&format!("/openings/{}/displaced", layer.id))))
        }
    }
}

/// The venue's name, or 整个驿站.
pub fn which(ctx: Ctx<'_>, venue: Option<VenueId>, venues: &[Venue]) -> String {
    let name = venue.and_then(|id| venues.iter().find(|x| x.id == id));
    name.map_or_else(|| ctx.v.t("venues-desk-whole-station"), |x| ctx.v.pick(&x.name.zh, &x.name.en).to_owned())
}

/// 今天 14:00–18:00; over several days 周五 8:00 – 周日 18:00
pub fn from_until(when: &When, layer: &Layer) -> String {
    span(when, &layer.span)
}

pub fn span(when: &When, span: &crate::rules::Span) -> String {
    let (from, until) = (when.date(span.from), when.date(span.until));
    if from == until {
        return format!("{} {}", when.day(from), when.times(span.from, span.until));
    }
    format!("{} {} – {} {}", when.day(from), when.time(span.from), when.day(until), when.time(span.until))
}
