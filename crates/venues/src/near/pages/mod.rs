//! What is free around somebody. The answer stands first, what one may change about the question below it.
mod links;
mod choose;
mod question;
mod samples;

use jiff::Span as Days;
use jiff::tz::TimeZone;
use kernel::page::{self, Dock, HtmlPage, Kind, Page, Row};
use kernel::view::View;
use maud::{Markup, html};

use super::forms::home_zone;
use super::reads::{Activity, Found, Place};
use super::rules::{FARTHEST_KM, Part, Start, USUAL_KM, Wish};
use super::whence::{Of, Stand};
use crate::public::reserve::{at_path, offering_path};
use crate::rules::{Name, Who};
use crate::says;

pub use choose::choose;
pub use links::{PAGE, path};
pub use samples::samples;

/// What was looked for, from where, and what there is.
#[derive(Debug)]
pub struct Near {
    pub stand: Stand,
    pub wish: Wish,
    pub activities: Vec<Activity>,
    pub found: Found,
}

impl Near {
    /// The zone in which days are named: that of the nearest place.
    fn zone(&self) -> TimeZone {
        self.found.places.first().map_or_else(home_zone, |place| place.station.zone.clone())
    }
}

pub fn near(v: &View, near: &Near) -> HtmlPage {
    let page = Page::new(v, v.t("venues-near-title")).describe(&v.t("venues-near-describe")).dock(Dock::Elsewhere);
    let zone = near.zone();
    page.back(v.t("venues-near-directory"), "/directory").body(html! {
        (from(v, near))
        @if near.wish.activity.is_empty() { (no_rooms(v, near)) }
        @else { (answer(v, near, &zone)) (question::question(v, near, &zone)) }
    })
}

/// From where one looks, and the way to another place.
fn from(v: &View, near: &Near) -> Markup {
    let words = match &near.stand.of {
        Of::Here(_) => v.t("venues-near-from-here"),
        Of::Division(d) => v.ta("venues-near-from", &[("place", format!("{} {}", d.county, d.name).into())]),
    };
    html! { p class="note" { (words) " " a href=(path(None, &near.wish)) { (v.t("venues-near-elsewhere")) } } }
}

fn answer(v: &View, near: &Near, zone: &TimeZone) -> Markup {
    let found = &near.found;
    let when = asked_for(v, &near.wish, zone);
    let title = v.ta("venues-near-found", &[("what", called(v, near).into()), ("when", when.into())]);
    let rows = found.places.iter().enumerate().map(|(n, place)| row(v, place, n == 0));
    page::section(
        "near",
        &title,
        None,
        html! {
            @if found.places.is_empty() { (nothing(v, near, zone)) }
            @else {
                (page::rows(rows))
                @if found.places.iter().any(|place| place.km.is_some()) { p class="note" { (v.t("venues-near-straight")) } }
            }
        },
    )
}

/// 今晚, 明天下午, 周六 14:00 起
fn asked_for(v: &View, wish: &Wish, zone: &TimeZone) -> String {
    let when = v.when(zone);
    let on = wish.day(zone, when.now);
    match wish.start {
        Start::From(at) => {
            let time = when.time(at.max(when.now));
            v.ta("venues-near-from-time", &[("day", when.day(on).into()), ("time", time.into())])
        }
        Start::In { part: Part::Evening, .. } if on == when.today() => v.t("venues-near-tonight"),
        Start::In { part, .. } => {
            let part = v.t(&format!("venues-near-part-{}", part.name()));
            v.ta("venues-near-day-part", &[("day", when.day(on).into()), ("part", part.into())])
        }
    }
}

/// What people come for: 乒乓球. A word that this program does not know is called as the nearest offering is.
fn called(v: &View, near: &Near) -> String {
    let word = &near.wish.activity;
    let known = near.activities.iter().find(|a| a.word == *word).map(|a| &a.name);
    activity_name(v, word, known.or(near.found.places.first().map(|place| &place.offering.name)))
}

fn activity_name(v: &View, word: &str, offered: Option<&Name>) -> String {
    let name = offered.map_or(word, |name| says::name(v, name));
    v.ta("venues-near-activity", &[("word", word.into()), ("name", name.into())])
}

fn row(v: &View, place: &Place, go: bool) -> Row {
    let (station, offering) = (&place.station, &place.offering);
    let free = says::free(v, place.venue.kind, &place.slot);
    let (label, href, free) = match offering.policy.who {
        Who::Anyone => ("venues-book", at_path(station, &offering.slug, place.slot.span.from), free),
        Who::StaffOnly | Who::WalkInOnly => {
            let come = v.ta("venues-free-come", &[("free", free.into())]);
            ("venues-look", offering_path(station, &offering.slug), come)
        }
    };
    let when = v.when(&station.zone);
    let words = format!("{} {free}", when.times(place.slot.span.from, place.slot.span.until));
    Row::new(station.name(v))
        .icon(says::kind(place.venue.kind).0)
        .status(Kind::Ok, &words)
        .note(&format!("{} · {}", says::name(v, &offering.name), far(v, place)))
        .note(&station.address)
        .link(href, &v.t(label), go)
}

/// How far it is, or where, if that is not known.
fn far(v: &View, place: &Place) -> String {
    let division = &place.station.division;
    match place.km {
        None => format!("{} {}", division.county, division.name),
        Some(km) if km < 1.0 => v.t("venues-near-close"),
        // Whole kilometres: more would be said of a straight line than anybody walks.
        Some(km) => v.ta("venues-near-km", &[("km", (km.round() as i64).into())]),
    }
}

/// Nothing was asked for, and nobody around offers anything.
fn no_rooms(v: &View, near: &Near) -> Markup {
    let wish = &near.wish;
    let next = if wish.within < FARTHEST_KM {
        farther(v, near)
    } else {
        (v.t("venues-near-directory"), "/directory".to_owned())
    };
    page::empty("map-pin", &v.t("venues-near-nothing"), Some((&next.0, &next.1)))
}

/// The same within the next larger circle.
fn farther(v: &View, near: &Near) -> (String, String) {
    let within = if near.wish.within < USUAL_KM { USUAL_KM } else { FARTHEST_KM };
    let label = v.ta("venues-near-farther", &[("km", i64::from(within).into())]);
    (label, path(Some(&near.stand.of), &Wish { within, ..near.wish.clone() }))
}

/// Why there is nothing, and what to try.
fn nothing(v: &View, near: &Near, zone: &TimeZone) -> Markup {
    let (wish, looked_at) = (&near.wish, near.found.looked_at);
    let about = [("n", looked_at.into()), ("km", i64::from(wish.within).into()), ("what", called(v, near).into())];
    let words = v.ta(if looked_at == 0 { "venues-near-none" } else { "venues-near-full" }, &about);
    let next = match (wish.within < FARTHEST_KM, looked_at) {
        (true, _) => Some(farther(v, near)),
        // Another day changes nothing where nobody offers it.
        (false, 0) => None,
        (false, _) => Some(next_day(v, near, zone)),
    };
    page::empty("map-pin", &words, next.as_ref().map(|(label, href)| (label.as_str(), href.as_str())))
}

/// The same a day later.
fn next_day(v: &View, near: &Near, zone: &TimeZone) -> (String, String) {
    let on = Some(near.wish.day(zone, v.now()).saturating_add(Days::new().days(1)));
    let part = match near.wish.start {
        Start::In { part, .. } => part,
        Start::From(_) => Part::Evening,
    };
    let tomorrow = Wish { start: Start::In { on, part }, ..near.wish.clone() };
    (v.t("venues-near-next-day"), path(Some(&near.stand.of), &tomorrow))
}
