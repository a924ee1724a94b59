//! The poster with the code that leads to a station, A4 on paper.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use kernel::view::View;
use maud::{Markup, PreEscaped, html};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::said;
use crate::station::Station;

/// A code that phones read from paper that the sun has bleached: a quarter of it may be gone (ISO/IEC 18004, level Q).
/// The result is an SVG picture of its own, without style attributes: the content security policy forbids them.
pub fn qr(url: &str) -> Result<String, Fault> {
    let code = QrCode::with_error_correction_level(url, EcLevel::Q).map_err(Fault::broken)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(600, 600).build())
}

/// The same picture inside a page, with `alt` for whoever cannot see it.
pub fn picture(url: &str, alt: &str) -> Result<Markup, Fault> {
    let svg = qr(url)?;
    // Inside a page the picture stands without the line that opens an XML file.
    let code = svg.split_once("?>").map_or(svg.as_str(), |(_, picture)| picture);
    Ok(html! { div class="qr" role="img" aria-label=(alt) { (PreEscaped(code)) } })
}

/// The picture of an address that it opens.
pub fn code(v: &View, url: &str) -> Result<Markup, Fault> {
    picture(url, &v.ta("stations-qr-alt", &[("url", url.into())]))
}

pub fn page(v: &View, station: &Station, url: &str) -> Result<HtmlPage, Fault> {
    let said = station.hours.describe(said::almanac_lang(v));
    let hours = v.ta("stations-door-regular", &[("hours", said.into())]);
    let body = html! {
        div class="poster" {
            h1 { (station.name(v)) }
            p { (v.t("stations-motto")) }
            (code(v, url)?)
            p { b { (v.t("stations-scan")) } }
            p class="small" { (v.t("stations-no-account")) }
            p class="small" { (url) }
            p {
                (station.address)
                // One rule to a line, as on a door.
                @for rule in hours.split(['\u{ff1b}', ';']) { br; (rule.trim()) }
                @if let Some(phone) = &station.phone { br; (v.t("stations-phone")) " " b { (phone) } }
            }
        }
    };
    Ok(Page::new(v, v.t("stations-poster")).place(station.place(v)).print().body(body))
}
