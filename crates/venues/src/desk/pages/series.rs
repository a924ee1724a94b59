//! The running series of a station, and what the form asks of staff beside the rule.
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::{Guest, Held};
use crate::desk::told;
use crate::says;
use crate::series::forms::SeriesForm;
use crate::series::says as told_of;
use crate::store::Catalogue;
use kernel::form::Problems;
use kernel::page::{self, Field, Fields, Kind, Row};
use stations::Owner;

/// All that run, those with clashes first, the clubs, which hold some of them, and the way to a new one.
pub fn list(ctx: Ctx<'_>, all: &[Held], catalogue: &Catalogue) -> Markup {
    let v = ctx.v;
    let mut sorted: Vec<&Held> = all.iter().collect();
    sorted.sort_by_key(|h| h.listed.clashes == 0);
    html! {
        @if all.is_empty() { (page::empty("calendar", &v.t("venues-series-none-run"), None)) }
        @else { (page::rows(sorted.into_iter().map(|h| row(ctx, h)))) }
        p class="chips" {
            (page::pill(&v.t("clubs-desk-title"), &ctx.path("/clubs")))
            (page::pill(&v.t("seasons-desk-to-see"), &ctx.path("/seasons")))
        }
        (page::section("new", &v.t("venues-series-new"), None, what(ctx, catalogue)))
    }
}

fn row(ctx: Ctx<'_>, held: &Held) -> Row {
    let (v, l) = (ctx.v, &held.listed);
    let title =
        format!("{} · {}", says::name(v, &l.offering.name), told_of::rule_and_time(v, ctx.station, &l.series.terms));
    let about = [l.series.title.as_str(), &told::who(v, &held.guest)];
    let about: Vec<&str> = about.into_iter().filter(|t| !t.is_empty()).collect();
    let row = Row::new(title).icon(says::kind(l.venue.kind).0).note(&about.join(" · "));
    let row = match (l.clashes, l.next) {
        (1.., _) => row.status(Kind::Stop, &v.ta("venues-series-clashes", &[("n", l.clashes.into())])),
        (0, Some(next)) => {
            let day = told_of::day(v, ctx.station, next);
            row.status(Kind::Ok, &v.ta("venues-series-next", &[("day", day.into())]))
        }
        (0, None) => row.status(Kind::Away, &v.t("venues-series-runs")),
    };
    row.leads_to(ctx.series().one(l.series.id))
}

/// The first step: of what.
fn what(ctx: Ctx<'_>, catalogue: &Catalogue) -> Markup {
    let v = ctx.v;
    let row = |venue: &crate::rules::Venue, offering: &crate::rules::Offering| {
        Row::new(says::name(v, &offering.name))
            .note(says::name(v, &venue.name))
            .leads_to(ctx.series().form(&offering.slug))
    };
    let items = catalogue.venues.iter().flat_map(|venue| catalogue.offerings_of(venue.id).map(move |o| (venue, o)));
    html! { (page::rows(items.map(|(venue, o)| row(venue, o)))) }
}

/// Whose series it shall be: an office's, or somebody's.
pub fn whose(ctx: Ctx<'_>, owners: &[Owner], form: &SeriesForm, problems: &Problems) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, problems);
    let t = |key: &str| v.t(&format!("venues-series-{key}"));
    let somebody = t("for-somebody");
    let ids: Vec<(String, &str)> = owners.iter().map(|o| (o.id.to_string(), o.name(v))).collect();
    let options = std::iter::once(("", somebody.as_str())).chain(ids.iter().map(|(id, name)| (id.as_str(), *name)));
    let name =
        Field::new("name", v.t("venues-desk-name")).value(&form.name).hint(v.t("venues-desk-name-or-phone-hint"));
    let phone = Field::new("phone", v.t("venues-desk-phone")).value(&form.phone).hint(v.t("venues-desk-phone-hint"));
    html! {
        (f.select(Field::new("holder", t("for-whom")).value(&form.holder).optional(), options))
        div class="two-up" {
            div { (f.text_field(name.longest(30).optional())) }
            div { (f.tel_field(phone.autocomplete("off").optional())) }
        }
    }
}

/// Who holds it, above its dates.
pub fn held_by(ctx: Ctx<'_>, guest: &Guest) -> Markup {
    html! {
        p class="note" { (ctx.v.ta("venues-series-held-by", &[("who", told::who(ctx.v, guest).into())])) " " (told::call(ctx.v, guest)) }
    }
}
