//! The receipt: what somebody keeps, on the screen and on a slip of 80 mm.
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::page::{self, Button, HtmlPage, Kind, Page};
use maud::{Markup, html};

use super::parts;
use crate::answers::Seen;
use crate::frame::Frame;
use crate::public::assets;
use crate::public::paths::{kiosk_path, opinions_path};
use crate::rules::{Due, Receipt, State};

/// What was left stands so long on a machine, in seconds.
const STANDS: u32 = 120;

/// How far it is, and what is owed next.
#[derive(Debug, Clone, Copy)]
pub struct Stands {
    pub state: State,
    pub due: Due,
    pub received_at: Timestamp,
    /// Nobody at the station reads it: nothing is promised in their name.
    pub sealed: bool,
}

impl Stands {
    pub fn of(seen: &Seen) -> Stands {
        let sealed = seen.sealed_for_station;
        Stands { state: seen.state, due: seen.due, received_at: seen.received_at, sealed }
    }
}

/// What has just been handed in.
pub struct Left<'a> {
    pub receipt: &'a Receipt,
    pub stands: Stands,
    pub kiosk: bool,
    /// Where a phone follows it: without the receipt.
    pub address: &'a str,
}

/// Half of the digits to a line, so that they are large on a narrow phone.
fn halves(receipt: &Receipt) -> [String; 2] {
    let grouped = receipt.grouped();
    let middle = grouped.char_indices().filter(|(_, c)| *c == ' ').nth(1).map_or(grouped.len(), |(at, _)| at);
    let (first, second) = grouped.split_at(middle);
    [first.to_owned(), second.trim().to_owned()]
}

pub fn left(f: Frame<'_>, l: &Left<'_>) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let page = match l.kiosk {
        true => parts::machine(f, v.t("opinions-left-title"), STANDS),
        false => f.page(v.t("opinions-left-title")).sheet_at(assets::sheet()),
    };
    let home = if l.kiosk { kiosk_path(f.station) } else { f.station.home() };
    Ok(page.body(html! {
        @if l.kiosk { h1 { (v.t("opinions-left-title")) } (parts::leave(f, STANDS)) }
        section class="card slip" aria-label=(v.t("opinions-left-receipt")) {
            p role="status" { (page::status(Kind::Ok, &v.t("opinions-left-notice"))) }
            h2 { (v.t("opinions-left-receipt")) }
            p class="code" id="receipt" { @for half in halves(l.receipt) { b { (half) } " " } }
            p { b { (v.t("opinions-left-keep")) } }
            p class="note" { (v.t("opinions-left-lost")) }
            hr;
            (promise(f, &l.stands))
            (stations::qr_picture(l.address, &v.t("opinions-left-qr"))?)
            p class="note" { (v.t("opinions-left-qr-how")) }
        }
        (page::actions(html! {
            (Button::new(v.t("opinions-left-done")).icon("check").href(home))
            (with_receipt(f, "/slip", l, &Button::new(v.t("opinions-left-print")).secondary().icon("printer")))
            @if !l.kiosk { (with_receipt(f, "/follow", l, &Button::new(v.t("opinions-left-look")).flat())) }
        }))
    }))
}

/// A button that takes the receipt along in the body of its request, where no address shows it.
fn with_receipt(f: Frame<'_>, below: &str, l: &Left<'_>, button: &Button) -> Markup {
    html! {
        form method="post" action={ (opinions_path(f.station)) (below) } {
            (parts::receipt(l.receipt))
            @if l.kiosk { input type="hidden" name="at" value="kiosk"; }
            (button)
        }
    }
}

/// What is promised, once somebody at the station can read it.
fn promise(f: Frame<'_>, stands: &Stands) -> Markup {
    let words = match stands.sealed {
        true => Some(f.v.t("opinions-left-sealed")),
        false => parts::promise(f, (stands.state, &stands.due)),
    };
    html! { @if let Some(words) = words { p { b { (words) } } } }
}

/// The slip for a printer of receipts. A machine does not leave it to whoever comes next.
pub fn slip(f: Frame<'_>, l: &Left<'_>) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let on = when.date_in_full(when.date(l.stands.received_at));
    let body = html! {
        div class="chit w80" {
            h1 { (f.station.name(v)) }
            p { (v.t("opinions-title")) " · " (v.t("opinions-receipt")) }
            p class="digits" { @for half in halves(l.receipt) { span { (half) } } }
            p { (v.t("opinions-left-lost")) }
            hr;
            (promise(f, &l.stands))
            (stations::qr_picture(l.address, &v.t("opinions-left-qr"))?)
            p { (v.t("opinions-left-qr-how")) }
            p { (v.ta("opinions-slip-made", &[("day", on.into())])) }
            @if let Some(phone) = &f.station.phone { p { (phone) } }
        }
        @if l.kiosk { (parts::leave(f, STANDS)) }
    };
    let page = Page::new(v, v.t("opinions-receipt")).place(f.station.place(v)).print().sheet_at(assets::sheet());
    let page = if l.kiosk { page.script(assets::script()).leave(STANDS, &kiosk_path(f.station)) } else { page };
    Ok(page.body(body))
}
