//! Labels for copies: bars for the scanner, a code for phones, the title so that each finds its book.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, actions, empty};
use maud::{Markup, html};
use stations::qr_picture;

use crate::catalogue::assets;
use crate::catalogue::rules::barcode;
use crate::frame::{self, Frame};
use crate::rules::{Copy, Title};

/// Since which day.
pub fn choose(f: Frame<'_>, day: &str, none: bool) -> Markup {
    let (v, fine) = (f.v, Problems::default());
    let fields = Fields::new(v, &fine);
    let since = Field::new("since", v.t("catalogue-field-since")).value(day);
    html! {
        @if none { (empty("printer", &v.t("catalogue-labels-none"), None)) }
        form action=(f.station.path("/desk/library/labels")) {
            (fields.date_field(since))
            p class="note sec" { (v.t("catalogue-labels-how")) }
            (actions(html! { (Button::new(v.t("catalogue-labels-show")).icon("printer")) }))
        }
    }
}

/// The sheets. `base` is the address of the deployment; `next` leads to the labels after these.
pub fn labels(f: Frame<'_>, all: &[(Copy, Title)], base: &str, next: Option<&str>) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let drawn = all.iter().map(|one| label(f, one, base)).collect::<Result<Vec<_>, _>>()?;
    let body = html! {
        h1 class="vh" { (v.t("catalogue-labels")) }
        div class="screen-only" {
            p { (v.ta("catalogue-labels-n", &[("n", all.len().into())])) " " (v.t("catalogue-labels-how")) }
            @if let Some(next) = next { p { a href=(next) { (v.t("catalogue-labels-next")) } } }
        }
        ul class="labels" { @for one in &drawn { li { (one) } } }
    };
    Ok(f.shell(v.t("catalogue-labels")).print().sheet_at(assets::labels()).body(body))
}

fn label(f: Frame<'_>, (copy, title): &(Copy, Title), base: &str) -> Result<Markup, Fault> {
    let v = f.v;
    let url = format!("{base}{}", frame::copy_path(f.station, &copy.barcode));
    let opens = v.ta("catalogue-labels-qr", &[("url", url.as_str().into())]);
    let code = qr_picture(&url, &opens)?;
    let said = v.ta("catalogue-labels-bars", &[("barcode", copy.barcode.as_str().into())]);
    Ok(html! {
        b { (title.title) }
        span class="bars" {
            @if let Some(bars) = barcode::bars(&copy.barcode) { (picture(&bars, &said)) }
            (copy.barcode)
        }
        (code)
    })
}

/// Quiet places of eleven modules at the left and seven at the right (GS1 General Specifications, 5.2.3.4).
const LEFT: usize = 11;
const RIGHT: usize = 7;

/// Bars as one picture; neighbouring dark modules are one bar.
fn picture(bars: &[bool], said: &str) -> Markup {
    let mut runs: Vec<(usize, usize)> = vec![];
    for (at, _) in bars.iter().enumerate().filter(|(_, dark)| **dark) {
        match runs.last_mut() {
            Some((from, wide)) if *from + *wide == at => *wide += 1,
            _ => runs.push((at, 1)),
        }
    }
    let whole = LEFT + bars.len() + RIGHT;
    html! {
        svg role="img" aria-label=(said) viewBox=(format_args!("0 0 {whole} 40")) preserveAspectRatio="none"
            shape-rendering="crispEdges" {
            @for (from, wide) in &runs { rect x=(from + LEFT) y="0" width=(wide) height="40" {} }
        }
    }
}
