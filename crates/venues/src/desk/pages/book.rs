//! Booking for somebody who stands here or has called.
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::Ctx;
use crate::answers::DayOf;
use crate::desk::forms::BookForm;
use crate::rules::{Span, days as days_of};
use crate::says;
use crate::store::Catalogue;
use kernel::form::Problems;
use kernel::page::{
    self, Button, Choice, Field, Fields, Row, Slot, Tone, actions, day_links, notice, once, query_value, rows, section,
    segmented, slots,
};
use kernel::refusal::Said;
use people::Household;

/// The same address for the household whose card was scanned.
fn for_card(path: String, card: &str) -> String {
    if card.is_empty() { path } else { format!("{path}&card={}", query_value(card)) }
}

/// First step: what.
pub fn what(ctx: Ctx<'_>, catalogue: &Catalogue, card: &str) -> Markup {
    let v = ctx.v;
    let today = v.when(&ctx.station.zone).today();
    let items = catalogue.venues.iter().flat_map(|venue| {
        catalogue.offerings_of(venue.id).map(move |offering| {
            Row::new(v.pick(&offering.name.zh, &offering.name.en))
                .note(v.pick(&venue.name.zh, &venue.name.en))
                .leads_to(for_card(ctx.book(&offering.slug, today, None), card))
        })
    });
    section("what", &v.t("venues-desk-book-what"), None, rows(items))
}

/// What the second step shows.
pub struct Booking<'a> {
    pub day: &'a DayOf,
    pub form: &'a BookForm,
    /// Whose card was scanned.
    pub household: Option<&'a Household>,
    pub problems: &'a Problems,
    /// Why it was refused, and the nearest times that work.
    pub refused: Option<(&'a Said, &'a [Span])>,
}

/// Second step: when, how long, for whom.
pub fn body(ctx: Ctx<'_>, b: &Booking<'_>) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, b.problems);
    let field = |name: &'static str, key: &str| Field::new(name, v.t(&format!("venues-desk-{key}")));
    let hint = |key: &str| v.t(&format!("venues-desk-{key}-hint"));
    let name = field("name", "name").value(&b.form.name).hint(hint("name-or-phone")).longest(30).optional();
    let phone = field("phone", "phone").value(&b.form.phone).hint(hint("phone")).autocomplete("off").optional();
    let group = field("group", "how-many").value(&b.form.group).range(1, 1000);
    let at = field("at", "other-time").value(&b.form.at).hint(hint("other-time")).optional();
    html! {
        @if let Some((said, nearest)) = b.refused { (refused(ctx, said, nearest)) }
        (fields.summary())
        (days(ctx, b.day, &b.form.card))
        (closures(ctx, b.day))
        (priorities(ctx, b.day))
        form id="book" method="post" action=(ctx.path("/reservations/new")) {
            (once(&b.form.once))
            input type="hidden" name="offering" value=(b.form.offering);
            input type="hidden" name="on" value=(b.day.on);
            @if let Some(household) = b.household {
                input type="hidden" name="card" value=(household.card.id);
                (rows([Row::new(household.name.clone().unwrap_or_default()).icon("id").note(&v.t("venues-desk-by-card"))]))
            }
            (starts(ctx, b))
            (length(ctx, b))
            div class="two-up" {
                @if b.household.is_none() { div { (fields.text_field(name)) (fields.tel_field(phone)) } }
                div { (fields.number_field(group)) (fields.time_field(at)) }
            }
            (actions(html! { (Button::new(v.t("venues-desk-book"))) }))
        }
    }
}

/// The nearest that works, one tap away: each pill sends the form with everything typed.
fn refused(ctx: Ctx<'_>, said: &Said, nearest: &[Span]) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let pill = |span: &Span| {
        let label = when.day_and_times(span.from, span.until);
        Button::new(label).small(true).form("book").named("pick", span.from.to_string())
    };
    let pills = html! {
        @if !nearest.is_empty() {
            p { (ctx.v.t("page-works-instead")) }
            ul class="chips" {
                @for span in nearest { li { (pill(span)) } }
            }
        }
    };
    notice(Tone::Stop, &said.what, pills)
}

/// A week of days from today on, and the chosen one if it is further away.
fn days(ctx: Ctx<'_>, day: &DayOf, card: &str) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let today = when.today();
    let mut all: Vec<Date> = (0..7).map(|n| today.saturating_add(jiff::Span::new().days(n))).collect();
    if !all.contains(&day.on) {
        all.push(day.on);
    }
    let chips: Vec<page::Day> = all
        .into_iter()
        .map(|on| page::Day {
            value: for_card(ctx.book(&day.offering.slug, on, None), card),
            top: when.day(on),
            under: when.short_date(on),
            chosen: on == day.on,
            shut: false,
        })
        .collect();
    html! {
        (day_links(&ctx.v.t("venues-desk-days"), &chips))
        form class="chips" method="get" action=(ctx.path("/reservations/new")) {
            input type="hidden" name="offering" value=(day.offering.slug);
            @if !card.is_empty() { input type="hidden" name="card" value=(card); }
            label class="vh" for="f-other-day" { (ctx.v.t("venues-desk-other-day")) }
            div { input id="f-other-day" type="date" name="on" value=(day.on); }
            (Button::new(ctx.v.t("venues-desk-show-day")).small(false))
        }
    }
}

fn closures(ctx: Ctx<'_>, day: &DayOf) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    html! {
        @for layer in &day.layers {
            p { (crate::desk::told::layer_kind(ctx.v, layer.kind)) }
            p class="note" { (when.times(layer.span.from, layer.span.until)) " " (ctx.v.pick(&layer.reason.zh, &layer.reason.en)) }
        }
    }
}

/// Hours that are some people's first: the clerk knows whom they book for.
fn priorities(ctx: Ctx<'_>, day: &DayOf) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let of_day = days_of(&ctx.station.zone, day.on, 1);
    html! {
        @for priority in &day.priorities {
            @for span in priority.spans.iter().filter(|s| s.overlaps(&of_day)) {
                p class="note" { (says::priority(ctx.v, &when, priority, span)) }
            }
        }
    }
}

fn starts(ctx: Ctx<'_>, b: &Booking<'_>) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let first = b.day.slots.iter().find(|s| s.free > 0).map(|s| s.span.from);
    let asked: Option<Timestamp> = b.form.from.parse().ok();
    let chosen = asked.or(first);
    let cards: Vec<Slot> = b
        .day
        .slots
        .iter()
        .map(|s| Slot {
            value: s.span.from.to_string(),
            time: when.time(s.span.from),
            tag: s.span.contains(v.now()).then(|| v.t("venues-desk-now")),
            free: u16::try_from(s.free).unwrap_or(0),
            of: u16::try_from(s.of).unwrap_or(0),
            words: says::free_short(v, b.day.venue.kind, s),
            short: false,
            chosen: Some(s.span.from) == chosen,
        })
        .collect();
    html! {
        @if cards.is_empty() { p { (v.t("venues-desk-no-starts")) } }
        @else { (slots("from", &v.t("venues-desk-when"), &cards, None)) }
    }
}

fn length(ctx: Ctx<'_>, b: &Booking<'_>) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let choices: Vec<Choice> = b
        .day
        .offering
        .policy
        .lengths()
        .into_iter()
        .map(|n| {
            Choice::new(n.to_string(), says::short_length(ctx.v, &when, n)).chosen(b.form.minutes == n.to_string())
        })
        .collect();
    segmented("minutes", &ctx.v.t("venues-desk-how-long"), &choices)
}
