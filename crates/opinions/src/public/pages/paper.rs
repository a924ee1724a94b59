//! The sheet for whoever would rather write with a pen: A5, handed in at the desk or put into the box.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;

use crate::answers::Category;
use crate::frame::Frame;
use crate::public::assets;
use crate::says;

/// `address` is where a phone says the same.
pub fn paper(f: Frame<'_>, categories: &[Category], address: &str) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let body = html! {
        div class="leaf" {
            h1 { (v.t("opinions-paper-title")) }
            p { b { (f.station.name(v)) } " · " (v.t("opinions-title")) }
            p { (v.t("opinions-paper-about")) }
            h2 { (v.t("opinions-paper-text")) }
            div class="lines" {}
            h2 { (v.t("opinions-paper-place")) }
            div class="line" {}
            h2 { (v.t("opinions-paper-category")) }
            ul class="ticks" {
                li { (v.t("opinions-category-none")) }
                @for c in categories { li { (says::category(v, c)) } }
            }
            h2 { (v.t("opinions-paper-named")) }
            div class="line" {}
            h2 { (v.t("opinions-paper-phone")) }
            div class="line" {}
            footer {
                div { ul class="ticks" { li { (v.t("opinions-paper-public")) } } p { (v.t("opinions-paper-scan")) } }
                (stations::qr_picture(address, &v.t("opinions-say"))?)
            }
        }
    };
    let page = Page::new(v, v.t("opinions-paper-title")).place(f.station.place(v)).print().sheet_at(assets::sheet());
    Ok(page.body(body))
}
