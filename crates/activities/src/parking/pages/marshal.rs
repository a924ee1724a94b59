//! 值守点数: two huge buttons for a phone in the sun. Without a script they are a plain form; with it they work without a line.
use kernel::page::{self, Button, HtmlPage, Row, empty, section};
use maud::{Markup, html};

use super::parts;
use crate::fairday::Frame;
use crate::parking::assets::url;
use crate::parking::reads::AtLot;
use crate::parking::rules::{Class, Lot, Step};
use crate::parking::says;

/// Who counts where.
pub struct Counting<'a> {
    pub at: &'a AtLot,
    pub lot: &'a Lot,
    pub class: Class,
    /// The page's own address, to which a form is sent.
    pub path: &'a str,
    /// The secret of a link; staff have none.
    pub pass: Option<&'a str>,
    /// 东门
    pub label: &'a str,
    pub once: &'a str,
    /// The link was taken back, or its day is over.
    pub over: bool,
}

pub fn counting(f: Frame<'_>, c: &Counting<'_>) -> HtmlPage {
    let v = f.v;
    let page = f.fair_page(says::name(v, &c.lot.name)).sheet_at(url("marshal.css")).script(url("marshal.js"));
    page.body(html! {
        @if c.over { (page::notice(page::Tone::Stop, &v.t("parking-no-link-withdrawn"), html! {})) }
        (parts::classes(v, &c.at.ground, c.class, c.path))
        (taps(f, c))
        p class="sec note" { (v.t("parking-marshal-how")) }
        (rules(f, c))
        // Whose link is over reads no plate.
        @if !c.over { (moves(f, c)) }
    })
}

/// The count, the buttons, and what has not been sent yet. What is not in a lot is not counted there.
fn taps(f: Frame<'_>, c: &Counting<'_>) -> Markup {
    let v = f.v;
    let Some(bays) = c.lot.bays(c.class) else { return empty("parking", &v.t("parking-no-no-such-bays"), None) };
    let key = format!("yizhan-taps-{}", c.lot.id);
    let api = format!("/api/v1/stations/{}/parking/taps", f.station.slug);
    let lot = c.pass.is_none().then(|| c.lot.id.to_string());
    // Whoever counts at the desk has a line.
    let worker = c.pass.map(|_| f.station.path("/parking/marshal/worker.js"));
    let free = html! { b id="free" { (bays.free()) } };
    let button =
        |step: Step, words: String| html! { button class=(step.name()) name="step" value=(step.name()) { (words) } };
    html! {
        div class="count" data-taps=(key) data-url=(api) data-pass=[c.pass] data-lot=[lot] data-kind=(c.class.name())
            data-usable=(bays.usable()) data-worker=[worker] {
            div class="now" {
                p { (v.t("parking-marshal-parked-before")) " " b id="parked" { (bays.parked) } }
                p { (v.t("parking-marshal-free-before")) " " (free) " / " (bays.usable()) }
            }
            form class="tapping" method="post" action=(c.path) {
                (page::once(c.once))
                input type="hidden" name="class" value=(c.class.name());
                (button(Step::In, v.t("parking-marshal-plus")))
                (button(Step::Out, v.t("parking-marshal-minus")))
                (button(Step::Same, v.t("parking-marshal-same")))
            }
            p id="waiting" class="st" role="status" data-sent=(v.t("parking-marshal-sent"))
                data-waiting=(v.ta("parking-marshal-waiting", &[("n", "{n}".into())])) data-refused=(v.t("parking-marshal-refused")) {
                (v.t("parking-marshal-sent"))
            }
        }
    }
}

/// What is held back, and when people are sent on.
fn rules(f: Frame<'_>, c: &Counting<'_>) -> Markup {
    let v = f.v;
    let held = c.lot.bays(c.class).map(|b| says::held(v, &b.held)).filter(|words| !words.is_empty());
    let next = c.at.ground.lots.iter().find(|l| l.place > c.lot.place && l.bays(c.class).is_some());
    html! {
        @if !c.label.is_empty() { p class="note" { (c.label) } }
        @if let Some(held) = held { p class="sec" { (v.ta("parking-marshal-held", &[("held", held.into())])) } }
        @if let Some(next) = next {
            p class="note" {
                (v.ta("parking-marshal-next", &[("percent", c.lot.threshold.into()), ("lot", says::name(v, &next.name).into())]))
            }
        }
        @if let Some(by) = says::leave_by(v, &f.when(), c.lot) { p class="note" { (by) } }
    }
}

/// Cars in the way at this lot that have not been moved.
fn moves(f: Frame<'_>, c: &Counting<'_>) -> Markup {
    let v = f.v;
    let row = |one: &crate::parking::answers::InTheWay| {
        let plate = one.plate.as_deref()?;
        let title = v.ta("parking-marshal-plate", &[("plate", plate.into())]);
        let label = v.t("parking-marshal-moved");
        let about = format!("{label} {plate}");
        let done = html! {
            form method="post" action={ (c.path) "/moved" } {
                (Button::new(label).small(true).about(about).named("id", one.id.to_string()))
            }
        };
        Some(Row::new(title).icon("alert-triangle").note(&one.spot).end(done))
    };
    let rows: Vec<Row> = c.at.moves.iter().filter(|one| !one.done).filter_map(row).collect();
    html! { @if !rows.is_empty() { (section("moves", &v.t("parking-marshal-moves"), None, page::rows(rows))) } }
}
