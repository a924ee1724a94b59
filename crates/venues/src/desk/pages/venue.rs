//! One venue: its names, hours with what they mean, how one gets in.
use jiff::civil::Date;
use maud::{Markup, html};

use super::Ctx;
use crate::desk::asked::{MOST_IN_A_NAME, MOST_IN_A_NOTE};
use crate::desk::forms::{KEYS, VenueForm, key_word};
use crate::rules::{Offering, Span, Venue};
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Kind, actions, facts, pill, radio_cards, section, status};
use kernel::words::When;
use stations::Owner;

/// Where the next openings are shown, and replaced as the text changes.
pub const PREVIEW: &str = "opening-preview";
/// As long as opening hours may be typed.
const LONGEST_HOURS: u32 = 1000;

/// What the typed hours mean: the coming days, or what is wrong with them.
pub enum Preview {
    Means(Vec<(Date, Vec<Span>)>),
    Wrong(String),
}

pub struct Edit<'a> {
    pub venue: &'a Venue,
    pub owners: &'a [Owner],
    pub offerings: &'a [Offering],
    pub form: &'a VenueForm,
    pub problems: &'a Problems,
    pub preview: &'a Preview,
}

pub fn body(ctx: Ctx<'_>, e: &Edit<'_>) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, e.problems);
    let t = |key: &str| v.t(&format!("venues-desk-{key}"));
    html! {
        (f.summary())
        form method="post" action=(ctx.path(&format!("/venues/{}", e.venue.id))) {
            input type="hidden" name="version" value=(e.form.version);
            div class="two-up" {
                (section("h-what", &t("venue-what"), None, names(ctx, &f, e)))
                (section("h-hours", &t("venue-hours"), None, hours(ctx, &f, e)))
            }
            (actions(html! { (Button::new(t("keep"))) }))
        }
        (section("h-door", &t("venue-door"), None, html! {
            p class="chips" { (pill(&t("venue-door-open"), &ctx.path(&format!("/venues/{}/door", e.venue.id)))) }
        }))
        (section("h-rules", &t("venue-rules"), None, html! {
            p class="chips" {
                @for o in e.offerings { (pill(v.pick(&o.name.zh, &o.name.en), &ctx.path(&format!("/offerings/{}", o.id)))) }
            }
        }))
    }
}

fn names(ctx: Ctx<'_>, f: &Fields<'_>, e: &Edit<'_>) -> Markup {
    let v = ctx.v;
    let t = |key: &str| v.t(&format!("venues-desk-{key}"));
    let owners: Vec<(String, &str)> = e.owners.iter().map(|o| (o.id.to_string(), o.name(v))).collect();
    let keys = KEYS.map(key_word).map(|key| {
        Choice::new(key, t(&format!("key-{key}"))).note(t(&format!("key-{key}-note"))).chosen(e.form.key == key)
    });
    let owners = owners.iter().map(|(id, name)| (id.as_str(), *name));
    let field = |name: &'static str, typed| Field::new(name, t(&name.replace('_', "-"))).value(typed);
    let note = field("note_zh", &e.form.note_zh).hint(t("note-hint"));
    let place = field("place_in_list", &e.form.place_in_list).hint(t("place-in-list-hint"));
    html! {
        (f.text_field(field("name_zh", &e.form.name_zh).longest(MOST_IN_A_NAME)))
        (f.text_field(field("name_en", &e.form.name_en).longest(MOST_IN_A_NAME).optional()))
        (f.text_field(note.longest(MOST_IN_A_NOTE).optional()))
        (f.text_field(field("note_en", &e.form.note_en).longest(MOST_IN_A_NOTE).optional()))
        (radio_cards(f, "key", &t("key"), &keys))
        (f.select(field("owner", &e.form.owner), owners))
        (f.number_field(place.range(0, 999)))
    }
}

fn hours(ctx: Ctx<'_>, f: &Fields<'_>, e: &Edit<'_>) -> Markup {
    let v = ctx.v;
    let path = ctx.path(&format!("/venues/{}/opening-preview", e.venue.id));
    let field = Field::new("hours", v.t("venues-desk-hours"))
        .value(&e.form.hours)
        .hint(v.t("venues-desk-hours-hint"))
        .longest(LONGEST_HOURS)
        .optional();
    html! {
        div data-preview=(path) data-into=(PREVIEW) { (f.textarea(field)) }
        (Button::new(v.t("venues-desk-hours-show")).secondary().named("show", "1"))
        (preview(ctx, e.preview))
    }
}

/// The element that the script replaces while somebody types.
pub fn preview(ctx: Ctx<'_>, preview: &Preview) -> Markup {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    html! {
        div id=(PREVIEW) class="sec" aria-live="polite" {
            h3 { (v.t("venues-desk-next-openings")) }
            @match preview {
                Preview::Wrong(why) => p { (status(Kind::Stop, why)) },
                Preview::Means(days) => {
                    @let names: Vec<String> = days.iter().map(|(on, _)| day_name(&when, *on)).collect();
                    (facts(names.iter().map(String::as_str).zip(days.iter().map(|(on, spans)| times_of_day(ctx, *on, spans)))))
                }
            }
        }
    }
}

/// 明天 25日; 7月1日, which says it all.
pub(super) fn day_name(when: &When, on: Date) -> String {
    let (day, full) = (when.day(on), when.date_in_full(on));
    if day == full { format!("{} {full}", when.weekday(on)) } else { format!("{day} {}", when.short_date(on)) }
}

/// What of the spans lies on a day; that there is nothing, if so.
pub(super) fn times_of_day(ctx: Ctx<'_>, on: Date, spans: &[Span]) -> Markup {
    let when = ctx.v.when(&ctx.station.zone);
    let day = crate::rules::days(&ctx.station.zone, on, 1);
    // What runs over midnight is cut at it: the rest stands with the next day.
    let said: Vec<String> = spans
        .iter()
        .filter_map(|s| s.meet(&day))
        .map(|s| {
            let until = if s.until == day.until { "24:00".to_owned() } else { when.time(s.until) };
            format!("{}–{until}", when.time(s.from))
        })
        .collect();
    html! { @if said.is_empty() { (status(Kind::Shut, &ctx.v.t("venues-desk-not-open"))) } @else { (said.join(" · ")) } }
}
