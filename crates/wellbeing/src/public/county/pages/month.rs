//! A month of an area: how far doors were open, rooms used and activities held, each as a range by itself; then week by week how many
//! came and how staff and residents met. What too few stations have, or what is of fewer than ten, is not there, and the page says so.
use kernel::page::{Button, Dock, HtmlPage, Page, empty, section};
use kernel::view::View;
use maud::{Markup, html};

use crate::public::county::reads::Place;
use crate::public::county::says;
use crate::public::months::{Bar, Cells, lines};
use crate::rules::contact::Kind;
use crate::rules::county::{CountyFigure, CountySheet, FEWEST_STATIONS};
use crate::rules::figure::{Figure, Indicator};

/// Those of a whole month. They stand side by side and are never added up.
const OF_THE_MONTH: [Indicator; 3] = [Indicator::Open, Indicator::Used, Indicator::Held];
/// Those of weeks.
const OF_WEEKS: [Indicator; 2] = [Indicator::Visits, Indicator::VisitedHours];

pub fn month(v: &View, place: &Place, sheet: &CountySheet) -> HtmlPage {
    let said = says::month_of(v, sheet);
    let about = [
        ("place", place.name.as_str().into()),
        ("month", said.clone().into()),
        ("stations", sheet.stations.into()),
        ("of", sheet.of.into()),
    ];
    let path = format!("{}/months/{}", place.path(), sheet.month);
    let body = html! {
        p { (v.ta("county-month-what", &about)) }
        @for indicator in OF_THE_MONTH { (whole(v, sheet, indicator)) }
        @for indicator in OF_WEEKS { (weeks(v, sheet, indicator)) }
        (contact(v, sheet))
        (section("h-missing", &v.t("county-missing"), None, missing(v)))
        (section("h-data", &v.t("county-data"), None, html! {
            p class="note" { (v.t("county-data-how")) }
            p class="chips" {
                (Button::new("JSON").small(false).href(format!("{path}.json")))
                (Button::new("CSV").small(false).href(format!("{path}.csv")))
            }
            p class="note" { (v.ta("county-sum", &[("sum", sheet.sum.as_str().into())])) }
        }))
    };
    let title = v.ta("county-month-title", &about);
    let back = v.t("county-months");
    Page::new(v, title).back(back, place.path()).dock(Dock::Elsewhere).reading().body(body)
}

fn of(sheet: &CountySheet, indicator: Indicator) -> impl Iterator<Item = &CountyFigure> {
    sheet.figures.iter().filter(move |f| f.figure.indicator == indicator)
}

/// A figure that is not there: why.
fn none(v: &View) -> Markup {
    empty("eye-off", &v.ta("county-no-number", &[("fewest", FEWEST_STATIONS.into())]), None)
}

/// Where a figure comes from and what it does not see.
fn origin(v: &View, f: &CountyFigure) -> Markup {
    html! { p class="note" { (says::source(v, &f.figure)) " " (says::gaps(v, &f.figure)) } }
}

/// A share of a hundred on its bar.
fn drawn(v: &View, f: &Figure) -> Markup {
    let bar = Bar {
        title: says::indicator(v, f.indicator),
        big: says::range(v, f),
        range: (f.low, f.high),
        wide: None,
        dot: None,
        marks: ["0%", "50%", "100%"].map(String::from),
    };
    bar.draw()
}

fn whole(v: &View, sheet: &CountySheet, indicator: Indicator) -> Markup {
    let body = match of(sheet, indicator).find(|f| f.figure.part.is_empty()) {
        None => none(v),
        Some(f) => html! {
            div class="card pad text" {
                (drawn(v, &f.figure))
                p { (says::sentence(v, &f.figure)) }
                p class="note" { (says::of_how_many(v, f)) }
                (origin(v, f))
            }
        },
    };
    section(&format!("h-{}", indicator.word()), &says::indicator(v, indicator), None, body)
}

/// One week is read aloud, in words; the others stand below it in the same way.
fn weeks(v: &View, sheet: &CountySheet, indicator: Indicator) -> Markup {
    let id = indicator.word();
    let head = [v.t("county-week-week"), v.t("county-week-range"), v.t("county-week-of")];
    let row = |f: &CountyFigure| {
        vec![
            html! { (says::week(v, &f.figure.part)) },
            html! { (says::range(v, &f.figure)) },
            html! { (says::of_how_many(v, f)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = of(sheet, indicator).map(row).collect();
    let body = match of(sheet, indicator).next() {
        None => none(v),
        Some(first) => html! {
            div class="text" {
                p { (v.ta("county-week-read", &[("week", says::week(v, &first.figure.part).into())])) " " (says::sentence(v, &first.figure)) }
                (lines(&v.t(&format!("county-weeks-{id}")), Cells::Whole, &head, &rows))
                (origin(v, first))
            }
        },
    };
    section(&format!("h-{id}"), &says::indicator(v, indicator), None, body)
}

/// A row for each kind, a column for each week.
fn contact(v: &View, sheet: &CountySheet) -> Markup {
    let all: Vec<&CountyFigure> = of(sheet, Indicator::Contact).collect();
    let find = |week: &str, kind: Kind| all.iter().find(|f| f.figure.part == format!("{week}/{}", kind.word()));
    let weeks: Vec<&str> = sheet.weeks.iter().map(|w| w.week.as_str()).collect();
    let mut head = vec![v.t("county-contact-kind")];
    head.extend(weeks.iter().map(|week| says::week(v, week)));
    let cell = |week: &str, kind| match find(week, kind) {
        Some(f) => html! { (says::range(v, &f.figure)) br; (says::of_how_many(v, f)) },
        None => html! { (v.t("county-contact-none")) },
    };
    let row = |kind: Kind| {
        let shown = weeks.iter().any(|week| find(week, kind).is_some());
        let name = html! { (v.t(&format!("county-contact-{}", kind.word()))) };
        shown.then(|| std::iter::once(name).chain(weeks.iter().map(|week| cell(week, kind))).collect())
    };
    let rows: Vec<Vec<Markup>> = Kind::ALL.into_iter().filter_map(row).collect();
    let body = match all.first() {
        None => none(v),
        Some(first) => html! {
            div class="text" {
                p { (says::sentence(v, &first.figure)) }
                (lines(&v.t("county-weeks-contact"), Cells::Whole, &head, &rows))
                (origin(v, first))
            }
        },
    };
    section("h-contact", &says::indicator(v, Indicator::Contact), None, body)
}

/// What the page does not know, and never shows.
fn missing(v: &View) -> Markup {
    let few = [("fewest", FEWEST_STATIONS.into())];
    html! {
        div class="text" {
            p class="note" { (v.ta("county-missing-few", &few)) }
            p class="note" { (v.t("county-missing-stations")) }
            p class="note" { (v.t("county-missing-survey")) }
        }
    }
}
