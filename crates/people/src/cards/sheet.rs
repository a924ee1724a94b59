//! The card itself, as wide as a bank card (ISO/IEC 7810, ID-1: 85.60 mm by 53.98 mm), to be printed and laminated.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use kernel::view::View;
use maud::{Markup, PreEscaped, html};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::acts::Issued;
use super::rules::{self, PATH};
use crate::ids::CardId;

/// What a phone's camera opens: what this is and what it is good for, and nothing about whose it is.
fn address(public_url: &str, code: &str) -> String {
    format!("{public_url}{PATH}{code}")
}

/// A card wears: a quarter of the picture may be gone (ISO/IEC 18004, level Q).
fn picture(text: &str) -> Result<Markup, Fault> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).map_err(Fault::broken)?;
    let svg = code.render::<svg::Color<'_>>().min_dimensions(300, 300).build();
    Ok(PreEscaped(svg.split_once("?>").map_or(svg.clone(), |(_, picture)| picture.to_owned())))
}

/// The sheet to print: shown once, because the code is stored nowhere.
pub fn sheet(v: &View, (station, public_url): (&str, &str), issued: &Issued) -> Result<HtmlPage, Fault> {
    let letters: Vec<&str> = issued.code.as_bytes().chunks(4).filter_map(|c| std::str::from_utf8(c).ok()).collect();
    let body = html! {
        div class="idcard" {
            div class="qr" role="img" aria-label=(v.t("cards-qr")) { (picture(&address(public_url, &issued.code))?) }
            div {
                p { b { (station) } }
                h1 { (issued.name) }
                p { (v.t("cards-card")) }
                p class="small" { (v.t("cards-show")) }
                p class="small" { (letters.join(" ")) }
            }
        }
        p class="screen-only" { (v.t("cards-print-now")) }
    };
    Ok(Page::new(v, v.t("cards-card")).print().body(body))
}

/// The page that a phone's camera opens. A card that is good no more has no sections.
pub fn told(v: &View, sections: &[Markup]) -> HtmlPage {
    Page::new(v, v.t("cards-card")).body(html! {
        @for section in sections { (section) }
        div class="card pad sec" { p { (v.t("cards-told")) } p { (v.t("cards-told-lost")) } }
    })
}

/// Every page with invented people.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    let Ok(card) = "00000000-0000-7000-8000-000000000000".parse::<CardId>() else { return vec![] };
    let issued = Issued { card, name: "罗大爷".into(), code: rules::code_of([0x5a; rules::BYTES]) };
    let sheet = sheet(v, ("三合镇共享驿站", "https://sanhe.example"), &issued).ok();
    let all = [("cards-sheet", sheet), ("cards-told", Some(told(v, &[])))];
    all.into_iter().filter_map(|(name, page)| Some((name, page?.into_string()))).collect()
}
