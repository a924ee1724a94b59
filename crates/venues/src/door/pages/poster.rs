//! The sheet beside a door, A4: whoever has reserved scans it and says that they are here.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;

use crate::public::pages::Frame;
use crate::rules::{Key, Venue};
use crate::says;

pub fn poster(f: Frame<'_>, venue: &Venue, url: &str) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let note = says::name(v, &venue.note);
    let body = html! {
        div class="poster" {
            h1 { (says::name(v, &venue.name)) }
            p { (v.t("door-poster-what")) }
            (stations::poster_code(v, url)?)
            p { b { (v.t("door-poster-scan")) } }
            p class="small" { (v.t("door-poster-else")) }
            @if venue.key == Key::Code { p class="small" { (v.t("door-poster-code")) } }
            p class="small" { (url) }
            p {
                (f.station.name(v))
                @if !note.is_empty() { br; (note) }
                @if let Some(phone) = &f.station.phone { br; (v.t("door-poster-phone")) " " b { (phone) } }
            }
        }
    };
    Ok(Page::new(v, v.t("door-poster")).place(f.station.place(v)).print().body(body))
}
