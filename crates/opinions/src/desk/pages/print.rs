//! An opinion on paper, with the name of whoever printed it all over the sheet: a copy that goes astray says where it came from.
use jiff::Timestamp;
use kernel::page::{HtmlPage, Page};
use maud::{Markup, html};

use super::ctx::Ctx;
use super::history::line;
use crate::answers::Case;
use crate::desk::assets;
use crate::says;

/// So many times the name stands on each sheet.
const REPEATED: usize = 24;

/// Who prints, and when.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    pub name: &'a str,
    pub at: Timestamp,
}

/// What lies across the sheet.
pub fn watermark(x: Ctx<'_>, p: Printed<'_>) -> Markup {
    let words = mark(x, p);
    html! { div class="watermark" aria-hidden="true" { @for _ in 0..REPEATED { span { (words) } } } }
}

/// 祁海燕 · 2026-06-27 12:00 打印
pub fn mark(x: Ctx<'_>, p: Printed<'_>) -> String {
    x.v.ta("opinions-desk-watermark", &[("name", p.name.into()), ("at", stamp(x, p.at).into())])
}

/// With the year: paper is kept for long.
fn stamp(x: Ctx<'_>, at: Timestamp) -> String {
    at.to_zoned_datetime(x.station.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

pub fn sheet(x: Ctx<'_>, case: &Case, p: Printed<'_>) -> HtmlPage {
    let v = x.v;
    let line_of = &case.line;
    let title = v.ta("opinions-desk-print-title", &[("number", line_of.number.as_str().into())]);
    let day = x.when().date_in_full(line_of.received_on);
    let due = says::due_day(v, &x.when(), &line_of.due);
    let label = |key: &str| v.t(&format!("opinions-desk-{key}"));
    let body = html! {
        (watermark(x, p))
        article class="sheet-opinion" {
            h1 { (title) }
            dl {
                dt { (label("category")) } dd { (x.category(line_of.category.as_ref())) }
                @if let Some(place) = &case.place { dt { (label("place")) } dd { (place) } }
                dt { (label("received")) } dd { (day) }
                dt { (label("until")) } dd { (due) }
                dt { (label("stands")) } dd { (says::state(v, line_of.state).1) }
            }
            h2 { (label("said")) }
            p class="said" { (case.text) }
            div class="shots" { @for (n, id) in case.photos.iter().enumerate() { (photo(x, case, n, &id.to_string())) } }
            h2 { (label("history")) }
            ol { @for s in &case.steps { li {
                b { (says::step(v, s.step)) } " " (line(x, s))
                @if let Some(text) = &s.text { p class="said" { (text) } }
            } } }
            p class="who-printed" { (v.ta("opinions-desk-print-how", &[("name", p.name.into()), ("at", stamp(x, p.at).into())])) }
            p class="screen-only" { (v.t("opinions-desk-print-it")) }
        }
    };
    Page::new(v, title).place(x.station.place(v)).print().sheet_at(assets::sheet()).body(body)
}

fn photo(x: Ctx<'_>, case: &Case, n: usize, id: &str) -> Markup {
    let words = x.v.ta("opinions-desk-photo-n", &[("n", (n + 1).into())]);
    html! { img src=(x.path(&format!("/{}/photos/{id}", case.line.id))) alt=(words); }
}
