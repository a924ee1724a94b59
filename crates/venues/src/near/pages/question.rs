//! What one may change about the question.
use jiff::Span as Days;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Day, Field, Fields};
use kernel::view::View;
use maud::{Markup, html};

use super::links::{PAGE, place};
use super::{Near, activity_name};
use crate::near::rules::{FARTHEST_KM, Part, Start, USUAL_KM, Wish};
use crate::rules::Name;

/// So many days fit into a row of a phone.
const DAYS: i32 = 4;
const REACHES: [i32; 3] = [5, USUAL_KM, FARTHEST_KM];

pub fn question(v: &View, near: &Near, zone: &TimeZone) -> Markup {
    let (wish, none) = (&near.wish, Problems::default());
    let what = Field::new("activity", v.t("venues-near-what")).value(&wish.activity);
    let names = activities(v, near);
    let body = html! {
        form action=(PAGE) method="get" {
            @for (name, value) in place(&near.stand.of) { input type="hidden" name=(name) value=(value); }
            @if let Some(minutes) = wish.minutes { input type="hidden" name="minutes" value=(minutes); }
            (Fields::new(v, &none).select(what, names.iter().map(|(word, name)| (word.as_str(), name.as_str()))))
            (page::day_radios("on", &v.t("venues-near-on"), &days(v, wish, zone)))
            (page::segmented("part", &v.t("venues-near-part"), &parts(v, wish, zone)))
            (page::segmented("within_km", &v.t("venues-near-within"), &reaches(v, wish)))
            (page::actions(html! { (Button::new(v.t("venues-near-go")).icon("search")) }))
        }
    };
    page::section("ask", &v.t("venues-near-ask"), None, body)
}

/// What the stations around offer, and what was asked for if it is not among that.
fn activities(v: &View, near: &Near) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        near.activities.iter().map(|a| (a.word.clone(), activity_name(v, &a.word, Some(&a.name)))).collect();
    let asked = &near.wish.activity;
    if !asked.is_empty() && all.iter().all(|(word, _)| word != asked) {
        all.push((asked.clone(), activity_name(v, asked, None::<&Name>)));
    }
    all
}

/// Four days from today on, or four that end with the one that was asked for.
fn days(v: &View, wish: &Wish, zone: &TimeZone) -> Vec<Day> {
    let when = v.when(zone);
    let (today, on) = (when.today(), wish.day(zone, when.now));
    let first = today.max(on.saturating_sub(Days::new().days(DAYS - 1)));
    let day = |n: i32| {
        let day = first.saturating_add(Days::new().days(n));
        let (value, top, under) = (day.to_string(), when.day(day), when.short_date(day));
        Day { value, top, under, chosen: day == on, shut: false }
    };
    (0..DAYS).map(day).collect()
}

fn parts(v: &View, wish: &Wish, zone: &TimeZone) -> Vec<Choice> {
    let asked = match wish.start {
        Start::In { part, .. } => part,
        Start::From(at) => Part::of(at.max(v.now()).to_zoned_datetime(zone.clone()).hour()),
    };
    let choice = |part: Part| {
        let name = part.name();
        Choice::new(name, v.t(&format!("venues-near-part-{name}"))).chosen(part == asked)
    };
    Part::ALL.map(choice).into()
}

fn reaches(v: &View, wish: &Wish) -> Vec<Choice> {
    // The smallest that holds what was asked for.
    let asked = REACHES.into_iter().find(|km| *km >= wish.within);
    let choice = |km: i32| {
        let label = v.ta("venues-near-reach", &[("km", i64::from(km).into())]);
        Choice::new(km.to_string(), label).chosen(Some(km) == asked)
    };
    REACHES.map(choice).into()
}
